/** A line that holds by a convention, written so that it holds as it stands: the other layout of a derivative, the whole of a Jacobian, products entry by entry. */
import { BY_ENTRIES, DIAGONAL, isUpToTranspose } from '../../meaning/conventions';
import { apartFrom, type DocumentMeaning } from '../../meaning/document';
import { type Expr, hasPart, isFraction, isNabla, isNumeral, isProduct, type Member } from '../../notation/expression';
import type { Judged, Proposal } from '../repair';
import { editedLink } from './edited';
import { judgeAs } from './judge';
import { type Candidate, inserted, type Setting, settingOf, sitesOf, replaced } from './setting';
import { turned } from './shapes';

/** The first way to write the line that is verified without one of its conventions, and with no other. */
export function withoutConvention(document: DocumentMeaning, { link, kind, judgement }: Judged): Proposal | undefined {
  const needed = judgement?.verdict === 'verified' ? judgement.sides.convention : [];
  if (!needed.some(isAvoidable)) return undefined;
  const own = apartFrom(document);
  return candidates(settingOf(own, link), needed).find(({ edits }) => {
    const edited = editedLink(own, link, edits);
    const again = edited && judgeAs(own, edited, kind, { reasons: false });
    return again?.verdict === 'verified' && again.sides.convention.length < needed.length && again.sides.convention.every((one) => needed.includes(one));
  });
}

/** Conventions that another way of writing does without. */
const isAvoidable = (convention: string): boolean => isUpToTranspose(convention) || convention === DIAGONAL || convention === BY_ENTRIES;

function candidates(setting: Setting, needed: readonly string[]): Candidate[] {
  const member = plainMember(setting);
  if (needed.some(isUpToTranspose)) return transposes(member, setting);
  if (needed.includes(DIAGONAL)) return [whole(member, `\\operatorname{diag}(${member.tex.trim()})`, 'Write the whole Jacobian', setting)];
  return needed.includes(BY_ENTRIES) ? entryProducts(member, setting) : [];
}

/** The member that is no derivative; its own form is what can be changed. */
function plainMember({ link: { lhs, rhs } }: Setting): Member {
  const isDerivative = ({ expr }: Member) => hasPart(expr, (e) => e.kind === 'derivative' || isNabla(e));
  return isDerivative(rhs) && !isDerivative(lhs) ? lhs : rhs;
}

function transposes(member: Member, setting: Setting): Candidate[] {
  const texts = [turnedProduct(member.expr, setting), turned(setting.tex(member.expr), setting.transpose), `(${setting.tex(member.expr)})${setting.transpose}`];
  return texts.filter((text) => text !== undefined).map((text) => whole(member, text, 'Write in the other layout', setting));
}

/** `(A b)^T = b^T A^T`: the factors in the other order, each with its transpose turned; numbers stay in front. */
function turnedProduct(expr: Expr, { tex, transpose }: Setting): string | undefined {
  if (!isProduct(expr) || expr.signs.some((sign) => sign !== 'implicit')) return undefined;
  const isNumber = (factor: Expr) => isNumeral(factor) || isFraction(factor);
  const numbers = expr.factors.filter(isNumber).map(tex);
  const factors = expr.factors.filter((factor) => !isNumber(factor)).map((factor) => turned(tex(factor), transpose));
  return [...numbers, ...factors.reverse()].join(' ');
}

function entryProducts(member: Member, { document, extent }: Setting): Candidate[] {
  return sitesOf(document, member).flatMap(({ expr }) => (isProduct(expr) ? expr.factors.slice(1) : []))
    .map((factor) => inserted(extent(factor).start, '\\odot ', 'Write the product entry by entry, with `\\odot`'));
}

const whole = (member: Member, text: string, message: string, { extent }: Setting): Candidate => replaced(extent(member.expr), text, `${message}: \`${text}\``);
