/**
 * Short documents with the verdict of each link, one test a row:
 *
 *     $f(x) = x^2$. $f'(x) = 2x$.   → · ✓
 *       ~ 2x ⇒ 3x                   → ✗
 *
 * The second line alters the first (the text before ⇒ occurs once in it) and says what the first claim that it changes becomes,
 * or, by one mark a link, what all become.
 * What stands behind ` // ` is a remark; `⏎` is a line break.
 */
import assert from 'node:assert/strict';
import { createChecker } from '../../src/checker';
import type { Link, Verdict } from '../../src/report';

const MARK: Record<Verdict, string> = { verified: '✓', refuted: '✗', undecided: '?', definition: '·', assumption: '·' };

export function linksOf(document: string, language: 'markdown' | 'latex' = 'markdown'): Link[] {
  return [...createChecker().check({ path: 'homework', language, text: document.replaceAll('⏎', '\n') })].flatMap(({ equation }) => equation.links).filter(({ code }) => code !== 'aside');
}

/** One mark a link; asides have none: `✓` right, `✗` wrong, `?` undecided, `·` claims nothing. */
export const verdicts = (document: string): string => marks(linksOf(document));

const marks = (links: Link[]): string => links.map(({ verdict }) => MARK[verdict]).join(' ');

export interface Alteration { from: string; to: string; expected: string; remark: string }
export interface Row { document: string; expected: string; remark: string; alterations: Alteration[] }

export function readRows(table: string): Row[] {
  const rows: Row[] = [];
  for (const line of table.split('\n').map((text) => text.trim()).filter(Boolean)) {
    const [text, remark = ''] = line.split(/\s+\/\/ /);
    const arrow = text.lastIndexOf(' → ');
    const [left, expected] = [text.slice(0, arrow).trim(), text.slice(arrow + 3).trim()];
    if (!left.startsWith('~ ')) { rows.push({ document: left, expected, remark, alterations: [] }); continue; }
    const [from, to] = left.slice(2).split(/ ⇒ ?/).map((part) => part.trim());
    rows[rows.length - 1].alterations.push({ from, to, expected, remark });
  }
  return rows;
}

export function rows(title: string, table: string): void {
  describe(title, () => {
    for (const row of readRows(table)) {
      let links: Link[] | undefined;
      const asWritten = () => { links ??= linksOf(row.document); return links; };
      it(`${row.document} → ${row.expected}`, () => assert.equal(marks(asWritten()), row.expected));
      for (const { from, to, expected, remark } of row.alterations) {
        it(`  ${from} ⇒ ${to} → ${expected}`, () => assert.equal(altered(row.document, asWritten(), from, to, expected), expected, remark));
      }
      if (row.expected.includes('✓') && row.alterations.length === 0) it(`${row.document} can fail`, () => assert.fail('a right row needs an altered one'));
    }
  });
}

const written = ({ lhs, relation, rhs }: Link): string => `${lhs} ${relation} ${rhs}`;

/** The verdict of the first claim that an alteration changes, or those of all links where as many are expected. */
function altered(document: string, before: Link[], from: string, to: string, expected: string): string {
  const at = document.indexOf(from);
  assert.ok(at >= 0 && document.indexOf(from, at + 1) < 0, `"${from}" must occur once`);
  const after = linksOf(document.slice(0, at) + to + document.slice(at + from.length));
  if (expected.includes(' ')) return marks(after);
  const changed = before.findIndex((link, i) => MARK[link.verdict] !== '·' && written(link) !== (after[i] && written(after[i])));
  assert.ok(changed >= 0, 'no claim is altered');
  return marks(after.slice(changed, changed + 1));
}
