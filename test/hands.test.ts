/** One network in many hands: whatever its parts are called and however derivatives are written, each line holds, and no altered one passes. */
import assert from 'node:assert/strict';
import { createChecker } from '../src/checker';
import type { Link } from '../src/report';

interface Names { z1: string; h: string; W1: string; b1: string; z2: string; W2: string; b2: string; out: string; target: string; loss: string; d1: string; d2: string }

const HANDS: Record<string, Names> = {
  subscripts: { z1: 'z_1', h: 'a_1', W1: 'W_1', b1: 'b_1', z2: 'z_2', W2: 'W_2', b2: 'b_2', out: '\\hat{y}', target: 'y', loss: 'L', d1: '\\delta_1', d2: '\\delta_2' },
  layers: { z1: 'z^{(1)}', h: 'a^{(1)}', W1: '\\Theta^{(1)}', b1: 'b^{(1)}', z2: 'z^{(2)}', W2: '\\Theta^{(2)}', b2: 'b^{(2)}', out: 'h', target: 'y', loss: 'J', d1: '\\delta^{(1)}', d2: '\\delta^{(2)}' },
  brackets: { z1: 'z^{[1]}', h: 'a^{[1]}', W1: 'W^{[1]}', b1: 'b^{[1]}', z2: 'z^{[2]}', W2: 'W^{[2]}', b2: 'b^{[2]}', out: '\\hat{y}', target: 'y', loss: '\\mathcal{L}', d1: '\\delta^{[1]}', d2: '\\delta^{[2]}' },
  bold: { z1: '\\mathbf{z}_1', h: '\\mathbf{h}', W1: '\\mathbf{W}_1', b1: '\\mathbf{b}_1', z2: '\\mathbf{z}_2', W2: '\\mathbf{W}_2', b2: '\\mathbf{b}_2', out: '\\hat{\\mathbf{y}}', target: '\\mathbf{y}', loss: '\\mathcal{L}', d1: '\\boldsymbol{\\delta}_1', d2: '\\boldsymbol{\\delta}_2' },
  letters: { z1: 'u', h: 'h', W1: 'W', b1: 'b', z2: 's', W2: 'V', b2: 'c', out: 'q', target: 't', loss: 'E', d1: '\\delta', d2: 'e' },
  primes: { z1: 'z', h: 'h', W1: 'U', b1: 'b', z2: "z'", W2: 'W', b2: "b'", out: 'p', target: 't', loss: 'E', d1: '\\delta_h', d2: '\\delta_o' },
  program: { z1: 'z1', h: 'a1', W1: 'W1', b1: 'b1', z2: 'z2', W2: 'W2', b2: 'b2', out: '\\hat{y}', target: 'y', loss: 'L', d1: 'd1', d2: 'd2' },
  labels: { z1: 'z_h', h: 'h', W1: 'W_h', b1: 'b_h', z2: 'z_o', W2: 'W_o', b2: 'b_o', out: 'o', target: 't', loss: 'L', d1: '\\delta_h', d2: '\\delta_o' },
};

interface Style { transpose: string; times: string; by(of: string, variable: string): string }

const STYLES: Style[] = [
  { transpose: 'T', times: '\\odot', by: (of, variable) => `\\frac{\\partial ${of}}{\\partial ${variable}}` },
  { transpose: '\\top', times: '\\circ', by: (of, variable) => `\\nabla_{${variable}} ${of}` },
  { transpose: '{T}', times: '\\odot', by: (of, variable) => `\\frac{d ${of}}{d ${variable}}` },
];

const ACTIVATIONS: { of(z: string): string; slope(names: Names, times: string): string }[] = [
  { of: (z) => `\\sigma(${z})`, slope: ({ h }, times) => `${h} ${times} (1 - ${h})` },
  { of: (z) => `\\tanh(${z})`, slope: ({ h }) => `(1 - ${h}^2)` },
  { of: (z) => `\\max(0, ${z})`, slope: ({ z1 }) => `\\mathbb{1}[${z1} > 0]` },
];

const LOSSES: { out(z: string): string; loss(names: Names): string }[] = [
  { out: (z) => z, loss: ({ out, target }) => `\\frac{1}{2}\\|${out} - ${target}\\|^2` },
  { out: (z) => `\\text{softmax}(${z})`, loss: ({ out, target }) => `-\\sum_k ${target}_k \\log ${out}_k$$ where $${target}$ is one-hot. $$` },
];

/** The network and its gradients, a display each. */
function homework(names: Names, style: Style, which: number): string[] {
  const { z1, h, W1, b1, z2, W2, b2, out, target, loss, d1, d2 } = names;
  const activation = ACTIVATIONS[which % ACTIVATIONS.length];
  const { out: read, loss: measured } = LOSSES[which % LOSSES.length];
  const { transpose, times, by } = style;
  return [
    `${z1} = ${W1} x + ${b1}, \\quad ${h} = ${activation.of(z1)}, \\quad ${z2} = ${W2} ${h} + ${b2}, \\quad ${out} = ${read(z2)}`,
    `${loss} = ${measured(names)}`,
    `${d2} = ${by(loss, z2)} = ${out} - ${target}`,
    `${by(loss, W2)} = ${d2} ${h}^${transpose}`,
    `${d1} = ${by(loss, z1)} = (${W2}^${transpose} ${d2}) ${times} ${activation.slope(names, times)}`,
    `${by(loss, W1)} = ${d1} x^${transpose}`,
    `${by(loss, 'x')} = ${W1}^${transpose} ${d1}`,
  ];
}

/** Slips: which display, and what stands for what in it. */
const SLIPS: [number, (names: Names, style: Style) => [string, string]][] = [
  [2, ({ out, target }) => [`= ${out} - ${target}`, `= ${target} - ${out}`]],
  [4, ({ W2, d2 }, { transpose }) => [`(${W2}^${transpose} ${d2})`, `-(${W2}^${transpose} ${d2})`]],
  [5, ({ d1, h }, { transpose }) => [`= ${d1} x^${transpose}`, `= ${d1} ${h}^${transpose}`]],
];

const linksOf = (displays: string[]): Link[] =>
  [...createChecker().check({ path: 'hw.md', language: 'markdown', text: displays.map((display) => `$$${display}$$`).join('\n') })].flatMap(({ equation }) => equation.links);

describe('one network in many hands', function () {
  this.timeout(60_000);
  Object.entries(HANDS).forEach(([hand, names], h) => STYLES.forEach((style, s) => {
    const displays = homework(names, style, h + s);
    it(`${hand}, ${style.by('L', 'w')}: each line holds`, () => {
      const links = linksOf(displays);
      assert.deepEqual(links.filter(({ verdict }) => verdict === 'undecided' || verdict === 'refuted').map(({ lhs, rhs, message }) => `${lhs} = ${rhs}: ${message}`), []);
      assert.equal(links.filter(({ verdict }) => verdict === 'verified').length, 5);
    });
    const [at, slip] = SLIPS[(h + s) % SLIPS.length];
    const [right, wrong] = slip(names, style);
    it(`${hand}, ${style.by('L', 'w')}: ${wrong} does not pass`, () => {
      const altered = displays.map((display, i) => (i === at ? display.replace(right, () => wrong) : display));
      assert.notDeepEqual(altered, displays);
      const refuted = linksOf(altered).filter(({ verdict }) => verdict === 'refuted');
      assert.equal(refuted.length, 1);
    });
  }));
});
