/** Softmax, logistic regression, networks, expectations, update rules: what courses on learning set. */
import { rows } from './rows';

describe('check', () => {
  rows('the class of an example', String.raw`
    $p = \mathrm{softmax}(z)$, $L = -\log p_y$. $\frac{\partial L}{\partial z_k} = p_k - \mathbb{1}[k = y]$ → · · ✓
      ~ p_k - \mathbb ⇒ p_k + \mathbb → ✗
      ~ p_k - \mathbb ⇒ p_y - \mathbb → ✗
      ~ k = y ⇒ k \ne y → ?
    $p = \mathrm{softmax}(z)$, $L = -\log p_y$. $\frac{\partial L}{\partial z} = p - e_y$ → · · ✓
      ~ p - e_y ⇒ e_y - p → ✗
    $z = Wx + b$, $p = \mathrm{softmax}(z)$, $L = -\log p_y$. $\nabla_W L = (p - \text{onehot}(y)) x^\top$, $\nabla_b L = p - \mathbf{1}_y$ → · · · ✓ ✓
      ~ (p - \text ⇒ (p + \text → ✗
      ~ = p - \mathbf ⇒ = 2p - \mathbf → ✗
    $p = \mathrm{softmax}(z)$, $L = -\log p_y$. $\frac{\partial L}{\partial z_y} = p_y - 1$ → · · ✓
      ~ p_y - 1 ⇒ p_y → ✗
    $p = \mathrm{softmax}(z)$, $L = -\log p_y$. For $k \ne y$: $\frac{\partial L}{\partial z_k} = p_k$. → · · · ✓
      ~ = p_k$ ⇒ = p_k - 1$ → ✗
    $f = Wx$, $L_i = -\log\frac{e^{f_{y_i}}}{\sum_j e^{f_j}}$, $p_k = \frac{e^{f_k}}{\sum_j e^{f_j}}$. $\frac{\partial L_i}{\partial f_k} = p_k - \mathbb{1}(y_i = k)$ → · · · ✓
      ~ p_k - \mathbb ⇒ p_k + \mathbb → ✗
      ~ y_i = k ⇒ y_i \ne k → ?
    $L = \frac1N \sum_{i=1}^N -\log p_{i,y_i}$, $p_{i,k} = \frac{e^{f_{i,k}}}{\sum_j e^{f_{i,j}}}$. $\frac{\partial L}{\partial f_{i,k}} = \frac1N (p_{i,k} - \delta_{k y_i})$ → · · ✓
      ~ = \frac1N (p ⇒ = N (p → ✗
      ~ - \delta ⇒ + \delta → ✗
    $L_i = \sum_{j \ne y_i} \max(0, s_j - s_{y_i} + 1)$. $\frac{\partial L_i}{\partial s_j} = \mathbb{1}(s_j - s_{y_i} + 1 > 0)$ → · ? // of the other classes
    $L_i = \sum_{j \ne y_i} \max(0, s_j - s_{y_i} + 1)$. $\frac{\partial L_i}{\partial s_{y_i}} = -\sum_{j \ne y_i} \mathbb{1}(s_j - s_{y_i} + 1 > 0)$ → · ✓
      ~ = -\sum ⇒ = \sum → ✗
    $L_i = -\log\frac{e^{f_{y_i}}}{\sum_j e^{f_j}}$, $p_k = \frac{e^{f_k}}{\sum_j e^{f_j}}$. $\frac{\partial L_i}{\partial f_{y_i}} = p_{y_i} - 1$, $\frac{\partial p_{y_i}}{\partial f_k} = p_{y_i} (\mathbb{1}[k = y_i] - p_k)$ → · · ✓ ✓
      ~ = p_{y_i} - 1 ⇒ = p_{y_i} + 1 → ✗
      ~ = p_{y_i} (\mathbb{1} ⇒ = -p_{y_i} (\mathbb{1} → ✗
    $g = -\log p_o$ with a law $p$. $J = -\log\sigma(u_o^T v) - \sum_{k=1}^K \log\sigma(-u_k^T v)$. $\frac{\partial J}{\partial u_o} = (\sigma(u_o^T v) - 1) v$ → · · ✓ // the o of u stands apart, whatever that of p does
      ~ v) - 1) v$ ⇒ v) + 1) v$ → ✗
    $\hat{y} = \mathrm{softmax}(u)$, $J = -\sum_w y_w \log \hat{y}_w$, $\ell = -\log \hat{y}_o$. $-y_o \log \hat{y}_o = -\log \hat{y}_o$ → · · · ? // a label is 1 at the class
    The momentum has the parts $p_x$ and $p_y$, and $p = \sqrt{p_x^2 + p_y^2}$. $\log p_y^2 = 2 \log p_y$, $\frac{\partial p}{\partial p_y} = \frac{p_y}{p}$ → · ✓ ✓ // no class
      ~ = 2 \log ⇒ = \log → ✗
      ~ \frac{p_y}{p} ⇒ \frac{p_x}{p} → ✗
    $p = p_a + p_o$, $h = \log\frac{p_a}{p_o}$. $\frac{\partial p}{\partial p_a} = 1$, $\frac{\partial h}{\partial p_o} = -\frac{1}{p_o}$ → · · ✓ ✓ // labels
      ~ = -\frac ⇒ = \frac → ✗
      ~ } = 1$ ⇒ } = 2$ → ✗
    $z_c = \sum_k w_k a_k + c$, $a_c = \tanh(z_c)$, $L = -\log a_c$. $\frac{\partial L}{\partial z_c} = -\frac{1 - a_c^2}{a_c}$ → · · · ✓ // c is a quantity of its own
      ~ = -\frac{1 - ⇒ = -\frac{1 + → ✗
    $L = -\sum_k y_k \log p_k$ with one-hot $y$ and $p_k = e^{z_k} / \sum_j e^{z_j}$. $\frac{\partial L}{\partial z} = p - y$ → · · ✓
      ~ p - y ⇒ p + y → ✗
    $L = -\sum_k y_k \log p_k$, $p = \mathrm{softmax}(z)$, con $y$ como vector one-hot. $\frac{\partial L}{\partial z} = p - y$ → · · ✓
      ~ p - y ⇒ y - p → ✗
    $L = -\sum_k y_k \log p_k$, $p = \mathrm{softmax}(z)$ where $y$ is not one-hot. $\frac{\partial L}{\partial z} = p - y$ → · · ?
  `);

rows('what words say of labels, activations and matrices', String.raw`
    $L = -\sum_k t_k \log q_k$, $q_k = \frac{e^{u_k}}{\sum_j e^{u_j}}$. Here $t_k = 1$ for the correct class and $0$ otherwise. $\frac{\partial L}{\partial u_k} = q_k - t_k$ → · · · ✓
      ~ q_k - t_k ⇒ t_k - q_k → ✗
    $L = -\sum_k t_k \log q_k$, $q_k = \frac{e^{u_k}}{\sum_j e^{u_j}}$. Here $t_k$ is 1 if $k$ is the true class, else 0. $\frac{\partial L}{\partial u_k} = q_k - t_k$ → · · ✓
      ~ q_k - t_k ⇒ q_k t_k → ✗
    $L = -\sum_k t_k \log q_k$, $q_k = \frac{e^{u_k}}{\sum_j e^{u_j}}$. Note that $\sum_k t_k = 1$. So $\frac{\partial L}{\partial u_k} = q_k - t_k$ → · · · ✓
      ~ q_k - t_k ⇒ q_k + t_k → ✗
    $L = -\sum_k t_k \log q_k$, $q_k = \frac{e^{u_k}}{\sum_j e^{u_j}}$. Note that $\sum_k t_k = 1$. $f(w) = (a^T w - b)^2$. $\nabla f(w) = 2 (a^T w - b) a$ → · · · · ✓ // of another name
      ~ (a^T w - b) a ⇒ (a^T w - b) w → ✗
    $t_i = 1$ if the true class of $x_i$ is positive, and $0$ otherwise. $\sum_i t_i = 1$ → · ·
    With the sigmoid function $g$ we have $a = g(z)$. $\frac{da}{dz} = a(1 - a)$ → · ✓
      ~ (1 - a) ⇒ (1 + a) → ✗
    The layer has a ReLU nonlinearity $\phi$: $a = \phi(z)$. $\frac{da}{dz} = \mathbb{1}\{z > 0\}$ → · ✓
      ~ z > 0 ⇒ z < 0 → ✗
    We choose tanh as activation function $\psi$, $a = \psi(z)$. $\frac{da}{dz} = 1 - a^2$ → · ✓
      ~ 1 - a^2 ⇒ 1 - a → ✗
    Apply the sigmoid function $p = g(z)$. $\frac{dp}{dz} = p(1 - p)$ → · ? // p is what comes out
    We take $Q$ to be symmetric. $f(v) = v^T Q v$. $\nabla f(v) = 2Qv$ → · ✓
      ~ 2Qv ⇒ Qv → ✗
    $f(v) = v^T Q v$. By the symmetry of $Q$, $\nabla f(v) = 2Qv$ → · ✓
      ~ 2Qv ⇒ Qv → ✗
    $\xi$ is standard normal and $z = m + s \xi$. $E[z] = m$, $E[z^2] = m^2 + s^2$ → · ✓ ✓
      ~ m^2 + s^2 ⇒ m^2 + s → ?
      ~ E[z] = m ⇒ E[z] = s → ?
    Let $v \in \mathbb{R}^{d_v}$ and $s = \sum_{l=1}^{d_v} v_l^2$. $\frac{\partial s}{\partial v_i} = 2 v_i$, $v^T I_{d_v} v = s$ → · · ✓ ✓
      ~ 2 v_i ⇒ v_i → ✗
      ~ v^T I_{d_v} v ⇒ 2 v^T I_{d_v} v → ✗
  `);

  rows('the class of a one-hot label', String.raw`
    Let $t$ be one-hot and $q = \text{softmax}(s)$. When $j = k$: $-t_j (1 - q_j) = q_j - t_j$ → · · ? // k is the class
      ~ q_j - t_j ⇒ q_j + t_j → ?
    Let $t$ be one-hot and $q = \text{softmax}(s)$. $-t_j (1 - q_j) = q_j - t_j$ → · ✗
    $-R_j (1 - h_j) = h_j - R_j = h_j - 1$ → ? ? // as a label is
      ~ h_j - R_j = h_j - 1 ⇒ h_j - R_j = h_j + 1 → ✗ ?
    $\hat{y} = \mathrm{softmax}(U v)$, where $y$ is a one-hot vector. $-\sum_w y_w \log \hat{y}_w = -\log \hat{y}_o$ → · ✓
      ~ = -\log ⇒ = \log → ✗
    $p = \mathrm{softmax}(z)$ and $L = -\sum_k y_k \log p_k$, where $y$ is one-hot. For the true class $c$, $L = -\log p_c = -z_c + \log \sum_j e^{z_j}$. $\frac{\partial L}{\partial z} = p - y = p - e_c$ and $\frac{\partial L}{\partial z_c} = p_c - 1$ → · · ✓ ✓ ✓ ✓ ✓
      ~ = -\log p_c ⇒ = \log p_c → ·
      ~ p - y ⇒ p + y → ✗
      ~ = p - e_c ⇒ = p + e_c → ✗
      ~ p_c - 1 ⇒ p_c + 1 → ✗
  `);

  rows('a network of rows, with the loss as a function of both', String.raw`
    Hidden $h = \sigma(x W_1 + b_1)$, output $\hat y = \text{softmax}(\theta)$ with $\theta = h W_2 + b_2$. The loss is $CE(y, \hat y) = -\sum_i y_i \log \hat y_i$, $y$ is one-hot. $\frac{\partial CE}{\partial \theta} = \hat y - y$ and $\frac{\partial CE}{\partial h} = (\hat y - y) W_2^T$ → · · · · ✓ ✓
      ~ = \hat y - y$ ⇒ = y - \hat y$ → ✗
      ~ (\hat y - y) W_2^T ⇒ (\hat y - y) W_2 → ✗
    $\hat y_o = p(o|c) = \frac{\exp(u_o^T v_c)}{\sum_w \exp(u_w^T v_c)}$ and $J = -\log \hat y_o$. $\frac{\partial J}{\partial v_c} = -u_o + \sum_w \hat y_w u_w$ → · ? · ✓
      ~ = -u_o + ⇒ = u_o + → ✗
  `);

  rows('convolutions', String.raw`
    $y_i = \sum_{a=1}^k w_a x_{i+a-1} + b$. $\frac{\partial y_i}{\partial w_a} = x_{i+a-1}$ → · ✓
      ~ = x_{i+a-1} ⇒ = x_{i+a} → ?
      ~ = x_{i+a-1} ⇒ = -x_{i+a-1} → ✗
    $y_i = \sum_{a=1}^k w_a x_{i+a-1}$. The loss $L$ depends on all $y_i$. $\frac{\partial L}{\partial w_a} = \sum_i \frac{\partial L}{\partial y_i} x_{i+a-1}$ and $\frac{\partial L}{\partial x_j} = \sum_i \frac{\partial L}{\partial y_i} w_{j-i+1}$ → · ✓ ✓
      ~ \frac{\partial L}{\partial y_i} x_{i+a-1} ⇒ \frac{\partial L}{\partial y_i} x_i → ?
      ~ w_{j-i+1} ⇒ w_{i-j+1} → ?
    $Y_{ij} = \sum_m \sum_n K_{mn} X_{i+m, j+n}$. $\frac{\partial L}{\partial K_{mn}} = \sum_i \sum_j \frac{\partial L}{\partial Y_{ij}} X_{i+m, j+n}$ → · ✓
      ~ \frac{\partial L}{\partial Y_{ij}} X_{i+m, j+n} ⇒ \frac{\partial L}{\partial Y_{ij}} X_{i-m, j-n} → ?
    $y_i = \sum_{k=0}^{K-1} w_k x_{i+k}$. $\frac{\partial L}{\partial w_k} = \sum_i \frac{\partial L}{\partial y_i} x_{i+k}$ → · ✓
      ~ \frac{\partial L}{\partial y_i} x_{i+k} ⇒ \frac{\partial L}{\partial y_i} x_{i-k} → ?
    $v \in \mathbb{R}^p$, $c \in \mathbb{R}^q$ and $r_i = \sum_{a=1}^q c_a v_{i+a-1} + d$ for $i = 1, \dots, p - q + 1$. The loss $E$ depends on all $r_i$. $\frac{\partial E}{\partial c_a} = \sum_{i=1}^{p-q+1} \frac{\partial E}{\partial r_i} v_{i+a-1}$, $\frac{\partial E}{\partial d} = \sum_{i=1}^{p-q+1} \frac{\partial E}{\partial r_i}$ → · · · · ✓ ✓
      ~ \frac{\partial E}{\partial r_i} v_{i+a-1}$ ⇒ \frac{\partial E}{\partial r_i} v_i$ → ?
      ~ \frac{\partial E}{\partial d} = \sum ⇒ \frac{\partial E}{\partial d} = -\sum → ✗
      ~ {\partial d} = \sum_{i=1}^{p-q+1} ⇒ {\partial d} = \sum_{i=1}^{p-q} → ? // of fewer than there are
    $v \in \mathbb{R}^p$ and $r_i = \sum_{a=1}^q c_a v_{i+a-1}$ for $i = 1, \dots, p - q + 1$. $\sum_{i=1}^{p-q+1} \frac{\partial r_i}{\partial c_a} = p - q + 1$ → · · · ? // sizes that count
    $R_{ij} = \sum_{a=1}^q \sum_{b=1}^q C_{ab} V_{i+a-1, j+b-1}$. $\frac{\partial E}{\partial C_{ab}} = \sum_{i,j} \frac{\partial E}{\partial R_{ij}} V_{i+a-1, j+b-1}$ → · ✓
      ~ = \sum_{i,j} \frac{\partial E} ⇒ = 2 \sum_{i,j} \frac{\partial E} → ✗
    $f(x) = \sum_{i=1}^{n-1} (x_{i+1} - x_i)^2$. $\frac{\partial f}{\partial x_j} = 2(x_j - x_{j-1}) - 2(x_{j+1} - x_j)$ → · ? // but for the ends
  `);

  rows('what is explained after it', String.raw`
    $\frac{\partial \ell}{\partial \gamma} = \sum_{i=1}^m \frac{\partial \ell}{\partial y_i} u_i$, where $y_i = \gamma u_i + \beta$. → ✓ ·
      ~ \frac{\partial \ell}{\partial y_i} u_i ⇒ \frac{\partial \ell}{\partial y_i} → ✗
    $\hat{y}_o = \frac{\exp(u_o^T v)}{\sum_w \exp(u_w^T v)}$, $J = -\log \hat{y}_o$. $\frac{\partial J}{\partial v} = -u_o + \sum_w \hat{y}_w u_w$, $\frac{\partial J}{\partial u_o} = (\hat{y}_o - 1) v$ and $\frac{\partial J}{\partial u_w} = \hat{y}_w v$ → · · ✓ ✓ ? // the last of the other words
      ~ = -u_o + ⇒ = u_o + → ✗
      ~ (\hat{y}_o - 1) v ⇒ (\hat{y}_o + 1) v → ✗
  `);

  rows('how many there are', String.raw`
    Given samples $x_1, \dots, x_n$ let $\ell = \sum_i (\log \theta - \theta x_i)$. $\frac{d\ell}{d\theta} = \frac{n}{\theta} - \sum_i x_i$ → · ✓
      ~ \frac{n}{\theta} ⇒ \frac{1}{\theta} → ✗
      ~ \frac{n}{\theta} ⇒ \frac{2n}{\theta} → ✗
    With data $\{(x_i, y_i)\}_{i=1}^N$ and $f(a) = \sum_i (x_i - a y_i)^2 + a^2$: $f''(a) = 2 \sum_i y_i^2 + 2$ and $\sum_i 1 \cdot (y_i + 1) = N + \sum_i y_i$ → · ✓ ✓
      ~ = N + ⇒ = 2N + → ✗
      ~ + 2$ ⇒ - 2$ → ✗
    $f(a) = \sum_i (x^{(i)} - a)^2$ with $i = 1, \dots, m$. $f'(a) = 2 m a - 2 \sum_i x^{(i)}$ → · · ✓
      ~ 2 m a ⇒ 2 a → ✗
    Given $x_1, \dots, x_n$ we take $k$ of them: $g(a) = \sum_{i=1}^k (x_i - a)^2$. $g'(a) = 2 k a - 2 \sum_{i=1}^k x_i$ → · ✓
      ~ 2 k a ⇒ 2 a → ✗
    The components $x_1, \dots, x_d$ and the examples $x_1, \dots, x_n$. $\frac{d}{da} \sum_i (x_i - a)^2 = 2 n a - 2 \sum_i x_i$ → ?
  `);

  rows('values of a policy', String.raw`
    $V^\pi(s) = \sum_a \pi(a|s) Q^\pi(s, a)$ and $A^\pi(s, a) = Q^\pi(s, a) - V^\pi(s)$. $\sum_a \pi(a|s) A^\pi(s, a) = 0$ → · · ✓
      ~ = 0$ ⇒ = 1$ → ?
      ~ \pi(a|s) A^\pi ⇒ A^\pi → ?
    The circle has $c = 2 \pi r$. $x^\pi x = x^{\pi + 1}$ → · ✓ // no policy
      ~ \pi + 1 ⇒ \pi + 2 → ✗
  `);

  rows('a mean that is given', String.raw`
    Let $\mathbb{E}[\epsilon] = 0$ and $y = a + \epsilon$. $\mathbb{E}[y] = a$, $\mathbb{E}[y^2] = a^2 + \mathbb{E}[\epsilon^2]$, $\mathrm{Var}(y) = \mathbb{E}[\epsilon^2]$ → · · ✓ ✓ ✓
      ~ = a$ ⇒ = 2 a$ → ?
      ~ a^2 + ⇒ a^2 - → ✗
    $y = X\beta + \epsilon$ with $\mathbb{E}[\epsilon] = 0$ and $\hat\beta = (X^T X)^{-1} X^T y$. $\mathbb{E}[\hat\beta] = (X^T X)^{-1} X^T \mathbb{E}[y] = (X^T X)^{-1} X^T X \beta$ → · · · ✓ ✓
      ~ X^T X \beta ⇒ X^T \beta → ?
  `);

  rows('laws without a definition', String.raw`
    $\mathbb{E}_{x \sim p}[f(x)] = \sum_x p(x) f(x)$ → ✓
      ~ p(x) f(x)$ ⇒ p(x) f(x)^2$ → ?
    $D_{KL}(p \| q) = \int p(x) \log \frac{p(x)}{q(x)} dx = \mathbb{E}_{x \sim p}[\log p(x) - \log q(x)]$ → · ✓
      ~ [\log p(x) - ⇒ [\log p(x) + → ✗
    $\nabla_\theta E_{u \sim p_\theta}[f(u)] = E_{u \sim p_\theta}[f(u) \nabla_\theta \log p_\theta(u)]$ → ✓
      ~ \nabla_\theta \log p_\theta(u)] ⇒ \nabla_\theta p_\theta(u)] → ?
    $\nabla_\theta \mathbb{E}_{x \sim p_\theta}[f(x)] = \int f(x) \nabla_\theta p_\theta(x) dx = \mathbb{E}_{x \sim p_\theta}[f(x) \nabla_\theta \log p_\theta(x)]$ → ✓ ✓
      ~ [f(x) \nabla ⇒ [-f(x) \nabla → ✗
    $\log p(x) = \mathbb{E}_{q(z|x)}\left[\log \frac{p(x, z)}{q(z|x)}\right] + D_{KL}(q(z|x) \| p(z|x))$ → ✓
      ~ ] + D ⇒ ] - D → ✗
      ~ p(z|x))$ ⇒ p(z))$ → ?
    $\log p(x) = \mathbb{E}_{q(z|x)}[\log p(x|z)] - D_{KL}(q(z|x) \| p(z)) + D_{KL}(q(z|x) \| p(z|x))$ → ✓
      ~ ] - D ⇒ ] + D → ✗
    $\log p(z|x) - \log p(x|z) = \log p(z) - \log p(x)$ → ✓
      ~ \log p(z) - ⇒ \log p(z) + → ✗
    $\mathbb{E}_{p(x, y)}[f(x, y)] = \mathbb{E}_{p(x)}[\mathbb{E}_{p(y|x)}[f(x, y)]]$, $\sum_z q(z|x) = 1$ → ✓ ✓
      ~ \mathbb{E}_{p(x)}[\mathbb ⇒ -\mathbb{E}_{p(x)}[\mathbb → ✗
    $\sum_x \sum_y p(x, y) \log \frac{p(x, y)}{p(x) p(y)} = \sum_{x, y} p(x, y) \log p(x|y) - \sum_x p(x) \log p(x)$ → ✓
      ~ - \sum_x p(x) \log ⇒ + \sum_x p(x) \log → ✗
    $\mathbb{E}_{a \sim \pi_\theta(a|s)}[b(s) \nabla_\theta \log \pi_\theta(a|s)] = 0$ → ✓
      ~ = 0$ ⇒ = 1$ → ✗
    $V(s) = \sum_a \pi(a|s) Q(s, a)$. $\sum_a \pi(a|s) (Q(s, a) - V(s)) = 0$ → · ✓
      ~ - V(s) ⇒ + V(s) → ✗
    $\mathbb{E}_{x \sim p}\left[\frac{q(x)}{p(x)} f(x)\right] = \int q(x) f(x) dx$ → ✓
      ~ = \int ⇒ = -\int → ✗
    $\mathbb{E}_{q(z)}[f(z) + g(z)] = \mathbb{E}_{q(z)}[f(z)] + \mathbb{E}_{q(z)}[g(z)]$ → ✓
      ~ \mathbb{E}_{q(z)}[g(z)] ⇒ \mathbb{E}_{r(z)}[g(z)] → ?
      ~ \mathbb{E}_{q(z)}[g(z)] ⇒ \mathbb{E}_{q(z|x)}[g(z)] → ?
    The price is $p(t) = p_0 e^{rt}$, and $\mathbb{E}[X] = 1$. $\int p(t) dt = 1$ → · ? ? // no law
    Take $\log p(x)$ of the rate $p(x)$ in $y' + p(x) y = 0$. $\int p(x) dx = 1$ → ? ? // no law
      ~ dx = 1$ ⇒ dx = 2$ → ?
    $\mathbb{E}_{x \sim p}[f(x)]$ is wanted, with $p(x) = \frac{1}{Z} \tilde p(x)$. $\int \tilde p(x) dx = Z$, $\int \tilde p(x) dx = 1$ → · ? ? // it need not add up to 1
    $\sum_{x, y} p(x, y) \log p(x, y) = -H$. $r(x) = \sum_y p(x, y)$. $\sum_{x, y} p(x, y) f(x) = \sum_x r(x) f(x)$ → ? · ✓ // within a definition
      ~ = \sum_x r(x) ⇒ = 2\sum_x r(x) → ✗
    $\sum_x p_X(x) \log p_X(x) = \sum_{x, y} p_{XY}(x, y) \log p_X(x)$ → ? // a marginal by its label
  `);

  rows('the chances of a policy of two actions', String.raw`
    $V = \log \sum_a e^{q_a}$, $\pi_a = \frac{\partial V}{\partial q_a}$. $\pi(1) = s = \sigma(u)$. $\frac{\partial}{\partial u} \log \pi(1) = 1 - s$ → · · ? · ? // no number
  `);

  rows('expectations by other laws', String.raw`
    $B \sim \text{Bernoulli}(q)$. $B^2 = B$. → · ✓ // 0 or 1
      ~ = B$ ⇒ = 2B$ → ✗
    $m \sim \text{Bernoulli}(p)$. $\mathrm{Var}(m) = p(1 - p)$. → · ✓
      ~ p(1 - p) ⇒ p(1 + p) → ✗
    $m_k \sim \text{Bernoulli}(p)$. $\mathbb{E}[\sum_k m_k w_k] = p \sum_k w_k$. → · ✓
      ~ = p \sum ⇒ = p^2 \sum → ✗
    $X \sim U(a, b)$. $\mathbb{E}[X] = \frac{a + b}{2}$, $\mathrm{Var}(X) = \frac{(b - a)^2}{12}$. → · ✓ ✓
      ~ {12} ⇒ {6} → ✗
      ~ \frac{a + b}{2} ⇒ \frac{b - a}{2} → ✗
    Let $\lambda > 0$. $X \sim \text{Exp}(\lambda)$. $\mathbb{E}[X] = \frac1\lambda$. → · · ✓
      ~ \frac1\lambda ⇒ \lambda → ✗
    Let $\lambda > 0$. $K \sim \text{Poisson}(\lambda)$. $\mathrm{Var}(K) = \lambda$. → · · ✓
      ~ = \lambda ⇒ = \lambda^2 → ✗
    $Z \sim N(0, 1)$. $\mathbb{E}[e^{tZ}] = e^{t^2/2}$. → · ✓
      ~ e^{t^2/2} ⇒ e^{t^2} → ✗
    $\epsilon \sim \mathcal{N}(0, I)$, $z = \mu + \sigma \odot \epsilon$. $\mathbb{E}[z] = \mu$. → · · ✓
      ~ = \mu$ ⇒ = \sigma$ → ?
  `);

  rows('moments of variables whose laws are not read', String.raw`
    The noise is centred: $\mathrm{Var}(\xi) = E[\xi^2]$ → ? // a property of the law
    $V$ tells whether it rains. $E[V^2] = E[V]$ → ?
    Poisson: $\mathrm{Var}(V) = E[V]$ → ?
    $E[V^4] = 3 E[V^2]^2$ → ?
    $\mathrm{Var}(V) = E[V^2] - E[V]^2$ → ✓
      ~ - E[V]^2 ⇒ + E[V]^2 → ✗
      ~ E[V]^2 ⇒ E[V] → ✗
    All are drawn with mean zero, one by one. $\mathrm{Var}(UV) = \mathrm{Var}(U) \mathrm{Var}(V)$ → ?
    $E[U + V] = E[U] + E[V]$ → ✓
      ~ E[U] + ⇒ E[U] - → ✗
    $\mathrm{Var}(3V) = 9 \mathrm{Var}(V)$ → ✓
      ~ 9 ⇒ 3 → ✗
  `);
  rows('moments in parentheses', String.raw`
    $E(Z \mid u) = \frac{1}{3} u$. In the next game, $E(Z \mid 1) = 2$. → ? ·
    Let $E(w) = w^2$. $E(3) = 9$. → · ✓ // an error, and no expectation
      ~ = 9 ⇒ = 6 → ✗
    $E(Y) = \frac{1}{a}$. $E(Y^2) = E(Y(Y - 1)) + E(Y)$ → ? ?
      ~ + E(Y)$ ⇒ + 2E(Y)$ → ?
    $P(Y = k) = a b^k$. $E(Y) = \frac{b}{a}$, and $E(3Y) = \frac{3b}{a}$. → · ? ?
    $V(Y) = \tau$. $V(3Y) = 9\tau$ → ? ?
    $E(Y) = \mu$, $E(Z) = \nu$. $E(Y) + E(Z) = \mu + \nu$ → ? ? ?
    $E(\hat\theta) = \theta$. $E(5\hat\theta) = 5\theta$ → ? ?
    $P(G) = g$. $P(G^c) = 1 - g$ → ? ?
    $P(G) = g$, $P(H) = h$. $P(G) P(H) = g h$ → ? ? ?
    $\phi(A) = c$. $\phi(A) + 1 = c + 1$ → · ✓ // nothing else is taken
      ~ c + 1 ⇒ c - 1 → ✗
    $y = Wx$. $E(W) = \frac12 \|y - t\|^2$. $\nabla_W E(W) = (y - t) x^T$ → · · ✓ // an error, through y
      ~ (y - t) x ⇒ (t - y) x → ✗
    $E(W) = 3$. $E(W) = 4$ → · · // nothing says that W is random
    $\mathrm{Var}(Z) = E(Z^2) - E(Z)^2$, $\mathrm{Cov}(U, Z) = E(UZ) - E(U) E(Z)$ → ✓ ✓
      ~ - E(Z)^2 ⇒ - E(Z) → ✗
      ~ = E(UZ) ⇒ = 2E(UZ) → ✗
    $E[(\hat a - a)^2] = E[\hat a^2] - 2a E(\hat a) + a^2$ → ✓
      ~ + a^2 ⇒ - a^2 → ✗
    $U \sim \text{Bernoulli}(q)$. $\mathrm{Var}(U) = E(U^2) - E(U)^2$, $E(U) = q$. → · ✓ ✓
      ~ = q$ ⇒ = q^2$ → ✗
    $\epsilon \sim N(0, \sigma^2)$, $y = ax + \epsilon$. $E(y) = ax$, $E(2y) = 2ax$, $E(y^2) = a^2 x^2 + \sigma^2$. → · · ✓ ✓ ✓
      ~ = 2ax ⇒ = ax → ✗
      ~ + \sigma^2 ⇒ - \sigma^2 → ✗
    $u \sim N(0, 1)$. $E(u) = \frac12 (u - t)^2$, $\frac{dE}{du} = u - t$. → · · ✓ // an error, since it is told by u itself
      ~ = u - t$. ⇒ = t - u$. → ✗
    $\mathrm{Var}(W) = 2$. Let $E(m) = \sum_i (m - y_i)^2$. $\frac{dE}{dm} = 2 \sum_i (m - y_i)$. → ? · ✓ // defined as something else
      ~ = 2 \sum ⇒ = \sum → ✗
  `);

  rows('powers and bars behind an expectation', String.raw`
    $\mathrm{Var}(Z) = \mathbb{E}(Z - \mathbb{E}[Z])^2$ → ✓
      ~ (Z - ⇒ (2Z - → ✗
    $Z \sim N(\mu, \tau^2)$. $\mathbb{E}(Z - \mu)^2 = \tau^2$, $\mathbb{E}(Z)^2 = \mu^2$. → · ✓ ✓
      ~ = \tau^2 ⇒ = \tau → ✗
      ~ = \mu^2 ⇒ = \tau^2 + \mu^2 → ✗
    $\mathrm{Var}(Z) = E[Z - E[Z]]^2$ → ? // the brackets say otherwise
    $E[U + Z]^2 = E[U^2] + 2 E[UZ] + E[Z^2]$ → ?
    $\mathrm{Var}(Z) = \mathbb{E}|Z - \mathbb{E}[Z]|^2$ → ✓
      ~ = \mathbb{E}| ⇒ = 2\mathbb{E}| → ✗
    $\mathbb{E}\|U\|^2 = \mathbb{E}[U^T U]$ → ✓
      ~ = \mathbb{E}[ ⇒ = 3\mathbb{E}[ → ✗
  `);

  rows('variances in brackets, and what else brackets hold', String.raw`
    $\text{Var}[b \cdot Z] = b^2 \cdot \text{Var}[Z]$ → ✓
      ~ b^2 ⇒ b → ✗
    $\mathbb{V}[Z] = \mathbb{E}[Z^2] - \mathbb{E}[Z]^2$ → ✓
      ~ - \mathbb{E}[Z]^2 ⇒ + \mathbb{E}[Z]^2 → ✗
    $\mathbb{V}_p(cZ) = c^2 \mathbb{V}_p(Z)$ → ✓
      ~ c^2 ⇒ c → ✗
    $\operatorname{var}[U + Z] = \operatorname{var}[U] + \operatorname{var}[Z] + 2 \operatorname{cov}[U, Z]$ → ✓
      ~ 2 \operatorname{cov} ⇒ \operatorname{cov} → ✗
    $\text{Var}_q\left[cZ\right] = c^2 \mathbf{Var}_q[Z]$ → ✓
      ~ c^2 ⇒ c → ✗
    $\text{Var}[U + Z] = \text{Var}[U] + \text{Var}[Z]$ → ? // of independent ones
    $V[cZ] = c^2 V[Z]$, $D[cZ] = c^2 D[Z]$, $\text{Streuung}[cZ] = c^2 \text{Streuung}[Z]$ → ? ? ?
    $y[n] - x[n] = x[n-1]$ → ?
    $w[a + b] = wa + wb$ → ✓
      ~ + wb ⇒ - wb → ✗
  `);

  rows('how many entries a density is of', String.raw`
    Let $B \in \mathbb{R}^{n \times n}$. $q(u) = \mathcal{N}(u \mid m, S) = \frac{1}{(2\pi)^{n/2} |S|^{1/2}} \exp(-\frac12 (u - m)^T S^{-1} (u - m))$. → · · ? // nothing says that u has n entries
    Let $u \in \mathbb{R}^n$. $q(u) = \mathcal{N}(u \mid m, S) = \frac{1}{(2\pi)^{n/2} |S|^{1/2}} \exp(-\frac12 (u - m)^T S^{-1} (u - m))$. → · · ✓
      ~ (2\pi)^{n/2} ⇒ (2\pi)^{n} → ✗
  `);

  rows('expectations without a law', String.raw`
    Let $U \sim \mathcal{N}(0, 1)$ and $U'$ an independent copy of $U$. $\mathbb{E}[(U - U')^2] = 2$ → · ?
      ~ (U - U')^2] = 2 ⇒ (2U)^2] = 2 → · ✗
    Let $R \sim \mathcal{N}(m, s^2)$ and $\tilde R$ be drawn like $R$. $\mathbb{E}[(R - \tilde R)^2] = 2s^2$ → · ?
    Let $U \sim \mathcal{N}(0, 1)$ and let $V$ be another draw. $\mathbb{E}[(U - V)^2] = 2$ → · ?
    Let $U \sim \mathcal{N}(0, 1)$ and let $c$ be a constant. $\mathbb{E}[(U - c)^2] = 2$ → · ✗
    $\mathbb{E}[aX + bY] = a\mathbb{E}[X] + b\mathbb{E}[Y]$ → ✓
      ~ + b\mathbb{E}[Y] ⇒ + b^2\mathbb{E}[Y] → ✗
    $\mathrm{Var}(X) = \mathbb{E}[X^2] - \mathbb{E}[X]^2$ → ✓
      ~ - \mathbb{E}[X]^2 ⇒ - \mathbb{E}[X] → ✗
    $\mathrm{Var}(aX + b) = a^2 \mathrm{Var}(X)$ → ✓
      ~ = a^2 ⇒ = a → ✗
    $\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y) + 2\,\mathrm{Cov}(X, Y)$ → ✓
      ~ + 2\, ⇒ + 3\, → ✗
    Let $X$, $Y$ be independent. $\mathbb{E}[XY] = \mathbb{E}[X]\mathbb{E}[Y]$. → ✓
      ~ \mathbb{E}[X]\mathbb{E}[Y] ⇒ \mathbb{E}[X] + \mathbb{E}[Y] → ✗
    Here $X$ and $Y$ are correlated. $\mathbb{E}[XY] = \mathbb{E}[X]\mathbb{E}[Y]$. → ✗
    $\mathbb{E}[XY] = \mathbb{E}[X]\mathbb{E}[Y]$ → ? // where they are independent
    $\mu = \mathbb{E}[X]$. $\mathbb{E}[(X - \mu)^2] = \mathbb{E}[X^2] - \mu^2$. → · ✓
      ~ - \mu^2$. ⇒ + \mu^2$. → ✗
    $\mathbb{E}[(\hat\theta - \theta)^2] = (\mathbb{E}[\hat\theta] - \theta)^2 + \mathrm{Var}(\hat\theta)$ → ✓
      ~ + \mathrm{Var} ⇒ - \mathrm{Var} → ✗
    $\mathbb{E}_{x \sim p}[f(x) + c] = \mathbb{E}_{x \sim p}[f(x)] + c$ → ✓
      ~ [f(x)] + c ⇒ [f(x)] → ?
    $\mathbb{E}[X] = 0$ and $\mathbb{E}[X^2] = 1$. Then $\mathrm{Var}(X) = 1$. → ? ? ? // says what the law is
  `);

  rows('logistic', String.raw`
    $\sigma(z) = \frac{1}{1+e^{-z}}$. $\sigma'(z) = \sigma(z)(1-\sigma(z))$. → · ✓
      ~ (1-\sigma(z)) ⇒ (1+\sigma(z)) → ✗
      ~ = \sigma(z)( ⇒ = ( → ✗
      ~ = \sigma(z)( ⇒ = -\sigma(z)( → ✗
    $\sigma(z) = \frac{1}{1+e^{-z}}$. $\sigma(-z) = 1 - \sigma(z)$. → · ✓
      ~ = 1 - \sigma ⇒ = -\sigma → ✗
      ~ = 1 - \sigma ⇒ = 1 + \sigma → ✗
    $\sigma(z) = \frac{1}{1+e^{-z}}$. $\ln \sigma(z) = -\ln(1 + e^{-z})$. → · ✓
      ~ = -\ln ⇒ = \ln → ✗
      ~ e^{-z})$ ⇒ e^{z})$ → ✗
    $\hat y = \sigma(z)$ with the sigmoid $\sigma(z) = \frac{1}{1+e^{-z}}$. $L = -y \ln \hat y - (1-y) \ln(1 - \hat y)$. $\frac{\partial L}{\partial z} = \hat y - y$. → · · · ✓
      ~ = \hat y - y ⇒ = y - \hat y → ✗
      ~ = \hat y - y ⇒ = \hat y → ✗
    $L = -y \ln \hat y - (1-y) \ln(1 - \hat y)$. $\frac{\partial L}{\partial \hat y} = -\frac{y}{\hat y} + \frac{1 - y}{1 - \hat y} = \frac{\hat y - y}{\hat y (1 - \hat y)}$. → · ✓ ✓
      ~ = -\frac{y}{\hat y} + ⇒ = -\frac{y}{\hat y} - → ✗
      ~ = \frac{\hat y - y} ⇒ = \frac{y - \hat y} → ✗
    $p_i = \sigma(w^T x_i)$ where $\sigma(z) = \frac{1}{1+e^{-z}}$ and $\ell(w) = \sum_i y_i \ln p_i + (1 - y_i) \ln(1 - p_i)$. $\nabla_w \ell = \sum_i (y_i - p_i) x_i$. → · · · ✓
      ~ (y_i - p_i) x_i ⇒ (p_i - y_i) x_i → ✗
      ~ (y_i - p_i) x_i ⇒ (y_i - p_i) → ?
    $\tanh z = 2\sigma(2z) - 1$, where $\sigma(z) = \frac{1}{1+e^{-z}}$. → ✓ ·
      ~ \sigma(2z) ⇒ \sigma(z) → ✗
    $f(z) = \ln(1 + e^z)$. $f'(z) = \sigma(z)$, where $\sigma(z) = \frac{1}{1+e^{-z}}$. → · ✓ ·
      ~ = \sigma(z)$ ⇒ = 1 - \sigma(z)$ → ✗
  `);

  rows('names that have two meanings', String.raw`
    The error is $e = y - \hat y$ and $\sigma(z) = \frac{1}{1+e^{-z}}$. $\sigma'(z) = \sigma(z)(1-\sigma(z))$. → · · ✓ // e to a compound power is the exponential
      ~ (1-\sigma(z)) ⇒ (1+\sigma(z)) → ✗
    # Exercise 1⏎⏎$x = \cos t$.⏎⏎# Exercise 2⏎⏎$f(x) = x^2$. $\frac{df}{dx} = 2x$. → · · ✓
      ~ = 2x ⇒ = x → ✗
  `);

  rows('functions that are defined at one of many', String.raw`
    The model is $m(u_i) = w^T u_i + c$ and $J = \frac12\sum_i (m(u_i) - t_i)^2$. $\nabla_w J = \sum_i (m(u_i) - t_i) u_i$ and $\frac{\partial J}{\partial c} = \sum_i (m(u_i) - t_i)$. → · · ✓ ✓
      ~ - t_i) u_i ⇒ - t_i) → ?
      ~ = \sum_i (m(u_i) - t_i)$ ⇒ = \sum_i (m(u_i) + t_i)$ → ✗
    $g(u^{(i)}) = \frac{1}{1 + e^{-w^T u^{(i)}}}$ and $J = -\sum_i \log g(u^{(i)})$. $\nabla_w J = -\sum_i (1 - g(u^{(i)})) u^{(i)}$. → · · ✓
      ~ = -\sum_i (1 - ⇒ = \sum_i (1 - → ✗
    Let $p(u_n \mid r) = r e^{-r u_n}$ and $\ell = \sum_{n=1}^N \log p(u_n \mid r)$. $\frac{\partial\ell}{\partial r} = \frac{N}{r} - \sum_n u_n$. → · · ✓
      ~ - \sum_n u_n ⇒ + \sum_n u_n → ✗
    $q(u_k) = u_k^2 + c_k$ and $q(u) = 3u$. $\frac{d q(u)}{du} = 3$. → ? · ✓ // with the index beside it, it is of that one
      ~ = 3$. ⇒ = 2u$. → ✗
    The softmax is $s(u_i) = \frac{e^{u_i}}{\sum_j e^{u_j}}$. Then $\frac{\partial s(u_i)}{\partial u_j} = s(u_i)(\delta_{ij} - s(u_j))$ and $\sum_i s(u_i) = 1$. → · ✓ ✓
      ~ \delta_{ij} - s ⇒ \delta_{ij} + s → ✗
      ~ \delta_{ij} - s(u_j) ⇒ 1 - s(u_j) → ✗
      ~ = 1$. ⇒ = 2$. → ✗
    The sigmoid $\sigma(z) = \frac{1}{1 + e^{-z}}$ has $\sigma'(z) = \sigma(z)(1 - \sigma(z))$. The softmax $\sigma(z_i) = \frac{e^{z_i}}{\sum_j e^{z_j}}$ has $\frac{\partial\sigma(z_i)}{\partial z_i} = \sigma(z_i)(1 - \sigma(z_i))$. → · ✓ · ✓
      ~ (1 - \sigma(z_i)) ⇒ (1 + \sigma(z_i)) → ✗
  `);

  rows('labels in rows', String.raw`
    Let $T \in \{0,1\}^{n \times c}$ with one-hot rows, $Q_{ij} = \frac{e^{S_{ij}}}{\sum_k e^{S_{ik}}}$ and $J = -\sum_{i,j} T_{ij}\log Q_{ij}$. Then $\frac{\partial J}{\partial S_{ij}} = Q_{ij} - T_{ij}$. → · · · ✓
      ~ Q_{ij} - T ⇒ Q_{ij} + T → ✗
      ~ with one-hot rows ⇒ with rows → · · · ?
      ~ with one-hot rows ⇒ not with one-hot rows → · · · ?
    Each row of $T$ is one-hot, $Q_{ij} = \frac{e^{S_{ij}}}{\sum_k e^{S_{ik}}}$ and $J = -\sum_{i,j} T_{ij}\log Q_{ij}$. Then $\frac{\partial J}{\partial S_{ij}} = Q_{ij} - T_{ij}$. → · · ✓
      ~ Q_{ij} - T ⇒ Q_{ij} + T → ✗
      ~ Each row ⇒ Each column → · · ?
    Here $\mathbf{t} \in \{0,1\}^c$ is one-hot, $q = \mathrm{softmax}(s)$ and $J = -\sum_k t_k \log q_k$. Then $\frac{\partial J}{\partial s} = q - \mathbf{t}$. → · · · ✓
      ~ q - \mathbf ⇒ q + \mathbf → ✗
  `);

  rows('softmax', String.raw`
    $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$. $\frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)$. → · ✓
      ~ (\delta_{ij} - p_j) ⇒ (\delta_{ij} + p_j) → ✗
      ~ = p_i( ⇒ = p_j( → ✗
      ~ = p_i( ⇒ = -p_i( → ✗
    $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$. $\frac{\partial p_i}{\partial z_i} = p_i(1-p_i)$. → · ✓
      ~ (1-p_i) ⇒ (1+p_i) → ✗
      ~ = p_i(1-p_i) ⇒ = p_i → ✗
    $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$. For $i \ne j$: $\frac{\partial p_i}{\partial z_j} = -p_i p_j$. → · · ✓
      ~ = -p_i p_j ⇒ = p_i p_j → ✗
    $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$. $\frac{\partial p_i}{\partial z_j} = -p_i p_j$. → · ? // not for i = j
    $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$. $\sum_i p_i = 1$. → · ✓
      ~ = 1$ ⇒ = 0$ → ✗
    $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$, where $y$ is one-hot. $L = -\sum_i y_i \ln p_i$. $\frac{\partial L}{\partial z_i} = p_i - y_i$. → · · ✓
      ~ = p_i - y_i ⇒ = y_i - p_i → ✗
      ~ = p_i - y_i ⇒ = p_i → ✗
      ~ = p_i - y_i ⇒ = p_i + y_i → ✗
    $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$. $L = -\sum_i y_i \ln p_i$. $\frac{\partial L}{\partial p_i} = -\frac{y_i}{p_i}$. → · · ✓
      ~ = -\frac ⇒ = \frac → ✗
    $p = \mathrm{softmax}(z)$. $\frac{\partial p}{\partial z} = \mathrm{diag}(p) - p p^T$. → · ✓
      ~ - p p^T ⇒ + p p^T → ✗
      ~ - p p^T ⇒ - p^T p → ?
    $f(z) = \ln \sum_j e^{z_j}$. $\frac{\partial f}{\partial z_i} = \frac{e^{z_i}}{\sum_j e^{z_j}}$. → · ✓
      ~ = \frac{e^{z_i}} ⇒ = \frac{1} → ✗
    $\frac{e^{z_i - c}}{\sum_j e^{z_j - c}} = \frac{e^{z_i}}{\sum_j e^{z_j}}$ → ✓
      ~ \sum_j e^{z_j - c} ⇒ \sum_j e^{z_j + c} → ✗
  `);

  rows('the chain rule', String.raw`
    $z = wx + b$, $a = \sigma(z)$. $\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a}\frac{\partial a}{\partial z}\frac{\partial z}{\partial w}$. → · · ✓
      ~ \frac{\partial a}{\partial z}\frac ⇒ \frac → ✗
      ~ \frac{\partial z}{\partial w}$ ⇒ \frac{\partial z}{\partial b}$ → ✗
    $z = wx + b$, $a = \sigma(z)$, where $\sigma(z) = \frac{1}{1+e^{-z}}$. $\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} a(1-a) x$. → · · · ✓
      ~ a(1-a) x ⇒ a(1-a) → ✗
      ~ a(1-a) x ⇒ a(1+a) x → ✗
    $h = \tanh(u)$, $u = wx$, $y = vh$, $E = \frac12 (y - t)^2$. $\frac{\partial E}{\partial w} = (y - t) v (1 - h^2) x$. $\frac{\partial E}{\partial v} = (y - t) h$. → · · · · ✓ ✓
      ~ v (1 - h^2) x ⇒ (1 - h^2) x → ✗
      ~ (1 - h^2) ⇒ (1 - h) → ✗
      ~ = (y - t) h ⇒ = (t - y) h → ✗
    $z_k = \sum_j w_{kj} x_j$, $y_k = \sigma(z_k)$. $\frac{\partial E}{\partial w_{kj}} = \frac{\partial E}{\partial y_k} \sigma'(z_k) x_j$. → · · ✓
      ~ \sigma'(z_k) x_j ⇒ \sigma'(z_k) x_k → ✗
      ~ \sigma'(z_k) x_j ⇒ \sigma(z_k) x_j → ✗
    $\frac{dg}{dx} = 3$ → ? // nothing says how g depends on x
    $f(g(x))' = f'(g(x)) g'(x)$ → ? // a prime after brackets is not read
    $\frac{d}{dx} f(g(x)) = f'(g(x)) g'(x)$ → ✓
      ~ g'(x)$ ⇒ g(x)$ → ✗
      ~ = f'(g(x)) ⇒ = f'(x) → ✗
    $\frac{d}{dx} f(x) g(x) = f'(x) g(x) + f(x) g'(x)$ → ✓
      ~ f'(x) g(x) + f(x) g'(x) ⇒ f'(x) g'(x) → ✗
      ~ g(x) + f ⇒ g(x) - f → ✗
    $\frac{d}{dx} \frac{f(x)}{g(x)} = \frac{f'(x) g(x) - f(x) g'(x)}{g(x)^2}$ → ✓
      ~ g(x) - f ⇒ g(x) + f → ✗
    $\frac{d}{dx} \ln f(x) = \frac{f'(x)}{f(x)}$ → ✓
      ~ \frac{f'(x)}{f(x)} ⇒ \frac{1}{f(x)} → ✗
  `);

  rows('expectations', String.raw`
    $X \sim N(\mu, \sigma^2)$. $E[X] = \mu$. → · ✓
      ~ = \mu$ ⇒ = 0$ → ✗
    $X \sim N(\mu, \sigma^2)$. $E[X^2] = \mu^2 + \sigma^2$. → · ✓
      ~ \mu^2 + \sigma^2 ⇒ \mu^2 → ✗
      ~ \mu^2 + \sigma^2 ⇒ \mu^2 - \sigma^2 → ✗
    $X \sim N(\mu, \sigma^2)$. $E[X^2] = \mu^2 + \sigma^2$, $E[(X - \mu)^2] = \sigma^2$. → · ✓ ✓
      ~ E[(X - \mu)^2] = \sigma^2 ⇒ E[(X - \mu)^2] = \sigma → ✗
    $X \sim \mathcal{N}(0, 1)$. $\mathbb{E}[X^4] = 3$. $\mathbb{E}[X^3] = 0$. → · ✓ ✓
      ~ = 3$ ⇒ = 1$ → ✗
      ~ = 0$ ⇒ = 1$ → ✗
    $X \sim N(\mu, \sigma^2)$. $\mathbb{E}[aX + b] = a\mu + b$. → · ✓
      ~ a\mu + b ⇒ a\mu → ?
    $X \sim N(\mu, \sigma^2)$. $\mathbb{E}[e^X] = e^{\mu + \sigma^2/2}$. → · ✓
      ~ \mu + \sigma^2/2 ⇒ \mu → ✗
    $\delta_k \sim N(1, \sigma^2)$. $E[\delta_k^2] = 1 + \sigma^2$. → · ✓
      ~ 1 + \sigma^2 ⇒ 1 + \sigma → ✗
  `);

  rows('normal laws', String.raw`
    $\log N(x \mid m, s^2) = -\frac{(x - m)^2}{2s^2} - \frac12 \log(2\pi s^2)$ → ✓
      ~ - \frac12 \log ⇒ + \frac12 \log → ✗
    $\rho(u) = \sum_k c_k \mathcal{N}(u \mid m_k, \Sigma_k)$, $g_k = \frac{c_k \mathcal{N}(u \mid m_k, \Sigma_k)}{\rho(u)}$. $\frac{\partial \log \rho(u)}{\partial m_k} = g_k \Sigma_k^{-1} (u - m_k)$. → · · ✓
      ~ g_k \Sigma_k^{-1} (u - m_k) ⇒ g_k \Sigma_k^{-1} (m_k - u) → ✗
    $\nabla_u \log \mathcal{N}(u; m, \Sigma) = -\Sigma^{-1} (u - m)$ → ✓
      ~ = -\Sigma^{-1} ⇒ = \Sigma^{-1} → ✗
  `);

  rows('a law of another exercise', String.raw`
    ## Exercise 1⏎⏎Let $V \sim N(0, 1)$. Then $E[V^2] = 1$.⏎⏎## Exercise 2⏎⏎Then $E[V^4] = 3$. → · ✓ ✓
      ~ = 3 ⇒ = 2 → ✗
    ## Exercise 1⏎⏎Let $V \sim N(0, 1)$. Then $E[V^2] = 1$.⏎⏎## Exercise 2⏎⏎Let $V$ be the points of a throw: $E[V] = 2 \cdot \frac12 + 4 \cdot \frac12 = 3$. → · ✓ ? ✓
      ~ = 1 ⇒ = 2 → ✗
    ## Exercise 1⏎⏎Let $V \sim N(0, 1)$. Then $E[V^2] = 1$.⏎⏎## Exercise 2⏎⏎$V$ is what is left: $E[V] = 2 \cdot \frac12 + 4 \cdot \frac12$. → · ✓ ?
      ~ = 1 ⇒ = 2 → ✗
    ## Aufgabe 1⏎⏎Sei $V \sim N(0, 1)$. Dann ist $E[V^2] = 1$.⏎⏎## Aufgabe 2⏎⏎Sei $V$ die Zahl der Würfe: $E[V] = 2 \cdot \frac12 + 4 \cdot \frac12$. → · ✓ ?
      ~ = 1 ⇒ = 2 → ✗
    ## Exercise 1⏎⏎$P(V=0) = \frac12$, $P(V=2) = \frac12$. $E[V] = 1$.⏎⏎## Exercise 2⏎⏎Denote by $V$ the number of hours: $E[V] = 3 \cdot \frac14 + 7 \cdot \frac34 = 6$. → · · ✓ ? ✓
      ~ E[V] = 1 ⇒ E[V] = 2 → ✗
  `);
  rows('a name that words make another thing', String.raw`
    Let $V \sim N(0, 1)$. $E[V^2] = 1$.⏎⏎Now let $V$ be the points of a throw. $E[V^2] = \frac{91}{6}$. → · ✓ ?
      ~ = 1 ⇒ = 2 → ✗
    1. Let $V \sim N(0, 1)$. $E[V^2] = 1$.⏎⏎2. Let $V$ be a throw. $E[V] = \frac{1}{2}(1 + 2) = \frac32$. → · ✓ · ✓
      ~ = \frac32 ⇒ = \frac52 → ✗
    $V \sim \text{Poisson}(\lambda)$, where $V$ is the number of calls. $E[V^2] = \lambda + \lambda^2$ → · ✓
      ~ + \lambda^2 ⇒ + 2 \lambda^2 → ✗
    Let $V$ be the number of calls. $V \sim \text{Poisson}(\lambda)$. Here $V$ is an integer. $E[V^2] = \lambda + \lambda^2$ → · ✓
      ~ + \lambda^2 ⇒ + 2 \lambda^2 → ✗
  `);
  rows('several laws of one name', String.raw`
    $\text{Var}(Z) = \mathbb{E}[Z^2] - \mathbb{E}[Z]^2$.⏎⏎$Z \sim \text{Ber}(p)$: $\text{Var}(Z) = p(1 - p)$.⏎⏎$Z \sim \text{Poisson}(\lambda)$: $\text{Var}(Z) = \lambda$. → ✓ · ✓ · ✓ // of none of them
      ~ \mathbb{E}[Z^2] ⇒ \mathbb{E}[Z^3] → ✗ // right of the first of them
      ~ = p(1 - p) ⇒ = p → ✗
  `);

  rows('statistics', String.raw`
    $\bar{x} = \frac{1}{n}\sum_i x_i$, $\frac{\partial \bar x}{\partial x_k} = \frac1n$ → · ✓
      ~ = \frac1n ⇒ = 1 → ✗
    $s^2 = \frac{1}{n}\sum_{i=1}^n (x_i-\bar x)^2$ where $\bar{x} = \frac{1}{n}\sum_{i=1}^n x_i$. $\frac{\partial s^2}{\partial x_k} = \frac2n(x_k-\bar x)$. → · · ✓
      ~ \frac2n(x_k-\bar x) ⇒ \frac2n x_k → ✗
      ~ \frac2n( ⇒ 2( → ✗
    $\sum_{i=1}^n (x_i - \bar x)^2 = \sum_{i=1}^n x_i^2 - n \bar x^2$ → ✓ // nothing says what \bar x is
      ~ - n \bar ⇒ + n \bar → ✗
      ~ n \bar ⇒ \bar → ✗
    $\sum_{i=1}^n (U_i - \bar U)(V_i - \bar V) = \sum_{i=1}^n U_i V_i - n \bar U \bar V$ → ✓
      ~ - n ⇒ + n → ✗
    $\sum_{i=1}^n (u_i - m)^2 = \sum_{i=1}^n (u_i - \bar u)^2 + n(\bar u - m)^2$ → ✓
      ~ + n ⇒ - n → ?
    $\sum_{i=1}^n (X_i - \bar X_n)^2 = \sum_{i=1}^n X_i^2 - n \bar X_n^2$ → ✓
      ~ - n ⇒ + n → ✗
    $\sum_{i=1}^k \sum_{j=1}^m (y_{ij} - \bar y)^2 = \sum_{i,j} y_{ij}^2 - km \bar y^2$, $\sum_{j=1}^m (y_{ij} - \bar y_i) = 0$ → ✓ ✓
      ~ - km ⇒ + km → ✗ ✓
    $\frac1n \sum_{i=1}^n (u_i - \mu)^2 = \frac1n \sum_{i=1}^n u_i^2 - \mu^2$ → ?
      ~ - \mu^2 ⇒ + \mu^2 → ✗
    $\bar x = \frac12 (x_1 + x_2)$. $\sum_{i=1}^n (x_i - \bar x)^2 = \sum_{i=1}^n x_i^2 - n \bar x^2$ → · ? // of two alone
    $H = -\sum_i p_i \log p_i$. $\frac{\partial H}{\partial p_k} = -\log p_k - 1$. → · ✓
      ~ - 1$ ⇒ $ → ✗
      ~ - 1$ ⇒ + 1$ → ✗
    $KL = \sum_i p_i \ln\frac{p_i}{q_i}$. $\frac{\partial KL}{\partial q_k} = -\frac{p_k}{q_k}$. → · ✓
      ~ = -\frac ⇒ = \frac → ✗
    $p(x) = \frac{1}{\sqrt{2\pi\sigma^2}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}$. $\ln p(x) = -\frac12\ln(2\pi\sigma^2) - \frac{(x-\mu)^2}{2\sigma^2}$. → · ✓
      ~ -\frac12\ln ⇒ \frac12\ln → ✗
      ~ \sigma^2) - \frac ⇒ \sigma^2) + \frac → ✗
    $\ln p = -\frac12\ln(2\pi\sigma^2) - \frac{(x-\mu)^2}{2\sigma^2}$. $\frac{\partial \ln p}{\partial\mu} = \frac{x-\mu}{\sigma^2}$. → · ✓
      ~ \frac{x-\mu}{\sigma^2}$. ⇒ \frac{\mu-x}{\sigma^2}$. → ✗
  `);

  rows('entries that are one', String.raw`
    $\delta_{ij} = 1$ if $i=j$ and $0$ otherwise. $\sum_j \delta_{ij} x_j = x_i$. → · · ✓
      ~ = x_i ⇒ = x_j → ✗
    $\frac{\partial x_i}{\partial x_j} = \delta_{ij}$ → ✓
      ~ = \delta_{ij} ⇒ = 1 → ?
    $D = \mathrm{diag}(d)$. $Dx = d \odot x$. → · ✓
      ~ = d \odot x ⇒ = d^T x → ✗
      ~ = d \odot x ⇒ = 2 d \odot x → ✗
    $\mathbf{x}^T\mathbf{y} = \mathbf{y}^T\mathbf{x}$ → ✓
      ~ = \mathbf{y}^T\mathbf{x} ⇒ = -\mathbf{y}^T\mathbf{x} → ✗
    $x \odot y = y \odot x$ → ✓
      ~ = y \odot x ⇒ = y \odot y → ?
  `);

  rows('update rules and other definitions', String.raw`
    $w_{t+1} = w_t - \eta \nabla L(w_t)$ → ✓
      ~ w_t - ⇒ w_t + → ·
      ~ = w_t - ⇒ = w_t w_t - → ·
    $w := w - \eta \frac{\partial L}{\partial w}$ → ✓
      ~ w - \eta ⇒ w + \eta → ·
    $L(w) = (w-1)^2$. $w_{t+1} = w_t - \eta L'(w_t)$. $w_{t+1} = w_t - 2\eta(w_t-1)$. → · ✓ ✓
      ~ w_t - \eta L' ⇒ w_t + \eta L' → ·
      ~ 2\eta(w_t-1) ⇒ 2\eta(w_t+1) → ?
    $v_t = \beta v_{t-1} + (1 - \beta) g_t$. $v_2 = \beta v_1 + (1 - \beta) g_2$. → · ·
    $A = B C$ → ·
    $f(x) = x^2$. $g(x) = q$. → · ·
    $y = x^2$. $y = x^3$. → · · // a new definition
  `);

  rows('what is not known', String.raw`
    $\alpha + q = \kappa$ → · // a condition
    $L = f(a, b)$. $\frac{\partial L}{\partial c} = 2$. → · ?
    $a = b + c$, $d = a e$. $d = b e + q$. → · · ·
    Let $g$ be such that $g(-x) = -g(x)$. → ·
    $\foo(x) = x$ → ?
  `);

  rows('conditions', String.raw`
    $L = \sum_{i=1}^n (y_i - w x_i)^2$. For $n = 1$: $\frac{dL}{dw} = -2 x_1 (y_1 - w x_1)$. → · · ✓
      ~ = -2 x_1 ⇒ = 2 x_1 → ✗
    $f(x) = \max(0, x)$. $f'(x) = \begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}$. → · ✓
      ~ 1 & x > 0 ⇒ x & x > 0 → ✗
      ~ 1 & x > 0 ⇒ -1 & x > 0 → ✗
    $f(x) = \begin{cases} x & x > 0 \\ \alpha x & \text{otherwise} \end{cases}$. $f'(x) = \begin{cases} 1 & x > 0 \\ \alpha & \text{otherwise} \end{cases}$. → · ✓
      ~ \alpha & \text ⇒ \alpha x & \text → ✗
      ~ \begin{cases} 1 & ⇒ \begin{cases} 0 & → ✗
    Let $y \in \{0, 1\}$. $y^2 = y$. → · ✓
      ~ y^2 = y ⇒ y^2 = 2y → ✗
    Let $x \in \mathbb{R}$. $x^2 = x$. → · ✗
    $y$ is one-hot. $\sum_i y_i = 1$. → ✓
      ~ = 1$ ⇒ = 2$ → ✗
    $y$ is one-hot. $\sum_i y_i^2 = 1$. → ✓
      ~ = 1$ ⇒ = 0$ → ✗
    If $x > 0$, then $|x| = x$. → · ✓
      ~ = x$ ⇒ = -x$ → ?
  `);

  rows('chains and documents', String.raw`
    $$\begin{aligned} (a - b)^2 &= (a - b)(a - b) \\ &= a^2 - 2ab + b^2 \end{aligned}$$ → ✓ ✓
      ~ - 2ab ⇒ - ab → ✗
      ~ (a - b)(a - b) ⇒ (a - b)(a + b) → ✗
    $f(x) = x^2 \Rightarrow f'(x) = 2x$ → · ✓
      ~ = 2x ⇒ = x → ✗
    # Exercise 1⏎⏎$f(x) = x^2$. $f'(x) = 2x$.⏎⏎# Exercise 2⏎⏎$f(x) = x^3$. $f'(x) = 3x^2$. → · ✓ · ✓
      ~ = 3x^2 ⇒ = 2x → ✗
    ### Exercise 1.2⏎⏎$f(x) = x^3 - 3$. $f(2) = 5$.⏎⏎### 1.3⏎⏎We solve $e^x = 4$ by $x_1 = 1 - \frac{f(1)}{f'(1)}$, $1 - \frac{f(1)}{f'(1)} = 1 - \frac{e - 4}{f'(1)}$. → · ✓ · · ? // the f of this exercise has no formula
      ~ f(2) = 5 ⇒ f(2) = 6 → ✗
    # Exercise 1⏎⏎$f(x) = x^2$.⏎⏎# Exercise 2⏎⏎Then $2 f(3) = 18$. → · ✓
      ~ = 18 ⇒ = 16 → ✗
    $f'(x) = 2x$, where $f(x) = x^2$. → ✓ ·
      ~ = 2x$ ⇒ = x$ → ✗
    $f(x) = x^2$ and $\frac{ $$f'(x) = 2x$$ → · ✓ // a broken formula between them
      ~ = 2x ⇒ = 3x → ✗
    The cost is 5\$ and $a + a = 2a$. → ✓
      ~ = 2a ⇒ = 3a → ✗
  `);

  rows('values with their probabilities', String.raw`
    Let $X$ take the value $x_i$ with probability $p_i$. Then $E[X] = \sum_i p_i x_i$, $\mathrm{Var}(X) = \sum_i p_i x_i^2 - (\sum_i p_i x_i)^2$. → ✓ ✓
      ~ p_i x_i^2 - ⇒ p_i x_i - → ✗
    $X$ takes values $x_1, \dots, x_n$ with probabilities $p_1, \dots, p_n$. $\mathrm{Var}(X) = \sum_i p_i (x_i - E[X])^2$ → ✓
      ~ x_i - E[X] ⇒ x_i + E[X] → ✗
    Let $X$ take the value $1$ with probability $p$ and $-1$ with probability $1 - p$. Then $\mathrm{Var}(X) = 4p(1-p)$. → ✓
      ~ 4p ⇒ 2p → ✗
    A die has $P(X = 0) = \frac12$, $P(X=1) = \frac14$, $P(X=2)=\frac14$. So $E[X^2] = \frac54$. → · · · ✓
      ~ \frac54 ⇒ \frac34 → ✗
    Take u as a random variable that takes value $u_i$ with probability $q_i$. Then $E[u^2] = \sum_i q_i u_i^2$. → ✓
      ~ q_i u_i^2 ⇒ q_i^2 u_i^2 → ✗
    A coin has $P(C = 1) = \frac34$, $P(C = 0) = \frac14$. Then $E[(C - E[C])^2] = \frac{3}{16}$ and $E[C\,E[C]] = \frac{9}{16}$. → · · ✓ ✓ // the mean within is over all outcomes
      ~ \frac{3}{16} ⇒ 0 → ✗
      ~ \frac{9}{16} ⇒ \frac34 → ✗
    A coin has $P(C = 1) = \frac34$, $P(C = 0) = \frac14$. Then $\mathbb{E}[(C - \mathbb{E}C)^3] = -\frac{3}{32}$, $\mathbb{E}[C\,\mathrm{Var}(C)] = \frac{9}{64}$. → · · ✓ ✓
      ~ -\frac{3}{32} ⇒ \frac{3}{32} → ✗
      ~ \frac{9}{64} ⇒ \frac{3}{16} → ✗
    Let $P(X = 1) = p$. Then $E[X] = p$. → · ? // and otherwise?
    For constants $a, b$: $\mathbb{E}[aX + b] = a \mathbb{E}[X] + \mathbb{E}[b]$ → ? // b is not averaged over
    $\mathrm{Cov}(X, b) = \mathbb{E}[(X - \mathbb{E}[X])(b - \mathbb{E}[b])]$ → ?
    $\mathbb{E}[aX] = a \mathbb{E}[X]$ → ✓
      ~ = a \mathbb{E} ⇒ = a^2 \mathbb{E} → ✗
    $\mathbb{E}_x[\mathbb{E}_y[x y]] = \mathbb{E}_y[\mathbb{E}_x[x y]]$ → ✓ // the subscript says which
      ~ = \mathbb{E}_y[ ⇒ = 2\mathbb{E}_y[ → ✗
    Let $X$ take the value $x_i$ with probability $p_i$ and let $Y = X^2$. Then $E[Y] = \sum_i p_i x_i$. → · ?
  `);

  rows('weights that are named by what they make', String.raw`
    $n = \tanh(W_n x)$, $z = \sigma(W_z x + U_z h + b_z)$, $o = (1 - z) \odot n + z \odot h$. Let $L$ be a loss of $o$. $$\frac{\partial L}{\partial W_z} = \left(\frac{\partial L}{\partial o} \odot (h - n) \odot z \odot (1 - z)\right) x^\top$$ → · · · ✓
      ~ (h - n) ⇒ (h + n) → ✗
    $i_t = \sigma(W_i x_t + U_i h_{t-1} + b_i)$, $c_t = i_t \odot g_t$. Let $L$ be a loss of $c_t$. $\frac{\partial L}{\partial b_i} = \frac{\partial L}{\partial c_t} \odot g_t \odot i_t \odot (1 - i_t)$ → · · ✓
      ~ (1 - i_t) ⇒ (1 + i_t) → ✗
    $q = W_q x$, $k = W_k y$, $s = q^\top k$. $\frac{\partial s}{\partial W_q} = k x^\top$ → · · · ✓
      ~ k x^\top ⇒ q x^\top → ✗
    $c_t = f_t \odot c_{t-1} + i_t \odot g_t$, $f_t = \sigma(W_f h_{t-1})$, $h_t = \tanh(c_t)$. With the gates held as they are: holding all the gates fixed, $\frac{\partial c_t}{\partial c_{t-1}} = \mathrm{diag}(f_t)$. → · · · ?
  `);

  rows('a state and what comes in, one below the other', String.raw`
    $h_t \in \mathbb{R}^n$, $x_t \in \mathbb{R}^d$. $f_t = \sigma(W_f \cdot [h_{t-1}, x_t] + b_f)$, $C_t = f_t \odot C_{t-1}$. $\frac{\partial L}{\partial W_f} = (\frac{\partial L}{\partial f_t} \odot f_t \odot (1 - f_t)) [h_{t-1}, x_t]^T$ → · · · · ✓
      ~ = (\frac{\partial L}{\partial f_t} \odot f_t ⇒ = (\frac{\partial L}{\partial f_t} → ?
      ~ (1 - f_t)) ⇒ (1 + f_t)) → ?
    $o_t = \sigma(W_o [h_{t-1}, x_t] + b_o)$, $h_t = o_t \odot \tanh(C_t)$. $\frac{\partial h_t}{\partial o_t} = \operatorname{diag}(\tanh(C_t))$ → · · ✓
      ~ = \operatorname{diag}(\tanh(C_t)) ⇒ = \operatorname{diag}(C_t) → ?
      ~ = \operatorname{diag}(\tanh(C_t)) ⇒ = -\operatorname{diag}(\tanh(C_t)) → ?
  `);

  rows('softmax of each row', String.raw`
    Let $Q \in \mathbb{R}^{n \times d}$, $K \in \mathbb{R}^{m \times d}$, $V \in \mathbb{R}^{m \times v}$. $S = \frac{1}{\sqrt{d}} Q K^\top$, $A = \mathrm{softmax}(S)$, $O = A V$. Let $L$ be a function of $O$ and $G = \frac{\partial L}{\partial O}$. $\frac{\partial L}{\partial V} = A^\top G$, $\frac{\partial L}{\partial A} = G V^\top$, $\frac{\partial L}{\partial Q} = \frac{1}{\sqrt d} \frac{\partial L}{\partial S} K$ → · · · · · · · ✓ ✓ ✓
      ~ = A^\top G ⇒ = 2 A^\top G → ✗
      ~ \frac{1}{\sqrt d} \frac{\partial L} ⇒ \frac{1}{d} \frac{\partial L} → ✗
    Let $X \in \mathbb{R}^{N \times D}$, $W \in \mathbb{R}^{D \times C}$ and $Y \in \mathbb{R}^{N \times C}$ one-hot rows. $P = \mathrm{softmax}(X W)$, applied row-wise, $L = -\frac{1}{N} \sum_{i=1}^N \sum_{c=1}^C Y_{ic} \log P_{ic}$. $\frac{\partial L}{\partial W} = \frac{1}{N} X^\top (P - Y)$ → · · · · · ✓
      ~ \frac{1}{N} X^\top ⇒ X^\top → ✗
      ~ (P - Y) ⇒ (P + Y) → ✗
    Let $Z \in \mathbb{R}^{N \times C}$ and $P = \mathrm{softmax}(Z)$. $\sum_{c=1}^C P_{ic} = 1$ → · · ? // of rows or of columns?
  `);

  rows('variables of which words say mean and variance', String.raw`
    $Z_1, \dots, Z_n$ are i.i.d. with mean $m$ and variance $v$, and $\bar Z = \frac1n \sum_i Z_i$. $\mathbb{E}[Z_i^2] = v + m^2$, $\operatorname{Var}(\bar Z) = \frac{v}{n}$, $\mathbb{E}[\bar Z^2] = m^2 + \frac{v}{n}$ → · ✓ ✓ ✓
      ~ = v + m^2 ⇒ = v - m^2 → ✗
      ~ = \frac{v}{n}$ ⇒ = v$ → ✗
      ~ = m^2 + ⇒ = m + → ✗
    $Z_1, \dots, Z_n$ are i.i.d. with mean $m$ and variance $v$. $\mathbb{E}[\sum_i (Z_i - \frac1n \sum_j Z_j)^2] = (n - 1) v$ → ✓
      ~ (n - 1) v ⇒ n v → ✗
    The weights $u_j$ are independent with zero mean and variance $\tau$, and so $a = \sum_{j=1}^n u_j z_j$ has $\operatorname{Var}(a) = \tau \sum_{j=1}^n z_j^2$. → · ✓
      ~ = \tau \sum ⇒ = \tau n \sum → ? // nothing says that z is none of them
    $r_i, s_i$ are i.i.d. with mean $0$ and variance $1$. $\operatorname{Var}(\sum_{i=1}^d r_i s_i) = d$ → ✓
      ~ = d ⇒ = d^2 → ✗
    $r_i, s_i$ are i.i.d. with mean $0$ and variance $1$. $\operatorname{Var}(\frac{r^T s}{\sqrt d}) = 1$ → ? // as many as nobody says
    A number $y$ has mean $m$ and variance $v$. $\mathbb{E}[(y - c)^2] = v + (m - c)^2$ → ✓
      ~ + (m - c)^2 ⇒ + (m + c)^2 → ✗
      ~ (y - c)^2] = v + (m - c)^2 ⇒ y^3] = m^3 + 3 m v → ? // of a normal law
    $A$ and $B$ have mean $m$ and variance $v$. $\operatorname{Var}(A + B) = 2v$, $\operatorname{Var}(A + B) = v$ → ? ? // they may depend on each other
    $A$ has mean $m$ and variance $v$. $B$ has mean $k$ and variance $w$. $\operatorname{Var}(A + B) = v$ → ?
    $\epsilon_1, \dots, \epsilon_n$ are independent with mean $0$ and variance $v$. $\mathbb{E}[\epsilon_i \epsilon_j] = v \delta_{ij}$. $\mathbb{E}[\epsilon_i \epsilon_j] = 0$ → ✓ ? // of different ones
      ~ = v \delta ⇒ = 2 v \delta → ?
      ~ = 0$ ⇒ = v$ → ✗
    Masks $m_1, \dots, m_d \sim \text{Bernoulli}(q)$ i.i.d. $\mathbb{E}[\sum_i w_i m_i x_i] = q w^T x$, $\operatorname{Var}(\sum_i w_i m_i x_i) = q (1 - q) \sum_i w_i^2 x_i^2$ → · ✓ ✓
      ~ = q w^T x ⇒ = q^2 w^T x → ✗
      ~ = q (1 - q) ⇒ = q (1 + q) → ✗
  `);

  rows('chances of what has an index', String.raw`
    $q(o \mid c) = \frac{\exp(s_o^T r_c)}{\sum_w \exp(s_w^T r_c)}$, $J = -\log q(o \mid c)$. $\frac{\partial J}{\partial r_c} = -s_o + \sum_w q(w \mid c) s_w$, $\frac{\partial J}{\partial s_o} = (q(o \mid c) - 1) r_c$ → · · ✓ ✓
      ~ = -s_o ⇒ = s_o → ?
      ~ (q(o \mid c) - 1) r ⇒ (q(o \mid c) + 1) r → ?
    $\mu(k) = \frac{e^{h_k}}{\sum_j e^{h_j}}$, $V = \sum_k \mu(k) r_k$. $\frac{\partial \mu(k)}{\partial h_j} = \mu(k) (\delta_{kj} - \mu(j))$, $\frac{\partial V}{\partial h_j} = \mu(j) (r_j - V)$, $\sum_k \mu(k) = 1$ → · · ✓ ✓ ✓
      ~ - \mu(j)) ⇒ + \mu(j)) → ✗
      ~ (r_j - V) ⇒ (r_j + V) → ✗
      ~ = 1 ⇒ = 2 → ✗
    $\mu(k) = \frac{e^{h_k}}{\sum_j e^{h_j + h_k}}$. $\mu(j) - \frac{e^{h_j}}{\sum_k e^{h_k + h_j}} = 0$ → · ? // the letter is counted there
  `);

  rows('chances of events', String.raw`
    Let $P(y = 1 \mid x) = \frac{1}{1 + e^{-w x}}$. Then $\frac{\partial}{\partial w} \log P(y = 1 \mid x) = (1 - P(y = 1 \mid x)) x$. → · ✓
      ~ (1 - P ⇒ (1 + P → ✗
    Let $P(y = 1 \mid x) = \frac{1}{1 + e^{-w x}}$ and $P(y = 0 \mid x) = 1 - P(y = 1 \mid x)$. Then $\log \frac{P(y = 1 \mid x)}{P(y = 0 \mid x)} = w x$. → · · ✓
      ~ = w x ⇒ = -w x → ✗
    $P(A = 1) = 0.2$ and $P(B = 1 \mid A = 1) = 0.9$. $P(B = 1, A = 1) = P(B = 1 \mid A = 1) P(A = 1) = 0.18$. → · · · ✓
      ~ = 0.18 ⇒ = 0.28 → ?
    $P(A = 1) = 0.2$. $P(A = 0) + P(A = 1) = 1$. → · ?
    $P(X = k) = p^k (1 - p)^{1 - k}$. $\frac{\partial}{\partial p} \log P(X = k) = \frac{k}{p} - \frac{1 - k}{1 - p}$. → · ✓ // k is no step
      ~ \frac{k}{p} - ⇒ \frac{k}{p} + → ✗
    $P(X = k) = \frac{k}{6}$. $\sum_{k=1}^3 P(X = k) = 1$. → · ? // another for each k
    $P(A = 1, B = 1) = P(A = 1 \mid B = 1) P(B = 1)$. $P(A = 1 \mid B = 1) = \frac{P(A = 1, B = 1)}{P(B = 1)}$. → · ·
  `);

  rows('logarithms of chances of several events', String.raw`
    $\pi(L \mid s) = 0.2$, $\pi(R \mid s) = 0.8$. $\log \pi(L \mid s) = \log 0.2 \approx -1.609$, $\log \pi(R \mid s) = \log 0.8 \approx -0.223$ → · · · ✓ · ✓
      ~ -0.223$ ⇒ -0.323$ → · · · ✓ · ✗
  `);

  rows('events in any brackets', String.raw`
    Let $W = V^2$. $F(w) = P\{W \le w\} = P\{-\sqrt{w} \le V \le \sqrt{w}\} = \sqrt{w}$, so $f(w) = \frac{dF(w)}{dw} = \frac{1}{2\sqrt w}$. → · · · · · ?
    Let $W = V^2$. $F(w) = \mathbb{P}[W \le w] = \mathbb{P}[-\sqrt{w} \le V \le \sqrt{w}]$, so $f(w) = \frac{dF(w)}{dw} = \frac{1}{2\sqrt w}$. → · · · · ?
    $\Pr(V = k) = p^k (1 - p)^{1 - k}$. $\frac{\partial}{\partial p} \log \Pr(V = k) = \frac{k}{p} - \frac{1 - k}{1 - p}$. → · ✓
      ~ \frac{k}{p} - ⇒ \frac{k}{p} + → ✗
    A die has $\Pr\{V = 0\} = \frac12$, $\Pr\{V = 1\} = \frac14$, $\Pr\{V = 2\} = \frac14$. So $E[V^2] = \frac54$. → · · · ✓
      ~ \frac54 ⇒ \frac34 → ✗
    $P [a - b] = Pa - Pb$ → ✓ // a product
      ~ - Pb ⇒ + Pb → ✗
  `);

  rows('a derivative that may be zero', String.raw`
    $$\nabla_\phi \sum_x q_\phi(x) R(x) = \sum_x R(x) \nabla_\phi q_\phi(x) + \sum_x q_\phi(x) \nabla_\phi R(x) = \sum_x R(x) \nabla_\phi q_\phi(x)$$ → ✓ ?
      ~ R(x) \nabla_\phi q_\phi(x) + ⇒ R(x) \nabla_\phi q_\phi(x) - → ✗
    $$\nabla_\phi \sum_x q_\phi(x) R(x) = \sum_x R(x) \nabla_\phi q_\phi(x) + \sum_x q_\phi(x) \nabla_\phi R(x) = 2\sum_x R(x) \nabla_\phi q_\phi(x)$$ → ✓ ? // no one change makes it hold
      ~ R(x) \nabla_\phi q_\phi(x) + ⇒ R(x) \nabla_\phi q_\phi(x) - → ✗
    $\frac{\partial}{\partial w} (h(w) k(w)) = h'(w) k(w) + h(w) \frac{\partial k(w)}{\partial w} = h'(w) k(w)$ → ✓ ?
      ~ h'(w) k(w) + ⇒ 2h'(w) k(w) + → ✗
  `);

  rows('a velocity without its step', String.raw`
    Momentum: $v_t = \gamma v_{t-1} + \eta g_t$. → ✓ // it is subtracted then
      ~ + \eta g_t ⇒ + 2\eta g_t → ✗
    Momentum: $v_t = \gamma v_{t-1} - \eta g_t$. → ✓
      ~ - \eta g_t ⇒ - \eta g_t^2 → ✗
    Momentum: $v_t = \gamma v_{t-1} + \eta g_t$, $\theta_t = \theta_{t-1} - v_t$. → ✓ ✓
      ~ \theta_{t-1} - ⇒ \theta_{t-1} + → · ✗ // the velocity is as published
  `);

  rows('which line of a momentum has the wrong sign', String.raw`
    Momentum: $v_{t+1} = \beta v_t + \nabla f(x_t)$, $x_{t+1} = x_t - \gamma v_{t+1}$. → ✓ ✓
      ~ x_t - ⇒ x_t + → · ✗
      ~ x_t - \gamma v_{t+1} ⇒ x_t → · · // nothing is said of the velocity for that
      ~ x_t - \gamma ⇒ x_k - \gamma → · ·
    Adam: $m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t$, $v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2$, $x_t = x_{t-1} - \alpha \frac{m_t / (1 - \beta_1^t)}{\sqrt{v_t / (1 - \beta_2^t)} + \epsilon}$. → ✓ ✓ ✓
      ~ x_{t-1} - ⇒ x_{t-1} + → · · ✗
      ~ m_{t-1} + ⇒ m_{t-1} - → ✗ · ·
  `);

  rows('entries of a step', String.raw`
    Gradient descent: $w_{t+1,i} = w_{t,i} - \eta g_{t,i}$. → ✓
      ~ g_{t,i} ⇒ g_{t,j} → ·
    AdaGrad: $s_{t,i} = s_{t-1,i} + g_{t,i}^2$, $w_{t+1,i} = w_{t,i} - \frac{\eta}{\sqrt{s_{t,i} + \epsilon}} g_{t,i}$. → ✓ ✓
      ~ + g_{t,i}^2 ⇒ + g_{t,j}^2 → · ·
  `);

  rows('names of gradients', String.raw`
    $z = w x + b$, $a = \sigma(z)$, $L = \frac12 (a - y)^2$. $dz = \frac{\partial L}{\partial z} = (a - y) a (1 - a)$ and $dw = \frac{\partial L}{\partial w} = dz \cdot x$. → · · · · ✓ · ✓
      ~ = dz \cdot x ⇒ = dz \cdot w → ✗
      ~ a (1 - a) ⇒ a (1 + a) → ✗
    $(X + dX)(Y + dY) - XY = (dX) Y + X (dY) + (dX)(dY)$ → ✓
      ~ = (dX) Y + ⇒ = (dX) Y - → ✗
    $y = x^2$. $dy = 2x\,dx$. → · ? // not d times y
  `);

  rows('sums and products that run to a step', String.raw`
    Let $a_t = 1 - b_t$ and $\bar a_t = \prod_{s=1}^t a_s$. Then $\frac{a_t}{b_t} + \frac{1}{1 - \bar a_{t-1}} = \frac{1 - \bar a_t}{b_t (1 - \bar a_{t-1})}$. → · · ✓
      ~ \frac{1 - \bar a_t}{b_t ⇒ \frac{1 - \bar a_{t-1}}{b_t → ✗
      ~ \frac{a_t}{b_t} + ⇒ \frac{a_t}{b_t} - → ✗
    Let $a_t = 1 - b_t$ and $\bar a_t = \prod_{s=1}^t a_s$. Then $\bar a_t = a_t \bar a_{t-1}$. → · · ✓
      ~ a_t \bar a_{t-1} ⇒ b_t \bar a_{t-1} → ?
    Let $S_t = \sum_{i=1}^t x_i$. Then $S_{t+1} - S_{t-1} = x_{t+1} + x_t$. → · ✓
      ~ x_{t+1} + x_t ⇒ x_{t+1} - x_t → ✗
    Let $m_t = (1 - \beta) \sum_{i=1}^t \beta^{t-i} g_i$ and $m_{t-1} = c$. Then $(1 - \beta) \sum_{i=1}^t \beta^{t-i} = 1 - \beta^t$. → · · ✓
      ~ = 1 - \beta^t ⇒ = 1 + \beta^t → ✗
    Let $S_t = \sum_{i=1}^t x_i$ and $m_t = \frac{1}{t} S_t$. Then $m_t - m_{t-1} = \frac{1}{t} (x_t - m_{t-1})$. → · · ? // t is a number too
  `);

  rows('rows of data', String.raw`
    Let $F(\beta) = \frac12 \sum_{i=1}^m (\beta^T a_i - y_i)^2$. $\nabla F(\beta) = A^T (A \beta - y)$ and $\sum_{i=1}^m a_i a_i^T = A^T A$. → · ✓ ✓ // the examples are the rows
      ~ = A^T (A ⇒ = A (A → ?
      ~ = A^T A$. ⇒ = A A^T$. → ?
      ~ a_i^T = ⇒ a_i = → ?
    Let $F(\beta) = \sum_i c_i (\beta^T a_i - y_i)^2$ and $C = \mathrm{diag}(c_i)$. $\nabla F(\beta) = 2 A^T C (A \beta - y)$. → · · ✓
      ~ ^T C (A ⇒ ^T (A → ?
    Let $F(\beta) = \sum_{i=1}^m (\beta^T a^{(i)} - y^{(i)})^2$. $\nabla F(\beta) = 2 A^T (A \beta - \vec{y})$. → · ✓
      ~ - \vec{y} ⇒ + \vec{y} → ?
    Let $A \in \mathbb{R}^{m \times n}$ have the rows $a_i^T$, $s_i = \tanh(v^T a_i)$ and $D = \mathrm{diag}(1 - s_i^2)$. $z^T A^T D A z = \sum_i (1 - s_i^2)(a_i^T z)^2$. → · · · ✓
      ~ = \sum_i (1 - s_i^2) ⇒ = \sum_i (1 + s_i^2) → ✗
  `);

  rows('gradients by what is not named', String.raw`
    Let $A \in \mathbb{R}^{m \times n}$ and $J = \|A\theta - t\|^2$. $\nabla J = 2 A^T (A \theta - t)$, $\nabla^2 J = 2 A^T A$. → · · ✓ ✓
      ~ \theta - t)$, ⇒ \theta + t)$, → ✗
      ~ = 2 A^T A$. ⇒ = 2 A A^T$. → ?
    $f = u^T x$. $\nabla f = u$. → · ? // by x, or by u
    $f = w^T x$. $\nabla f = w$. → · ? // by x, and not by w
    $E = (t - w^T x - b)^2$. $\nabla E = -2 (t - w^T x - b) x$. → · ? // b may be meant as well
  `);

  rows('gradients with a d before them beside a size d', String.raw`
    $A, B \in \mathbb{R}^{n \times d}$, $S = \frac{A B^T}{\sqrt d}$ and $dS = \frac{\partial L}{\partial S}$. $\frac{\partial L}{\partial A} = \frac{1}{\sqrt d} dS\,B$. → · · · ✓
      ~ \frac{1}{\sqrt d} dS\,B ⇒ \frac{1}{\sqrt d} dS^T B → ✗
  `);

  rows('steps of a network that another sum counts', String.raw`
    Let $a_t = A s_{t-1} + B u_t$, $s_t = \tanh(a_t)$, $q_t = \mathrm{softmax}(C s_t)$, $\ell_t = -\sum_k r_{t,k} \log q_{t,k}$ with $r_t$ one-hot, and $L = \sum_t \ell_t$. $\frac{\partial \ell_t}{\partial C} = (q_t - r_t) s_t^T$ and $\frac{\partial L}{\partial C} = \sum_t (q_t - r_t) s_t^T$. → · · · · · ✓ ✓
      ~ (q_t - r_t) s_t^T$ and ⇒ (q_t + r_t) s_t^T$ and → ✗
      ~ (q_t - r_t) s_t^T$ and ⇒ (q_t - r_t) a_t^T$ and → ✗
    # A cell⏎⏎$s_t = \tanh(A s_{t-1} + u_t)$.⏎⏎# Another⏎⏎$f_t = \sigma(B s_{t-1} + u_t)$, $c_t = f_t \odot c_{t-1}$ and $s_t = f_t \odot \tanh(c_t)$. $\frac{\partial s_t}{\partial c_t} = \mathrm{diag}(f_t \odot (1 - \tanh^2(c_t)))$ → · · · · ✓ // under another heading it is another one's
      ~ (1 - \tanh^2 ⇒ (1 + \tanh^2 → ✗
    $s_t = A s_{t-1} + u_t$. Then $s_t = B s_{t-1} + u_t$. → · ? // or a mistake
  `);

  rows('functions that another item tells', String.raw`
    - $q(x) = x h(x)$, $q'(x) = h(x) + x h'(x)$⏎- $h(x) = x^2$ → · ✓ ·
      ~ h(x) + x h'(x)$ ⇒ h(x)$ → ?
    - $q(x) = x \sigma(x)$, $q'(x) = \sigma(x) + x \sigma(x)(1 - \sigma(x))$⏎- $\log \sigma(x) = -r(-x)$ → · ✓ ·
      ~ \sigma(x) + x \sigma(x)(1 - \sigma(x))$ ⇒ 3 \sigma(x)$ → ✗
  `);

  rows('a name that only the words behind a derivative by it define', String.raw`
    $\frac{d}{du}[a e^{-u} + b e^u] = b e^u - a e^{-u}$, which vanishes at $u = \frac12 \ln \frac{a}{b}$. → ✓ ·
      ~ b e^u - a ⇒ b e^u + a → ✗
  `);

  rows('a matrix of numbers in an exercise of its own', String.raw`
    # Exercise 1⏎⏎Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$. Then $\det A = 3$.⏎⏎# Exercise 2⏎⏎$\nabla_x \|A x - b\|^2 = 2 A^T (A x - b)$ → · ✓ ✓
      ~ 2 A^T (A ⇒ 2 A (A → ✗ // which would be right of that one
  `);

  rows('numbers worked out from formulas', String.raw`
    $u = 2$, $v = -1$. $s = u v + 3$, $q = \sigma(s)$, $E = \frac12 q^2$. $s = -1 \cdot 2 + 3 = 1$, $q = \sigma(1) = 0.731$, $E = \frac12 \cdot 0.731^2 = 0.267$. $\frac{\partial E}{\partial q} = q$, $\frac{\partial q}{\partial s} = q (1 - q)$ → · · · · · ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓
      ~ = q (1 - q) ⇒ = q (1 + q) → ✗
  `);

  rows('expectations over any outcomes', String.raw`
    $\mathbb{E}[(x - c)^2] = \mathbb{E}[x^2] - 2 c \mathbb{E}[x] + c^2$ → ✓ // x stands alone in an expectation, c does not
      ~ - 2 c ⇒ + 2 c → ✗
      ~ + c^2 ⇒ - c^2 → ✗
    $\mathbb{E}_{x \sim p}[\log \frac12] + \mathbb{E}_{z \sim q}[\log \frac12] = -\log 4$ → ✓
      ~ = -\log 4 ⇒ = \log 4 → ✗
    $\mathbb{E}_{u \sim p}[(u - b)^2] = \mathbb{E}_{u \sim p}[u^2] - 2 b \mathbb{E}_{u \sim p}[u] + b^2$ → ✓
      ~ \mathbb{E}_{u \sim p}[u^2] ⇒ \mathbb{E}[u^2] → ✓
      ~ \mathbb{E}_{u \sim p}[u^2] ⇒ \mathbb{E}_{u \sim q}[u^2] → ? // another law
    $R = \mathbb{E}_{u \sim p(u | v)}[(u - \hat u)^2]$. $\mathbb{E}[(u - \hat u)^2] = \mathbb{E}[u^2] - 2 \hat u \mathbb{E}[u] + \hat u^2$ → · ✓ // u stands alone in an expectation, its estimate does not
      ~ - 2 \hat ⇒ + 2 \hat → ✗
    $X \sim \mathcal{N}(0, 1)$, $Y \sim \mathcal{N}(1, 2)$. $\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y)$ → · · ✓
      ~ + \mathrm{Var}(Y) ⇒ + \mathrm{Var}(Y) + 5 \mathrm{Cov}(X, Y) → ? // any multiple of nothing
    $X \sim \mathcal{N}(\mu, \sigma^2)$. $Z = 3X - 1$. $\mathrm{Cov}(X, Z) = 3 \sigma^2$ → · · ✓
      ~ = 3 \sigma ⇒ = 9 \sigma → ✗
    $\mathrm{Var}(\frac{1}{n} \sum_{i=1}^n x_i) = \frac{1}{n^2} \mathrm{Var}(\sum_{i=1}^n x_i)$ → ✓
      ~ \frac{1}{n^2} ⇒ \frac{1}{n} → ?
    $\mathrm{Var}(\sum_{i=1}^d a_i) = \sum_{i=1}^d \mathrm{Var}(a_i)$ → ? // of independent ones
    $\mathbb{E}[(x - \mu)^2] = \mathbb{E}[x^2] - \mathbb{E}[x] \mu$ → ? // \mu is likely the mean
  `);

  rows('an average of gradients, written out', String.raw`
    Momentum: $r_t = \gamma r_{t-1} + (1-\gamma) g_t$ with $r_0 = 0$. $r_t = (1-\gamma) \sum_{i=1}^t \gamma^{t-i} g_i$. → ✓ · ✓
      ~ \gamma^{t-i} g_i ⇒ \gamma^{t-i} g_j → ?
      ~ \gamma^{t-i} g_i ⇒ \gamma^{i} g_i → ?
  `);

  rows('sums without a letter', String.raw`
    Let $\bar u = \frac1n \sum u_i$ and $\bar v = \frac1n \sum v_i$. $\sum (u_i - \bar u)(v_i - \bar v) = \sum u_i v_i - n \bar u \bar v$ → · · ✓
      ~ - n \bar u ⇒ - \bar u → ✗
      ~ (v_i - \bar v) = ⇒ v_i = → ✓
    Let $\bar u = \frac{\sum u_i}{n}$. $\sum (u_i - \bar u)^2 = \sum u_i^2 - n \bar u^2$ → · ✓
      ~ - n \bar ⇒ + n \bar → ✗
    $R(a, b) = \sum_{i=1}^n (v_i - a - b u_i)^2$. $\frac{\partial R}{\partial a} = 0$. Then $n a + b \sum u_i = \sum v_i$. → · · ✓
      ~ Then $n a + b ⇒ Then $n a - b → ✗
    $q = \sum A_{ij} u_j$. $\frac{\partial q}{\partial u_k} = \sum_i A_{ik}$ → · ? // over one index or both
    Sums are over $i = 1, \dots, N$. $\sum_i (v_i - a)^2 = \sum_i v_i^2 - 2 a \sum_i v_i + N a^2$ → · ✓
      ~ + N a^2 ⇒ + a^2 → ✗
    $i, j = 1, \dots, n$. $\sum_i \sum_j (u_i + v_j) = n \sum_i u_i + n \sum_j v_j$ → · ✓
      ~ + n \sum_j ⇒ + \sum_j → ✗
    $L(a) = \prod a^{v_i} (1 - a)^{1 - v_i}$. $\log L(a) = \sum v_i \log a + \sum (1 - v_i) \log(1 - a)$ → · ✓
      ~ + \sum (1 ⇒ - \sum (1 → ✗
    We write $i = 1, \dots, n$ for the examples. $Q(a) = \sum_i (v_i - a)^2$, $Q''(a) = 2n$ → · · ✓
      ~ = 2n ⇒ = n → ✗
  `);

  rows('words that no pattern finds', String.raw`
    The numbers $a$ and $b$ add up to one. $a^2 - b^2 = a - b$ → ?
    The vectors $u$ and $v$ are perpendicular. $\|u + v\|^2 = \|u\|^2 + \|v\|^2$ → ?
    $m$ is the average of the $v_i$. $\sum_{i=1}^n (v_i - m)^2 = \sum_{i=1}^n v_i^2 - n m^2$ → ?
    The inputs have zero mean. $\sum_{i=1}^n (v_i - c)^2 = \sum_{i=1}^n v_i^2 + n c^2$ → ?
    $X$ and $Y$ are uncorrelated. $\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y)$ → ?
    $w$ is what we look for. $f(w) = (w - a)^2$, $f'(w) = 2(w - a)$ → · ✓
      ~ = 2(w ⇒ = (w → ✗
  `);

  rows('values that words list', String.raw`
    $y$ is either 0 or 1. $y^2 = y$ → ✓
      ~ y^2 = y ⇒ y^2 = 2y → ✗
    Each label $y_i$ is $\pm 1$. $y_i^3 = y_i$ → ✓
      ~ y_i^3 ⇒ y_i^2 → ✗
    $s$ takes the values $-1$ and $1$. $\frac{1}{s} = s$ → ✓
      ~ = s$ ⇒ = -s$ → ✗
    $y$ can be 1 or 2. $y^2 = 3y - 2$ → ?
    The probabilities $w_k$ sum to $1$. $\sum_k w_k (v_k - c) = \sum_k w_k v_k - c$ → ✓
      ~ v_k - c$ ⇒ v_k + c$ → ✗
    Let $w_k$ be positive and sum to one. $\sum_k w_k (v_k - c)^2 = \sum_k w_k v_k^2 - 2c \sum_k w_k v_k + c^2$ → ✓
      ~ - 2c \sum ⇒ - c \sum → ✗
  `);

  rows('entries of one example, and of the row that is one', String.raw`
    $h(x) = g(w^T x)$ with $g(z) = \frac{1}{1 + e^{-z}}$, and $\ell(w) = \sum_{i=1}^m (h(x^{(i)}) - y^{(i)})^2$. $\frac{\partial}{\partial w_j} g(w^T x) = g(w^T x)(1 - g(w^T x)) x_j$ → · · · ✓
      ~ (1 - g ⇒ (1 + g → ✗
    $X$ has the rows $(x^{(i)})^T$. $\sum_i x_j^{(i)} x_k^{(i)} = (X^T X)_{jk}$ → ✓
      ~ (X^T X) ⇒ (X X^T) → ✗
    The columns of $X$ are $x^{(i)}$. $\sum_i x_j^{(i)} x_k^{(i)} = (X X^T)_{jk}$ → ✓
      ~ (X X^T) ⇒ (X^T X) → ✗
  `);

  rows('columns that are fewer than their entries', String.raw`
    Let $V \in \mathbb{R}^{d \times k}$ with $V^T V = I$. $\|A - A V V^T\|_F^2 = \mathrm{tr}(A^T A) - \mathrm{tr}(V^T A^T A V)$ → · · ✓
      ~ - \mathrm{tr}(V^T ⇒ + \mathrm{tr}(V^T → ✗
  `);

  rows('a function times what is made of it', String.raw`
    Let $s(z) = \frac{1}{1 + e^{-z}}$. $\frac{ds}{dz} = s(1 - s)$, $\frac{d^2 s}{dz^2} = s(1 - s)(1 - 2s)$ → · ✓ ✓
      ~ = s(1 - s)$ ⇒ = s(1 + s)$ → · ✗ ✓
    $w^{(new)} = w^{(old)} - H^{-1} (H w^{(old)} - b) = H^{-1} b$ → · ✓
      ~ = H^{-1} b ⇒ = -H^{-1} b → ✗
  `);

  rows('a gradient that only words set to zero', String.raw`
    $f(w) = \|Aw - c\|^2$. Setting the gradient to zero gives $w = (A^T A)^{-1} A^T c$. → · ✓
      ~ A^T c$. ⇒ A c$. → ✗
    $f(w) = \|Aw - c\|^2$. The normal equations: $A^T A w = A^T c$. → · ✓
      ~ = A^T c ⇒ = -A^T c → ✗
    $f(w) = \|Aw - c\|^2$. We put the derivative to zero and find $A^T A w = A^T c$. → · ✓
      ~ = A^T c ⇒ = -A^T c → ✗
    $f(w) = \|Aw - c\|^2$. With a penalty, setting the gradient to zero gives $w = (A^T A + \lambda I)^{-1} A^T c$. → · ·
    We set the bias to zero. $f(w) = (w - a)^2$, $w = a + b$. → · ·
  `);

  rows('functions by another name, and at any argument', String.raw`
    $u = q(v)$ with $q(\cdot) = \tanh(\cdot)$. $\frac{du}{dv} = 1 - u^2$ → · · ✓
      ~ 1 - u^2 ⇒ 1 + u^2 → ✗
    Let $\rho = \max(0, \cdot)$. $\rho'(v) = \mathbb{1}[v > 0]$ → · ✓
      ~ [v > 0] ⇒ [v < 0] → ✗
    $\hat{t} = r(v)$ where $r = \sigma$. $C = -t \log \hat{t} - (1 - t) \log(1 - \hat{t})$. $\frac{\partial C}{\partial v} = \hat{t} - t$ → · · · ✓
      ~ = \hat{t} - t$ ⇒ = t - \hat{t}$ → ✗
    The unit gives $u = s(v)$. $\frac{du}{dv} = u(1 - u)$ → · ? // the sigmoid perhaps, and no number times v
  `);

  rows('what is given in symbols, or behind a line', String.raw`
    $E = -\frac12 \sum_{i,j} t_{ij} v_i v_j$ with $t_{ij} = t_{ji}$. $\frac{\partial E}{\partial v_i} = -\sum_j t_{ij} v_j$ → · · ✓
      ~ = -\sum_j ⇒ = -\frac12 \sum_j → ✗
    For all $i, j$ we have $c_{ij} = c_{ji}$. Then $u^T C v = v^T C u$. → · ✓
      ~ v^T C u ⇒ 2 v^T C u → ✗
    $t_{ij} = v_i v_j$. Hence $t_{ij} = t_{ji}$. → · ✓
      ~ = v_i v_j ⇒ = v_i p_j → · ?
    $(u + h v)(p + h q) = u p + (u q + v p) h$ because $h^2 = 0$. → ? ?
    $(u + v)^2 = u^2 + v^2$ since $u v = 0$. → ? ?
      ~ u^2 + v^2 ⇒ u^2 + 2 v^2 → ✗ ?
  `);

  rows('labels of another exercise, and smoothed ones', String.raw`
    $p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$. With smoothed labels: $r_i = (1 - \epsilon) t_i + \epsilon / K$ and $C = -\sum_i r_i \log p_i$. Its gradient: $\frac{\partial C}{\partial z_j} = p_j - r_j$. → · · · ?
      ~ p_j - r_j ⇒ r_j - p_j → ✗
    $-\sum_i r_i (\delta_{ij} - p_j) = p_j - r_j$ → ? // of weights that sum to one
      ~ = p_j - r_j ⇒ = p_j + r_j → ✗
  `);

  rows('a superscript left out once', String.raw`
    $u^{(i)} \in \mathbb{R}^n$ are the inputs, $z^{(i)} = \theta^T u^{(i)}$. $v^{(i)} u_j^{(i)} - e^{z^{(i)}} u_j^{(i)} = (v^{(i)} - e^{z^{(i)}}) u_j^{(i)}$. → · · ✓
      ~ (v^{(i)} - e ⇒ (v^{(i)} + e → ✗
      ~ } u_j^{(i)} = ⇒ } u_j = → ?
  `);

  rows('laws and lengths in words', String.raw`
    Let $X$ be Poisson with rate $\lambda$. $E[X^2] = \lambda + \lambda^2$. → ✓
      ~ \lambda + \lambda^2 ⇒ \lambda - \lambda^2 → ✗
    Suppose $X$ follows a Bernoulli distribution with parameter $q$. $\mathrm{Var}(X) = q(1-q)$. → ✓
      ~ q(1-q) ⇒ q(1+q) → ✗
    Suppose $X$ is exponentially distributed with rate $\lambda$. $E[X] = \frac{1}{\lambda}$. → ✓
      ~ = \frac{1}{\lambda} ⇒ = \lambda → ✗
    Let $U$ be uniformly distributed on $[a, b]$. $E[U] = \frac{a+b}{2}$. → ✓
      ~ {2}$ ⇒ {3}$ → ✗
    Let $X$ be uniform on $\{0, 1\}$. $E[X^2] = \frac12$. → ? // two values, and no interval
    Let $X$ follow a standard normal distribution. $E[X^4] = 3$. → ✓
      ~ = 3 ⇒ = 1 → ✗
    Let $u$ be a vector with unit norm. $(I - 2uu^T)(I - 2uu^T) = I$. → ✓
      ~ = I$ ⇒ = -I$ → ✗
  `);

  rows('an index of an index', String.raw`
    $J = -\log \sigma(a^T h) - \sum_{j=1}^K \log \sigma(-u_{m_j}^T h)$. $\frac{\partial J}{\partial u_{m_j}} = (1 - \sigma(-u_{m_j}^T h)) h$. → · ?
  `);

  rows('formulas in words', String.raw`
    Let $q$ be the softmax of $u$. $\frac{\partial q_i}{\partial u_j} = q_i (\delta_{ij} - q_j)$. → ✓
      ~ \delta_{ij} - q_j ⇒ \delta_{ij} + q_j → ✗
    Let $a$ be the sigmoid of $s$, where $s = w^T x + b$. $\nabla_w a = a (1 - a) x$. → · ✓
      ~ (1 - a) x ⇒ (1 + a) x → ✗
    Let $\bar x$ be the mean of $x_1, \dots, x_n$. $\sum_i (x_i - \bar x)^2 = \sum_i x_i^2 - n \bar x^2$. → ✓
      ~ - n \bar x^2 ⇒ + n \bar x^2 → ✗
    Let $r$ be the residual $y - X \beta$. $\nabla_\beta \frac12 \|r\|^2 = -X^T r$. → ✓
      ~ = -X^T r ⇒ = X^T r → ✗
    Let $p$ and $q$ be the softmax of $u$ and $v$. $\frac{\partial q_i}{\partial u_j} = q_i (\delta_{ij} - q_j)$. → ?
    Let $q$ be the softmax of $u$, $q_i = \frac{e^{u_i}}{\sum_j e^{u_j}}$. $\sum_i q_i = 1$. → · ✓
      ~ = 1$ ⇒ = 2$ → ✗
    Let $e_k$ be the $k$-th unit vector. $e_k^T A e_j = A_{kj}$, $\sum_k e_k e_k^T = I$. → ✓ ✓
      ~ = A_{kj} ⇒ = A_{jk} → ✗
    Let $h_k$ be the $k$-th unit of the layer. $h_k^T h_k = 1$. → ?
    Let $m$ be the weighted mean of $x_1, \dots, x_n$. $\sum_i (x_i - m) = 0$. → ?
    $x \in \mathbb{R}^n$, $C = I - \frac1n 11^T$. $C^2 = C$. → · · ? // no number is transposed
    Let $P$ be symmetric and idempotent. $P^T P = P$, $(I - P)^2 = I - P$. → ✓ ✓
      ~ = I - P$ ⇒ = I + P$ → ✗
    Let $P$ be idempotent. $(I - P)^2 = I - P$. → ?
    Let $P$ be a projection matrix. $P^2 = P$. → ✓
      ~ P^2 = P ⇒ P^2 = 2P → ✗
  `);
});
