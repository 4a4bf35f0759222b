/** TeX as text of one line: what has a character of its own gets it, the rest stands as it is written. For menus, lists and screen readers. */

/** A sentence in which TeX stands between backticks, and here and there a name without them. */
export function plainSentence(sentence: string): string {
  return sentence.split('`').map((part, at) => (at % 2 === 1 ? plain(part) : part.includes('\\') || /[_^]/.test(part) ? characters(part) : part)).join('');
}

export const plain = (tex: string): string => characters(tex.replace(/\s+/g, ' ')).replace(/-/g, '−').replace(/ {2,}/g, ' ').trim();

function characters(tex: string): string {
  const words = tex.replace(ALIGNING, ' ').replace(/\\(?:begin|end)\{\w+\*?\}/g, '').replace(LAYOUT, '').replace(STYLE, '$1$2').replace(/\\mathbb\s*\{?([A-Z])\}?/g, (found, letter: string) => DOUBLE[letter] ?? found);
  const letters = words.replace(/\\([A-Za-z]+)/g, (found, name: string) => SIGNS[name] ?? (FUNCTIONS.has(name) ? name : found)).replace(/\\([{}|])/g, (_, sign: string) => (sign === '|' ? '‖' : `${sign}\u2060`));
  const scripted = letters.replace(ACCENT, (_, accent: string, braced: string, bare: string) => (braced ?? bare) + ACCENTS[accent]).replace(/([_^])\s*(?:\{([^{}]*)\}|([^{}\s\\]))/g, (_, side: string, braced: string, bare: string) => script(side, braced ?? bare));
  return withoutFractions(scripted).replace(/∂([²³]?) /g, '∂$1').replace(/\u2060/g, '');
}

/** Innermost first, as long as there is one. */
function withoutFractions(text: string): string {
  const flat = text
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, (_, over: string, under: string) => `${together(over)}/${together(under)}`)
    .replace(/\\[dt]?frac\s*(\d)\s*(\d)/g, '$1/$2')
    .replace(/√\s*\{([^{}]*)\}/g, (_, inside: string) => `√${together(inside)}`)
    .replace(/([_^])\s*\{([^{}]*)\}/g, (_, side: string, inside: string) => script(side, inside));
  return flat === text ? text : withoutFractions(flat);
}

/** In brackets where it would fall apart beside a stroke. */
function together(part: string): string {
  const close = part.trim().replace(/∂([²³]?) /g, '∂$1');
  return /[\s+−-]/.test(close) ? `(${close})` : close;
}

/** Digits have raised and lowered forms; whatever else is long gets brackets. */
function script(side: string, inside: string): string {
  const text = inside.trim();
  if (side === '^' && /^[T⊤]$/.test(text)) return 'ᵀ';
  if (side === '^' && /^[-−]?\d$/.test(text)) return text.replace(/[-−]/, '⁻').replace(/\d/, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
  if (side === '_' && /^\d+$/.test(text)) return text.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
  return side + (/^(?:[\w∗*′α-ωΑ-Ω,]|\p{Mn})+$|^\([^()]*\)$|^\[[^[\]]*\]$/u.test(text) ? text : `(${text})`);
}

const ACCENTS: Record<string, string> = { hat: '\u0302', widehat: '\u0302', bar: '\u0304', overline: '\u0304', tilde: '\u0303', widetilde: '\u0303', dot: '\u0307', ddot: '\u0308', vec: '\u20d7' };
const ACCENT = new RegExp(`\\\\(${Object.keys(ACCENTS).join('|')})(?:\\s*\\{([A-Za-zα-ωΑ-Ω])\\}|\\s*([A-Za-zα-ωΑ-Ω]))`, 'g');
const STYLE = /\\(?:mathrm|mathbf|mathit|mathsf|mathcal|mathtt|boldsymbol|bm|text|textbf|textit|operatorname)\s*(?:\{([^{}]*)\}|([A-Za-z]))/g;
const LAYOUT = /\\(?:left|right|bigl?|bigr|Bigl?|Bigr|limits|nolimits|displaystyle)(?![A-Za-z])|\\[!]/g;
const ALIGNING = /\\\\(?:\[[^\]]*\])?|&|\\[,;: ]|\\q?quad(?![A-Za-z])|~/g;
const DOUBLE: Record<string, string> = { R: 'ℝ', N: 'ℕ', Z: 'ℤ', Q: 'ℚ', C: 'ℂ', E: '𝔼', P: 'ℙ' };
const FUNCTIONS = new Set(['ln', 'log', 'exp', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'max', 'min', 'lim', 'det', 'arg', 'inf', 'sup', 'Pr']);
const GREEK = 'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω ell ℓ';
const OPERATORS = 'partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ infty ∞ cdot · times × odot ⊙ otimes ⊗ circ ∘ star ⋆ ast ∗ pm ± mp ∓ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ propto ∝ in ∈ notin ∉ subset ⊂ cup ∪ cap ∩ to → rightarrow → Rightarrow ⇒ implies ⇒ iff ⇔ mapsto ↦ coloneqq ≔ top ⊤ prime ′ dots … ldots … cdots ⋯ sqrt √ mid | vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ langle ⟨ rangle ⟩ forall ∀ exists ∃ succ ≻ succeq ≽ ll ≪ gg ≫';
const SIGNS: Record<string, string> = Object.fromEntries([...`${GREEK} ${OPERATORS}`.matchAll(/(\w+) (\S+)/g)].map(([, name, sign]) => [name, sign]));
