/** Steps against the gradient of what the document itself defines. */
import { rows } from './rows';

rows('descent', String.raw`
  Let $E(w, b) = \frac{1}{2} \sum_{n=1}^N (w x_n + b - y_n)^2$. Gradient descent: $w^{(k+1)} = w^{(k)} - \eta \sum_{n=1}^N (w^{(k)} x_n + b^{(k)} - y_n) x_n$. → · ✓
    ~ w^{(k)} - \eta ⇒ w^{(k)} + \eta → ✗
    ~ y_n) x_n ⇒ y_n) → ✗
    ~ (w^{(k)} x_n ⇒ (w^{(k+1)} x_n → ✗
  Let $J(w) = \frac{1}{2N} \sum_{n=1}^N (w x_n - y_n)^2$. We minimize it: $w_{t+1} = w_t - \frac{\alpha}{N} \sum_{n=1}^N (w_t x_n - y_n) x_n$. → · ✓
    ~ w_t - \frac ⇒ w_t + \frac → ✗
    ~ \frac{\alpha}{N} ⇒ \alpha → · // the rate may hold the factor
  Let $L(w) = \frac{1}{2} \|X w - y\|^2 + \frac{\lambda}{2} \|w\|^2$. Gradient descent: $w \leftarrow (1 - \eta\lambda) w - \eta X^T (X w - y)$. → · ✓
    ~ (1 - \eta ⇒ (1 + \eta → ✗
    ~ X w - y)$ ⇒ X w + y)$ → ✗
  Let $z_i = \sum_j w_{ij} x_j$, $p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$ and $L = -\sum_i y_i \ln p_i$ where $y$ is one-hot. Gradient descent: $w_{ij} \leftarrow w_{ij} - \eta (p_i - y_i) x_j$. → · · · ✓
    ~ x_j$. ⇒ x_i$. → ✗
    ~ - \eta (p_i ⇒ + \eta (p_i → ✗
  Let $f(x) = \frac{1}{2} x^T A x - b^T x$ where $A$ is symmetric. Gradient descent: $x_{k+1} = x_k - \alpha (A x_k - b)$. → · ✓
    ~ (A x_k - b) ⇒ (A x_k + b) → ✗
    ~ x_k - \alpha ⇒ x_k + \alpha → ✗
  Let $J = \frac{1}{2} \sum_{i,j} (r_{ij} - \sum_k p_{ik} q_{jk})^2$ and $e_{ij} = r_{ij} - \sum_k p_{ik} q_{jk}$. Gradient descent: $p_{ik} \leftarrow p_{ik} + \eta \sum_j e_{ij} q_{jk}$. → · · ✓
    ~ e_{ij} q ⇒ e_{ji} q → ✗
  Let $s = w u$, $v = \sin(s)$ and $C = v^3$. By gradient descent $w_{n+1} = w_n - \gamma \cdot 3 v^2 \cos(s) u$. → · · · ✓
    ~ 3 v^2 ⇒ 2 v^2 → ✗
  Let $E = \frac{1}{N} \sum_{n=1}^N (a x_n - y_n)^2$. Gradient descent is $a^{(t+1)} = a^{(t)} - \eta \frac{\partial E}{\partial a}$, so $a^{(t+1)} = a^{(t)} - \frac{2\eta}{N} \sum_{n=1}^N (a^{(t)} x_n - y_n) x_n$. → · ✓ ✓
    ~ \frac{2\eta}{N} ⇒ \frac{\eta}{N} → ✗
    ~ \frac{2\eta}{N} ⇒ 2\eta → ✗
  Let $E = \frac{1}{2} \sum_n (w x_n + b - y_n)^2$. Gradient descent: $w \leftarrow w - \eta \sum_n (w x_n + b - y_n) x_n$ and $b \leftarrow b - \eta \sum_n (w x_n + b - y_n)$. → · ✓ ✓
    ~ y_n)$. ⇒ y_n) x_n$. → ✗
  Let $h(x) = \frac{1}{2} x^T Q x$. With $\nabla_x h = Q x$ gradient descent is $x^{k+1} = x^k - \alpha Q x$. → · · ✓
    ~ - \alpha Q ⇒ + \alpha Q → ✗
`);

rows('ascent', String.raw`
  Let $\ell(\mu) = -\frac{1}{2} \sum_{i=1}^n (x_i - \mu)^2$. Gradient ascent: $\mu_{t+1} = \mu_t + \eta \sum_{i=1}^n (x_i - \mu_t)$. → · ✓
    ~ \mu_t + \eta ⇒ \mu_t - \eta → ✗
  Let $J(\theta) = \sum_a r_a \pi_a$ with $\pi_a = \frac{e^{\theta_a}}{\sum_b e^{\theta_b}}$. Gradient ascent: $\theta_a \leftarrow \theta_a + \alpha \pi_a (r_a - \sum_b \pi_b r_b)$. → · · ✓
    ~ + \alpha \pi ⇒ - \alpha \pi → ✗
`);

rows('no descent that is claimed', String.raw`
  $v_{t+1} = v_t - \eta \frac{\partial}{\partial v_t}$ → · // of nothing
  $v_{t+1} = v_t - \eta \frac{\partial}{\partial v_t} E(v_t)$ → ✓
    ~ v_t - \eta ⇒ v_t + \eta → ·
  Let $E = \frac{1}{2} \sum_n (w x_n - y_n)^2$. Stochastic gradient descent: $w \leftarrow w - \eta (w x_n - y_n) x_n$. → · · // one example of many
  Let $E = \sum_n (w x_n - y_n)^2$. The proximal step of gradient descent is $w_{k+1} = w_k - \eta \sum_n 2 (w_{k+1} x_n - y_n) x_n$. → · ·
  In the M-step of EM, $\mu_k = \frac{\sum_n r_{nk} x_n}{\sum_n r_{nk}}$. Then $\mu_k^{new} = \frac{\sum_n r_{nk} x_n}{\sum_n r_{nk}}$. → · ·
  Let $E = (w - 1)^2$. With momentum gradient descent is $w_{t+1} = w_t - 2 \eta (w_t - 1) + \mu (w_t - w_{t-1})$. → · ·
`);

rows('a step by a gradient of zero', String.raw`
    $E(a, b; x, y) = \frac12 (y - a - bx)^2$. $$a^{(t+1)} = a^{(t)} + \gamma (y - a^{(t)} - b^{(t)} x)$$ → · ✓
      ~ + \gamma ⇒ - \gamma → ·
    The model is $y = a + bx$ and $E(a, b; x, y) = \frac12 (y - a - bx)^2$. $$a^{(t+1)} = a^{(t)} + \gamma (y - a^{(t)} - b^{(t)} x)$$ → · · ✓
      ~ + \gamma ⇒ - \gamma → · // y may be read as what the model gives
  Let $f(x) = x^T A x$. $$\nabla f(x^t = (0, 0)) = (0, 0) \Rightarrow x^{t+1} = (0, 0)$$ → · ✓ ✓
    ~ x^{t+1} = (0, 0) ⇒ x^{t+1} = (1, 0) → ·
`);

rows('a name that is defined for any step', String.raw`
  Let $x_{k+1} = (1 - a) x_k$ and $y_k = c x_k$. Then $y_{k+1} = c (1 - a) x_k$. → · · ✓
    ~ c (1 - a) ⇒ c (1 + a) → ·
`);

rows('a gradient with its point behind it', String.raw`
  Gradient descent: $v \leftarrow v - \rho \frac{\partial E}{\partial v}(v)$. → ✓
    ~ v - \rho ⇒ v + \rho → ✗
  Gradient descent: $v_{k+1} = v_k - \rho \frac{dE}{dv}(v_k)$. → ✓
    ~ (v_k) ⇒ (v_{k-1}) → ✗
    ~ (v_k) ⇒ (v_k) v_k → ✗
  AdaGrad: $G_k = G_{k-1} + \left(\frac{\partial E}{\partial v}(v_k)\right)^2$, $v_{k+1} = v_k - \frac{\rho}{\sqrt{G_k + \epsilon}} \frac{\partial E}{\partial v}(v_k)$. → ✓ ✓
    ~ = v_k - ⇒ = v_k + → ✗
  Gradient descent: $v_{k+1} = v_k - \rho (\nabla E)(v_k)$. → ✓
    ~ v_k - \rho ⇒ v_k + \rho → ✗
  Gradient descent: $v \leftarrow v - \rho \frac{\partial a}{\partial v}(a - y)$. → · // a factor
  Gradient descent: $v_{k+1} = v_k - \rho \nabla E(v_k)^T$. → · // where gradients are rows
  Gradient descent: $v \leftarrow v - \rho \left(\frac{\partial E}{\partial v}\right)^T$. → ·
  Gradient descent: $v_{k+1} = v_k - \rho \frac{\partial E}{\partial v}(v_k)^T$. → ·
`);
