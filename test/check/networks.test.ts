/** Networks, losses and fits in the ways that different hands write them. */
import { rows } from './rows';

describe('in other hands', function () {
  this.timeout(60_000);

  rows('a power or a transpose behind a label', String.raw`
    $J = \frac12 \sum_i (w x^{(i)} - y^{(i)})^2$. $\frac{d^2 J}{d w^2} = \sum_i x^{(i)^2}$. → · ✓
      ~ = \sum_i x^{(i)^2} ⇒ = \sum_i x^{(i)} → ✗
    $z^{[2]} = W^{[2]} a^{[1]}$, $L = \|z^{[2]}\|^2$. $\frac{\partial L}{\partial a^{[1]}} = 2 W^{[2]^\top} z^{[2]}$. → · · ✓
      ~ 2 W ⇒ 3 W → ✗
    $u = A^{(1)} x$, $E = \|u\|^2$. $\nabla_x E = 2 {A^{(1)^T}} u$. → · · ✓
      ~ ^{(1)^T} ⇒ ^{(1)} → ✗
    $2^{(3)^2} = 512$, $(a + b)^{(2)^2} = (a + b)^4$. → ✓ ✓ // a value has no labels
      ~ = 512 ⇒ = 64 → ✗ ✓
  `);

  rows('numbered vectors of a network', String.raw`
    $z_1 = W_1x + b_1$, $h = \mathrm{ReLU}(z_1)$, $z_2 = W_2h + b_2$, $L = \frac12\|z_2 - y\|^2$. $\frac{\partial L}{\partial W_2} = (z_2 - y)h^\top$, $\frac{\partial L}{\partial x} = W_1^\top (W_2^\top (z_2 - y) \circ 1[z_1 > 0])$ → · · · · ✓ ✓
      ~ (z_2 - y)h^\top ⇒ (y - z_2)h^\top → ✗
      ~ (z_2 - y)h^\top ⇒ (z_2 - y)x^\top → ✗
      ~ W_1^\top (W_2^\top ⇒ W_1^\top (W_2 → ✗
      ~ 1[z_1 > 0] ⇒ 1[z_1 < 0] → ✗
    $s_1 = A_1 u + c_1$, $q_1 = \sigma(s_1)$, $s_2 = A_2 q_1 + c_2$, $E = \frac12\|s_2 - t\|^2$, $e_2 = s_2 - t$. $\frac{\partial E}{\partial A_2} = e_2 q_1^T$, $\frac{\partial E}{\partial s_1} = (A_2^T e_2) \odot q_1 \odot (1 - q_1)$ → · · · · · ✓ ✓
      ~ q_1 \odot (1 - q_1)$ ⇒ q_1 \odot (1 + q_1)$ → ✗
      ~ = e_2 q_1^T ⇒ = -e_2 q_1^T → ✗
    Let $v \in \mathbb{R}^2$. $\|v\|^2 = v_1^2 + v_2^2$ → · ✓
      ~ v_1^2 + v_2^2 ⇒ v_1^2 - v_2^2 → ✗
    $u1 = A1 x + c1$, $J = \frac12 \|u1 - t\|^2$. $\nabla_{A1} J = (u1 - t) x^\top$ → · · ✓
      ~ (u1 - t) x ⇒ (t - u1) x → ✗
    $h = \tanh(U x)$, $s = V h$, $J = \frac12 \|s - t\|^2$. $\nabla_x J = U^\top ((V^\top (s - t)) \circ (1 - h \circ h))$ → · · · ✓
      ~ (1 - h \circ h) ⇒ (1 + h \circ h) → ✗
    $\mathbf{s} = \mathbf{A} \mathbf{u}$, $\mathbf{q} = \text{softmax}(\mathbf{s})$, $E = -\sum_k \mathbf{t}_k \log \mathbf{q}_k$ where $\mathbf{t}$ is one-hot. $\frac{\partial E}{\partial \mathbf{s}} = \mathbf{q} - \mathbf{t}$ → · · · ✓
      ~ = \mathbf{q} - \mathbf{t} ⇒ = \mathbf{t} - \mathbf{q} → ✗
  `);

  rows('what a function of numbers is of', String.raw`
    $q_i = \sigma(s_i)$, $s_i = v^T u_i$, $\sigma(s) = \frac{1}{1 + e^{-s}}$, $E_i = -t_i \log q_i - (1 - t_i) \log(1 - q_i)$. $\frac{d\sigma(s)}{ds} = \sigma(s)(1 - \sigma(s))$, $\frac{\partial E_i}{\partial v} = (q_i - t_i) u_i$ → · · · · ✓ ✓
      ~ (1 - \sigma(s)) ⇒ (1 + \sigma(s)) → ✗
      ~ (q_i - t_i) u_i ⇒ (t_i - q_i) u_i → ✗
    Let $g_v(u) = \frac{1}{1 + e^{-v^T u}}$ and $R(v) = -\sum_i [t_i \log g_v(u_i) + (1 - t_i) \log(1 - g_v(u_i))]$. $\nabla_v R = \sum_i (g_v(u_i) - t_i) u_i$, $\nabla_v^2 R = \sum_i g_v(u_i)(1 - g_v(u_i)) u_i u_i^T$ → · · ✓ ✓
      ~ (g_v(u_i) - t_i) u_i ⇒ (g_v(u_i) + t_i) u_i → ✗
      ~ (1 - g_v(u_i)) u_i u_i^T ⇒ (1 + g_v(u_i)) u_i u_i^T → ✗
    $f(v) = \frac12 v^T A v$ with a symmetric $A$ and entries $v_i$. $\nabla f(v) = A v$ → · ✓
      ~ = A v ⇒ = 2 A v → ✗
  `);

  rows('entries of a vector that is declared', String.raw`
    $\hat t \in \mathbb{R}^K$. $u_j = \sum_{i=1}^D V_{ji} x_i$, $\hat t_k = \sum_{j=1}^H W_{kj} u_j$, $E = \frac12 \sum_{k=1}^K (\hat t_k - t_k)^2$. $\epsilon_j = \frac{\partial E}{\partial u_j} = \sum_{k=1}^K W_{kj} \delta_k$. $\nabla_V E = \epsilon x^T$ → · · · · · ? ✓
      ~ \epsilon x^T ⇒ \epsilon x → ✗
  `);

  rows('sums from 0', String.raw`
    $E = -s_0 + \log \sum_{j=0}^K \exp(s_j)$. $\frac{\partial E}{\partial s_0} = \frac{\exp(s_0)}{\sum_{j=0}^K \exp(s_j)} - 1$, $\frac{\partial E}{\partial s_1} = \frac{\exp(s_1)}{\sum_{j=0}^K \exp(s_j)}$ → · ✓ ✓
      ~ \exp(s_j)} - 1 ⇒ \exp(s_j)} + 1 → ✗
      ~ \frac{\exp(s_1)} ⇒ -\frac{\exp(s_1)} → ✗
    $s_j = q^T k_j$, $E = -\log \frac{\exp(s_0)}{\sum_{j=0}^K \exp(s_j)}$, $r_j = \frac{\exp(s_j)}{\sum_{l=0}^K \exp(s_l)}$. $\frac{\partial E}{\partial s_j} = r_j - \mathbb{1}[j = 0]$, $\nabla_q E = \sum_{j=0}^K r_j k_j - k_0$ → · · · ✓ ✓
      ~ [j = 0] ⇒ [j = 1] → ✗
      ~ - k_0 ⇒ - k_1 → ✗
      ~ - \mathbb{1}[j = 0] ⇒ - \delta_{j0} → ✓
    $g = \sum_{j=0}^n c_j u_j$ and $g = c_0 + \sum_{j=1}^n c_j u_j$. $\frac{\partial g}{\partial c_0} = 1$ → · · ? // which place 0 is
  `);

  rows('a divergence without its laws', String.raw`
    Let $q = \mathcal{N}(m, s^2)$ and $p = \mathcal{N}(0, 1)$. $D_{KL}(q \| p) = \frac12 (m^2 + s^2 - \log s^2 - 1)$. $\frac{\partial D_{KL}}{\partial m} = m$, $\frac{\partial D_{KL}}{\partial s} = s - \frac1s$ → · · ✓ ✓ ✓
      ~ = m$ ⇒ = 2m$ → ✗
      ~ = s - \frac1s ⇒ = s + \frac1s → ✗
    $J = -\log P(O = o \mid C = c) = -\log \frac{\exp(u_o^T v_c)}{\sum_{w \in V} \exp(u_w^T v_c)}$. $\frac{\partial J}{\partial v_c} = -u_o + \sum_{w \in V} \frac{\exp(u_w^T v_c)}{\sum_{x \in V} \exp(u_x^T v_c)} u_w$ → · ? ✓
      ~ = -u_o + ⇒ = u_o + → ✗
  `);

  rows('fits', String.raw`
    $J(w) = \frac{1}{2n} \sum_i (w^T x_i - y_i)^2$. $\nabla J = \frac1n \sum_i (w^T x_i - y_i) x_i$. Setting the gradient to zero, $\sum_i x_i x_i^T w = \sum_i y_i x_i$. → · ✓ ✓
      ~ = \sum_i y_i x_i ⇒ = 2 \sum_i y_i x_i → ✗
    $S(\beta) = \|X\beta - Y\|^2$. $\nabla S(\beta) = 2 X^T (X\beta - Y)$. At the minimum the gradient vanishes, so $X^T X \beta = X^T Y$. → · ✓ ✓
      ~ = X^T Y ⇒ = X Y → ✗
      ~ = X^T Y ⇒ = 2 X^T Y → ✗
    $E(a) = n \log a - a \sum_{i=1}^n u_i$. $E''(a) = -\frac{n}{a^2} < 0$ → · ✓ ✓
      ~ < 0 ⇒ > 0 → · ✓ ?
    For every $u$ it holds that $(u - 6)^4 > 0$. → ?
    For every integer $n$ we have $n^2 - 14n + 49 > 0$. → ✗
  `);

  rows('a step and the gradient above it', String.raw`
    $J(v) = \frac1n \sum_{i=1}^n \log(1 + e^{-v^T u_i})$. $\nabla_v J(v) = -\frac1n \sum_{i=1}^n \sigma(-v^T u_i) u_i$ $$v := v + \eta \frac1n \sum_{i=1}^n \sigma(-v^T u_i) u_i$$ → · ✓ ✓
      ~ + \eta \frac1n \sum_{i=1}^n \sigma(-v^T ⇒ + \eta \frac1n \sum_{i=1}^n \sigma(-v → ·
    $L(\beta) = \beta^2$. $\beta := \beta - 2 \beta \beta$ → · ·
  `);

  rows('deviations, targets and points', String.raw`
    The model is $y = X \beta + \epsilon$ with $\epsilon \sim \mathcal{N}(0, \sigma^2 I)$, and $\hat\beta = (X^T X)^{-1} X^T y$. $\text{Cov}(\hat\beta) = \sigma^2 (X^T X)^{-1}$ → · · · ✓
      ~ = \sigma^2 (X ⇒ = 2 \sigma^2 (X → ✗
      ~ = \sigma^2 (X^T X)^{-1} ⇒ = \sigma^2 (X^T X) → ✗
    $q = \sigma(s)$. $q^2 = \sigma^2(s)$ → · ✓
      ~ = \sigma^2(s) ⇒ = \sigma(s) → ✗
    Let $p_{ik} = \frac{\exp(w_k^T u_i)}{\sum_{j=1}^K \exp(w_j^T u_i)}$ and $E = -\sum_i \sum_{k=1}^K t_{ik} \log p_{ik}$ with one-hot labels. $\nabla_{w_k} E = \sum_i (p_{ik} - t_{ik}) u_i$ → · · ?
    Let $p_{ik} = \frac{\exp(w_k^T u_i)}{\sum_{j=1}^K \exp(w_j^T u_i)}$ and $E = -\sum_i \sum_{k=1}^K t_{ik} \log p_{ik}$ where $t_{ik}$ is one-hot. $\nabla_{w_k} E = \sum_i (p_{ik} - t_{ik}) u_i$ → · · ✓
      ~ (p_{ik} - t_{ik}) ⇒ (p_{ik} + t_{ik}) → ✗
    $u_p = u - \frac{v^T u + c}{\|v\|^2} v$. $v^T u_p + c = 0$ → · ✓
      ~ = 0$ ⇒ = 1$ → ✗
  `);

  rows('entries by the rows or columns of a matrix', String.raw`
    $q = A^T x + r$. $q_k = A_k^T x + r_k$. $q^T q = \|A^T x + r\|^2$. → · ? ✓ // the A_k are columns: q stays what it is
      ~ = \|A^T ⇒ = \|A → ✗
    Let $V \in \mathbb{R}^{m \times n}$, $c \in \mathbb{R}^m$. $p = V^T u + c$. $p_k = V_k^T u + c_k$. $\frac{\partial p}{\partial V} = \frac{\partial}{\partial V} (V^T u + c)$. → · · · ? ? // it would need m = n
    $q = A x + r$. $q_k = A_k^T x + r_k$. $q^T q = \|A x + r\|^2$. → · ✓ ✓
      ~ = \|A x ⇒ = \|A^T x → ✗
  `);

  rows('how far a derivative reaches', String.raw`
    $\frac{d}{du} u^2 - e^{-u} = 2u + e^{-u}$ → ? // it may be of the whole
      ~ = 2u + e^{-u} ⇒ = 2u - e^{-u} → ✓
    $\nabla_v v^T v - 2 v^T c = 2v - 2c$ → ?
      ~ = 2v - 2c ⇒ = 2v + 2c → ?
    $\frac{d}{du} (u^k (2 - u)^m) = \frac{d}{du} u^k \cdot (2 - u)^m + u^k \cdot \frac{d}{du} (2 - u)^m$ → ? // the product rule, where the first ends before the dot
      ~ + u^k \cdot ⇒ - u^k \cdot → ✗
      ~ + u^k \cdot ⇒ + 3 u^k \cdot → ✗
    $4 \left(\frac{d}{du} 3u \sin u + 3u \frac{d}{du} \sin u\right) = 12 \sin u + 12 u \cos u$ → ? // or before the last factor
      ~ = 12 \sin u ⇒ = 3 \sin u → ?
    $\frac{d}{du} [u \ln u] = \frac{d}{du} u \cdot \ln u + u \cdot \frac{1}{u}$ → ?
      ~ + u \cdot \frac{1}{u} ⇒ - u \cdot \frac{1}{u} → ?
      ~ + u \cdot \frac{1}{u} ⇒ + u^2 \cdot \frac{1}{u} → ✗
    $\frac{d}{du} u \cdot e^u = e^u$ → ✗ // no sum
    Let $h(u) = u^4$. $\frac{dh}{du}(c - 2) = 4(c - 2)^3$. → · ? // taken there, or multiplied by it
      ~ = 4( ⇒ = 3( → ✗
    Let $\phi(u) = \frac{1}{1 + e^{-u}}$. $\frac{d\phi}{du}(v^T a + c) = \phi(v^T a + c)(1 - \phi(v^T a + c))$. → · ?
      ~ )(1 - ⇒ )(2 - → ✗
    Let $h(u) = u^4$. $\frac{dh}{du}(u - 2) = 4u^3(u - 2)$. → · ✓
      ~ = 4u^3 ⇒ = 3u^3 → ✗
    $\frac{d}{du} u^3 - \frac{d}{du} u = 3u^2 - 1$ → ✓
      ~ = 3u^2 - 1 ⇒ = 3u^2 + 1 → ✗
  `);

  rows('numbers worked out by hand', String.raw`
    $z = w u + b$, $L = \frac12 (z - t)^2$. With $w = 2$, $u = 3$, $b = 1$, $t = 5$: $z = 2 \cdot 3 + 1 = 7$. $\frac{\partial L}{\partial w} = (z - t) u = 6$, $\frac{\partial L}{\partial b} = 2$ → · · · · · · ✓ ✓ ✓ ✓ ✓
      ~ (z - t) u = 6 ⇒ (z - t) u = 7 → · · · · · · ✓ ✓ ✓ ✗ ✓
      ~ \frac{\partial L}{\partial b} = 2 ⇒ \frac{\partial L}{\partial b} = -2 → ✗
    $u = 0.2$, $w = 0.5$. $z = w u + 0.3 = 0.4$, $h = \frac{1}{1 + e^{-z}} = 0.5987$, $s = 0.7 h = 0.4191$. $\frac{\partial s}{\partial w} = 0.7 \frac{\partial h}{\partial w}$. $h = 0.5987$. $\frac{\partial h}{\partial z} = 0.5987 (1 - 0.5987) = 0.2403$. → · · · ✓ · ✓ · ✓ ✓ ✓ ✓ ✓ // the number of h is no constant
      ~ = 0.2403 ⇒ = 0.2503 → ✗
    With $w = 2$ the line is $z = w u + b$ with $u = 3$, $b = 1$, and $z = 7$. For another input $u = 4$ we have $z = 8$. → · · · · ✓ · ·
      ~ $z = 7$ ⇒ $z = 6$ → · · · · · · ·
  `);

  rows('numbers put into formulas', String.raw`
    Let $r = v u + c$ with $v = 2$, $u = 0.5$, $c = -1$. Then $r = 2 \cdot 0.5 - 1 = 0$. → · · · · ✓ ✓
      ~ = 2 \cdot 0.5 - 1 = 0 ⇒ = 2 \cdot 0.5 + 1 = 2 → · · · · ✗ ✓
    Let $r = v u + c$. For $v = 2$, $u = 0.5$, $c = 3$ we get $r = 4$. → · · · · ✓
      ~ $r = 4$ ⇒ $r = 5$ → ✗
      ~ we get ⇒ we want → · · · · ✓
      ~ we get $r = 4$ ⇒ we want $r = 5$ → · · · · ·
      ~ we get $r = 4$ ⇒ doubled this is $r = 8$ → · · · · ·
    Let $r = v u$, $a = \sigma(r)$, $v = 2$ and $u = 0.5$. Forward pass: $r = 1$, $a = \sigma(1) = 0.731$. → · · · · ✓ ✓ ✓
      ~ $r = 1$ ⇒ $r = 2$ → · · · · ✗ ✓ ✓
      ~ \sigma(1) = 0.731 ⇒ \sigma(2) = 0.881 → · · · · ✓ ✗ ✓
    Consider $q(u, v) = u^2 + 3 v^2$. At $u = 1$, $v = 2$ we have $\frac{\partial q}{\partial v} = 12$. → · · · ✓
      ~ = 12$ ⇒ = 6$ → ✗
    Let $E = (v u - t)^2$ with $u = 1$, $t = 2$, $v = 0$. $$v_{new} = 0.4$$ $$E = 2.56$$ → · · · · · · // with the new value
    Let $E = (v u - t)^2$ with $u = 1$, $t = 2$, $v = 0$. $$v \leftarrow v + 0.4$$ $$E = 2.56$$ → · · · · · ·
    $a = \tanh(z)$, $E = (a - t)^2$ with $z = 0.5$, $t = 1$.⏎⏎$$E = (0.4621 - 1)^2 = 0.2893$$ → · · · · ✓ ✓ // a rounded number put in
      ~ 0.4621 ⇒ 0.4622 → · // rounded to another number
    ## Problem 1⏎⏎Let $r = v u$ and $a = \tanh(r)$ with $v = 2$, $u = 0.3$.⏎⏎(a) Find the output.⏎⏎$r = 0.6$, $a = \tanh(0.6) = 0.537$⏎⏎(b) Find the slope.⏎⏎$\frac{da}{dr} = 1 - a^2 = 1 - 0.537^2 = 0.712$ → · · · · ✓ ✓ ✓ ✓ ✓ ✓ // the parts of one exercise
      ~ = 1 - 0.537^2 = 0.712 ⇒ = 1 + 0.537^2 = 1.288 → · · · · ✓ ✓ ✓ ✓ ✗ ✓
      ~ \frac{da}{dr} = 1 - a^2 ⇒ \frac{da}{dr} = 1 - a → · · · · ✓ ✓ ✓ ✗ ✗ ✓
    Let $z = (1, 2, 3)^T$ and $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$. Then $p = (0.090, 0.245, 0.665)^T$ and $L = -\log p_3 = 0.408$. → · · ✓ · ✓
      ~ (0.090, 0.245, ⇒ (0.090, 0.345, → · · ✗ · ✓
      ~ = 0.408 ⇒ = 0.508 → · · ✓ · ✗
    Let $y = v_1 h_1 + v_2 h_2 + c$, $h_1 = \sigma(1)$, $h_2 = \sigma(-0.5)$, $v_1 = 1$, $v_2 = -1$, $c = 0.2$. Then $y = 0.7311 - 0.3775 + 0.2 = 0.5536$. → · · · · · · ✓ ✓ // c is exact, and the others are rounded
      ~ 0.7311 - 0.3775 + 0.2 = 0.5536 ⇒ 0.7311 - 0.3375 + 0.2 = 0.5936 → · · · · · · ✗ ✓
    $P(D) = 0.01$, $P(T \mid D) = 0.95$, $P(T \mid N) = 0.05$. $\frac{0.95 \cdot 0.01}{0.95 \cdot 0.01 + 0.05 \cdot 0.99} \approx 0.161$ → · · · ✓ // given numbers are exact
      ~ \approx 0.161 ⇒ \approx 0.166 → ✗
    - $z = v u = 0.3 \cdot 2 = 0.6$⏎- $y = f(z) = \max(0, 0.6) = 0.6$ → · · ✓ · ? ✓ // f is not said to be ReLU
      ~ \cdot 2 = 0.6 ⇒ \cdot 2 = 0.7 → · · ✗ · ? ✓
      ~ 0.6) = 0.6 ⇒ 0.6) = 0.5 → · · ✓ · ? ✗
    Because $M_X'(0) = \lambda$ and $M_X''(0) = \lambda^2 + \lambda$, we see more. → · ? // of any M
    Model: $y = w x + b$. Given $w = 1$, $b = 0$, $x = 2$, $y = 5$. → · · · · · // the target
    $o = \frac{n - k}{s} + 1$. For $n = 10$, $k = 3$, $s = 2$ we get $o = 4$. → · · · · · // rounded down
    $o = \frac{n - k}{s} + 1$. With $n = 9$, $k = 3$, $s = 2$: $o = 4$. With $k = 5$: $o = 3$. For $k = 3$ again: $o = 4$. → · · · · ✓ · ✓ · ✓
      ~ again: $o = 4$ ⇒ again: $o = 3$ → · · · · ✓ · ✓ · ·
    Let $k = p q$. With $p = 2$, $q = 3$: $k = 6$, so $k = 8$. → · · · ✓ · // of another case
      ~ : $k = 6$, so $k = 8$ ⇒ : $k = 5$ → · · · ✗
  `);

  rows('gradients by rows', String.raw`
    $v = u W + c$, $k = \sigma(v)$, $r = k V + d$, $\hat p = \text{softmax}(r)$ and $E = -\sum_i p_i \log \hat p_i$ with $p$ one-hot. $\epsilon_1 = \frac{\partial E}{\partial r} = \hat p - p$. $\epsilon_2 = \frac{\partial E}{\partial k} = \epsilon_1 V^T$. $\epsilon_3 = \frac{\partial E}{\partial v} = \epsilon_2 \odot \sigma'(v)$. $\frac{\partial E}{\partial u} = \epsilon_3 W^T$, $\frac{\partial E}{\partial V} = k^T \epsilon_1$, $\frac{\partial E}{\partial W} = u^T \epsilon_3$ → · · · · · · ✓ · ✓ · ✓ ✓ ✓ ✓
      ~ = \epsilon_3 W^T ⇒ = \epsilon_3 W → ✗
      ~ = k^T \epsilon_1 ⇒ = u^T \epsilon_1 → ✗
      ~ = \epsilon_1 V^T ⇒ = \epsilon_1 V → ✗
    $u \in \mathbb{R}^{1 \times n}$, $P \in \mathbb{R}^{n \times m}$, $r = u P$. With $g = \frac{\partial E}{\partial r}$ we have $\frac{\partial E}{\partial P} = u^T g$ and $\frac{\partial E}{\partial u} = g P^T$ → · · · · ✓ ✓
      ~ = u^T g ⇒ = 2 u^T g → ✗
      ~ = g P^T ⇒ = -g P^T → ✗
  `);

  rows('rows without a word', String.raw`
    $z = xW + b$, $L = \ell(z)$ and $\delta = \frac{\partial L}{\partial z}$. $\frac{\partial L}{\partial W} = x^T \delta$, $\frac{\partial L}{\partial x} = \delta W^T$. → · · · ✓ ✓
      ~ = x^T \delta ⇒ = x \delta → ?
      ~ \delta W^T ⇒ \delta W → · · · ✓ ✗
    $z_t = x_t W + h_{t-1} U$, $h_t = \tanh(z_t)$. $\frac{\partial L}{\partial h_{t-1}} = \frac{\partial L}{\partial z_t} U^T$. → · · ✓
      ~ U^T ⇒ U → ✗
  `);

  rows('from layer to layer', String.raw`
    $u^l = v^l h^{l-1} + c^l$, $h^l = \sigma(u^l)$, $E = \frac12 \|t - h^L\|^2$ and $\epsilon^l = \frac{\partial E}{\partial u^l}$. $\epsilon^l = ((v^{l+1})^T \epsilon^{l+1}) \odot \sigma'(u^l)$, $\frac{\partial E}{\partial v^l} = \epsilon^l (h^{l-1})^T$ and $\frac{\partial E}{\partial c^l} = \epsilon^l$ → · · · · ✓ ✓ ✓
      ~ ((v^{l+1})^T \epsilon ⇒ (v^{l+1} \epsilon → ✗
      ~ (h^{l-1})^T ⇒ (h^l)^T → ✗
      ~ {\partial c^l} = \epsilon^l ⇒ {\partial c^l} = -\epsilon^l → ✗
    $u_j^l = \sum_k v_{jk}^l h_k^{l-1} + c_j^l$, $h_j^l = \sigma(u_j^l)$, $E = \frac12 \sum_j (t_j - h_j^L)^2$ and $\epsilon_j^l = \frac{\partial E}{\partial u_j^l}$. $\epsilon_j^l = \sum_k v_{kj}^{l+1} \epsilon_k^{l+1} \sigma'(u_j^l)$, $\frac{\partial E}{\partial v_{jk}^l} = h_k^{l-1} \epsilon_j^l$ → · · · · ✓ ✓
      ~ = h_k^{l-1} \epsilon_j^l ⇒ = h_j^{l-1} \epsilon_k^l → ✗
      ~ \sum_k v_{kj} ⇒ \sum_k v_{jk} → ✗
    $u^{(l+1)} = M^{(l)} h^{(l)} + c^{(l)}$, $h^{(l+1)} = f(u^{(l+1)})$ and the loss is $E$. Let $\epsilon^{(l)} = \frac{\partial E}{\partial u^{(l)}}$. $\epsilon^{(l)} = \left((M^{(l)})^T \epsilon^{(l+1)}\right) \odot f'(u^{(l)})$, $\nabla_{M^{(l)}} E = \epsilon^{(l+1)} (h^{(l)})^T$ → · · · ✓ ✓
      ~ \left((M^{(l)})^T ⇒ \left(M^{(l)} → ✗
      ~ = \epsilon^{(l+1)} (h ⇒ = -\epsilon^{(l+1)} (h → ✗
    $u^{[l]} = M^{[l]} h^{[l-1]} + c^{[l]}$, $h^{[l]} = f(u^{[l]})$. $\frac{\partial E}{\partial c^{[l]}} = \frac{\partial E}{\partial u^{[l]}}$ and $\frac{\partial E}{\partial h^{[l-1]}} = M^{[l]T} \frac{\partial E}{\partial u^{[l]}}$ → · · ✓ ✓
      ~ = M^{[l]T} ⇒ = M^{[l]} → ✗
      ~ {\partial c^{[l]}} = \frac ⇒ {\partial c^{[l]}} = 2\frac → ✗
    $E = \frac12 \|t - h^L\|^2$, $u^l = M^l h^{l-1}$, $h^l = \tanh(u^l)$. $\frac{\partial E}{\partial u^l} = h^l - t$ → · · · ? // of the last layer, perhaps
  `);

  rows('what a name stands for inside of another', String.raw`
    $q = \sigma(v^T u + c)$ and $E = -t\log q - (1-t)\log(1-q)$. $\frac{\partial q}{\partial s} = q (1 - q)$ and $\frac{\partial E}{\partial s} = q - t$, where $s = v^T u + c$. → · · ✓ ✓ ·
      ~ = q (1 - q)$ ⇒ = q (1 + q)$ → ✗
      ~ = q - t$ ⇒ = t - q$ → ✗
    $q = (a u + c)^2$. $\frac{\partial q}{\partial s} = 2 s$ → · ? // nothing is s
  `);

  rows('whole sequences', String.raw`
    $h_t = \tanh(W h_{t-1} + U x_t + b)$, $o_t = V h_t + c$, $L = \sum_{t=1}^T \frac12 \|o_t - y_t\|^2$. $\frac{\partial L}{\partial V} = \sum_{t=1}^T (o_t - y_t) h_t^T$. $\frac{\partial L}{\partial h_t} = V^T (o_t - y_t) + W^T \operatorname{diag}(1 - h_{t+1}^2) \frac{\partial L}{\partial h_{t+1}}$ → · · · ✓ ✓
      ~ (o_t - y_t) h_t^T ⇒ (o_t - y_t) h_{t-1}^T → ✗
      ~ L}{\partial V} = \sum_{t=1}^T ⇒ L}{\partial V} = \sum_{t=2}^T → ? // the first step may count or not
      ~ 1 - h_{t+1}^2 ⇒ 1 - h_t^2 → ✗
      ~ + W^T \operatorname ⇒ - W^T \operatorname → ✗
    $s_t = \sigma(a_t)$, $a_t = R s_{t-1} + Q u_t$, $v_t = P s_t$, $E = \sum_{t=1}^N \frac12 \|v_t - z_t\|^2$, $\delta_t = \frac{\partial E}{\partial a_t}$. $\delta_N = P^T (v_N - z_N) \odot s_N \odot (1 - s_N)$. $\delta_t = (P^T (v_t - z_t) + R^T \delta_{t+1}) \odot s_t \odot (1 - s_t)$. $\frac{\partial E}{\partial R} = \sum_{t=1}^N \delta_t s_{t-1}^T$ → · · · · · ✓ ✓ ✓
      ~ R^T \delta_{t+1} ⇒ R \delta_{t+1} → ✗
      ~ \delta_t s_{t-1}^T ⇒ \delta_t s_t^T → ✗
    $a^{(t)} = b + W h^{(t-1)} + U x^{(t)}$, $h^{(t)} = \tanh(a^{(t)})$, $\hat y^{(t)} = \operatorname{softmax}(V h^{(t)})$, $L = -\sum_t \sum_i y_i^{(t)} \log \hat y_i^{(t)}$ with one-hot $y^{(t)}$. $\nabla_b L = \sum_t \operatorname{diag}(1 - (h^{(t)})^2) \nabla_{h^{(t)}} L$. $\nabla_V L = \sum_t (\hat y^{(t)} - y^{(t)}) h^{(t)\top}$ → · · · · ✓ ✓
      ~ 1 - (h ⇒ 1 + (h → ✗
      ~ \hat y^{(t)} - y^{(t)}) ⇒ y^{(t)} - \hat y^{(t)}) → ✗
    $s_t = w s_{t-1} + u x_t$, $E = \sum_{t=1}^2 s_t$. $\frac{\partial E}{\partial s_0} = w + w^2$. $\frac{\partial E}{\partial w} = s_0 + 2 w s_0 + u x_1$ → · · ✓ ✓
      ~ + u x_1 ⇒ + u x_2 → ✗
    $z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]}$, $a^{[l]} = \sigma(z^{[l]})$, $\delta^{[l]} = \frac{\partial J}{\partial z^{[l]}}$, $J = \frac12 \|a^{[L]} - y\|^2 + \frac{\mu}{2} \sum_{l=1}^L \|W^{[l]}\|_F^2$. $\frac{\partial J}{\partial W^{[l]}} = \delta^{[l]} a^{[l-1]T} + \mu W^{[l]}$ → · · · · ✓ // weights of all layers
      ~ + \mu W^{[l]}$ ⇒ + 2 \mu W^{[l]}$ → ✗
    $s_t = w s_{t-1} + u x_t$, $E = \sum_{t=1}^T s_t$. $\frac{\partial E}{\partial s_1} = 1 + w + w^2$ → · · ? // three steps, where nothing says how many
    $s_t = w s_{t-1} + u x_t$, $E = \frac{1}{T} \sum_{t=1}^T s_t$. $\frac{\partial E}{\partial u} = \frac{1}{T} \sum_{t=1}^T (x_t + w \frac{\partial s_{t-1}}{\partial u})$ → · · ?
    $h_t = \tanh(W h_{t-1} + U x_t)$, $o_t = V h_t + c$, $L = \frac{1}{T} \sum_{t=1}^T \frac12 \|o_t - y_t\|^2$. $\frac{\partial L}{\partial V} = \frac{1}{T} \sum_{t=1}^T (o_t - y_t) h_t^T$ → · · · ✓
      ~ V} = \frac{1}{T} \sum ⇒ V} = \sum → ✗
    $h_t = \tanh(W h_{t-1} + U x_t + b)$. $\frac{\partial h_t}{\partial h_k} = \prod_{j=k+1}^t \frac{\partial h_j}{\partial h_{j-1}} = \prod_{j=k+1}^t \operatorname{diag}(1 - h_j^2) W$ → · ✓ ✓
      ~ \operatorname{diag}(1 - h_j^2) W$ ⇒ W \operatorname{diag}(1 - h_j^2)$ → ?
      ~ \operatorname{diag}(1 - h_j^2) W$ ⇒ \operatorname{diag}(1 - h_{j-1}^2) W$ → ?
      ~ \prod_{j=k+1}^t \operatorname ⇒ \prod_{j=k}^t \operatorname → ?
    $z_t = W s_{t-1} + V u_t$, $s_t = \sigma(z_t)$. $\frac{\partial s_T}{\partial s_1} = \prod_{t=2}^T \operatorname{diag}(\sigma'(z_t)) W$. $\frac{\partial s_T}{\partial s_0} = \prod_{t=1}^T W^T \operatorname{diag}(\sigma'(z_t))$ → · · ✓ ✓ // in the other layout
      ~ \prod_{t=2}^T ⇒ \prod_{t=1}^T → ?
    $x_t = a x_{t-1} + u_t$. $S = \sum_{t=1}^T (x_t - a x_{t-1})^2$. $\frac{\partial S}{\partial a} = -2 \sum_{t=1}^T x_{t-1} (x_t - a x_{t-1})$ → · · ✓ // x is data
      ~ = -2 \sum ⇒ = 2 \sum → ?
    $c_t = \rho c_{t-1} + n_t$. $J = \sum_{t=1}^T c_t^2$. $\frac{\partial J}{\partial c_t} = 2 c_t$ → · · ? // of c_t alone, or of all that rests on it
    $h_t = \tanh(W h_{t-1} + U x_t)$, $q = \sigma(v^T h_T + c)$, $L = -y \log q - (1 - y) \log(1 - q)$. $\frac{\partial L}{\partial h_T} = (q - y) v$. $\frac{\partial L}{\partial h_t} = W^T \operatorname{diag}(1 - h_{t+1}^2) \frac{\partial L}{\partial h_{t+1}}$. $\frac{\partial L}{\partial W} = \sum_{t=1}^T \left(\frac{\partial L}{\partial h_t} \odot (1 - h_t^2)\right) h_{t-1}^T$ → · · · ✓ ✓ ✓ // a loss of the last state
      ~ (q - y) v$ ⇒ (y - q) v$ → ✗
      ~ W^T \operatorname ⇒ W \operatorname → ✗
    $a_{t,i} = \sum_j W_{ij} h_{t-1,j} + x_{t,i}$, $h_{t,i} = \tanh(a_{t,i})$, $E = \frac12 \sum_{t=1}^T \sum_i (h_{t,i} - d_{t,i})^2$, $\delta_{t,i} = \frac{\partial E}{\partial a_{t,i}}$. $\delta_{t,i} = (1 - h_{t,i}^2) (h_{t,i} - d_{t,i} + \sum_j W_{ji} \delta_{t+1,j})$. $\frac{\partial E}{\partial W_{ij}} = \sum_{t=1}^T \delta_{t,i} h_{t-1,j}$ → · · · · ✓ ✓ // entry by entry, and no Kronecker delta
      ~ \delta_{t,i} h_{t-1,j} ⇒ \delta_{t,j} h_{t-1,i} → ✗
    $h_t = a h_{t-1} + x_t$, $L = \sum_{t=1}^T \gamma^t h_t^2$. $\frac{\partial L}{\partial h_1} = 2 \gamma h_1 + a \frac{\partial L}{\partial h_2}$ → · · ? // a step that counts as a number
    $s_t = w s_{t-1} + x_t$, $L = \sum_{t=1}^T r_t s_t$. $\frac{\partial L}{\partial s_1} = r_1 + w \frac{\partial L}{\partial s_2}$ → · · ✓
      ~ = r_1 + ⇒ = r_2 + → ?
    $s_t = w s_{t-1} + x_t$, $E = \sum_{t=1}^T s_t$. For $T = 4$: $\frac{\partial E}{\partial s_3} = 1 + w$ → · · · ? // a number of steps that is said
    $z_t = w h_{t-1} + u x_t$, $h_t = \tanh(z_t)$, $L = \sum_{t=1}^T \frac12 (h_t - y_t)^2$. $\frac{\partial L}{\partial w} = \sum_{t=1}^T \frac{\partial L}{\partial z_t} \frac{\partial z_t}{\partial w}$ → · · · ? // of one step by itself
    $x_{k+1} = a x_k$, $J = \sum_{k=1}^N x_k^2$, $\lambda_k = \frac{\partial J}{\partial x_k}$. $\lambda_k = 2 x_k + a \lambda_{k+1}$ → · · · ✓
      ~ + a \lambda_{k+1} ⇒ - a \lambda_{k+1} → ✗
    $s_t = w s_{t-1} + x_t$, $E = \sum_{t=1}^2 s_t^2$. $\frac{\partial E}{\partial s_t} = 2 s_t + 2 w s_{t+1}$ → · · ? // of the first step alone
    $x_k = a x_{k-1} + b u_k$, $J = \sum_{k=1}^N (x_k^2 + u_k^2)$. $\frac{\partial J}{\partial u_k} = 2 u_k$ → · · ?
    $h_l = \tanh(W_l h_{l-1})$, $J = \frac12 \|h_L - y\|^2 + \frac{\mu}{2} \sum_{l=1}^L \|W_l\|_F^2$. $\frac{\partial J}{\partial W_l} = \mu W_l$ → · · ? // without the loss of the last layer
    $s_t = w s_{t-1} + u x_t$, $E = \sum_{t=1}^T s_t$, $g_t = \frac{\partial E}{\partial s_t}$. $g_T = T - 2$ → · · · · // of three steps alone it would follow
    $y = W \sigma(x) + b$. $\frac{\partial L}{\partial x} = (W^T \frac{\partial L}{\partial y}) \odot \sigma(x) \odot (1 - \sigma(x))$ → · ✓
      ~ (W^T ⇒ (W → ✗
    $w_{t+1} = \rho w_t + g_t$. $\sum_{t=1}^T (w_t - w_{t+1}) = w_1 - w_{T+1}$ → · ? // what stands beyond the last step
  `);
});
