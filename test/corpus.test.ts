/** Homework of our own in many hands: what is right is never refuted, and no altered line passes. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Checker, createChecker } from '../src/checker';
import type { Link, Source } from '../src/report';
import { alter, type Alteration, type AnnotatedDocument, type Expectation, inLines, type Passage, readAnnotated } from './corpus/annotations';

const FOLDER = path.join(__dirname, '../../../test/corpus');
const SAMPLE_FOLDER = path.join(__dirname, '../../../samples');
const documents = readdirSync(FOLDER).filter((name) => /\.(?:md|tex)$/.test(name)).sort();

interface Tally { links: number; claims: number; decided: number; altered: number; caught: number; mistaken: string[]; better: string[]; missed: string[] }
const total: Tally = { links: 0, claims: 0, decided: 0, altered: 0, caught: 0, mistaken: [], better: [], missed: [] };

describe('corpus', function () {
  this.timeout(120_000);
  for (const name of documents) {
    describe(name, () => {
      const document = readAnnotated(readFileSync(path.join(FOLDER, name), 'utf8'));
      // One checker for all that is made of a document: what an alteration leaves alone is not run again.
      const checker = createChecker();
      let links: Link[] = [];
      before(() => { links = [...linksOf(checker, name, document.text)]; });
      it('each link as expected', () => assert.equal(asExpected(name, document, links).join('\n'), ''));
      it('no altered line passes', () => assert.equal(alteredPasses(checker, name, document, links).join('\n'), ''));
    });
  }

  after(() => {
    const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
    console.log(`      ${documents.length} documents, ${total.links} links; right lines verified: ${share(total.decided, total.claims)}; altered lines refuted: ${share(total.caught, total.altered)}`);
    if (total.mistaken.length) console.log(`      known mistakes: ${total.mistaken.join(', ')}`);
    if (total.better.length) console.log(`      better than marked, "?" or "!" can go: ${total.better.join(', ')}`);
    if (process.env.CORPUS_MISSED) console.log(total.missed.join('\n'));
  });
});

/** One letter for each link, as in the corpus. */
const SAMPLES: Record<string, string> = {
  'descent.tex': 'd d d v d v v v r v r?',
  'linear-regression.md': 'd d d d v v d v r r',
  'network.tex': 'd d d d d d d v v v v v r r',
  'softmax.md': 'd d v d v v r? r',
};

describe('samples', () => {
  it('are all known', () => assert.deepEqual(readdirSync(SAMPLE_FOLDER).sort(), Object.keys(SAMPLES)));
  for (const [name, expected] of Object.entries(SAMPLES)) {
    it(`${name}: each link as expected`, () => {
      const text = readFileSync(path.join(SAMPLE_FOLDER, name), 'utf8');
      const { passages } = readAnnotated(`${text}\n% expect: ${expected}`);
      assert.equal(passageAsExpected(name, passages[0], [...linksOf(createChecker(), name, text)]).join('\n'), '');
    });
  }
});

/** What is not as expected, one line each. */
function asExpected(name: string, document: AnnotatedDocument, links: Link[]): string[] {
  const stray = links.filter((link) => !document.passages.some((passage) => inLines(link.range, passage)));
  return [...stray.map((link) => `${name}: nothing is expected of ${shown(link)}`), ...document.passages.flatMap((passage) => passageAsExpected(name, passage, links.filter((link) => inLines(link.range, passage))))];
}

function passageAsExpected(name: string, passage: Passage, links: Link[]): string[] {
  const where = `${name}:${passage.line}`;
  if (links.length !== passage.expected.length) return [`${where}: ${passage.expected.length} links expected, ${links.length} found: ${links.map(shown).join(' | ')}`];
  return links.flatMap((link, i) => {
    const expected = passage.expected[i];
    count(where, expected, link);
    return holds(expected, link) ? [] : [`${where}: ${expected.verdict} expected: ${shown(link)}`];
  });
}

/** What answers a letter. */
const RIGHT: Record<Expectation['verdict'], Link['verdict'][]> = { v: ['verified'], r: ['refuted'], d: ['definition', 'assumption', 'verified'] };
/** Worse than not to decide. */
const WRONG: Record<Expectation['verdict'], Link['verdict'][]> = { v: ['refuted'], r: ['verified'], d: ['refuted'] };

/** Right, or not worse than it is known to be. */
function holds({ verdict, mark }: Expectation, link: Link): boolean {
  return RIGHT[verdict].includes(link.verdict) || mark === '!' || (mark === '?' && !WRONG[verdict].includes(link.verdict));
}

function count(where: string, { verdict, mark }: Expectation, link: Link): void {
  const decided = RIGHT[verdict].includes(link.verdict);
  total.links++;
  if (verdict !== 'd') { total.claims++; total.decided += decided ? 1 : 0; }
  if (WRONG[verdict].includes(link.verdict)) total.mistaken.push(where);
  if (mark && (decided || (mark === '!' && !WRONG[verdict].includes(link.verdict)))) total.better.push(`${where} ${written(link)}`);
}

/** Altered lines that the checker holds to be right, and right lines beside them that it then holds to be wrong. */
function alteredPasses(checker: Checker, name: string, document: AnnotatedDocument, links: Link[]): string[] {
  return document.passages.flatMap((passage) => {
    const right = links.filter((link) => inLines(link.range, passage));
    if (!process.env.CORPUS_ALL && isOpen(passage)) { total.altered += passage.alterations.length; return []; }
    return passage.alterations.flatMap((alteration) => {
      const text = alter(document, passage, alteration);
      const found = [...linksOf(checker, name, text, passage)];
      const where = `${name}:${passage.line}: ${alteration.from} => ${alteration.to}`;
      return found.length === right.length ? judged(where, passage, alteration, right, found) : [`${where}: ${right.length} links become ${found.length}`];
    });
  });
}

/** Where no right link is decided yet, no altered one is either; with CORPUS_ALL they are tried all the same. */
const isOpen = ({ expected }: Passage): boolean => expected.every(({ verdict, mark }) => verdict !== 'v' || mark === '?');

/** A member stands in two links of a chain; the first one that the alteration makes wrong must not be verified. */
function judged(where: string, passage: Passage, alteration: Alteration, right: Link[], found: Link[]): string[] {
  const touched = found.filter((link, i) => passage.expected[i]?.verdict === 'v' && written(link) !== written(right[i]));
  if (touched.length === 0) return [`${where}: no right link is altered`];
  const passes = touched[0].verdict === 'verified';
  const caught = !passes && touched.some((link) => link.verdict === 'refuted');
  total.altered++;
  total.caught += caught ? 1 : 0;
  if (!caught && !passes) total.missed.push(`${where}: ${shown(touched[0])}`);
  if (passes) total.mistaken.push(where);
    const alarms = alteration.mark ? [] : found.filter((link, i) => passage.expected[i]?.verdict !== 'r' && !touched.includes(link) && link.verdict === 'refuted' && right[i].verdict !== 'refuted');
  return [...(passes && !alteration.mark ? [`${where}: passes as ${shown(touched[0])}`] : []), ...alarms.map((link) => `${where}: ${shown(link)}`)];
}

/** The links of a text in order, or of one passage of it. */
function* linksOf(checker: Checker, name: string, text: string, passage?: Passage): Generator<Link> {
  const source: Source = { path: name, language: name.endsWith('.tex') ? 'latex' : 'markdown', text };
  const only = passage && checker.outline(source).items.flatMap((item, index) => (inLines(item.range, passage) ? [index] : []));
  for (const { index, equation } of checker.check(source, { only })) {
    yield* equation.links.filter(({ code }) => code !== 'aside');
    if (index === only?.at(-1)) return;
  }
}

const written = (link: Link): string => `${link.lhs} ${link.relation} ${link.rhs}`;
const shown = (link: Link): string => `${link.verdict}: ${written(link)} (${link.message})`;
