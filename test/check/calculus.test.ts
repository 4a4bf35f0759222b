/** Derivatives of functions of numbers, algebra, limits, inequalities and numbers. */
import { rows } from './rows';

describe('check', () => {
  rows('the gamma function', String.raw`
    $\Gamma(t + 1) = t \Gamma(t)$. → ✓
      ~ = t \Gamma ⇒ = (t + 1) \Gamma → ✗
    $\ell = \log\Gamma(p + q) - \log\Gamma(p) - \log\Gamma(q) + (p - 1) \log t + (q - 1) \log(1 - t)$. $\frac{\partial \ell}{\partial p} = \psi(p + q) - \psi(p) + \log t$. → · ✓
      ~ - \psi(p) + ⇒ + \psi(p) + → ✗
      ~ \psi(p + q) ⇒ \psi(q) → ✗
    $B(p, q) = \frac{\Gamma(p) \Gamma(q)}{\Gamma(p + q)}$. $\frac{B(p + 1, q)}{B(p, q)} = \frac{p}{p + q}$. → · ✓
      ~ \frac{p}{p + q} ⇒ \frac{q}{p + q} → ✗
  `);

  rows('derivatives with a slash', String.raw`
    $h(s) = 4s^3 - s$ has $dh/ds = 12s^2 - 1$. → · ✓
      ~ 12s^2 ⇒ 4s^2 → ✗
    $u(t) = 5 - 2t$ and $q(u) = u^4$, so $dq/du = 4u^3$ and $du/dt = -2$. → · · ✓ ✓
      ~ 4u^3 ⇒ 4u^2 → ✗
      ~ = -2 ⇒ = 2 → ✗
    $E = (a s - c)^2$ gives $dE/ds = 2a(as - c)$. → · ✓
      ~ 2a(as ⇒ 2(as → ✗
    $s(t) = \cos 3t$, $\mathrm{d}^2 s/\mathrm{d}t^2 = -9\cos 3t$. → · ✓
      ~ -9 ⇒ -3 → ✗
    $h(s) = 4s^3 - s$ has $\frac{dh}{ds}(s) = 12s^2 - 1$. → · ✓
      ~ 12s^2 ⇒ 4s^2 → ✗
    $h(s) = 4s^3 - s$ has $\frac{dh}{ds}(2) = 47$. → · ? // there, or twice as much
    Of $n = d k$ numbers each of the $k$ rows has $n / k = d$. → · ✓
      ~ n / k ⇒ 2n / k → ✗
  `);

  rows('a function along a path', String.raw`
    $g(u, v) = u v + v^2$ and $\rho(t) = (t^2, e^t)$. $\nabla g \cdot \frac{d\rho}{dt} = 2t e^t + (t^2 + 2e^t) e^t$ → · · ? // its point is not written
    $g(u, v) = u v + v^2$ and $\rho(t) = (t^2, e^t)$. $\nabla g \cdot \frac{d\rho}{dt} = 2tv + (u + 2v)e^t$ → · · ✓
      ~ 2tv ⇒ tv → ✗
  `);

  rows('norms and inner products of functions', String.raw`
    $p(s) = s$ and $q(s) = s^3$. $\langle p, q \rangle = \int_0^1 p(s) q(s)\,ds$ → · · ?
    $p(s) = s$. $\|p\|^2 = \int_0^1 s^2\,ds$ → · ?
    $r(w) = Xw - y$. $\|r\|^2 = w^TX^TXw - 2y^TXw + y^Ty$ → · ✓ // the vector that it gives
      ~ + y^Ty ⇒ + 2y^Ty → ✗
  `);

  rows('displays that go on from an earlier one', String.raw`
    $g = (as - c)^2$ and ⏎$$\frac{dg}{ds} = 2(as - c)\frac{d(as - c)}{ds}$$⏎Recall that⏎$$q = as - c$$⏎$$= 2a(as - c)$$ → · ✓ · ?
      ~ = 2a(as - c)$$ ⇒ = 2a(as - c) + as$$ → ✗
    $g = (as - c)^2$ and ⏎$$\frac{dg}{ds} = 2(as - c)\frac{d(as - c)}{ds}$$⏎$$= 2a(as - c)$$ → · ✓ ✓
      ~ = 2a(as - c)$$ ⇒ = 2(as - c)$$ → ✗
  `);

  rows('a Hessian or Jacobian that breaks its pattern', String.raw`
    $H = \begin{bmatrix} \frac{\partial^2 f}{\partial x^2} & \frac{\partial^2 f}{\partial x \partial y} \\ \frac{\partial^2 f}{\partial y \partial x} & \frac{\partial^2 f}{\partial y^2} \end{bmatrix}$ → ·
    $H = \begin{bmatrix} \frac{\partial^2 f}{\partial x^2} & \frac{\partial^2 f}{\partial x \partial y} \\ \frac{\partial^2 f}{\partial y \partial x} & \frac{\partial^2 f}{\partial x \partial y} \end{bmatrix}$ → ✗
    $H = \begin{bmatrix} \frac{\partial^2 f}{\partial x^2} & \frac{\partial^2 f}{\partial x \partial y} \\ \frac{\partial^2 f}{\partial y \partial x} & \frac{\partial^2 f}{\partial x^2} \end{bmatrix}$ → ✗
    $H = \begin{bmatrix} \frac{\partial^2 f}{\partial x^2} & \frac{\partial^2 f}{\partial x \partial y} \\ \frac{\partial^2 f}{\partial y \partial x} & \frac{\partial^2 f}{\partial z^2} \end{bmatrix}$ → ·
    $M = \begin{bmatrix} \frac{\partial^2 f}{\partial x^2} & \frac{\partial^2 f}{\partial x \partial y} \\ \frac{\partial^2 f}{\partial y \partial x} & \frac{\partial^2 f}{\partial x \partial y} \end{bmatrix}$ → · // says what M is
    $\mathbf{J}_g(x) = \begin{pmatrix} \frac{\partial g_1}{\partial x_1} & \frac{\partial g_1}{\partial x_2} & \frac{\partial g_1}{\partial x_3} \\ \frac{\partial g_2}{\partial x_1} & \frac{\partial g_2}{\partial x_2} & \frac{\partial g_2}{\partial x_3} \end{pmatrix}$ → ·
    $\mathbf{J}_g(x) = \begin{pmatrix} \frac{\partial g_1}{\partial x_1} & \frac{\partial g_1}{\partial x_2} & \frac{\partial g_1}{\partial x_3} \\ \frac{\partial g_2}{\partial x_1} & \frac{\partial g_1}{\partial x_2} & \frac{\partial g_2}{\partial x_3} \end{pmatrix}$ → ✗
    $\mathbf{J}_g(x) = \begin{pmatrix} \frac{\partial g_1}{\partial x_1} & \frac{\partial g_1}{\partial x_2} & \frac{\partial g_1}{\partial x_3} \\ \frac{\partial g_2}{\partial x_1} & \frac{\partial g_2}{\partial x_3} & \frac{\partial g_2}{\partial x_3} \end{pmatrix}$ → ✗
    $J = \begin{pmatrix} \frac{\partial u}{\partial r} & \frac{\partial v}{\partial r} \\ \frac{\partial u}{\partial s} & \frac{\partial v}{\partial s} \end{pmatrix}$ → · // the other layout
  `);

  rows('expansions', String.raw`
    By Taylor, $\ln(1 + x) \approx x - \frac{x^2}{2}$. → ✓
      ~ x - \frac ⇒ x + \frac → ✗
      ~ \frac{x^2}{2} ⇒ \frac{x^2}{3} → ✗
    $f(x) = e^x \cos x$. Its series begins $f(x) \approx 1 + x - \frac{x^3}{3}$. → · ✓
      ~ - \frac{x^3}{3} ⇒ + \frac{x^3}{3} → ✗
    $\frac{1}{1 - x} \approx 1 + x + x^2$ → ✓
      ~ + x^2 ⇒ + 2x^2 → ? // no word says that x is small
    For small $\epsilon$: $f(x + \epsilon) \approx f(x) + \epsilon f'(x)$. → ✓
      ~ + \epsilon f' ⇒ - \epsilon f' → ✗
    $f(x + \delta) \approx f(x) + \nabla f(x)^T \delta + \frac12 \delta^T \nabla^2 f(x) \delta$ → ✓
      ~ \frac12 \delta^T ⇒ \delta^T → ?
    Taylor at $x = 1$ gives $\ln x \approx x - 1$. → · ?
    $f(x) \approx f(a) + f'(a) (x - a)$ → ?
  `);

  rows('what is left out, by its order', String.raw`
    $\sin x = x - \frac{x^3}{6} + O(x^5)$ → ✓
      ~ x - \frac ⇒ x + \frac → ✗
      ~ O(x^5) ⇒ O(x^6) → ✗
    $\cosh x = 1 + \frac{x^2}{2} + o(x^3)$ → ✓
      ~ \frac{x^2}{2} ⇒ x^2 → ✗
      ~ o(x^3) ⇒ o(x^4) → ✗
    $f(x+h) = f(x) + h f'(x) + \mathcal{O}(h^2)$ → ✓
      ~ f(x) + h ⇒ f(x) - h → ✗
      ~ {O}(h^2) ⇒ {O}(h^3) → ✗
    $\frac{f(x+h) - 2f(x) + f(x-h)}{h^2} = f''(x) + O(h^2)$ → ✓
      ~ - 2f(x) ⇒ + 2f(x) → ?
      ~ O(h^2) ⇒ O(h^3) → ✗
    $f(w - \eta \nabla f(w)) = f(w) - \eta \|\nabla f(w)\|^2 + O(\eta^2)$ → ✓
      ~ f(w) - \eta \| ⇒ f(w) + \eta \| → ✗
      ~ f(w) - \eta \| ⇒ f(w) - 2\eta \| → ✗
    $g(v + \delta) = g(v) + \nabla g(v)^T \delta + O(\|\delta\|^2)$ → ✓
      ~ \|\delta\|^2 ⇒ \|\delta\|^3 → ?
      ~ g(v) + \nabla ⇒ g(v) - \nabla → ?
    $k(x) = \ln(1 + x)$. $k(x) = x - \frac{x^2}{2} + O(x^3)$ → · ✓
      ~ x - \frac{x^2}{2} ⇒ x - x^2 → ✗
      ~ O(x^3) ⇒ O(x^4) → ✗
    $n^2 + n = n^2 + O(n)$ → ? // a count is large
    $T(n) = n^2 + O(n)$ → ·
    $\sqrt{x^2 + 1} = x + O(x^2)$ where $x$ is large. → ? // at infinity
    $e^x = 1 + x + \frac{x^2}{2} + \cdots$ → ✓
      ~ \frac{x^2}{2} ⇒ x^2 → ?
      ~ 1 + x ⇒ 1 - x → ?
    $f(x+h) - f(x-h) = 2hf'(x) + \frac{h^3}{3}f'''(x) + \dots$ → ✓
      ~ \frac{h^3}{3} ⇒ \frac{h^3}{6} → ?
      ~ = 2hf' ⇒ = hf' → ?
    The Taylor series is $1 + x + x^2 + \dots = \frac{1}{1 - x}$ → ✓
      ~ 1 + x + ⇒ 1 - x + → ✗
      ~ x^2 ⇒ 2x^2 → ✗
  `);

  rows('functions by their logarithm', String.raw`
    $$\log L(\mu, v) = -\frac{n}{2} \log v - \frac{1}{2 v} \sum_{i=1}^n (x_i - \mu)^2$$ $$\frac{\partial \log L}{\partial \mu} = \frac{1}{v} \sum_{i=1}^n (x_i - \mu)$$ → · ✓
      ~ = \frac{1}{v} \sum ⇒ = -\frac{1}{v} \sum → ✗
      ~ = \frac{1}{v} \sum ⇒ = \sum → ✗
  `);

  rows('derivatives of an inverse', String.raw`
    Let $B$ be an invertible matrix that depends on $t$. $\frac{\partial B^{-1}}{\partial t} = -B^{-1} \frac{\partial B}{\partial t} B^{-1}$ → ✓
      ~ = -B^{-1} ⇒ = B^{-1} → ✗
      ~ = -B^{-1} ⇒ = -2 B^{-1} → ✗
  `);

  rows('a primed name beside what it is the derivative of', String.raw`
    $q = t^3$. Then $q' = 3t^2$ and $q'' = 6t$, so $q'/q = 3/t$. → · ✓ ✓ ✓
      ~ 6t ⇒ 3t → · ✓ · ✓
    $q = t^3$. Then $q' = 2t^2$. → · · // may be another q
    Let $u = s^2$ and $v = e^s$. $v' = e^s$ → · · ✓
      ~ v' = e^s ⇒ v' = s e^s → · · ·
    $q = a t$. Then $q' = a$. → · · // by which name?
  `);

  rows('the inverse of a function', String.raw`
    Let $q$ and $r$ be inverse to each other: $r = q^{-1}$, so $r(q(t)) = t$, where $q(t) = 3t$. → · ? ·
  `);

  rows('exponential functions', String.raw`
    $\frac{d}{ds} c^s = e^{s \ln c} \ln c = c^s \ln c$ → ✓ ✓
      ~ e^{s \ln c} \ln c ⇒ e^{s \ln c} \ln s → ✗
      ~ = c^s \ln c ⇒ = s c^{s - 1} → ✗
    $\frac{\partial}{\partial s} c^{2s} = 2c^{2s} \ln c$ and $\frac{d}{ds} \log_c s = \frac{1}{s \ln c}$ → ✓ ✓
      ~ = 2c ⇒ = c → ✗
      ~ \frac{1}{s \ln c} ⇒ \frac{1}{s} → ✗
    $\frac{d}{ds} q^3 = 3q^2 \frac{dq}{ds}$ → ✓ // here q depends on s
      ~ = 3q^2 ⇒ = 2q^2 → ✗
  `);

  rows('a function beside a derivative', String.raw`
    $\frac{d}{dt} \sin q = \cos q \frac{dq}{dt}$ → ✓
      ~ \cos q ⇒ \sin q → ✗
    $\frac{d}{dt} (q \ln q) = \ln q \frac{dq}{dt} + \frac{dq}{dt}$ → ✓
      ~ \ln q \frac{dq}{dt} + ⇒ \ln q \frac{dq}{dt} - → ✗
    $\frac{d}{dt} (t \ln c) = \ln c \frac{d}{dt} t = \ln c$ → ✓ ✓
      ~ = \ln c \frac ⇒ = 2 \ln c \frac → ✗
  `);

  rows('what an equation says of the name that is asked about', String.raw`
    Let $q = 2\sqrt{p}$ where $p = t^2$. $\frac{dp}{dt} = 2t$.⏎⏎Find $\frac{dq}{dt}$ if $q + \sin q = \cos t$.⏎⏎$\frac{dq}{dt}(1 + \cos q) = -\sin t$⏎⏎**Question 2.** Let $t = \tan s$. → · · ✓ · ? ·
      ~ = 2t ⇒ = t → ✗
    Let $q = 2\sqrt{p}$ where $p = t^2$. Given $q^2 + t q = 5$, find $q'$. $2q q' + q + tq' = 0$ → · · · ?
    $3t + q + 2q q' = 0$, so $q' = -\frac{3t + q}{2q}$. → ? · // what is solved for is no evidence for it
  `);

  rows('a function that is named by its value', String.raw`
    Let $p = u(t) = t^3$. Then $\frac{dp}{dt} = 3t^2$. → · · ✓
      ~ 3t^2 ⇒ 3t → ✗
    Let $q = h(t) = \sin t$. $\frac{dq}{dt} = \cos t$ → · · ✓
      ~ \cos t ⇒ -\cos t → ✗
    $F = k(s) = ks$ gives $\frac{dF}{ds} = k$. → · ✓ ✓ // a product
      ~ (s) = ks ⇒ (s) = 2ks → ✗
      ~ = k$ ⇒ = 2k$ → ? // k may be applied
  `);

  rows('a name that the same sentence says anew', String.raw`
    Let $q = e^p$ where $p = -t$. $\frac{dq}{dp} = e^p$⏎⏎Let $q = \sin p$ where $p = \log t$. $\frac{dq}{dt} = \cos p \cdot \frac1t$ → · · ✓ · · ✓
      ~ \cos p \cdot ⇒ -\cos p \cdot → ✗
  `);

  rows('equations of a system, each with what follows of it', String.raw`
    $f(u, v) = u^3 + v^3 - 3uv$. $$\begin{cases} 3u^2 - 3v = 0 \implies v = u^2 \\ 3v^2 - 3u = 0 \implies u = v^2 \end{cases}$$ With both, $u = (u^2)^2 = u^4$, so $u^4 - u = 0$. Hence $u = 0$ or $u = 1$. → · ✓ · · ? · ✓ ? · ·
      ~ 3u^2 - 3v = 0 ⇒ 3u^2 - 2v = 0 → · ✗ · · ? · ✓ ? · ·
      ~ = u^4$ ⇒ = u^5$ → · ✓ · · ? · ? ? · ·
    $$\begin{aligned} (x + 1)^2 = x^2 + 2x + 1 &\implies x^2 = (x + 1)^2 - 2x - 1 \\ (x - 1)^2 = x^2 - 2x + 1 &\implies x^2 = (x - 1)^2 + 2x - 1 \end{aligned}$$ → ✓ ✓ ✓ ✓ // two identities, and no system
      ~ (x - 1)^2 = x^2 - 2x ⇒ (x - 1)^2 = x^2 - 3x → ✓ ✓ ✗ ✓
  `);

  rows('derivatives of a function', String.raw`
    $f(x) = x^3 + 2x$. $f'(x) = 3x^2 + 2$. → · ✓
      ~ 3x^2 + 2 ⇒ 3x^2 → ✗
      ~ 3x^2 + 2 ⇒ 3x^3 + 2 → ✗
    $f(x) = x^3 + 2x$. $f''(x) = 6x$. → · ✓
      ~ 6x ⇒ 3x → ✗
    $f(x) = e^{2x}$. $f'(x) = 2e^{2x}$. → · ✓
      ~ 2e^ ⇒ e^ → ✗
    $f(x) = \ln x$. $f'(x) = \frac1x$. → · ✓
      ~ \frac1x ⇒ x → ✗
      ~ \frac1x ⇒ -\frac1x → ✗
    $f(x) = \sin(x^2)$. $\frac{df}{dx} = 2x\cos(x^2)$. → · ✓
      ~ 2x\cos ⇒ \cos → ✗
      ~ 2x\cos ⇒ -2x\cos → ✗
    $f(x) = \tanh x$. $f'(x) = 1 - \tanh^2 x$. → · ✓
      ~ 1 - \tanh^2 ⇒ 1 + \tanh^2 → ✗
      ~ \tanh^2 ⇒ \tanh → ✗
    $f(x) = \frac{1}{1+e^{-x}}$. $f'(x) = f(x)(1 - f(x))$. → · ✓
      ~ (1 - f(x)) ⇒ (1 + f(x)) → ✗
      ~ f(x)(1 ⇒ (1 → ✗
    $f(x) = \frac{x}{1 + x^2}$. $f'(x) = \frac{1 - x^2}{(1+x^2)^2}$. → · ✓
      ~ 1 - x^2 ⇒ 1 + x^2 → ✗
      ~ (1+x^2)^2 ⇒ 1+x^2 → ✗
    $f(x) = \sqrt{1 + x^2}$. $f'(x) = \frac{x}{\sqrt{1 + x^2}}$. → · ✓
      ~ \frac{x} ⇒ \frac{1} → ✗
      ~ \frac{x} ⇒ \frac{2x} → ✗
    $f(x) = x \ln x$. $f'(x) = \ln x + 1$. → · ✓
      ~ + 1 ⇒ + x → ✗
      ~ \ln x + 1 ⇒ \ln x → ✗
    $f(x) = \ln(1 + e^x)$. $f'(x) = \frac{1}{1 + e^{-x}}$. $f''(x) = f'(x)(1 - f'(x))$. → · ✓ ✓
      ~ \frac{1}{1 + e^{-x}} ⇒ \frac{1}{1 + e^{x}} → ✗
      ~ (1 - f'(x)) ⇒ (1 - f(x)) → ✗
    $y = 3x^2$. $\frac{dy}{dx} = 6x$. $\frac{d^2y}{dx^2} = 6$. → · ✓ ✓
      ~ = 6x ⇒ = 3x → ✗
      ~ = 6$ ⇒ = 12$ → ✗
    $\frac{d}{dx} \sin x = \cos x$ → ✓
      ~ = \cos ⇒ = -\cos → ✗
    $\frac{d}{dx} e^{-x} = -e^{-x}$ → ✓
      ~ = -e ⇒ = e → ✗
    $\frac{d}{dx} \arctan x = \frac{1}{1 + x^2}$ → ✓
      ~ 1 + x ⇒ 1 - x → ✗
    $\frac{d}{dz} \left( \frac{1}{1 + e^{-z}} \right) = \frac{e^{-z}}{(1 + e^{-z})^2}$ → ✓
      ~ \frac{e^{-z}} ⇒ \frac{-e^{-z}} → ✗
    $f(x) = x^3$. $f'(2) = 12$. → · ✓
      ~ = 12 ⇒ = 8 → ✗
    $f(x) = x^2 e^x$. $f'(x) = 2x e^x + x^2 e^x = x(2 + x) e^x$. → · ✓ ✓
      ~ x(2 + x) ⇒ x(2 - x) → ✗
      ~ = 2x e^x + ⇒ = 2x e^x \cdot → ✗
    $f(x) = |x|$. $f'(x) = \mathrm{sign}(x)$. → · ✓
      ~ = \mathrm ⇒ = -\mathrm → ✗
  `);

  rows('partial derivatives', String.raw`
    $f(x,y) = x^2 y$. $\frac{\partial f}{\partial x} = 2xy$, $\frac{\partial f}{\partial y} = x^2$. → · ✓ ✓
      ~ = 2xy ⇒ = x^2 y → ✗
      ~ = x^2$ ⇒ = 2x^2$ → ✗
    $f(x,y) = x^2 y^3$. $\frac{\partial^2 f}{\partial x\partial y} = 6xy^2$. → · ✓
      ~ 6xy^2 ⇒ 6x^2y → ✗
      ~ 6xy ⇒ 3xy → ✗
    $f(x,y) = x^2 y^3$. $\frac{\partial^2 f}{\partial x^2} = 2y^3$. → · ✓
      ~ 2y^3 ⇒ 2xy^3 → ✗
    $f(x, y) = \frac12 \ln(x^2 + y^2)$. $f_{xx} + f_{yy} = 0$. → · ✓
      ~ + f_{yy} ⇒ - f_{yy} → ✗
    $\sum_{i=1}^n \sum_{j=1}^i j = \frac{n(n+1)(n+2)}{6}$ → ✓
      ~ (n+2) ⇒ (n+1) → ✗
    $\frac{d}{dx} \sin^{-1}(x) = \frac{1}{\sqrt{1 - x^2}}$ → ✓
      ~ 1 - x^2 ⇒ 1 + x^2 → ✗
    $f(x, y) = x e^{xy}$. $f_x = e^{xy} + xy e^{xy}$. → · ✓
      ~ + xy e^{xy} ⇒ + x e^{xy} → ✗
    $f(x,y) = (1-x)^2 + 100(y - x^2)^2$. $\frac{\partial f}{\partial x} = -2(1-x) - 400x(y - x^2)$. $\frac{\partial f}{\partial y} = 200(y - x^2)$. → · ✓ ✓
      ~ -2(1-x) ⇒ 2(1-x) → ✗
      ~ 400x( ⇒ 400( → ✗
      ~ = 200( ⇒ = 200x( → ✗
    $f(x,y) = x^2 + y^2$. $\nabla f(x,y) = (2x, 2y)$. → · ✓
      ~ (2x, 2y) ⇒ (2y, 2x) → ✗
      ~ (2x, 2y) ⇒ (2x, y) → ✗
    $f(x,y) = x^2 + y^2$. $\nabla f = \begin{pmatrix} 2x \\ 2y \end{pmatrix}$. → · ✓
      ~ 2x \\ 2y ⇒ 2x \\ -2y → ✗
    $f(x,y) = x^2 y$. $\nabla^2 f = \begin{pmatrix} 2y & 2x \\ 2x & 0 \end{pmatrix}$. → · ✓
      ~ 2y & 2x ⇒ 2x & 2y → ✗
      ~ & 0 ⇒ & 1 → ✗
    $E = \frac12 (y - t)^2$. $\frac{\partial E}{\partial y} = y - t$. → · ✓
      ~ = y - t ⇒ = t - y → ✗
      ~ = y - t ⇒ = 2(y - t) → ✗
    $z = wx + b$. $\frac{\partial z}{\partial w} = x$, $\frac{\partial z}{\partial b} = 1$, $\frac{\partial z}{\partial x} = w$. → · ✓ ✓ ✓
      ~ = x$ ⇒ = w$ → ✗
      ~ = 1$ ⇒ = 0$ → ·
      ~ = w$ ⇒ = wx$ → ✗
    $\frac{\partial}{\partial x} (x^2 + xy) = 2x + y$ → ✓
      ~ = 2x + y ⇒ = 2x + x → ?
    $p = \frac{u}{v}$. $\frac{\partial p}{\partial v} = -\frac{u}{v^2}$. → · ✓
      ~ = -\frac ⇒ = \frac → ✗
      ~ {v^2} ⇒ {v} → ✗
  `);

  rows('derivatives by a variance', String.raw`
    $L = -\frac{n}{2} \log \sigma^2 - \frac{1}{2\sigma^2} \sum_{i=1}^n (u_i - c)^2$. $\frac{\partial L}{\partial \sigma^2} = -\frac{n}{2\sigma^2} + \frac{1}{2\sigma^4} \sum_{i=1}^n (u_i - c)^2$. → · ✓
      ~ = -\frac{n}{2\sigma^2} ⇒ = -\frac{n}{\sigma^2} → ✗
      ~ + \frac{1}{2\sigma^4} ⇒ + \frac{1}{2\sigma^3} → ✗
    $K = \frac12 \sum_{j=1}^d (\sigma_j^2 + \mu_j^2 - 1 - \log \sigma_j^2)$. $\frac{\partial K}{\partial \sigma_j^2} = \frac12 (1 - \frac{1}{\sigma_j^2})$. → · ✓
      ~ \frac{1}{\sigma_j^2}) ⇒ \frac{1}{\sigma_j}) → ✗
    $g = \log s^2$. $\frac{\partial^2 g}{\partial (s^2)^2} = -\frac{1}{s^4}$. → · ✓
      ~ = -\frac{1}{s^4} ⇒ = \frac{1}{s^4} → ✗
    $g = s^3$. $\frac{dg^2}{ds^2} = 6s$. → · ? // is it a second derivative?
    $q(u; m) = \frac{1}{\sqrt{2 \pi s^2}} e^{-(u - m)^2/(2 s^2)}$, $\kappa = s^2$. $\frac{\partial \ln q}{\partial \kappa} = \frac{(u - m)^2}{2 \kappa^2} - \frac{1}{2 \kappa}$. → · · ? // the s of q is part of κ
  `);

  rows('a chain rule of which one term is left', String.raw`
    $\frac{\partial C}{\partial v_{ij}} = \sum_k \frac{\partial C}{\partial h_k} \frac{\partial h_k}{\partial v_{ij}} = \frac{\partial C}{\partial h_i} \frac{\partial h_i}{\partial v_{ij}}$ → ✓ ? // nothing says what h_k rests on
      ~ \sum_k \frac{\partial C}{\partial h_k} ⇒ \sum_k \frac{\partial C}{\partial h_i} → ✗
    $h_i = \sum_j v_{ij} x_j$. $\sum_k \frac{\partial C}{\partial h_k} \frac{\partial h_k}{\partial v_{ij}} = \frac{\partial C}{\partial h_i} \frac{\partial h_i}{\partial v_{ij}}$. $\sum_k \frac{\partial C}{\partial h_k} \frac{\partial h_k}{\partial x_j} = \frac{\partial C}{\partial h_j} \frac{\partial h_j}{\partial x_j}$. → · ✓ ?
      ~ = \frac{\partial C}{\partial h_i} ⇒ = \frac{\partial C}{\partial h_j} → ✗
  `);

  rows('second derivatives by several numbers', String.raw`
    $f(w, z) = w^2 z$. $$\nabla^2 f(w, z) = \begin{bmatrix} 2z & 2w \\ 2w & 0 \end{bmatrix}$$ → · ✓
      ~ 2w & 0 ⇒ w & 0 → ✗
    $f(x, y) = e^{xy}$. $$\nabla^2 f = e^{xy} \begin{bmatrix} y^2 & 1 + xy \\ 1 + xy & x^2 \end{bmatrix}$$ → · ✓
      ~ y^2 & 1 + xy ⇒ y^2 & xy → ✗
    $g(u, v) = u v^2$. $$\nabla^2 g(a, b) = \begin{bmatrix} 0 & 2b \\ 2b & 2a \end{bmatrix}$$ → · ✓
      ~ 2b & 2a ⇒ 2b & a → ✗
    $f(w, z) = w^2 z$. $$\nabla^2 f(1, 2) = \begin{bmatrix} 4 & 2 \\ 2 & 0 \end{bmatrix}$$ → · ?
  `);

  rows('by a variance', String.raw`
    $L(\mu, \sigma^2) = -\frac{n}{2} \log \sigma^2 - \frac{1}{2\sigma^2} \sum_{i=1}^n (x_i - \mu)^2$. $\frac{\partial L}{\partial \sigma^2} = -\frac{n}{2\sigma^2} + \frac{1}{2\sigma^4} \sum_{i=1}^n (x_i - \mu)^2$ → · ✓
      ~ \frac{1}{2\sigma^4} ⇒ \frac{1}{\sigma^4} → ✗
      ~ \frac{1}{2\sigma^4} ⇒ \frac{1}{2\sigma^3} → ✗
    $L(\mu, \sigma^2) = -\frac{n}{2} \log \sigma^2 - \frac{1}{2\sigma^2} \sum_{i=1}^n (x_i - \mu)^2$. $\frac{\partial^2 L}{\partial \mu \partial \sigma^2} = -\frac{1}{\sigma^4} \sum_{i=1}^n (x_i - \mu)$, $\frac{\partial^2 L}{\partial^2 \mu} = -\frac{n}{\sigma^2}$ → · ✓ ✓
      ~ = -\frac{1}{\sigma^4} ⇒ = \frac{1}{\sigma^4} → ✗
      ~ = -\frac{1}{\sigma^4} ⇒ = -\frac{1}{\sigma^3} → ✗
      ~ = -\frac{n}{\sigma^2} ⇒ = \frac{n}{\sigma^2} → ✗
    $L(\mu, \sigma^2) = -\frac{n}{2} \log \sigma^2 - \frac{1}{2\sigma^2} \sum_{i=1}^n (x_i - \mu)^2$. $\frac{\partial L}{\partial \mu} = \frac{1}{\sigma^2} \sum_{i=1}^n (x_i - \mu)$ → · ✓
      ~ = \frac{1}{\sigma^2} ⇒ = -\frac{1}{\sigma^2} → ✗
    $h = \log \tau^2 + \frac{a}{\tau^2}$. $\frac{\partial^2 h}{\partial (\tau^2)^2} = -\frac{1}{\tau^4} + \frac{2a}{\tau^6}$ → · ✓
      ~ \frac{2a}{\tau^6} ⇒ \frac{3a}{\tau^6} → ✗
    $g(s^2) = e^{-s^2}$. $g(u^2 + 1) = e^{-u^2-1}$ → · ✓
      ~ -u^2-1 ⇒ -u-1 → ✗
    $f(x) = x^4$. $\frac{\partial f}{\partial x^2} = 12 x^2$ → · ? // no one writes the second derivative so on purpose
  `);

  rows('algebra', String.raw`
    $(a+b)^2 = a^2 + 2ab + b^2$ → ✓
      ~ + 2ab ⇒  → ✗
      ~ + 2ab ⇒ + ab → ✗
    $\ln(ab) = \ln a + \ln b$ → ✓
      ~ \ln a + \ln b ⇒ \ln a \ln b → ✗
    $\sin^2 x + \cos^2 x = 1$ → ✓
      ~ ^2 x + ⇒ ^2 x - → ?
    $\frac{a}{b} + \frac{c}{d} = \frac{ad + bc}{bd}$ → ✓
      ~ ad + bc ⇒ a + c → ✗
      ~ ad + bc ⇒ ac + bd → ✗
    $\frac{1}{1 + e^{-z}} = \frac{e^z}{1 + e^z}$ → ✓
      ~ \frac{e^z} ⇒ \frac{1} → ✗
    $\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}$ → ✓
      ~ e^x - ⇒ e^x + → ✗
    $\ln \frac{a}{b} = \ln a - \ln b$ → ✓
      ~ \ln a - ⇒ \ln a + → ✗
    $\ln x^2 = 2 \ln x$ → ✓
      ~ = 2 \ln ⇒ = \ln^2 → ?
    $e^{a + b} = e^a e^b$ → ✓
      ~ e^a e^b ⇒ e^a + e^b → ✗
    $\sqrt{a^2} = |a|$ → ✓
      ~ = |a| ⇒ = a → ?
    $(a - b)(a + b) = a^2 - b^2 = -(b^2 - a^2)$ → ✓ ✓
      ~ = a^2 - b^2 ⇒ = a^2 + b^2 → ✗
      ~ = -( ⇒ = ( → ✗
    $\sum_{i=1}^n (x_i + y_i) = \sum_{i=1}^n x_i + \sum_{i=1}^n y_i$ → ✓
      ~ x_i + \sum ⇒ x_i - \sum → ✗
    $\sum_{i=1}^n c x_i = c \sum_{i=1}^n x_i$ → ✓
      ~ = c \sum ⇒ = \sum → ?
    $\sum_{i=1}^n c = nc$ → ✓
      ~ = nc ⇒ = c → ✗
      ~ = nc ⇒ = n → ?
    $\sum_{i=1}^n i = \frac{n(n+1)}{2}$ → ✓
      ~ n(n+1) ⇒ n(n-1) → ✗
    $\sum_i \sum_j a_i b_j = \left( \sum_i a_i \right) \left( \sum_j b_j \right)$ → ✓
      ~ \right) \left ⇒ \right) + \left → ✗
    $\left( \sum_i x_i \right)^2 = \sum_i \sum_j x_i x_j$ → ✓
      ~ x_i x_j ⇒ x_i x_i → ✗
      ~ = \sum_i \sum_j x_i x_j ⇒ = \sum_i x_i^2 → ?
    $\bar x = \frac1n \sum_{i=1}^n x_i$. $\sum_{i=1}^n (x_i - \bar x) = 0$. → · ✓
      ~ (x_i - ⇒ (x_i + → ✗
    $\bar x = \frac1n \sum_{i=1}^n x_i$. $\sum_{i=1}^n (x_i - \bar x)^2 = \sum_{i=1}^n x_i^2 - n \bar x^2$. → · ✓
      ~ - n \bar ⇒ - \bar → ✗
      ~ - n \bar ⇒ + n \bar → ✗
    $\prod_{i=1}^n e^{a_i} = e^{\sum_{i=1}^n a_i}$ → ✓
      ~ e^{\sum_{i=1}^n a_i} ⇒ \sum_{i=1}^n e^{a_i} → ?
    $\ln \prod_{i=1}^n p_i = \sum_{i=1}^n \ln p_i$ → ✓
      ~ \sum_{i=1}^n \ln p_i ⇒ \ln \sum_{i=1}^n p_i → ?
    $x^2 - 2x + 1 = (x - 1)^2$ → ✓
      ~ (x - 1)^2 ⇒ (x + 1)^2 → ✗
  `);

  rows('a name before parentheses that hold it', String.raw`
    $c(c - 1) = c^2 - c$ and $\lambda(\lambda + b) = \lambda^2 + \lambda b$. → ✓ ✓
      ~ = c^2 - c ⇒ = c^2 - 1 → ✗
      ~ = \lambda^2 + ⇒ = \lambda^2 - → ✗
    $\frac{1}{B^2}(B s^2 + B(B - 1) r s^2) = r s^2 + \frac{1 - r}{B} s^2$ and $\frac{G u + G v}{G} = u + v$. → ✓ ✓
      ~ \frac{1 - r} ⇒ \frac{1 + r} → ✗
      ~ = u + v ⇒ = u - v → ✗
  `);

  rows('functions that are said to be another', String.raw`
    Let $h = \tanh$. Then $h'(u) = 1 - h(u)^2$. → · ✓
      ~ 1 - h ⇒ 1 + h → ✗
    $h(u) = \frac{1}{1 + e^{-u}}$ has $h'(u) = h(u)(1 - h(u))$. For $h = \sin$ we have $h'(u) = \cos(u)$. → · ✓ · ✓
      ~ \cos(u) ⇒ -\cos(u) → ✗
      ~ \cos(u) ⇒ h(u)(1 - h(u)) → ?
    Let $p(u) = u^3$ and $q(u) = u^2$. For $p = q$ we have $p'(u) = 2u$. → · · · ✓
      ~ = 2u ⇒ = 3u^2 → ?
    A layer is $v_j = h(s_j)$ with $s_j = \sum_i m_{ji} x_i$. For $h = \tanh$ we get $\frac{\partial v_j}{\partial s_j} = 1 - v_j^2$ and $\frac{\partial v_j}{\partial x_i} = (1 - v_j^2) m_{ji}$. → · · · ✓ ✓
      ~ = 1 - v ⇒ = 1 + v → ✗
      ~ ) m_{ji} ⇒ ) x_i → ✗
    # Problem 1⏎⏎Let $h(u) = u^2$.⏎⏎# Problem 2⏎⏎A layer is $v_j = h(s_j)$ with $s_j = \sum_i m_{ji} x_i$. For $h(c) = \tanh(c)$ we get $\frac{\partial v_j}{\partial s_j} = 1 - v_j^2$. → · · · · ✓
      ~ 1 - v ⇒ 1 + v → ✗
    Let $p = \exp(u)$ and $r = p$. Then $\frac{dr}{du} = \exp(u)$. → · · ✓
      ~ } = \exp ⇒ } = 2\exp → ✗
  `);

  rows('functions known by name', String.raw`
    The Rosenbrock function has $\frac{\partial f}{\partial x} = -2(1 - x) - 400x(y - x^2)$. Besides $\frac{\partial f}{\partial y} = 200(y - x^2)$. → ✓ ✓
      ~ = 200( ⇒ = 100( → ✗
      ~ -2(1 - x) ⇒ 2(1 - x) → ✗
    On the Beale function $\frac{\partial f}{\partial w_1} = 0$ and $\frac{\partial f}{\partial w_2} = 0$ at $(3, 0.5)$. → · ·
  `);

  rows('at a point that is stated by name', String.raw`
    Let $f(x) = x^2$. Then $f(x = 3) = 9$. → · ✓
      ~ = 9 ⇒ = 8 → ✗
    Let $f(x, y) = x^2 + 3 y^2$. Then $f(y = 2, x = 1) = 13$ and $\nabla f(x^T = (1, 2)) = (2, 12)$. → · ✓ ✓
      ~ = 13 ⇒ = 7 → ✗
      ~ (2, 12) ⇒ (2, 6) → ✗
    Let $g(x) = x^2$. At $g(z = 3) = 9$ we stop. → · ?
    Let $f(x, y) = x^2 + 3 y^2$ and $\eta = 0.1$. We start at $u = (1, 1)$. There $\nabla f(u) = (2, 6)$. → · · · ✓
      ~ (2, 6) ⇒ (2, 3) → ✗
  `);

  rows('values at a point', String.raw`
    $\int_0^3 x^2\,dx = \left[\frac{x^3}{3}\right]_0^3 = 9$ → ✓ ✓
      ~ \frac{x^3}{3} ⇒ \frac{x^3}{2} → ✗
      ~ = 9 ⇒ = 3 → ✗
    $\int_a^b 4x\,dx = 2x^2\Big|_a^b = 2b^2 - 2a^2$ → ✓ ✓
      ~ 2b^2 - 2a^2 ⇒ 2a^2 - 2b^2 → ✗
    $\int_0^2 1 + 3x^2\,dx = (x + x^3) \Big|_0^2 = 10$ → ✓ ✓
      ~ = 10 ⇒ = 6 → ✗
    $\int_0^2 1 + 3x^2\,dx = x + x^3 \Big|_0^2$ → ? // of the sum, or of its last term
    Let $r > 0$. $\int_0^\infty r e^{-rt}\,dt = \left[-e^{-rt}\right]_0^\infty = 1$. → · ✓ ✓
      ~ \left[-e ⇒ \left[e → ✗
    $g(x) = x^4$. $\frac{dg}{dx}\Big|_{x=2} = 32$. $g'(x)|_{x=1} = 4$. → · ✓ ✓
      ~ = 32 ⇒ = 16 → ✗
      ~ = 4$ ⇒ = 1$ → ✗
    $g(x, y) = x^2 y^3$. $\frac{\partial g}{\partial y}\Big|_{x=2, y=1} = 12$. → · ✓
      ~ = 12 ⇒ = 8 → ✗
    $\frac{d}{ds} (a + s b)^2 \big|_{s = 0} = 2ab$ → ✓
      ~ 2ab ⇒ ab → ✗
    $F(w) = 3 w^\top w$. $\nabla_w F \big|_{w = v} = 6 v$. → · ✓
      ~ 6 v ⇒ 3 v → ✗
    $[A]_1^2 = 4$ → ? // an entry, squared
  `);

  rows('integrals', String.raw`
    $\int_0^1 x^2\,dx = \frac13$ → ✓
      ~ \frac13 ⇒ \frac12 → ✗
    $\int_a^b x\,dx = \frac{b^2 - a^2}{2}$ → ✓
      ~ - a^2 ⇒ + a^2 → ✗
      ~ \frac{b^2 - a^2}{2} ⇒ b^2 - a^2 → ✗
    $\int_0^1 \ln x\,dx = -1$ → ✓
      ~ = -1 ⇒ = 1 → ✗
    $\int_1^e \frac{dx}{x} = 1$ → ✓
      ~ \frac{dx}{x} ⇒ \frac{dx}{x^2} → ✗
    $\int_0^1 x e^{x^2}\,dx = \int_0^1 e^u \left(\frac12 \, du\right)$ → ✓
      ~ \frac12 ⇒ 2 → ✗
    $\int_0^1\int_0^x xy\,dy\,dx = \frac18$ → ✓
      ~ \int_0^x ⇒ \int_0^1 → ✗
    $\int_0^\infty \frac{1}{1 + x^2}\,dx = \frac{\pi}{2}$ → ✓
      ~ \frac{\pi}{2} ⇒ \pi → ✗
    $\int_0^\infty x e^{-x^2}\,dx = \frac12$, $\int_0^\infty 4 r^2 e^{-r^2}\,dr = \sqrt{\pi}$ → ✓ ✓
      ~ = \frac12 ⇒ = 1 → ✗
      ~ = \sqrt{\pi} ⇒ = \pi → ✗
    $\int_{-\infty}^\infty e^{-x^2}\,dx = \sqrt\pi$ → ✓
      ~ \sqrt\pi ⇒ \pi → ✗
      ~ e^{-x^2} ⇒ e^{-x^2/2} → ✗
    $\int_\infty^{-\infty} e^{-x^2}\,dx = -\sqrt\pi$ → ✓
      ~ -\sqrt ⇒ \sqrt → ✗
    $\int_0^{-\infty} e^x\,dx = -1$ → ✓
      ~ -1 ⇒ 1 → ✗
    $\int_\infty^\infty e^{-x^2}\,dx = \sqrt\pi$ → ? // a minus may be forgotten
    Let $\sigma > 0$. $\int_{-\infty}^\infty \frac{x^2}{\sqrt{2\pi}\sigma} e^{-\frac{(x - \mu)^2}{2\sigma^2}}\,dx = \sigma^2 + \mu^2$. → · ✓
      ~ + \mu^2 ⇒ - \mu^2 → ✗
      ~ = \sigma^2 + ⇒ = \sigma + → ✗
    $q'(s) = \frac{1}{s^2} - \int_1^s \frac{q'(t)}{t}\,dt$ → ? // an equation for q
    Let $b > 0$. $\int_{-\infty}^\infty \frac{t^2}{2b} e^{-|t|/b}\,dt = 2b^2$. → · ✓ // the rule converges slowly beside a kink
      ~ 2b^2 ⇒ b^2 → ✗
    Let $b > 0$. $\int_{-\infty}^\infty \frac{1}{2b} e^{-|t - m|/b} |t - m|\,dt = b$. → · ✓
      ~ = b ⇒ = 2b → ✗
    $\int_{-\infty}^\infty e^{-|2t + 1|}\,dt = 1$ → ✓
      ~ = 1 ⇒ = 2 → ✗
    $\int_{-\infty}^\infty |t|^3 e^{-t^2}\,dt = 1$ → ✓
      ~ dt = 1 ⇒ dt = 2 → ✗
    $\int_0^2 \max(0, 1 - x)\,dx = \frac12$ → ✓ // one of its parts is zero everywhere
      ~ \frac12 ⇒ 1 → ✗
    $\int_2^0 \max(0, 1 - x)\,dx = -\frac12$ → ✓
      ~ -\frac12 ⇒ \frac12 → ✗
    Let $0 < a < 1$. $\int_{-1}^1 |x - a|\,dx = 1 + a^2$. → · · ✓
      ~ 1 + a^2 ⇒ 1 - a^2 → ✗
    Let $b > 0$, $p(x) = \frac{1}{2b} e^{-|x - m|/b}$. $-\int_{-\infty}^\infty p(x) \ln p(x)\,dx = 1 + \ln(2b)$. → · · ✓ // far out p is too small to have a logarithm
      ~ = 1 + \ln(2b) ⇒ = \ln(2b) → ✗
    Let $\lambda > 0$. $\int_0^\infty \lambda x e^{-\lambda x}\,dx = \frac1\lambda$. → · ✓
      ~ \frac1\lambda ⇒ \lambda → ✗
    $\frac{d}{d\theta} \int_0^1 e^{\theta x}\,dx = \int_0^1 x e^{\theta x}\,dx$ → ✓
      ~ x e^{\theta x} ⇒ \theta e^{\theta x} → ✗
    $\int x e^x\,dx = x e^x - \int e^x\,dx = (x - 1) e^x + C$ → ✓ ✓
      ~ - \int e^x ⇒ + \int e^x → ✗
      ~ (x - 1) e^x ⇒ (x + 1) e^x → ✗
    $\int_0^1 f(x)\,dx + \int_1^2 f(x)\,dx = \int_0^2 f(x)\,dx$ → ✓
      ~ \int_1^2 ⇒ \int_1^3 → ✗
    $\int_0^\infty x\,dx = 1$ → ? // infinite
    $\int p(x)\,dx = 1$ → ? // over everything, and p is unknown
    $\int_0^1 p(x)\,dx = 1$ → ? // says what p is
    $x$ is a vector. $\int_{-\infty}^\infty e^{-x^2}\,dx = \sqrt\pi$. → ? // an integral by a vector
    $\nabla_x s(x) = 2 \nabla_x r(x)$. $\frac{d}{dx} \int_0^x s(t) \, dt = s(x)$. → ? ✓ // s is of x, whatever else stands in its place
      ~ dt = s(x) ⇒ dt = -s(x) → ✗
  `);

  rows('limits', String.raw`
    $\lim_{x\to 0} \frac{\sin x}{x} = 1$ → ✓
      ~ = 1 ⇒ = 0 → ✗
    $g'(x) = \lim_{h \to 0} \frac{g(x+h) - g(x)}{h}$ → ✓
      ~ - g(x) ⇒ + g(x) → ? // the pole is the same on both sides
      ~ - g(x) ⇒ - g(h) → ?
    $\lim_{h \to 0} \frac{|h|}{h} = 0$ → ?
    $\lim_{h\to 0} \frac{(x+h)^2 - x^2}{h} = 2x$ → ✓
      ~ = 2x ⇒ = x → ✗
    $\lim_{x\to 0} \frac{e^x - 1}{x} = 1$ → ✓
      ~ = 1 ⇒ = 0 → ✗
    $\lim_{n\to\infty} \frac{1}{n} = 0$ → ✓
      ~ = 0 ⇒ = 1 → ✗
    $\lim_{n\to\infty} (1 + \frac1n)^n = e$ → ✓
      ~ = e ⇒ = 1 → ✗
    $\lim_{x\to\infty} \frac{2x + 1}{x - 3} = 2$ → ✓
      ~ = 2 ⇒ = 3 → ✗
    $\lim_{x\to-\infty} \sigma(x) = 0$ → ✓
      ~ \to-\infty ⇒ \to\infty → ✗
    $\lim_{x\to\infty} x e^{-x} = 0$ → ✓
      ~ e^{-x} ⇒ e^{-1/x} → ?
    $\lim_{x\to\infty} \frac{\ln x}{x} = 0$ → ? // comes too slowly
    $\lim_{x\to 0} \frac{1 - \cos x}{x^2} = \frac12$ → ✓
      ~ \frac12 ⇒ 1 → ✗
  `);

  rows('inequalities', String.raw`
    The softplus $s(x) = \ln(1 + e^x)$ lies above: $s(x) \ge \max(0, x)$. → · ✓
      ~ \ge ⇒ \le → ✗ // no condition: it holds nowhere
    Young's inequality $u v \le \frac{u^2}{2} + \frac{v^2}{2}$. → ✓
      ~ \le ⇒ \ge → ✗
      ~ inequality $u v \le ⇒ inequality is tight iff $u v \ge → ·
    The set $\|x\|^2 \le 0$ is the origin. → ?
    $x^2 \ge 0$ → ✓
      ~ \ge ⇒ \le → ?
    $x^2 + 1 > 0$ → ✓
      ~ + 1 > ⇒ - 1 > → ?
    $$x^2 + 1 > x$$ → ✓
      ~ + 1 ⇒ - 1 → ?
    $$e^x > x$$ → ✓
      ~ > x ⇒ > 1 + x → ? // equal at one point
      ~ > x ⇒ > 2 + x → ?
    $\eta = \frac1h$. So $|1 - \eta h| \le 1$. → · ✓
      ~ \le 1 ⇒ \ge 1 → ✗ // always at a kink
    $a^2 + b^2 \ge 2ab$ → ✓
      ~ \ge 2ab ⇒ \ge 3ab → ?
      ~ \ge ⇒ > → ?
    $(a + b)^2 \le 2a^2 + 2b^2$ → ✓
      ~ 2a^2 + 2b^2 ⇒ a^2 + b^2 → ?
    $e^x \ge 1 + x$ → ✓
      ~ \ge 1 + x ⇒ \ge 1 + 2x → ?
    $e^x > 0$ → ✓ // it comes close to 0 far out only
      ~ > 0 ⇒ > 1 → ?
    $\sigma(z) = \frac{1}{1 + e^{-z}}$. $0 < \sigma(z) < 1$. → · ✓ ✓
      ~ 0 < \sigma ⇒ 0.5 < \sigma → ?
    $|a + b| \le |a| + |b|$ → ✓
      ~ |a| + |b| ⇒ |a| → ?
    Let $H = A^T A$ with $A \in \mathbb{R}^{m \times n}$ and $v \in \mathbb{R}^n$. Hence $v^T H v \ge 0$. → · · · ✓
      ~ \ge 0 ⇒ > 0 → ✗
      ~ \ge 0 ⇒ \ge 1 → ✗
    Let $u, v \in \mathbb{R}$. Hence $-3 \exp(-\frac12 (u - v)^2) < 0$. → · ✓ // far out there are no digits left
      ~ < 0 ⇒ > 0 → ✗
    Let $u \in \mathbb{R}$. Hence $1 - \tanh^2(u) > 0$. → · ✓
      ~ > 0 ⇒ > 1 → ✗
      ~ 1 - \tanh^2(u) ⇒ (1 - u)^8 → ✗
      ~ 1 - \tanh^2(u) ⇒ \max(0, 1 - u) → ✗
      ~ 1 - \tanh^2(u) ⇒ u^2 e^{-u^2} → ?
    $x^2 > 0$ → ? // may be meant as a condition
    Let $z = w^T x + b$. It fires when $z > 0$. → · ·
    Let $p = \sigma(w^T x)$. We predict 1 if $p \ge 0.5$. → · ·
  `);

  rows('numbers', String.raw`
    $\frac13 \approx 0.33$ → ✓
      ~ 0.33 ⇒ 0.34 → ✗
    $\sqrt 2 \approx 1.414$ → ✓
      ~ 1.414 ⇒ 1.415 → ✗
    $0.5 \cdot 0.3 = 0.15$ → ✓
      ~ 0.15 ⇒ 0.16 → ✗
    $e^{0.5} = 1.65$ → ✓
      ~ 1.65 ⇒ 1.66 → ✗
    $\ln 2 = 0.693$ → ✓
      ~ 0.693 ⇒ 0.694 → ✗
    $2^{10} = 1024$ → ✓
      ~ 1024 ⇒ 1023 → ✗
    $\frac{1}{1 + e^{-0.5}} = 0.622$ → ✓
      ~ 0.622 ⇒ 0.378 → ✗
    $w = 0.5$, $x = 2$. $w x = 1$. → · · ✓
      ~ = 1$ ⇒ = 2$ → ?
    $3 \cdot 4 + 1 = 13$ → ✓
      ~ 13 ⇒ 15 → ✗
    $\frac{2}{3} - \frac12 = \frac16$ → ✓
      ~ \frac16 ⇒ \frac13 → ✗
    $\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 1 \\ 1 \end{pmatrix} = \begin{pmatrix} 3 \\ 7 \end{pmatrix}$ → ✓
      ~ 3 \\ 7 ⇒ 4 \\ 6 → ✗
      ~ 3 \\ 7 ⇒ 7 \\ 3 → ✗
    $\det \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} = -2$ → ✓
      ~ = -2 ⇒ = 2 → ✗
    $f(x) = x^2 - 1$. $f(3) = 8$. → · ✓
      ~ = 8 ⇒ = 9 → ✗
    $0.25 + 0.25 = .5$ → ✓
      ~ = .5 ⇒ = .6 → ✗
    $.5 + .5 = 1$ → ✓
      ~ + .5 ⇒ + .4 → ✗
    $1.5 \cdot 10^{-3} = 0.0015$ → ✓
      ~ 0.0015 ⇒ 0.015 → ✗
  `);

  rows('rounding', String.raw`
    $\frac72 = 4$ → ✗ // a whole number says that it is exact
    $2.4 = 2$ → ✗
    $1 + 1 = 3$ → ✗
    $\sin \pi = 0$ → ✓
      ~ = 0$ ⇒ = 1$ → ✗
    $\sin(\pi) + 1 = 1$ → ✓
      ~ + 1 = 1 ⇒ + 1 = 0 → ✗
    $\sigma(z) = \frac{1}{1+e^{-z}}$. $\sigma(0) = \frac12$, $\sigma(1) = 0.73$. → · ✓ ✓
      ~ 0.73 ⇒ 0.74 → ✗
      ~ \sigma(0) = \frac12 ⇒ \sigma(0) = 0 → ·
      ~ 0.73 ⇒ 0.74 → ✗
    $\log_2 8 = 3$, $\log_{10} 100 = 2$ → ✓ ✓
      ~ = 3 ⇒ = 4 → ✗
      ~ = 2$ ⇒ = 10$ → ✗
    $2.5 - \frac{-1.2}{4} \approx 2.5 + 0.30$ → ✓ // the 2.5 is no result
      ~ 0.30 ⇒ 0.28 → ✗
    $\frac{1}{0.3} + \frac{3}{0.4} = 3.33 + 7.5$ → ✓
      ~ 3.33 ⇒ 3.37 → ?
    $\frac{3}{2 + e^{-1}} = \frac{3}{2 + 0.368}$ → ? // rounded inside
      ~ 0.368 ⇒ 0.378 → ✗
    $\log 100 = 2$ → ✓ // with base 10
      ~ = 2 ⇒ = 3 → ✗
    $(-1)^2 = 1$, $-1^2 = -1$ → ✓ ✓
      ~ (-1)^2 = 1 ⇒ (-1)^2 = -1 → ✗
      ~ = -1$ ⇒ = 1$ → ✗
  `);

  rows('equations to be solved', String.raw`
    Solve $x^2 = x$. → ·
    $x^2 - x = 0$. → ?
  `);

  rows('gradients by the own variables of a function', String.raw`
    $f(x) = x^T x$. $\nabla f = 2x$. → · ✓
      ~ = 2x$ ⇒ = x$ → ✗
    $f(w) = \frac12 \|Xw - y\|^2$. $\nabla f = X^T(Xw - y)$. → · ✓
      ~ - y)$. ⇒ + y)$. → ✗
  `);

  rows('gradients of what has no name', String.raw`
    $\nabla (b^T x) = b$ → ✓
      ~ = b$ ⇒ = 2b$ → ✗
    $\nabla (x^T A x) = (A + A^T) x$ → ✓
      ~ (A + A^T) ⇒ (A - A^T) → ✗
    $\nabla \frac{1}{\|x\|} = -\frac{x}{\|x\|^3}$ → ✓
      ~ = -\frac ⇒ = \frac → ✗
    $\nabla \|y - X w\|^2 = -2 X^T (y - X w)$ → ✓
      ~ = -2 X ⇒ = 2 X → ✗
    $\nabla (w^T x) = x$ → ?
  `);

  rows('values of a function at places that its definition names', String.raw`
    $h(t) = f(t) - f(a) - m (t - a)$. $h(a) = f(a) - f(a) = 0$. $h'(t) = f'(t) - m$ → · ? ✓ ✓
      ~ f'(t) - m$ ⇒ f'(t) + m$ → · ? ✓ ✗
    $h(t) = t^2 + a t$. $h(a) = 2a^2$. $h'(t) = 2t + a$ → · ✓ ✓
      ~ = 2a^2 ⇒ = 3a^2 → · ✗ ✓
  `);

  rows('functions one for each index', String.raw`
    $r_j(u) = \frac12 (c_j - a_j^T u)^2$ and $R(u) = \frac1p \sum_{j=1}^p r_j(u)$. $\nabla r_j(u) = -(c_j - a_j^T u) a_j$, $\nabla R(u) = \frac1p \sum_j \nabla r_j(u)$, $\nabla^2 r_j(u) = a_j a_j^T$ → · · ✓ ✓ ✓
      ~ -(c_j ⇒ (c_j → ✗
      ~ = \frac1p \sum_j ⇒ = \sum_j → ✗
      ~ a_j a_j^T$ ⇒ 2a_j a_j^T$ → ✗
    $q_i(v) = \frac12 (b_i^T v)^2$ and $q(v) = \sum_{i=1}^m q_i(v)$. $\nabla q(v) = \sum_i \nabla q_i(v) = \sum_i b_i b_i^T v$, $\nabla^2 q(v) = \sum_i b_i b_i^T$ → · · ✓ ✓ ✓ // the letter alone is the sum of the others
      ~ = \sum_i \nabla q_i(v) = ⇒ = -\sum_i \nabla q_i(v) = → ✗
      ~ \nabla^2 q(v) = \sum_i ⇒ \nabla^2 q(v) = 2 \sum_i → ✗
    $s_c(u) = v_c^T u + d_c$, $\rho_c(u) = \frac{e^{s_c(u)}}{\sum_k e^{s_k(u)}}$. $\sum_c \rho_c(u) = 1$, $\nabla \rho_c(u) = \rho_c(u) \left(v_c - \sum_k \rho_k(u) v_k\right)$ → · · ✓ ✓
      ~ = 1$ ⇒ = 2$ → ✗
      ~ \left(v_c - ⇒ \left(v_c + → ✗
    $\phi_j(u) = u^j$. $\phi_j'(u) = j u^{j-1}$, $\phi_3(2) = 8$ → · ✓ ✓
      ~ j u^{j-1} ⇒ (j - 1) u^{j-1} → ?
      ~ = 8$ ⇒ = 6$ → ✗
    $\kappa_j(u) = e^{-(u - m_j)^2 / (2 \tau^2)}$. $\kappa_j'(u) = -\frac{u - m_j}{\tau^2} \kappa_j(u)$ → · ✓
      ~ = -\frac{u ⇒ = \frac{u → ✗
    $\frac{d}{du} u^n = n u^{n-1}$ → ✓
      ~ = n u^{n-1} ⇒ = n u^n → ✗
  `);

  rows('what follows at a point where only some derivatives were set to zero', String.raw`
    Let $S$ be symmetric and $\mathcal{L}(u, \nu) = u^T S u + \nu (1 - u^T u)$. $\frac{\partial \mathcal{L}}{\partial u} = 2 S u - 2 \nu u = 0$, so $S u = \nu u$ and $u^T S u = \nu$. → · ✓ · ✓ ?
      ~ $S u = \nu u$ ⇒ $S u = -\nu u$ → · ✓ · ? ?
    Let $\mathcal{L}(x, \lambda) = x^T A^T A x - \lambda (x^T x - 1)$. $\frac{\partial \mathcal{L}}{\partial x} = 2 A^T A x - 2 \lambda x = 0$. Then $\|A x\|^2 = \lambda$. → · ✓ · ?
      ~ = 2 A^T ⇒ = A^T → · ✗ · ?
  `);

  rows('where something turns out to be', String.raw`
    $Q(u) = -u \log u - (1-u) \log(1-u)$. $Q'(u) = \log \frac{1-u}{u}$. The maximum is at $u = \frac12$. → · ✓ ·
      ~ \frac{1-u}{u} ⇒ \frac{u}{1-u} → ✗
  `);

  rows('a function for each index beside itself', String.raw`
    $\rho_i(u) = \frac{e^{u_i}}{\sum_j e^{u_j}}$. $\frac{\partial \rho_i}{\partial u_j} = \rho_i (\delta_{ij} - \rho_j)$ → · ✓
      ~ - \rho_j) ⇒ + \rho_j) → ✗
    $\rho_i(u) = \frac{e^{u_i}}{\sum_j e^{u_j}}$. $\frac{\partial \rho_i(u)}{\partial u_j} = \rho_i(u) (\delta_{ij} - \rho_j(u))$, $\sum_i \rho_i(u) = 1$ → · ✓ ✓
      ~ (\delta_{ij} - ⇒ (\delta_{ij} + → ✗
      ~ = 1$ ⇒ = 2$ → ✗
  `);

  rows('functions one for each index, of which nothing is said', String.raw`
    $R(u) = \frac1p \sum_{j=1}^p R_j(u)$. $\nabla R(u) = \frac1p \sum_{j=1}^p \nabla R_j(u)$, $R(u) - R(v) = \frac1p \sum_j (R_j(u) - R_j(v))$ → · ✓ ✓
      ~ \nabla R(u) = \frac1p ⇒ \nabla R(u) = → ✗
      ~ (R_j(u) - R_j(v)) ⇒ (R_j(u) + R_j(v)) → ✗
    $E(u) = \sum_j r_j(u) + \frac\kappa2 \|u\|^2$. $\nabla E(u) = \sum_j \nabla r_j(u) + \kappa u$ → · ✓
      ~ + \kappa u ⇒ - \kappa u → ?
    $R(u) = \frac1p \sum_{j=1}^p R_j(u)$. $\nabla R(u) = \nabla R_j(u)$ → · ? // on the average, perhaps
  `);

  rows('functions of all of a list', String.raw`
    $g(u_1, \dots, u_n) = \sum_{i=1}^n u_i^3$. $\frac{\partial g}{\partial u_k} = 3u_k^2$ and $\frac{\partial}{\partial u_k} g(u_1, \dots, u_n) = 3u_k^2$. → · ✓ ✓
      ~ \frac{\partial g}{\partial u_k} = 3u_k^2 ⇒ \frac{\partial g}{\partial u_k} = 3u_k → · ✗ ✓
    $L(a \mid X_1, X_2, \ldots, X_n) = \prod_{i=1}^n a e^{-a X_i}$. $\ell(a \mid X_1, \ldots, X_n) = n \log a - a \sum_i X_i$. $\frac{\partial \ell}{\partial a} = \frac na - \sum_i X_i$. → · · ✓
      ~ = \frac na - ⇒ = \frac na + → · · ✗
    $r(a, s; z_1, \dots, z_n) = \sum_{i=1}^n \frac{(z_i - a)^2}{s}$. $\frac{\partial r}{\partial a} = -\frac2s \sum_i (z_i - a)$. → · ✓
      ~ = -\frac2s ⇒ = \frac2s → · ✗
    $p(x_1, \dots, x_n \mid t) = \prod_{i=1}^n p(x_i \mid t)$ → ? // another law
  `);

  rows('functions of one of a list', String.raw`
    $g(u) = v^T u + c$ and $Q = \frac12 \sum_i (g(u_i) - r_i)^2$ with $v \in \mathbb{R}^k$. $\frac{\partial Q}{\partial v} = \sum_i (g(u_i) - r_i) u_i$, $\frac{\partial Q}{\partial c} = \sum_i (g(u_i) - r_i)$ → · · · ✓ ✓
      ~ r_i) u_i$, ⇒ r_i) v$, → ✗
      ~ \frac{\partial Q}{\partial c} = \sum_i (g(u_i) ⇒ \frac{\partial Q}{\partial c} = 2 \sum_i (g(u_i) → ✗
    $g(u; c) = c\, e^{-c u}$ and $\ell = \sum_i \log g(u_i; c)$. $\frac{\partial \ell}{\partial c} = \frac{n}{c} - \sum_{i=1}^n u_i$ → · · ✓
      ~ - \sum_{i=1}^n ⇒ + \sum_{i=1}^n → ✗
    $h(u, v) = \sum_{j=0}^K v_j u^j$ and $Q(v) = \frac12 \sum_n (h(u_n, v) - r_n)^2$. $\frac{\partial Q}{\partial v_j} = \sum_n (h(u_n, v) - r_n) u_n^j$ → · · ✓
      ~ u_n^j$ ⇒ u_j$ → ?
      ~ = \sum_n (h(u_n, v) - r_n) ⇒ = \sum_n (h(u_n, v) + r_n) → ?
    $\kappa(u, m) = e^{-(u - m)^2 / 2}$, $\rho_{ij} = \frac{\kappa(u_i, m_j)}{\sum_l \kappa(u_i, m_l)}$, $\ell = \sum_{i=1}^n \log \sum_j \kappa(u_i, m_j)$. $\frac{\partial \ell}{\partial m_j} = \sum_{i=1}^n \rho_{ij} (u_i - m_j)$ → · · · ✓
      ~ (u_i - m_j)$ ⇒ (m_j - u_i)$ → ✗
    $\omega_j > 0$ with $\sum_j \omega_j = 1$, $\pi_j > 0$ with $\sum_j \pi_j = 1$, $\kappa_j(u) = \frac{1}{\sqrt{2 \pi} s_j} e^{-(u - m_j)^2 / (2 s_j^2)}$ and $\ell = \sum_i \log \sum_j \pi_j \kappa_j(u_i)$. $\log \kappa_j(u) = -\log s_j - \frac12 \log(2\pi) - \frac{(u - m_j)^2}{2 s_j^2}$ → · · · · · · ✓ // the bare letter is the number
      ~ - \frac12 \log(2\pi) ⇒ + \frac12 \log(2\pi) → ✗
  `);

  rows('total and partial derivatives', String.raw`
    $f = xt$ with $x = t^2$. $\frac{df}{dt} = \frac{\partial f}{\partial t} + \frac{\partial f}{\partial x} \frac{dx}{dt} = x + 2 t^2$ → · · ✓ ✓
      ~ } + \frac{\partial f}{\partial x} \frac ⇒ } - \frac{\partial f}{\partial x} \frac → ✗
      ~ x + 2 t^2 ⇒ x + t^2 → · · ✓ ✗
    Let $f(x, t)$ with $x = x(t)$. $\frac{df}{dt} = \frac{\partial f}{\partial t} + \frac{\partial f}{\partial x} \frac{dx}{dt}$ → · ✓
      ~ } + \frac{\partial f} ⇒ } - \frac{\partial f} → ✗
    $h_t = \tanh(w h_{t-1} + u x_t)$. $\frac{d h_t}{d w} = \frac{\partial h_t}{\partial w} + \frac{\partial h_t}{\partial h_{t-1}} \frac{d h_{t-1}}{d w}$ → · ✓
      ~ } + \frac{\partial h_t} ⇒ } - \frac{\partial h_t} → ✗
    $z = x^2 y$ and $y = \sin x$. $\frac{\partial z}{\partial x} = 2xy$, $\frac{dz}{dx} = 2xy + x^2 \cos x$. → · · ? ✓ // y may be held
      ~ + x^2 \cos ⇒ - x^2 \cos → ✗
    $v(t) = t^3$ and $r(t, v) = t + 2v$. $\frac{\partial r}{\partial t} + \frac{\partial r}{\partial v} \frac{\partial v}{\partial t} = 1 + 6 t^2$. → · · ✓ // a summand goes the way through v
      ~ = 1 + 6 t^2 ⇒ = 1 - 6 t^2 → ✗
    $x_n = x_{n-1} + v$ for $n = 1, \dots, N$ and $D = \sum_{n=1}^N x_n$. $\frac{\partial D}{\partial x_n} = N - n + 1$. → · · · ? // with all that comes after
  `);
});
