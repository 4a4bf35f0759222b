/** An expression back to TeX that reads the same. */
import { type Chain, type Delimiter, type Expr, find, isApply, isBig, isChain, isGroup, isLetter, isNabla, isName, isNumeral, isProduct, isScripted, isSum, type MarkName, type Name, type ProductSign } from './expression';
import { ACCENT_WAYS, FONT_WAYS, isDifferential, MARK_WAYS, printed, PRODUCT_WAYS, RELATION_WAYS } from './tables';

const ACCENT = printed(ACCENT_WAYS);
const FONT = printed(FONT_WAYS);
const MARK: Record<MarkName, string> = { ...printed(MARK_WAYS), degree: '\\circ', empty: '{}' };
const SIGN = printed(PRODUCT_WAYS);
const between = (sign: ProductSign): string => (sign === 'implicit' ? ' ' : ` ${SIGN[sign]} `);
const RELATION = printed(RELATION_WAYS);
const OPEN: Record<Delimiter, [string, string]> = { '(': ['(', ')'], '[': ['[', ']'], '{': ['\\{', '\\}'], '|': ['|', '|'], '‖': ['\\|', '\\|'], '⟨': ['\\langle ', '\\rangle'], '⌊': ['\\lfloor ', '\\rfloor'], '⌈': ['\\lceil ', '\\rceil'] };
const APPLY: Record<string, string> = { log10: '\\lg', asin: '\\arcsin', acos: '\\arccos', atan: '\\arctan', '∂': '\\partial', d: 'd' };
const COMMANDS = new Set(['ln', 'log', 'exp', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'sec', 'csc', 'cot', 'det', 'max', 'min']);

/** Names are compared by what they print as, again and again. */
const texts = new WeakMap<Expr, string>();

/** TeX of an expression. `parse(print(e))` prints the same again. */
export function print(expr: Expr): string {
  if (isNumeral(expr)) return expr.text;
  const known = texts.get(expr);
  if (known !== undefined) return known;
  const text = printParts(expr);
  texts.set(expr, text);
  return text;
}

function printParts(expr: Expr): string {
  switch (expr.kind) {
    case 'num': return expr.text;
    case 'name': return printName(expr);
    case 'scripted': return `${atom(expr.base)}${"'".repeat(expr.primes)}${script('_', expr.sub)}${script('^', expr.sup)}`;
    case 'group': return printGroup(expr);
    case 'sum': return expr.terms.map((term, i) => `${term.sign < 0 ? '-' : i ? '+' : ''} ${summand(term.expr)}`).join(' ').trim();
    case 'product': return expr.factors.map((factor, i) => (i ? between(expr.signs[i - 1]) : '') + product(factor, i < expr.factors.length - 1)).join('');
    case 'fraction': return `\\frac{${print(expr.over)}}{${print(expr.under)}}`;
    case 'root': return `\\sqrt${expr.degree ? `[${print(expr.degree)}]` : ''}{${print(expr.body)}}`;
    case 'big': return `${bigName(expr.op)}${script('_', expr.below)}${expr.above ? `^{${print(expr.above)}}` : ''}${isLabel(expr) ? '' : ` ${product(expr.body, false)}`}`;
    case 'integral': return `\\int${expr.from ? `_{${print(expr.from)}}` : ''}${expr.to ? `^{${print(expr.to)}}` : ''} {${print(expr.body)}} \\, d ${atomOrScripted(expr.by)}`;
    case 'evaluated': return printEvaluated(expr);
    case 'apply': return expr.fn === 'factorial' ? `${atom(expr.arg)}!` : printApply(expr.fn, print(expr.arg), script('_', expr.sub), expr.power ? `^{${print(expr.power)}}` : '', isGroup(expr.arg));
    case 'derivative': return printDerivative(expr);
    case 'nabla': return `\\nabla${script('_', expr.by)}${expr.order > 1 ? `^{${expr.order}}` : ''} ${atom(expr.of)}`;
    case 'matrix': return `\\begin{${expr.delimiter}}${expr.rows.map((row) => row.map(print).join(' & ')).join(' \\\\ ')}\\end{${expr.delimiter}}`;
    case 'cases': return `\\begin{cases}${expr.rows.map((row) => print(row.value) + (row.condition ? ` & ${print(row.condition)}` : '')).join(' \\\\ ')}\\end{cases}`;
    case 'chain': return printChain(expr);
    case 'words': return `\\text{${expr.text}}`;
    case 'dots': return '\\dots';
    case 'mark': return MARK[expr.mark];
    case 'unread': return expr.what;
  }
}

/** TeX of a name: accents outside, font inside. */
export function printName(name: Pick<Name, 'letter' | 'accents' | 'font'>): string {
  const plain = name.letter.startsWith('\\') || name.letter.length === 1 || isDifferential(name.letter) ? name.letter : `\\text{${name.letter}}`;
  const fonted = name.font && !(name.font === 'roman' && name.letter.length > 1) ? `${FONT[name.font]}{${name.letter}}` : plain;
  return name.accents.reduce((inner, accent) => `${ACCENT[accent] ?? '\\hat'}{${inner}}`, fonted);
}

/** Bars do not tell where they open: those around others are written so that they do. */
const OUTER_BARS: Partial<typeof OPEN> = { '|': ['\\lvert ', '\\rvert'], '‖': ['\\lVert ', '\\rVert'] };
const hasBars = (expr: Expr): boolean => isGroup(expr) && expr.open in OUTER_BARS;

function printGroup({ open, contents, given }: Extract<Expr, { kind: 'group' }>): string {
  const [left, right] = (contents.some((item) => find(item, hasBars)) ? OUTER_BARS[open] : undefined) ?? OPEN[open];
  return left + contents.map((item, i) => (i === 0 ? '' : i === given ? ' \\mid ' : ', ') + print(item)).join('') + right;
}

/** As in `\eta_{\max}`. */
const isLabel = ({ op, body }: Extract<Expr, { kind: 'big' }>): boolean => (op === 'max' || op === 'min') && body.kind === 'unread' && body.what.startsWith('nothing after ');
const bigName = (op: string): string => (op === 'argmax' || op === 'argmin' ? `\\arg\\${op.slice(3)}` : `\\${op}`);
const script = (sign: string, contents: Expr[]): string => (contents.length ? `${sign}{${contents.map(printScript).join(',')}}` : '');
/** Letters side by side, as in `w_{new}`. */
const printScript = (item: Expr): string => (isProduct(item) && item.factors.every((f) => isLetter(f, /^[A-Za-z]$/) && !f.accents.length && !f.font) && item.signs.every((sign) => sign === 'implicit') ? item.factors.map(print).join('') : print(item));
const summand = (expr: Expr): string => (isSum(expr) || isChain(expr) ? `{${print(expr)}}` : print(expr));

function atom(expr: Expr): string {
  return isName(expr) || isNumeral(expr) || isGroup(expr) || expr.kind === 'matrix' || expr.kind === 'mark' ? print(expr) : `{${print(expr)}}`;
}

function product(expr: Expr, more: boolean): string {
  const open = isBig(expr) || isApply(expr) || (expr.kind === 'derivative' && needsOperand(expr)) || isNabla(expr);
  return isSum(expr) || isChain(expr) || isProduct(expr) || (more && open) ? `{${print(expr)}}` : print(expr);
}

function printApply(fn: string, arg: string, sub: string, power: string, grouped: boolean): string {
  const primes = /'*$/.exec(fn)?.[0] ?? '';
  const bare = fn.slice(0, fn.length - primes.length);
  const name = APPLY[bare] ?? (COMMANDS.has(bare) ? `\\${bare}` : bare === 'binom' ? '\\binom' : `\\operatorname{${bare}}`);
  return `${name}${primes}${sub}${power}${grouped ? arg : ` {${arg}}`}`;
}

const needsOperand = (expr: Extract<Expr, { kind: 'derivative' }>): boolean => !['name', 'scripted', 'apply'].includes(expr.of.kind);

function printDerivative(expr: Extract<Expr, { kind: 'derivative' }>): string {
  const d = expr.total ? 'd' : '\\partial';
  const order = expr.by.reduce((sum, variable) => sum + variable.order, 0);
  const above = `${d}${order > 1 ? `^{${order}}` : ''}`;
  const below = expr.by.map((variable) => `${d} ${atomOrScripted(variable.expr)}${variable.order > 1 ? `^{${variable.order}}` : ''}`).join(' ');
  if (!needsOperand(expr)) return `\\frac{${above} ${print(expr.of)}}{${below}}`;
  return `\\frac{${above}}{${below}} ${isGroup(expr.of) ? print(expr.of) : `{${print(expr.of)}}`}`;
}

function printEvaluated({ of, by, from, to }: Extract<Expr, { kind: 'evaluated' }>): string {
  const at = (point: Expr): string => `{${by ? `${print(by)} = ` : ''}${print(point)}}`;
  return `${atom(of)} |_${at(from ?? to)}${from ? `^{${print(to)}}` : ''}`;
}

const atomOrScripted = (expr: Expr): string => (isScripted(expr) ? print(expr) : atom(expr));

const printChain = (chain: Chain): string => chain.members.map((member, i) => (i ? ` ${RELATION[chain.relations[i - 1].name]} ` : '') + summand(member)).join('');
