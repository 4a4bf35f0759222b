/** The knowledge of notation: which command means what. The lexer and parser know no command by name but through these tables. */
import type { BigName, Delimiter, Font, MarkName, ProductSign, RelationName } from './expression';

const words = (text: string): string[] => text.split(' ');

/** By meaning, the ways to write it; it is printed in the first. */
type Ways<V extends string> = Readonly<Record<V, string>>;

const read = <V extends string>(ways: Ways<V>): Map<string, V> =>
  new Map(Object.entries<string>(ways).flatMap(([meaning, written]) => words(written).map((way) => [way, meaning as V] as const)));

/** How each is printed. */
export const printed = <V extends string>(ways: Ways<V>): Readonly<Record<V, string>> => Object.fromEntries(Object.entries<string>(ways).map(([meaning, written]) => [meaning, words(written)[0]])) as Record<V, string>;

/** Commands that only move or size things. */
export const SPACING = new Set([
  ...words(String.raw`\, \; \: \! \> \  \left \right \middle \big \Big \bigg \Bigg \bigl \bigr \Bigl \Bigr \biggl \biggr \Biggl \Biggr \bigm`),
  ...words(String.raw`\displaystyle \textstyle \scriptstyle \scriptscriptstyle \limits \nolimits \nonumber \notag \hfill \hfil \allowbreak \nobreak`),
  ...words(String.raw`\space \checkmark \enspace \thinspace \medspace \thickspace \negthinspace \strut \mathstrut \relax \noindent \protect \centering \hline \bf \rm \it`),
  ...words(String.raw`\bullet \blacksquare \square \qed \qedhere \newline \smallskip \medskip \bigskip \small \large \normalsize \boldmath \unboldmath`),
]);

/** Signs by another name, and signs of TeX that Markdown made its own. */
export const SYNONYMS = new Map([['\\triangledown', '\\nabla'], ['\\part', '\\partial'], ['\\real', '\\R'], ['\\reals', '\\R'], ['\\Reals', '\\R'], ['\\_', '_'], ['\\*', '*']]);

/** Commands dropped with their argument in braces. */
export const DROPPED = new Set(words(String.raw`\label \tag \tag* \hspace \hspace* \vspace \vspace* \phantom \hphantom \vphantom \ref \eqref \cite \footnote \color \textcolor \colorbox \href \rule`));

/** Wrappers whose argument is read as if they were not there. */
export const TRANSPARENT = new Set(words(String.raw`\boxed \ensuremath \mathop \mathbin \mathrel \mathord \mathinner \mathopen \mathclose \smash \underline \cancel \bcancel \xcancel \fbox \mathstrut \emph \displaylimits \mbox*`));

export const TEXT = new Set(words(String.raw`\text \textrm \textit \textbf \textsf \texttt \textnormal \mbox \hbox`));

export const FONT_WAYS: Ways<Font> = {
  bold: '\\mathbf \\boldsymbol \\bm \\pmb \\bold \\mathbfit \\symbf \\vec \\underaccent',
  roman: '\\mathrm \\operatorname \\operatorname* \\mathit \\mathnormal \\rm',
  calligraphic: '\\mathcal \\mathscr \\mathfrak',
  blackboard: '\\mathbb \\mathbbm \\mathds \\Bbb',
  sans: '\\mathsf \\mathtt',
};
export const FONTS = read(FONT_WAYS);

export const ACCENT_WAYS: Ways<string> = {
  hat: '\\hat \\widehat', bar: '\\bar \\overline', tilde: '\\tilde \\widetilde', dot: '\\dot', ddot: '\\ddot', check: '\\check', breve: '\\breve',
  acute: '\\acute', arrow: '\\overrightarrow', ring: '\\mathring',
};
export const ACCENTS = read(ACCENT_WAYS);

const LETTERS = words('alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega ' +
  'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar imath jmath aleph wp').map((letter) => `\\${letter}`);
/** Commands that are letters, and the letter that each is or is a form of. */
export const GREEK = new Map<string, string>([
  ...LETTERS.map((letter): [string, string] => [letter, letter]),
  ['\\varepsilon', '\\epsilon'], ['\\vartheta', '\\theta'], ['\\varphi', '\\phi'], ['\\varrho', '\\rho'], ['\\varsigma', '\\sigma'], ['\\varpi', '\\pi'],
]);

export const RELATION_WAYS: Ways<RelationName> = {
  equal: '= =: \\eqqcolon', assign: ':= \\coloneqq \\triangleq \\doteq \\leftarrow \\gets', identical: '\\equiv', notEqual: '\\ne \\neq', less: '< \\lt', greater: '> \\gt',
  lessEqual: '\\le \\leq \\leqslant', greaterEqual: '\\ge \\geq \\geqslant', approx: '\\approx \\simeq \\cong \\approxeq \\thickapprox', in: '\\in', notIn: '\\notin',
  distributed: '\\sim', to: '\\to \\rightarrow \\longrightarrow', proportional: '\\propto',
  implies: '\\Rightarrow \\implies \\Longrightarrow \\iff \\Leftrightarrow \\Longleftrightarrow', mapsto: '\\mapsto',
  subset: '\\subset \\subseteq', definite: '\\succeq \\succ \\preceq \\prec',
  other: '\\perp \\ll \\gg \\parallel \\Leftarrow \\Longleftarrow \\leftrightarrow \\lesssim \\gtrsim',
};
export const RELATIONS = read(RELATION_WAYS);

export const PRODUCT_WAYS: Ways<Exclude<ProductSign, 'implicit'>> = {
  cdot: '\\cdot \\cdotp', times: '\\times', odot: '\\odot \\bigodot', circ: '\\circ', otimes: '\\otimes', ast: '* \\ast', slash: '/ \\div',
};
export const PRODUCTS = read(PRODUCT_WAYS);

const BIG_NAMES: BigName[] = ['max', 'min', 'argmax', 'argmin', 'lim', 'sup', 'inf', 'sum', 'prod'];
export const BIGS = new Map(BIG_NAMES.map((name) => [`\\${name}`, name]));
/** Words that name a big operator when written upright or plainly. */
export const BIG_WORDS = new Map<string, BigName>(BIG_NAMES.slice(0, 7).map((name) => [name, name]));

/** Functions with a name of their own, by every way of writing them. Values are the names that the meaning stage knows. */
export const FUNCTIONS = read({
  ...Object.fromEntries(words('ln log exp sin cos tan sinh cosh tanh coth sech det erf').map((name) => [name, `${name} \\${name}`])),
  log10: '\\lg', asin: '\\arcsin arcsin', acos: '\\arccos arccos', atan: '\\arctan arctan', sec: '\\sec', csc: '\\csc', cot: '\\cot', csch: 'csch',
  tr: 'tr \\tr \\Tr Tr trace \\trace', diag: 'diag \\diag Diag', vec: 'vec \\vectorize',
  sigmoid: 'sigmoid Sigmoid', softmax: 'softmax Softmax \\softmax', softplus: 'softplus Softplus', relu: 'ReLU relu RELU \\relu \\ReLU', sign: 'sign sgn \\sgn \\sign',
  var: 'Var \\Var var \\var', cov: 'Cov \\Cov cov \\cov', rank: 'rank \\rank', logsumexp: 'logsumexp LSE LogSumExp',
});
/** Names of several capitals that courses use for one quantity. */
export const ACRONYMS = new Set(words('RSS TSS ESS SSE SSR SST MSE RMSE RMS MAE MAPE NLL BCE CCE CE FL NCE KL KLD JS ELBO MLE MAP LSE SGD MLP CNN RNN LSTM GRU FFN BN LN AUC ROC TP FP TN FN TPR FPR SNR PSNR PPL MAD VIF AIC BIC CDF PDF ' +
  'net Net out Out loss Loss error Error err target Target output Output input Input pred actual bias grad'));

export const OPENING = read<Delimiter>({ '(': '( \\lparen', '[': '[ \\lbrack', '{': '\\{ \\lbrace', '⟨': '\\langle', '⌊': '\\lfloor', '⌈': '\\lceil', '|': '\\lvert', '‖': '\\lVert' });
export const CLOSING = new Set(words(') \\rparen ] \\rbrack \\} \\rbrace \\rangle \\rfloor \\rceil \\rvert \\rVert'));
/** Delimiters that open and close with the same sign. */
export const BARS = read<Extract<Delimiter, '|' | '‖'>>({ '|': '| \\vert \\mid', '‖': '\\| \\Vert' });

export const MARK_WAYS: Ways<Exclude<MarkName, 'degree' | 'empty'>> = {
  star: '* \\star \\ast', transpose: '\\top \\intercal \\transpose \\trans', dagger: '\\dagger \\dag \\ddagger', plus: '+', minus: '-', colon: ': \\colon',
  infinity: '\\infty', perp: '\\perp \\bot',
};
export const MARKS = read(MARK_WAYS);

export const DOTS = new Set(words(String.raw`\dots \ldots \cdots \vdots \ddots \dotsc \dotsb \dotsm \iddots ...`));

export const MATRICES = new Set(words('matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array psmallmatrix bsmallmatrix'));
export const CASES = new Set(words('cases dcases rcases'));
/** Environments whose rows are rows of the derivation. */
export const ALIGNED = new Set(words('aligned align split gathered gather alignat alignedat multline multlined eqnarray equation flalign displaymath math aligned* align* split* gather* alignat* multline* eqnarray* equation* flalign*'));

/** Single Unicode signs and the commands they stand for. */
export const UNICODE = new Map<string, string>([
  ...[...'αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ'].map((sign, i): [string, string] => [sign, LETTERS[i]]),
  ...words(String.raw`ϵ\epsilon ϕ\phi ϑ\theta ℓ\ell ∇\nabla ∂\partial ∑\sum ∏\prod ∫\int ≤\le ≥\ge ≠\ne ≈\approx ≡\equiv ∈\in ∉\notin →\to ⇒\Rightarrow ⇔\Leftrightarrow ←\leftarrow ∼\sim ∝\propto −- –- ·\cdot ⋅\cdot ×\times ⊙\odot ∘\odot ⊗\otimes ÷\div ∞\infty ⊤\top √\sqrt …\dots ⋯\dots ‖\| ⟨\langle ⟩\rangle ℝ\R ′' ∗*`).map(([sign, ...command]): [string, string] => [sign, command.join('')]),
  ['’', "'"],
]);

/** `dW`, `db`, `dz`, without a space, are one name: a gradient, or an increment; before other letters a d may be a factor. */
export const isDifferential = (letters: string): boolean => /^d[A-Zbwz]$/.test(letters);
