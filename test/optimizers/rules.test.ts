/** Published rules as papers and courses typeset them are verified; versions with one slip are refuted, or named as what they are. The outcomes stand in src/optimizers/README.md. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { RULES } from '../../src/optimizers';
import { alterations, MORE } from './alterations';
import { asDisplays, asList, type Case, CASES } from './cases';
import { type Judged, main } from './judge';

/** Slips that change nothing, with the reason. */
const HARMLESS: readonly { rule: string; to: RegExp; reason: string }[] = [
  { rule: 'rmsprop', to: /^a_t = \\rho a_\{t-1\} - /, reason: 'the mean is squared, so that its sign does not count' },
  { rule: 'adam', to: /^g_t = \\nabla_\\theta J\(\\theta_t\)$/, reason: 'taken at its own result a gradient has no value: it is read as the one of this step, and the verdict says so' },
  { rule: 'gradient-descent', to: /x \+ x_k(?:\)| \\rangle) \+ /, reason: 'what is added to a model does not move its least point' },
  { rule: 'adafactor', to: /^(?:R_t|r_\{t,i\}) = /, reason: 'the sums of the rows stand above and below, so that a factor of them does not count; the line itself is not called a part' },
  { rule: 'newton', to: /\^T \(x \+ x_k\) \+ /, reason: 'what is added to a model does not move its least point' },
  { rule: 'averaging', to: /(?<!bar\{)(?:\\theta|x)_\{t[+-]1\}/, reason: 'the sequence that is averaged may be counted from another step' },
  { rule: 'warm-up', to: /(?:t\^2|2 t) > T_w/, reason: 'wherever the first case does not hold this one does' },
  { rule: 'lamb', to: /^(?:m_t|\\hat\{m\}_t|r_t = m_t)/, reason: 'without decay the step is as long as the weights, whatever the length of its direction' },
];

const ruleOf = (id: string) => RULES.find((rule) => rule.id === id) ?? assert.fail(id);
const isNamed = (judged: Judged | undefined): judged is Judged => judged?.finding.verdict === 'verified' && judged.finding.code !== 'part';

describe('published rules are recognised', () => {
  for (const c of CASES) {
    it(`${c.rule}, ${c.way}${c.variant ? `: ${c.variant}` : ''}`, () => {
      for (const text of [asList(c), asDisplays(c)]) {
        const judged = main(text);
        assert(isNamed(judged), `${judged?.finding.verdict ?? 'nothing said'} ${judged?.finding.message ?? ''}`);
        assert(judged.finding.message.startsWith(`This is ${ruleOf(c.rule).name}${c.variant ? `, ${c.variant}` : ' ('}`), judged.finding.message);
      }
    });
  }
});

type Outcome = 'refuted' | 'named' | 'harmless' | 'missed' | 'passed';

/** `passed` would be a wrong version that is called what it is not. */
function outcomeOf(c: Case, altered: { text: string[]; to: string }): Outcome {
  const judged = main(asList({ heading: c.heading, lines: altered.text }));
  if (judged?.finding.verdict === 'refuted') return 'refuted';
  if (!isNamed(judged)) return 'missed';
  const own = `This is ${ruleOf(c.rule).name}${c.variant ? `, ${c.variant}: ` : ' ('}`;
  if (!judged.finding.message.startsWith(own)) return 'named';
  return HARMLESS.some(({ rule, to }) => rule === c.rule && to.test(altered.to)) ? 'harmless' : 'passed';
}

/** Wrong versions of each rule: where these are fewer, more slips are tried. */
const LEAST = 12;

describe('wrong versions of published rules', function () {
  this.timeout(120_000);
  const rows: { rule: string; ways: number; outcomes: Outcome[] }[] = [];
  for (const rule of RULES) {
    const ways = CASES.filter((c) => c.rule === rule.id);
    if (ways.length === 0) continue;
    it(rule.name, () => {
      const enough = ways.flatMap((c) => alterations(c)).length >= LEAST;
      const outcomes = ways.flatMap((c) => [...alterations(c), ...(enough ? [] : alterations(c, MORE))].map((altered) => { const outcome = outcomeOf(c, altered); assert.notEqual(outcome, 'passed', altered.to); if (outcome === 'missed' && process.env.GRADLENS_MISSED) process.stdout.write(`      ${altered.what}: ${altered.to}\n`); return outcome; }));
      rows.push({ rule: rule.id, ways: ways.length, outcomes });
    });
  }

  it('at least 98 in 100 are refuted or named', () => {
    const all = rows.flatMap((row) => row.outcomes).filter((outcome) => outcome !== 'harmless');
    const caught = all.filter((outcome) => outcome === 'refuted' || outcome === 'named').length;
    assert(caught >= 0.98 * all.length, `${caught} of ${all.length}`);
  });

  it('the table in the documentation says so', () => {
    const file = path.resolve('src/optimizers/README.md');
    const text = readme(rows);
    if (process.env.GRADLENS_WRITE) fs.writeFileSync(file, text);
    assert.equal(fs.readFileSync(file, 'utf8'), text, 'run the tests with GRADLENS_WRITE=1 to bring src/optimizers/README.md up to date');
  });
});

function readme(rows: readonly { rule: string; ways: number; outcomes: Outcome[] }[]): string {
  const count = (outcomes: Outcome[], which: Outcome) => String(outcomes.filter((o) => o === which).length);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map(({ rule, ways, outcomes }) => line([ruleOf(rule).name, ruleOf(rule).source, String(ruleOf(rule).variants.length), String(ways), ...(['refuted', 'named', 'harmless', 'missed', 'passed'] as const).map((o) => count(outcomes, o))]));
  const all = rows.flatMap((row) => row.outcomes);
  const sum = line(['together', '', '', String(rows.reduce((n, row) => n + row.ways, 0)), ...(['refuted', 'named', 'harmless', 'missed', 'passed'] as const).map((o) => count(all, o))]);
  return `# Update rules

One table of published rules: names, state, recursion, usual constants, source, known variants. To add a rule, add a row with its
recursion, and a way or two of writing it to \`test/optimizers/cases.ts\`. The rules that PyTorch has are held against it, 50 steps of
float64 to a relative error of 1e-12 (\`test/oracle/optimizers_goldens.py\`).

A student's lines are run beside a rule from the same state, on random, sparse, constant, alternating, tiny and huge gradients, with
constants of ordinary size. Equal everywhere: verified, and a variant is named. Not equal, but equal after one change of one line: refuted,
and that change is the repair. Anything else is left as it was.

The table below is written by \`test/optimizers/rules.test.ts\`. "Ways" are ways of writing the rule that are recognised. Wrong versions
have one symbol changed: they are refuted, named as another rule or variant, without effect on the steps (harmless), left undecided
(missed), or taken for the rule (passed).

${line(['rule', 'source', 'variants', 'ways', 'refuted', 'named', 'harmless', 'missed', 'passed'])}
${line(['---', '---', ...Array.from({ length: 7 }, () => '---:')])}
${[...body, sum].join('\n')}
`;
}
