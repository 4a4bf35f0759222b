/** Lines that hold with a formula in the place of what it comes near to, as words around them may say. */
import { sentenceBefore } from '../../meaning/premises';
import { map, num, rewriteTerm, type Term } from '../../meaning/term';
import { wordsAfter, wordsBefore } from '../../meaning/wording';
import { evaluate } from '../evaluate';
import { unreadable, type Reason } from '../judgement';
import { seedText } from '../readings';
import type { Differing } from './differing';

/** Words around speak of Stirling's formula, and the line holds where it stands for each factorial: after it an approximation is often written as an equality. */
export function byStirling({ document: { wording }, link, sides, evaluation }: Differing): Reason | undefined {
  if (!STIRLING.test(`${wordsBefore(wording, link.region, 400)} ${wordsAfter(wording, link.region, 100)}`)) return undefined;
  const holds = FORMS.some((form) => {
    const [left, right] = [sides.left, sides.right].map((side) => rewriteTerm(side, (term) => { const of = factorialOf(term); return of && form(of); }));
    const found = evaluate({ ...sides, left, right }, { seed: seedText(link), choice: evaluation.choice, points: POINTS });
    return found?.outcome === 'agree' && !found.vacuous;
  });
  return holds ? unreadable("an equality up to Stirling's formula") : undefined;
}

/** The x of `x!`, which is Γ(x + 1). */
function factorialOf(term: Term): Term | undefined {
  const [arg] = term.op === 'map' && term.fn === 'gamma' ? term.args : [];
  if (arg?.op !== 'map' || arg.fn !== 'add') return undefined;
  const [of, one] = arg.args;
  return one.op === 'num' && one.value === 1 ? of : undefined;
}

/** (n/e)^n, and with the factor √(2πn). */
const FORMS: ((n: Term) => Term)[] = [
  (n) => map('exp', map('sub', map('mul', n, map('log', n)), n)),
  (n) => map('mul', map('sqrt', map('mul', num(2 * Math.PI), n)), FORMS[0](n)),
];

/** Where a difference such as `N - n` is below zero in any entry there is nothing to compare, which leaves few. */
const POINTS = 2000;

const STIRLING = /stirling|стирлинг|斯特林|史特靈|スターリング|스털링/i;

/** The sentence speaks of what values come to far out: "for large n it grows as". */
export const isAsymptotic = ({ document, link }: Differing): boolean =>
  ASYMPTOTIC.test(`${sentenceBefore(document, link)}⟦⟧${wordsAfter(document.wording, link.region, 100).replace(/[.;!?](?:\s[^]*)?$/, '')}`);

const ASYMPTOTIC = /(?<![a-zß-ё])(?:asympto[a-zß-ё]*|(?:sufficiently|very|for|when|enough) (?:large|small)(?: enough)?(?: values? of)? (?:[a-zß-ё]|⟦⟧)(?![a-zß-ё])|⟦⟧ (?:is |are |becomes |gets )?(?:sufficiently |very )?(?:large|small)(?: enough)?(?= *[,⟦]|$)|(?:grows?|scales?|behaves?) (?:as|like)|in the limit|für (?:große|kleine)s?|pour (?:[a-zß-ё]+|⟦⟧) (?:assez )?(?:grand|petit)|para (?:[a-zß-ё]+|⟦⟧) (?:grande|pequeñ[oa])|при (?:больших|малых)|асимпто[a-zß-ё]*)|足够大|充分大|很大时|渐近|漸近|十分大き/i;
