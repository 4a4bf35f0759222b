/** TeX as plain words, for titles and text that no renderer sees. */

const LETTERS: Record<string, string> = { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', eta: 'η', theta: 'θ', lambda: 'λ', mu: 'μ', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', psi: 'ψ', omega: 'ω', ell: 'ℓ', partial: '∂', nabla: '∇', cdot: '·' };
const DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** `\frac{\partial L}{\partial \beta_1}` as `∂L/∂β₁`. */
export function plain(tex: string): string {
  return tex
    .replace(/\\(?:mathrm|mathbf|mathcal|boldsymbol|text|operatorname|hat|bar|tilde|left|right|[,;! ])\s*/g, '')
    .replace(/\\([A-Za-z]+)\s*/g, (all, name: string) => LETTERS[name] ?? all)
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/_\{?(\d)\}?/g, (_, digit: string) => DIGITS[Number(digit)])
    .replace(/[{}\\]/g, '').replace(/ nothing after \w+/g, '').replace(/\s+/g, ' ').trim();
}

/** Three digits. */
export const shown = (x: number): string => (Number.isFinite(x) ? String(Number(x.toPrecision(3))).replace('-', '−') : 'no number');
