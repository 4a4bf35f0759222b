/** Formulas that a text denies or asks about: "it is not true that …", "…, a contradiction", "true or false: …". What it does not say is no mistake of it. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { wordsAfter, wordsBefore } from '../meaning/wording';
import type { Finding } from './finding';
import { notRead } from './judgement';

export function withoutDenied(document: DocumentMeaning, finding: Finding): Finding {
  const { link, kind, verdict } = finding;
  if (verdict !== 'refuted' || isSaid(document, link)) return finding;
  return { link, kind, verdict: 'undecided', code: 'unread', judgement: notRead('a formula that the text denies or asks about') };
}

function isSaid({ wording }: DocumentMeaning, { region }: LinkSyntax): boolean {
  const before = wordsBefore(wording, region, 200).split(/[.;!?。；？]\s|\n\s*\n/).pop() ?? '';
  const after = wordsAfter(wording, region, 80);
  return !(DENYING.test(before) || DENIED.test(after) || ASKING.test(before) || (QUESTION.test(before) && /^[^.;!。；]*[?？]/.test(after)));
}

const WRONG = 'wrong|false|incorrect|untrue|impossible|absurd|falsch|unmöglich|faux|fausse|fals[oa]|incorrect[oa]|imposible|errad[oa]|неверно|错误|不成立|不可能';
const NOUNS = '(?:answer|result|formula|derivative|gradient|solution|way|version|equation|identity|statement|claim)s?';
/** Before a formula, in its sentence and up to the formula before it. */
const DENYING = new RegExp(
  `(?<![a-zß-ё])(?:(?:is|was|be|it's) (?:not|never) (?:[a-zß-ё]+ )?(?:true|the case|correct|possible)|isn't (?:true|possible)|cannot (?:be|have|hold)|can't (?:be|have)|(?:do|does|did|would) not (?:have|get|hold)|don't (?:have|get)|(?:common|frequent|typical|usual|tempting) (?:mistakes?|errors?)|misconception|fallacy|mistakenly|wrongly|incorrectly|falsely|(?:might|may|could) (?:be tempted|think|believe|guess)|tempting to|(?:wrong|false|incorrect|untrue|impossible|absurd) (?:that|to|with|${NOUNS})|falsch (?:ist|wäre|dass)|nicht wahr|il est faux|gilt nicht|häufiger fehler|erreur [cf][a-zß-ё]*|erro[re]* com[uú][mne]*|no es (?:cierto|verdad)|es falso|não é verdade|é falso|неверно|错误的|常见错误)(?![a-zß-ё])[^.;!?。；⟦]{0,60}$`, 'i');
/** Right behind a formula, or at the end of its sentence. */
const DENIED = new RegExp(
  `^[^.;!?。；⟦]{0,12}?(?<![a-zß-ё])(?:(?:is|was|are|seems|would be|ist|est|es|é) (?:[a-zß-ё]+ ){0,2}?(?:${WRONG}|not (?:true|correct|right|so|possible|the case))|(?:do|does|did|will|can|need) ?(?:not|n't) hold|cannot (?:hold|be|happen)|(?:can )?never (?:holds?|happens?|occurs?)|(?:a|the|yields a|gives a) contradiction|contradict(?:s|ing)|(?:${WRONG})\\s*[.?!。])|^\\s*(?:not|nicht) (?:true|correct|right|so|possible|wahr)(?![a-zß-ё])|^\\s*(?:错误|不成立|不可能|是错|は(?:誤|間違)|[는은] 틀)`, 'i');
/** What follows is to be judged. */
const ASKING = /(?<![a-zß-ё])(?:true or false|right or wrong|(?:prove|show) or disprove|disprove|refute|find the (?:mistake|error|bug)|richtig oder falsch|wahr oder falsch|vrai ou faux|verdader[oa] o fals[oa]|verdadeir[oa] ou fals[oa])(?![a-zß-ё])[^.;!?⟦]{0,60}$/i;
/** So a question begins that leaves open whether it is so. */
const QUESTION = /^\W*(?:is|are|does|do|did|ist|gilt|est-ce|vale|es|是否)(?![a-zß-ё])/i;
