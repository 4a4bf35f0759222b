/** Reads a document's equations for what they show of its names: which scripts count, iterate or label, which names are functions, vectors, sizes. */
import { bareName, type Big, callsIn, children, equates, type EquationSyntax, everyPart, type Expr, factorsOf, type Group, hasPart, headOf, isApply, isBig, isBracketed, isChain, isDerivative, isDots, isElided, isFraction, isGroup, isLetter, isLog, isNabla, isName, isNum, isNumeral, isPair, isProduct, isScripted, isScriptedName, isSum, isSymbol, isTransposed, isTransposeMark, type Name, pairOf, type Product, relatedBy, replace, type Scripted, type Statement, summandsOf, visit, withoutPrimes } from '../notation/expression';
import { differentialsIn, differentiatedIn, hasDifferential } from '../notation/parser/differentials';
import { GREEK, isDifferential } from '../notation/tables';
import { print } from '../notation/print';
import { isClassLetter, observeClasses } from './classes';
import { countsIn } from './counts';
import { COUNTS, entriesBy, isDivergence } from './distributions';
import { sumLetters } from './free';
import { CROSSED, type Traces, averaged, features, near, observe, operationTopic, raisedTo, runsTo, MOMENTS_TAKEN } from './traces';
import { chancesIn, drawnLetters, lawsShown, lawTopic } from './chances';
import { observePrimes, TRANSPOSING } from './primes';
import { observeIterates, observeRaisedLabels } from './scripts';
import { countedFrom, familyOf, isOpposed, shifted, symbolUse, type SymbolUse, contextOf, isNumbered } from './symbols';
import { isInItself } from './within';

/** `bound` holds the letters that enclosing sums bind. */
interface Seeing { traces: Traces; bound: ReadonlySet<string>; /** Inside an expectation capitals are random variables before they are matrices. */ averaged?: boolean }

const useIn = ({ traces, bound }: Seeing, expr: Expr): SymbolUse | undefined => symbolUse(expr, { ...contextOf({ traces }), bound });

const STEP_LETTERS = new Set(['t', 'k', 'n', 'l', 'i', 's', 'j', 'L', 'T', '\\tau', 'm']);

/** First look: sums, sizes, steps, fonts. The second look needs these to resolve names. */
export function observeScripts(traces: Traces, equations: EquationSyntax[]): void {
  const statements = equations.flatMap((e) => e.statements);
  for (const statement of statements) for (const look of FIRST_LOOKS) look(traces, statement);
  for (const expr of statements.flatMap(expressionsOf)) scripts({ traces, bound: new Set() }, expr);
  observeClasses(traces, equations);
  for (const { size } of countsIn(equations)) observeSize(traces, size);
  observeRaisedLabels(traces, equations);
  observeIterates(traces, equations);
}

const FIRST_LOOKS = [observeSquare, observeOperation, observeTotal, observeParameters, observePlaces, observePrimes, observeLabels, observeRunning, observeMembers, observeIncrements, observeEntries];

/** Second look: how many indices each name has, and how it is used whole. */
export function observeNames(traces: Traces, equations: EquationSyntax[]): void {
  const statements = equations.flatMap((e) => e.statements);
  for (const statement of statements) {
    if (statement.members.length) callOf(traces, statement.members[isNamedCall(statement) ? 1 : 0].expr);
    observeTotalDifferential(traces, statement);
    observeActivation(traces, statement);
    observeOuter(traces, statement);
    for (const expr of expressionsOf(statement)) names({ traces, bound: new Set() }, expr);
  }
  for (const expr of statements.flatMap(expressionsOf)) visit(expr, (e) => { if (isSum(e)) observeRows(traces, e); });
}

/** The f of `a^{(l)} = f(z^{(l)})`: of every unit of a layer. */
function observeActivation(traces: Traces, { members, relations }: Statement): void {
  const [layer, call] = members.map(({ expr }) => expr);
  const [head, body] = call && equates(relations[0]) ? pairOf(call, 'implicit') : [];
  const of = isGroup(body, '(') && body.contents.length === 1 ? body.contents[0] : undefined;
  if (!isName(head) || !isScriptedName(layer) || !isScriptedName(of)) return;
  const [time, before] = [layer, of].map((e) => symbolUse(e, contextOf({ traces }))?.time);
  if (time && before && time.letter === before.letter && time.shift === before.shift) observe(traces, `activation ${familyOf(head)}`, head);
}

/** The w of `\partial C / \partial w = \delta a^T` is a matrix, whatever its letter. */
function observeOuter(traces: Traces, { members }: Statement): void {
  const [slope, ...others] = members.map(({ expr }) => expr);
  const by = slope?.kind === 'derivative' && slope.by.length === 1 ? slope.by[0].expr : undefined;
  const use = by && isSymbol(by) ? symbolUse(by, contextOf({ traces })) : undefined;
  const isOuter = (e: Expr): boolean => isBig(e) ? isOuter(e.body) : isPair(e, 'implicit') && isSymbol(e.factors[0]) && !isTransposed(e.factors[0]) && isTransposed(e.factors[1]) && (isTurnedLower(e.factors[1]) || isTurnedGroup(e.factors[1]));
  if (use && !use.slots.length && others.some(isOuter)) observe(traces, `outer ${use.family}`, slope);
}

const isTurnedGroup = (e: Expr): boolean => isScripted(e) && isBracketed(e.base) && isLower(e.base.contents[0]);

/** In `x W + h U + b`, or `x_t W + h_{t-1} U`, with a matrix among the capitals all small letters are rows, and all capitals matrices; so they are in `h V + c` after it. */
function observeRows(traces: Traces, { terms }: Extract<Expr, { kind: 'sum' }>): void {
  const products = terms.flatMap(({ expr }) => (isRowTimesMatrix(expr) ? [expr.factors] : []));
  const offsets = terms.flatMap(({ expr }) => (isPlainLower(expr) ? [expr] : []));
  const isMatrix = (e: Expr): boolean => bareName(e)?.letter === 'W' || ['matrix', 'multiplied'].some((topic) => near(traces, `${topic} ${familyOf(bareName(e) as Name)}`, e.span.start));
  const isSum = offsets.length > 0 || (products.length > 1 && products.every(([row]) => isScripted(row)));
  if (!isSum || !products.some(([, matrix]) => isMatrix(matrix) || near(traces, 'rows', matrix.span.start))) return;
  observe(traces, 'rows', products[0][1]);
  for (const [, matrix] of products) observe(traces, `weights ${familyOf(bareName(matrix) as Name)}`, matrix);
  for (const row of [...products.map(([first]) => first), ...offsets]) {
    const use = symbolUse(row, contextOf({ traces }));
    if (use && !use.slots.length) observe(traces, `row ${use.family}`, row);
  }
}

const isRowTimesMatrix = (e: Expr): e is Product => isPair(e) && ['implicit', 'cdot', 'times'].includes(e.signs[0]) && isPlainLower(e.factors[0]) && isCapital(e.factors[1]);

/** `\sigma^2 = …` names the square, as for a variance; with an index, `\sigma_k^2 = …`, those with an index. */
function observeSquare(traces: Traces, { members, relations }: Statement): void {
  const head = members[0]?.expr;
  if (!isScriptedName(head) || !equates(relations[0])) return;
  const [sup] = head.sup;
  if (head.sup.length === 1 && isNum(sup, 2) && /^(?:\\(?:sigma|tau|rho|omega|chi)|s|r)$/.test(head.base.letter)) observe(traces, `square ${familyOf(head.base)}${head.sub.length ? '_' : ''}`, head);
}

/** `a * b = a + b + ab`, `(f * g)(t) = \int f(s) g(t - s) ds`: the exercise says what its sign stands for. */
function observeOperation(traces: Traces, { members: [head, body], relations }: Statement): void {
  if (!body || !equates(relations[0])) return;
  const [called] = pairOf(head.expr, 'implicit');
  const operation = isBracketed(called) ? called.contents[0] : head.expr;
  if (!isPair(operation) || !OPERATIONS.includes(operation.signs[0])) return;
  const names = operation.factors.flatMap((factor) => (isGroup(factor) && factor.contents.length > 1 ? factor.contents : [factor]));
  const uses = everyPart(body.expr).filter((e) => names.some((name) => print(name) === print(e)));
  const isOther = called ? hasPart(body.expr, (e) => isBig(e) || e.kind === 'integral') : uses.length > names.length || isSum(body.expr);
  if (names.every((name) => isSymbol(name) && uses.some((use) => print(use) === print(name))) && isOther) observe(traces, operationTopic(operation.signs[0]), head.expr);
}

const OPERATIONS: readonly string[] = ['ast', 'circ'];

/** `L = \frac{1}{n} \sum_i L_i`, `\sum_k N_k = N`: the letter alone is the total, and not the array of its parts. */
function observeTotal(traces: Traces, { members, relations }: Statement): void {
  relations.forEach((relation, i) => {
    const [left, right] = members.slice(i, i + 2).map((member) => member.expr);
    if (!equates(relation)) return;
    if (i === 0) observeTotalOf(traces, left, right);
    if (isBig(left)) observeTotalOf(traces, right, left);
  });
}

function observeTotalOf(traces: Traces, head: Expr | undefined, parts: Expr | undefined): void {
  if (!isName(head) || !parts) return;
  if (isListOf(head, parts)) observe(traces, `total ${familyOf(head)}`, head);
  const sum = isProduct(parts) && parts.factors.slice(0, -1).every((factor) => isFraction(factor) || isNumeral(factor)) ? parts.factors[parts.factors.length - 1] : parts;
  if (!isBig(sum) || sum.op !== 'sum' || !isScriptedName(sum.body) || familyOf(sum.body.base) !== familyOf(head)) return;
  const letters = sumLetters(sum);
  if ([...sum.body.sub, ...sum.body.sup].some((script) => letters.some((letter) => print(script).includes(letter)))) observe(traces, `total ${familyOf(head)}`, head);
}

/** `n_1 + n_2 + \dots + n_k`. */
const isListOf = (whole: Name, expr: Expr): boolean =>
  isSum(expr) && expr.terms.some((term) => isDots(term.expr)) && expr.terms.every(({ expr: part }) => isDots(part) || (isScripted(part) && part.sub.length > 0 && bareName(part) !== undefined && familyOf(bareName(part) as Name) === familyOf(whole)));

/** Depth-first visit, with the letters that the sums around a part bind, and itself if it is one. */
function visitBound(expr: Expr, see: (expr: Expr, bound: ReadonlySet<string>) => void, outer: ReadonlySet<string> = new Set()): void {
  const bound = isBig(expr) ? new Set([...outer, ...sumLetters(expr)]) : outer;
  see(expr, bound);
  for (const child of children(expr)) visitBound(child, see, bound);
}

/** In `L = -s_c + \log \sum_j e^{s_j}` c is a place of s, as j is. */
function observePlaces(traces: Traces, statement: Statement): void {
  const counted = new Set<string>();
  const places: { family: string; sub: Expr; letter: string; at: number }[] = [];
  for (const whole of expressionsOf(statement)) visitBound(whole, (expr, bound) => {
    if (!isScriptedName(expr) || expr.sub.length !== 1 || !(isName(expr.sub[0]) || isClassLetter(expr.sub[0]))) return;
    const [family, letter] = [familyOf(expr.base), print(expr.sub[0])];
    if (bound.has(letter)) counted.add(family);
    else places.push({ family, sub: expr.sub[0], letter, at: expr.span.start });
  });
  const head = headScript(statement);
  for (const { family, sub, letter, at } of places) if (counted.has(family)) {
    if (isClassLetter(sub)) observe(traces, `${isApart(traces, statement, family, letter, at) ? 'opposed' : 'place'} ${family} ${letter}`, at);
    // In `y_w = e^{s_w} / \sum_k e^{s_k}` the w of the left side is any place.
    if (letter === head?.letter) for (const any of [family, head.family]) observe(traces, `entry ${any} ${letter}`, at);
  }
}

/** In `\log \sigma(s_o) + \sum_k \log \sigma(-s_k)` the o is none of the k: the same is said of these with the other sign. A derivative goes on with what was defined before it. */
function isApart(traces: Traces, statement: Statement, family: string, letter: string, at: number): boolean {
  const wholes = expressionsOf(statement);
  if (wholes.some((whole) => hasPart(whole, isDerivative)) && isOpposed(traces, family, letter, at)) return true;
  const summands = wholes.flatMap(everyPart).filter(isBig).flatMap((big) => sumLetters(big).map((counting) => print(replace(big.body, (e) => (isName(e) && e.letter === counting ? { ...e, letter } : undefined)))));
  const isOpposite = (e: Expr): boolean => !isName(e) && summands.some((summand) => summand.includes('-') && print(e) !== summand && unsigned(print(e)) === unsigned(summand));
  return wholes.some((whole) => hasPart(whole, isOpposite));
}

const unsigned = (text: string): string => text.replace(/[-+\s(){}]/g, '');

/** The w of `y_w = …`. */
function headScript({ members, relations }: Statement): { family: string; letter: string } | undefined {
  const head = members[0]?.expr;
  if (!isScriptedName(head) || head.sub.length !== 1 || !equates(relations[0])) return undefined;
  const [sub] = head.sub;
  return isLetter(sub, /^[a-z]$/) && !sub.accents.length ? { family: familyOf(head.base), letter: sub.letter } : undefined;
}

/** In `q = W_q x` and `i_t = \sigma(W_i x_t + b_i)` the subscript says which quantity the weights make, in `x_p = x - \dots` which point it is. */
function observeLabels(traces: Traces, { members, relations }: Statement): void {
  const [head, body] = members.map((member) => member.expr);
  const name = isScripted(head) ? head.base : head;
  if (!isName(name) || !body || !equates(relations[0])) return;
  // The point x_p of `x_p = x - \dots` is no entry of x.
  const [label] = isScripted(head) && head.sub.length === 1 && head.sup.length === 0 ? head.sub : [];
  if (isLetter(label, /^[pqrs]$/) && hasPart(body, (e) => isName(e) && familyOf(e) === familyOf(name)) && !hasPart(body, (e) => isScripted(e) && isLetter(e.sub[0], label.letter))) observe(traces, `label ${familyOf(name)} ${label.letter}`, head);
  visitBound(body, (expr, bound) => {
    if (isScriptedName(expr) && expr.base.letter !== name.letter && expr.sub.length === 1 && isLetter(expr.sub[0], name.letter) && !bound.has(name.letter)) observe(traces, `label ${familyOf(expr.base)} ${name.letter}`, expr);
  });
}

/** `df = 2 x \,dx` of an f that is given as a function of x; where it is not, df may be a name for the gradient by f. */
function observeTotalDifferential(traces: Traces, { members }: Statement): void {
  const [head, ...others] = members.map(({ expr }) => expr);
  const [of] = isApply(head) ? differentiatedIn(head) : [];
  const along = others.flatMap(differentiatedIn);
  if (of && along.length > 0 && near(traces, `function ${familyOf(of)}`, head.span.start) && along.every((name) => near(traces, `parameter ${familyOf(name)}`, head.span.start))) observe(traces, 'differential', head);
}

/** The d of `\frac12 (\dots - d)` beside a divergence between laws. */
function observeEntries(traces: Traces, { members }: Statement): void {
  const isOne = (e: Expr): boolean => callsIn(e).some(({ head, body }) => isDivergence(head, body));
  if (!members.some(({ expr }) => hasPart(expr, isOne))) return;
  for (const { expr } of members) visit(expr, (e) => {
    for (const { expr: term } of isSum(e) ? e.terms : []) if (isName(term) && COUNTS.includes(term.letter)) { observe(traces, entriesBy(term.letter), term); observeSize(traces, term); }
  });
}

/** Which increments a statement has: they are what its differentials are along. */
function observeIncrements(traces: Traces, { members }: Statement): void {
  if (members.length === 0) return;
  const { start } = members[0].span;
  const { end } = members[members.length - 1].span;
  for (const { expr } of members) {
    for (const name of differentialsIn(expr)) observe(traces, `increment ${name.letter}`, start, end - start);
    for (const name of differentiatedIn(expr)) observe(traces, `increment d${familyOf(name)}`, start, end - start);
  }
}

/** `\bar\alpha_t = \prod_{s=1}^t \alpha_s`: of each step. */
function observeRunning(traces: Traces, { members, relations }: Statement): void {
  const head = members[0]?.expr;
  if (!isScripted(head) || !equates(relations[0])) return;
  const steps = [...head.sub, ...head.sup].flatMap((script) => (isName(script) ? [script.letter] : []));
  for (const { expr } of members.slice(1)) visit(expr, (e) => { if (isBig(e) && isName(e.above) && steps.includes(e.above.letter)) observe(traces, runsTo(e.above.letter), head); });
}

/** The x of `h(x) = …`. */
function observeParameters(traces: Traces, { members, relations }: Statement): void {
  const head = members[0]?.expr;
  if (!isPair(head) || !isGroup(head.factors[1]) || !equates(relations[0])) return;
  const [called, { contents }] = [head.factors[0], head.factors[1]];
  const name = bareName(called);
  if (name) observe(traces, `function ${familyOf(name)}`, head);
  if (name && contents.every(isName)) observe(traces, `${isName(called) ? 'one' : 'many'} function ${familyOf(name)}`, head);
  for (const item of contents) {
    if (!isName(item)) continue;
    observe(traces, `parameter ${familyOf(item)}`, item);
    if (isOfEntries(members[1].expr, item)) observe(traces, `vector ${familyOf(item)}`, item);
  }
}

/** In `f(x) = x_1^2 + x_2` only entries of the argument stand on the right. */
function isOfEntries(body: Expr, { letter }: Name): boolean {
  let [entries, whole] = [false, false];
  const look = (e: Expr): void => {
    const isNamed = isScripted(e) && isLetter(e.base, letter) && e.sub.length > 0;
    if (isNamed && e.sub.every((sub) => isNumeral(sub) && sub.value > 0)) entries = true;
    else if (isNamed || isLetter(e, letter)) whole = true;
    else for (const child of children(e)) look(child);
  };
  look(body);
  return entries && !whole;
}

/** `x_i \in \mathbb{R}^d` and `x \in \mathbb{R}^d`: what is said of each of a list, and of one by itself. */
function observeMembers(traces: Traces, { members, relations }: Statement): void {
  const [head, set] = members.map((member) => member.expr);
  if (relations[0]?.name !== 'in' || !isScripted(set)) return;
  if (isName(head)) observe(traces, `lone ${familyOf(head)}`, head);
  const script = isScriptedName(head) ? (head.sub[0] ?? (isGroup(head.sup[0]) ? head.sup[0].contents[0] : undefined)) : undefined;
  if (isScriptedName(head) && isLetter(script, /^[i-nt]$/)) observe(traces, `each ${familyOf(head.base)}`, head);
}

const expressionsOf = (statement: Statement): Expr[] => [...statement.members.map((m) => m.expr), ...statement.conditions];

// ── first look ──

function scripts(seeing: Seeing, expr: Expr): void {
  for (const law of lawsShown(expr)) observe(seeing.traces, lawTopic(law), expr);
  // Beside a policy `\pi(a)` nobody raises to π: `V^\pi` is that of the policy.
  if (chancesIn(expr).some(({ head }) => isLetter(headOf(head), '\\pi'))) observe(seeing.traces, 'raised \\pi', expr);
  const inner = isBig(expr) ? bindBig(seeing, expr) : expr.kind === 'integral' && isName(expr.by) ? { ...seeing, bound: new Set([...seeing.bound, expr.by.letter]) } : isProduct(expr) ? { ...seeing, bound: new Set([...seeing.bound, ...drawnLetters(expr)]) } : seeing;
  if (isScriptedName(expr)) observeScripted(seeing, expr, expr.base);
  if (isScripted(expr) && isGroup(expr.base)) observeRaised(seeing.traces, expr.base, expr.sup);
  if (expr.kind === 'derivative') for (const { expr: by } of expr.by) observeVariable(seeing.traces, by, expr.of);
  if (isNabla(expr)) for (const by of expr.by) if (isName(by) && !/^[i-n]$/.test(by.letter)) observe(seeing.traces, `varied ${familyOf(by)}`, by);
  // `(1, 2, \dots, n)` has n entries.
  if (isProduct(expr)) { observeExponents(seeing.traces, expr.factors); observeCounted(seeing, expr); }
  if (isProduct(expr) && isNum(expr.factors[0], 2) && isLetter(expr.factors[1], '\\pi')) observe(seeing.traces, 'doubled \\pi', expr);
  if (isFraction(expr)) for (const factor of factorsOf(expr.under)) { const name = bareName(factor); if (name) observe(seeing.traces, `under ${familyOf(name)}`, name); }
  if (isElided(expr) && isNumeral(expr.contents[0])) observeSize(seeing.traces, expr.contents[expr.contents.length - 1]);
  if (isApply(expr) && isOfDifferentials(expr)) observe(seeing.traces, 'differential', expr);
  for (const { base } of calledIn(seeing, expr)) observe(seeing.traces, `call ${base}`, expr);
  for (const name of pointsOf(expr)) observe(seeing.traces, `gradient ${familyOf(name)}`, name);
  if (isName(expr) && isDifferential(expr.letter)) observe(seeing.traces, 'differentials', expr);
  if (isGroup(expr, '‖')) for (const term of expr.contents.flatMap(summandsOf)) if (isName(term)) observe(seeing.traces, `normed ${familyOf(term)}`, term);
  if (isName(expr) && expr.font === 'bold') observe(seeing.traces, `bold ${familyOf(expr)}`, expr);
  for (const child of children(expr)) scripts(inner, child);
}

/** `d(X^{-1})`, `d\log\det X` and `\operatorname{tr}(A\,dX)`: no names of gradients. */
const isOfDifferentials = ({ fn, arg }: Extract<Expr, { kind: 'apply' }>): boolean => (fn === 'd' ? isGroup(arg) || isApply(arg) : fn === 'tr' && hasDifferential(arg));

function observeRaised(traces: Traces, { contents }: Group, exponents: Expr[]): void {
  for (const term of contents.flatMap(summandsOf)) if (isName(term)) for (const exponent of exponents) visit(exponent, (e) => { if (isName(e)) observe(traces, raisedTo(familyOf(term), e.letter), term); });
}

/** The w of `\nabla J(w)` and `E'(w)`: what is differentiated by without being named below. */
function pointsOf(expr: Expr): Name[] {
  const call = isNabla(expr) && expr.by.length === 0 ? expr.of : expr;
  if (!isPair(call)) return [];
  const [head, body] = call.factors;
  if (!isGroup(body, '(') || !(isNabla(expr) || (isScripted(head) && head.primes > 0))) return [];
  return body.contents.filter(isName);
}

/**
 * The p of `\sum_x p(x)` and `\int p(x, z) dz`, and the W of `W(t)^2` and `W^2(t)`: nobody brackets what a sum or an integral runs over, or what is raised,
 * to multiply by it; but in `m(v)^2` the v may be put in.
 */
function calledIn({ traces, bound }: Seeing, expr: Expr): SymbolUse[] {
  if (!isProduct(expr)) return [];
  return expr.factors.slice(1).flatMap((next, i) => {
    const head = expr.factors[i];
    const name = bareName(head);
    const body = isScripted(next) && isNumeral(next.sup[0]) ? next.base : next;
    if (!name || !isGroup(body, '(') || !body.contents.every(isSymbol)) return [];
    const isCall = body.contents.some((item) => isName(item) && bound.has(item.letter)) || ((body !== next || (isScripted(head) && isNumeral(head.sup[0]))) && expr.signs[i] === 'implicit' && APPLIED.test(name.letter + print(body)));
    return (isCall && symbolUse(head, contextOf({ traces }))) || [];
  });
}
const APPLIED = /^(?:[A-Zpq]|\\P[hs]i)\(|\([st]\)$/;

function bindBig(seeing: Seeing, big: Big): Seeing {
  const letters = sumLetters(big);
  for (const letter of letters) observe(seeing.traces, `sum ${letter}`, big);
  for (const item of big.below) observeFirst(seeing.traces, big, item);
  const isIndex = isName(big.above) && seeing.bound.has(big.above.letter);
  if (big.above && !isIndex && (big.op === 'sum' || big.op === 'prod')) observeSize(seeing.traces, big.above);
  for (const item of big.below) if (isChain(item) && isGroup(item.members[1])) observeSize(seeing.traces, item.members[1].contents[item.members[1].contents.length - 1]);
  return { ...seeing, bound: new Set([...seeing.bound, ...letters]) };
}

/** The 0 of `\sum_{j=0}^K s_j`, from which the places of s are counted. */
function observeFirst(traces: Traces, { body }: Big, below: Expr): void {
  const [letter, first] = relatedBy(below, 'equal');
  if (!isName(letter) || !isNumeral(first)) return;
  observe(traces, countedFrom(first.value, letter.letter), below);
  visit(body, (e) => { if (isScriptedName(e) && isLetter(e.sub[0], letter.letter)) observe(traces, countedFrom(first.value, familyOf(e.base)), e); });
}

export function observeSize(traces: Traces, expr: Expr | undefined): void {
  if (isName(expr)) observe(traces, `size ${expr.letter}`, expr);
  if (isScripted(expr)) observe(traces, `size ${print(expr)}`, expr);
  if (isSum(expr) && isName(expr.terms[0].expr)) observe(traces, `size ${expr.terms[0].expr.letter}`, expr);
}

function observeScripted(seeing: Seeing, expr: Scripted, name: Name): void {
  const family = familyOf(name);
  const at = expr.span.start;
  for (const sub of expr.sub) {
    const time = shifted(sub);
    if (time && time.shift !== 0 && !seeing.bound.has(time.letter)) { observe(seeing.traces, `downtime ${family}`, at); observe(seeing.traces, `downtime ${family} ${time.letter}`, at); observe(seeing.traces, `step ${time.letter}`, at); }
    if (name.letter === '\\delta' && lettersIn(sub).length === 2) for (const letter of lettersIn(sub)) observe(seeing.traces, `class ${letter}`, at);
    for (const letter of lettersIn(sub)) if (seeing.bound.has(letter)) observe(seeing.traces, `summed ${family} ${letter}`, at);
  }
  for (const sup of expr.sup) observeSuperscript(seeing, sup, family, at);
  if (name.letter === '1' || (name.letter === 'I' && isLetter(expr.sub[0], /^[dmnpNMDKP]$/))) observeSize(seeing.traces, expr.sub[0]);
}

/** In `Q(w) = \frac1n \sum_i Q_i(w)` there is a function for each i. */
function observeCounted({ traces, bound }: Seeing, { factors }: Product): void {
  factors.slice(1).forEach((next, i) => {
    const head = factors[i];
    const isCounted = isScriptedName(head) && CALLED.test(head.base.letter) && head.sub.length === 1 && isName(head.sub[0]) && bound.has(head.sub[0].letter);
    if (isCounted && isGroup(next, '(') && next.contents.every(isSymbol)) observe(traces, `many function ${familyOf(head.base)}`, head);
  });
}

/** Letters of functions; `\sum_i w_i (u)` is more likely a product. */
const CALLED = /^(?:[c-hp-rEFGHJLQR]|\\(?:ell|phi|psi|varphi|kappa))$/;

function observeVariable(traces: Traces, by: Expr, of: Expr): void {
  const name = bareName(by);
  if (isName(by)) observe(traces, `varied ${familyOf(by)}`, by);
  if (name) observe(traces, `slope by ${familyOf(name)}`, name);
  observeExponents(traces, factorsOf(isBracketed(of) ? of.contents[0] : of), by);
}

/** The j of `j x^{j-1}`, and of `\frac{d}{dx} x^j y`, is a number, and x is raised to it. */
function observeExponents(traces: Traces, factors: Expr[], by?: Expr): void {
  for (const factor of factors) if (isScriptedName(factor)) for (const sup of factor.sup) {
    const letter = shifted(sup)?.letter;
    if (letter && (isLetter(by, factor.base.letter) || factors.some((other) => isLetter(other, letter)))) observe(traces, raisedTo(familyOf(factor.base), letter), factor);
  }
}

function observeSuperscript(seeing: Seeing, sup: Expr, family: string, at: number): void {
  const inner = isBracketed(sup) ? sup.contents[0] : sup;
  if (isGroup(sup, '(') && isLetter(inner, /^[ijn]$/)) observe(seeing.traces, `example ${family}`, at);
  const time = shifted(inner);
  if (!time || seeing.bound.has(time.letter) || !STEP_LETTERS.has(time.letter) || near(seeing.traces, raisedTo(family, time.letter), at)) return;
  if (time.shift !== 0 && /^[lL]$/.test(time.letter)) observe(seeing.traces, `layer ${time.letter}`, at);
  if (time.shift !== 0 && (isGroup(sup) || /^[lL]$/.test(time.letter) || (!family.startsWith('\\') && family !== 'e'))) {
    observe(seeing.traces, `uptime ${family}`, at);
    observe(seeing.traces, `step ${time.letter}`, at);
  }
}

function lettersIn(expr: Expr): string[] {
  if (isName(expr)) return [expr.letter];
  return isProduct(expr) ? expr.factors.flatMap(lettersIn) : [];
}

// ── second look ──

function names(seeing: Seeing, expr: Expr): void {
  const inner = isBig(expr) ? { ...seeing, bound: new Set([...seeing.bound, ...sumLetters(expr)]) } : seeing;
  const use = useIn(seeing, expr);
  if (use) observeUse(seeing.traces, use, expr);
  else observeWhole(seeing, expr);
  for (const child of children(expr)) if (isGroup(child) && isAverage(seeing, expr, child)) {
    if (!isBlackboard(expr, child)) observe(seeing.traces, MOMENTS_TAKEN, child);
    if (child.contents.length === 1 && isName(child.contents[0])) observe(seeing.traces, averaged(familyOf(child.contents[0])), child);
  }
  for (const child of isScripted(expr) && use ? expr.sup.filter((sup) => !isTransposeMark(sup)) : children(expr)) names(isAverage(seeing, expr, child) ? { ...inner, averaged: true } : inner, child);
}

/** The brackets of `\mathbb{E}[…]` and `Var(…)`, and of `E(…)` beside such. */
function isAverage({ traces }: Seeing, expr: Expr, child: Expr): boolean {
  if (isApply(expr)) return expr.fn === 'var' || expr.fn === 'cov';
  const head = headBefore(expr, child);
  return head?.letter === 'E' && (head.font === 'blackboard' || (isGroup(child) && (child.open === '[' || (child.open === '(' && near(traces, MOMENTS_TAKEN, child.span.start)))));
}

const isBlackboard = (expr: Expr, child: Expr): boolean => headBefore(expr, child)?.font === 'blackboard';

function headBefore(expr: Expr, child: Expr): Name | undefined {
  const head = isProduct(expr) && isGroup(child) ? expr.factors[expr.factors.indexOf(child) - 1] : undefined;
  return head && bareName(head);
}

function observeUse(traces: Traces, use: SymbolUse, expr: Expr): void {
  const at = expr.span.start;
  const { family } = use;
  const bold = isScriptedName(expr) && expr.base.font === 'bold';
  if (use.slots.some((slot) => slot.kind === 'index')) {
    // The t of `y_i^{(t)}` beside `h^{(t-1)}` is its step.
    const apart = use.slots.filter((slot) => !(slot.kind === 'index' && slot.letter === 't' && near(traces, 'step t', at)));
    observe(traces, `slots ${family}`, at, apart.length || use.slots.length);
    observe(traces, `indexed ${family}`, at);
    if (use.slots.length === 2) observe(traces, `pair ${family}`, at);
    if (bold) observe(traces, `bold-indexed ${family}`, at);
  } else if (!use.slots.length) observe(traces, `bare ${family}`, at);
  const flipped = use.modifiers.some((m) => m.kind === 'transpose' || m.kind === 'inverseTranspose');
  const inverted = use.modifiers.some((m) => m.kind === 'inverse');
  if (flipped && use.slots.length) observe(traces, `transposed-entry ${family}`, at);
  if ((flipped || inverted) && /^(?:\w+\()*\\?[A-Z]/.test(family)) observe(traces, `matrix ${family}`, at);
  else if (flipped && !use.slots.length) { observeVector(traces, use, at); observe(traces, `turned ${family}`, at); observe(traces, `turned ${use.base}`, at); }
  if (use.modifiers.some((m) => m.kind === 'prime')) observe(traces, `primed ${family}`, at);
  if (/^[A-Z]$/.test(family) && use.slots.length === 0) observe(traces, `pair ${family.toLowerCase()}`, at);
}

/** The z_1 of `\|z_1 - y\|` and `z_1^T` is a vector itself, and no entry of z. */
function observeVector(traces: Traces, use: SymbolUse, at: number): void {
  observe(traces, `vector ${use.family}`, at);
  if (isNumbered(use)) observe(traces, `numbered ${use.family}`, at);
}

/** Notation that takes vectors: norms, inner products, gradients, element-wise products, matrix times name. */
function observeWhole(seeing: Seeing, expr: Expr): void {
  const mark = (e: Expr, topic: string) => {
    const use = useIn(seeing, e);
    if (!use || use.slots.length) return;
    if (topic === 'vector') observeVector(seeing.traces, use, e.span.start);
    else observe(seeing.traces, `${topic} ${use.family}`, e);
  };
  if (isGroup(expr) && (expr.open === '‖' || expr.open === '⟨')) expr.contents.forEach((item) => namesIn(item).forEach((e) => mark(e, 'vector')));
  if (isOfMatrix(expr)) namesIn(inside(expr)).forEach((e) => { if (/^\\?[A-Z]/.test(bareName(e)?.letter ?? '')) mark(e, 'matrix'); });
  if (isNabla(expr)) { expr.by.forEach((e) => mark(e, 'vector')); callOf(seeing.traces, expr.of); }
  if (isProduct(expr)) observeProduct(seeing, expr, mark);
  // `(w^{l+1})^T` of a layer, vector or matrix.
  if (isScripted(expr) && isTransposed(expr) && isGroup(expr.base)) for (const item of expr.base.contents) if (isLower(item) && useIn(seeing, item)?.time) { mark(item, 'turned'); mark(item, 'layered'); }
  // In `W x + b` a vector is added to a vector.
  if (isSum(expr) && expr.terms.some((term) => isApplied(seeing, term.expr))) for (const term of expr.terms) if (isLower(term.expr)) mark(term.expr, 'added');
}

/** `W x`, a matrix times a vector. */
const isApplied = (seeing: Seeing, expr: Expr): boolean =>
  isPair(expr, 'implicit') && isMatrixLetter(expr.factors[0]) && isLower(expr.factors[1]) && expr.factors.every((factor) => useIn(seeing, factor)?.slots.length === 0);

function observeProduct(seeing: Seeing, expr: Extract<Expr, { kind: 'product' }>, mark: (e: Expr, topic: string) => void): void {
  const slotsOf = (e: Expr): number | undefined => useIn(seeing, e)?.slots.length;
  const isWhole = (e: Expr): boolean => slotsOf(e) === 0;
  expr.signs.forEach((sign, i) => {
    const [before, left, right] = [expr.signs[i - 1] === 'implicit' ? expr.factors[i - 1] : undefined, expr.factors[i], expr.factors[i + 1]];
    if (sign === 'implicit' && isGroup(right, '(') && right.contents.length === 1 && isSymbol(right.contents[0])) observe(seeing.traces, `call ${print(left)} ${print(right.contents[0])}`, left);
    if (sign === 'implicit' && isBracketed(right, '[') && isSymbol(right.contents[0])) observe(seeing.traces, `operator ${print(left)}`, left);
    if (sign === 'implicit' && isLetter(left, /^\\(?:Gamma|sigma)$/) && isGroup(right, '(')) observe(seeing.traces, `applied ${left.letter}`, left);
    if (sign === 'odot' || sign === 'circ') { mark(left, 'vector'); mark(right, 'vector'); }
    if (sign === 'times' && [left, right].every((side) => namesIn(side).some((e) => bareName(e)?.font === 'bold'))) observe(seeing.traces, CROSSED, expr);
    if (sign === 'otimes' && [left, right].every(isCapital)) { mark(left, 'matrix'); mark(right, 'matrix'); }
    if (sign === 'implicit' && isGroup(right) && isPrimed(left) && !near(seeing.traces, TRANSPOSING, left.span.start)) callOf(seeing.traces, expr);
    if (sign !== 'implicit' && sign !== 'cdot') return;
    // What is divided by is no matrix.
    const isMatrix = isMatrixLetter(left) && isWhole(left) && !near(seeing.traces, `under ${useIn(seeing, left)?.family}`, left.span.start);
    if (isMatrix && isCapital(right) && !seeing.averaged) { mark(left, 'multiplied'); mark(right, 'multiplied'); }
    if (isLower(right) && isWhole(right) && (isTurnedLower(left) || isTurnedGreek(left))) mark(right, 'after');
    // `\theta^T f(y)`, `f(y)^T \theta`
    const [name, call] = isTurnedLower(left) || isTurnedGreek(left) ? [right, expr.factors[i + 2]] : isTransposed(right) && isScripted(right) ? [left, right.base] : [];
    if (isName(name) && isGroup(call, '(') && expr.signs[i + 1] !== 'cdot') observe(seeing.traces, features(familyOf(name)), name);
    // Each x_i of `w^T x_i` is a vector.
    const each = isLower(right) && isTurnedLower(left) && isWhole(left) ? useIn(seeing, right) : undefined;
    if (each?.slots.length === 1) observe(seeing.traces, `each-after ${each.family}`, right);
    // `W \tanh(h)`, `W \phi(h)`: weights of what a layer passes on.
    const passed = isApply(right) && ACTIVATIONS.has(right.fn) ? right.arg : isLetter(right, /^(?:\\(?:sigma|phi|varphi|rho)|[fg])$/) && expr.signs[i + 1] === 'implicit' ? expr.factors[i + 2] : undefined;
    if (isMatrix && isLetter(bareName(left), /^[UVW]$/) && passed && isLower(unbracketed(passed)) && slotsOf(unbracketed(passed)) === 0) { mark(left, 'matrix'); mark(unbracketed(passed), 'after'); }
    // In `x^T A y` what stands between is a matrix, whatever its letter.
    const isForm = before && (isTurnedLower(before) || isTurnedSum(before)) && isCapital(left) && isWhole(left);
    if (isForm && isTurnedSum(before)) { mark(left, 'matrix'); summandsOf(inside(before)).filter(isLower).forEach((e) => mark(e, 'after')); }
    // Coefficients, as in `X \beta`; other Greek letters may be numbers.
    if (isMatrix && isLetter(bareName(right), /^\\(?:beta|theta)$/)) mark(right, 'after');
    if ((isMatrix || isForm) && isLower(right)) {
      mark(left, 'matrix');
      mark(right, 'after');
      if (slotsOf(right) === 1) observe(seeing.traces, `transposed-entry ${familyOf(bareName(right) as Name)}`, right);
    }
  });
}

const ACTIVATIONS = new Set(['tanh', 'relu', 'sigmoid']);
const OF_MATRICES = new Set(['det', 'tr', 'trace', 'rank', 'vec']);
/** `\det(A)`, `(A + B)^T`, `(A + B)^{-1}`, `\|A\|_F`: capitals inside are matrices. */
function isOfMatrix(expr: Expr): boolean {
  if (isApply(expr)) return OF_MATRICES.has(expr.fn);
  if (!isScripted(expr) || !isGroup(expr.base)) return false;
  return expr.base.open === '‖' ? expr.sub.some((sub) => print(sub).includes('F')) : expr.sup.some((sup) => isTransposeMark(sup) || print(sup) === '-1');
}
const inside = (expr: Expr): Expr => (isApply(expr) ? unbracketed(expr.arg) : isScripted(expr) ? unbracketed(expr.base) : expr);
const unbracketed = (expr: Expr): Expr => (isBracketed(expr) ? expr.contents[0] : expr);

const isCapital = (e: Expr): boolean => /^[A-Z]$/.test(bareName(e)?.letter ?? '');
/** Capitals that are commonly matrices; E, L, J, R and letters of sizes are not among them. */
const isMatrixLetter = (e: Expr): boolean => /^[ABDGHMPQSUVWXYZ]$/.test(bareName(e)?.letter ?? '');
const isLower = (e: Expr): boolean => /^[a-z]$/.test(bareName(e)?.letter ?? '');
const isPlainLower = (e: Expr): boolean => isLower(e) && !isTransposed(e);
/** `x^T`. */
const isTurnedLower = (e: Expr): boolean => isLower(e) && isTransposed(e);
/** `(x - y)^T`. */
const isTurnedSum = (e: Expr): boolean => isTransposed(e) && isSum(inside(e));
/** `\theta^T`, which may be the natural parameter of a number too. */
const isTurnedGreek = (e: Expr): boolean => isTransposed(e) && GREEK.has(bareName(e)?.letter ?? '') && /^\\[a-z]/.test(bareName(e)?.letter ?? '');
const isPrimed = (e: Expr): boolean => isScripted(e) && e.primes > 0;

function namesIn(expr: Expr): Expr[] {
  if (isSum(expr)) return expr.terms.flatMap((t) => namesIn(t.expr));
  if (isProduct(expr)) return expr.factors.flatMap(namesIn);
  return isSymbol(expr) ? [expr] : [];
}

// ── functions ──

/** `t = u(x) = x^2`: what has the x and no u is the value of a function. */
function isNamedCall({ members, relations }: Statement): boolean {
  const [name, call, value] = members.map(({ expr }) => expr);
  const [head, body] = pairOf(call, 'implicit');
  if (!value || !isSymbol(name) || !isName(head) || !isGroup(body, '(') || !relations.every(({ name: relation }) => relation === 'equal')) return false;
  return body.contents.every((item) => isName(item) && hasPart(value, (e) => print(e) === print(item))) && !hasPart(value, (e) => print(e) === print(head));
}

/** The left side `f(x, y)` of an equation, or the L(\theta) of `\log L(\theta)` there, and what stands after a nabla, are calls. */
function callOf(traces: Traces, expr: Expr): void {
  const [head, next] = pairOf(expr, 'implicit');
  const body = isScripted(next) ? next.base : next;
  if (isLog(expr)) { const [of, names] = pairOf(expr.arg); if (isGroup(names) && !isLetter(of, 'N', names.given === 1 ? undefined : 'calligraphic') && names.contents.every(isSymbol)) callOf(traces, expr.arg); }
  if (!head) return;
  const name = bareName(head);
  if (!name || !isGroup(body, '(') || (isScripted(head) && head.sup.some((s) => isNumeral(s) || isTransposeMark(s) || print(s) === '-1'))) return;
  const use = symbolUse(withoutPrimes(head), contextOf({ traces }));
  if (use && !isInItself(head, body)) observe(traces, `call ${use.base}`, expr);
}
