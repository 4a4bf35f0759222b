/** Conditions, premises and words: what a document takes for granted, and what it does not. */
import { rows } from './rows';

describe('conditions', () => {
  rows('bounds on lists and chains', String.raw`
    For $a, b > 0$ we have $\sqrt{a^2 b^2} = ab$. → · ✓
      ~ = ab ⇒ = 2ab → ✗
    $\sigma_1, \sigma_2 > 0$. $\sqrt{\sigma_1^2} = \sigma_1$. → · ✓
      ~ = \sigma_1$. ⇒ = 2 \sigma_1$. → ✗
    For $a, b \ge 0$: $|a| + |b| = a + b$. → · ✓
      ~ a + b ⇒ a - b → ✗
    Let $0 < a, b < 1$. Then $|b| = b$ and $\sqrt{(1 - a)^2} = 1 - a$. → · · ✓ ✓
      ~ = 1 - a ⇒ = a - 1 → ✗
    Let $a > b > 0$. Then $\sqrt{a^2} = a$. → · · ✓
      ~ = a ⇒ = 2a → ? // what is said of a beside its sign is not sampled
    Let $a_1, \dots, a_n > 0$. Then $|a_i| = a_i$. → · ✓
      ~ = a_i ⇒ = 2a_i → ✗
    $h(y) = -a y^2 - b y^2$ with $a, b > 0$. Then $h(y) \le 0$. → · · ✓
      ~ \le 0 ⇒ \ge 0 → ✗
    For positive $x, y$: $|xy| = xy$. → ✓
      ~ = xy ⇒ = -xy → ✗
    Let $x$ and $y$ be positive numbers. Then $|xy| = xy$. → ✓
      ~ = xy ⇒ = -xy → ✗
    Let $x$ be negative. Then $|x| = -x$. → ✓
      ~ -x ⇒ x → ✗
    $L$ is the negative log-likelihood. $|L| = -L$. → ✗
    The slope $f'(x)$ is positive. $|x| = x$. → ✗
  `);

  rows('bounds other than 0', String.raw`
    Let $|\rho| < 1$. Then $\sqrt{(1 - \rho)^2} = 1 - \rho$. → · ✓
      ~ = 1 - \rho ⇒ = \rho - 1 → ✗
    Let $-1 < x < 2$. Then $\sqrt{(x - 2)^2} = 2 - x$. → · · ✓
      ~ \sqrt{(x - 2)^2} = 2 - x ⇒ \sqrt{(x - 1)^2} = 1 - x → ✗
    Let $p \in (0, 1/2)$. Then $|1 - 2p| = 1 - 2p$. → · ✓
      ~ = 1 - 2p ⇒ = 2p - 1 → ✗
    For $x > 2$ we have $x^2 \ge 4$. → · ✓
      ~ \ge 4 ⇒ \ge 5 → ✗
  `);

  rows('cases', String.raw`
    If $x < 1$ then $|x - 1| = 1 - x$. → · ✓
      ~ = 1 - x ⇒ = x - 1 → ? // in a sentence that only supposes
    If $A$ is symmetric, then $\nabla_x (x^T A x) = 2Ax$. → ✓
      ~ 2Ax ⇒ Ax → ?
    For $a, b > 0$ we have $a^3 \ge 0$. Also, $\sqrt{a^2} = a$. → · ✓ ? // whether the condition still holds is not said
      ~ a^3 \ge 0 ⇒ a^3 \ge 1 → ✗
  `);

  rows('names that nothing defines', String.raw`
    Let $q_k(T) = z_k T^2$. Then $\frac{\partial q_k}{\partial T} = \frac{2 q_k}{T}$. → · ? // families are not read
    $\frac{1}{m} \sum_{i=1}^m s_i (1 - s_i) (x^T z)^2 = \frac{\kappa}{m} (x^T z)^2 \ge 0$ → ? ? // what is κ?
    $\frac{\partial \hat t}{\partial z} = \hat t (1 - \hat t)$ → ?
    $\frac{\partial}{\partial x}(f(x) g(x)) = f'(x) g(x) + f(x) g'(x)$ → ✓
      ~ f'(x) g(x) + ⇒ f'(x) + → ✗
    $v^{(\ell)} = \varphi(z^{(\ell)}) = \varphi(W^{(\ell)} v^{(\ell-1)})$ → · ?
    # S⏎⏎where $S$ is the covariance matrix.⏎⏎# T⏎⏎$\frac{1}{n} \sum_{i=1}^n (u^T x_i)^2 = u^T \underbrace{\left( \frac{1}{n} \sum_{i=1}^n x_i x_i^T \right)}_{S} u = u^T S u$ → ✓ ?
      ~ (u^T x_i)^2 ⇒ (u^T x_i) → ✗
  `);
});
