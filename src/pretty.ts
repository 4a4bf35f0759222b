/** A report as text for a terminal. */
import type { DocumentReport, Link, Report, Verdict } from './report';

const MARK: Record<Verdict, string> = { verified: '✓', refuted: '✗', undecided: '?', definition: '·', assumption: '·' };
const COLOUR: Record<Verdict, string> = { verified: '\x1b[32m', refuted: '\x1b[31m', undecided: '\x1b[33m', definition: '\x1b[2m', assumption: '\x1b[2m' };

export function pretty(report: Report, colours: boolean): string {
  return report.documents.map((document) => prettyDocument(document, colours)).join('\n');
}

function prettyDocument(document: DocumentReport, colours: boolean): string {
  const links = document.equations.flatMap((equation) => equation.links);
  const lines = links.flatMap((link) => prettyLink(link, colours));
  return [document.path, ...lines, `  ${summary(links)}`, ''].join('\n');
}

function prettyLink(link: Link, colours: boolean): string[] {
  const paint = (text: string) => (colours ? `${COLOUR[link.verdict]}${text}\x1b[0m` : text);
  const head = `  ${String(link.range.start.line + 1).padStart(4)} ${paint(MARK[link.verdict])} ${shorten(link.lhs)} ${link.relation} ${shorten(link.rhs)}`;
  const repair = link.repair ? [`         ${link.repair.message}`] : [];
  const rewrite = link.rewrite ? [`         ${link.rewrite.message}`] : [];
  const declare = link.declare ? [`         Declare: ${link.declare}`] : [];
  const strength = link.evidence?.strength;
  const caught = strength ? [`         ${strength.caught} of ${strength.altered} altered versions of the line are caught.`] : [];
  return [head, `         ${link.message}`, ...repair, ...rewrite, ...declare, ...caught];
}

const shorten = (tex: string): string => { const flat = tex.replace(/\s+/g, ' ').trim(); return flat.length > 70 ? `${flat.slice(0, 67)}...` : flat; };

/** "12 verified, 2 refuted, 1 undecided". */
function summary(links: Link[]): string {
  const count = (verdict: Verdict) => links.filter((link) => link.verdict === verdict).length;
  return `${count('verified')} verified, ${count('refuted')} refuted, ${count('undecided')} undecided, ${count('definition') + count('assumption')} defining or assuming`;
}
