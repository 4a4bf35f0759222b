/** A handout as Markdown. */
import type { Link, SymbolReading } from '../report';
import { marks, refusalsOf, sayAssumptions, sayCounterexample, sayLink, sayTally, tally } from '../words';
import { type Handout, type HandoutEquation, lineOf } from './handout';

export function markdownOf(handouts: readonly Handout[]): string {
  return handouts.map(({ title, equations }) => [`# Gradlens on ${title}`, sayTally(tally(equations)), ...refusalsPart(equations), ...equations.map(equationPart), ''].join('\n\n')).join('\n');
}

/** Each construct that stopped a check, with the lines that hold it. */
function refusalsPart(equations: HandoutEquation[]): string[] {
  const refusals = refusalsOf(equations).map(({ reason, equations: stopped }) => `- ${reason}: ${stopped.map((equation) => `line ${lineOf(equation)}`).join(', ')}`);
  return refusals.length > 0 ? [`Not checked:\n\n${refusals.join('\n')}`] : [];
}

function equationPart(equation: HandoutEquation): string {
  return [`## Line ${lineOf(equation)}`, `$$\n${equation.shown}\n$$`, equation.links.map(linkPart).join('\n')].join('\n\n');
}

function linkPart(link: Link): string {
  const lines = [
    `- ${marks[link.verdict]} \`${link.lhs} ${link.relation} ${link.rhs}\`: ${sayLink(link)}`,
    link.counterexample && `  - they differ at ${sayCounterexample(link.counterexample)}`,
    link.repair && `  - ${link.repair.message} makes it hold`,
    link.assumptions.length > 0 && `  - assuming ${sayAssumptions(link)}`,
    link.reading.length > 0 && `  - read as ${link.reading.map(sayReading).join(', ')}`,
    link.evidence && `  - evidence: ${link.evidence.points} points, seed ${link.evidence.seed}`,
  ];
  return lines.filter((line) => line).join('\n');
}

function sayReading({ symbol, kind, shape }: SymbolReading): string {
  return `\`${symbol}\` ${kind}${shape.length ? ` ${shape.join(' × ')}` : ''}`;
}
