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

rows('a name without a step that changes with it', String.raw`
  $a = w z_t + b$ and $c_t = \tanh(a)$. $c_t - \tanh(w z_t + b) = 0$ → · · ✓
    ~ c_t - ⇒ c_{t-1} - → ?
  $u = w + b$ and $c_t = \tanh(u) z_t$. $c_{t-1} - \tanh(w + b) z_{t-1} = 0$ → · · ✓
    ~ z_{t-1} ⇒ z_t → ✗
`);

rows('numbers after some steps', String.raw`
  $q(x) = x^2 - 3$, $x_{n+1} = x_n - \frac{q(x_n)}{q'(x_n)}$, $x_0 = 2$: $x_1 = 1.75$, $x_2 = 1.7321$ → · · · ✓ ✓ // one after the other
    ~ x_2 = 1.7321 ⇒ x_2 = 1.7421 → · · · ✓ ✗
    ~ , $x_2 = 1.7321$ ⇒ , and by another method $x_2 = 1.7421$ → · · · ✓ ·
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

rows('along the course of a rule', String.raw`
  Let $f(x) = \frac{1}{2} x^T A x - b^T x$ with $A$ symmetric positive definite and largest eigenvalue $L$. Gradient descent is $x_{k+1} = x_k - \eta \nabla f(x_k)$. If $0 < \eta \le 1/L$, then $f(x_{k+1}) \le f(x_k) - \frac{\eta}{2} \|\nabla f(x_k)\|^2$. → · ✓ · · ✓
    ~ - \frac{\eta}{2} ⇒ - \eta → ✗
  Let $f(x) = \frac{1}{2} x^T A x - b^T x$ with $A$ symmetric positive definite and largest eigenvalue $\lambda_{\max}$. Gradient descent is $x_{k+1} = x_k - \eta \nabla f(x_k)$. For $0 < \eta < 2/\lambda_{\max}$ the loss decreases: $f(x_{k+1}) < f(x_k)$. → · ✓ · · ✓
    ~ f(x_{k+1}) < f ⇒ f(x_{k+1}) > f → ✗
  Let $L(w) = (w-3)^2$. Gradient descent $w_{t+1} = w_t - \eta L'(w_t)$ with $\eta \le \frac{1}{2}$ gives $L(w_{t+1}) \le L(w_t)$. → · ✓ · ✓
    ~ L(w_{t+1}) \le ⇒ L(w_{t+1}) \ge → ✗
  Let $L(w) = w^2$ and $w_{t+1} = w_t - 0.1 L'(w_t)$. Hence $L(w_{t+1}) < L(w_t)$. → · ✓ ✓
    ~ L(w_{t+1}) < ⇒ L(w_{t+1}) > → ✗
  Let $L(w) = w^4 + w^2$ and $w_{t+1} = w_t - \eta L'(w_t)$. For sufficiently small $\eta$ we have $L(w_{t+1}) \le L(w_t)$. → · ✓ ✓
    ~ L(w_{t+1}) \le ⇒ L(w_{t+1}) \ge → ✗
  Let $R(w) = \|X w - y\|^2$ and $w_{k+1} = w_k - \eta \nabla R(w_k)$. With $\eta$ small enough, $R(w_{k+1}) \le R(w_k)$. → · ✓ ✓
    ~ R(w_{k+1}) \le ⇒ R(w_{k+1}) \ge → ✗
  Let $f(x) = \frac{\lambda}{2} x^2$. Gradient descent $x_{k+1} = x_k - \eta f'(x_k)$ gives $|x_k| = |1 - \eta \lambda|^k |x_0|$. → · ✓ ✓
    ~ \eta \lambda|^k ⇒ 2 \eta \lambda|^k → ✗
  Let $f(x) = \frac{\lambda}{2} x^2$ and $x_{k+1} = x_k - \eta f'(x_k)$. Then $f(x_k) = (1 - \eta \lambda)^{2k} f(x_0)$. → · ✓ ✓
    ~ ^{2k} ⇒ ^k → ✗
  Let $f(x) = \frac{1}{2} x^T A x - b^T x$ with $A$ symmetric positive definite with eigenvalues between $\mu$ and $L$, condition number $\kappa = L/\mu$ and minimiser $x^* = A^{-1} b$. Gradient descent $x_{k+1} = x_k - \eta \nabla f(x_k)$ with $\eta = \frac{2}{\mu + L}$ satisfies $$\|x_k - x^*\| \le \left(\frac{\kappa - 1}{\kappa + 1}\right)^k \|x_0 - x^*\|.$$ → · · · ✓ · ✓
    ~ \right)^k ⇒ \right)^{2k} → ✗
  Let $f(x) = 3 x^2$ and $x_{k+1} = x_k - \alpha f'(x_k)$ with $\alpha = 0.1$. Then $|x_{k+1}| \le \frac{1}{2} |x_k|$. → · ✓ · ✓
    ~ \frac{1}{2} ⇒ \frac{1}{3} → ✗
  Newton's method for $f(x) = x^2 - a$ with $a > 0$ is $x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$. Then $x_{n+1} - \sqrt{a} = \frac{(x_n - \sqrt{a})^2}{2 x_n}$. → · · ✓ ✓
    ~ {2 x_n} ⇒ {x_n} → ✗
  Newton's method for $f(x) = x^2 - 2$ is $x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$. We start at $x_0 = 2$. Then $x_{n+1} < x_n$. → · ✓ · ✓
    ~ x_{n+1} < x_n ⇒ x_{n+1} > x_n → ✗
`);

rows('along the course with rates that are too large', String.raw`
  Let $f(x) = \frac{1}{2} x^T A x - b^T x$ with $A$ symmetric positive definite and largest eigenvalue $L$. Let $x_{k+1} = x_k - \eta \nabla f(x_k)$. If $0 < \eta \le 3/L$, then $f(x_{k+1}) \le f(x_k)$. → · ✓ · · ✗
    ~ x_k - \eta ⇒ x_k + \eta → ·
  Let $f(x) = \frac{1}{2} x^T A x - b^T x$ with $A$ symmetric positive definite with eigenvalues between $\mu$ and $L$ and minimiser $x^* = A^{-1} b$. Let $x_{k+1} = x_k - \eta \nabla f(x_k)$ with $\eta = \frac{3}{\mu + L}$. Then $\|x_k - x^*\| \le \left(\frac{L - \mu}{L + \mu}\right)^k \|x_0 - x^*\|$. → · · ✓ · ✗
    ~ x_k - \eta ⇒ x_k + \eta → ·
  Let $L(w) = (w-3)^2$. Let $w_{t+1} = w_t - \eta L'(w_t)$ with $\eta \le \frac{3}{2}$. Then $L(w_{t+1}) \le L(w_t)$. → · ✓ · ✗
    ~ w_t - \eta ⇒ w_t + \eta → ·
  Let $L(w) = w^2$ and $w_{t+1} = w_t - 1.1 L'(w_t)$. Hence $L(w_{t+1}) < L(w_t)$. → · · ✗
`);

rows('what the course alone does not decide', String.raw`
  Let $L(w) = w^4 + w^2$ and $w_{t+1} = w_t - \eta L'(w_t)$. Then $L(w_{t+1}) \le L(w_t)$. → · ✓ ? // for which rates is not said
    ~ w_t - \eta ⇒ w_t + \eta → ·
  Let $L(w) = w^4 + w^2$ and $w_{t+1} = w_t - \eta L'(w_t)$. We accept the step if $L(w_{t+1}) \le L(w_t)$. → · ✓ ·
    ~ w_t - \eta ⇒ w_t + \eta → ·
  Newton's method for $f(x) = x^2 - 2$ is $x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$. For $x_n > \sqrt{2}$ we get $x_{n+1} < x_n$. → · ✓ · ? // not everywhere
    ~ x_n - \frac ⇒ x_n + \frac → ✗
  The recursion is $z_{k+1} = \frac{1}{2}(z_k + \frac{3}{z_k})$. So there is a $K$ such that for all $k > K$ we have $z_{k+1} = z_k$. Then $z_{k+1} = z_k$ to many digits. → · · ? ? // it rests there
  The recursion is $S_{t+1} = S_t + V_t N_t V_t^T$. So in this case we can write it as $S_{t+1} = S_t + N_t V_t V_t^T$. → · ? // which is so if N is a number
`);

rows('which rates converge on the document’s own quadratic', String.raw`
  Let $f(x) = 2x^2 - 4x$. Gradient descent $x_{k+1} = x_k - \eta f'(x_k)$ converges for $0 < \eta < \frac{1}{2}$. → · ✓ · ✓
    ~ {1}{2} ⇒ {3}{4} → ✗
  Let $f(x) = \frac{1}{2} x^T A x - b^T x$ with $A$ symmetric positive definite, and $\lambda_{\max}$ its largest eigenvalue. Gradient descent $x_{k+1} = x_k - \eta \nabla f(x_k)$ converges if and only if $0 < \eta < \frac{2}{\lambda_{\max}}$. → · ✓ · ✓
    ~ {2}{\lambda ⇒ {1}{\lambda → ✗
    ~ {2}{\lambda ⇒ {3}{\lambda → ✗
  Let $f(x) = \frac{1}{2} x^T A x - b^T x$ with $A$ symmetric positive definite, and $L$ its largest eigenvalue. Gradient descent $x_{k+1} = x_k - \eta (A x_k - b)$ converges whenever $0 < \eta < \frac{1}{L}$. → · ✓ · ✓
    ~ {1}{L} ⇒ {3}{L} → ✗
`);

rows('a function at an argument of its own', String.raw`
  Let $f(x) = \frac{1}{2} x^T A x$ with $A$ symmetric positive definite. Then $f(y) \ge 0$. → · ✓
    ~ f(y) \ge ⇒ f(y) \le → ✗
  Let $f(x) = x^2$. Then $f(x - f'(x)) = (-x)^2$. → · ✓
    ~ (-x)^2 ⇒ 2x^2 → ✗
`);

rows('a step of gradient descent on any function of a class', String.raw`
  Let $f$ be $L$-smooth and $x_{k+1} = x_k - \eta \nabla f(x_k)$ with $\eta \le 1/L$. Then $f(x_{k+1}) \le f(x_k) - \frac{\eta}{2} \|\nabla f(x_k)\|^2$. → ✓ · ✓
    ~ \frac{\eta}{2} ⇒ \eta → ✗
  Let $f$ be $L$-smooth. Gradient descent $x_{t+1} = x_t - \eta \nabla f(x_t)$ has $f(x_{t+1}) \le f(x_t) - \eta(1 - \frac{L\eta}{2})\|\nabla f(x_t)\|^2$. → ✓ ✓
    ~ \frac{L\eta}{2} ⇒ \frac{L\eta}{4} → ?
  Let $f$ be $L$-smooth. With $\eta = 1/L$ gradient descent $x_{k+1} = x_k - \eta \nabla f(x_k)$ gives $f(x_{k+1}) \le f(x_k) - \frac{1}{2L}\|\nabla f(x_k)\|^2$. → · ✓ ✓
    ~ \frac{1}{2L} ⇒ \frac{1}{L} → ✗
    ~ \|\nabla f(x_k)\|^2 ⇒ \|\nabla f(x_j)\|^2 → ? // another point
    ~ f(x_k) - \frac ⇒ f(x_k) + \frac → ✓
  Let $f$ be $L$-smooth. With $0 < \eta < \frac{2}{L}$ the step $x_{k+1} = x_k - \eta \nabla f(x_k)$ gives $f(x_{k+1}) \le f(x_k)$. → · · ✓ ✓
    ~ \le f(x_k)$ ⇒ \ge f(x_k)$ → ✗
  Let $f$ be $\mu$-strongly convex and $L$-smooth. Gradient descent $x_{k+1} = x_k - \eta \nabla f(x_k)$ with $\eta = 1/L$ satisfies $\|x_{k+1} - x^*\|^2 \le (1 - \mu/L) \|x_k - x^*\|^2$. → ✓ · ✓
    ~ (1 - \mu/L) ⇒ (1 - 2\mu/L) → ✗
  Let $f$ be $\mu$-strongly convex and $L$-smooth. With $\eta = \frac{2}{\mu + L}$ gradient descent $x_{k+1} = x_k - \eta \nabla f(x_k)$ has $\|x_k - x^*\| \le \left(\frac{L - \mu}{L + \mu}\right)^k \|x_0 - x^*\|$. → · ✓ ✓
    ~ \right)^k ⇒ \right)^{2k} → ✗
  Let $f$ be convex and $L$-smooth. With $\eta \le 1/L$ gradient descent $x_{k+1} = x_k - \eta \nabla f(x_k)$ has $f(x_k) - f(x^*) \le \frac{\|x_0 - x^*\|^2}{2 \eta k}$. → · ✓ ✓
    ~ 2 \eta k ⇒ 8 \eta k → ✗
    ~ x_0 - x^*\|^2 ⇒ x_0 + x^*\|^2 → ✗
    ~ 2 \eta k ⇒ 2 → ✗
  Suppose $f$ satisfies the PL inequality $\frac12 \|\nabla f(x)\|^2 \ge \mu (f(x) - f^*)$ and is $L$-smooth. Gradient descent $x_{k+1} = x_k - \frac1L \nabla f(x_k)$ gives $f(x_{k+1}) - f^* \le (1 - \frac{\mu}{L})(f(x_k) - f^*)$. → · · ✓
    ~ (1 - \frac{\mu}{L}) ⇒ (1 - \frac{2\mu}{L}) → ✗
`);

rows('no class is told, or more than one', String.raw`
  Let $f$ be $L$-smooth near the minimum. Gradient descent $x_{k+1} = x_k - \frac{1}{L} \nabla f(x_k)$ gives $f(x_{k+1}) \le f(x_k) - \frac{1}{L}\|\nabla f(x_k)\|^2$. → · ?
`);
