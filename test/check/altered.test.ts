/** Slips in lines that stood open, or passed. */
import { rows } from './rows';

rows('indices that are shifted are whole numbers', String.raw`
    Let $y_i = \sum_{a=1}^k w_a x_{i+a}$. $\frac{\partial y_i}{\partial w_a} = x_{i+a}$. → · ✓
      ~ = x_{i+a} ⇒ = 2 x_{i+a} → ✗
      ~ = x_{i+a} ⇒ = -x_{i+a} → ✗
`);

rows('what is guessed in a condition is no part of other lines', String.raw`
    Let $y_i = \sum_{a=1}^k w_a x_{i+a}$. We require $\sum_i y_i x_{i+1} = 0$. The width is $1 + 2 + 2 = 5$. → · · ✓
      ~ 1 + 2 + 2 = 5 ⇒ 1 + 2 + 2 = 6 → ✗
`);

rows('signs and numbers beside a convention of layout', String.raw`
    Let $x = \sigma(z)$ with $z \in \mathbb{R}^d$. $\frac{dx}{dz} = x (1 - x)$. → · · ✓
      ~ = x (1 ⇒ = 2 x (1 → ✗
      ~ = x (1 ⇒ = -x (1 → ✗
`);

rows('another layer', String.raw`
    $z^{[1]} = W^{[1]} x + b^{[1]}$ with $W^{[1]} \in \mathbb{R}^{h \times d}$, $a^{[1]} = \sigma(z^{[1]})$, $z^{[2]} = W^{[2]} a^{[1]} + b^{[2]}$ with $W^{[2]} \in \mathbb{R}^{1 \times h}$, $L = \frac12 (z^{[2]} - y)^2$. $\frac{\partial L}{\partial z^{[1]}} = (z^{[2]} - y) W^{[2]} \cdot a^{[1]} (1 - a^{[1]})$ → · · · · · · ✓
      ~ {\partial z^{[1]}} ⇒ {\partial z^{[2]}} → ✗
`);

rows('entries of another index are no variables', String.raw`
    Let $L = \sum_k z_k^2$. $\sum_k \frac{\partial L}{\partial z_k} z_k = \sum_k 2 z_k^2$ → · ✓
      ~ {\partial z_k} ⇒ {\partial z_{k-1}} → ?
      ~ = \sum_k 2 ⇒ = \sum_k → ✗
`);

rows('a derivative upside down is not zero', String.raw`
    Let $u = x / \|x\|$ with $x \in \mathbb{R}^d$. We see that $\frac{\partial u}{\partial x} x = 0$. → · · ✓
      ~ \frac{\partial u}{\partial x} ⇒ \frac{\partial x}{\partial u} → ·
      ~ x = 0 ⇒ x = u → ✗
`);

rows('a sum up to its own letter', String.raw`
    $\sum_{i=1}^n (x_i + 1) = \sum_{i=1}^n x_i + n$ → ✓
      ~ = \sum_{i=1}^n ⇒ = \sum_{i=1}^i → ?
      ~ + n ⇒ - n → ✗
`);

rows('the first link of a chain does not make the next one right', String.raw`
    Let $\kappa = L / m$. The step $s = \frac{2}{m + L}$ satisfies $1 - s m = \frac{L - m}{L + m} = \frac{\kappa - 1}{\kappa + 1}$. → · · ✓ ✓
      ~ \frac{L - m}{L + m} ⇒ \frac{L + m}{L - m} → · · · ·
`);

rows('where no optimum is found, a factor tells', String.raw`
    Maximize $u^T S u$ subject to $u^T u = 1$ with $S = \frac1n \sum_i x_i x_i^T$: $L = u^T S u - \lambda (u^T u - 1)$, $\nabla_u L = 2 S u - 2 \lambda u = 0$. Then $\frac1n \sum_i (u^T x_i)^2 = u^T S u$. → · · · ✓ · ✓
      ~ (u^T x_i)^2 = u^T ⇒ (u^T x_i)^2 = 2 u^T → ✗
      ~ (u^T x_i)^2 = u^T S u ⇒ (u^T x_i)^2 = \lambda → ✓ // at the optimum
`);

rows('a lost prime', String.raw`
    Let $f(x) = x^2 + 3x$. Then $f'(x) = 2x + 3$. → · ✓
      ~ f'(x) ⇒ f(x) → ✗
    Let $f(x) = x^2 + 3x$. Now let $f(x) = 2x + 3$. → · ·
    Let $f(x) = x^2 + 3x$. Then $f(x) = 2x + 3$, so that $f(1) = 5$. → · · ✓
      ~ 2x + 3$, ⇒ 2x + 4$, → · · ✗
    Examples are $f(x) = x^2 / 2$ and $f(x) = x$. → · ·
`);

rows('for what a derivative is said of', String.raw`
    Let $y = W x + b$ with $W \in \mathbb{R}^{m \times n}$. For a loss $L$, $\frac{\partial L}{\partial W_{ij}} = \frac{\partial L}{\partial y_i} x_j$. → · · ✓
      ~ {\partial y_i} x_j ⇒ {\partial y_j} x_i → ✗
    For $g(t) = t^3$, $g'(t) = 3 t^2$. → · ✓
      ~ 3 t^2 ⇒ t^2 → ✗
    Let $g(t) = t^3$. For $t$ with $g(t) = 8$, $g'(t) = 6 t$. → · · ·
`);

rows('the entry 0 of a pair', String.raw`
    $z_i = \sum_{j=1}^d w_{ij} x_j + w_{i0}$. $\frac{\partial z_1}{\partial w_{10}} = 1$ → · ✓
      ~ = 1 ⇒ = 2 → ✗
    $z_i = \sum_{j=1}^d w_{ij} x_j + w_{i0}$. $z_1 = w_{10} + \sum_{j=1}^d w_{1j} x_j$ → · ✓
      ~ = w_{10} + ⇒ = w_{10} - → ✗
`);

rows('a list of functions', String.raw`
    $$\rho(r) = r^2/2$$ $$\rho(r) = r$$ → · ·
`);

rows('a derivative upside down teaches nothing', String.raw`
    $u_i = \sum_k m_{ik} v_k$ and $\frac{\partial u_i}{\partial t_j} = \sum_k m_{ik} \frac{\partial v_k}{\partial t_j} = (M \frac{\partial v}{\partial t})_{ij}$, so $\frac{\partial u}{\partial t} = M \frac{\partial v}{\partial t}$. → · ✓ ✓ ✓
      ~ so $\frac{\partial u}{\partial t} = M \frac{\partial v}{\partial t} ⇒ so $\frac{\partial u}{\partial t} = M \frac{\partial t}{\partial v} → · ✓ ✓ ✗
      ~ (M \frac{\partial v}{\partial t})_{ij} ⇒ (M \frac{\partial t}{\partial v})_{ij} → · ✓ ✗ ✓
    $\frac{dq}{dt} \frac{dt}{dq} = 1$ → ?
    For $u = r \cos\theta$, $v = r \sin\theta$: $\frac{\partial u}{\partial r} = \cos\theta$ and $\frac{\partial r}{\partial u} = \cos\theta$. → · · ✓ ? // of the way back
      ~ {\partial r} = \cos\theta$ and ⇒ {\partial r} = \sin\theta$ and → · · ✗ ?
    For $u = r \cos\theta$: $\frac{\partial u}{\partial \theta} = -r \sin\theta$. With $r = \sqrt{u^2 + v^2}$: $\frac{\partial r}{\partial u} = \frac{u}{r}$. → · ✓ · ?
      ~ = -r \sin ⇒ = r \sin → ✗
    Substitute $u = 1 - t$, so $\frac{dt}{du} = -1$. → · ✓ // one over the other
      ~ = -1$ ⇒ = 1$ → ?
    Let $u = x^2 + c$. Then $\frac{dx}{du} = \frac{1}{2x}$. → · ✓
      ~ = \frac{1}{2x} ⇒ = \frac{1}{x} → ?
      ~ = \frac{1}{2x} ⇒ = 2x → ✗
    For $u = r \cos\theta$, $v = r \sin\theta$: $\frac{\partial r}{\partial u} = \frac{1}{\cos\theta}$. → · · ? // with v held it is another
    Let $f(u, v) = u^2 v$. $\frac{\partial f}{\partial u} = 2 u v$ → · ✓
      ~ \frac{\partial f}{\partial u} ⇒ \frac{\partial u}{\partial f} → ✗
    $u^l = f(v^l)$. $e^l = \frac{\partial K}{\partial u^l} f'(v^l) = \nabla_u K \odot f'(v^l)$. $e^l = ((w^{l+1})^T e^{l+1}) \odot f'(v^l)$. → · ? ? ? // u for u^l is a habit, and nothing upside down
`);

rows('the order of a derivative', String.raw`
    Let $h(u, v) = u^2 v^3$. $\frac{\partial^2 h}{\partial u \partial v} = 6 u v^2$. → · ✓
      ~ \partial^2 h ⇒ \partial^3 h → ✗
      ~ \partial^2 h ⇒ \partial h → ✗
      ~ \partial u \partial v} ⇒ \partial u} → ?
      ~ \partial^2 h}{\partial u \partial v} = 6 ⇒ \partial^3 h}{\partial u \partial v} = 5 → ?
`);

rows('where a transpose shows a column', String.raw`
    $q = \sum_i \sum_j u_i m_{ij} v_j$. $\frac{\partial q}{\partial v_j} = \sum_i u_i m_{ij} = (u^T M)_j$, so $\frac{\partial q}{\partial v} = u^T M$. → · ✓ ✓ ✓
      ~ = u^T M$. ⇒ = u M$. → ✗
`);
