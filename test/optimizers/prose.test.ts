/** Published rules as students write them in running text: other letters, other arrows, lines in any order. Each is recognised, and is not once one symbol is changed. */
import assert from 'node:assert/strict';
import { type Judged, judged } from './judge';

const r = String.raw;

interface Row { is: string; text: string; alter: [from: string, to: string] }

const ROWS: readonly Row[] = [
  { is: 'gradient descent', text: r`In batch gradient descent we repeat $p \leftarrow p - \mu \nabla R(p)$ until nothing changes.`, alter: ['p - ', 'p + '] },
  { is: 'gradient descent', text: r`For full-batch gradient descent the weights follow $W_k := W_{k-1} - \tau \nabla_W \mathcal{L}(W_{k-1})$.`, alter: ['W_{k-1} - ', 'W_{k-1} + '] },
  { is: 'gradient descent', text: r`Stochastic gradient descent picks one example $i_k$ at random and sets $w_{k+1} = w_k - \alpha_k \nabla f_{i_k}(w_k)$.`, alter: ['w_k - ', 'w_k + '] },
  { is: 'gradient descent', text: r`Mini-batch gradient descent averages over a batch $B_t$ of $m$ examples: $$w_{t+1} = w_t - \frac{\eta}{m} \sum_{i \in B_t} \nabla \ell_i(w_t)$$`, alter: ['w_t - ', 'w_t + '] },
  { is: 'gradient descent', text: r`Batch gradient descent on the sum of all losses is $w_{t+1} = w_t - \eta \sum_{i=1}^n \nabla \ell_i(w_t)$.`, alter: ['w_t - ', 'w_t + '] },
  { is: 'gradient descent', text: r`Gradient descent: $x_{k+1} = \arg\min_{x \in \mathbb{R}^n} \nabla f(x_k)^T (x - x_k) + \frac{1}{2\eta} \|x - x_k\|^2$`, alter: [r`\mathbb{R}^n`, 'C'] },
  { is: 'gradient descent with weight decay', text: r`With L2 regularisation the gradient descent step becomes $u_{k} = u_{k-1} - s (\nabla F(u_{k-1}) + c u_{k-1})$.`, alter: ['+ c', '- c'] },
  { is: 'gradient descent with weight decay, the decay apart', text: r`Decoupled weight decay applies $w_t := (1-\lambda) w_{t-1} - \eta g_t$.`, alter: [r`1-\lambda`, r`1+\lambda`] },
  { is: 'momentum', text: r`The heavy ball method reads $z_{n+1} = z_n - \tau \nabla \phi(z_n) + \rho (z_n - z_{n-1})$.`, alter: ['(z_n - z_{n-1})', '(z_n + z_{n-1})'] },
  { is: 'momentum', text: r`For SGD with momentum, we keep a velocity $u_{k}$: the step is $p_{k} = p_{k-1} + u_{k}$ where $u_k = \rho u_{k-1} - \tau d_k$ and $d_k = \nabla \phi(p_{k-1})$.`, alter: [r`- \tau`, r`+ \tau`] },
  { is: 'momentum, a mean of gradients', text: r`Momentum (exponential moving average of the gradients): 1. $m^{(k)} := \beta m^{(k-1)} + (1-\beta) \nabla f(x^{(k-1)})$ 2. $x^{(k)} := x^{(k-1)} - \alpha m^{(k)}$`, alter: [r`(1-\beta)`, r`(1+\beta)`] },
  { is: 'Nesterov momentum', text: r`Nesterov's accelerated gradient: compute $\tilde{w}_k = w_k + \rho u_k$, then $u_{k+1} = \rho u_k - \tau \nabla F(\tilde{w}_k)$ and $w_{k+1} = w_k + u_{k+1}$.`, alter: [r`w_k + \rho u_k`, r`w_k - \rho u_k`] },
  { is: 'Nesterov momentum', text: r`Nesterov's method: $y_{k} = x_{k} + \beta (x_k - x_{k-1})$ and $x_{k+1} = y_k - \alpha \nabla f(y_k)$.`, alter: ['x_k - x_{k-1}', 'x_k + x_{k-1}'] },
  { is: 'Nesterov momentum, the weight (t − 1)/(t + 2)', text: r`Nesterov: $$y_k = x_k + \frac{k-1}{k+2}(x_k - x_{k-1})$$ $$x_{k+1} = y_k - \alpha \nabla f(y_k)$$`, alter: ['k-1}{k+2', 'k+2}{k-1'] },
  { is: 'AdaGrad', text: r`AdaGrad keeps the sum of squared gradients $s_k = s_{k-1} + d_k \odot d_k$ and divides: $p_{k+1} = p_k - \tau \frac{d_k}{\sqrt{s_k} + \varepsilon}$, where $d_k = \nabla F(p_k)$.`, alter: [r`\sqrt{s_k}`, 's_k'] },
  { is: 'AdaGrad', text: r`Adagrad: $\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\sum_{s=1}^t g_s^2} + \epsilon} g_t$`, alter: ['g_s^2', 'g_s'] },
  { is: 'Adadelta', text: r`Adadelta: $\Delta_k = -\frac{\sqrt{D_{k-1} + \varepsilon}}{\sqrt{S_k + \varepsilon}} g_k$, $x_k = x_{k-1} + \Delta_k$, $S_k = \rho S_{k-1} + (1-\rho) g_k^2$, $D_k = \rho D_{k-1} + (1-\rho) \Delta_k^2$`, alter: [r`(1-\rho) g_k^2`, r`(1-\rho) g_k`] },
  { is: 'Adadelta', text: r`Adadelta: $\Delta \theta_t = - \frac{RMS[\Delta\theta]_{t-1}}{RMS[g]_t} g_t$, $\theta_{t+1} = \theta_t + \Delta\theta_t$ with $E[g^2]_t = \rho E[g^2]_{t-1} + (1-\rho) g_t^2$ and $E[\Delta\theta^2]_t = \rho E[\Delta\theta^2]_{t-1} + (1-\rho)\Delta\theta_t^2$.`, alter: [r`RMS[\Delta\theta]_{t-1}`, r`RMS[\Delta\theta]_{t-1}^2`] },
  { is: 'Adadelta', text: r`Adadelta: $RMS[g]_t = \sqrt{E[g^2]_t + \epsilon}$, $\Delta \theta_t = - \frac{RMS[\Delta\theta]_{t-1}}{RMS[g]_t} g_t$, $\theta_{t+1} = \theta_t + \Delta\theta_t$ with $E[g^2]_t = \rho E[g^2]_{t-1} + (1-\rho) g_t^2$, $E[\Delta\theta^2]_t = \rho E[\Delta\theta^2]_{t-1} + (1-\rho)\Delta\theta_t^2$ and $RMS[\Delta\theta]_t = \sqrt{E[\Delta\theta^2]_t + \epsilon}$.`, alter: [r`\theta_t + \Delta`, r`\theta_t - \Delta`] },
  { is: 'RMSProp', text: r`RMSProp uses $q_k \leftarrow \alpha q_{k-1} + (1-\alpha) d_k^2$ and $w_k \leftarrow w_{k-1} - \frac{\eta}{\sqrt{q_k} + \varepsilon} d_k$.`, alter: ['d_k^2', 'd_k'] },
  { is: 'RMSProp, ε inside the root', text: r`RMSProp: $w_{k+1} := w_k - \eta \frac{d_k}{\sqrt{q_k + \varepsilon}}$ where $q_k := \alpha q_{k-1} + (1-\alpha) d_k^2$ and $d_k := \nabla J(w_k)$`, alter: ['d_k^2', 'd_k'] },
  { is: 'RMSProp, centred', text: r`Centred RMSProp: $s_t = \rho s_{t-1} + (1-\rho) g_t^2$, $\mu_t = \rho \mu_{t-1} + (1-\rho) g_t$, $w_t = w_{t-1} - \eta \frac{g_t}{\sqrt{s_t - \mu_t^2} + \epsilon}$`, alter: [r`s_t - \mu_t^2`, r`s_t + \mu_t^2`] },
  { is: 'Adam', text: r`Adam in our notation, with $d_k = \nabla F(p_{k-1})$. The step is $p_k = p_{k-1} - \tau \frac{\hat{a}_k}{\sqrt{\hat{b}_k} + \varepsilon}$, where $\hat{a}_k = a_k/(1-\rho_1^k)$ and $\hat{b}_k = b_k/(1-\rho_2^k)$. The moments are $a_k = \rho_1 a_{k-1} + (1-\rho_1) d_k$ and $b_k = \rho_2 b_{k-1} + (1-\rho_2) d_k^2$.`, alter: [r`a_k/(1-\rho_1^k)`, r`a_k/(1-\rho_2^k)`] },
  { is: 'Adam', text: r`Adam: 1. $m_{t+1} := \beta_1 m_t + (1-\beta_1) \nabla L(w_t)$ 2. $v_{t+1} := \beta_2 v_t + (1-\beta_2) (\nabla L(w_t))^2$ 3. $\hat m = \frac{m_{t+1}}{1-\beta_1^{t+1}}$ 4. $\hat v = \frac{v_{t+1}}{1-\beta_2^{t+1}}$ 5. $w_{t+1} := w_t - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon}$`, alter: [r`1-\beta_1^{t+1}`, r`1-\beta_1^{t}`] },
  { is: 'Adam', text: r`Adam: $V_{dW} = \beta_1 V_{dW} + (1-\beta_1) dW$, $S_{dW} = \beta_2 S_{dW} + (1-\beta_2) dW^2$, $V_{dW}^{corrected} = \frac{V_{dW}}{1-\beta_1^t}$, $S_{dW}^{corrected} = \frac{S_{dW}}{1-\beta_2^t}$, $W := W - \alpha \frac{V_{dW}^{corrected}}{\sqrt{S_{dW}^{corrected}} + \varepsilon}$`, alter: ['dW^2', 'dW'] },
  { is: 'AdamW', text: r`AdamW: $m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t$, $v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2$, $\hat m_t = m_t/(1-\beta_1^t)$, $\hat v_t = v_t/(1-\beta_2^t)$ and finally $w_t = (1-\eta\lambda) w_{t-1} - \eta \hat m_t / (\sqrt{\hat v_t} + \epsilon)$.`, alter: [r`1-\eta\lambda`, r`1+\eta\lambda`] },
  { is: 'AdaMax', text: r`AdaMax: $s_k = \max(\rho_2 s_{k-1}, |d_k|)$, $a_k = \rho_1 a_{k-1} + (1-\rho_1) d_k$, $p_k = p_{k-1} - \frac{\tau}{1-\rho_1^k} \cdot \frac{a_k}{s_k}$`, alter: ['|d_k|', r`(1-\rho_2)|d_k|`] },
  { is: 'NAdam', text: r`NAdam: $w_{k} = w_{k-1} - \frac{\eta}{\sqrt{\hat{s}_k} + \epsilon} \left(\rho_1 \hat{a}_k + \frac{1-\rho_1}{1-\rho_1^k} d_k\right)$, where $a_k = \rho_1 a_{k-1} + (1-\rho_1) d_k$, $s_k = \rho_2 s_{k-1} + (1-\rho_2) d_k^2$, $\hat{a}_k = \frac{a_k}{1-\rho_1^k}$, $\hat{s}_k = \frac{s_k}{1-\rho_2^k}$.`, alter: [r`\rho_1 \hat{a}_k`, r`\hat{a}_k`] },
  { is: 'AMSGrad', text: r`AMSGrad: $m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t$, $v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2$, $v_t^{\max} = \max(v_{t-1}^{\max}, v_t)$, $x_{t} = x_{t-1} - \alpha \frac{m_t}{\sqrt{v_t^{\max}} + \epsilon}$`, alter: [r`= \max(`, r`= \min(`] },
  { is: 'Lion', text: r`Lion: $u_k = \operatorname{sgn}(\beta_1 m_{k-1} + (1-\beta_1) d_k)$, $p_k = p_{k-1} - \eta (u_k + \lambda p_{k-1})$, $m_k = \beta_2 m_{k-1} + (1-\beta_2) d_k$`, alter: [r`(u_k + \lambda`, r`(u_k - \lambda`] },
  { is: 'LAMB', text: r`LAMB: $a_k = \rho_1 a_{k-1} + (1-\rho_1) d_k$, $b_k = \rho_2 b_{k-1} + (1-\rho_2) d_k^2$, $\hat a_k = \frac{a_k}{1-\rho_1^k}$, $\hat b_k = \frac{b_k}{1-\rho_2^k}$, $u_k = \frac{\hat a_k}{\sqrt{\hat b_k}+\epsilon}$, $p_{k} = p_{k-1} - \eta \frac{\|p_{k-1}\|}{\|u_k + \lambda p_{k-1}\|} (u_k + \lambda p_{k-1})$`, alter: [r`\frac{\|p_{k-1}\|}`, r`\frac{\|u_k\|}`] },
  { is: 'LARS, no momentum', text: r`LARS: $\gamma_k = \eta \frac{\|w_k\|}{\|g_k\|}$, $w_{k+1} = w_k - \gamma_k g_k$`, alter: [r`\|w_k\|}{\|g_k\|`, r`\|g_k\|}{\|w_k\|`] },
  { is: 'Newton’s method', text: r`Newton's method solves $\nabla^2 f(x_k) d_k = -\nabla f(x_k)$ and sets $x_{k+1} = x_k + d_k$.`, alter: [r`= -\nabla`, r`= \nabla`] },
  { is: 'Newton’s method, for a root', text: r`By Newton's method $t_{k+1} = t_k - \frac{h(t_k)}{h'(t_k)}$.`, alter: ['t_k - ', 't_k + '] },
  { is: 'Newton’s method, damped', text: r`Damped Newton: $x \leftarrow x - \gamma [\nabla^2 f(x)]^{-1} \nabla f(x)$`, alter: ['x - ', 'x + '] },
  { is: 'Newton’s method, damped', text: r`Damped Newton with step size $t$: $x \leftarrow x - t H^{-1} \nabla f(x)$`, alter: ['x - ', 'x + '] },
  { is: 'Gauss–Newton', text: r`Gauss-Newton for least squares: $\beta^{(k+1)} = \beta^{(k)} - (J_r^T J_r)^{-1} J_r^T r(\beta^{(k)})$`, alter: [r`\beta^{(k)} - `, r`\beta^{(k)} + `] },
  { is: 'Gauss–Newton', text: r`Gauss–Newton: solve $J_k^T J_k p_k = -J_k^T r_k$, then $x_{k+1} = x_k + p_k$.`, alter: ['= -J', '= J'] },
  { is: 'Levenberg–Marquardt', text: r`Levenberg–Marquardt: solve $(J^T J + \lambda I) \delta = -J^T r$ and set $\theta \leftarrow \theta + \delta$.`, alter: [r`+ \lambda`, r`- \lambda`] },
  { is: 'Levenberg–Marquardt, the diagonal', text: r`Levenberg–Marquardt: $p \leftarrow p - (J^T J + \lambda \operatorname{diag}(J^T J))^{-1} J^T r$`, alter: [r`+ \lambda`, r`- \lambda`] },
  { is: 'projected gradient descent', text: r`Projected gradient descent: $y_{k+1} = x_k - t \nabla f(x_k)$ and $x_{k+1} = \Pi_K(y_{k+1})$`, alter: ['x_k - ', 'x_k + '] },
  { is: 'projected gradient descent', text: r`Projected gradient descent: $x_{k+1} = \arg\min_{x \in C} \|x - (x_k - \eta \nabla f(x_k))\|^2$`, alter: ['(x_k - ', '(x_k + '] },
  { is: 'projected gradient descent', text: r`Projected gradient descent: $x_{k+1} = \arg\min_{x \in C} \nabla f(x_k)^T (x - x_k) + \frac{1}{2\eta} \|x - x_k\|^2$`, alter: [r`\min_{x \in C}`, r`\min_{x}`] },
  { is: 'mirror descent', text: r`Mirror descent with the potential $\psi$: $\nabla \psi(x_{t+1}) = \nabla \psi(x_t) - \eta \nabla f(x_t)$`, alter: [r`- \eta`, r`+ \eta`] },
  { is: 'mirror descent', text: r`Mirror descent: $x_{t+1} = (\nabla\psi)^{-1}(\nabla\psi(x_t) - \eta g_t)$`, alter: [r`- \eta`, r`+ \eta`] },
  { is: 'mirror descent, projected onto a set', text: r`Mirror descent: $x_{t+1} = \arg\min_{x \in C} \{ \langle g_t, x \rangle + \frac{1}{\eta} D_\psi(x, x_t) \}$`, alter: [r`\frac{1}{\eta}`, r`\eta`] },
  { is: 'exponential decay, each rate by the one before', text: r`With exponential decay of the learning rate, $\alpha_{k+1} = \gamma \alpha_k$.`, alter: [r`\gamma \alpha_k`, r`\alpha_k / \gamma`] },
  { is: 'linear warm-up, a cosine to zero afterwards', text: r`Linear warm-up followed by cosine decay: $\eta_t = \begin{cases} \eta_{max} \frac{t}{T_w} & t < T_w \\ \frac{\eta_{max}}{2} (1 + \cos(\pi \frac{t - T_w}{T - T_w})) & t \ge T_w \end{cases}$`, alter: ['(1 + ', '(1 - '] },
  { is: 'polynomial decay', text: r`Polynomial decay: $\eta_t = \eta_0 (1 - t/T)^p$`, alter: ['1 - ', '1 + '] },
  { is: 'mirror descent, exponentiated gradient', text: r`Mirror descent on the simplex: $x_{k+1,i} = \frac{x_{k,i} \exp(-\eta g_{k,i})}{\sum_j x_{k,j} \exp(-\eta g_{k,j})}$`, alter: [r`x_{k,i} \exp(-\eta`, r`x_{k,i} \exp(\eta`] },
  { is: 'iterate averaging, equal weights', text: r`Polyak averaging: $\bar{w}_k = \frac{1}{k} \sum_{j=1}^k w_j$`, alter: [r`\frac{1}{k}`, r`\frac{1}{2k}`] },
  { is: 'iterate averaging, equal weights', text: r`Polyak averaging: $\bar{w}_{k} = \bar{w}_{k-1} + \frac{1}{k} (w_k - \bar{w}_{k-1})$`, alter: [r`w_k - \bar`, r`w_k + \bar`] },
  { is: 'iterate averaging', text: r`EMA of the weights: $\bar w \leftarrow \beta \bar w + (1-\beta) w$`, alter: [r`(1-\beta) w`, r`(1+\beta) w`] },
  { is: 'iterate averaging', text: r`The target network is an exponential moving average: $\theta^- \leftarrow \tau \theta + (1-\tau) \theta^-$`, alter: [r`(1-\tau)`, r`(1+\tau)`] },
  { is: 'step decay', text: r`Step decay: $\alpha_k = \alpha_0 \cdot 0.5^{\lfloor k/10 \rfloor}$`, alter: [r`\lfloor k/10 \rfloor`, 'k/10'] },
  { is: 'exponential decay', text: r`Exponential decay of the learning rate: $\alpha_k = \alpha_0 e^{-\lambda k}$`, alter: [r`-\lambda`, r`\lambda`] },
  { is: 'cosine annealing', text: r`Cosine schedule: $\alpha_k = \alpha_{\min} + \frac{1}{2} (\alpha_{\max} - \alpha_{\min}) (1 + \cos(\pi k / K))$`, alter: ['1 + ', '1 - '] },
  { is: 'linear warm-up', text: r`Warm-up: $\alpha_k = \alpha_{\max} \cdot \min(1, k/W)$`, alter: ['k/W', 'k/W^2'] },
  { is: 'linear warm-up, the inverse root afterwards', text: r`Warm-up as in the Transformer: $\eta_t = d^{-1/2} \min(t^{-1/2}, t \cdot w^{-3/2})$`, alter: ['w^{-3/2}', 'w^{-1/2}'] },
  { is: 'inverse time decay', text: r`The 1/t schedule: $\alpha_k = \frac{\alpha_0}{1 + d k}$`, alter: ['1 + d k', '1 - d k'] },
  { is: 'inverse square-root decay', text: r`The 1/√t schedule: $\alpha_k = \frac{\alpha_0}{\sqrt{k}}$`, alter: [r`\sqrt{k}`, 'k'] },
];

const named = (text: string): Judged[] => judged(text).filter(({ finding }) => finding.code === 'published' || finding.code === 'variant');

describe('rules in running text', () => {
  for (const { is, text, alter: [from, to] } of ROWS) {
    it(`${is}: ${text}`, () => {
      const found = named(text);
      assert(found.some(({ finding }) => new RegExp(`^This is ${is.replace(/[()+]/g, '\\$&')}(?=[ ,:])`).test(finding.message)), found.map(({ finding }) => finding.message).join(' ') || 'not recognised');
      assert.deepEqual(judged(text).filter(({ finding }) => finding.verdict === 'refuted'), []);
    });
    it(`not with ${to} for ${from}`, () => {
      assert(text.includes(from), from);
      assert.deepEqual(named(text.replace(from, to)).filter(({ finding }) => finding.message.startsWith(`This is ${is}`)).map(({ finding }) => finding.message), []);
    });
  }

  it('no step is taken by the gradient at the optimum', () => {
    assert.deepEqual(named(r`Gradient descent: $x^{k+1} = x^k - \eta \nabla f(x^*)$`), []);
  });
});
