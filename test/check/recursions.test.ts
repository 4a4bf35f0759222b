/** What follows from recursions: closed forms, numbers after some steps, fixed points, conditions for convergence. */
import { rows } from './rows';

rows('closed forms', String.raw`
  $w_{k+1} = (1 - \alpha\lambda) w_k$. Hence $w_k = (1 - \alpha\lambda)^k w_0$. → · ✓
    ~ )^k ⇒ )^{k+1} → ✗
    ~ )^k w_0 ⇒ )^{k-1} w_1 → ✓
    ~ )^k w_0 ⇒ )^k w_1 → ✗
    ~ )^k w_0 ⇒ )^k c → · // another symbol: nothing is known of it
  $w^{(k+1)} = (1 - \eta) w^{(k)}$, so $w^{(k)} = (1 - \eta)^k w^{(0)}$. → · ✓
    ~ (1 - \eta)^k ⇒ (1 + \eta)^k → ✗
  $\rho = 1 - \alpha\lambda$. $x_{t+1} = (1 - \alpha\lambda) x_t$. Therefore $x_t = \rho^t x_0$. → · · ✓
    ~ \rho^t ⇒ \rho^{2t} → ✗
  $e_{k+1} = \rho e_k + c$. Thus $e_k = \rho^k e_0 + c \frac{1 - \rho^k}{1 - \rho}$. → · ✓
    ~ + c \frac ⇒ - c \frac → ✗
  $v_t = \mu v_{t-1} + g_t$ with $v_0 = 0$. Unrolled, $v_t = \sum_{i=1}^{t} \mu^{t-i} g_i$. → · · ✓
    ~ \mu^{t-i} ⇒ \mu^{t-i+1} → ✗
    ~ \mu^{t-i} ⇒ \mu^{i} → ✗
    ~ i=1 ⇒ i=2 → ✗
  $v_t = \mu v_{t-1} + g_t$ with $v_0 = 0$. Unrolled, $v_t = \sum_{i=0}^{t-1} \mu^i g_{t-i}$. → · · ✓
    ~ ^{t-1} \mu ⇒ ^{t-2} \mu → ✗
  $w_{t+1} = w_t - g_t$. Summed up, $w_t = w_0 - \sum_{i=0}^{t-1} g_i$. → ✓ ✓
    ~ _0 - \sum ⇒ _0 + \sum → ✗
  $x^{k+1} = x^k - \alpha\Lambda x^k = (1 - \alpha\Lambda) x^k$. By recursion, $x_i^k = (1 - \alpha\lambda_i)^k x_i^0$. → · ✓ ✓
    ~ )^k x_i^0 ⇒ )^{k+1} x_i^0 → ✗
    ~ \alpha\lambda_i)^k ⇒ \lambda_i)^k → ✗
  $w_k = (1 - \alpha) w_{k-1} = \dots = (1 - \alpha)^k w_0$. → · ? ✓ // the dots themselves claim nothing that can be tested
    ~ )^k ⇒ )^{2k} → ✗
`);

rows('no closed form of the recursion before', String.raw`
  $s_{t+1} = s_t + \eta_t u_t$. So $s_t = s_0 - \sum_{i=0}^{t-1} \eta_i u_i$. → · · // rates that change are not followed
  $v_t = \mu v_{t-1} + g_t$. If all gradients are the same, $v_t = g \frac{1 - \mu^t}{1 + \mu}$. → · ?
  $a_{n+1} = 2 a_n$. Thus far. Squares are $a_n = n^2$. → · · // shares nothing with the recursion
  $w_{k+1} = (1 - a) w_k$. With a rate that is doubled we get $w_k = (1 - 2a)^k w_0$. → · ·
  $w_{k+1} = (1 - a) w_k$. The bound is $w_k = (1 + a)^k w_0$. → · · // nothing says that it follows
  $x_{n+1} = x_n / 2$ with $x_0 = 1$. The data are $x_1 = 3$ and $x_2 = 5$. → · · · ·
  $w_{k+1} = a w_k$. Let us try $w_k = a^{2k} w_0$. → · ·
`);

rows('numbers after some steps', String.raw`
  $f(x) = x^2 - 2$. $x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$. With $x_0 = 1$ we get $x_1 = 1.5$ and $x_2 = 1.4167$. → · ✓ · ✓ ✓
    ~ x_1 = 1.5 ⇒ x_1 = 1.6 → ✗
    ~ 1.4167 ⇒ 1.4267 → ✗
  $w_{k+1} = 0.8 w_k$. From $w_0 = 2$ we get $w_1 = 1.6$, $w_2 = 1.28$, $w_3 = 1.024$. → · · ✓ ✓ ✓
    ~ 1.28 ⇒ 1.18 → ✗
  $w_{k+1} = w_k - \eta w_k$. From $w_0 = 2$ we get $w_1 = 1.6$. → · · · // with a rate that nobody gave
`);

rows('fixed points', String.raw`
  $x_{k+1} = \frac{1}{2}(x_k + \frac{a}{x_k})$. The fixed point is $x^* = \sqrt{a}$. → · ✓
    ~ \sqrt{a} ⇒ 2a → ✗
  $e_{k+1} = \rho e_k + c$. Its fixed point is $e^* = \frac{c}{1 - \rho}$. → · ✓
    ~ {1 - \rho} ⇒ {1 + \rho} → ✗
`);

rows('conditions for convergence', String.raw`
  $x_{k+1} = (1 - \alpha\lambda) x_k$. It converges if and only if $|1 - \alpha\lambda| < 1$. → · ✓
    ~ | < 1 ⇒ | < 2 → ✗
    ~ | < 1 ⇒ | > 1 → ✗
  $x_{k+1} = (1 - \alpha\lambda) x_k$. It converges iff $0 < \alpha < \frac{2}{\lambda}$. → · · ✓
    ~ {2} ⇒ {3} → ✗
    ~ {2} ⇒ {1} → ✗
  $x_{k+1} = (1 - \alpha\lambda) x_k$. It converges for $\alpha < \frac{1}{\lambda}$. → · ✓
    ~ {1} ⇒ {4} → ✗
  $x_{k+1} = (1 - \alpha\lambda) x_k$. It diverges for $\alpha > \frac{2}{\lambda}$. → · ·
  $x_{k+1} = (1 - \alpha\lambda) x_k$. It converges for $\alpha < \frac{2}{L}$. → · ·
  $x_{k+1} = x_k^2$. It converges for $a < 1$. → · ·
`);

rows('a derivative at a stated point', String.raw`
  $f(x, y) = x^2 y + y^3$. $\frac{\partial f}{\partial x}(2, 1) = 4$. → · ✓
    ~ = 4 ⇒ = 3 → ✗
  $f(x, y) = x^2 y + y^3$. $\frac{\partial f}{\partial y}(a, b) = a^2 + 3 b^2$. → · ✓
    ~ 3 b^2 ⇒ 2 b^2 → ✗
  $f(x, y) = (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2$. $\nabla f(0, 1) = (0, 0)$. → · ✓
    ~ (0, 0)$ ⇒ (0, 1)$ → ✗
`);
