/** Wrong versions of a rule: one symbol of one line changed, dropped or exchanged, as in a slip of the pen. */
import type { Case } from './cases';

interface Slip { find: RegExp; by: string | ((found: string) => string); what: string }

const exchange = (a: string, b: string): Slip[] => [{ find: new RegExp(escaped(a), 'g'), by: b, what: `${b} for ${a}` }, { find: new RegExp(escaped(b), 'g'), by: a, what: `${a} for ${b}` }];
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const SLIPS: readonly Slip[] = [
  { find: / \+ /g, by: ' - ', what: '− for +' },
  { find: / - /g, by: ' + ', what: '+ for −' },
  { find: /(?<=[^-\d])\^2(?![\d}])/g, by: '', what: 'no square' },
  { find: /\\left\(\\nabla E\(w\^\{\(k-1\)\}\)\\right\)\^2/g, by: String.raw`\nabla E(w^{(k-1)})`, what: 'no square' },
  { find: /g \\odot g/g, by: 'g', what: 'no square' },
  { find: /\\sqrt(?=\{)/g, by: '', what: 'no root' },
  ...exchange(String.raw`\beta_1`, String.raw`\beta_2`), ...exchange(String.raw`\gamma_1`, String.raw`\gamma_2`),
  { find: /\\hat\{([mvw])\}/g, by: (found) => found.slice(5, -1), what: 'no hat' },
  ...exchange(String.raw`\hat{m}`, String.raw`\hat{v}`), { find: /(?<![a-z])m_/g, by: 'v_', what: 'v for m' }, { find: /(?<![a-z])v_/g, by: 'm_', what: 'm for v' },
  { find: /\\max/g, by: String.raw`\min`, what: 'min for max' },
  { find: /\|g_t\|/g, by: 'g_t', what: 'no absolute value' },
  { find: /(\\beta_[12]|\\gamma_[12])\^(?:t|k)/g, by: (found) => found.slice(0, -2), what: 'no power' },
  { find: /(\\beta_[12])\^t/g, by: (found) => `${found.slice(0, -1)}{t-1}`, what: 't − 1 for t' },
  { find: /\(1 - \\(?:beta|rho|gamma|mu)(?:_[12])?\) (?:\\cdot )?/g, by: '', what: 'no 1 − β' },
  { find: /\(1 - (\\(?:beta|rho|gamma|mu)(?:_[12])?)\)/g, by: (found) => found.slice(5, -1), what: 'β for 1 − β' },
  { find: /^\\(?:beta|rho|gamma|mu)(?:_[12])? (?:\\cdot )?(?=[a-zE\\])/g, by: '', what: 'no β' },
  { find: /(?<=E\[(?:g|\\Delta\\theta))\^2(?=\])/g, by: '^3', what: 'a cube for the square' },
  { find: /\\sqrt\{((?:[^{}]|\{[^{}]*\})*?) \+ \\epsilon\}/g, by: (found) => `${found.slice(0, found.lastIndexOf(' + '))}} + \\epsilon`, what: 'ε outside' },
  { find: /\\sqrt\{(?:[^{}]|\{[^{}]*\})*?\} \+ \\epsilon/g, by: (found) => `${found.slice(0, found.lastIndexOf('}'))} + \\epsilon}`, what: 'ε inside' },
  { find: /\\operatorname\{sign\}|\\text\{sign\}/g, by: '', what: 'no sign' },
  { find: /\^\{-1\}/g, by: '', what: 'no inverse' },
  { find: /''/g, by: "'", what: 'a prime too few' },
  { find: /(?<!')'(?!')/g, by: "''", what: 'a prime too many' },
  { find: /\^(?:T|\\top)/g, by: '', what: 'no transpose' },
  { find: /\\Pi_C/g, by: '', what: 'no projection' },
  { find: /\\lfloor (.*?) \\rfloor/g, by: (found) => found.slice(8, -8), what: 'no floor' },
  { find: /e\^\{-/g, by: 'e^{', what: 'the sign of the exponent' },
  { find: /\(-/g, by: '(', what: 'the sign of the exponent' },
  { find: /g_t(?![^$]*(?:=|\^))/g, by: 'm_t', what: 'm for g' },
  { find: /\\min\(1/g, by: String.raw`\max(1`, what: 'max for min' },
  { find: /\\cos/g, by: String.raw`\sin`, what: 'sine for cosine' },
  { find: /\\frac\{(1|\\eta_0)\}\{2\}/g, by: (found) => (found.includes('eta') ? String.raw`\eta_0` : ''), what: 'no half' },
  { find: /_\{t-1\}/g, by: '_t', what: 'the new value for the old' },
];

/** Of a rule of few symbols, for which those above are few. */
export const MORE: readonly Slip[] = [
  { find: /(?<![\\a-z^_{]|_\{)[tk](?![a-z_^])/g, by: (found) => `${found}^2`, what: 'the square of the step' },
  { find: /(?<![\\a-z^_{]|_\{)[tk](?![a-z_^])/g, by: (found) => `2 ${found}`, what: 'twice the step' },
  { find: /(?<![\\a-z^_{]|_\{)[tk](?![a-z_^])/g, by: (found) => `\\sqrt{${found}}`, what: 'the root of the step' },
  { find: /\\frac\{([^{}]*)\}\{([^{}]*)\}/g, by: (found) => found.replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/, String.raw`\frac{$2}{$1}`), what: 'upside down' },
  { find: / \/ /g, by: String.raw` \cdot `, what: 'times for over' },
  { find: /(?<![\^_\d{])1(?![\d}])/g, by: '2', what: '2 for 1' },
  { find: /(?<=\\gamma|\\cdot d)\^(?:t|k)(?![a-z])/g, by: (found) => `^{2 ${found[1]}}`, what: 'twice the step' },
  { find: /(?<=\\gamma|\\cdot d)\^(?:t|k)(?![a-z])/g, by: (found) => `^{${found[1]}^2}`, what: 'the square of the step' },
  { find: /(?<=\\gamma|\\cdot d)\^(?:t|k)(?![a-z])/g, by: '', what: 'no power' },
  { find: /\\pi/g, by: String.raw`2 \pi`, what: 'twice π' },
  { find: /\\pi/g, by: '', what: 'no π' },
  { find: /(?<=[a-fh-z])_([tk])(?![a-z])/g, by: (found) => `_{${found[1]}+1}`, what: 'the next value' },
  { find: /(?<=[a-fh-z])_([tk])(?![a-z])/g, by: (found) => `_{${found[1]}-1}`, what: 'the value before' },
  { find: /(?<=[a-z])\^([tk])(?=[) ])/g, by: (found) => `^{${found[1]}+1}`, what: 'the next value' },
  { find: /\\(?:alpha|eta)_0 (?=\S)/g, by: (found) => `${found.trim()}^2 `, what: 'the square of the rate' },
  { find: /\\lambda/g, by: String.raw`\lambda^2`, what: 'a square' },
  { find: /(?<=\()[a-z]_[tk] - /g, by: '', what: 'no old value' },
  { find: /\\exp(?=\()/g, by: String.raw`\cos`, what: 'no exponential' },
  { find: /\\frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, by: (found) => found.replace(/\\frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}/, String.raw`\frac{$2}{$1}`), what: 'upside down' },
  { find: /\\sqrt(?=\{)/g, by: String.raw`\sqrt[3]`, what: 'the cube root' },
  { find: /(?<=\\sqrt\{)[tk](?=\})/g, by: (found) => `${found}^2`, what: 'the square of the step' },
  { find: /(?<=\\sqrt\{)[tk](?=\})/g, by: (found) => `2 ${found}`, what: 'twice the step' },
  { find: /(?<=\^\{-)1\/2(?=\})/g, by: '1/3', what: 'a third for a half' },
  { find: /(?<=\^\{-)1\/2(?=\})/g, by: '1', what: 'no half' },
  { find: /(?<=\^\{)-1\/2(?=\})/g, by: '1/2', what: 'the sign of the exponent' },
  { find: /\\\|[^|]*?\\\|/g, by: (found) => `${found}^2`, what: 'the square of a norm' },
  { find: /\\(?:alpha|eta)(?:_0)?(?= t|\}\{\\sqrt)/g, by: (found) => `2 ${found}`, what: 'twice the rate' },
  { find: /\\lfloor (.*?) (?:\\right)?\\rfloor/g, by: (found) => found.replace('floor', 'ceil').replace('rfloor', 'rceil'), what: 'rounded up' },
  { find: /\^\{(?=\\lfloor|\\left\\lfloor)/g, by: '^{-', what: 'the sign of the exponent' },
  { find: / \/ (?=s)/g, by: ' / 2 ', what: 'half the step' },
];

export interface Altered { text: string[]; what: string; from: string; to: string }

/** Every slip at every place where it can be made. */
export function alterations({ lines }: Pick<Case, 'lines'>, slips: readonly Slip[] = SLIPS): Altered[] {
  const lefts = lines.map((line) => line.split(/ = | := | \\leftarrow /)[0]).join(' ');
  return lines.flatMap((line, i) => {
    const [left, ...right] = line.split(/(?<=\\leftarrow |:= | = )/);
    const body = right.join('');
    return slips.flatMap(({ find, by, what }) => [...body.matchAll(find)].map((match): Altered => {
      const put = typeof by === 'string' ? by : by(match[0]);
      const changed = body.slice(0, match.index) + put + body.slice(match.index + match[0].length);
      return { text: lines.map((other, j) => (i === j ? left + changed : other)), what, from: line, to: left + changed };
    }));
  }).filter((altered) => isBound(altered.to, lefts)).filter((altered, i, all) => all.findIndex((other) => other.to === altered.to) === i);
}

/** A symbol that no line gives is another matter: such rules are left undecided. */
const isBound = (line: string, lefts: string): boolean => [...line.matchAll(/\\hat\{[mvw]\}|(?<![a-z\\]|hat\{|bar\{)[mvw](?=_)|E\[[^\]]+\]/g)].every(([symbol]) => (symbol.length === 1 ? lefts.includes(`${symbol}_`) : lefts.includes(symbol)));
