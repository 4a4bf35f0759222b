/** Names that tell which entry is meant: the y of `p_y`, and the y_i of `f_{y_i}`, where y is the class of an example. The letter is any index, so that what holds of it holds of every class; the class of one example is a number that is compared with indices. */
import { callsIn, children, type EquationSyntax, type Expr, isBareLetter, isChain, isGroup, isLog, isName, isProduct, isSum, isScripted, isScriptedName } from '../notation/expression';
import { print } from '../notation/print';
import { type Traces, near, observe } from './traces';
import { familyOf, isOpposed } from './symbols';

/** Letters of classes and of what is chosen. With an index, those of one example. */
const CLASS = /^[acoty](?:_\{?[in]\}?|\^\{?\([in]\)\}?)$|^[acoy]$/;

export const isClassLetter = (sub: Expr): boolean => (isName(sub) ? !sub.accents.length : isScriptedName(sub)) && CLASS.test(print(sub));

/** Whether the name tells a class at a place. */
export const isClassAt = (traces: Traces, expr: Expr, at: number): boolean => isClassLetter(expr) && near(traces, `choice ${print(expr)}`, at);

/** The letters that tell classes at a place. */
export const classesAt = ({ seen, units, unitAt }: Traces, at: number): string[] =>
  [...seen.keys()].flatMap((topic) => (/^choice \w$/.test(topic) && units.get(topic)?.has(unitAt(at)) ? [topic.slice(7)] : []));

/** What the exercises show: by exercise and family the names that stand alone or with an index, and those with labels; the letters that something compares, and those that are quantities by themselves. */
interface Shown { wholes: Set<string>; labelled: Set<string>; asked: Set<string>; quantities: Set<string>; places: Place[] }
interface Place { key: string; family: string; letter: string; at: number; inLog: boolean }

/** In `-\log p_y` beside p or p_k, and where something asks whether `k = y`. */
export function observeClasses(traces: Traces, equations: EquationSyntax[]): void {
  const shown: Shown = { wholes: new Set(), labelled: new Set(), asked: new Set(), quantities: new Set(), places: [] };
  for (const { members } of equations.flatMap(({ statements }) => statements)) for (const { expr } of members) look(shown, traces, expr);
  const { wholes, labelled, asked, quantities, places } = shown;
  const known = places.filter(({ key }) => wholes.has(key) && !labelled.has(key));
  const letterOf = ({ letter, at }: Place): string => `${traces.unitAt(at)} ${letter}`;
  // In `\log \frac{p_a}{p_o}` both are labels.
  const isOne = (place: Place): boolean => known.every(({ key, letter }) => key !== place.key || letter === place.letter);
  const chosen = new Set(known.filter((place) => asked.has(letterOf(place)) || (place.inLog && isOne(place) && !quantities.has(letterOf(place)))).map(letterOf));
  for (const place of known) if (chosen.has(letterOf(place))) {
    const { family, letter, at } = place;
    if (!isOpposed(traces, family, letter, at)) observe(traces, `place ${family} ${letter}`, at);
    observe(traces, `choice ${letter}`, at);
  }
}

function look(shown: Shown, traces: Traces, expr: Expr, inside?: 'log' | 'subscript'): void {
  const at = expr.span.start;
  const [name, subs] = isScripted(expr) ? [expr.base, expr.sub] : [expr, []];
  if (isName(name)) {
    const key = `${traces.unitAt(at)} ${familyOf(name)}`;
    const others = subs.filter((sub) => !isClassLetter(sub));
    const isCounting = (sub: Expr): boolean => /^[i-n]$/.test(print(sub)) || near(traces, `sum ${print(sub)}`, at);
    if (others.every(isCounting)) for (const sub of subs) if (isClassLetter(sub)) shown.places.push({ key, family: familyOf(name), letter: print(sub), at, inLog: inside === 'log' });
    if (others.length === subs.length && others.every(isCounting)) shown.wholes.add(key);
    if (others.some((sub) => isName(sub) && !isCounting(sub))) shown.labelled.add(key);
    if (isUnit(expr)) for (const sub of subs) shown.asked.add(`${traces.unitAt(at)} ${print(sub)}`);
  }
  if (isChain(expr) && expr.relations.every(({ name: relation }) => relation === 'equal' || relation === 'notEqual')) for (const member of expr.members) shown.asked.add(`${traces.unitAt(at)} ${print(member)}`);
  for (const { head, body } of callsIn(expr)) if (isOneHot(head)) for (const item of body.contents) shown.asked.add(`${traces.unitAt(at)} ${print(item)}`);
  if (inside !== 'subscript') for (const part of quantitiesIn(expr)) if (isClassLetter(part)) shown.quantities.add(`${traces.unitAt(at)} ${print(part)}`);
  const inner = isName(name) && isScripted(expr) ? [...expr.sub, ...expr.sup] : children(expr);
  for (const child of inner) look(shown, traces, child, inside === 'subscript' || subs.includes(child) ? 'subscript' : isLog(expr) || (inside && isGroup(expr)) ? 'log' : undefined);
}

/** What is added, multiplied or differentiated by; the y of `p - y` is the one-hot vector of the class y. */
function quantitiesIn(expr: Expr): Expr[] {
  if (expr.kind === 'derivative') return expr.by.map(({ expr: by }) => by);
  return isProduct(expr) || (isSum(expr) && expr.terms.filter(({ expr: term }) => isName(term)).length < 2) ? children(expr) : [];
}

/** `e_y`, `\mathbf{1}_y`. */
const isUnit = (expr: Expr): boolean => isScripted(expr) && expr.sub.length === 1 && !expr.sup.length && (isBareLetter(expr.base, 'e') || isBareLetter(expr.base, '1'));

/** The head of `onehot(y)`. */
export const isOneHot = (head: Expr): boolean => /^onehot$/i.test(print(head).replace(/\\(?:text|mathrm)|[^a-zA-Z]/g, ''));
