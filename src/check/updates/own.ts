/** Steps by the document's own gradient in words: what is right, and what slipped where the text says that it descends. */
import { type DocumentMeaning, linksAround, type LinkSyntax, statementsAround } from '../../meaning/document';
import { freeLetters } from '../../meaning/free';
import { type Expr, find, hasPart, isGroup, isNabla, isZero, relatedBy } from '../../notation/expression';
import { print } from '../../notation/print';
import type { UpdateFinding } from './finding';
import { againstGradient } from './gradient';
import type { Outcome } from './outcome';
import { countingLetter, type Counting, slotOf } from './slots';
import { type Step, stepOf } from './step';

/** Undefined where nothing is certain. */
export function judgeStep(document: DocumentMeaning, link: LinkSyntax): UpdateFinding | undefined {
  const step = stepOf(link);
  const outcome = step && againstGradient(document, step);
  return outcome ? said(document, step, outcome) : staysPut(document, link);
}

/** `\nabla f(x^t = a) = 0 \Rightarrow x^{t+1} = a`: a step by a gradient of zero is none. */
function staysPut(document: DocumentMeaning, link: LinkSyntax): UpdateFinding | undefined {
  const [before] = statementsAround(document, link).before;
  const [said, zero] = before?.members ?? [];
  if (!link.statement.implied || link.position !== 0 || before?.members.length !== 2 || before.relations[0].name !== 'equal' || !isNabla(said.expr) || !isNothing(zero.expr)) return undefined;
  const [variable, value] = relatedBy(find(said.written ?? said.expr, (e) => relatedBy(e, 'equal').length > 0), 'equal');
  if (!value) return undefined;
  const letter = countingLetter(link.lhs.expr, variable);
  const counting: Counting = { letter: letter ?? 't', isLabel: () => true };
  const [from, to] = [variable, link.lhs.expr].map((e) => slotOf(e, counting));
  const isNext = from && to && from.name === to.name && typeof from.moment === 'number' && to.moment === from.moment + 1;
  return isNext && print(value) === print(link.rhs.expr) ? { verdict: 'verified', code: 'own-gradient', message: 'A step by a gradient of zero stays where it is.' } : undefined;
}

const isNothing = (expr: Expr): boolean => isZero(expr) || (isGroup(expr) && expr.contents.every(isZero));

function said(document: DocumentMeaning, step: Step, outcome: Outcome): UpdateFinding | undefined {
  const { of } = outcome;
  const derivative = `∂${of}/∂${outcome.by}`;
  const { aim, isPlain } = aimOf(document, step.link);
  const isRule = aim === 'descent' && (isPlain || isStated(document, step));
  const verified = (message: string): UpdateFinding => ({ verdict: 'verified', code: 'own-gradient', message });
  const refuted = (message: string): UpdateFinding => ({ verdict: 'refuted', code: 'own-gradient', message });
  switch (outcome.kind) {
    case 'descent': return aim === 'ascent' && CLIMBING.test(sectionBefore(document, step.link)) ? refuted(`It steps against ${derivative} and not along it: ${of} shrinks.`) : verified(`The step against ${derivative} of the ${of} above${step.isMixed ? `, where ${outcome.by} is the value before the step` : ''}.`);
    case 'stated': return verified(`The step against ${of} = ${outcome.stated} as it stands above${step.isMixed ? `, where ${outcome.by} is the value before the step` : ''}.`);
    case 'ascent': return aim === 'descent' ? refuted(`It steps along ${derivative} and not against it: ${of} grows.`) : aim === 'ascent' ? verified(`The step along ${derivative} of the ${of} above.`) : undefined;
    case 'iterate': return isRule ? refuted(`The gradient is taken at ${print(outcome.stray)}, which is not the value before the step.`) : undefined;
    case 'scaled': return isRule && isStated(document, step)
      ? refuted(`It steps by ${outcome.factor} times ${derivative}: the rule above has ${outcome.rate} and no such factor.`)
      : { verdict: 'definition', code: 'own-gradient', message: `A step against ${derivative} with ${outcome.factor} times the rate ${outcome.rate}.` };
    case 'other': return isRule ? refuted(`It steps by ∂${of}/∂${outcome.variable}: the step of ${outcome.by} needs ${derivative}.`) : undefined;
    case 'indices': return isRule ? refuted(`Not the step against ${derivative}: it would be with ${outcome.second} where ${outcome.first} stands.`) : undefined;
    case 'different': return isRule && isOfAll(step) ? refuted(`Not the step against ${derivative} of the ${of} above.`) : undefined;
    case 'stranger': return {
      ...refuted(`${outcome.by} occurs nowhere else: the step of ${step.name} needs ∂${of}/∂${step.name}.`),
      repair: { message: `Write ${step.name} for ${outcome.by}.`, edits: [{ span: outcome.target.span, text: step.name }] },
    };
  }
}

// ── what the text wants ──

const MENTION = /gradient[\s-]+descent|steepest[\s-]+descent|\bminimi[sz]\w*|\bGD\b|gradient[\s-]+ascent|\bmaximi[sz]\w*|\bascen[dt]\w*/gi;
const CLIMBING = /gradient[\s-]+ascent/i;
/** Steps that are more than that of the gradient, or of a part of it. */
const OTHERWISE = /\b(?:stochastic|SGD|mini-?batch\w*|online|single (?:example|sample)|momentum|Nesterov|decay\w*|regulari[sz]\w*|penal\w+|proxim\w+|project\w+|clip\w*|normali[sz]\w*|natural gradient|Newton\w*|Adam\w*|RMS\w*|precondition\w*|perceptron|coordinate|implicit|backward Euler|Gauss[–-]Seidel|alternat\w*|EM|expectation[- ]maximi[sz]ation|subgradient|approximat\w*|delay\w*|straight[- ]through|noise|noisy|Langevin)\b/i;
const WINDOW = 1200;

const sectionBefore = (document: DocumentMeaning, link: LinkSyntax): string => {
  const { start } = document.parts.regions[link.region].span;
  return document.text.slice(Math.max(0, start - WINDOW), start);
};

/** Up or down, by the words nearest before the line, else those just after it. `isPlain`: nothing around says that the step is more than that. */
function aimOf(document: DocumentMeaning, link: LinkSyntax): { aim: 'descent' | 'ascent' | undefined; isPlain: boolean } {
  const before = sectionBefore(document, link);
  const { end } = document.parts.regions[link.region].span;
  const after = document.text.slice(end, end + 200);
  const mention = [...before.matchAll(MENTION)].at(-1)?.[0] ?? MENTION[Symbol.match](after)?.[0];
  const aim = mention === undefined ? undefined : /descent|minimi|GD/i.test(mention) ? 'descent' : 'ascent';
  return { aim, isPlain: !OTHERWISE.test(before + after) };
}

/** The exercise states the step of the quantity by its derivative, with the same rate. */
function isStated(document: DocumentMeaning, { link, name, counting, rates }: Step): boolean {
  return linksAround(document, link).some((other) => other !== link && other.position === 0 && slotOf(other.lhs.expr, counting)?.name === name
    && hasPart(other.rhs.expr, (e) => e.kind === 'derivative' || isNabla(e)) && hasPart(other.rhs.expr, (e) => print(e) === print(rates[0])));
}

/** An index that the right side has alone stands for one example of many. */
const isOfAll = ({ variable, nexts }: Step): boolean => nexts.slice(-1).every((next) => [...freeLetters(next)].every((letter) => freeLetters(variable).has(letter)));
