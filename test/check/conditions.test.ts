/** Conditions, premises and words: what a document takes for granted, and what it does not. */
import assert from 'node:assert/strict';
import { linksOf, rows } from './rows';

/** Milliseconds that a busy machine may need. */
const SLOW = 60_000;

describe('conditions', function () {
  this.timeout(SLOW);
  rows('indices that are compared with a number', String.raw`
    $E = -u_1 + \log \sum_j e^{u_j}$, $q_j = \frac{e^{u_j}}{\sum_k e^{u_k}}$. $$\frac{\partial E}{\partial u_j} = q_j \quad (j \ne 1)$$ → · · ✓ ·
      ~ = q_j \quad ⇒ = 2 q_j \quad → ✗
      ~ (j \ne 1) ⇒ (j \ne 2) → · · ? ·
    $E = -u_1 + \log \sum_j e^{u_j}$, $q_j = \frac{e^{u_j}}{\sum_k e^{u_k}}$. $$\frac{\partial E}{\partial u_j} = q_j, \quad j \ge 2$$ → · · ✓ ·
      ~ = q_j, ⇒ = - q_j, → ✗
      ~ j \ge 2 ⇒ j \ge 1 → · · ? ·
    $E = -u_1 + \log \sum_j e^{u_j}$, $q_j = \frac{e^{u_j}}{\sum_k e^{u_k}}$. For $j > 1$: $\frac{\partial E}{\partial u_j} = q_j$, and for $j = 1$: $\frac{\partial E}{\partial u_j} = q_j - 1$. → · · · ✓ · ✓
      ~ = q_j - 1 ⇒ = q_j - 2 → ✗
  `);

  rows('what does not converge, and what the digits leave open', String.raw`
    $\int_0^{1000} e^{-(x - 700.5)^2}\,dx = 0$ → ? // a peak between the places
    $\lim_{x \to \infty} \frac{\ln x}{x} = 0.001$ → ?
    $0.000293 \approx 3 \times 10^{-4}$ → ✓
      ~ 3 \times ⇒ 4 \times → ✗
    $1234 \approx 1200$ → ✓
      ~ \approx 1200 ⇒ \approx 1300 → ✗
    $z \sim \mathcal{N}(0, s^2)$, $x = \max(0, z)$. $\mathbb{E}[x^2] = \frac{s^2}{2}$, $\mathbb{E}[x] = \frac{s}{\sqrt{2\pi}}$. → · · ✓ ✓ // s^2 is a variance, so s is positive
      ~ \frac{s^2}{2} ⇒ s^2 → ✗
      ~ \frac{s}{\sqrt{2\pi}} ⇒ -\frac{s}{\sqrt{2\pi}} → ✗
    $X \sim N(m, s^2)$. $E|X - m| = s \sqrt{2/\pi}$, $E|X|^2 = m^2 + s^2$. → · ✓ ✓
      ~ s \sqrt{2/\pi} ⇒ s → ✗
      ~ m^2 + s^2 ⇒ m^2 - s^2 → ✗
    $f(x) = E|x|$. $f(-2) = 2E$. → · ✓ // nothing is random
      ~ 2E ⇒ -2E → ✗
    $z \sim \mathcal{N}(0, 1)$, $0 < a < 1$. $\mathbb{E}[\max(z, a z)^2] = \frac{1 + a^2}{2}$. → · · · ✓
      ~ 1 + a^2 ⇒ 1 - a^2 → ✗
    $u \sim U(0, 1)$, $x = -\frac{1}{\lambda} \ln(1 - u)$. $\mathbb{E}[x] = \frac{1}{\lambda}$. → · · ✓
      ~ = \frac{1}{\lambda}$ ⇒ = \lambda$ → ✗
    $X \sim N(\mu, \sigma)$ with standard deviation $\sigma$. $\mathrm{Var}(X) = \sigma^2$. → · ?
    $H_n = \sum_{k=1}^n \frac1k$. $H_n - H_{n-1} = \frac1n$. → · ?
    $x \in \mathbb{R}^n$. $$\|x\|_1 \le \sqrt{n} \|x\|_2$$ → · ✓
      ~ \le \sqrt{n} ⇒ \le 3 → ✗ // from ten entries on
  `);

  rows('conditions in other languages', String.raw`
    Falls $T^2 = T$, so gilt $T(v - Tv) = Tv - T^2v$. → · ✓
      ~ Tv - T^2v$. ⇒ Tv + T^2v$. → · ✗
    Si $P^2 = P$, alors $(I - P)P = 0$. → · ?
    Se $P^2 = P$, allora $P^3 = P$. → · ✓
      ~ P^3 = P$ ⇒ P^3 = 2P$ → · ?
    若 $P^2 = P$，则 $P^3 = P$。 → · ?
    设 $P^2 = P$ 且 $Q^2 = Q$，则 $P^3 = P$。 → · · ✓
      ~ P^3 = P$ ⇒ P^3 = 2P$ → · · ?
    Пусть $P^2 = P$. Тогда $P^3 = P$. → · ✓
      ~ P^3 = P$ ⇒ P^3 = 2P$ → · ?
    $P^2 = P$이면 $P^3 = P$이다. → · ✓
      ~ P^3 = P$ ⇒ P^3 = 2P$ → · ?
    もし $P^2 = P$ ならば $P^3 = P$。 → · ✓
      ~ P^3 = P$ ⇒ P^3 = 2P$ → · ?
    Se obtiene $P^2 = P$. → ✗
    Es gilt $P^2 = P$. → ✗
    Unter der Nebenbedingung $x^2 + y^2 = 2 x y$. → ·
    sous la contrainte $x^2 + y^2 = 2 x y$ → ·
    sujeto a $x^2 + y^2 = 2 x y$ → ·
    при условии $x^2 + y^2 = 2 x y$ → ·
    约束条件为 $x^2 + y^2 = 2 x y$ → ·
    Nehmen wir an, dass $x^2 + y^2 = 2 x y$. → ·
    Supponiamo che $x^2 + y^2 = 2 x y$. → ·
    $x^2 + y^2 = 2 x y$라고 가정하자. → ·
    Wir nehmen den Logarithmus: $\log (a b) = \log a \log b$. → ✗
  `);

  rows('what is denied or asked in other languages', String.raw`
    Ein häufiger Fehler: $(a + b)^2 = a^2 + b^2$. → ?
    Error común: $(a + b)^2 = a^2 + b^2$. → ?
    Es gilt nicht $(a + b)^2 = a^2 + b^2$. → ?
    常见错误：$(a + b)^2 = a^2 + b^2$。 → ?
    $(a + b)^2 = a^2 + b^2$ は誤りである。 → ?
    是否有 $(a + b)^2 = a^2 + b^2$？ → ?
    因此 $(a + b)^2 = a^2 + b^2$。 → ✗
    Fehlerfunktion: $(a + b)^2 = a^2 + b^2$. → ✗
  `);

  rows('properties in languages without spaces', String.raw`
    设 $A$ 是对称矩阵，$f(x) = x^T A x$，则 $\nabla f(x) = 2 A x$。 → · ✓
      ~ 2 A x ⇒ A x → · ✗
    $f(x) = x^T A x$, $A \in \mathbb{R}^{n \times n}$. $A$가 대칭이면 $\nabla f(x) = 2 A x$이다. → · · ✓
      ~ 2 A x ⇒ A x → · · ✗
    対称行列 $A$ と $f(x) = x^T A x$ に対して $\nabla f(x) = 2 A x$ → · ✓
      ~ 2 A x ⇒ A x → · ✗
    $A$は対称なので $x^T A y = y^T A x$。 → ✓
      ~ = y^T ⇒ = -y^T → ✗
    Vì $A$ đối xứng nên $x^T A y = y^T A x$. → ✓
      ~ = y^T ⇒ = -y^T → ✗
    $f(x) = x^T A x$. $\nabla f(x) = 2 A x$.⏎⏎Wenn $A$ symmetrisch ist, gilt $\nabla f(x) = 2 A x$. → · ? ✓
      ~ gilt $\nabla f(x) = 2 ⇒ gilt $\nabla f(x) = 3 → · ? ✗
    $f(x) = x^T A x$. $\nabla f(x) = 2 A x$.⏎⏎若 $A$ 对称，则 $\nabla f(x) = 2 A x$。 → · ? ✓
      ~ 则 $\nabla f(x) = 2 ⇒ 则 $\nabla f(x) = 3 → · ? ✗
    $f(x) = x^T A x$. $\nabla f(x) = 2 A x$.⏎⏎$A$가 대칭이면 $\nabla f(x) = 2 A x$이다. → · ? ✓
      ~ 대칭이면 $\nabla f(x) = 2 ⇒ 대칭이면 $\nabla f(x) = 3 → · ? ✗
    $H$ 是投影矩阵，$H^2 = H$。 → ✓
      ~ H^2 = H ⇒ H^2 = 2H → ✗
    Se $X$ e $Y$ são independentes, $E[X Y] = E[X] E[Y]$. → ✓
      ~ = E[X] E ⇒ = 2 E[X] E → ✗
    非对称矩阵 $A$，$f(x) = x^T A x$。$\nabla f(x) = 2 A x$ → · ?
  `);

  rows('conditions beside a line', String.raw`
    $$|x| = x \quad \text{if } x \ge 0$$ → ✓
      ~ = x \quad ⇒ = -x \quad → ✗
    $$\sqrt{x^2} = -x \ \text{when} \ x \le 0$$ → ✓
      ~ = -x ⇒ = x → ✗
    $f(x) = \max(0, x)$. $$f'(x) = 1 \quad \text{if } x > 0$$ → · ✓
      ~ = 1 \quad ⇒ = x \quad → ✗
    $$\sum_{i=1}^n (x_i - \mu)^2 = \sum_{i=1}^n x_i^2 - n\mu^2 \quad \text{since } \mu = \frac1n \sum_{i=1}^n x_i$$ → ? // the condition is not read
  `);

  rows('indices that are told apart after a line', String.raw`
    $q = \mathrm{softmax}(u)$. $\frac{\partial q_a}{\partial u_i} = q_a$. $\frac{\partial q_i}{\partial u_j} = -q_i q_j$ for $i \ne j$. → · ? ✓ ·
      ~ = -q_i ⇒ = q_i → ✗
    $q = \mathrm{softmax}(u)$. $\frac{\partial q_i}{\partial u_j} = q_i (1 - q_i)$ if $i = j$, and $\frac{\partial q_i}{\partial u_j} = -q_i q_j$ for all $i \neq j$. → · ✓ · ✓ ·
      ~ (1 - q_i) ⇒ (1 + q_i) → ✗
    $z_i \sim \mathcal{N}(m, v)$ are independent. $\mathbb{E}[z_i z_j] = m^2$ for $i \ne j$. → · ✓ ·
      ~ = m^2 ⇒ = m → ✗
  `);

  rows('cases of indices before a line', String.raw`
    $p_i = \frac{e^{a_i}}{\sum_k e^{a_k}}$. $$\text{where } i = j: \quad \frac{\partial p_i}{\partial a_j} = p_i (1 - p_j)$$ → · · ✓
      ~ (1 - p_j) ⇒ (1 + p_j) → ✗
    $p_i = \frac{e^{a_i}}{\sum_k e^{a_k}}$. $$i = j, \ \frac{\partial p_i}{\partial a_j} = p_i (1 - p_i), \quad i \ne j, \ \frac{\partial p_i}{\partial a_j} = -p_i p_j$$ → · · ✓ · ✓
      ~ = -p_i p_j ⇒ = p_i p_j → ✗
    $p_i = \frac{e^{a_i}}{\sum_k e^{a_k}}$. $$\frac{\partial p_i}{\partial a_j} = p_i (1 - p_i), \ i = j, \quad \frac{\partial p_i}{\partial a_j} = -p_i p_j, \ i \ne j$$ → · ✓ · ✓ ·
      ~ = -p_i p_j ⇒ = p_i p_j → ✗
    $p_i = \frac{e^{a_i}}{\sum_k e^{a_k}}$. 当i=j时 $$\frac{\partial p_i}{\partial a_j} = p_i (1 - p_j)$$ → · ✓
      ~ (1 - p_j) ⇒ (1 + p_j) → ✗
  `);

  rows('what is said in other words', String.raw`
    Let $e_k$ be the $k$-th standard basis vector, $a \in \mathbb{R}^K$. $e_k^\top a = a_k$. → · ✓
      ~ = a_k ⇒ = -a_k → ?
    $J$ is the all-ones $n \times n$ matrix: $J^2 = nJ$. → ?
    Let $X$ have mean zero. $\mathrm{Var}(X) = \mathbb{E}[X^2]$. → ?
    Let $\lambda_1, \dots, \lambda_n$ be the eigenvalues of $A$. $\operatorname{tr}(A) = \sum_i \lambda_i$. → ?
    $C = I - \frac1n \mathbf 1 \mathbf 1^\top$. $C^2 = C$. → · ✓
      ~ C^2 = C ⇒ C^2 = 2C → ✗
    $C = I_n - \frac1n \mathbf 1_n \mathbf 1_n^\top$. $C^2 = C$. → · ✓
      ~ C^2 = C ⇒ C^2 = 2C → ✗
    $X \sim \mathrm{Exp}(\lambda)$. Now $X \sim \mathrm{Bin}(n, p)$. $\mathbb{E}[X] = np$. → · · ?
    $\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y)$ → ? // where they are independent
    Let $X$, $Y$ be independent. $\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y)$. → ✓
      ~ + \mathrm{Var}(Y) ⇒ - \mathrm{Var}(Y) → ✗
    $\sum_{i \ne j} a_i a_j = 2 \sum_{i < j} a_i a_j$ → ✓
      ~ = 2 \sum ⇒ = \sum → ✗
    Let $\sigma(z) = \frac{1}{1 + e^{-z}}$. $\sigma'(z) = \sigma(z) - \sigma^2(z)$. → · ✓
      ~ - \sigma^2(z) ⇒ - \sigma(z) → ✗
    $\lceil 2.3 \rceil = 3$ → ✓
      ~ = 3 ⇒ = 2 → ✗
  `);

  rows('equations that are given hold for what follows', String.raw`
    Let $\sum_k w_k = 1$. Then $$\sum_{k=1}^K w_k (x_k - \mu) = \sum_{k=1}^K w_k x_k - \mu$$ → · ✓
      ~ x_k - \mu$$ ⇒ x_k - 2\mu$$ → ✗
    Let $a^T b = 0$. Then $$\|a + b\|^2 = \|a\|^2 + \|b\|^2$$ → · ✓
      ~ \|a\|^2 + ⇒ \|a\|^2 - → ✗
    Let $U \in \mathbb{R}^{d \times k}$ with $U^T U = I_k$ and $P = U U^T$. Then $P^2 = P$. → · · · ✓
      ~ P^2 = P ⇒ P^2 = 2P → ✗
    Assume $\sum_i \alpha_i y_i = 0$. Then $\sum_{i=1}^n \alpha_i y_i (z_i + b) = \sum_{i=1}^n \alpha_i y_i z_i$ → · ✓
      ~ y_i z_i$ ⇒ y_i z_i + b$ → ✗
    For $q_k > 0$ with $\sum_k q_k = 1$ we have $$\log \sum_{k=1}^K p_k \ge \sum_{k=1}^K q_k \log \frac{p_k}{q_k}$$ → · · ✓
      ~ \ge \sum ⇒ \le \sum → ✗
  `);

  rows('one of a family by another one', String.raw`
    We write $H_i$ for a kernel matrix. Set $H_2 = 3H_1$. Then $u^T(H_1 - H_2)u = -2u^TH_1u$. → · ✓
      ~ = -2u^T ⇒ = 2u^T → ✗
    The vectors are $v_i$. Choose $v_3 = v_1 + v_2$. Then $\|v_3\|^2 = \|v_1\|^2 + 2 v_1^T v_2 + \|v_2\|^2$. → · ✓
      ~ + 2 v_1^T ⇒ - 2 v_1^T → ✗
    The layer is $z_i = w_i x + b$. Let $w_2 = w_1 + c$. Then $z_2 - z_1 = c x$. → · · ✓
      ~ = c x ⇒ = -c x → ?
  `);

  rows('what stands before the name that is said to be something', String.raw`
    For a matrix $M$, the Hessian $2M^TM$ of $g(u) = \|Mu - c\|^2$ does not depend on $u$. $\nabla g(u) = 2M^T(Mu - c)$ → · ✓
      ~ 2M^T(Mu ⇒ 2M(Mu → ?
    Take a matrix $B$, a symmetric matrix $S$ and $g(u) = u^TSu$. $\nabla g(u) = 2Su$ → · ✓
      ~ = 2Su ⇒ = Su → ✗
    Take a matrix $B$, a symmetric matrix $S$ and $g(u) = u^TBu$. $\nabla g(u) = 2Bu$ → · ? // of S it is said
    Let $S$, a symmetric $n \times n$ matrix, be given, and $g(u) = u^TSu$. $\nabla g(u) = 2Su$ → · ✓
      ~ = 2Su ⇒ = Su → ✗
  `);

  rows('a matrix beside its own transpose is not symmetric', String.raw`
    The kernel matrix uses $X$. For $J(w) = \|X w - t\|^2$ we get $\nabla J(w) = 2 X^T (X w - t)$. Its Hessian is $\nabla^2 J(w) = 2 X^T X$. → · ✓ ✓
      ~ = 2 X^T X ⇒ = 2 X X^T → · ✓ ✗
      ~ 2 X^T (X w ⇒ 2 X (X w → · ✗ ✓
  `);

  rows('what stands behind a comma is no condition', String.raw`
    $H(p) = -p \log_2 p - (1-p) \log_2 (1-p)$. For a fair coin, $H(1/2) = 1$. → · ✓
      ~ = 1 ⇒ = \frac12 → · ✗
    $k(x) = \ln(1 + x)$ begins with $x$, that is $k(x) = x - \frac{x^2}{2} + O(x^3)$. → · ✓
      ~ x - \frac ⇒ x + \frac → · ✗
  `);

  rows('a matrix that equals its transpose is symmetric', String.raw`
    Let $M \in \mathbb{R}^{d \times d}$ with $M = M^\top$ and $c \in \mathbb{R}^d$. Let $g(z) = \frac12 z^\top M z + c^\top z$. $$\nabla g(z) = M z + c$$ → · · · · ✓
      ~ M z + c$$ ⇒ 2 M z + c$$ → ✗
    Let $g(z) = z^T M z$, where $M^T = M \succ 0$ and $z \in \mathbb{R}^d$. $$\nabla g(z) = 2 M z$$ → · · · · ✓
      ~ 2 M z ⇒ M z → ✗
    Let $g(z) = z^T M z$. If $M = M^T$, then $\nabla g(z) = 2 M z$. In general $\nabla g(z) = (M + M^T) z$. → · · ✓ ✓
      ~ (M + M^T) z ⇒ 3 M z → ✗
    Show that $P^T = P$. → ·
  `);

  rows('names that are held fixed', String.raw`
    Let $m = \frac{1}{n} \sum_{i=1}^n x_i$ and $u_i = x_i - m$. Some hold all of it constant. $\frac{\partial u_i}{\partial x_i} = 1$. → · · ?
      ~ = 1$ ⇒ = 1 - \frac{1}{n}$ → ✓
      ~ = 1$ ⇒ = 1 - \frac{2}{n}$ → ✗ // neither with the mean held fixed nor without
    $\gamma_{ik} = \frac{\pi_k e^{-(x_i - \mu_k)^2}}{\sum_j \pi_j e^{-(x_i - \mu_j)^2}}$. Holding $\gamma_{ik}$ fixed, $Q = -\sum_{i=1}^n \sum_{k=1}^K \gamma_{ik} (x_i - \mu_k)^2$ has $\frac{\partial Q}{\partial \mu_k} = 2 \sum_{i=1}^n \gamma_{ik} (x_i - \mu_k)$. → · · ✓
      ~ = 2 \sum ⇒ = \sum → ✗
    $r = e^w$ und $E = r w^2$. Bei festem $r$ gilt $\frac{\partial E}{\partial w} = 2 r w$. → · · ✓
      ~ = 2 r w ⇒ = r w → ✗
    $r = e^w$ and $E = r w^2$. $\frac{\partial E}{\partial w} = r w^2 + 2 r w$. → · · ✓
      ~ = r w^2 + 2 r w ⇒ = 2 r w → ? // r may be held
      ~ = r w^2 + 2 r w ⇒ = r w^2 - 2 r w → ✗
  `);

  rows('data with noise are derived as they were measured', String.raw`
    Let $y = Xw + \epsilon$ and $L(w) = \frac12 \|y - Xw\|^2$. $\nabla_w L(w) = X^T(Xw - y)$. → · · ✓
      ~ (Xw - y) ⇒ (y - Xw) → ✗
      ~ = X^T(Xw - y) ⇒ = 0 → · // no identity: it sets the gradient to zero
    $y = X\beta + u$, $u \sim N(0, \sigma^2 I)$. $S = (y - X\beta)^T(y - X\beta)$. $\frac{\partial S}{\partial \beta} = -2X^T(y - X\beta)$. → · · · ✓
      ~ = -2X^T ⇒ = 2X^T → ✗
      ~ = -2X^T(y - X\beta) ⇒ = -2X^T u → ?
    $y = X\beta + \epsilon$. $L = \|y - X\beta\|^2$. Setting $\frac{\partial L}{\partial\beta} = 0$ gives $X^TX\beta = X^Ty$. → · · · ✓
      ~ = X^Ty ⇒ = 2X^Ty → ✗
    $y = X\beta + \epsilon$. $L = \|y - X\beta\|^2$. Setting $\frac{\partial L}{\partial\beta} = 0$ gives $\hat\beta = (X^TX)^{-1}X^Ty$. Then $\hat\beta = \beta + (X^TX)^{-1}X^T\epsilon$. → · · · ✓ ? // the last \beta is not the estimate
      ~ = (X^TX)^{-1}X^Ty ⇒ = 2(X^TX)^{-1}X^Ty → · · · ✗ ?
    $y = X\beta + \epsilon$. $b = (X^TX)^{-1}X^Ty$. $b - \beta = (X^TX)^{-1}X^T\epsilon$. → · · ✓ // what is computed may use how y came about
      ~ b - \beta = ⇒ b - \beta = 2 → ✗
    $z = \mu + \epsilon$, $\epsilon \sim N(0, 1)$. $L = z^2$. $\frac{\partial L}{\partial \mu} = 2z$. → · · · ? // a sample that is derived through
    $z = \mu + s \epsilon$, $\epsilon \sim N(0, 1)$. $L = z^2$. $\frac{\partial L}{\partial s} = 2z\epsilon$. → · · · ✓
      ~ = 2z\epsilon ⇒ = 2z → ✗
  `);

  rows('properties of letters among the words, and of the last of a list', String.raw`
    $f(x) = x^TAx - b^Tx$ with A symmetric. $\nabla f = 2Ax - b$. → · ✓
      ~ = 2Ax - b ⇒ = 2Ax + b → ✗
    $f(x) = x^TAx - b^Tx$ with A not symmetric. $\nabla f = 2Ax - b$. → · ?
    $f(x) = x^TAx - b^Tx$. If A is symmetric it is easier. $\nabla f = 2Ax - b$. → · ?
    $f(x) = x^TAx - b^Tx$. A symmetric matrix is easier. $\nabla f = 2Ax - b$. → · ?
    $L = -\sum_k y_k \log p_k$, $p = \text{softmax}(z)$, $z = Wx + b$, y one-hot. $\frac{\partial L}{\partial x} = W^T(p - y)$. → · · · ✓
      ~ = W^T ⇒ = W → ✗
    $L = -\sum_k y_k \log p_k$, $p = \text{softmax}(z)$, $z = Wx + b$, $y$ is one-hot. $\frac{\partial L}{\partial b} = p - y$. → · · · ✓ // it is y that is one-hot, not the z and the p before it
      ~ = p - y ⇒ = y - p → ✗
    $u = 3v + b$, $b$ is positive. $L = u^2$. $\frac{\partial L}{\partial v} = 6 \sqrt{u^2}$. → · · ? // u may be negative
  `);

  rows('functions under a logarithm', String.raw`
    Let $p(x)$ and $q(x)$ be distributions. $\sum_x p(x)\log\frac{p(x)}{q(x)} = \sum_x p(x)\log p(x) - \sum_x p(x)\log q(x)$. → ✓
      ~ p(x)\log q(x)$. ⇒ q(x)\log p(x)$. → ?
    Let $p(x)$ be a distribution. $H = -\sum_x p(x)\log p(x)$. $H = \sum_x p(x) \log\frac{1}{p(x)}$. → · ✓
      ~ $H = \sum_x p(x) \log\frac{1}{p(x)}$ ⇒ $H = 2\sum_x p(x) \log\frac{1}{p(x)}$ → · // taken for another definition
    $\sum_x p(x)\log\frac{p(x)}{q(x)} = \sum_x p(x)\log p(x) - \sum_x p(x)\log q(x)$. → ✓ // what a sum runs over is an argument
      ~ - \sum_x p(x)\log q(x) ⇒ + \sum_x p(x)\log q(x) → ✗ // with the other sign it holds of any p and q
      ~ - \sum_x p(x)\log q(x) ⇒ - 2\sum_x p(x)\log q(x) → ✗
    Let $p$ and $q$ be distributions over $x$. $\sum_x p(x)\log\frac{p(x)}{q(x)} = \sum_x p(x)\log p(x) - \sum_x p(x)\log q(x)$. → ✓
      ~ = \sum_x p(x)\log p(x) - \sum_x p(x)\log q(x) ⇒ = \sum_x p(x)\log q(x) - \sum_x p(x)\log p(x) → ✗
    $f(2x) = 2f(x)$. → ? // tells what f is
    $f(-x) - f(x) = 0$. → ?
    $f(x)^2 = f(x)$. → ?
    $f(x)(1 - f(x)) = f(x) - f(x)^2$. → ✓
      ~ - f(x)^2 ⇒ + f(x)^2 → ✗
  `);

  rows('divergences between laws', String.raw`
    $KL(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac{1}{2}(\mu^2 + \sigma^2 - \log \sigma^2 - 1)$. → ✓
      ~ - \log ⇒ + \log → ✗
      ~ \mathcal{N}(0, 1) ⇒ \mathcal{N}(0, 2) → ✗
      ~ \mathcal{N}(\mu, \sigma^2) ⇒ \mathcal{N}(\mu, \sigma) → ? // a deviation or a variance
    $D_{KL}(\mathcal{N}(\mu_1, \sigma_1^2) || \mathcal{N}(\mu_2, \sigma_2^2)) = \log\frac{\sigma_2}{\sigma_1} + \frac{\sigma_1^2 + (\mu_1 - \mu_2)^2}{2 \sigma_2^2} - \frac12$. → ✓
      ~ \log\frac{\sigma_2}{\sigma_1} ⇒ \log\frac{\sigma_1}{\sigma_2} → ✗
    $q(z \mid x) = \mathcal{N}(z; \mu, \text{diag}(\sigma^2))$ and $p(z) = \mathcal{N}(0, I)$. $D_{KL}(q(z \mid x) \parallel p(z)) = -\frac12 \sum_{j=1}^d (1 + \log \sigma_j^2 - \mu_j^2 - \sigma_j^2)$. → · · ✓
      ~ - \mu_j^2 ⇒ + \mu_j^2 → ✗
      ~ -\frac12 ⇒ \frac12 → ✗
    $q(z) = \mathcal{N}(\mu, \sigma^2 I)$, $p(z) = \mathcal{N}(0, I)$. $\mathrm{KL}[q \| p] = \frac12 \sum_j (\mu_j^2 + \sigma_j^2 - 1 - \log \sigma_j^2)$. → · · ✓
      ~ \frac12 ⇒ \frac13 → ✗
    Let $\mu_1, \mu_2 \in \mathbb{R}^d$. $D_{KL}(\mathcal{N}(\mu_1, \Sigma_1) \| \mathcal{N}(\mu_2, \Sigma_2)) = \frac12 ( \log\frac{|\Sigma_2|}{|\Sigma_1|} - d + \text{tr}(\Sigma_2^{-1} \Sigma_1) + (\mu_2 - \mu_1)^T \Sigma_2^{-1} (\mu_2 - \mu_1) )$. → · ✓
      ~ \frac{|\Sigma_2|}{|\Sigma_1|} ⇒ \frac{|\Sigma_1|}{|\Sigma_2|} → ✗
      ~ \text{tr}(\Sigma_2^{-1} \Sigma_1) ⇒ \text{tr}(\Sigma_1^{-1} \Sigma_2) → ✗
    Let $p = \mathcal{N}(\mu_1, \Sigma_1)$, $q = \mathcal{N}(\mu_2, \Sigma_2)$ in $\mathbb{R}^d$. $D_{KL}(p \| q) = \frac12 ( \log\frac{|\Sigma_2|}{|\Sigma_1|} - d + \text{tr}(\Sigma_2^{-1} \Sigma_1) + (\mu_2 - \mu_1)^T \Sigma_2^{-1} (\mu_2 - \mu_1) )$. → · · ✓ // d counts the entries, as it mostly does
      ~ - d + ⇒ + d + → ✗
      ~ - d + ⇒ - 2d + → ?
      ~ \text{tr}(\Sigma_2^{-1} \Sigma_1) ⇒ \text{tr}(\Sigma_1^{-1} \Sigma_2) → ? // d may be any number
    $p = \mathcal{N}(\mu, \sigma^2 I)$, $q = \mathcal{N}(0, I)$. $D_{KL}(p \| q) = \frac12 (-d \log \sigma^2 - d + d \sigma^2 + \|\mu\|^2)$. → · · ✓
      ~ + d \sigma^2 ⇒ - d \sigma^2 → ✗
    $KL(\mathcal{N}(\mu, \Sigma) \| \mathcal{N}(0, I)) = \frac12 (\text{tr}(\Sigma) + \mu^T \mu - k - \log\det\Sigma)$. → ✓
      ~ - \log ⇒ + \log → ✗
    $KL(\mathcal{N}(0, I) \| \mathcal{N}(\mu, \Sigma)) = \frac12 (\text{tr}(\Sigma^{-1}) + \mu^T \Sigma^{-1} \mu - k + \log\det\Sigma)$. → ✓
      ~ \frac12 ⇒ \frac13 → ✗
    $KL(\mathcal{N}(a, S) \| \mathcal{N}(b, T)) + KL(\mathcal{N}(b, T) \| \mathcal{N}(a, S)) = \frac12 (\text{tr}(T^{-1} S) + \text{tr}(S^{-1} T) + (a - b)^T (S^{-1} + T^{-1}) (a - b)) - d$. → ✓
      ~ \text{tr}(T^{-1} S) ⇒ \text{tr}(T S) → ? // d may be any number, also of two
    Let $\Sigma \in \mathbb{R}^{2 \times 2}$. $KL(\mathcal{N}(a, \sigma^2 I) \| \mathcal{N}(a, \Sigma)) = \frac12 (\sigma^2 \text{tr}(\Sigma^{-1}) - 2 + \log\det\Sigma - 2 \log \sigma^2)$. → · ?
    $D_{KL}(\text{Bernoulli}(p) \| \text{Bernoulli}(q)) = p \log\frac{p}{q} + (1 - p) \log\frac{1 - p}{1 - q}$. → ✓
      ~ \frac{1 - p}{1 - q} ⇒ \frac{1 - q}{1 - p} → ✗
    $D_{KL}(\text{Poisson}(\lambda) \| \text{Poisson}(\mu)) = \lambda \log\frac{\lambda}{\mu} + \mu - \lambda$. → ✓
      ~ + \mu - \lambda ⇒ - \mu + \lambda → ✗
    $D_{KL}(\text{Exp}(a) \| \text{Exp}(b)) = \log\frac{a}{b} + \frac{b}{a} - 1$. → ✓
      ~ \frac{b}{a} ⇒ \frac{a}{b} → ✗
    $D_{KL}(\text{Poisson}(a) \| \text{Exp}(b)) = a - b$. → ? // laws of two kinds
    $KL(p \| q) = \sum_i p_i \log\frac{p_i}{q_i}$. $KL(p \| q) = \sum_i p_i \log p_i - \sum_i p_i \log q_i$. → · ✓ // what the document says it is
      ~ - \sum_i p_i \log q_i ⇒ - \sum_i q_i \log q_i → ·
    $\frac{\partial}{\partial \mu} KL(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(m, s^2)) = \frac{\mu - m}{s^2}$. → ✓
      ~ \frac{\mu - m}{s^2} ⇒ \frac{m - \mu}{s^2} → ✗
    $\det(\text{diag}(\sigma^2)) = \prod_j \sigma_j^2$. → ✓ // a square of a vector in a diagonal is of its entries
      ~ = \prod_j \sigma_j^2 ⇒ = \prod_j \sigma_j → ✗
  `);

  rows('indicators of values that are not declared', String.raw`
    $L = \sum_i (C \mathbb{I}(y_i = 1) + k C \mathbb{I}(y_i = -1) - a_i) s_i$. $\frac{\partial L}{\partial s_i} = C \mathbb{I}(y_i = 1) + k C \mathbb{I}(y_i = -1) - a_i$. → · ✓
      ~ (y_i = 1) + k C \mathbb{I}(y_i = -1) - a_i$. ⇒ (y_i = 1) - k C \mathbb{I}(y_i = -1) - a_i$. → ? // it would hold of labels 0 and 1
    $J = -\sum_k \mathbb{1}\{y = k\} \log p_k$. $\frac{\partial J}{\partial p_k} = -\frac{\mathbb{1}\{y = k\}}{p_k}$. → · ✓
      ~ = -\frac ⇒ = \frac → ✗
    $\mathbb{1}[y = 1] + \mathbb{1}[y \ne 1] = 1$. → ✓
      ~ = 1$. ⇒ = 2$. → ✗
    $\mathbb{1}[y = 1] + \mathbb{1}[y = 0] = 1$. → ? // of labels
    Let $B = \sum_k \mathbb{1}[k = \text{goal}] u_k^3$. $\frac{\partial B}{\partial u_k} = 3 \mathbb{1}[k = \text{goal}] u_k^2$. → · ✓
      ~ = 3 \mathbb ⇒ = \mathbb → ✗
    Let $q_i = \frac{e^{u_i}}{\sum_j e^{u_j}}$ and $t$ the one-hot vector with $t_c = 1$, $B = -\sum_i t_i \ln q_i$. $q_k - \mathbb{1}[k = \text{goal}] = q_k - t_k$. → · · · ? // the goal may be where t is 1
  `);

  rows('sizes of arrays', String.raw`
    $(N, H) \odot (N, H) = (N, H)$ → ?
    The shapes are $(N, H) + (1, H) = (N, H)$. → ?
    $(a, b) \odot (a, b) = (a^2, b^2)$ → ✓
      ~ (a^2, b^2) ⇒ (a^2, b) → ✗
  `);

  rows('sizes that words give a value', String.raw`
    By induction $\sum_{i=1}^m i = \frac{m(m+1)}{2}$. When $m = 1$, $$\sum_{i=1}^m i = m^3 = \frac{m(m+1)}{2}$$ so it holds. → ✓ · ✓ ✓
      ~ m^3 = ⇒ 2m = → ✗
    Let $s_m = \sum_{i=1}^m a_i$. 当$m = 1$时 $$\frac{(m+q)!}{m!\,q!} = q + m$$ → · · ✓
      ~ = q + m ⇒ = q - m → ?
    By induction $\sum_{i=1}^m i = \frac{m(m+1)}{2}$. For $m = 1$ it holds. In general, $m^3 = \frac{m(m+1)}{2}$. → ✓ · ?
      ~ i = \frac{m(m+1)} ⇒ i = \frac{m(m-1)} → ✗
  `);

  rows('hat matrices and projections', String.raw`
    The hat matrix $S$ of a fit gives $(I - S)(I - S) = I - S$ and $\|y - Sy\|^2 = y^T(I - S)y$. → ✓ ✓
      ~ = I - S$ ⇒ = I + S$ → ✗
      ~ y^T(I - S)y ⇒ y^T(I + S)y → ✗
    Let $P$ be an orthogonal projection. $\|b - Pb\|^2 = \|b\|^2 - \|Pb\|^2$ → ✓
      ~ - \|Pb\|^2$ ⇒ + \|Pb\|^2$ → ✗
    With the residuals $r = (I - P) b$ we have $b^T(I - P)^T (I - P)b = b^T(I - P)b$. → · ? // what P is may be said elsewhere
      ~ = b^T(I - P)b ⇒ = 2b^T(I - P)b → ✗
    Let $M \in \mathbb{R}^{n \times n}$ and $b \in \mathbb{R}^n$. $(I - M)(I - M)b = (I - M)b$ → · · ✗
    设$v_1$表示第一个分量为1，其余分量为0的向量。$b = v_1$. $\|v_1 + v_1\|^2 = 4 v_1^T v_1$. $v_1^T S v_1 = s_{11}$ with $s_{12} = S_{12}$. → · ✓ ? ·
      ~ = 4 v ⇒ = 2 v → ✗
  `);

  rows('values of several names, and of counts', String.raw`
    We have $c_k = k$ for all $k$. In the next example there are two groups with $c_1 = c_2 = 1$ and $c_3 = c_4 = 2$. → · · · · ·
    We have $c_k = k$ for all $k$. Hence $c_1 = 2 c_2$. → · ✗
    Of $M$ throws $M_a$ were even and $M_b$ odd. $q = \frac{M_a}{M_a + M_b} = \frac{M_a}{M}$. $\ell = -M \log s - \sum_{i=1}^M x_i$. → · ? ·
    The data are $s_0$ and $u(s_0) = 1$. $$0 = s_0 \le s \le 1$$ → · ? ? ·
    Let $B(w) = h(w) + 2k(1 - w)$. It follows that $B(0) = B(1) = 1$. → · ? ?
    A packing has binary $z_j$, $j = 1, \dots, n$. $$\sum_{j} z_j \leq 1$$ → · ?
  `);

  rows('integrals without bounds', String.raw`
    $\int p(x) \log\frac{p(x)}{q(x)} dx = \int p(x) \log p(x) dx - \int p(x) \log q(x) dx$. → ✓
      ~ dx - \int ⇒ dx + \int → ✗
    $\log \int p(x, z) dz = \log \int q(z) \frac{p(x, z)}{q(z)} dz$. → ✓
      ~ \frac{p(x, z)}{q(z)} ⇒ \frac{q(z)}{p(x, z)} → ✗
    $\int p(x) (x - \mu)^2 dx = \int p(x) x^2 dx - 2\mu \int p(x) x dx + \mu^2 \int p(x) dx$. → ✓
      ~ - 2\mu ⇒ + 2\mu → ✗
    $Z = \int e^{-E(x)} dx$ and $p(x) = \frac{e^{-E(x)}}{Z}$. $\int p(x) dx = 1$. → · · ✓
      ~ = 1$ ⇒ = 2$ → ✗
    $Z(\theta) = \int e^{-\theta x^2} dx$. $\frac{d \log Z}{d \theta} = -\frac{\int x^2 e^{-\theta x^2} dx}{Z}$. → · ✓
      ~ = -\frac ⇒ = \frac → ✗
    $\nabla_\theta \int p_\theta(x) f(x) dx = \int p_\theta(x) \nabla_\theta \log p_\theta(x) f(x) dx$. → ✓
      ~ p_\theta(x) \nabla_\theta ⇒ \nabla_\theta → ?
    $\int f(-x) dx = \int f(x) dx$. → ? // over a range that is the same on both sides of 0
    $\int f(-x) dx - \int f(x) dx = 0$. → ? // tells what f is, or over what
    $\int f(2x) dx = \frac12 \int f(x) dx$. → ?
    $\int f'(x) g(x) dx = -\int f(x) g'(x) dx$. → ? // where the product vanishes at the ends
    $\int e^{-x^2} dx = \sqrt{2\pi}$. → ? // over which range
    $F(x) = \int f(x) dx$. $F'(x) = f(x)$. → · ?
    $\int f(x)^2 dx \ge 2 (\int f(x) dx)^2$. → ?
    $\sum_x \sum_y p(x \mid y) p(y) \log (p(x \mid y) p(y)) = \sum_x \sum_y p(x \mid y) p(y) \log p(x \mid y) + \sum_x \sum_y p(x \mid y) p(y) \log p(y)$. → ✓ // laws of different things are different functions
      ~ + \sum_x ⇒ - \sum_x → ✗
    $\sum_x p(x, y) = \sum_x p(y \mid x) p(x)$. → ✓ // one law
      ~ = \sum_x ⇒ = 2 \sum_x → ✗
  `);

  rows('what is defined of functions', String.raw`
    $D(p \| q) = \sum_x p(x) \log \frac{p(x)}{q(x)}$. $D(q \| q) = 0$. $D(r \| p) = \sum_x r(x) (\log r(x) - \log p(x))$. → · ✓ ✓
      ~ = 0$. ⇒ = 1$. → · ✗ ✓
      ~ - \log p(x)) ⇒ + \log p(x)) → · ✓ · // another definition
    $-\sum_x p(x) \log q(x) = H(p) + D(p \| q)$ where $H(p) = -\sum_x p(x) \log p(x)$ and $D(p \| q) = \sum_x p(x) \log \frac{p(x)}{q(x)}$. → ✓ · ·
      ~ D(p \| q)$ where ⇒ D(q \| q)$ where → ✗ · ·
    $R(f) = \sum_{i=1}^n (y_i - f(x_i))^2$. $R(g) = \sum_{i=1}^n (y_i^2 - 2 y_i g(x_i) + g(x_i)^2)$, $R(f^*) = \sum_{i=1}^n (f^*(x_i) - y_i)^2$. → · ✓ ✓
      ~ 2 y_i g ⇒ 2 y_i f → · · ?
    $R(f) = \int_0^1 f(x)^2 dx$. $R(2f) = 4 R(f)$, $R(g) = \int_0^1 g(x)^2 dx$. → · ? ✓ // of what is no name
      ~ g(x)^2 dx ⇒ f(x)^2 dx → · ? ·
    $L(w) = (w(x + 1) - y)^2$. $L(2) = (2x + 2 - y)^2$. → · ✓ // multiplied by what stands in parentheses
      ~ 2x + 2 ⇒ 2x + 1 → · ✗
  `);

  rows('functions of one name and different arguments', String.raw`
    $H(p) = -\sum_i p_i \log p_i$ and $H(p, q) = -\sum_i p_i \log q_i$. $\sum_i p_i \log\frac{p_i}{q_i} = H(p, q) - H(p)$. → · · ✓
      ~ = H(p, q) - H(p) ⇒ = H(p, q) + H(p) → ✗
    Let $p$ and $q$ be distributions over $x$. $H(p) = -\sum_x p(x) \log p(x)$. $H(p, q) = -\sum_x p(x) \log q(x)$. $\sum_x p(x) \log \frac{p(x)}{q(x)} = H(p, q) - H(p)$. → · · ✓
      ~ = H(p, q) - H(p) ⇒ = H(p) - H(p, q) → ✗
    $f(x) = x^2$. $f(x, y) = x^2 y$. $\frac{\partial f(x, y)}{\partial x} = 2xy$. $f'(x) = 2x$. → · · ✓ ✓
      ~ = 2xy ⇒ = 2y → ✗
      ~ = 2x$. ⇒ = 3x$. → ✗
    $L(w) = w^2$. $L(w, b) = (w + b)^2$. $\frac{\partial L}{\partial b} = 2(w + b)$. → · · ✓ // by itself the name is that of the definition before
      ~ = 2(w + b) ⇒ = 2w + b → ✗
    $H(p) = -\sum_i p_i \log p_i$ and $H(p, q) = -\sum_i p_i \log q_i$. $H(X) - H(X \mid Y) = H(Y) - H(X, Y)$. → · · ? // of random variables they are others
    $H(p) = -\sum_i p_i \log p_i$ and $H(p, q) = -\sum_i p_i \log q_i$. $\frac{\partial H}{\partial p_i} = -\log p_i - 1$. $\frac{\partial H}{\partial q_i} = -\frac{p_i}{q_i}$. → · · ? ✓ // by itself it may be either
      ~ -\frac{p_i}{q_i} ⇒ \frac{p_i}{q_i} → ✗
    $f(x) = \int_0^1 f(x, y) dy$. $f(x, y) = x y$. $f(x) = x/2$. → · · ✓ // a marginal
      ~ = x/2 ⇒ = x/3 → · // taken for another definition
  `);

  rows('what the words deny or ask', String.raw`
    Let $R = \sum_a \sum_b A_a A_b$. It is tempting to do this:⏎$$\frac{\partial R}{\partial A_c} = \sum_b A_b$$⏎But that lacks a factor. → · ?
    It is not true that $2 + 2 = 5$. → ?
    It is true that $2 + 2 = 5$. → ✗
    $2 + 2 = 5$ is false. → ?
    $2 + 2 = 5$ is a sum. → ✗
    A common mistake is $\frac{d}{dx} x^2 = x$. → ?
    The derivative is $\frac{d}{dx} x^2 = x$. → ✗
    One might think that $\frac{d}{dx} x^2 = x$, but this is not so. → ?
    $\frac{d}{dx} x^2 = x$ does not hold. → ?
    $\frac{d}{dx} x^2 = x$ does not help. → ✗
    This gives $2 + 2 = 5$, a contradiction. → ?
    This gives $2 + 2 = 5$, a contraction. → ✗
    The false positive rate is $\frac{2}{2 + 2} = 0.6$. → ✗
    The wrong answer would be $\frac{d}{dx} x^2 = x$. → ?
    Where the prediction is wrong, the loss is $\frac{2}{2 + 2} = 0.6$. → ✗
    We claim $e^x \ge x$. → ✓
      ~ \ge ⇒ \le → ✗
    It cannot be that $e^x \le x$. → ?
    True or false: $\frac{d}{dx} x^2 = x$. → ?
    Is it true that $2 + 2 = 5$? → ?
    Why is $\frac{d}{dx} x^2 = x$? → ✗ // taken to be so
    Is this clear? Then $2 + 2 = 5$. → ✗
    It is not true that $2 + 2 = 5$. But $2 + 3 = 6$. → ? ✗ // a denial goes as far as its sentence
  `);

  rows('equations to be solved, in other languages', String.raw`
    Löse $\sin 2x = \sin x$. → ·
    Résoudre l'équation $\sin 2x = \sin x$. → ·
    Resuelva $\sin 2x = \sin x$. → ·
    Решите уравнение $\sin 2x = \sin x$. → ·
    解方程 $\sin 2x = \sin x$。 → ·
    Supposons que $\sin 2x = \sin x$. → ·
    Daraus folgt $\sin 2x = \sin x$. → ✗
    因此 $\sin 2x = \sin x$。 → ✗
    Es gilt $\sin 2x = 2 \sin x \cos x$. → ✓
      ~ = 2 ⇒ = 3 → ✗
    $B(v, c) = \frac{1}{2} \|v\|^2 - c (u^T v - 1)$. 令导数为0 $$\frac{\partial B}{\partial v} = v - c u = 0$$ → · ✓ ·
      ~ = v - c u ⇒ = v + c u → ✗
  `);

  rows('names that have no part in the gap', String.raw`
    Let $g = y \theta - e^\theta - c$. $\frac{\partial^2 g}{\partial \theta^2} = -e^\theta$. Now $y = 2 u$. → · ✓ ·
      ~ = -e^\theta ⇒ = e^\theta → ✗
    With $\mu_k > 0$ set to zero: $J = (a - \mu_k)^2$, $\frac{\partial J}{\partial \mu_k} = -2 (a - \mu_k)$.⏎⏎For any cluster with mean $m = \frac12 (u + v)$: $u + v = 2m$. → · · ✓ · ✓
      ~ -2 (a ⇒ 2 (a → ✗
    # A⏎$\tilde x = \frac mp x$. $\frac{\partial \tilde x}{\partial x} = \frac mp$.⏎# B⏎Let $x$ have zero mean. → · ✓
      ~ = \frac mp$.⏎ ⇒ = -\frac mp$.⏎ → ✗
  `);

  rows('a name that was solved for and stands in a function', String.raw`
    Let $\lambda = e^x$, $\eta = \log \lambda$. Thus $\eta = \log(1 - \phi)$, and $a(\eta) = \log \frac{1 - \phi}{\phi} = \log \frac{e^\eta}{1 - e^\eta}$. → · · · · ✓
      ~ {1 - e^\eta} ⇒ {1 + e^\eta} → ✗
    Let $\eta = \log(1 - \phi)$ and $a(\eta) = \log \frac{1 - \phi}{\phi}$. Then $a'(\eta) = \frac{1}{\phi}$. → · · ? // how it depends on \eta
  `);

  rows('what is said of names in other languages', String.raw`
    Soit $A$ une matrice symétrique. $\nabla_x (x^T A x) = 2 A x$ → ✓
      ~ = 2 A x ⇒ = A x → ✗
    Sei $A$ eine symmetrische Matrix. $\nabla_x (x^T A x) = 2 A x$ → ✓
      ~ = 2 A x ⇒ = A x → ✗
    Sei $A$ nicht symmetrisch. $\nabla_x (x^T A x) = 2 A x$ → ?
    Sea $Q$ ortogonal. $Q^T Q x = x$ → ✓
      ~ x = x ⇒ x = 2x → ✗
    $\hat y_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$, $L = -\sum_k y_k \ln \hat y_k$, onde $y$ é um vetor one-hot. $\frac{\partial L}{\partial z_j} = \hat y_j - y_j$ → · · ✓
      ~ = \hat y_j - y_j ⇒ = y_j - \hat y_j → ✗
  `);

  rows('arguments that go by a name of something else', String.raw`
    Let $g(z) = \frac{1}{1 + e^{-z}}$. $g'(z) = g(z) (1 - g(z))$. Let $z \in \mathbb{R}^d$. $z^T (g(\theta^T x) x x^T) z = g(\theta^T x) (x^T z)^2$. → · ✓ · ✓
      ~ (1 - g(z)) ⇒ (1 + g(z)) → ✗
      ~ (x^T z)^2 ⇒ (x^T z) → ✗
  `);

  rows('definitions that words take up again', String.raw`
    Let $\sigma(z) = \frac{1}{1 + e^{-z}}$. Then $\sigma(-z) = 1 - \sigma(z)$. Recall that $\sigma(z) = \frac{e^z}{1 + e^z}$. → · ✓ ✓
      ~ \frac{e^z}{1 + e^z} ⇒ \frac{1}{1 - e^{-z}} → ✗
    Let $h = W x + b$ and $L = \|h\|^2$. $\frac{\partial L}{\partial h} = 2h$, since $h = b + W x$. → · · ✓ ✓
      ~ h = b + W x ⇒ h = W x - b → ✗
    Let $z = a + b$. In the second layer $z = a - b$. → · ·
    Let $m = \frac1n \sum_i x_i$. Since $m = 0$, we are done. → · ·
    # A⏎Let $z = a + b$.⏎# B⏎Recall that $z = a - b$. → · ·
  `);

  rows('entries of an argument', String.raw`
    Let $x, z \in \mathbb{R}^2$ and $\phi(x) = (x_1^2, \sqrt2 x_1 x_2, x_2^2)^\top$. $\phi(x)^\top \phi(z) = x_1^2 z_1^2 + 2 x_1 x_2 z_1 z_2 + x_2^2 z_2^2 = (x^\top z)^2$ → · · ✓ ✓
      ~ + 2 x_1 ⇒ + x_1 → ✗
    $f(x) = x_1^2 + 3 x_1 x_2$. $\nabla f(x) = (2 x_1 + 3 x_2, 3 x_1)^T$ → · ✓
      ~ 3 x_1)^T ⇒ x_1)^T → ✗
  `);

  rows('letters that count', String.raw`
    Let $p_k = \frac{\lambda^k e^{-\lambda}}{k!}$. $\log p_k = k \log \lambda - \lambda - \log k!$ → · ✓
      ~ - \log k! ⇒ + \log k! → ✗
    For $k = 0, 1, 2, \dots$ let $p_k = k \lambda$. $p_k / \lambda = k$ → · · ✓
      ~ = k$ ⇒ = 2k$ → ✗
    $y = 1, 2, 3, \dots$. $(1 - \phi)^{y - 1} \phi = \exp\left(y \log(1 - \phi) - \log \frac{1 - \phi}{\phi}\right)$ → · ✓
      ~ y \log ⇒ 2 y \log → ✗
    $v = (1, 2, \dots, n)$. $\sum_i v_i = \frac{n (n + 1)}{2}$. → · ✓
      ~ (n + 1) ⇒ (n - 1) → ✗
    Let $t = m / 2$. $\sum_{i=1}^t i = \frac{t (t + 1)}{2}$ → · ✓
      ~ (t + 1) ⇒ (t - 1) → ✗
    $J(\theta) = \sum_a \pi_\theta(a) r(a)$. $\nabla_\theta J = \sum_a \pi_\theta(a) \nabla_\theta \log \pi_\theta(a) r(a)$ → · ✓
      ~ \sum_a \pi_\theta(a) \nabla ⇒ \sum_a \nabla → ✗
    $\nabla_\theta \sum_a \pi_\theta(a) = \sum_b \pi_\theta(b) \nabla_\theta \log \pi_\theta(b)$ → ✓
      ~ = \sum_b ⇒ = 2 \sum_b → ? // both are zero
      ~ = \sum_b ⇒ = 1 + \sum_b → ✗
    $h(p) = -p \log p - (1 - p) \log(1 - p)$. A fair coin has $h(0.5) = \log_2 2 = 1$ bit. → · ✓ ✓
      ~ = \log_2 2 ⇒ = \log_2 4 → ✗
  `);

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
      ~ = a ⇒ = 2a → ✗ // whatever else is said of a
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
    $L$ is the negative log-likelihood. $|L| = -L$. → ?
    The slope $f'(x)$ is positive. $|x| = 2x$. → ?
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
    Let $q_k(T) = z_k T^2$. Then $\frac{\partial q_k}{\partial T} = \frac{2 q_k}{T}$. → · ✓
      ~ \frac{2 q_k}{T} ⇒ \frac{q_k}{T} → ✗
    $\frac{1}{m} \sum_{i=1}^m s_i (1 - s_i) (x^T z)^2 = \frac{\kappa}{m} (x^T z)^2 \ge 0$ → ? ? // what is κ?
    $\frac{\partial \hat t}{\partial z} = \hat t (1 - \hat t)$ → ?
    $\frac{\partial}{\partial x}(f(x) g(x)) = f'(x) g(x) + f(x) g'(x)$ → ✓
      ~ f'(x) g(x) + ⇒ f'(x) + → ✗
    $v^{(\ell)} = \varphi(z^{(\ell)}) = \varphi(W^{(\ell)} v^{(\ell-1)})$ → · ?
    # S⏎⏎where $S$ is the covariance matrix.⏎⏎# T⏎⏎$\frac{1}{n} \sum_{i=1}^n (u^T x_i)^2 = u^T \underbrace{\left( \frac{1}{n} \sum_{i=1}^n x_i x_i^T \right)}_{S} u = u^T S u$ → ✓ ?
      ~ (u^T x_i)^2 ⇒ (u^T x_i) → ✗
  `);

  rows('what is minimised', String.raw`
    $\hat v = \arg\min_v \|H v - c\|^2$. Setting the gradient to zero gives $H^T H v = H^T c$. → · ✓
      ~ = H^T c ⇒ = 2 H^T c → ✗
    We minimise $\|H v - c\|^2$ over $v$. Setting the gradient to zero gives $H^T H v = H^T c$. → ✓
      ~ = H^T c ⇒ = 2 H^T c → ✗
    $\min_v \|H v - c\|^2$⏎⏎The normal equations are $H^T H v = H^T c$. → ✓
      ~ = H^T c ⇒ = 2 H^T c → ✗
    $R(v) = \sum_n (t_n - v^T x_n)^2$. $$\nabla_v L(v) = 0 = \nabla_v \sum_n (t_n^2 - 2 v^T x_n t_n + v^T x_n x_n^T v)$$ So $0 = \sum_n x_n t_n - \sum_n x_n x_n^T v$. → · · · ✓
      ~ x_n t_n - \sum ⇒ x_n t_n + \sum → ✗
    $R(v) = \sum_n (t_n - v^T x_n)^2$. $\nabla_v L(v) = 0$ gives $0 = \sum_n x_n t_n - \sum_n x_n x_n^T v$. → · · ? // what is L?
    Let $S$ be symmetric. $L = u^T S u + \mu (1 - u^T u)$, $\frac{\partial L}{\partial u} = 2 S u - 2 \mu u$, which simplifies to $2 S u = 2 \mu u$. → · ✓ ?
      ~ 2 S u - 2 \mu u ⇒ 2 S u + 2 \mu u → ✗
  `);

  rows('the member that says what a function is', String.raw`
    $L(m, s; u) = \prod_{i=1}^n g(u_i) = \frac{1}{s^n} e^{-\frac{1}{2 s^2} \sum_{i=1}^n (u_i - m)^2}$. $\log L(m, s; u) = -n \log s - \frac{1}{2 s^2} \sum_{i=1}^n (u_i - m)^2$ → · ? ✓ // the one with all of its parameters
      ~ = -n \log s - ⇒ = -\log s - → ✗
      ~ $\log L(m, s; u) ⇒ $\log L(m, m; u) → ?
  `);

  rows('numbers of an array, each to its own digits', String.raw`
    $(e^{-2}, e^0, e^{-1}) \approx (0.135, 1.0, 0.368)$ → ✓
      ~ 0.368 ⇒ 0.398 → ?
      ~ 0.368 ⇒ 0.468 → ✗
    $\begin{bmatrix} \frac13 & \frac17 \\ 2 & \frac12 \end{bmatrix} \approx \begin{bmatrix} 0.33 & 0.1429 \\ 2.0 & 0.5 \end{bmatrix}$ → ✓
      ~ 0.1429 ⇒ 0.1529 → ?
  `);

  rows('steps by a gradient behind the point where it is zero', String.raw`
    $R(u) = \|Au - c\|^2$, $\nabla R(u) = 2 A^T (Au - c) = 0$ gives $u = (A^T A)^{-1} A^T c$. $v = u - s \nabla R(u) = u - 2 s A^T (Au - c)$ → · ✓ · ✓ · ✓
      ~ u - 2 s ⇒ u - s → ?
      ~ u - 2 s ⇒ u + 2 s → ?
    $R(u) = \|Au - c\|^2$ is least at $u = (A^T A)^{-1} A^T c$. $v = q - 2 s A^T (Au - c) = q - 2 s A^T A u + 2 s A^T c$ → · · · ✓ // for any u
      ~ q - 2 s A^T A u + 2 s ⇒ q - s A^T A u + s → ?
    $R(u) = \|Au - c\|^2$ is least at $u = (A^T A)^{-1} A^T c$. $u - 2 s A^T (Au - c) = u$ → · · ✓ // for this u
      ~ u - 2 s A^T (Au - c) = u$ ⇒ u - 2 s A^T (Au + c) = u$ → ✗
  `);

  rows('what is set to zero of what is multiplied by the variable', String.raw`
    $L = \frac12 \|w\|^2 - \sum_i a_i (t_i (w^T x_i + b) - 1)$. $\frac{\partial L}{\partial b} = 0 \Rightarrow \sum_i a_i t_i = 0$ → · · ✓
      ~ \sum_i a_i t_i = 0 ⇒ \sum_i a_i = 0 → ✗
      ~ \sum_i a_i t_i = 0 ⇒ a_i t_i = 0 → ?
    $L = \frac12 u^2 + c \sum_i s_i - \sum_i a_i (s_i - u) - \sum_i m_i s_i$. $\frac{\partial L}{\partial s_i} = 0 \Rightarrow c - a_i - m_i = 0$ → · · ✓
      ~ c - a_i - m_i ⇒ c - a_i + m_i → ?
  `);

  rows('what is set to zero beside shares and counts', String.raw`
    Let $x_1, \dots, x_n \in \{0,1\}$ and $h = \sum_{i=1}^n x_i$. $\ell(q) = h\log q + (n-h)\log(1-q)$. Setting $\ell'(q) = 0$ yields $\hat{q} = \frac{h}{n}$. → · · · · ✓
      ~ \frac{h}{n} ⇒ \frac{n}{h} → ✗
      ~ \frac{h}{n} ⇒ \frac{h}{n - h} → ✗
    $\ell(q) = \sum_{i=1}^n (x_i \log q + (1 - x_i) \log(1-q))$ with $x_i \in \{0, 1\}$. Setting $\ell'(q) = 0$ yields $\hat{q} = \frac1n \sum_{i=1}^n x_i$. → · · · ✓
      ~ \frac1n \sum ⇒ \sum → ✗
      ~ \frac1n \sum ⇒ \frac2n \sum → ✗
  `);

  rows('what is set to zero for other names', String.raw`
    $\nabla_w \|Xw - y\|^2 = 0$ and $\nabla_w (\|Xw - y\|^2 + \lambda \|w\|^2) = 0$, $X \in \mathbb{R}^{n \times d}$. $P = X (X^T X)^{-1} X^T$. So $P^T = P$ → · · · · ✓
      ~ P^T = P ⇒ P^T = -P → ✗
      ~ P^T = P ⇒ P^T = 2P → ✗
    $L = u^T S u - \lambda (u^T u - 1)$. Setting $\frac{\partial L}{\partial u} = 0$ and $\frac{\partial L}{\partial \lambda} = 0$ gives $u^T S u = \lambda$ → · · · ✓
      ~ = \lambda ⇒ = 2\lambda → ✗
      ~ = \lambda ⇒ = -\lambda → ✗
  `);

  rows('derivatives that words add', String.raw`
    $f(x) = x e^x$ with $f'(x) = e^x + x e^x$ → · ✓
      ~ + x e^x ⇒ - x e^x → ✗
      ~ e^x + x e^x ⇒ e^x + e^x → ✗
    With two vectors, $\frac{\partial}{\partial x}(x^T B y) = B y$ and $\frac{\partial}{\partial B}(x^T B y) = x y^T$. → ✓ ✓
      ~ = B y ⇒ = 2 B y → ✗
      ~ = x y^T ⇒ = -x y^T → ✗
    $f(x) = x^2$. We look for points with $f'(x) = 3x$ → · ·
    $f(x) = x^2$. This holds for $f'(x) = 3x$ → · ·
  `);

  rows('exercises in bold', String.raw`
    ⏎⏎**2.1** Let $x \in \mathbb{R}^n$. $f(x) = x^T x$.⏎⏎**2.14** $\int_0^1 x^2\,dx = \frac13$, $f(x) = x^3$, $f(2) = 8$ → · · ✓ · ✓
      ~ = 8 ⇒ = 6 → ✗
    ⏎⏎{\bf Ex. 1} Let $x \in \mathbb{R}^n$. $f(x) = x^T x$.⏎⏎{\bf Ex. 2} $f(x) = x^3$, $f(2) = 8$ → · · · ✓
      ~ = 8 ⇒ = 6 → ✗
    ⏎⏎\textbf{Problem 1.} Let $x \in \mathbb{R}^n$. $f(x) = x^T x$.⏎⏎\textbf{Problem 2.} $g(x) = x^3$. $g'(x) = 3x^2$ → · · · ✓
      ~ = 3x^2 ⇒ = 3x → ✗
      ~ = 3x^2 ⇒ = x^2 → ✗
    $f(x, y) = x^2 + y^2$. $\nabla f(0, 0) = (0, 0)^T$ → · ✓
      ~ (0, 0)^T ⇒ (0, 1)^T → ✗
      ~ \nabla f(0, 0) ⇒ \nabla f(1, 0) → ✗
  `);

  rows('properties in other words', String.raw`
    The vector $q$ has a single one, at $k$, and $s = \text{softmax}(z)$. $-\sum_i q_i \log s_i = -\log s_k$. → · ?
    $q$ is all zeros but a one. $s = \text{softmax}(z)$, $L = -\sum_i q_i \log s_i$. $\frac{\partial L}{\partial z_i} = s_i - q_i$. → · · ?
      ~ = s_i - q_i ⇒ = s_i + q_i → ?
    $q$ is a column. $s = \text{softmax}(z)$, $L = -\sum_i q_i \log s_i$. $\frac{\partial L}{\partial z_i} = s_i - q_i$. → · · ? // q may be a distribution
    Let $v$ be a unit eigenvector of $M$ with eigenvalue $\mu$. Then $v^T M v = \mu \|v\|_2^2 = \mu$. → ✓ ✓
      ~ \mu \|v\|_2^2 ⇒ 2 \mu \|v\|_2^2 → ✗
    Let $v$ be an eigenvector of $M$ with eigenvalue $\mu$. Then $\frac{v^T M v}{v^T v} = \mu$ and $v^T M v = \mu$. → ✓ ?
      ~ = \mu$ and ⇒ = 2 \mu$ and → ✗
    For a unit vector $u$: $(I - u u^T)^2 = I - u u^T$. → ✓
      ~ (I - u u^T)^2 ⇒ (I - 2 u u^T)^2 → ✗
    The covariance matrix is $\Sigma$. $(\Sigma^{-1})^T = \Sigma^{-1}$. → ✓
      ~ = \Sigma^{-1}$ ⇒ = -\Sigma^{-1}$ → ✗
    Each point is assigned to the closest centre $c'$, so $\|p - m_{c'}\| \le \|p - m_c\|$. → ?
    Let $e$ be an eigenvector of $S$ with eigenvalue $\lambda$. Then $e^T S e = \lambda e^T e$. → ✓
      ~ = \lambda ⇒ = 2 \lambda → ✗
    Here $e$ is Euler's number. $\ln e = 1$. → ✓
      ~ = 1 ⇒ = 2 → ✗
  `);

  rows('conditions in plain letters', String.raw`
    Split it: $u^T G u = \sum_i \sum_j u_i G_{ij} u_j$. Diagonal terms come first. → ✓ // a line of a number is of no entries
      ~ u_i G_{ij} u_j ⇒ u_i G_{ij} u_i → ✗
    $p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$. On the diagonal $\frac{\partial p_i}{\partial z_j} = p_i (1 - p_j)$. → · ? // of which entries it is, the words say
    $p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$. Where the indices agree we have $\frac{\partial p_i}{\partial z_j} = p_i (1 - p_j)$. → · ?
    $p_k = \frac{e^{z_k}}{\sum_l e^{z_l}}$. Off the diagonal (i≠j) we get $\frac{\partial p_i}{\partial z_j} = -p_i p_j$ → · ✓
      ~ = -p_i p_j ⇒ = p_i p_j → ✗
    $p_k = \frac{e^{z_k}}{\sum_l e^{z_l}}$. We get $\frac{\partial p_i}{\partial z_j} = -p_i p_j$ → · ?
  `);

  rows('two conditions of a case', String.raw`
    Let $A \in \mathbb{R}^{m \times n}$ and $G = A^T A$. $\frac{\partial G_{pq}}{\partial A_{kl}} = \begin{cases} 2 A_{kp} & p = q \text{ and } l = p \\ A_{kq} & p \ne q \text{ and } l = p \\ A_{kp} & p \ne q \text{ and } l = q \\ 0 & \text{otherwise} \end{cases}$ → · · ✓
      ~ A_{kq} & p ⇒ A_{kp} & p → ✗
  `);

  rows('a number that solves what stands before it', String.raw`
    $3q + 1 = q + 1 + \frac{32}{q}$ → $q^2 = 16$ → $q = 4$. → ? ? ·
    $3q + 1 = q + 1 + \frac{32}{q}$ → $q = 5$. → ? ·
  `);

  rows('an eigenvector of another eigenvalue', String.raw`
    $B = \begin{pmatrix} 3 & 2 \\ 2 & 3 \end{pmatrix}$. Solve $(B - 5I)\mathbf{u} = \mathbf{0}$: $\begin{pmatrix} -2 & 2 \\ 2 & -2 \end{pmatrix} \mathbf{u} = \mathbf{0}$. Next, solve $(B - I)\mathbf{u} = \mathbf{0}$: $\begin{pmatrix} 2 & 2 \\ 2 & 2 \end{pmatrix} \mathbf{u} = \mathbf{0}$. → · · ✓ · ✓
      ~ 2 & -2 \end ⇒ 2 & 2 \end → · · · · ✓
      ~ 2 & 2 \\ 2 & 2 ⇒ 2 & 2 \\ 2 & -2 → · · ✓ · ·
    $B = \begin{pmatrix} 3 & 2 \\ 2 & 3 \end{pmatrix}$. Solve $(B - 5I)u = 0$: $\begin{pmatrix} -2 & 2 \\ 2 & 2 \end{pmatrix} u = 0$. → · · ·
  `);

  rows('values of a function at one point', String.raw`
    $h(u) = [u, u^2]$. In the example $h(u) = [\sqrt{4}, 4]$ and $h(v) = [3, 9]$, so $h(u)^T h(v) = 42$. → · · · ?
    $v(r) = \sqrt{k / r}$. The change is $|v(r_1) - v(r_0)| = |v_1 - v_0|$ → · ?
    $C(q) = q^2 + 4q$. The estimate is $C(21) \approx 480 + 44$ → · ?
    $C(q) = q^2 + 4q$. Then $C(21) \approx 480 + 44$ → · ✗
  `);

  rows('a softmax of something with an index', String.raw`
    The scores are $\mathbf{z} = (z_1, \dots, z_n)$. $\log \operatorname{softmax}(z_i) = z_i - \log \sum_j e^{z_j}$ → · ✓
      ~ = z_i - ⇒ = z_i + → ✗
  `);

  rows('sums of which not all is written', String.raw`
    $\sum_i \sum_j (x_i^2 + x_j^2) = N \sum_i x_i^2 + N \sum_j x_j^2$ → ?
    Let $Q = X W + b$. $\frac{\partial L}{\partial b} = \sum_{m,i} \frac{\partial L}{\partial Q}$ → · ?
  `);

  rows('a constraint, and what it is against', String.raw`
    Minimize $f = \sum_k b_k^2$ subject to $\sum_k b_k = B$. With $L = \sum_k b_k^2 + \mu (\sum_k b_k - B)$ we get $\frac{\partial L}{\partial b_k} = 2 b_k + \mu$ → · · · ✓
      ~ + \mu$ ⇒ - \mu$ → ✗
  `);

  rows('means that go by the name of what they are of', String.raw`
    $\mu = 3.5$. $\operatorname{Cov}(X, Y) = \mathbb{E}[(X - \mu_X)(Y - \mu_Y)]$ → · ?
  `);

  rows('numbers before and after an update', String.raw`
    $w = [0, 0]$. $w \leftarrow w - \alpha \nabla J(w)$. Now $w \approx [0.1, -0.2]$ → · ✓ ?
      ~ \nabla J(w) ⇒ \nabla J(u) → ·
    $w = [0, 0]$. Now $w \approx [0.1, -0.2]$ → · ✗
  `);

  rows('sets of whole numbers', String.raw`
    Let $m \in \{0, 1, 2, \ldots\}$. $\log \frac{1}{m!} = -\log m!$ → · ✓
      ~ -\log m! ⇒ 0 → ✗
    Let $m \in \{0, 1\}$. In the next part $m \in \{0, 1, 2\}$. $m^2 = m$ → · · ?
  `);

  rows('names that are defined anew right behind a line', String.raw`
    Let $\eta = \log \theta$. Then $e^{2 \eta} = \frac{p^2}{(1 - p)^2}$ with the log-odds $\eta = \log \frac{p}{1 - p}$. → · ? ·
    Let $\eta = \log \theta$. Then $e^{2 \eta} = \theta^3$ with the log-odds $\eta = \log \frac{p}{1 - p}$. → · ✗ ·
    Let $\eta = \frac{m}{\sigma^2}$. We get $p = \frac{1}{1 + e^{-\eta}} = \sigma(\eta)$, and so $\frac{e^\eta}{1 + e^\eta} = \sigma(\eta) = p$. → · · ✓ ✓ ✓
      ~ \frac{e^\eta}{1 + e^\eta} ⇒ \frac{1}{1 + e^\eta} → ✗
  `);

  rows('steps of a recursion that count once', String.raw`
    $h_t = \tanh(w h_{t-1} + u x_t)$, $L = \sum_t L_t$. $\frac{\partial L}{\partial w} = \sum_t \frac{\partial L}{\partial h_t} \frac{\partial h_t}{\partial w}$ → · · ?
    $L = \sum_t L_t$. $\frac{\partial L}{\partial w} = \sum_t \sum_{k=1}^t \frac{\partial L_t}{\partial h_t} \frac{\partial h_t}{\partial h_k} \frac{\partial h_k}{\partial w}$ → · ?
  `);

  rows('what stands after a line, and equations by name', String.raw`
    Let $X$ be a matrix. $\frac{\partial X_{ik}}{\partial X_{ij}} = 1$ if $k = j$ and $0$ otherwise. → ✓ ·
      ~ } = 1$ ⇒ } = 2$ → ✗
    We solved $A X B = C$. The Lyapunov equation $A X + X A^T = C$ is harder. → · ?
    We have $C = A X B$. Then $A X + X A^T = C$. → · ?
  `);

  rows('what has to be so', String.raw`
    We have to ensure that $4 e^{-k h} < 0.1$. → ·
    We have $4 e^{-h^2} > 5$. → ✗
  `);

  rows('where a conclusion holds', String.raw`
    Let $c, d > 0$. Then $k = 3$ if $c + d > 1$. → · · ·
    Let $c, d > 0$. Then $k = 3$ for $c > 2d$. → · · ·
    Let $c, d > 0$. Hence, if $c d > 4$, then $k = 3$. → · · ·
    Let $c, d > 0$. We get $k = 3$ if both $c > 2d$ and $c + d > 1$. → · · · ·
    Let $c, d > 0$. Thus the sum converges when $c > 2d$. → · ·
    Let $c, d > 0$. Hence $|c - d| = c - d$ for $c > d$. → · ✓ ·
      ~ = c - d$ ⇒ = d - c$ → ✗
    Let $c, d > 0$. So $c + d > 1$. → · ✗
    Let $c, d > 0$. Then for all $q$, $c + d > 1$. → · ✗
  `);

  rows('an item that supposes after one that concludes', String.raw`
    \begin{itemize}⏎\item if $u_k < 0$, then $h = 2$ for some $r$⏎\item if $u_k \ge 0$ and $\sum_{k=1}^K u_k > 1$, then $h = 2$⏎\end{itemize} → · · · · ·
  `);

  rows('a sentence after a formula that ends one', String.raw`
    Let $m = ab$. Then $$p = q.$$ Now assume $v > m$. Then $e^{v - m} = e^{|v - m|}$. → · · · ?
    We have $$p = q.$$ If $v > 0$, then $|v| = v$. → · · ✓
      ~ |v| = v ⇒ |v| = 2v → ?
  `);

  rows('no condition', String.raw`
    $p_k = \frac{e^{z_k}}{\sum_l e^{z_l}}$. So $\sum_{k=1}^K p_k = 1$. → · ✓
      ~ = 1$ ⇒ = 2$ → ✗
    $p = \text{softmax}(z)$, $J = \text{diag}(p) - p p^T$. Then $J \mathbf 1 = 0$. → · · ✓
      ~ = 0$ ⇒ = \mathbf 1$ → ✗
    We see $3 \le 2$, $e^x e^{-x} \ge 2$ and $1 - \frac{a}{a} \ge 1$. → ✗ ✗ ✗
    $\sum_i a_i = 2$ → ?
    For a unit vector $u$: $\frac{3}{3 + 1} = -0.75$. → ✗
    $U^T U = I$. $H = X (X^T X)^{-1} X^T$. $(I - H) X = 0$. → ? · ✓
      ~ = 0$ ⇒ = \mathbf 1$ → ✗
    At $w = 2$ the slope is $4$.⏎⏎So $w = 2$. → · ·
    $m = x_1$ and $z = x_1 - m = x_1 x_1 = 0$. → · · ✗ ✗ // as z is 0, that x_1 x_1 is 0 is no condition on x_1
  `);

  rows('other forms of a definition', String.raw`
    $J = 3 (a + b c)$, $v = a + b c$, $J = 3v$. $\frac{dJ}{dv} = 3$. → · · ✓ ✓
      ~ = 3$. ⇒ = 2$. → ✗
    $J = 3 (a + b c)$, $v = a + b c$, $J = 4v$. $\frac{dJ}{dv} = 3$. → · · · ✗
    $$M(u, \nu) = u^2 + 3 - \nu (u - 1)(u - 5) = (1 + \nu) u^2 - 6 \nu u + 3 + 5 \nu$$ Then $\frac{\partial M}{\partial u} = 2 (1 + \nu) u - 6 \nu$, which we set to zero. → · ✗ ? // the slip is in the sum, and reported once
      ~ 2 (1 + \nu) u - 6 \nu ⇒ 2 (1 + \nu) u - 5 \nu → · ✗ ✗
    $$M(u, \nu) = u^2 + 3 + \nu (u - 1)(u - 5) = (1 + \nu) u^2 - 6 \nu u + 3 + 5 \nu$$ Then $\frac{\partial M}{\partial u} = 2 (1 + \nu) u - 6 \nu$. → · ✓ ✓
      ~ - 6 \nu$ ⇒ + 6 \nu$ → ✗
  `);

  it('the middle of a chain that ends in a number is a condition', () => assert.deepEqual(linksOf('$a = u + v = 6/5$').map(({ code }) => code), ['definition', 'premise']));

  rows('however it is spaced, whatever the index is called', String.raw`
    Let $L = \frac{1}{m}\sum_{i=1}^m (a_i - y_i)^2$, where $m \; = 1$ for stochastic gradient descent. $\frac{\partial L}{\partial a_i} = 2(a_i - y_i)$ → · · ?
    For $n \, = 1$ we have $\sum_{i=1}^n x_i = x_1$. → · ✓
      ~ = x_1 ⇒ = 2 x_1 → ✗
    Let $g(\mu) = \frac12 \sum_{q=1}^n (x_q - \mu)^2 + \frac{\mu^2}{2}$. Set $\frac{dg}{d\mu} = 0$. Then $\mu^* = \frac{\sum_{i=1}^n x_i}{n + 1}$ → · · ✓
      ~ n + 1 ⇒ n - 1 → ✗
  `);

  rows('definitions that are not read', String.raw`
    Let $Z(a) = (1 - \epsilon) e^{-a} + \epsilon e^a$ with the error $\epsilon = \sum_{i : h(x_i) \ne y_i} w_i$. Then $Z'(a) = -(1 - \epsilon) e^{-a} + \epsilon e^a$. → · · ✓
      ~ = -(1 ⇒ = (1 → ?
    The rating loss is $L = \sum_{(u, i) \in \Omega} (r_{ui} - p_u^T q_i)^2$. Elsewhere $Z = A X W$ gives $\frac{\partial L}{\partial W} = (A X)^T \frac{\partial L}{\partial Z}$. → · · ✓
      ~ = (A X)^T ⇒ = 2(A X)^T → ?
    Let $F = \sum_{(u, i) \in \Omega} w^2$. Then $\nabla F = w$ and $\frac{\partial F}{\partial w} = 2w$. → · ? ?
  `);

  rows('what is said of the values of a function', String.raw`
    The gradient is $\frac{\partial u}{\partial x}$, and $u^T u = 1$. Let $P = I - u u^T$. $P^2 = P$ → ? · ?
  `);

  rows('an item stands for itself where another line of it holds only so', String.raw`
    - $y = A x$, so $\frac{\partial y}{\partial x} = A$.⏎- $s = y^T A x$, so $\frac{\partial s}{\partial x} = y^T A$ and $\frac{\partial s}{\partial x_j} = \sum_i y_i a_{ij}$. → · ✓ · ✓ ✓
      ~ = y^T A$ ⇒ = 2 y^T A$ → ✗
  `);

  rows('an item has its own shapes where those of another cannot be meant', String.raw`
    1. Let $g(x) = \|Bx - c\|^2$ with $B \in \mathbb{R}^{m \times n}$. $\nabla g(x) = 2B^TBx - 2B^Tc$.⏎2. A neuron: $s = \sigma(u)$, $u = w^Tx + c$ with $w, x \in \mathbb{R}^d$. $\frac{\partial s}{\partial w} = s(1 - s)x$.⏎3. $r(x) = \max(0, x)$ has $r'(x) = \mathbf{1}_{x > 0}$. → · · ✓ · · · ✓ · ✓
      ~ 2B^TBx ⇒ 2BB^Tx → ✗
      ~ = s(1 - s)x ⇒ = s(1 + s)x → ✗
      ~ x > 0 ⇒ x < 0 → ✗
  `);

  rows('matrices that a relation calls definite', String.raw`
    Let $f(x) = \frac12 x^T Q x + c^T x$ with $Q \succ 0$. $\nabla f(x) = Q x + c$ → · · ✓
      ~ = Q x + c ⇒ = 2 Q x + c → ✗
    $f(x) = x^T A x$ is convex iff $A \succeq 0$. $\nabla f(x) = 2 A x$ → · · ?
  `);

  rows('names that a definition of another exercise brings', String.raw`
    # Part 1⏎⏎Let $\hat y_n = \sigma(w x_n + b)$ with labels $y_n$.⏎⏎# Part 2⏎⏎$\frac{\partial}{\partial w} \ln \hat y_n = (1 - \hat y_n) x_n$ and $y_n > 0$. → · ✓ ·
      ~ (1 - \hat y_n) ⇒ (1 + \hat y_n) → ✗
  `);

  rows('where both sides vanish', String.raw`
    We have $q_i = h(v_i)$. For $i \ne j$: $\frac{\partial q_i}{\partial v_j} = q_i \delta_{ij}$. → · · ?
    $q_i = v_i^3$. For $i \ne j$: $\frac{\partial q_i}{\partial v_j} = v_i \delta_{ij} = 0$. → · · ✓ ✓
      ~ v_i \delta_{ij} = ⇒ v_i = → ✗ // wrong: no one change of the pen makes it hold
    We have $q_i = h(v_i)$. Case two: $$i \ne j: \quad -q_i q_j = -q_j q_i$$ Together $$\frac{\partial q_i}{\partial v_j} = q_i(\delta_{ij} - q_j)$$ → · · ✓ ? // the case is over
      ~ -q_j q_i ⇒ q_j q_i → ✗
    Let $\mu = \frac1n \sum_{k=1}^n x_k$, $u_j = x_j - \mu$ and $y_j = \gamma u_j$. $\frac{\partial y_j}{\partial x_i} = \gamma \frac{\partial u_j}{\partial x_i}$.⏎⏎- For $n = 1$ it is 0. → · · · ✓ ·
      ~ = \gamma \frac ⇒ = 2 \gamma \frac → ✗
  `);

  rows('odd and even functions', String.raw`
    Let $k(u, v) = k(v, u)$ be a kernel and $G_{ij} = k(u_i, u_j)$. Then $\nabla_c c^T G c = 2 G c$. → · · ✓
      ~ = 2 G c ⇒ = G c → ✗
    Let $k(u, v)$ be symmetric and $G_{ij} = k(u_i, u_j)$. $k(u, u) = \|u\|^2$. Then $\nabla_c c^T G c = 2 G c$. → · ? ✓
      ~ = 2 G c ⇒ = G c → ✗
    The function satisfies $g(-x) = -g(x)$. Then $g'(0) = \lim_{h\to 0} \frac{g(h)}{h}$ and $g'(-x) = g'(x)$. → · ✓ ✓
      ~ \frac{g(h)}{h} ⇒ \frac{g(h)}{2h} → ✗
      ~ g'(-x) = g' ⇒ g'(-x) = -g' → ✗
    Let $g$ be an even function. Then $g'(0) = 0$. → ✓
      ~ = 0$ ⇒ = 1$ → ✗
    Note that g(-x) = -g(x). So $g(x) + g(-x) = 0$ → ✓
      ~ g(x) + ⇒ g(x) - → ?
    Suppose $n$ is odd. Then $n^2 = n$. → ?
    The logistic function has $\sigma(-x) = -\sigma(x)$. → ✗
    Let $f(x) = x^3$. $f(-x) = -f(x)$ → · ✓
      ~ = -f(x) ⇒ = f(x) → ✗
  `);

  rows('what words leave out', String.raw`
    Let $y = \frac{x}{\sqrt{v + \epsilon}}$. Neglecting the small $\epsilon$, $\frac{\partial y}{\partial v} = -\frac{x}{2 v^{3/2}}$. → · ?
      ~ = -\frac ⇒ = \frac → ✗
      ~ Neglecting the small $\epsilon$, ⇒ So → · ✗
    Let $J(w) = \|Xw - y\|^2 + \lambda \|w\|^2$. Without the regularizer, $\nabla J = 2 X^T (Xw - y)$. → · ?
      ~ 2 X^T ⇒ 3 X^T → ?
      ~ Without the regularizer, ⇒ Therefore → · ?
    Let $p(x) = \frac{1}{\sqrt{2\pi}\sigma} e^{-x^2/(2\sigma^2)}$. Dropping constants, $\log p(x) = -\frac{x^2}{2\sigma^2}$. → · ?
      ~ = -\frac{x^2}{2 ⇒ = -\frac{x^2}{ → ?
      ~ = -\frac{x^2}{2 ⇒ = \frac{x^2}{2 → ?
      ~ Dropping constants, ⇒ So → · ?
    Let $L = \sum_i (y_i - p_i)^2$. Up to a factor, $\frac{\partial L}{\partial p_i} = -(y_i - p_i)$. → · ?
      ~ = -(y_i - p_i) ⇒ = y_i - p_i → ?
      ~ = -(y_i - p_i) ⇒ = -(y_i + p_i) → ?
      ~ Up to a factor, ⇒ So → · ✗
    Let $X \in \mathbb{R}^{m \times d}$ and $J(w) = \|Xw - y\|^2$. For the average over all $m$ rows, $\nabla J(w) = \frac{2}{m} X^T (Xw - y)$. → · · ?
      ~ \frac{2}{m} ⇒ -\frac{2}{m} → ?
      ~ \frac{2}{m} ⇒ 3 → ✗
      ~ X^T (Xw - y) ⇒ X^T (Xw + y) → ?
      ~ For the average over all ⇒ So for all → · · ✗
  `);

  rows('what is to be shown', String.raw`
    Let $\ell(\mu) = -\frac12 \sum_{i=1}^n (x_i - \mu)^2$. Show that the maximiser is $\hat\mu = \frac1n \sum_i x_i$. Setting $\ell'(\mu) = 0$ gives $\hat\mu = \frac1n \sum_i x_i$. → · ? · ✓
      ~ gives $\hat\mu = \frac1n ⇒ gives $\hat\mu = \frac2n → ✗
    Let $\ell(\mu) = -\frac12 \sum_{i=1}^n (x_i - \mu)^2$. Show that the maximiser is $\hat\mu = \frac2n \sum_i x_i$. Setting $\ell'(\mu) = 0$ gives $\hat\mu = \frac2n \sum_i x_i$. → · ? · ✗
    Show that $a = b + c$. Therefore $a = b + c$. → ? ·
    Let $\ell(\mu) = -\frac12 \sum_{i=1}^n (x_i - \mu)^2$. Setting $\ell'(\mu) = 0$ gives $\mu_{ML} = \frac1n \sum_i x_i$. → · · ✓
      ~ \frac1n ⇒ \frac2n → ✗
    $$\frac{\partial \ell}{\partial \mu} = \frac{1}{\sigma^2} \sum_{i=1}^N (x_i - \mu) = 0 \Rightarrow \hat\mu = \frac{1}{N} \sum_{i=1}^N x_i$$ → ? · ✓
      ~ \frac{1}{N} ⇒ \frac{2}{N} → ?
    Let $f(x) = x^3 - 3 a^2 x$. Setting $f'(x) = 0$ gives $\hat x = a$. → · · ? // or −a
  `);

  rows('a model that is given for what was measured', String.raw`
    The model is $v = \theta u$ and $R = \frac12 (v - \hat v)^2$. $\frac{\partial R}{\partial \theta} = (v - \hat v) u$ → · · ✓
      ~ = (v ⇒ = 2(v → ✗
    The model is $v = \theta u$ and $R = \frac12 (v - \hat v)^2$. $\frac{\partial R}{\partial \theta} = (\hat v - v) u$ → · · ?
      ~ = (\hat ⇒ = 2(\hat → ✗
    The model is $v = a + \theta u$ and $R = \frac{1}{2n} \sum_{i=1}^n (v_i - \hat v_i)^2$. $\frac{\partial R}{\partial \theta} = \frac1n \sum_{i=1}^n (\hat v_i - v_i) u_i$ → · · ?
  `);

  rows('numbers put in', String.raw`
    $\frac12 (t - a)^2 = \frac12 (1 - 0.6)^2 = 0.08$ → · ✓
      ~ = 0.08 ⇒ = 0.09 → ✗
    $(a - t) \cdot a (1 - a) = (0.7 - 1) \cdot 0.7 \cdot (1 - 0.7)$ → ·
    $(a - t) \cdot a (1 - a) = (0.7 - 1) \cdot 0.8 \cdot (1 - 0.7)$ → ? // two numbers for a
    $(a - t) \cdot a (1 - a) = (0.7 + 1) \cdot 0.7 \cdot (1 - 0.7)$ → ?
    $t = 2$. $\frac12 (t - a)^2 = \frac12 (1 - 0.6)^2$. → · ? // t was another number
    $w - \eta \frac{\partial L}{\partial w} = 0.5 - 0.1 \cdot (-0.3)$ → ·
    $w - \eta \frac{\partial L}{\partial w} = 0.5 + 0.1 \cdot (-0.3)$ → ?
    $\delta_2 \approx 0.018$ → ·
    $a \delta_2 = b$. So $\delta_2 \approx 0.018$. → · ? // may be what follows
    $(u, v) = (2, 3)$. $u + v = 5$. → · ✓
      ~ = 5 ⇒ = 6 → ?
    $u = x + 1$. $(u, v) = (2, 3)$. → · ? // u has a definition
  `);
});

rows('an inequality under a condition before it', String.raw`
    We know $a + c = 1/2$ and $a c \ge 1/16$, i.e. $a (\frac12 - a) \ge \frac{1}{16}$. → ? ? ?
    We know $x > 0$. Hence $x^2 + 1 > 0$. → · ✓
      ~ + 1 > 0 ⇒ + 1 < 0 → ✗
`);

rows('one of several values', String.raw`
    We get $m = -3$ or $m = 7/3$. Since $m < -1$, we take the first. → · · ?
      ~ m < -1 ⇒ m < -4 → ✗
`);

rows('the line and the curve are where an equation holds', String.raw`
    The graph of $y = \sin(x)$ is reflected at the line $x = y$. → · ?
`);

rows('rules of what multiplies in an order of its own', String.raw`
    The units satisfy the rules below. $X Y = -Y X$ and $g_i g_{i+1} g_i = g_{i+1} g_i g_{i+1}$ → ? ?
    $w x = -w x$ → ✗
`);

rows('the conditions of a differential equation', String.raw`
    Let $u(t) = t$. Next we solve the ODE $\frac{du}{dt} = 2u$ with the initial conditions $u(0) = 1$. → · · ·
    Let $u(t) = t$. $\frac{du}{dt} = 1$ → · ✓
      ~ = 1 ⇒ = 2 → ✗
`);

rows('the line in another language', String.raw`
    O gráfico de $y = \sin(x)$ refletido com respeito à reta $x = y$. → · ?
`);

rows('the values of a sequence', String.raw`
    Let $x_1 = \sqrt2$ and $x_{n+1} = \sqrt{2 + x_n}$. As $x_n < 2$ we get $$\sqrt{\frac{2}{x_n^2} + \frac{1}{x_n}} > \sqrt{\frac{2}{2^2} + \frac12}$$ → · · · ?
`);
