/** TeX as text of one line. */
import assert from 'node:assert/strict';
import { plain, plainSentence } from '../src/plain';

const rows: [string, string][] = [
  ['\\frac{\\partial E}{\\partial b} = y - \\hat y', '∂E/∂b = y − y\u0302'],
  ['\\frac{\\partial^2 E}{\\partial w^2}', '∂²E/∂w²'],
  ['\\nabla J(w) = \\frac{1}{n} X^\\top (X w - y)', '∇ J(w) = 1/n Xᵀ (X w − y)'],
  ['p_i = \\frac{e^{z_i}}{\\sum_{k=1}^K e^{z_k}}', 'p_i = e^z_i/(∑_(k=1)^K e^z_k)'],
  ['\\theta_t = \\theta_{t-1} - \\eta \\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\epsilon}', 'θ_t = θ_(t−1) − η m\u0302_t/(√v\u0302_t + ϵ)'],
  ['\\begin{aligned} a &= \\tanh(W x) \\\\ o &= V a \\end{aligned}', 'a = tanh(W x) o = V a'],
  ['y \\in \\{0, 1\\}', 'y ∈ {0, 1}'],
  ['x^{(i)} W^{[2]} \\mathbf{W}^T A^{-1}', 'x^(i) W^[2] Wᵀ A⁻¹'],
  ['X \\in \\mathbb{R}^{n \\times d}', 'X ∈ ℝ^(n × d)'],
  ['\\dd{L}{W} = 3', '\\dd{L}{W} = 3'],
];
const sentences: [string, string][] = [
  ['The other way round: `\\hat y - y`', 'The other way round: y\u0302 − y'],
  ['Differs at z_{i} = [0], in entry 1: −1 on the left', 'Differs at z_i = [0], in entry 1: −1 on the left'],
  ['what is \\alpha? No definition was found', 'what is α? No definition was found'],
  ['an up-to-date word', 'an up-to-date word'],
];

describe('TeX as text', () => {
  for (const [tex, text] of rows) it(tex, () => assert.equal(plain(tex), text));
  for (const [before, after] of sentences) it(before, () => assert.equal(plainSentence(before), after));
});
