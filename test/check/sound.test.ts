/** What is close to right and is not: cases, points, examples, paths that lie beside what the line says. */
import { rows } from './rows';

/** Milliseconds that a busy machine may need. */
const SLOW = 60_000;

describe('close to right', function () {
  this.timeout(SLOW);
  rows('cases', String.raw`
    $f(x) = \max(0, x)$. $f'(x) = \begin{cases} 0 & x < 0 \\ 1 & x > 0 \end{cases}$ → · ✓
      ~ 1 & x > 0 ⇒ 1 & x < 0 → ?
      ~ 1 & x > 0 ⇒ 1 & x > 1 → ? // nothing is said between 0 and 1
      ~ 1 & x > 0 ⇒ 2 & x > 0 → ✗
    $f(x) = |x|$, $f'(x) = \begin{cases} 1 & x > 0 \\ -1 & x \le 0 \end{cases}$ → · ✓
      ~ -1 & x \le 0 ⇒ -1 & x \le 1 → ? // both hold between 0 and 1
      ~ -1 & x \le 0 ⇒ 0 & x \le 0 → ✗
    Let $0 < a < 1$ and $g(x) = \begin{cases} x & x \ge 0 \\ a(e^x - 1) & x < 0 \end{cases}$. $g'(x) = \begin{cases} 1 & x \ge 0 \\ g(x) + a & x < 0 \end{cases}$ → · · · ✓
      ~ + a & x < 0 ⇒ + a & a < 0 → ?
    $f(x) = \begin{cases} \frac12 x^2 & |x| \le 1 \\ |x| - \frac12 & |x| > 1 \end{cases}$. $f'(x) = \begin{cases} x & |x| \le 1 \\ 1 & x > 1 \\ -1 & x < -1 \end{cases}$ → · ✓
      ~ -1 & x < -1 ⇒ 1 & x < -1 → ✗
    $\max(0, x) = \begin{cases} x & x > 0 \end{cases}$ → ?
    $p_k = \frac{e^{z_k}}{\sum_l e^{z_l}}$. $\frac{\partial p_i}{\partial z_j} = \begin{cases} p_i(1 - p_i) & i = j \\ -p_i p_j & i \ne j \end{cases}$ → · ✓
      ~ i \ne j ⇒ i = j → ?
  `);

  rows('the point of a gradient', String.raw`
    $w_{k+1} = w_k - \eta \nabla L(w_k)$ → ✓
      ~ L(w_k) ⇒ L(u) → ·
      ~ L(w_k) ⇒ L(w_0) → ·
    $x_{k+1} = x_k - H^{-1}(x_k) \nabla f(x_k)$ → ✓
      ~ H^{-1}(x_k) ⇒ H^{-1}(x_0) → ·
      ~ f(x_k) ⇒ f(x_0) → ·
    $\theta \leftarrow \theta - \eta \nabla J(\theta)$ → ✓
      ~ J(\theta) ⇒ J(\phi) → ·
    Momentum: $v_{t+1} = \beta v_t - \eta g_t$, $w_{t+1} = w_t + v_{t+1}$. → ✓ ✓
      ~ + v_{t+1} ⇒ + v_{t+2} → ·
      ~ g_t ⇒ g_v → ·
    Nesterov: $\tilde w = w + \mu v$, $v \leftarrow \mu v - \eta \nabla L(\tilde w)$, $w \leftarrow w + v$. → ✓ ✓ ✓
      ~ w + \mu v ⇒ w - \mu v → ✗
  `);
});
