/** Ways of writing that are easily misread, each with the check that it is read right. */
import { rows } from './rows';

describe('check', () => {
  rows('equations side by side', String.raw`
    $$\begin{aligned} u &= wx & a &= \tanh(u) \end{aligned}$$ $\frac{\partial a}{\partial x} = w(1 - a^2)$. → · · ✓
      ~ = w(1 ⇒ = (1 → ✗
    $$\begin{aligned} (x+1)^2 &= x^2 + 2x + 1 & (y-1)^2 &= y^2 - 2y + 1 \\ &= x(x+2) + 1 & &= y(y-2) + 1 \end{aligned}$$ → ✓ ✓ ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
      ~ y(y-2) ⇒ y(y-3) → ✗
    $$\begin{aligned} (x+1)^2 &= x^2 + 2x + 1 && \text{(binomial theorem)} \\ &= x(x+2) + 1 & \text{since } x + x = 2x \end{aligned}$$ → ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
  `);

  rows('displays that go on', String.raw`
    $$(x+1)^2$$ $$= x^2 + 2x + 1$$ which, factored, is $$= x(x+2) + 1$$ → ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
    $L = \frac12(x-a)^2$. $$\frac{dL}{dx} = \frac12 \cdot 2(x-a)$$ ⏎⏎ $$= x - a$$ → · ✓ ✓
      ~ = x - a ⇒ = x + a → ✗
    $$(x+1)^2 = x^2 + 2x + 1 \quad x > 0$$ $$= x(x+2) + 1 = x^2 + 2x + 1$$ → ✓ · ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
    $(x+1)^2 = x^2 + 2x + 1$⏎$= x(x+2) + 1$ → ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
    $$= x + y$$ → ?
    $$a = b^2$$ ⏎⏎# Two⏎⏎ $$= b$$ → · ?
    $$a = b^2$$ As $c = 2$, $$= b$$ → · · ?
    The rank of $A$ is $= 2$, and $x$ is $> 0$. $a = b$. → ·
  `);
});
