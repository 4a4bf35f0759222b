/** One slip is reported once: the lines after it are judged with the line as it should be. */
import { rows } from './rows';

/** Milliseconds that a busy machine may need. */
const SLOW = 60_000;

describe('after a slip', function () {
  this.timeout(SLOW);
  rows('a name that is defined once more', String.raw`
    Let $p_i = \frac{e^{z_i}}{\sum_{k=1}^K e^{z_k}}$. With $p_i = \frac{e^{z_i}}{\sum_{k=1}^K e^{z_k}}$ we get $\sum_{i=1}^K p_i = 1$ and $\frac{\partial p_i}{\partial z_i} = p_i (1 - p_i)$. → · ✓ ✓ ✓
      ~ With $p_i = \frac{e^{z_i}} ⇒ With $p_i = \frac{2 e^{z_i}} → · ✗ ✓ ✓
      ~ \sum_{i=1}^K p_i = 1 ⇒ \sum_{i=1}^K p_i = 2 → · ✓ ✗ ✓
    Let $s = a + b$. Then $s = a - b$, so $\frac{\partial s}{\partial b} = -1$ and $\frac{\partial s}{\partial a} = 1$. → · · ✓ ✓ // what follows goes by the new one
      ~ = -1 ⇒ = 2 → · · ? ✓
      ~ = -1 ⇒ = 1 → · · ? ✓ // one line alone may be the wrong one, or goes by the old one
    Let $s = a + b$. Then $s = a - b$, so $\frac{\partial s}{\partial b} = 1$ and $\frac{\partial s^2}{\partial b} = 2 (a + b)$. → · ✗ ✓ ✓
      ~ Then ⇒ Now let → · · ? ? // a new thing by the old name
    Let $s = a + b$. Then $s = a b^3$, so $\frac{\partial s}{\partial b} = 1$ and $\frac{\partial s}{\partial a} = 1$. → · · ? ? // no slip makes one of the other
    $m = \frac1n \sum_{i=1}^n x_i$. $$\sum_{i=1}^n (x_i - m) = 0,$$ where $m = \frac1n \sum_{i=1}^n x_i$. → · ✓ ✓
      ~ where $m = \frac1n ⇒ where $m = \frac2n → · ✓ ✗
      ~ where $m = \frac1n ⇒ and some call $m = \frac2n → · ✓ ·
    Let $s = a + b$. Others take $s = a - b$. Ours has $\frac{\partial s}{\partial b} = 1$ and $\frac{\partial s^2}{\partial b} = 2 (a + b)$. → · · ? ? // told apart from the name's first meaning
      ~ Others take $s ⇒ Then $s → · ✗ ✓ ✓
      ~ Others take $s = a - b$. ⇒ Then $s = a - b$ is another way. → · · ? ?
      ~ Others take $s ⇒ A variant: $s → · · ? ?
  `);

  rows('a step that is not as it should be', String.raw`
    Newton's method for a root is $$x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$$ So $$x_{n+1} - x_n = -\frac{f(x_n)}{f'(x_n)}$$ → ✓ ✓
      ~ x_{n+1} = x_n - ⇒ x_{n+1} = x_n + → ✗ ✓
    Let $J = \frac12 \sum_n (w x_n - y_n)^2$. Gradient descent: $$w^{(k+1)} = w^{(k)} - \eta \frac{\partial J}{\partial w}$$ $$w^{(k+1)} = w^{(k)} - \eta \sum_n (w^{(k)} x_n - y_n) x_n$$ → · ✓ ✓
      ~ - \eta \sum_n ⇒ + \eta \sum_n → ✗
      ~ w^{(k)} - \eta \sum_n ⇒ w^{(k+1)} - \eta \sum_n → ✗ // no new value
    Newton's method for a minimum is $$x_{n+1} = x_n - \frac{g'(x_n)}{g''(x_n)}$$ So $$x_{n+1} - x_n = -\frac{g'(x_n)}{g''(x_n)}$$ → ✓ ✓
      ~ x_n - \frac{g'(x_n)}{g''(x_n)}$$ So ⇒ x_n - g'(x_n)$$ So → ? ? // a plainer rule is left of it
  `);

  rows('a step of another rule', String.raw`
    Nesterov: $u_{k+1} = q_k - \tau \nabla h(q_k)$, $q_k = u_k + \rho (u_k - u_{k-1})$. Heavy ball: $u_{k+1} = u_k - \tau \nabla h(u_k) + \rho (u_k - u_{k-1})$. → ✓ ✓ ✓
      ~ h(q_k) ⇒ h(q_{k+1}) → ✗ · ✓ // no point of Nesterov's, nor one that the step knows
      ~ - \tau \nabla h(u_k) ⇒ + \tau \nabla h(u_k) → ✗
  `);

  rows('a step that is right once more is what the name is from there on', String.raw`
    Newton's method for a root is $$x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$$ Again, Newton's method is $$x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$$ So $$x_{n+1} - x_n = -\frac{f(x_n)}{f'(x_n)}$$ → ✓ ✓ ✓
      ~ x_n - \frac{f(x_n)}{f'(x_n)}$$ Again ⇒ x_n + \frac{f(x_n)}{f'(x_n)}$$ Again → ✗ ✓ ✓
      ~ = -\frac ⇒ = \frac → ✗
  `);

  rows('a constant is no recursion', String.raw`
    The first try gives $x_{n+1} = \frac1a$. With $f(x) = a - \frac1x$ we take $x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)} = 2 x_n - a x_n^2$ → · · ✓ ✓
      ~ = 2 x_n - a x_n^2 ⇒ = x_n - a + \frac{1}{x_n} → ✗
  `);

  rows('what a member that is wrong defines', String.raw`
    Let $p_i = s^{-1/2} e^{-(x_i - \mu)^2 / (2s)}$ with $s > 0$. Then $\ell(\mu, s) = \sum_{i=1}^n \log p_i = -\frac{n}{2} \log s - \frac{1}{2s} \sum_{i=1}^n (x_i - \mu)^2$ and $$\frac{\partial \ell}{\partial s} = -\frac{n}{2s} + \frac{1}{2s^2} \sum_{i=1}^n (x_i - \mu)^2$$ → · · · ✓ ✓
      ~ = -\frac{n}{2} \log s ⇒ = -n \log s → · · · ✗ ✓
  `);

  rows('a step that is wrong leaves no recursion', String.raw`
    Let $v^k = u^k - u^*$. The step is $v^{k+1} = v^k - \eta \lambda v^k = (1 - \eta \lambda) v^k$. By recursion, $v^k = (1 - \eta \lambda)^k v^0$. → · · ✓ ✓
      ~ = (1 - \eta \lambda) v^k ⇒ = (1 + \eta \lambda) v^k → · · ✗ ?
  `);

  rows('a derivative that is set to zero in a wrong form', String.raw`
    $R = \sum_{i=1}^n (y_i - w x_i)^2$. $$\frac{\partial R}{\partial w} = -2 \sum_{i=1}^n x_i (y_i - w x_i) = 0$$ So $$w = \frac{\sum_{i=1}^n x_i y_i}{\sum_{i=1}^n x_i^2}$$ → · ✓ · ✓
      ~ (y_i - w x_i) = 0 ⇒ (y_i + w x_i) = 0 → · ✗ · ✓
      ~ w = \frac ⇒ w = -\frac → · ✓ · ✗
  `);
});
