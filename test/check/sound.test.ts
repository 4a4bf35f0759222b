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

  rows('numbers of an example', String.raw`
    Example: $w = 3$. The loss is $w^2 = 9$. The cube is $w^3 = 27$. → · ✓ ✓
      ~ = 27 ⇒ = 28 → ?
    Example: $w = 3$. The loss is $w^2 = 9$. In general $w^3 = 27$. → · ✓ ?
      ~ w^2 = 9 ⇒ w^2 = 8 → ?
    When $y = -1$, $y^2 = 1$.⏎⏎The cube is $y^3 = -1$. → · ✓ ?
      ~ y^2 = 1 ⇒ y^2 = 2 → ?
    Let $w = 3$ and $x = 2$.⏎⏎Forward: $z = w x$.⏎⏎$$z = 6$$ → · · · ✓
      ~ z = 6 ⇒ z = 5 → ·
  `);

  rows('paths of the chain rule', String.raw`
    The loss depends on $a$ through $u$ and $v$: $\frac{\partial L}{\partial a} = \frac{\partial L}{\partial u} \frac{\partial u}{\partial a} + \frac{\partial L}{\partial v} \frac{\partial v}{\partial a}$. → ✓
      ~ + \frac{\partial L}{\partial v} \frac{\partial v}{\partial a} ⇒ → ?
    $z = z(x, y)$. Then $\frac{dz}{dt} = \frac{\partial z}{\partial x} \frac{dx}{dt} + \frac{\partial z}{\partial y} \frac{dy}{dt}$. → · ✓
      ~ + \frac{\partial z}{\partial y} \frac{dy}{dt} ⇒ → ?
    $L = \ell(\hat y, y)$. $\frac{dL}{dw} = \frac{\partial L}{\partial \hat y} \frac{d\hat y}{dw}$ → · ✓ // labels do not depend on weights
      ~ \frac{d\hat y}{dw} ⇒ \frac{dw}{d\hat y} → ?
  `);

  rows('functions with a parameter', String.raw`
    $\nabla_\theta p_\theta(x) = p_\theta(x) \nabla_\theta \log p_\theta(x)$ → ✓
      ~ = p_\theta(x) \nabla ⇒ = \frac{1}{p_\theta(x)} \nabla → ✗
    $\nabla_\theta \log \pi_\theta(a|s) = \frac{\nabla_\theta \pi_\theta(a|s)}{\pi_\theta(a|s)}$ → ✓
      ~ }{\pi_\theta(a|s)} ⇒ }{1} → ✗
    $\nabla_\theta \log \pi(a) = 0$ → · // set to zero, and no number
    $\frac{d}{dr} \pi r^2 = 2 \pi r$ → ✓
      ~ 2 \pi r ⇒ \pi r → ✗
  `);
});
