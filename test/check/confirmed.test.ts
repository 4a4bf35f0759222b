/** Which differences are called wrong: those that something confirms. */
import assert from 'node:assert/strict';
import { linksOf, rows } from './rows';

rows('a difference that a repair confirms', String.raw`
    $u = A x + c$, $L = \|u\|^2$. $\frac{\partial L}{\partial u} = 2u$. → · · ✓
      ~ = 2u ⇒ = -2u → ✗
      ~ = 2u ⇒ = u^2 → ?
    $g(s) = \sin(s^2)$. $g'(s) = 2 s \cos(s^2)$. → · ✓
      ~ 2 s \cos ⇒ \cos → ✗
    Let $M \in \mathbb{R}^{d \times d}$ be invertible. $M M^{-1} = I$. → · ✓
      ~ = I ⇒ = 3 I → ✗
      ~ = I ⇒ = -I → ✗
    $S = \sum_k e^{a_k}$. $\frac{\partial S}{\partial a_j} = e^{a_j}$. Here $S = \sum_k e^{a_k}$. → · ✓ ✓
      ~ \partial a_j} = e^{a_j} ⇒ \partial a_j} = a_j → ✗
`);

rows('a difference that the line itself confirms', String.raw`
    $(a + b)^3 = a^3 + b^3 + 3ab(a + b)$ → ✓
      ~ + 3ab(a + b) ⇒  → ✗
    $A = \begin{pmatrix} 2 & 1 \\ 1 & 3 \end{pmatrix}$. $A^{-1} = \frac15 \begin{pmatrix} 3 & -1 \\ -1 & 2 \end{pmatrix}$. → · ✓
      ~ 3 & -1 \\ -1 & 2 ⇒ 2 & -1 \\ -1 & 3 → ✗
    With decay $\tilde F(w) = F(w) + \frac{\lambda}{2} \|w\|^2$ we get $\nabla \tilde F(w) = \nabla F(w) + \lambda w$. → · ✓
      ~ + \lambda w$ ⇒ + 2 \lambda w$ → ✗
    $\pi_a = \frac{e^{\theta_a}}{\sum_b e^{\theta_b}}$, $\sum_a \pi_a = 1$. $\frac{\partial \pi_a}{\partial \theta_b} = \pi_a (\delta_{ab} - \pi_b)$. → · ✓ ✓
      ~ \delta_{ab} - \pi_b ⇒ \delta_{ab} + \pi_b → ✗
    The targets $t$ satisfy $\sum_k t_k = 1$. $q_k = \frac{e^{z_k}}{\sum_l e^{z_l}}$, $C = -\sum_k t_k \log q_k$. $\frac{\partial C}{\partial z_k} = q_k - t_k$. → · · · ✓
      ~ q_k - t_k ⇒ t_k - q_k → ✗
    $3 \cdot 7 - 5 = 16$ → ✓
      ~ = 16 ⇒ = 17 → ✗
    $\int_0^1 x^2 \, dx = \frac13$ → ✓
      ~ \frac13 ⇒ \frac25 → ✗
    Let $P, Q \in \mathbb{R}^{n \times n}$. $(P Q)^T = Q^T P^T$. → · ✓
      ~ = Q^T P^T ⇒ = P + Q → ✗
    For $x > 1$ we have $x^3 \ge 1$. → · ✓
      ~ \ge 1 ⇒ \ge 3 → ✗
    $f(p, q) = p^2 q$. $\frac{\partial f}{\partial p} = 2pq$. → · ✓
      ~ = 2pq ⇒ = p + q → ✗
      ~ = 2pq ⇒ = 6 → ?
    $\nabla_w (r(w) s(w)) = r(w) \nabla_w s(w) + s(w) \nabla_w r(w)$ → ✓
      ~ r(w) \nabla_w s(w) + s(w) \nabla_w r(w) ⇒ \nabla_w r(w) + \nabla_w s(w) → ✗
    $\nabla_w r(w) = r(w) (1 - r(w)) w$ → ? // an equation for r
    $\nabla_w \ln r(w) = (1 - r(w)) w$ → ?
`);

rows('a derivative in names whose shapes are written', String.raw`
  $E = -\sum_n (y_n \ln p_n + (1 - y_n) \ln(1 - p_n))$ where $p_n = \sigma(w x_n + b)$. $\frac{\partial E}{\partial w} = \sum_n (p_n - y_n) x_n$ → · · ✓
    ~ (p_n - y_n) x_n ⇒ (p_n^3 - b y_n) x_n → ✗
`);

rows('a difference in names that other lines were read with', String.raw`
    $l(m) = \ln(1 + e^{-m})$. $l'(m) = -\frac{e^{-m}}{1 + e^{-m}} = -\frac{1}{1 + e^m}$. → · ✓ ✓
      ~ -\frac{1}{1 + e^m} ⇒ -e^{-m} → · ✓ ✗
      ~ -\frac{1}{1 + e^m} ⇒ -4 → · ✓ ? // a number may be the value at some point
      ~ -\frac{1}{1 + e^m} ⇒ -q e^{-m} → · ✓ ? // a name that no line that holds is of
`);

rows('the other term of a product', String.raw`
    $\sum_k c_k s_k = 0$ → ? // what is to hold, and not the half of something
    Let $M, N \in \mathbb{R}^{d \times d}$, $a = M s$, $b = N s$ and $\rho = a^T b$. $\frac{\partial \rho}{\partial s} = a^T \frac{\partial b}{\partial s} + b^T \frac{\partial a}{\partial s}$ → · · · · ✓
      ~ + b^T \frac{\partial a}{\partial s} ⇒  → ✗
      ~ + b^T \frac{\partial a}{\partial s} ⇒ - b^T \frac{\partial a}{\partial s} → ✗
`);

rows('a name that is defined by names that other lines were read with', String.raw`
    $E = -\sum_n (y_n \ln q_n + (1 - y_n) \ln(1 - q_n))$ with $q_n = \sigma(u x_n + c)$. $\frac{\partial E}{\partial u} = \sum_n (q_n - y_n) x_n$. $\frac{\partial^2 E}{\partial u^2} = \sum_n q_n (1 - q_n) x_n^2$, $\frac{\partial^2 E}{\partial c^2} = \sum_n q_n (1 - q_n)$. Let $T = \frac{\partial^2 E}{\partial u^2} + \frac{\partial^2 E}{\partial c^2}$. $T = \sum_n q_n (1 - q_n) (x_n^2 + 1)$. → · · ✓ ✓ ✓ · ✓
      ~ T = \sum_n q_n ⇒ T = \sum_n y_n → ✗
`);

rows('a supposition that only says what a name is', String.raw`
    Let $X \in \mathbb{R}^{n \times n}$ be invertible. If $X$ depends on a scalar $t$, $\frac{d}{dt} X^{-1} = -X^{-1} \frac{dX}{dt} X^{-1}$. → · ✓
      ~ = -X^{-1} ⇒ = X^{-1} → ✗
    $h = \tanh(a)$ and $\delta = \frac{\partial L}{\partial a}$. If $g = \frac{\partial L}{\partial h}$ is the total gradient, then $\delta = g \odot (1 - h^2)$. → · · · ✓
      ~ 1 - h^2 ⇒ 1 - h → ?
    $L = -\sum_k t_k \log q_k$, $q_k = \frac{e^{u_k}}{\sum_j e^{u_j}}$, $t$ one-hot. If $k$ is the true class, $\frac{\partial L}{\partial u_k} = q_k - 1$. → · · ?
    $L = -\sum_k t_k \log q_k$, $q_k = \frac{e^{u_k}}{\sum_j e^{u_j}}$, $t$ one-hot. When $k$ is the true class, $\frac{\partial L}{\partial u_k} = q_k - 1$. → · · ?
    Let $h = \max(0, z)$. $\frac{\partial h}{\partial z} = 1$ for active units, and else 0. → · ?
    Let $h = \max(0, z)$. $\frac{\partial h}{\partial z} = 1$ when it is on. → · ?
    Let $h = \max(0, z)$. On the positive side $\frac{\partial h}{\partial z} = 1$. → · ?
    Let $h = \max(0, z)$. Assume the unit is active. Then $\frac{\partial h}{\partial z} = 1$. → · ?
    Let $h = \max(0, z)$. Then $\frac{\partial h}{\partial z} = 1$. → · ✗
    $p = \sigma(z)$, $L = -y \log p - (1 - y) \log(1 - p)$. $\frac{\partial L}{\partial z} = p - 1$ for positive examples. → · · ?
    $J = \frac1m \sum_{i=1}^m (w x_i - y_i)^2$. Per example, $\frac{\partial J}{\partial w} = 2 (w x_i - y_i) x_i$. → · ?
    $J = \frac1m \sum_{i=1}^m (w x_i - y_i)^2$. The gradient is $\frac{\partial J}{\partial w} = 2 (w x_i - y_i) x_i$. → · ✗
    Let $a, b \in \mathbb{R}^n$. Equality holds when they are parallel: $\|a\| \|b\| = |a^T b|$. → · ?
    Let $a, b \in \mathbb{R}^n$. In one dimension $\|a\| \|b\| = |a^T b|$. → · ?
    Let $A, B \in \mathbb{R}^{n \times n}$ commute. Then $(A + B)^2 = A^2 + 2AB + B^2$. → · ?
    Let $A, B \in \mathbb{R}^{n \times n}$. Then $(A + B)^2 = A^2 + 2AB + B^2$. → · ✗
    Let $h = z^2$. $\frac{\partial h}{\partial z} = z$ for active units. → · ✗ // it holds for none of them
    $Q = \frac12 \sum_i (y_i - \max(0, w^T x_i))^2$. When the unit is active for every $i$: $\frac{\partial Q}{\partial w} = \sum_i (w^T x_i - y_i) x_i$. With $s_i = w^T x_i$, $\frac{\partial Q}{\partial w} = \sum_i (s_i - y_i) x_i$. → · ? · ·
    $h = \max(0, u)$. In the linear region $\frac{\partial h}{\partial u} = 1$. → · ?
    $h = \max(0, u)$. Then the derivative is $\frac{\partial h}{\partial u} = 1$. → · ✗
    $m_t = \beta m_{t-1} + (1 - \beta) g_t$, $m_0 = 0$. If all gradients are the same, $m_t = (1 - \beta^t) g_t$. → · · ?
`);

rows('names in doubt', String.raw`
    $Q = \begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}$. We look for $Q v = v$. → · · // an equation for v
    $M^2 - (M)^2 = \frac{(b - a)^2}{12}$ → ? // of moments that are not written so
    As the data are scaled, $B = |s| = 1$. Hence $\frac{B^2}{m^2} = \frac{1}{m^2}$. → · ? ? // the factor that is missing rests on s
      ~ = \frac{1}{m^2} ⇒ = -\frac{B^2}{m^2} → ✗
    $\psi_Y(s) = (1 - cs)^{-r}$. $\prod_{i=1}^m \psi_{Y_i}(s) = (1 - cs)^{-mr}$. → · ? // nothing says what that of Y_i is
      ~ (1 - cs)^{-mr} ⇒ (1 + cs)^{-mr} → ?
    Let $g(u) = \kappa e^{-\kappa u}$. $\prod_{i=1}^m g_i(u) = \kappa^m e^{-m\kappa u}$. → · ? // a function for each i
    Let $q(u) = u^2$. $3 q_1(u) = 3 u^2$. → · ?
    $\frac{1}{m} \sum_{i=1}^m u_i = \sum_k \frac{m_k}{m} u_k$ → ? // the m_k are no m
    $\sum_{i=1}^m u_i = \sum_k u_k \frac{m_k}{m}$ → ?
    $\frac{1}{m} \sum_k m_k u_k = \sum_{k=1}^m \frac{m_k}{m} u_k$ → ✓
      ~ = \sum_{k=1}^m ⇒ = 2 \sum_{k=1}^m → ✗
    $U(\omega_1) = 1$. $U(\omega_2) = 10^9$. $V(\omega_1) = 2$. So $V > U$. → · · · ? // at ω_1
    $U(\omega) = 10^9$. So $5 U = 5 \cdot 10^9$. → · ✓
      ~ 5 U ⇒ 4 U → ✗
    Let $q(u) = u^2$. $3 q(u) = 3 u^2$. → · ✓
      ~ = 3 u^2 ⇒ = 3 u^3 → ✗
    The codes $c_i$ obey the balance rule of Section 2. $L = \sum_i c_i h_i$. $\frac{\partial L}{\partial h_i} = c_i$. → · ✓
      ~ = c_i ⇒ = -c_i → ✗
`);

rows('edits that would make any line hold', String.raw`
    $$R = \sum_i (y_i - \beta_0 - \sum_j x_{ij} \beta_j)^2 = (y - X\beta)^T (y - X\beta)$$ → · ? // the name that would be left out may be an entry of the other
    $f(x, y) = x^2 + y^2$. $\nabla f(0, 0) = (0, 0)^T$. $\nabla f(1, 2) = (2, 4)^T$ → · ✓ ✓
      ~ (0, 0)^T ⇒ (0, 1)^T → ✗
      ~ (2, 4)^T ⇒ (2, 3)^T → ✗
    $g = c + \mu (B + B^{\top}) x$. Here $B$ keeps the rules of Section 2. So $B^T = B$. → · ? // another transpose sign
    $g = c + \mu (B + B^{\top}) x$. $(B^T B)^{\top} = B^{\top} B$ → · ✓
      ~ = B^{\top} B ⇒ = B B^{\top} → ✗
    Let $r = v^2$. Under the convention that $r \ln r = 0$ it is continuous. → · ? // a term or a part that makes a side zero
    Let $r = v^2$. It holds that $r \ln r = 0$ for $r = 0$. → · ? ·
    Let $r = v^2$. $r - v \cdot v = 0$ → · ✓
      ~ r - v \cdot v ⇒ r + v \cdot v → ✗
    $$R = \sum_i (y_i - \sum_j x_{ij} \beta_j)^2 = (y - X\beta)^T (y - X\beta)$$ → · ✓
      ~ (y - X\beta)$ ⇒ (y + X\beta)$ → ✗
`);

rows('capitals that only an unknown function may rest on', String.raw`
    ### (a)⏎⏎Let $y = W x + b$ with $W \in \mathbb{R}^{m \times n}$. For a loss $L$, $$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial y} x^T$$⏎⏎### (b)⏎⏎For $X \in \mathbb{R}^{N \times n}$ and $Y = X W^T$: $$\frac{\partial L}{\partial X} = \frac{\partial L}{\partial Y} W$$ → · · ✓ · · ✓
      ~ \frac{\partial L}{\partial y} x^T ⇒ -\frac{\partial L}{\partial y} x^T → ✗
      ~ \frac{\partial L}{\partial Y} W ⇒ 2 \frac{\partial L}{\partial Y} W → ✗
`);

rows('brackets around nothing', String.raw`
    $\nabla R() = X^T (X w - y) + \lambda w$ → ?
`);

describe('a difference that nothing confirms', () => {
  const wrong = '$H_{ij} = v_i r_j$, $\\frac{\\partial H_{ij}}{\\partial v_k} = \\delta_{ik} (\\sin(r_j) - \\cos(v_i))$';
  it('says where the sides differ, and how it would be settled', () => {
    const link = linksOf(wrong).at(-1);
    assert.equal(link?.code, 'unconfirmed');
    assert.match(link?.message ?? '', /^Not refuted: as it is read here it differs at .* on the left, .* on the right/);
    assert.match(link?.declare ?? '', /in R\^|is real/);
  });
  it('is one when a comment declares its names', () => {
    assert.equal(linksOf(`<!-- gradlens: r in R^{n}; v in R^{n} -->\n${wrong}`).at(-1)?.verdict, 'refuted');
  });
});

it('offers no edit of a line that is left open, which may spoil what is right', () => {
  const links = linksOf(String.raw`The model is $v = \beta_0 + \beta_1 u$.⏎⏎$$R(\beta) = \frac{1}{2m}\sum_{i=1}^m (v_i - \hat{v}_i)^2$$⏎⏎$$\frac{\partial R}{\partial \beta_0} = \frac{1}{m}\sum_{i=1}^m (\hat{v}_i - v_i)$$`.replaceAll('⏎', '\n'));
  assert.deepEqual(links.map(({ verdict, repair }) => [verdict, repair?.message]).at(-1), ['undecided', undefined]);
});

rows('names that may be tied without a word', String.raw`
    $\frac{s(1+a^n)/2}{s(1+a^n)/2+r(1+b^n)/2} = \frac{s(1+a^n)}{1+sa^n+rb^n}$ → ? // r is 1 - s
    $x^2+1-\lambda(x-2)(x-4) = (1+\lambda)x^2 - 6\lambda x + 1 + 8\lambda$ → ✗ // solved by x or by λ alone
    $\frac{a}{b}+\frac{c}{d} = \frac{a+c}{b+d}$ → ✗
    $e^t(1-q)+q = qe^t + 1 - q$ → ✗
    Let $Z$ be a $n \times k$ matrix. $\tau^2(Z^TZ)^{-1} + \tau^2(Z^TZ)^{-1}(CZ)^T + \tau^2CZ(Z^TZ)^{-1} + \tau^2CC^T = \tau^2(Z^TZ)^{-1} + \tau^2CC^T$ → ? // CZ is 0
`);

rows('names that a formula before sets to zero', String.raw`
    $w_i = u_i + \mu + \gamma_i$ for all $i$. If $w_i > 0$ then $\gamma_i = 0$. Hence $\sum_{i=1}^k w_i = \sum_{i=1}^k (u_i + \mu)$. → · · · ?
      ~ If $w_i > 0$ then $\gamma_i = 0$. ⇒  → · ?
`);

rows('a letter that is an index and a number', String.raw`
    Denote $\zeta := s+q$, which gives $n G_s(\zeta) = n G_s(s+q)$. → · ?
    Denote $\zeta := s+q$, which gives $n G_r(\zeta) = n G_r(s+q)$. → · ✓
      ~ G_r(s+q) ⇒ G_r(s-q) → ✗
`);

rows('what rounded coefficients of a function leave open', String.raw`
    We get $h(t) = 0.4183726t + 1.2054831$. So $h(312) = 131.737734$. → · ✓
      ~ 131.737734 ⇒ 131.737744 → ?
      ~ 131.737734 ⇒ 131.738734 → ✗
    We get $h(t) = 0.418t + 1.205$. So $h(312) = 131.621$. → · ✓
      ~ 131.621 ⇒ 131.721 → ✗
`);

rows('what words say of any', String.raw`
    Let $s(x) = \ln(1 + e^x)$. For every $x \in \mathbb{R}$ we have $s(x) \ge \max(0, x)$. → · · ✓
      ~ \max(0, x) ⇒ \max(1, x) → ✗
    Show that $\|x\|_2 \le \|x\|_1$ for all $x \in \mathbb{R}^n$. → ✓ ·
      ~ \le \|x\|_1 ⇒ \le \frac12 \|x\|_1 → ✗
    Let $f(x) = x^2$. For all $x, y \in [-1, 1]$: $|f(x) - f(y)| \le 2 |x - y|$. → · · ✓
      ~ \le 2 ⇒ \le → ✗
    Consider $f(x) = x^2$ on $[-1, 1]$. For all $x, y$: $|f(x) - f(y)| \le 2 |x - y|$. → · ? // where x lies is said elsewhere
    Let $p(x) = x(1-x)$ with $x$ a probability. For all $x$, $p(x) \ge 0$. → · ·
    For any $x$, $y$ with $x + y = 1$ we have $xy \ge 1$. → · ?
    The matrix $A$ is positive semidefinite if $x^T A x \ge 0$ for all $x \in \mathbb{R}^n$. → · ·
    Let $H = \sum_n p_n (1 - p_n) \begin{bmatrix} x_n^2 & x_n \\ x_n & 1 \end{bmatrix}$. For any non-zero vector $v = \begin{bmatrix} v_1 \\ v_2 \end{bmatrix}$ the form is $v^T H v = \sum_n p_n (1 - p_n) (v_1 x_n + v_2)^2$. → · · ✓
      ~ x_n + v_2 ⇒ x_n - v_2 → ✗
    The inputs are normalised to length one. Let $k(x, y) = x^T y$. For any $x$, $k(x, x) = 1$. → · ·
`);

rows('what a formula is explained by behind it', String.raw`
    $$\frac1n \sum_{i=1}^n y_i - w \frac1n \sum_{i=1}^n x_i = \bar y - w \bar x$$⏎where $\bar x = \frac1n \sum_{i=1}^n x_i$ and $\bar y = \frac1n \sum_{i=1}^n y_i$. → ✓ · ·
      ~ = \bar y - ⇒ = 2 \bar y - → ✗
      ~ - w \bar x ⇒ + w \bar x → ✗
`);

rows('forms of a derivative are no optimum', String.raw`
    $L = -y \ln p - (1 - y) \ln(1 - p)$ with $p = \sigma(z)$. $\frac{\partial L}{\partial p} = -\frac{y}{p} + \frac{1 - y}{1 - p} = \frac{p - y}{p (1 - p)}$ → · · ✓ ✓
      ~ {p (1 - p)} ⇒ {p (p)} → ✗
`);

rows('names that nothing leads to', String.raw`
    $z^{[1]} = W^{[1]} x$, $a^{[1]} = \sigma(z^{[1]})$, $z^{[2]} = W^{[2]} a^{[1]}$, $L = \frac12 (z^{[2]} - y)^2$. $\frac{\partial L}{\partial a^{[1]}} = \frac{\partial L}{\partial z^{[2]}} \frac{\partial z^{[2]}}{\partial a^{[1]}}$ → · · · · ✓
      ~ \frac{\partial z^{[2]}} ⇒ \frac{\partial z^{[3]}} → ✗
      ~ {\partial z^{[2]}} \frac ⇒ {\partial z^{[3]}} \frac → ✗
    $\hat y = \sigma(z)$, $z = w x + b$, $L = (\hat y - y)^2$. $\frac{\partial L}{\partial w} = \frac{\partial L}{\partial \hat y} \frac{\partial \hat y}{\partial z} \frac{\partial z}{\partial w}$ → · · · ✓
      ~ \frac{\partial z}{\partial w} ⇒ \frac{\partial w}{\partial z} → ✗
    Let $C = \frac12 \|a - \hat y\|^2$ with $a = \sigma(z)$ in $\mathbb{R}^n$. $\frac{\partial C}{\partial z} = (a - y) \odot \sigma'(z)$. Also $\delta = (a - y) \odot \sigma'(z)$. → · · ? · // another name for the target
`);
