/** A display that begins with its relation goes on with the chain of the one before it, as the rows of one display do. */
import { type EquationSyntax, type Expr, isDots, isName, isNumeral, type Member, type RelationName, type Statement } from '../notation/expression';
import type { DocumentText } from '../text';
import { wordsBetween } from './wording';

/** The equations with what they go on from put before them; its relations are counted in `carried` and belong to the display before. */
export function withContinued(equations: EquationSyntax[], parts: DocumentText, text: string): EquationSyntax[] {
  const whole = [...equations];
  for (let region = 0; region < whole.length; region++) {
    const [first, ...rest] = whole[region].statements;
    if (first?.opening && CHAINED.has(first.opening.name)) {
      const before = chainBefore(whole, parts, text, region);
      if (before || parts.regions[region].display) whole[region] = { ...whole[region], statements: [joined(first, before ?? nothingBefore(first)), ...rest] };
    }
    if (isFollowed(parts, text, region)) [whole[region], whole[region + 1]] = withoutOpenEnd(whole[region], whole[region + 1]);
  }
  return whole;
}

/** By another display without a word between. */
const isFollowed = ({ regions }: DocumentText, text: string, region: number): boolean =>
  regions[region].display && regions[region + 1]?.display && wordsBetween(text, regions, regions[region].span.end, regions[region + 1].span.start).trim() === '';

/** `$$a =$$ $$= b$$`, `$$a =$$ $$b$$`: the relation at the end is the one that the next display begins with. */
function withoutOpenEnd(equation: EquationSyntax, next: EquationSyntax): [EquationSyntax, EquationSyntax] {
  const last = equation.statements.at(-1);
  const [first, ...rest] = next.statements;
  const end = last?.members.at(-1)?.tex === '' ? last.relations.at(-1) : undefined;
  if (!last || !end || !first) return [equation, next];
  const kept = { ...last, members: last.members.slice(0, -1), relations: last.relations.slice(0, -1) };
  return [
    { statements: [...equation.statements.slice(0, -1), kept], problems: equation.problems.filter(({ span }) => span !== end.span) },
    { ...next, statements: [{ ...first, opening: first.opening ?? end }, ...rest] },
  ];
}

const CHAINED: ReadonlySet<RelationName> = new Set(['equal', 'identical', 'approx', 'less', 'lessEqual', 'greater', 'greaterEqual', 'proportional']);

function joined(statement: Statement, { members, relations }: Pick<Statement, 'members' | 'relations'>): Statement {
  const { opening, ...own } = statement;
  return { ...own, members: [...members, ...own.members], relations: [...relations, ...(opening ? [opening] : []), ...own.relations], carried: relations.length };
}

function nothingBefore({ opening }: Statement): Pick<Statement, 'members' | 'relations'> {
  const start = opening?.span.start ?? 0;
  const span = { start, end: start };
  const member: Member = { expr: { kind: 'unread', what: 'what this line goes on from', span }, tex: '', span };
  return { members: [member], relations: [] };
}

/** The chain that the nearest display before ends with, in the same block and with a few words at most between. */
function chainBefore(equations: EquationSyntax[], { regions }: DocumentText, text: string, region: number): Statement | undefined {
  const { block, span } = regions[region];
  for (let i = region - 1; i >= 0; i--) {
    const words = wordsBetween(text, regions, regions[i].span.end, span.start).trim();
    if (regions[i].block !== block || words.length > FEW_WORDS) return undefined;
    const chain = lastChain(equations[i].statements, regions[i].display);
    // A display continues one before it; inline formulas continue each other where no words part them.
    if (chain) return words === '' || (regions[i].display && regions[region].display) ? chain : undefined;
  }
  return undefined;
}

/** Characters of "which, using the chain rule and what was found above, becomes" and the like. */
const FEW_WORDS = 160;

function lastChain(statements: Statement[], display: boolean): Statement | undefined {
  const chains = statements.filter((statement) => statement.relations.length > 0 && statement.relations.every(({ name }) => CHAINED.has(name) || name === 'assign'));
  return [...chains].reverse().find((chain) => !isCondition(chain)) ?? chains[0] ?? (display && statements.length === 1 && statements[0].relations.length === 0 ? statements[0] : undefined);
}

/** `i = 1`, `x > 0`. */
const isCondition = ({ members }: Statement): boolean => members.length === 2 && members.every(({ expr }) => isPlain(expr));
const isPlain = (expr: Expr): boolean => isName(expr) || isNumeral(expr) || isDots(expr);
