/** What is said of update rules in homework, and what is not said. */
import assert from 'node:assert/strict';
import { judgeUpdates } from '../../src/check/updates';
import { createSearch } from '../../src/check/updates/search';
import { createChecker } from '../../src/checker';
import { classifyAll } from '../../src/meaning/classify';
import { readMeaning } from '../../src/meaning/meaning';
import { asList, CASES } from './cases';
import { judged } from './judge';

const r = String.raw;
const paragraphs = (...parts: string[]): string => parts.join('\n\n');
const MOMENTS = [r`- $m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t$`, r`- $v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2$`];
const HATS = [r`- $\hat{m}_t = \frac{m_t}{1 - \beta_1^t}$`, r`- $\hat{v}_t = \frac{v_t}{1 - \beta_2^t}$`];
const STEP = r`- $w_t = w_{t-1} - \eta \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon}$`;
const said = (text: string): string[] => judged(text).map(({ finding }) => `${finding.verdict} ${finding.code}`);

/** Nothing may be refuted here: it is right, equivalent, or nobody can tell. */
const NO_ALARM: readonly [what: string, text: string][] = [
  ['a factor in the learning rate', r`## Gradient descent\n\n$$w \leftarrow w - 2 \eta \nabla_w L(w)$$`],
  ['a mean over a batch', r`## Stochastic gradient descent\n\n$$w \leftarrow w - \frac{\eta}{B} \nabla_w L(w)$$`],
  ['the other weight for the old value', r`## RMSProp\n\n- $s_t = (1 - \gamma) s_{t-1} + \gamma g_t^2$\n- $w_t = w_{t-1} - \frac{\eta}{\sqrt{s_t} + \epsilon} g_t$`],
  ['noise in the step', r`## Stochastic gradient descent\n\n$$\theta_{t+1} = \theta_t - \eta g_t + \sqrt{2 \eta} \xi_t$$`],
  ['a line that is missing', r`## Adam\n\n$$\theta_t = \theta_{t-1} - \eta \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon}$$`],
  ['another rule remembered', r`## Adam\n\nRecall that SGD does\n\n$$\theta \leftarrow \theta - \eta \nabla_\theta J(\theta)$$`],
  ['climbing on purpose', r`## Gradient ascent\n\nTo maximise the likelihood we use gradient descent on its negative, that is\n\n$$\theta \leftarrow \theta + \eta \nabla_\theta \ell(\theta)$$`],
  ['layers of a network', r`## Gradient descent\n\n$$z^{(l)} = W^{(l)} z^{(l-1)} + b^{(l)}$$`],
  ['a recursion that is no update', r`## Newton's method\n\n$$e_{n+1} = e_n^2 + c e_n$$`],
  ['a symbol that is explained in words', r`## Momentum\n\n- $v_t = \gamma u_{t-1} + \eta g_t$\n- $\theta_t = \theta_{t-1} - v_t$\n\nwhere $u_t$ is the smoothed velocity.`],
  ['a corrected mean without its line', r`## AdaMax\n\n- $m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t$\n- $u_t = \max(\beta_2 u_{t-1}, |g_t|)$\n- $\theta_t = \theta_{t-1} - \alpha \frac{\hat{m}_t}{u_t}$`],
  ['a secant equation', r`## Newton's method\n\n$$\nabla f(x_{k+1}) = \nabla f(x_k) + H (x_{k+1} - x_k)$$`],
  ['momentum in RMSProp', r`## RMSProp\n\n- $v_t = \rho v_{t-1} + (1 - \rho) g_t^2$\n- $b_t = \mu b_{t-1} + \frac{g_t}{\sqrt{v_t} + \epsilon}$\n- $\theta_t = \theta_{t-1} - \eta b_t$`],
  ['warm restarts', r`## SGD with momentum\n\n- $v_t = \mu v_{t-1} + g_t$\n- $\theta_t = \theta_{t-1} - \eta_t v_t$`],
  ['all the letters otherwise', r`## RMSProp\n\n- $a_{n+1} = \kappa a_n + (1 - \kappa) d_n^2$\n- $x_{n+1} = x_n - \frac{\tau d_n}{\sqrt{a_{n+1}} + c}$`],
].map(([what, text]) => [what, text.replaceAll('\\n', '\n').replaceAll('\n' + 'abla', String.raw`\nabla`)]);

describe('no false alarm', () => {
  it('two rules one after the other, whichever they are', function () {
    this.timeout(60_000);
    const list = ({ heading, lines }: (typeof CASES)[number]) => paragraphs(`**${heading}**`, lines.map((line) => `- $${line}$`).join('\n'));
    const pairs = CASES.flatMap((a, i) => CASES.filter((b, j) => b !== a && j % 11 === i % 11).map((b) => paragraphs('# Optimizers', list(a), list(b))));
    for (const text of pairs) assert.deepEqual(said(text).filter((s) => s.startsWith('refuted')), [], text);
  });

  for (const [what, text] of NO_ALARM) it(what, () => assert.deepEqual(said(text).filter((s) => s.startsWith('refuted')), []));
});

describe('slips', () => {
  it('a factor too many in AdaMax, without the step', () => {
    const [only] = judged(paragraphs('## 5.3 AdaMax', r`$$v^{(k)} = max(\beta_2 v^{(k-1)}, (1 - \beta_2) | \partial_W E^{(k)} |)$$`));
    assert.equal(only.finding.verdict, 'refuted');
    assert.match(only.finding.message, /^Not AdaMax as published/);
    assert.equal(only.finding.repair?.edits[0].text, r`| \partial_W E^{(k)} |`);
    assert.equal(only.finding.counterexample?.values.t, 1);
  });

  it('a gradient by a letter that occurs nowhere', () => {
    const text = paragraphs(r`$$E = (y - w x - b)^2$$`, r`$$\frac{\partial E}{\partial b} = -2 (y - w x - b)$$`, r`$$b^{(k+1)} = b^{(k)} - \eta \frac{\partial E}{\partial h}$$`);
    const found = judged(text).find((j) => j.finding.verdict === 'refuted');
    assert.match(found?.finding.message ?? '', /^h occurs nowhere else/);
  });

  it('a quantity that nothing gives', () => {
    const found = judged(paragraphs('The rule of **RMSProp** is', [r`- $E[g^2]_t = \gamma E[g^3]_{t-1} + (1 - \gamma) g_t^2$`, r`- $w_{t+1} = w_t - \frac{\eta}{\sqrt{E[g^2]_t + \epsilon}} g_t$`].join('\n')));
    assert.deepEqual(found.map(({ finding }) => finding.verdict), ['refuted', 'definition']);
    assert.match(found[0].finding.message, /belongs where E\[g\^3\]_\{t-1\} stands. Nothing gives E\[g\^3\]_\{t-1\}\.$/);
  });

  it('the change that is offered makes the document right', () => {
    const alteredHands = [
      paragraphs('## Adam', [...MOMENTS, r`- $\hat m_t = \frac{m_t}{1 - \beta_2^{t}}$`, HATS[1], STEP].join('\n')),
      paragraphs('The rule of **Adam** is', [HATS[0], HATS[1], STEP.replace(r`\hat{m}_t`, 'm_t'), ...MOMENTS].join('\n')),
      paragraphs('## RMSProp', [r`- $v_t = \rho v_{t+1} + (1 - \rho) g_t^2$`, r`- $w_t = w_{t-1} - \frac{\eta}{\sqrt{v_t} + \epsilon} g_t$`].join('\n')),
      paragraphs('## RMSProp', [r`- $v_t = v_{t-1} + (1 - \rho) g_t^2$`, r`- $w_t = w_{t-1} - \frac{\eta}{\sqrt{v_{t}} + \epsilon} g_t$`].join('\n')),
      paragraphs('## Momentum', [r`- $v_t = \gamma u_{t-1} + \eta g_t$`, r`- $w_t = w_{t-1} - v_t$`].join('\n')),
    ];
    for (const text of alteredHands) {
      const wrong = judged(text).filter(({ finding }) => finding.verdict === 'refuted');
      assert.equal(wrong.length, 1, text);
      const [edit] = wrong[0].finding.repair?.edits ?? assert.fail();
      const mended = judged(text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end));
      assert(mended.length > 1 && mended.every(({ finding }) => finding.verdict === 'verified'), `${edit.text}: ${mended.map(({ finding }) => finding.message).join(' ')}`);
    }
  });

  it('of two lines with different steps the one of a neighbouring step', () => {
    const written = MOMENTS.map((line) => line.replace('g_t', 'g_{t-1}'));
    for (const [wrong, lines] of [[written[0], [written[0], MOMENTS[1]]], [written[1], [MOMENTS[0], written[1]]]] as const) {
      const found = judged(paragraphs('## Adam', [...lines, HATS[0], HATS[1], STEP].join('\n'))).filter(({ finding }) => finding.verdict === 'refuted');
      assert.deepEqual(found.map(({ finding }) => /belongs where g_\{t-1\}/.test(finding.message)), [true], wrong);
    }
  });

  it('a quantity of the rule that is named only afterwards makes the first no such rule', () => {
    const lines = ['RMSProp', 'Adam'].map((rule) => [rule, (CASES.find((c) => c.rule === rule.toLowerCase() && c.way === (rule === 'Adam' ? 'hats first' : 'Ruder')) ?? assert.fail()).lines] as const);
    const [first, second] = lines.map(([rule, list]) => `Update rule for ${rule}:\n\n${list.map((line) => `- $${line}$`).join('\n')}\n`);
    const altered = first.replace(/g_t\$\n$/, 'm_t$\n');
    assert.notEqual(altered, first);
    const named = (list: string): string[] => judged(`${list}\n${second}`).flatMap(({ finding: { message } }) => /^This is (\w+)/.exec(message)?.[1] ?? []);
    assert.deepEqual([named(first), named(altered)], [['RMSProp', 'Adam'], ['Adam']]);
  });

  it('two rules in one list, each by its own name', () => {
    const text = `${asList(CASES.find((c) => c.rule === 'rmsprop' && c.way === 'Ruder') ?? assert.fail())}\nIn the case with **Adam**, it combines RMSProp and momentum.\n\nUpdate rule for Adam:\n\n${(CASES.find((c) => c.way === 'hats first') ?? assert.fail()).lines.map((l) => `- $${l}$`).join('\n')}\n`;
    assert.deepEqual(judged(text).filter((j) => j.finding.code === 'variant').map((j) => j.finding.message.slice(0, 16)), ['This is RMSProp,', 'This is Adam, ε ']);
  });
});

describe('a rule that is not in the table', () => {
  const lines = [r`- $v_t = \beta v_{t-1} + (1 - \beta) (g_t - m_t)^2$`, r`- $m_t = \gamma m_{t-1} + (1 - \gamma) g_t$`, r`- $\theta_t = \theta_{t-1} - \eta \frac{m_t}{\sqrt{v_t} + \epsilon}$`].join('\n');
  it('is named', () => assert.match(judged(`## AdaBelief\n\n${lines}\n`).map(({ finding }) => finding.message).join(' '), /^Not compared: AdaBelief is not among the published rules/));
  it('is left alone where nothing names it', () => assert.deepEqual(said(`## A rule of ours\n\n${lines}\n`), []));
  it('makes nothing wrong that is near it', () => assert.deepEqual(said(paragraphs('## L-BFGS', r`$$x_{k+1} = x_k - \alpha H_k \nabla f(x_k)$$`)).filter((s) => s.startsWith('refuted')), []));
});

describe('a fault of ours', () => {
  it('leaves the steps of the document undecided and says so', () => {
    const fails = (): never => { throw new Error('no room'); };
    const checker = createChecker({ match: fails, repair: fails, isAbsorbed: fails });
    const [link] = [...checker.check({ path: '', language: 'markdown', text: r`$$w \leftarrow w - \eta \nabla_w L(w)$$` })][0].equation.links;
    assert.deepEqual([link.verdict, link.code, link.message], ['undecided', 'internal', 'Not compared with the published rules: Gradlens failed on it (no room).']);
  });
});

describe('repairs', () => {
  it('stand where their line stands, also after text was put before it', () => {
    const checker = createChecker();
    const text = paragraphs('## 5.3 AdaMax', r`$$v^{(k)} = max(\beta_2 v^{(k-1)}, (1 - \beta_2) | \partial_W E^{(k)} |)$$`);
    const lines = ['', 'Above.\n\n'].map((above) => [...checker.check({ path: '', language: 'markdown', text: above + text })][0].equation.links[0].repair?.edits[0].range.start.line);
    assert.deepEqual(lines, [2, 4]);
  });

  it('make the rule what it is called', () => {
    const text = asList({ heading: 'Adam', lines: (CASES.find((c) => c.rule === 'adam' && c.way === 'Ruder') ?? assert.fail()).lines.map((line) => line.replace('g_t^2', 'g_t')) });
    const edit = judged(text).find((j) => j.finding.verdict === 'refuted')?.finding.repair?.edits[0] ?? assert.fail('no repair');
    const repaired = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    assert(judged(repaired).some((j) => j.finding.code === 'published'), repaired);
  });
});

describe('against the document’s own gradient', () => {
  const loss = paragraphs(r`Let $\hat{y}_n = w x_n + b$ and`, r`$$E = \frac{1}{2} \sum_n (y_n - \hat{y}_n)^2$$`, r`so that $\frac{\partial E}{\partial w} = -\sum_n (y_n - \hat{y}_n) x_n$. Gradient descent gives`, '');
  it('descent', () => assert.deepEqual(said(loss + r`$$w \leftarrow w + \eta \sum_n (y_n - \hat{y}_n) x_n$$`), ['verified own-gradient']));
  it('ascent', () => assert.deepEqual(said(loss + r`$$w \leftarrow w - \eta \sum_n (y_n - \hat{y}_n) x_n$$`), ['refuted own-gradient']));
});

describe('speed', () => {
  it('a rule that was judged before costs less, also where it moved', function () {
    this.timeout(90_000);
    const search = createSearch();
    const time = (text: string): number => {
      const document = readMeaning(text, 'markdown');
      const roles = classifyAll(document);
      const start = process.cpuUsage();
      judgeUpdates(document, roles, search);
      return process.cpuUsage(start).user / 1000;
    };
    const text = CASES.map(asList).join('\n');
    const first = time(text);
    const again = Math.min(...[1, 2, 3].map((n) => time(`${'x'.repeat(n)}\n\n${text}`)));
    // What is left is finding the lines; the bound leaves room for a busy machine.
    assert(again < 0.85 * first, `${first} ms at first, ${again} ms again`);
  });

  it('a rule of five lines is judged within a frame or a few, once warm', () => {
    const text = asList(CASES.find((c) => c.rule === 'adam' && c.way === 'Ruder') ?? assert.fail());
    const times = Array.from({ length: 15 }, () => {
      const document = readMeaning(text, 'markdown');
      const roles = classifyAll(document);
      const start = process.cpuUsage();
      judgeUpdates(document, roles);
      return process.cpuUsage(start).user / 1000;
    }).sort((a, b) => a - b);
    assert(times[7] < 100, `${times[7]} ms`);
  });
});
