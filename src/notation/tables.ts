/** The knowledge of notation: which command means what. The lexer and parser know no command by name but through these tables. */
import type { BigName, Delimiter, Font, MarkName, ProductSign, RelationName } from './expression';

const words = (text: string) => text.split(' ');
function table<V>(entries: [string, V][]): Map<string, V> {
  return new Map(entries.flatMap(([keys, value]) => words(keys).map((key): [string, V] => [key, value])));
}

/** Commands that only move or size things. */
export const SPACING = new Set(words(
  '\\, \\; \\: \\! \\> \\  \\left \\right \\middle \\big \\Big \\bigg \\Bigg \\bigl \\bigr \\Bigl \\Bigr \\biggl \\biggr \\Biggl \\Biggr \\bigm ' +
  '\\displaystyle \\textstyle \\scriptstyle \\scriptscriptstyle \\limits \\nolimits \\nonumber \\notag \\hfill \\hfil \\allowbreak \\nobreak ' +
  '\\space \\checkmark \\enspace \\thinspace \\medspace \\thickspace \\negthinspace \\strut \\mathstrut \\relax \\noindent \\protect \\centering \\hline \\bf \\rm \\it ' +
  '\\bullet \\blacksquare \\square \\qed \\qedhere \\newline \\smallskip \\medskip \\bigskip \\small \\large \\normalsize \\boldmath \\unboldmath'));

/** Signs by another name, and signs of TeX that Markdown made its own. */
export const SYNONYMS = table<string>([['\\triangledown', '\\nabla'], ['\\_', '_'], ['\\*', '*']]);

/** Commands dropped with their argument in braces. */
export const DROPPED = new Set(words('\\label \\tag \\tag* \\hspace \\hspace* \\vspace \\vspace* \\phantom \\hphantom \\vphantom \\ref \\eqref \\cite \\footnote \\color \\ensuremathstyle \\rule'));

/** Wrappers whose argument is read as if they were not there. */
export const TRANSPARENT = new Set(words('\\boxed \\ensuremath \\mathop \\mathbin \\mathrel \\mathord \\mathinner \\mathopen \\mathclose \\smash \\underline \\cancel \\bcancel \\xcancel \\fbox \\mathstrut \\emph \\displaylimits \\hbox \\mbox*'));

/** Wrappers with a first argument of no meaning. */
export const TRANSPARENT_SECOND = new Set(words('\\textcolor \\colorbox \\stackrel* \\href'));

export const TEXT = new Set(words('\\text \\textrm \\textit \\textbf \\textsf \\texttt \\textnormal \\mbox'));

export const FONTS = table<Font>([
  ['\\mathbf \\boldsymbol \\bm \\pmb \\bold \\mathbfit \\symbf \\vec \\underaccent', 'bold'],
  ['\\mathrm \\operatorname \\operatorname* \\mathit \\mathnormal \\rm', 'roman'],
  ['\\mathcal \\mathscr \\mathfrak', 'calligraphic'],
  ['\\mathbb \\mathds \\Bbb', 'blackboard'],
  ['\\mathsf \\mathtt', 'sans'],
]);

export const ACCENTS = table<string>([
  ['\\hat \\widehat', 'hat'], ['\\bar \\overline', 'bar'], ['\\tilde \\widetilde', 'tilde'],
  ['\\dot', 'dot'], ['\\ddot', 'ddot'], ['\\check', 'check'], ['\\breve', 'breve'], ['\\acute', 'acute'],
  ['\\overrightarrow', 'arrow'], ['\\mathring', 'ring'],
]);

const LETTERS = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega ' +
  'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar imath jmath aleph wp';
/** Commands that are letters. */
export const GREEK = new Map<string, string>([
  ...words(LETTERS).map((letter): [string, string] => [`\\${letter}`, `\\${letter}`]),
  ['\\varepsilon', '\\epsilon'], ['\\vartheta', '\\theta'], ['\\varphi', '\\phi'], ['\\varrho', '\\rho'], ['\\varsigma', '\\sigma'], ['\\varpi', '\\pi'],
]);

export const RELATIONS = table<RelationName>([
  ['=', 'equal'], [':= \\coloneqq \\triangleq \\doteq \\leftarrow \\gets', 'assign'], ['\\equiv', 'identical'],
  ['\\ne \\neq', 'notEqual'], ['< \\lt', 'less'], ['> \\gt', 'greater'],
  ['\\le \\leq \\leqslant', 'lessEqual'], ['\\ge \\geq \\geqslant', 'greaterEqual'],
  ['\\approx \\simeq \\cong \\approxeq \\thickapprox', 'approx'], ['\\in', 'in'], ['\\notin', 'notIn'],
  ['\\sim', 'distributed'], ['\\to \\rightarrow \\longrightarrow', 'to'], ['\\propto', 'proportional'],
  ['\\Rightarrow \\implies \\Longrightarrow \\iff \\Leftrightarrow \\Longleftrightarrow', 'implies'], ['\\mapsto', 'mapsto'],
  ['\\subset \\subseteq', 'subset'], ['\\succeq \\succ \\preceq \\prec', 'definite'],
  ['\\ll \\gg \\perp \\parallel \\Leftarrow \\Longleftarrow \\leftrightarrow \\lesssim \\gtrsim', 'other'],
]);

export const PRODUCTS = table<ProductSign>([
  ['\\cdot \\cdotp', 'cdot'], ['\\times', 'times'], ['\\odot \\bigodot', 'odot'], ['\\circ', 'circ'], ['\\otimes', 'otimes'], ['* \\ast', 'ast'], ['/ \\div', 'slash'],
]);

export const BIGS = table<BigName>([
  ['\\sum', 'sum'], ['\\prod', 'prod'], ['\\lim', 'lim'],
  ['\\max', 'max'], ['\\min', 'min'], ['\\argmax', 'argmax'], ['\\argmin', 'argmin'], ['\\sup', 'sup'], ['\\inf', 'inf'],
]);

/** Functions with a name of their own, by every way of writing them. Values are the names that the meaning stage knows. */
export const FUNCTIONS = table<string>([
  ['\\ln ln', 'ln'], ['\\log log', 'log'], ['\\exp exp', 'exp'], ['\\lg', 'log10'],
  ['\\sin sin', 'sin'], ['\\cos cos', 'cos'], ['\\tan tan', 'tan'], ['\\sinh sinh', 'sinh'], ['\\cosh cosh', 'cosh'], ['\\tanh tanh', 'tanh'],
  ['\\arcsin arcsin', 'asin'], ['\\arccos arccos', 'acos'], ['\\arctan arctan', 'atan'], ['\\sec', 'sec'], ['\\csc', 'csc'], ['\\cot', 'cot'], ['sech \\sech', 'sech'], ['csch', 'csch'], ['\\coth coth', 'coth'],
  ['\\det det', 'det'], ['\\tr tr \\Tr Tr trace \\trace', 'tr'], ['\\diag diag Diag', 'diag'], ['vec \\vectorize', 'vec'],
  ['sigmoid Sigmoid', 'sigmoid'], ['softmax Softmax \\softmax', 'softmax'], ['softplus Softplus', 'softplus'],
  ['ReLU relu RELU \\relu \\ReLU', 'relu'], ['sign sgn \\sgn \\sign', 'sign'], ['erf \\erf', 'erf'],
  ['Var \\Var', 'var'], ['Cov \\Cov', 'cov'], ['rank \\rank', 'rank'], ['logsumexp LSE LogSumExp', 'logsumexp'],
]);
/** Names of several capitals that courses use for one quantity. */
export const ACRONYMS = new Set(words('RSS TSS ESS SSE SSR MSE RMSE RMS MAE MAPE NLL BCE CE KL JS ELBO MLE MAP LSE SGD MLP CNN RNN LSTM GRU FFN BN LN AUC ROC PPL MAD VIF AIC BIC CDF PDF ' +
  'net Net out Out loss Loss error Error err target Target output Output input Input pred actual bias grad'));

/** Words that name a big operator when written upright or plainly. */
export const BIG_WORDS = table<BigName>([['max', 'max'], ['min', 'min'], ['argmax', 'argmax'], ['argmin', 'argmin'], ['lim', 'lim'], ['sup', 'sup'], ['inf', 'inf']]);

export const OPENING = table<Delimiter>([
  ['( \\lparen', '('], ['[ \\lbrack', '['], ['\\{ \\lbrace', '{'], ['\\langle', '⟨'], ['\\lfloor', '⌊'], ['\\lceil', '⌈'], ['\\lvert', '|'], ['\\lVert', '‖'],
]);
export const CLOSING = new Set(words(') \\rparen ] \\rbrack \\} \\rbrace \\rangle \\rfloor \\rceil \\rvert \\rVert'));
/** Delimiters that open and close with the same sign. */
export const BARS = table<Delimiter>([['| \\vert \\mid', '|'], ['\\| \\Vert', '‖']]);

export const MARKS = table<MarkName>([
  ['* \\star \\ast', 'star'], ['\\top \\intercal \\transpose \\trans', 'transpose'], ['\\dagger \\dag \\ddagger', 'dagger'], ['+', 'plus'], ['-', 'minus'],
  [': \\colon', 'colon'], ['\\infty', 'infinity'], ['\\perp \\bot', 'perp'],
]);

export const DOTS = new Set(words('\\dots \\ldots \\cdots \\vdots \\ddots \\dotsc \\dotsb \\dotsm \\iddots ...'));

export const MATRICES = new Set(words('matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array psmallmatrix bsmallmatrix'));
export const CASES = new Set(words('cases dcases rcases'));
/** Environments whose rows are rows of the derivation. */
export const ALIGNED = new Set(words('aligned align split gathered gather alignat alignedat multline multlined eqnarray equation flalign displaymath math aligned* align* split* gather* alignat* multline* eqnarray* equation* flalign*'));

/** Single Unicode signs and the commands they stand for. */
export const UNICODE = new Map<string, string>([
  ...[...'αβγδζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ'].map((sign, i): [string, string] =>
    [sign, `\\${words('alpha beta gamma delta zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega')[i]}`]),
  ['ε', '\\epsilon'], ['ϵ', '\\epsilon'], ['ϕ', '\\phi'], ['ϑ', '\\theta'], ['ℓ', '\\ell'], ['∇', '\\nabla'], ['∂', '\\partial'], ['∑', '\\sum'], ['∏', '\\prod'], ['∫', '\\int'],
  ['≤', '\\le'], ['≥', '\\ge'], ['≠', '\\ne'], ['≈', '\\approx'], ['≡', '\\equiv'], ['∈', '\\in'], ['∉', '\\notin'], ['→', '\\to'], ['⇒', '\\Rightarrow'], ['⇔', '\\Leftrightarrow'], ['←', '\\leftarrow'], ['∼', '\\sim'], ['∝', '\\propto'],
  ['−', '-'], ['–', '-'], ['·', '\\cdot'], ['⋅', '\\cdot'], ['×', '\\times'], ['⊙', '\\odot'], ['∘', '\\odot'], ['⊗', '\\otimes'], ['÷', '\\div'], ['∞', '\\infty'], ['⊤', '\\top'], ['√', '\\sqrt'],
  ['…', '\\dots'], ['⋯', '\\dots'], ['‖', '\\|'], ['⟨', '\\langle'], ['⟩', '\\rangle'], ['ℝ', '\\R'], ['′', "'"], ['’', "'"], ['∗', '*'],
]);

/** `dW`, `db`, `dz`, without a space, are one name: a gradient, or an increment; before other letters a d may be a factor. */
export const isDifferential = (letters: string): boolean => /^d[A-Zbwz]$/.test(letters);
