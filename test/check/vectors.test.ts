/** Gradients, Jacobians and Hessians of vectors and matrices, by whole and by entries. */
import { rows } from './rows';

describe('check', () => {
  rows('what stands between the bars of a norm is no number', String.raw`
    $\|u - v\|^2 = \|u\|^2 - 2u^T v + \|v\|^2$ → ✓
      ~ 2u^T v ⇒ 2u v → ? // which holds of numbers
    $\|u + cv\|^2 = \|u\|^2 + 2c\, u^T v + c^2 \|v\|^2$ → ✓
      ~ + c^2 ⇒ + c → ✗
  `);

  rows('names with an index and a transpose', String.raw`
    $\tilde{M} = P D Q^T$. $P_r^T \tilde{M} = P_r^T P D Q^T$ → · ✓
      ~ P_r^T P D ⇒ P_r P D → ✗
    $P_r^T P = N_r$. $P_r (D_r Q_r^T) = P_r D_r Q_r^T$ and $N_r = Q_r^T$. → ? ✓ ·
      ~ = P_r D_r Q_r^T ⇒ = P_r D_r Q_r → ✗
    $\Lambda$ is symmetric. $(u - \nu_1)^T \Lambda (u - \nu_1) - (u - \nu_{-1})^T \Lambda (u - \nu_{-1}) = -2(\nu_1 - \nu_{-1})^T \Lambda u + \nu_1^T \Lambda \nu_1 - \nu_{-1}^T \Lambda \nu_{-1}$. → ✓ // of the classes 1 and −1
      ~ \nu_{-1}^T \Lambda \nu_{-1}$. ⇒ \nu_1^T \Lambda \nu_{-1}$. → ✗
    $\frac{\partial}{\partial \boldsymbol{v}_k} \log \sum_{j=1}^{C} e^{\boldsymbol{v}_j^T \boldsymbol{\psi}(\boldsymbol{x}_n)} = \frac{1}{\sum_{j=1}^{C} e^{\boldsymbol{v}_j^T \boldsymbol{\psi}(\boldsymbol{x}_n)}} e^{\boldsymbol{v}_k^T \boldsymbol{\psi}(\boldsymbol{x}_n)} \boldsymbol{\psi}(\boldsymbol{x}_n)$ → ✓ // the bold ones with an index are vectors, and no entries
      ~ \frac{1}{\sum_{j=1}^{C} e^{\boldsymbol{v}_j^T ⇒ \frac{1}{\sum_{j=1}^{C} e^{\boldsymbol{v}_j → ?
    $m_1 = \sum_i r_i x_i$. $m_1 - m_{-1} = m_1 + m_{-1}$. → · ? // no vector of a class is turned: it may be a time
  `);

  rows('an identity between a column and a row', String.raw`
    $\operatorname{tr}(b^T M b) = \operatorname{tr}(b I b^T M)$ → ✓
      ~ (b I b^T M) ⇒ (2 b I b^T M) → ✗
    $X \in \mathbb{R}^{n \times d}$. $\frac{\partial}{\partial w} \operatorname{tr}(w^T X^T X w) = \frac{\partial \operatorname{tr}(w I w^T X^T X)}{\partial w} = X^T X w I + (X^T X)^T w I^T$ → · ✓ ✓
      ~ X^T X w I + ⇒ X^T X w I - → ✗
    Let $b \in \mathbb{R}^n$. $b I_n b^T = b b^T$ → · ✗ // as large as b it comes after its transpose
  `);

  rows('rows and columns of a matrix', String.raw`
    Let $X \in \mathbb{R}^{n \times d}$ have the rows $x_i^\top$. $X^\top X = \sum_{i=1}^n x_i x_i^\top$. → · ✓
      ~ x_i x_i^\top$. ⇒ x_i^\top x_i$. → ✗
      ~ x_i x_i^\top$. ⇒ 2 x_i x_i^\top$. → ✗
    Let $X$ be the design matrix with rows $x_1^T, \dots, x_n^T$ and $J(w) = \sum_{i=1}^n (x_i^T w - y_i)^2$. $\nabla J(w) = 2 X^T (X w - y)$. → · ✓
      ~ = 2 X^T ⇒ = X^T → ✗
    Let $a_j$ be the $j$-th column of $A \in \mathbb{R}^{m \times n}$. $A v = \sum_{j=1}^n v_j a_j$. → · ✓
      ~ v_j a_j ⇒ a_j → ?
    The columns of $A \in \mathbb{R}^{m \times n}$ are $a_j$. $\|A\|_F^2 = \sum_{j=1}^n \|a_j\|^2$. → · ✓
      ~ \|a_j\|^2 ⇒ \|a_j\| → ✗
    Let $X \in \mathbb{R}^{n \times d}$ have the rows $x_i$. $X^\top X = \sum_{i=1}^n x_i x_i^\top$. → · ✓ // as columns; as rows nothing is refuted
      ~ x_i x_i^\top$. ⇒ x_i^\top x_i$. → ?
      ~ x_i x_i^\top$. ⇒ 2 x_i x_i^\top$. → ?
    Let $X \in \mathbb{R}^{n \times d}$ have the rows $x_i^\top$, and $x \in \mathbb{R}^d$. $f = w^\top x$. $\frac{\partial f}{\partial x_i} = w_i$. → · · · ✓ // an entry of x
      ~ = w_i$ ⇒ = 2 w_i$ → ✗
  `);

  rows('shapes that are said or shown', String.raw`
    $s = \phi^T u$. $\log(1 + e^{s}) = \log(1 + e^{\phi^T u})$. → · ✓ // after the transpose of a Greek letter stands a vector too
      ~ e^{\phi^T u} ⇒ e^{\phi u} → ?
    $s = \theta^T x$ with $x_j^{(i)}$ the entries. $\frac{\partial s}{\partial \theta} = x$. $e^{-s} = e^{-\theta^T x}$. → · ✓ ✓
      ~ e^{-\theta^T x} ⇒ e^{-\theta x} → ?
    $L = x^\top A y$. $\frac{\partial L}{\partial x} = A y$. → · ✓ // no loss of one entry where transposes are written
      ~ = A y ⇒ = A^\top y → ✗
    $f = b^\top C x$. $\frac{\partial f}{\partial x} = C^\top b$. → · ✓
      ~ = C^\top b ⇒ = C b → ✗
    $J(\theta) = \frac{1}{2m} \sum_{i=1}^m (\theta^T x_i - y_i)^2$. $\frac{\partial J}{\partial \theta} = \frac1m \sum_{i=1}^m (\theta^T x_i - y_i) x_i$. → · ✓
      ~ \frac{\partial J}{\partial \theta} ⇒ \frac{\partial J}{\partial \theta_j} → ? // a number on the left, a vector on the right
    $x_i \in \mathbb{R}^d$. $L = \sum_{i=1}^n (w^T x_i)^2$. $\nabla_w L = 2 \sum_{i=1}^n (w^T x_i) x_i$. → · · ✓
      ~ (w^T x_i) x_i ⇒ (w^T x_i) w → ✗
    $x_i \in \mathbb{R}^d$, $w \in \mathbb{R}^d$. $(w^T x_i) x_i = x_i x_i^T w$. → · · ✓
      ~ x_i x_i^T w ⇒ x_i^T x_i w → ✗
    $a_i \in \mathbb{R}^d$, $B \in \mathbb{R}^{d \times d}$. $a_i^T B a_i = \operatorname{tr}(B a_i a_i^T)$. → · · ✓
      ~ \operatorname{tr}(B a_i a_i^T) ⇒ B a_i a_i → ? // no one transpose makes it fit
      ~ \operatorname{tr}(B a_i a_i^T) ⇒ B^T a_i a_i → ?
    $(Ax-b)^T(Ax-b) = (x^T A^T - b^T)(Ax - b)$. → ✓
      ~ - b^T) ⇒ - b) → ✗ // a row minus a column
    $A \in \mathbb{R}^{n \times d}$, $x \in \mathbb{R}^d$, $b \in \mathbb{R}^n$. $\|Ax-b\|^2 = (x^T A^T - b^T)(Ax - b)$. → · · · ✓
      ~ - b^T) ⇒ - b) → ✗
    $\|y - Xw\|^2 = (y^T - w^T X^T)(y - Xw)$. → ✓
      ~ (y^T - ⇒ (y - → ✗ // y is no number that is added to each entry of a row
    $x^{(i)} \in \mathbb{R}^d$. $x^{(i)T} x^{(i)} = \|x^{(i)}\|^2$. → · ✓
      ~ x^{(i)T} x^{(i)} ⇒ x^{(i)} x^{(i)T} → ✗
    Let $x \in \mathbb{R}^d$ and $x_i \in \mathbb{R}^d$. $\frac{\partial (x^T x_i)}{\partial x} = x_i$. → · · ✓
      ~ = x_i ⇒ = x → ✗
    $c_t = f_t \odot c_{t-1} + i_t \odot \tilde c_t$, $\tilde c_t = \tanh(W_c x_t + U_c h_{t-1} + b_c)$. $\frac{\partial L}{\partial W_c} = \left(\frac{\partial L}{\partial \tilde c_t} \odot (1 - \tilde c_t^2)\right) x_t^T$. → · · ✓
      ~ x_t^T ⇒ x_t → ?
    $x_1, \ldots, x_N \in \mathbb{R}^D$, $\bar x = \frac1N \sum_{n=1}^N x_n$, $S = \frac1N \sum_{n=1}^N (x_n - \bar x)(x_n - \bar x)^T$. $\frac1N \sum_{n=1}^N (u^T x_n - u^T \bar x)^2 = u^T S u$. → · · · ✓
      ~ = u^T S u ⇒ = u S u → ✗ // shapes that fit with one change
    $Z_1 = X W_1 + \mathbf 1_N b_1$, $L = \frac12 \lVert Z_1 \rVert_F^2$, $\frac{\partial L}{\partial W_1} = X^T Z_1$. → · · ✓
      ~ X^T Z_1 ⇒ X Z_1 → ✗
    $p_w = \frac{e^{s_w}}{\sum_k e^{s_k}}$. $\frac{\partial}{\partial s_j} \log \sum_k e^{s_k} = p_j$. → · ✓
      ~ = p_j ⇒ = s_j → ✗
  `);

  rows('sizes of a matrix that are not written with a cross', String.raw`
    Let $t \in \mathbb{R}^n$, $M \in \mathbb{R}^{n \cdot p}$ and $E(v) = (t - M v)^T (t - M v)$. $\nabla_v E(v) = -2 M^T (t - M v)$ → · · · ✓
      ~ -2 M^T (t - M v) ⇒ -2 M^T (t + M v) → ✗
    Let $t \in \mathbb{R}^n$, $M \in \mathbb{R}^{n * p}$ and $E(v) = (t - M v)^T (t - M v)$. $\nabla_v E(v) = -2 M^T (t - M v)$ → · · · ✓
      ~ -2 M^T (t - M v) ⇒ -2 M^T (t + M v) → ✗
    Let $t \in \mathbb{R}^n$, $M \in \mathbb{R}^{np}$ and $E(v) = (t - M v)^T (t - M v)$. $\nabla_v E(v) = -2 M^T (t - M v)$ → · · · ✓
      ~ -2 M^T (t - M v) ⇒ 2 M^T (t - M v) → ✗
    Let $t \in \mathbb{R}^n$, $M \in \mathbb{R}^{n x p}$, $v \in \mathbb{R}^p$ and $E(v) = \|M v - t\|^2$. $\nabla_v E(v) = 2 M^T (M v - t)$ → · · · · ✓
      ~ 2 M^T (M v - t) ⇒ 2 M (M v - t) → ✗
    $M \in \mathbb{R}^{3x4}$, $v \in \mathbb{R}^4$, $g = M v$. $\frac{\partial g}{\partial v} = M$ → · · · ✓
      ~ = M$ ⇒ = 2 M$ → ✗
    Let $t \in \mathbb{R}^n$, $M \in \mathbb{R}^{(n, p)}$ and $E(v) = \|M v - t\|^2$. $\nabla_v E(v) = 2 M^T (M v - t)$ → · · · ✓
      ~ 2 M^T (M v - t) ⇒ M^T (M v - t) → ✗
    Let $u \in \mathbb{R}^{m \cdot n}$ and $E(u) = u^T u$. $\nabla E(u) = 2 u$ → · · ✓
      ~ = 2 u$ ⇒ = 3 u$ → ✗
  `);
  rows('lists of entries in a space', String.raw`
    Let $u = (u_1, \dots, u_k) \in \mathbb{R}^k$ and $h(u) = u^T u$. $\nabla h(u) = 2u$, $\frac{\partial h}{\partial u_i} = 2u_i$. → · · · ✓ ✓ // the list is one of the space, not each of it
      ~ = 2u$ ⇒ = u$ → ✗
      ~ = 2u_i$ ⇒ = u_i$ → ✗
    Let $w = [w_0, w_1, \dots, w_k] \in \mathbb{R}^{k+1}$. $\nabla_w (w^T z) = z$. → · · ✓
      ~ = z$ ⇒ = -z$ → ✗
    Let $(u_1, \dots, u_k) \in \mathbb{R}^n$ be data and $p \in \mathbb{R}^n$. $\nabla_p \sum_i (p^T u_i - v_i)^2 = 2\sum_i (p^T u_i - v_i) u_i$ → · · ✓ // loosely each of them
      ~ v_i) u_i ⇒ v_i) → ?
    Let $u_1, \dots, u_k \in \mathbb{R}^n$. $\nabla_c \sum_i \|u_i - c\|^2 = 2\sum_i (c - u_i)$ → · ✓
      ~ 2\sum ⇒ \sum → ✗
  `);
  rows('lists that are vectors', String.raw`
    $u = [3, 1, 2]$ and $v = [1, 0, 4]$. $u^T v = 11$ → · · ✓ // a list is a row as it is written, and any vector to many
      ~ 11 ⇒ 12 → ✗
    $u = [3, 1, 2]$ and $v = [1, 0, 4]$. $u v^T = 11$ → · · ✓
      ~ 11 ⇒ 12 → ✗
    The input is $u = [3, -1]$, $v = [0.5, 2]$, $c = 1$. $r = v^\top u + c = 0.5$ → · · · · ✓
      ~ 0.5$ ⇒ 0.7$ → ?
    $u = [1, 2]$ and $M = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$. $M u = [5, 11]$ and $u M = [7, 10]$. → · · ✓ ✓
      ~ [7, 10] ⇒ [5, 11] → ✗
  `);

  rows('vectors that may be rows', String.raw`
    $\mathbf{r} = \mathbf{u} \mathbf{M} + \mathbf{c}$. $\|\mathbf{u}\|^2 = \mathbf{u} \mathbf{u}^T$ → · ?
      ~ \mathbf{u} \mathbf{u}^T ⇒ \mathbf{u} \mathbf{u} → ✗
    $\mathbf{r} = \mathbf{M} \mathbf{u} + \mathbf{c}$. $\|\mathbf{u}\|^2 = \mathbf{u} \mathbf{u}^T$ → · ✗ // columns
      ~ \mathbf{u} \mathbf{u}^T ⇒ \mathbf{u}^T \mathbf{u} → ✓
  `);

  rows('rows before their matrix', String.raw`
    $r = u W + c$. $\frac{\partial E}{\partial u} = \frac{\partial E}{\partial r} W^T$ → · ✓
      ~ W^T ⇒ W → ✗
    $r = u M + c$. $\frac{\partial E}{\partial u} = \frac{\partial E}{\partial r} M^T$. $\frac{\partial E}{\partial M} = u^T \frac{\partial E}{\partial r}$ → · ✓ ✓
      ~ u^T \frac{\partial E}{\partial r} ⇒ \frac{\partial E}{\partial r} u^T → ✗
    $r = \sigma(u W + v N + c)$. $\frac{\partial E}{\partial v} = \left(\frac{\partial E}{\partial r} \odot r \odot (1 - r)\right) N^T$ → · ✓
      ~ r \odot (1 - r) ⇒ (1 - r) → ✗
      ~ N^T ⇒ N → ✗
    Let $M^T M = I$. $r = u M + v N + c$. $\frac{\partial E}{\partial u} = \frac{\partial E}{\partial r} M^T$. $\frac{\partial E}{\partial u} = \frac{\partial E}{\partial r} M$ → · · ✓ ✗
      ~ r} M^T ⇒ r} 2 M^T → ✗
    $r = u W + c$. $\frac{\partial E}{\partial W} = u \frac{\partial E}{\partial r}$ → · ? // right of numbers, wrong of a row
    $h = x W + b$, $s = h U + c$, $L = \frac12 \|s - t\|^2$, $r = s - t$. $\frac{\partial L}{\partial U} = h^T r$, $\frac{\partial L}{\partial h} = r U^T$ → · · · · ✓ ✓
      ~ = h^T r ⇒ = h r → ? // it holds where U is no matrix
      ~ = h^T r ⇒ = r h^T → ?
      ~ = r U^T ⇒ = 2 r U^T → ✗
    $Y = aX + b$. $\operatorname{Var}(Y) = a^2 \operatorname{Var}(X)$ → · ✓ // no row
      ~ a^2 ⇒ a → ✗
    $r = M u + c$. $s = M^T r$. $\frac{\partial E}{\partial u} = M^T \frac{\partial E}{\partial r}$ → · · ✓ // columns
      ~ M^T \frac{\partial E}{\partial r} ⇒ 2 M^T \frac{\partial E}{\partial r} → ✗
  `);

  rows('Kronecker products and vec', String.raw`
    Kronecker: $\operatorname{vec}(P Y R) = (R^T \otimes P) \operatorname{vec}(Y)$. → ✓
      ~ R^T \otimes P ⇒ R \otimes P → ✗
      ~ R^T \otimes P ⇒ P \otimes R^T → ? // it holds where vec goes by rows
    With the Kronecker product and columns stacked by vec, $\operatorname{vec}(P Y R) = (R^T \otimes P) \operatorname{vec}(Y)$. → ✓
      ~ R^T \otimes P ⇒ P \otimes R^T → ✗
    Kronecker: $(P \otimes Q)(R \otimes S) = P R \otimes Q S$. → ✓
      ~ P R \otimes Q S ⇒ P S \otimes Q R → ✗
    Kronecker: $(P \otimes Q)^{-1} = P^{-1} \otimes Q^{-1}$. → ✓
      ~ P^{-1} \otimes Q^{-1} ⇒ Q^{-1} \otimes P^{-1} → ✗
    Kronecker, with $P \in \mathbb{R}^{a \times a}$ and $Q \in \mathbb{R}^{c \times c}$: $\det(P \otimes Q) = \det(P)^c \det(Q)^a$. → · · ✓
      ~ \det(P)^c \det(Q)^a ⇒ \det(P)^a \det(Q)^c → ✗
    Kronecker: $\det(P \otimes Q) = \det(P)^c \det(Q)^a$. → ? // c and a may be the sizes
    $P \otimes Q = Q \otimes P$. → ? // another product of matrices than that of Kronecker
    Kronecker: $\operatorname{vec}(P Y + Y R) = (I \otimes P + R^T \otimes I) \operatorname{vec}(Y)$. → ✓
      ~ R^T \otimes I ⇒ R \otimes I → ✗
    Kronecker: $\frac{\partial \operatorname{vec}(P Y R)}{\partial \operatorname{vec}(Y)} = R^T \otimes P$. → ✓
      ~ = R^T ⇒ = 2 R^T → ✗
    $\operatorname{tr}(P^T Q) = \operatorname{vec}(P)^T \operatorname{vec}(Q)$. → ✓
      ~ \operatorname{tr}(P^T Q) ⇒ \operatorname{tr}(P Q) → ✗
    Kronecker: $\begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix} \otimes \begin{pmatrix} 1 & 3 \end{pmatrix} = \begin{pmatrix} 1 & 3 & 2 & 6 \\ 0 & 0 & 1 & 3 \end{pmatrix}$. → ✓
      ~ \begin{pmatrix} 1 & 3 & 2 & 6 ⇒ \begin{pmatrix} 1 & 2 & 3 & 6 → ✗
  `);

  rows('functions at a step of their parameter', String.raw`
    Samples $x_t \in \mathbb{R}^m$. $g(x) = w^T x + c$. $x = u + r \frac{w}{\|w\|}$. $g(x) - c = w^T u + r \|w\|$. → · · · ✓
      ~ + r \|w\| ⇒ - r \|w\| → ✗
    Let $h(u) = \frac12 u^T A u - c^T u$ with $A = A^T$. $h(u_k + s d_k) = h(u_k) + s d_k^T (A u_k - c) + \frac12 s^2 d_k^T A d_k$. → · · ✓
      ~ (A u_k - c) ⇒ (A u_k + c) → ✗
      ~ + \frac12 s^2 ⇒ + s^2 → ✗
    Let $h(u) = \frac12 u^T A u - c^T u$ with $A = A^T$. $\nabla h(u_k)^T d_k = d_k^T (A u_k - c)$. → · · ✓
      ~ (A u_k - c) ⇒ (A d_k - c) → ✗
  `);

  rows('differentials', String.raw`
    $d(P^{-1}) = -P^{-1} (dP) P^{-1}$. → ✓
      ~ = -P^{-1} ⇒ = P^{-1} → ✗
      ~ (dP) P^{-1} ⇒ (dP) → ✗
    $d(P Q) = (dP) Q + P (dQ)$. → ✓
      ~ + P (dQ) ⇒ + (dQ) P → ✗
    $g = \log\det P$. $dg = \operatorname{tr}(P^{-1} dP)$. → · ✓
      ~ \operatorname{tr}(P^{-1} dP) ⇒ \operatorname{tr}(P^{-T} dP) → ✗
    Let $R = A X - C$ and $g = \operatorname{tr}(R^T R)$. $dg = 2 \operatorname{tr}(R^T dR) = 2 \operatorname{tr}(R^T A dX)$. → · · ✓ ✓
      ~ R^T A dX ⇒ R^T A^T dX → · · ✓ ✗
      ~ = 2 \operatorname{tr}(R^T dR) ⇒ = \operatorname{tr}(R^T dR) → ✗
    $\mathrm{d}(P Q) = (\mathrm{d}P) Q + P \mathrm{d}Q$. → ✓
      ~ + P \mathrm{d}Q ⇒ - P \mathrm{d}Q → ✗
    Let $g(x, y) = x^2 y$. $dg = 2 x y dx + x^2 dy$. → · ✓
      ~ + x^2 dy ⇒ - x^2 dy → ?
    $(P + dP)(Q + dQ) - P Q = (dP) Q + P (dQ)$. → ? // to first order
      ~ + P (dQ) ⇒ - P (dQ) → ?
    Let $Q^T Q = I$ and $d(Q^T Q) = (dQ)^T Q + Q^T dQ$. Hence $Q^T dQ = -(dQ)^T Q$. → · ✓ ? // dQ is not free
      ~ + Q^T dQ$. ⇒ - Q^T dQ$. → · · ?
    Let $S$ be a symmetric matrix. $\operatorname{tr}(A^T dS) = \operatorname{tr}(A dS)$. → ✓
      ~ = \operatorname{tr}(A dS) ⇒ = 2\operatorname{tr}(A dS) → ✗
    Let $S$ be any matrix. $\operatorname{tr}(A^T dS) = \operatorname{tr}(A dS)$. → ✗
    With $d$ features and $K$ classes there are $dK + K = 2 K d$ parameters. → ? // a product
    $u = V w$, $w = A x$. $dw = V^T du$. → · · · // the name of a gradient
    $z = w x + b$, $a = \sigma(z)$, $L = -y \log a - (1 - y) \log(1 - a)$. $dz = \frac{\partial L}{\partial z} = a - y$ and $dw = \frac{\partial L}{\partial w} = dz \cdot x$. → · · · · ✓ · ✓
      ~ = dz \cdot x ⇒ = dz \cdot w → ✗
      ~ = a - y$ ⇒ = a + y$ → ✗
  `);

  rows('functions whose values are vectors', String.raw`
    $q(y) = \frac{e^{w^T g(y)}}{\sum_z e^{w^T g(z)}}$. $\nabla_w \log q(y) = g(y) - \sum_z q(z) g(z)$ → · ✓
      ~ g(y) - ⇒ g(y) + → ✗
      ~ q(z) g(z)$ ⇒ q(z) g(y)$ → ✗
    $A(\eta) = \log \sum_x e^{\eta^T T(x)}$, $p(x) = e^{\eta^T T(x) - A(\eta)}$. $\nabla_\eta^2 A = \sum_x p(x) T(x) T(x)^T - (\sum_x p(x) T(x))(\sum_x p(x) T(x))^T$ → · · ✓
      ~ T(x)^T - ⇒ T(x)^T + → ✗
    $Q(s, a) = w^T \phi(s, a)$. $\nabla_w (r - Q(s, a))^2 = -2 (r - Q(s, a)) \phi(s, a)$ → · ✓
      ~ = -2 ⇒ = 2 → ✗
    $v(s) = x(s)^T \theta$. $\nabla_\theta (v(s) - r)^2 = 2 (v(s) - r) x(s)$ → · ✓
      ~ = 2 (v ⇒ = -2 (v → ?
  `);

  rows('rows of a matrix that another exercise speaks of', String.raw`
    # 1⏎$a_n = w^T x_n$.⏎# 2⏎$x_n^T$ are the rows of $X$, and $E = \sum_n (a_n - t_n)^2$. $\nabla_w E = 2 X^T (X w - t) = 2 \sum_n (a_n - t_n) x_n$, $\frac{\partial a_n}{\partial w} = x_n$ → · · ✓ ✓ ✓
      ~ = 2 \sum_n ⇒ = \sum_n → ✗
      ~ = x_n$ ⇒ = 2 x_n$ → ✗
    $E = \|A w - t\|^2$. $\nabla\nabla^T E(w) = 2 A^T A$ → · ✓
      ~ E(w) = 2 ⇒ E(w) = → ✗
  `);

  rows('which norm of a matrix', String.raw`
    $B = \begin{bmatrix} 1 & -2 \\ 3 & 5 \end{bmatrix}$. $\|B\|_\infty = 8$, $\|B\|_1 = 7$. → · ✓ ✓
      ~ = 8$ ⇒ = 5$ → · ✗ ✓
      ~ = 7$ ⇒ = 8$ → · ✓ ✗
    Let $B \in \mathbb{R}^{n \times n}$. $\|B\|_\infty = \max_i \sum_j |b_{ij}|$ and $\|B\|_1 = \max_j \sum_i |b_{ij}|$. → · ✓ ✓
      ~ \max_i \sum_j ⇒ \max_j \sum_i → · ✗ ✓
    Let $W \in \mathbb{R}^{m \times n}$ and $R = \lambda \|W\|_1$. $\frac{\partial R}{\partial W} = \lambda \, \mathrm{sign}(W)$. → · · ✓ // a penalty
      ~ = \lambda \, \mathrm ⇒ = -\lambda \, \mathrm → ✗
    $B = \begin{bmatrix} 3 & 0 \\ 0 & 1 \end{bmatrix}$. $\frac{1}{\|B\|} = \frac13$, $\|B\| \|B^{-1}\| = 3$. → · ? ? // the largest singular value
    Let $Y, V \in \mathbb{R}^{m \times n}$. $\|Y - V\|^2 = \mathrm{tr}(Y^T Y) - 2\mathrm{tr}(V^T Y) + \mathrm{tr}(V^T V)$ → · ✓
      ~ - 2\mathrm ⇒ + 2\mathrm → ✗
  `);

  rows('bars around a vector', String.raw`
    Let $X \in \mathbb{R}^{n \times d}$ and $J(w) = |X w - y|^2 + \lambda |w|^2$. $\nabla J(w) = 2 X^T (X w - y) + 2 \lambda w$ → · · ✓
      ~ + 2 \lambda w ⇒ + \lambda w → ✗
    Let $u \in \mathbb{R}^n$. $|u|^2 = u^T u$ → · ✓
      ~ u^T u ⇒ 2 u^T u → ✗
  `);

  rows('how far an operator reaches', String.raw`
    The penalty has $\nabla_w \frac{\mu}{2} \|w\|^2 = \mu w$ → ✓
      ~ = \mu w ⇒ = \frac{\mu}{2} w → ✗
    $\nabla_u \lambda \|u\|^2 = 2 \lambda u$ → ✓
      ~ = 2 \lambda u ⇒ = \lambda u → ✗
    Let $h(u) = u^T u$. $\nabla h \|u\| = 2 u \|u\|$ → · ✓ // a function is no weight
      ~ = 2 u ⇒ = u → ✗
    Let $h(u) = u^T u$. $\|\nabla h\| \|u\| = 2 u^T u$ → · ✓
      ~ = 2 u^T u ⇒ = u^T u → ✗
    $\frac{\partial}{\partial M} (p - q)^T M (p - q) = (p - q)(p - q)^T$ → ✓ // M is a matrix between columns
      ~ (p - q)(p - q)^T ⇒ (p - q)^T(p - q) → ?
    $\frac{\partial}{\partial p} [(q - p)^T M (q - p)] = -(M + M^T)(q - p)$ → ✓
      ~ -(M + M^T) ⇒ -2M → ? // for a symmetric M
  `);
  rows('gradients by a vector', String.raw`
    Let $a, x \in \mathbb{R}^n$. $\nabla_x (a^T x) = a$. → · ✓
      ~ = a$ ⇒ = x$ → ✗
      ~ = a$ ⇒ = -a$ → ✗
    Let $x \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$. $\nabla_x (x^T A x) = (A + A^T)x$. → · · ✓
      ~ (A + A^T)x ⇒ 2Ax → ✗
      ~ (A + A^T)x ⇒ (A - A^T)x → ✗
    Let $A \in \mathbb{R}^{n\times n}$ be symmetric. $\nabla_x (x^T A x) = 2Ax$. → · ✓
      ~ = 2Ax ⇒ = Ax → ✗
      ~ = 2Ax ⇒ = 2A → ?
    Let $A \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$. $\nabla_x \|Ax\|^2 = 2A^TAx$. → · · ✓
      ~ = 2A^TAx ⇒ = 2AAx → ✗
      ~ = 2A^TAx ⇒ = A^TAx → ✗
      ~ = 2A^TAx ⇒ = 2AA^Tx → ✗
    Let $A \in \mathbb{R}^{n\times n}$, $x \in \mathbb{R}^n$. $\nabla_x \|Ax\|^2 = 2A^TAx$. → · · ✓
      ~ = 2A^TAx ⇒ = 2AAx → ✗
      ~ = 2A^TAx ⇒ = 2AA^Tx → ✗
    $L(w) = \|Xw - y\|^2$, $X \in \mathbb{R}^{n\times d}$. $\nabla_w L = 2X^T(Xw-y)$. → · · ✓
      ~ 2X^T( ⇒ 2X( → ✗
      ~ (Xw-y) ⇒ (y-Xw) → ✗
      ~ 2X^T( ⇒ X^T( → ✗
    $L(w) = \frac{1}{2n} \|Xw - y\|^2$, $X \in \mathbb{R}^{n\times d}$. $\nabla_w L = \frac1n X^T(Xw-y)$. → · · ✓
      ~ \frac1n X^T ⇒ \frac1d X^T → ✗
      ~ \frac1n X^T ⇒ X^T → ✗
    $L(w) = \|Xw - y\|^2 + \lambda \|w\|^2$, $X \in \mathbb{R}^{n\times d}$. $\nabla_w L = 2X^T(Xw-y) + 2\lambda w$. → · · ✓
      ~ + 2\lambda ⇒ - 2\lambda → ✗
      ~ + 2\lambda ⇒ + \lambda → ✗
    $L(w) = \|Xw - y\|^2$, $X \in \mathbb{R}^{n\times d}$. $\nabla^2_w L = 2X^TX$. → · · ✓
      ~ 2X^TX ⇒ X^TX → ✗
      ~ 2X^TX ⇒ 2XX^T → ✗
    $\nabla_x \|x\|^2 = 2x$ → ✓
      ~ = 2x ⇒ = x → ✗
    $\nabla_x \|x\|_2 = \frac{x}{\|x\|_2}$ → ✓
      ~ \frac{x} ⇒ \frac{2x} → ✗
    $\nabla_x \|x - a\|^2 = 2(x - a)$ → ✓
      ~ 2(x - a) ⇒ 2(a - x) → ✗
      ~ 2(x - a) ⇒ 2x → ?
    Let $a, b, x \in \mathbb{R}^n$. $\nabla_x (a^T x)(b^T x) = (b^T x) a + (a^T x) b$. → · ✓
      ~ (b^T x) a + (a^T x) b ⇒ (b^T x) a → ✗
      ~ + (a^T x) b ⇒ + (a^T x) a → ✗
      ~ + (a^T x) b ⇒ - (a^T x) b → ✗
    $\mathbf{z} = \mathbf{W} \mathbf{x} + \mathbf{b}$. $\frac{\partial \mathbf{z}}{\partial \mathbf{x}} = \mathbf{W}$. → · ✓
      ~ = \mathbf{W}$ ⇒ = \mathbf{x}$ → ?
      ~ = \mathbf{W}$ ⇒ = -\mathbf{W}$ → ✗
    $\frac{\partial}{\partial x} A x = A$, where $A \in \mathbb{R}^{m \times n}$. → ✓ ·
      ~ = A$ ⇒ = 2A$ → ✗
    $\frac{\partial}{\partial x} A x = A^T$, where $A \in \mathbb{R}^{m \times n}$. → ✓ · // denominator layout
      ~ = A^T ⇒ = -A^T → ✗
  `);

  rows('a star beside products of matrices', String.raw`
    $J = \sum_{ij} Y_{ij} A_{ij}$, $A = W Z$, $Z = g(U)$, $U = V X$. $\frac{\partial J}{\partial V} = (W^T Y * g'(U)) X^T$ → · · · · ✓
      ~ (W^T Y ⇒ (W Y → ?
    $J = \sum_{ij} Y_{ij} A_{ij}$, $A = W Z$, $Z = g(U)$, $U = V X$. $\frac{\partial J}{\partial V} = [X (W^T Y * g'(U))^T]^T$ → · · · · ✓
      ~ [X ⇒ -[X → ?
    $A, B \in \mathbb{R}^{n \times n}$. $A * B = B * A$ → · ✗
  `);

  rows('gradients by a matrix', String.raw`
    Let $A, X \in \mathbb{R}^{m \times n}$. $\nabla_X \mathrm{tr}(A^T X) = A$. → · ✓
      ~ = A$ ⇒ = -A$ → ✗
      ~ = A$ ⇒ = X$ → ✗
    Let $X \in \mathbb{R}^{n\times n}$. $\nabla_X \ln \det X = X^{-T}$. → · ✓
      ~ = X^{-T} ⇒ = X^T → ✗
      ~ = X^{-T} ⇒ = -X^{-T} → ✗
    $L = \|W x - y\|^2$, $W \in \mathbb{R}^{m \times n}$. $\frac{\partial L}{\partial W} = 2 (W x - y) x^T$. → · · ✓
      ~ (W x - y) x^T ⇒ (y - W x) x^T → ✗
      ~ 2 (W ⇒ (W → ✗
    $\frac{\partial}{\partial W} (a^T W b) = a b^T$ → ✓
      ~ = a b^T ⇒ = a^T b → ?
      ~ = a b^T ⇒ = 2 a b^T → ✗
    $\nabla_X \mathrm{tr}(X^T X) = 2X$ → ✓
      ~ = 2X ⇒ = X → ✗
  `);

  rows('entries', String.raw`
    $z_i = \sum_j W_{ij} x_j + b_i$. $\frac{\partial z_i}{\partial W_{ij}} = x_j$, $\frac{\partial z_i}{\partial x_j} = W_{ij}$, $\frac{\partial z_i}{\partial b_i} = 1$. → · ✓ ✓ ✓
      ~ = x_j$ ⇒ = x_i$ → ✗
      ~ = W_{ij}$ ⇒ = W_{ji}$ → ✗
      ~ = 1$ ⇒ = 2$ → ✗
    $\frac{\partial}{\partial x_i} \sum_j x_j^2 = 2 x_i$ → ✓
      ~ 2 x_i ⇒ 2 x_j → ✗
      ~ 2 x_i ⇒ 2 \sum_i x_i → ✗
    $f(x) = \sum_i x_i^2$. $\frac{\partial f}{\partial x_k} = 2x_k$. → · ✓
      ~ = 2x_k ⇒ = x_k → ✗
      ~ = 2x_k ⇒ = 2x_i → ✗
    $f(x) = \sum_i \sum_j A_{ij} x_i x_j$. $\frac{\partial f}{\partial x_k} = \sum_j A_{kj} x_j + \sum_i A_{ik} x_i$. → · ✓
      ~ + \sum_i A_{ik} x_i ⇒  → ✗
      ~ A_{ik} ⇒ A_{ki} → ✗
    $C_{ij} = \sum_k A_{ik} B_{kj}$. $\frac{\partial C_{ij}}{\partial A_{ik}} = B_{kj}$. → · ✓
      ~ = B_{kj} ⇒ = B_{jk} → ✗
    $(AB)^T = B^T A^T$ → ✓
      ~ = B^T A^T ⇒ = A^T B^T → ✗
    $x^T A x = \sum_i \sum_j a_{ij} x_i x_j$ → ✓
      ~ x_i x_j ⇒ x_i x_i → ✗
    $\|x\|^2 = \sum_i x_i^2 = x^T x$ → ✓ ✓
      ~ x_i^2 = ⇒ x_i = → ✗
      ~ = x^T x ⇒ = 2 x^T x → ✗
    $\langle x, y \rangle = \sum_i x_i y_i$ → ✓
      ~ x_i y_i ⇒ x_i x_i → ?
    $\mathrm{tr}(A) = \sum_i a_{ii}$, where $A \in \mathbb{R}^{n \times n}$. → ✓ ·
      ~ a_{ii} ⇒ a_{ii}^2 → ✗
    $\mathrm{tr}(AB) = \mathrm{tr}(BA)$ → ✓
      ~ = \mathrm{tr}(BA) ⇒ = \mathrm{tr}(B^TA) → ✗
    $\|x - y\|^2 = \|x\|^2 - 2 x^T y + \|y\|^2$ → ✓
      ~ - 2 x^T y ⇒ - x^T y → ✗
      ~ - 2 x^T y ⇒ + 2 x^T y → ✗
    $(x + y)^T (x - y) = x^T x - y^T y$ → ✓
      ~ - y^T y ⇒ + y^T y → ✗
  `);

  rows('how many ones', String.raw`
    With $C = I - \frac1n\mathbf{1}\mathbf{1}^T$ we have $C^T = C$. So $C^2 = C$ and $C\mathbf{1} = 0$. → · ✓ ✓ ✓
      ~ C^2 = C ⇒ C^2 = 2C → ✗
      ~ C\mathbf{1} = 0 ⇒ C\mathbf{1} = \mathbf{1} → ✗
    Let $Q = I - \frac{1}{r}\mathbf{1}\mathbf{1}^T$ with $\mathbf{1} \in \mathbb{R}^r$. Then $Q\mathbf{1} = 0$. → · · ✓
      ~ Q\mathbf{1} = 0 ⇒ Q\mathbf{1} = \mathbf{1} → ✗
    The mean is $\bar u = \frac1n\mathbf{1}^T u$. So $\bar u = \frac1n\sum_{i=1}^n u_i$ and $\mathbf{1}^T(u - \bar u\mathbf{1}) = 0$. → · ✓ ✓
      ~ (u - \bar u ⇒ (u + \bar u → ·
      ~ = \frac1n\sum ⇒ = \sum → ·
  `);

  rows('orthonormal columns', String.raw`
    Let $U \in \mathbb{R}^{d \times k}$ have orthonormal columns and $P = U U^T$. Then $P^2 = P$ and $\|U z\|^2 = \|z\|^2$. → · · ✓ ✓
      ~ P^2 = P ⇒ P^2 = 2P → ✗
      ~ = \|z\|^2 ⇒ = 2\|z\|^2 → ✗
    If $U \in \mathbb{R}^{d \times k}$ has orthonormal columns, $U^T U = I$, then $P = U U^T$ is a projection: $P^2 = P$. → · ✓ · ✓
      ~ $P^2 = P$ ⇒ $P^2 = I$ → ?
    The rows of $A \in \mathbb{R}^{k \times d}$ are orthonormal. So $\|A^T z\|^2 = \|z\|^2$. → · ✓
      ~ \|A^T z\|^2 ⇒ 2\|A^T z\|^2 → ?
  `);

  rows('the diagonal of a matrix', String.raw`
    Let $N = G - C$ with a symmetric $C$ and the diagonal degree matrix $G$, $G_{ii} = \sum_j C_{ij}$. Then $u^T N u = \frac12\sum_{i,j} C_{ij}(u_i - u_j)^2$ and $N\mathbf{1} = 0$. → · · ✓ ✓
      ~ \frac12\sum ⇒ \sum → ✗
      ~ N\mathbf{1} = 0 ⇒ N\mathbf{1} = \mathbf{1} → ✗
    Let $N = G - C$ with a symmetric $C$ and $G_{ii} = \sum_j C_{ij}$. Then $N\mathbf{1} = 0$. → · · ? // nobody says what stands off the diagonal
    Let $q = \sigma(Zw)$ and $J = -\sum_{i=1}^m t_i \log q_i + (1 - t_i)\log(1 - q_i)$. Then $\nabla^2_w J = Z^T R Z$, where $R$ is the diagonal matrix with $R_{ii} = q_i(1 - q_i)$. → · · ✓ ·
      ~ Z^T R Z ⇒ Z^T Z → ?
      ~ = q_i(1 - q_i) ⇒ = q_i → · · ? ·
    Let $S$ be diagonal with $S_{ii} = c_i$. Then $\operatorname{tr} S = \sum_i c_i$ and $u^T S u = \sum_i c_i u_i^2$. → · ✓ ✓
      ~ = \sum_i c_i u ⇒ = \sum_i c_i^2 u → ✗
  `);

  rows('entries that brackets name', String.raw`
    Let $\mathbf{C} = (c_{ij}) \in \mathbb{R}^{n\times n}$. $\mathrm{tr}(\mathbf{C}) = \sum_{i=1}^{n} c_{ii}$. → · · ✓
      ~ c_{ii} ⇒ c_{ii}^2 → ✗
    Let $X = (x_{ij})$. $\|y - X w\|^2 = \sum_i (y_i - \sum_j x_{ij} w_j)^2$. → · ✓
      ~ \sum_j x_{ij} w_j)^2 ⇒ \sum_j x_{ij} w_j) → ✗
    Let $\mathbf{D} = [d_{kl}]_{k,l=1}^m$. $\|\mathbf{D}\|_F^2 = \sum_{k,l} d_{kl}^2$. → · ✓
      ~ d_{kl}^2 ⇒ d_{kl} → ✗
    Let $\mathbf{Q} = (w_{kl})$ and $y = \mathbf Q x$. $y_k = \sum_l w_{kl} x_l$. $\frac{\partial y_k}{\partial x_l} = w_{kl}$. → · · ✓ ✓
      ~ = w_{kl} ⇒ = w_{lk} → ✗
    Let $\Omega = (\omega_{ij})$ be positive definite. $\nabla_x (x^T \Omega x) = 2 \Omega x$. → · ✓
      ~ = 2 \Omega x ⇒ = \Omega x → ✗
    Let $K = (k_{ij})$ with $k_{ij} = x_i^T x_j$. $K_{ij} = x_i^T x_j$. → · · ✓
      ~ $K_{ij} = x_i^T x_j ⇒ $K_{ij} = x_i^T x_i → · // another definition
    Let $M = (s_{ji})$. $\mathrm{tr}(M^2) = \sum_{i,j} s_{ij} s_{ji}$. → · ?
    Let $P = (p_{ij})^T$. $P_{ij} = p_{ij}$. → · ·
    $\mathbf{U}_{ij} = g_{ij}$. $\|\mathbf U\|_F^2 = \sum_{i,j} g_{ij}^2$. → · ✓
      ~ g_{ij}^2 ⇒ g_{ij} → ✗
  `);

  rows('capitals that are only multiplied', String.raw`
    $F = M \cdot N$. $\frac{dF}{dt} = N \cdot \frac{dM}{dt} + M \cdot \frac{dN}{dt}$. → · ? // of matrices it is wrong
    $F = M \cdot N$. $\frac{dF}{dt} = \frac{dM}{dt} N + M \frac{dN}{dt}$. → · ✓
      ~ M \frac{dN}{dt} ⇒ \frac{dN}{dt} → ✗
    $\frac{d}{dx}(UV) = V\frac{dU}{dx} + U\frac{dV}{dx}$ → ?
    The revenue is $R = P \cdot Q$. $\frac{dR}{dQ} = Q \frac{dP}{dQ} + P$. → · ?
    Let $U$ and $V$ be matrices. $\frac{d}{dx}(UV) = V\frac{dU}{dx} + U\frac{dV}{dx}$. → ✗
    $\frac{d}{dx}(U^T V) = V\frac{dU^T}{dx} + U^T\frac{dV}{dx}$ → ✗
    For square matrices $A, B$: $(A+B)(A-B) = A A - B B$. → ✗
    $(A+B)(A-B) = AA - BB$ → ?
  `);

  rows('least squares', String.raw`
    Let $v \in \mathbb{R}^d$ and $E(v) = \frac12 \sum_{i=1}^m \big( \big< v, \psi(u_i) \big> - t_i \big)^2$. $\nabla_v E(v) = \sum_{i=1}^m \big( \big< v, \psi(u_i) \big> - t_i \big) \psi(u_i)$ → · · ✓
      ~ \nabla_v E(v) = ⇒ \nabla_v E(v) = - → ✗
    $L(w) = \|Xw - y\|^2$, $X \in \mathbb{R}^{n\times d}$. Setting the gradient to zero, $\nabla_w L = 0$ gives $X^T X w = X^T y$. → · · · ✓
      ~ = X^T y ⇒ = -X^T y → ✗
      ~ = X^T y ⇒ = 2X^T y → ✗
    $L(w) = \|Xw - y\|^2$, $X \in \mathbb{R}^{n\times d}$. $\nabla_w L = 0$ $\Rightarrow$ $w = (X^T X)^{-1} X^T y$. → · · · ✓
      ~ (X^T X)^{-1} X^T y ⇒ X^T y → ? // not yet
      ~ (X^T X)^{-1} X^T y ⇒ (X^T X)^{-1} X y → ✗
      ~ (X^T X)^{-1} X^T y ⇒ X^T y → ?
    $E(a, b) = \sum_{i=1}^n (y_i - a x_i - b)^2$. $\frac{\partial E}{\partial b} = -2 \sum_{i=1}^n (y_i - a x_i - b)$. $\frac{\partial E}{\partial b} = 0 \Rightarrow b = \frac1n \sum_{i=1}^n (y_i - a x_i)$. → · ✓ · ✓
      ~ = -2 \sum ⇒ = 2 \sum → ✗
      ~ \Rightarrow b = \frac1n ⇒ \Rightarrow b = → ✗
    $E(a, b) = \sum_{i=1}^n (y_i - a x_i - b)^2$. $\frac{\partial E}{\partial a} = -2 \sum_{i=1}^n x_i (y_i - a x_i - b)$. → · ✓
      ~ x_i (y_i - ⇒ (y_i - → ✗
      ~ x_i (y_i - ⇒ x_i (y_i + → ✗
    $J(\theta) = \frac{1}{2m} \sum_{i=1}^m (\theta^T x^{(i)} - y^{(i)})^2$. $\frac{\partial J}{\partial \theta_j} = \frac1m \sum_{i=1}^m (\theta^T x^{(i)} - y^{(i)}) x_j^{(i)}$. → · ✓
      ~ = \frac1m \sum ⇒ = \sum → ✗
      ~ x_j^{(i)} ⇒ x_i^{(j)} → ✗
    $J(w) = \frac12 (w - 3)^2$. $J'(w) = 0 \Rightarrow w = 3$. → · · ✓
      ~ w = 3 ⇒ w = -3 → ?
  `);

  rows('matrices', String.raw`
    $Q = V\Lambda V^T$ is the eigendecomposition. $Q v_i = \lambda_i v_i$. → · ✓
      ~ \lambda_i v_i ⇒ \lambda_i v_j → ✗
      ~ = \lambda_i v_i ⇒ = v_i → ?
    $Q = V\Lambda V^T$ is the eigendecomposition. $Q^2 = V\Lambda^2V^T$. → · ✓
      ~ \Lambda^2 ⇒ \Lambda → ?
    $Q = V\Lambda V^T$ is the eigendecomposition. $Q^{-1} = V\Lambda^{-1}V^T$. → · ✓
      ~ \Lambda^{-1} ⇒ \Lambda → ?
    Let $Y = P S R^T$ be the SVD. $(Y^T Y + \mu I)^{-1} Y^T z = R (S^2 + \mu I)^{-1} S P^T z$ → · ✓
      ~ (S^2 + ⇒ (S + → ✗
    $Q = V\Lambda V^T$ is the eigendecomposition. $Q = \sum_i \lambda_i v_i v_i^T$. → · · // not yet: taken as another definition
    $(A^T)^T = A$ → ✓
      ~ = A$ ⇒ = A^T$ → ✗
    $(A + B)^T = A^T + B^T$ → ✓
      ~ = A^T + B^T ⇒ = A + B^T → ✗
    Let $A, B \in \mathbb{R}^{n\times n}$. $(AB)^{-1} = B^{-1} A^{-1}$. → · ✓
      ~ = B^{-1} A^{-1} ⇒ = A^{-1} B^{-1} → ✗
    Let $A, B \in \mathbb{R}^{n\times n}$. $\det(AB) = \det(A) \det(B)$. → · ✓
      ~ \det(A) \det(B) ⇒ \det(A) + \det(B) → ✗
    Let $A \in \mathbb{R}^{n\times n}$. $\det(2A) = 2^n \det(A)$. → · ✓
      ~ = 2^n ⇒ = 2 → ✗
    Let $A, B \in \mathbb{R}^{n\times n}$. $(A + B)^2 = A^2 + AB + BA + B^2$. → · ✓
      ~ AB + BA ⇒ 2AB → ✗
    Let $A \in \mathbb{R}^{m\times n}$ and $B \in \mathbb{R}^{n\times m}$. $AB = BA$. → · · ✗ // of different sizes
    $\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix} = \begin{pmatrix} ax + by \\ cx + dy \end{pmatrix}$ → ✓
      ~ ax + by ⇒ ax + cy → ?
      ~ cx + dy ⇒ cx - dy → ✗
    $\det \begin{pmatrix} a & b \\ c & d \end{pmatrix} = ad - bc$ → ✓
      ~ ad - bc ⇒ ad + bc → ✗
      ~ ad - bc ⇒ ab - cd → ✗
    $\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1} = \frac{1}{ad - bc} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}$ → ✓
      ~ d & -b ⇒ d & b → ✗
  `);
  rows('powers of matrices of numbers', String.raw`
    $\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^2 = \begin{pmatrix} 7 & 10 \\ 15 & 22 \end{pmatrix}$ → ✓
      ~ 7 & 10 \\ 15 & 22 ⇒ 1 & 4 \\ 9 & 16 → ✗ // each entry squared
    $M = \begin{pmatrix} 1 & 2 \\ 0 & 4 \end{pmatrix}$. $M^3 = \begin{pmatrix} 1 & 42 \\ 0 & 64 \end{pmatrix}$ → · ✓
      ~ 1 & 42 ⇒ 1 & 40 → ✗
      ~ 1 & 42 ⇒ 1 & 8 → ? // some add up the squares of the entries of a gradient
    $M = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$. $M^2 - 5M - 2I = 0$ → · ✓
      ~ - 5M ⇒ - 4M → ✗
    $M = \begin{pmatrix} 1 & 2 & 0 \\ 3 & 4 & 1 \end{pmatrix}$. $M^2 = \begin{pmatrix} 1 & 4 & 0 \\ 9 & 16 & 1 \end{pmatrix}$ → · ✓ // no other power is there
      ~ 9 & 16 ⇒ 9 & 8 → ✗
  `);

  rows('matrices of blocks', String.raw`
    Let $A \in \mathbb{R}^{m\times m}$ and $B \in \mathbb{R}^{m\times n}$. $\begin{bmatrix} A & B \\ 0 & I \end{bmatrix}^T = \begin{bmatrix} A^T & 0 \\ B^T & I \end{bmatrix}$ → · · ✓
      ~ 0 \\ B^T ⇒ 0 \\ B → ✗
    Let $u, v \in \mathbb{R}^n$. $\begin{bmatrix} u \\ v \end{bmatrix}^T \begin{bmatrix} u \\ v \end{bmatrix} = u^T u + v^T v$ → · ✓
      ~ + v^T v ⇒ + u^T v → ✗
    Let $W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$. $\begin{bmatrix} W & b \end{bmatrix} \begin{bmatrix} x \\ 1 \end{bmatrix} = Wx + b$ → · · · ✓
      ~ = Wx + b ⇒ = Wx - b → ✗
    Let $w, x \in \mathbb{R}^n$, $\tilde w = \begin{bmatrix} w \\ b \end{bmatrix}$, $\tilde x = \begin{bmatrix} x \\ 1 \end{bmatrix}$. $\tilde w^T \tilde x = w^T x + b$ → · · · ✓
      ~ = w^T x + b ⇒ = w^T x → ?
    Let $X \in \mathbb{R}^{n\times d}$. $\begin{bmatrix} X \\ \sqrt{\lambda} I \end{bmatrix}^T \begin{bmatrix} X \\ \sqrt{\lambda} I \end{bmatrix} = X^T X + \lambda I$ → · ✓
      ~ + \lambda I ⇒ + \lambda^2 I → ✗
    Let $A \in \mathbb{R}^{n\times n}$, $B \in \mathbb{R}^{m\times m}$. $\det \begin{bmatrix} A & 0 \\ 0 & B \end{bmatrix} = \det(A) \det(B)$ → · · ✓
      ~ = \det(A) ⇒ = 2\det(A) → ✗
    $\begin{bmatrix} x & 1 \end{bmatrix} \begin{bmatrix} x \\ 1 \end{bmatrix} = x^2 + 1$ → ✓
      ~ + 1$ ⇒ - 1$ → ✗
    Let $w \in \mathbb{R}^n$. $\begin{bmatrix} w & b \end{bmatrix} = b$ → · ? // a number beside a column
    Let $A \in \mathbb{R}^{m\times n}$ and $x \in \mathbb{R}^m$. $\begin{bmatrix} A \\ x \end{bmatrix} = \begin{bmatrix} A \\ x \end{bmatrix}$ → · · ? // n is not 1 for its sake
  `);

  rows('lists and matrices with dots', String.raw`
    Let $X = [x_1, x_2, \dots, x_n]$ with $x_i \in \mathbb{R}^d$. $X X^T = \sum_i x_i x_i^T$ → · · ✓
      ~ X X^T = ⇒ X^T X = → ✗
    Let $X = \begin{bmatrix} x_1^T \\ \vdots \\ x_n^T \end{bmatrix}$ with $x_i \in \mathbb{R}^d$. $X^T X = \sum_i x_i x_i^T$ → · · ✓
      ~ = \sum_i x_i ⇒ = 2\sum_i x_i → ✗
    Let $A = \begin{bmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & \ddots & \vdots \\ a_{m1} & \cdots & a_{mn} \end{bmatrix}$. $(Ax)_i = \sum_{j=1}^n a_{ij} x_j$ → · ✓
      ~ a_{ij} x_j ⇒ a_{ji} x_j → ✗
    Let $f(x) = \sum_{i=1}^n x_i^3$. $\nabla f = \begin{bmatrix} 3x_1^2 \\ \vdots \\ 3x_n^2 \end{bmatrix}$ → · ✓
      ~ 3x_1^2 \\ \vdots \\ 3x_n^2 ⇒ 3x_1 \\ \vdots \\ 3x_n → ✗
    Let $f(x) = (x^T x)^2$. $\nabla^2 f = \begin{bmatrix} \frac{\partial^2 f}{\partial x_1^2} & \cdots & \frac{\partial^2 f}{\partial x_1 \partial x_n} \\ \vdots & \ddots & \vdots \\ \frac{\partial^2 f}{\partial x_n \partial x_1} & \cdots & \frac{\partial^2 f}{\partial x_n^2} \end{bmatrix}$ → · ✓
      ~ \nabla^2 f = ⇒ \nabla^2 f = 2 → ✗
    $v = [1, \dots, 7, 9]$ → · // no pattern: only named
  `);

  rows('products of entries', String.raw`
    Let $z = Wx + b$ with $W \in \mathbb{R}^{4 \times n}$, $x \in \mathbb{R}^{n \times 1}$. Let $a = \sigma(z)$, $u = Va$ and $L = u^2$ with $V \in \mathbb{R}^{1 \times 4}$. $\frac{\partial L}{\partial W} = [2u \cdot V] \cdot a(1 - a) \cdot x^T$ → · · · · · · · ✓ // the definitions by matrix products, the claim by entries
      ~ [2u ⇒ [u → ✗
      ~ \cdot x^T ⇒ \cdot x → ?
    Let $z = Wx + b$ with $W \in \mathbb{R}^{4 \times n}$, $x \in \mathbb{R}^{n \times 1}$. Let $a = \sigma(z)$ and $L = (Va)^2$ with $V \in \mathbb{R}^{1 \times 4}$. $\frac{\partial L}{\partial W} = 2Va [V^T \odot a \odot (1 - a)] x^T$ → · · · · · · ✓
      ~ ] x^T ⇒ ] x → ✗ // fits under no convention, whatever b is
  `);
});

rows('× between two vectors is the cross product', String.raw`
    $\vec{a} \times \vec{b} = -\vec{b} \times \vec{a}$ → ✓
      ~ -\vec{b} ⇒ \vec{b} → ?
    $\mathbf{a} \times (\mathbf{b} \times \mathbf{c}) = \mathbf{b} (\mathbf{a} \cdot \mathbf{c}) - \mathbf{c} (\mathbf{a} \cdot \mathbf{b})$ → ✓
      ~ - \mathbf{c} ⇒ + \mathbf{c} → ✗
    Let $\mathbf{a}, \mathbf{b}, \mathbf{c} \in \mathbb{R}^3$. $\mathbf{a} \cdot \mathbf{b} \times \mathbf{c} = \mathbf{a} \times \mathbf{b} \cdot \mathbf{c}$ → · ✓
      ~ = \mathbf{a} \times ⇒ = -\mathbf{a} \times → ✗
    $(1, 0, 0) \times (0, 1, 0) = (0, 0, 1)$ → ✓
      ~ (0, 0, 1) ⇒ (0, 0, -1) → ✗
    Let $a, b \in \mathbb{R}^d$. $a \times b = b \times a$ → · ✓
      ~ = b \times ⇒ = 2 b \times → ✗
    Let $L = \frac12 \|\mathbf{a} - \mathbf{y}\|^2$ with $\mathbf{a} = \sigma(\mathbf{z})$. $\frac{\partial L}{\partial \mathbf{z}} = (\mathbf{a} - \mathbf{y}) \times \sigma'(\mathbf{z})$ → · · ✓
      ~ (\mathbf{a} - \mathbf{y}) ⇒ (\mathbf{y} - \mathbf{a}) → ✗
`);

rows('the pseudo-inverse is no matrix of its own', String.raw`
    It holds that $(A^+ A)^T = A^+ A$ and $(B^\dagger B)^T = B^\dagger B$. → ? ?
    Let $X^\dagger = (X^T X)^{-1} X^T$. $X^\dagger X = I$ → · ✓
      ~ X^\dagger X = ⇒ 2 X^\dagger X = → ?
`);
