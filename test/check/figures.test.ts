/** What there is to draw for a line, as plain data. */
import assert from 'node:assert/strict';
import { createChecker } from '../../src/checker';
import type { Chart, Curve, Figure } from '../../src/report';

const r = String.raw;

/** For the line of the document that holds a text. */
function figured(text: string, at: string) {
  const line = text.split('\n').findIndex((row) => row.includes(at));
  return createChecker().figure({ path: 'homework', language: 'markdown', text }, line);
}
function figure(text: string, at: string): Figure {
  const found = figured(text, at);
  return 'figure' in found ? found.figure : assert.fail(found.problem);
}
const curve = ({ curves }: Chart, role: Curve['role']): [number, number][] => curves.find((c) => c.role === role)?.points ?? assert.fail(role);
const lines = (...parts: string[]): string => parts.join('\n\n');

const BEALE = r`$$f(x,y) = (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2$$`;
const ADAM = ['g_t = \\nabla f(\\theta_{t-1})', 'm_t = \\beta_1 m_{t-1} + (1 - \\beta_1) g_t', 'v_t = \\beta_2 v_{t-1} + (1 - \\beta_2) g_t^2', '\\hat{m}_t = \\frac{m_t}{1 - \\beta_1^t}', '\\hat{v}_t = \\frac{v_t}{1 - \\beta_2^t}', '\\theta_t = \\theta_{t-1} - \\eta \\frac{\\hat{m}_t}{\\sqrt{\\hat{v}_t} + \\epsilon}'].map((line) => `- $${line}$`).join('\n');

describe('pictures of update rules', () => {
  it('two ways that are one, on the contours of the document’s function', () => {
    const { title, charts, summary } = figure(lines('# Adam', BEALE, ADAM), 'm_t =');
    assert.equal(title, 'Adam on f');
    assert.match(summary, /takes the same steps as Adam/);
    assert.equal(charts.length, 2);
    const [way] = charts;
    assert.equal(way.contours?.values.length, 64 * 64);
    const [[x, y]] = curve(way, 'published');
    assert.deepEqual([x, y], [-1.5, 1]);
    curve(way, 'written').forEach(([a, b], n) => { const [p, q] = curve(way, 'published')[n]; assert(Math.hypot(a - p, b - q) < 1e-9); });
  });

  it('the contours are those of the function', () => {
    const { contours } = figure(lines('# Adam', BEALE, ADAM), 'm_t =').charts[0];
    assert(contours);
    const beale = (x: number, y: number) => (1.5 - x + x * y) ** 2 + (2.25 - x + x * y * y) ** 2 + (2.625 - x + x * y ** 3) ** 2;
    assert(Math.abs(contours.values[0] - beale(contours.x[0], contours.y[0])) < 1e-9 * contours.values[0]);
    assert(Math.abs(contours.values[63] - beale(contours.x[1], contours.y[0])) < 1e-9 * contours.values[63]);
  });

  it('a wrong rule parts, and the ratio of the steps shows it', () => {
    const { summary, charts } = figure(lines('# Adam', BEALE, ADAM.replace('(1 - \\beta_1) g_t', 'g_t')), 'm_t =');
    assert.match(summary, /parts from Adam.* at step 1/);
    const ratios = curve(charts[2], 'written');
    assert(Math.abs(ratios[0][1] - 10) < 1e-6, `${ratios[0]}`);
  });

  it('a sum of squares, a standard function where there is none, and no step beyond numbers', () => {
    assert.match(figure(lines(r`$$RSS(a, b) = \sum_{i=1}^{n} (y_i - a - b x_i)^2$$`, 'Gradient descent:', r`$$\theta \leftarrow \theta - \eta \nabla RSS$$`), 'theta').title, /gradient descent on RSS/);
    assert.match(figure(r`Gradient descent: $\theta \leftarrow \theta - \eta \nabla_\theta J(\theta)$`, 'theta').title, /on ½\(x² \+ 10y²\)/);
  });

  it('a function of one vector, for two numbers: with what the document gives, else with values that it says', () => {
    const descent = lines('Gradient descent:', r`$$w_{t+1} = w_t - \eta \nabla f(w_t)$$`);
    const given = figure(lines(r`Let $A = \begin{pmatrix} 3 & 1 \\ 1 & 2 \end{pmatrix}$, $b = (1, -1)^T$ and $f(w) = \frac{1}{2} w^T A w - b^T w$.`, descent), 'w_{t+1}');
    assert.doesNotMatch(given.summary, /random/);
    const [{ contours, x: across, curves }, fall] = given.charts;
    const value = (x: number, y: number) => (3 * x * x + 2 * x * y + 2 * y * y) / 2 - x + y;
    assert(contours && Math.abs(contours.values[0] - value(contours.x[0], contours.y[0])) < 1e-9);
    assert.deepEqual([across.label, curves.length, fall.y.scale], ['w₁', 2, 'log']);
    const open = figure(lines(r`Let $f(w) = \frac{1}{2} w^T A w - b^T w$ where $A$ is symmetric positive definite.`, descent), 'w_{t+1}');
    assert.match(open.summary, /drawn at random: A = \[\[.*\]\], b = \[.*\]\./);
    assert.match(open.charts[0].title, /, for A = /);
    const end = curve(open.charts[1], 'written').at(-1)?.[1] ?? 1;
    assert(end < 1e-3, `${end}`);
  });

  it('a sum of squares of one vector, the neuron, and a matrix of weights', () => {
    const rss = figure(lines(r`Let $R(w) = \sum_{n=1}^N (y_n - w^T x_n)^2$.`, 'Gradient descent:', r`$$w \leftarrow w - \eta \nabla R(w)$$`), 'leftarrow');
    assert.match(rss.title, /on R$/);
    assert.match(rss.charts[0].title, /values drawn at random/);
    assert.match(figure(lines(r`Let $\hat y_n = \sigma(w x_n + b)$ and $L(w, b) = -\sum_{n=1}^N (y_n \ln \hat y_n + (1 - y_n) \ln(1 - \hat y_n))$ with $y_n \in \{0, 1\}$.`, 'Gradient descent:', r`$$\theta_{t+1} = \theta_t - \eta \nabla L(\theta_t)$$`), 'theta').title, /on L$/);
    assert.match(figure(lines(BEALE, '# Adafactor', r`$$R_t = \beta R_{t-1} + (1 - \beta) G_t^2 1_m$$`, r`$$C_t = \beta C_{t-1} + (1 - \beta) 1_n^T G_t^2$$`, r`$$\hat V_t = \frac{R_t C_t}{1_n^T R_t}$$`, r`$$W_t = W_{t-1} - \eta \frac{G_t}{\sqrt{\hat V_t} + \epsilon}$$`), 'W_t').title, /^Adafactor, .* on f$/);
  });

  it('nothing of two numbers is drawn of a function of three', () => {
    assert.match(figure(lines(r`Let $A \in \mathbb{R}^{3 \times 3}$ be symmetric and $f(w) = \frac{1}{2} w^T A w$.`, 'Gradient descent:', r`$$w_{t+1} = w_t - \eta \nabla f(w_t)$$`), 'w_{t+1}').title, /½\(x² \+ 10y²\)/);
  });

  it('Newton’s method on a function of one number', () => {
    const { charts: [graph, distance] } = figure(lines(r`$h(x) = x^2 - 2$.`, 'Newton’s method:', r`$$x_{n+1} = x_n - \frac{h(x_n)}{h'(x_n)}$$`), 'x_{n+1}');
    assert(Math.abs((curve(graph, 'written').at(-1)?.[0] ?? 0) - Math.SQRT2) < 1e-12);
    assert.equal(distance.y.scale, 'log');
  });

  it('a quantity without its step, and a schedule', () => {
    const adamax = figure(lines('## AdaMax', r`$$v^{(k)} = max(\beta_2 v^{(k-1)}, (1 - \beta_2) | \partial_W E^{(k)} |)$$`), 'max');
    assert.notEqual(curve(adamax.charts[0], 'written')[0][1], curve(adamax.charts[0], 'published')[0][1]);
    const cosine = figure(lines('# Cosine annealing', r`$$\eta_t = \eta_{min} + \frac{1}{2}(\eta_{max} - \eta_{min})(1 + \cos(\frac{t \pi}{T}))$$`), 'cos');
    assert.equal(curve(cosine.charts[0], 'written').length, 100);
  });
});

describe('pictures of derivatives', () => {
  const neuron = lines(r`$\hat y = \sigma(w x + b)$ and $L = -y \ln \hat y - (1 - y) \ln(1 - \hat y)$.`, r`$$\frac{\partial L}{\partial w} = (\hat y - y) x$$`);
  const least = (text: string, at: string) => Math.min(...curve(figure(text, at).charts[0], 'first').map(([, error]) => error));

  it('differences go to a right one, first order from one side and second from both', () => {
    const [{ curves }] = figure(neuron, 'partial').charts;
    const slope = (role: Curve['role']) => { const points = curves.find((c) => c.role === role)?.points ?? []; return Math.log(points[0][1] / points[3][1]) / Math.log(points[0][0] / points[3][0]); };
    assert(least(neuron, 'partial') < 1e-9);
    assert(Math.abs(slope('second') - 1) < 0.3 && Math.abs(slope('first') - 2) < 0.4, `${slope('second')} ${slope('first')}`);
  });
  it('and stay away from a wrong one', () => assert(least(neuron.replace('- y) x', '+ y) x'), 'partial') > 0.05));
  it('gradients by a vector', () => assert(least(lines(r`$f(x) = x^T A x$`, r`$$\nabla f(x) = (A + A^T) x$$`), 'nabla') < 1e-9));
});

describe('left against right', () => {
  const sides = (text: string, at: string) => { const { charts } = figure(text, at); return [curve(charts[charts.length - 1], 'published'), curve(charts[charts.length - 1], 'written')]; };

  it('two curves that are one', () => {
    const [left, right] = sides(r`$(x + 1)^2 = x^2 + 2 x + 1$`, 'x');
    assert(left.length > 100 && left.every(([, y], k) => Math.abs(y - right[k][1]) < 1e-9));
    assert.match(figure(r`$(x + 1)^2 = x^2 + 2 x + 1$`, 'x').summary, /lie on each other/);
  });
  it('or that part', () => {
    const [left, right] = sides(r`$\sqrt{x^2} = x$`, 'x');
    assert.deepEqual([left[0], right[0]], [[-3, 3], [-3, -3]]);
    assert.match(figure(r`$\sqrt{x^2} = x$`, 'x').summary, /furthest apart at x = −3: 3 on the left, −3 on the right/);
  });
  it('inside the domain', () => assert(sides(r`Let $x > 0$. $\ln x^2 = 2 \ln x$`, 'ln')[0].every(([x]) => x > 0)));
  it('beside the gradient check of a derivative', () => assert.equal(figure(r`$f(x) = x^3$. $f'(x) = 3 x^2$`, 'f').charts.length, 2));
  it('by the first entry of a vector', () => assert.match(figure(lines(r`$f(x) = x^T A x$`, r`$$\nabla f(x) = (A + A^T) x$$`), 'nabla').charts[1].title, /first entry of/));
});

describe('no picture', () => {
  it('says why', () => {
    assert.deepEqual(figured('Words.', 'Words'), { problem: 'there is no equation on this line' });
    assert.match(JSON.stringify(figured('$a = b + c$', 'a')), /only update rules that are known, and tested lines/);
  });
});
