/** What is said to exist somewhere: remainders, mean values, the error of a step, bounds with some constant. */
import { rows } from './rows';

rows('remainders', String.raw`
  $f(x) = f(a) + f'(a)(x-a) + \frac{1}{2} f''(\xi)(x-a)^2$ for some $\xi$ between $a$ and $x$. → ✓
    ~ \frac{1}{2} ⇒ \frac{1}{3} → ✗
    ~ + \frac{1}{2} ⇒ - \frac{1}{2} → ✗
    ~ f''(\xi) ⇒ f'''(\xi) → ✗
    ~ (x-a)^2 ⇒ (x-a)^3 → ✗
    ~ + f'(a) ⇒ + f'(x) → ✗
  $f(x+h) = f(x) + h f'(x) + \frac{h^2}{2} f''(x + \theta h)$ for some $\theta \in (0, 1)$. → ✓ ·
    ~ \frac{h^2}{2} ⇒ h^2 → ✗
    ~ \frac{h^2}{2} ⇒ \frac{h}{2} → ✗
  $f(x+h) = f(x) + f'(x) h + \frac{f''(x)}{2} h^2 + \frac{f'''(c)}{3!} h^3$ with $c$ between $x$ and $x + h$. → ✓
    ~ 3! ⇒ 3 → ✗
    ~ 3! ⇒ 2! → ✗
  $f(b) - f(a) = f'(c)(b - a)$ for some $c$ between $a$ and $b$. → ✓
    ~ f'(c)(b ⇒ -f'(c)(b → ✗
    ~ f'(c) ⇒ f''(c) → ✗
  $e^x = 1 + x + \frac{e^\zeta}{2} x^2$ for some $\zeta$ between $0$ and $x$. → ✓
    ~ {2} x^2 ⇒ {3} x^2 → ✗
    ~ 1 + x + ⇒ 1 - x + → ✗
`);

rows('where nothing can be told', String.raw`
  There are points $u_1, u_2$ with $g(u_j) \le s_j$ for $j = 1, 2$. Then $a g(u_1) + b g(u_2) \le a s_1 + b s_2$. → · · ? // numbers that are entries of one vector
  $f(x) = a + f'(\xi)$ for some $\xi$. → ?
  $f(b) - f(a) = g'(c)(b - a)$ for some $c$ between $a$ and $b$. → ? // two functions of which nothing is known
  $f(x) = x^2 - 2$. $f(r) = 0$. $f(x) = f'(\xi)(x + r)$ for some $\xi$ between $x$ and $r$. → · · ? // the root of a function that is defined is not solved for
  $J(v, \xi) = \frac{1}{2} v^2 + C \sum_i \xi_i - \sum_i a_i (t_i v - 1 + \xi_i)$. $\frac{\partial J}{\partial \xi_i} = C - a_i$. $\frac{\partial J}{\partial v} = v - \sum_i a_i t_i$. → · ✓ ✓ // slack variables are no points that exist
    ~ = C - a_i ⇒ = C + a_i → ✗
    ~ = v - \sum_i a_i t_i ⇒ = v + \sum_i a_i t_i → ✗
`);

rows("the error of Newton's step", String.raw`
  Let $f(r) = 0$ and $x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$. For some $\eta_n$ between $x_n$ and $r$, $x_{n+1} - r = \frac{f''(\eta_n)}{2 f'(x_n)} (x_n - r)^2$. → · ✓ ✓
    ~ r = \frac ⇒ r = -\frac → ✗
    ~ {2 f' ⇒ {3 f' → ✗
    ~ (x_n - r)^2 ⇒ (x_n - r)^3 → ✗
    ~ {2 f'(x_n)} ⇒ {2 f'(r)} → ? // to leading order it holds
  Let $f(x^*) = 0$, $x_{n+1} = x_n - f(x_n) / f'(x_n)$ and $e_n = x_n - x^*$. For some $\xi_n$ between $x_n$ and $x^*$, $e_{n+1} = \frac{f''(\xi_n)}{2 f'(x_n)} e_n^2$. → · ✓ · ✓
    ~ {2 f'(x_n)} ⇒ {2 f''(x_n)} → ✗
    ~ e_{n+1} = \frac ⇒ e_{n+1} = -\frac → ✗
  Let $g'(x^*) = 0$ and $x_{n+1} = x_n - \frac{g'(x_n)}{g''(x_n)}$. For some $\xi_n$ between $x_n$ and $x^*$, $x_{n+1} = x^* + \frac{g'''(\xi_n)}{2 g''(x_n)} (x_n - x^*)^2$. → · ✓ ✓
    ~ x^* + \frac ⇒ x^* - \frac → ✗
`);

rows('between the ends', String.raw`
  $a = 1 - p$ for some $p$ between $0$ and $1$. Then $a + p = 1$ and $2a = 2 - 2p$. → · ✓ ✓
    ~ 2a = 2 - 2p ⇒ 2a = 2 + 2p → · ✓ ?
  $0 \le p \le 1$ is a compromise between two of them. First $p = 0$. $$cp = c$$ → · · · ? // of two numbers that p may be
`);

rows('bounds with some constant', String.raw`
  Let $f(r) = 0$ and $x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$. There is a constant $C$ such that $|x_{n+1} - r| \le C |x_n - r|^2$. → · ✓ ✓
    ~ \le C |x_n - r|^2 ⇒ \le C |x_m - r|^2 → · ✓ ·
    ~ r|^2 ⇒ r|^3 → ✗
    ~ r|^2 ⇒ r|^4 → ✗
`);
