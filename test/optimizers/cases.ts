/** Rules as papers and courses typeset them: the heading, and the lines in the order of writing. */

export interface Case {
  rule: string;
  /** The variant that it is, or nothing for the published form. */
  variant?: string;
  /** Whose way of writing it is. */
  way: string;
  heading: string;
  lines: string[];
}

const r = String.raw;
const GRADIENT = r`g_t = \nabla_\theta J(\theta_{t-1})`;
const MOMENTS = [r`m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t`, r`v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2`];
const HATS = [r`\hat{m}_t = \frac{m_t}{1 - \beta_1^t}`, r`\hat{v}_t = \frac{v_t}{1 - \beta_2^t}`];
/** The same with k in superscripts and other letters. */
const COURSE_MOMENTS = [r`u^{(k)} = \gamma_1 u^{(k-1)} + (1 - \gamma_1) \nabla E(w^{(k-1)})`, r`s^{(k)} = \gamma_2 s^{(k-1)} + (1 - \gamma_2) \left(\nabla E(w^{(k-1)})\right)^2`];
/** Means of the sums of rows and columns, as Adafactor keeps them. */
const FACTORED = (β: string): string[] => [r`R_t = ${β} R_{t-1} + (1 - ${β}) (G_t^2 + \epsilon_1 1_n 1_m^\top) 1_m`, r`C_t = ${β} C_{t-1} + (1 - ${β}) 1_n^\top (G_t^2 + \epsilon_1 1_n 1_m^\top)`];

export const CASES: readonly Case[] = [
  { rule: 'gradient-descent', way: 'arrow', heading: 'Gradient descent', lines: [r`\theta \leftarrow \theta - \eta \nabla_\theta J(\theta)`] },
  { rule: 'gradient-descent', way: 'superscripts', heading: 'Gradient descent', lines: [r`w^{(k+1)} = w^{(k)} - \alpha \frac{\partial E}{\partial w}`] },
  { rule: 'gradient-descent', way: 'points', heading: 'Steepest descent', lines: [r`x_{n+1} = x_n - \alpha \nabla f(x_n)`] },
  { rule: 'gradient-descent', way: 'Ruder', heading: 'Mini-batch gradient descent', lines: [r`\theta = \theta - \eta \cdot \nabla_\theta J(\theta; x^{(i:i+n)}; y^{(i:i+n)})`] },
  { rule: 'gradient-descent', way: 'examples', heading: 'Batch gradient descent', lines: [r`\theta := \theta - \eta \frac{1}{m} \sum_{i=1}^{m} \nabla_\theta L_i(\theta)`] },
  { rule: 'gradient-descent', way: 'least point of a model', heading: 'Gradient descent', lines: [r`x_{k+1} = \arg\min_x \nabla f(x_k)^T (x - x_k) + \frac{1}{2\eta} \|x - x_k\|^2`] },
  { rule: 'gradient-descent', way: 'proximal', heading: 'Gradient descent as a proximal step', lines: [r`x_{k+1} = \arg\min_{x} \left\{ f(x_k) + \langle \nabla f(x_k), x - x_k \rangle + \frac{1}{2\eta} \|x - x_k\|_2^2 \right\}`] },
  { rule: 'weight-decay', way: 'penalty', heading: 'Weight decay', lines: [r`w_{t+1} = w_t - \eta (\nabla L(w_t) + \lambda w_t)`] },
  { rule: 'weight-decay', variant: 'the decay apart from the learning rate', way: 'shrinking', heading: 'Weight decay', lines: [r`w \leftarrow (1 - \lambda) w - \eta \nabla_w L(w)`] },
  { rule: 'weight-decay', way: 'factored', heading: 'SGD with weight decay', lines: [r`w^{k+1} = (1 - \alpha \lambda) w^k - \alpha \nabla L(w^k)`] },
  { rule: 'momentum', way: 'Sutskever', heading: 'Classical momentum', lines: [r`v_{t+1} = \mu v_t - \epsilon \nabla f(\theta_t)`, r`\theta_{t+1} = \theta_t + v_{t+1}`] },
  { rule: 'momentum', way: 'Ruder', heading: 'Momentum', lines: [r`v_t = \gamma v_{t-1} + \eta \nabla_\theta J(\theta)`, r`\theta = \theta - v_t`] },
  { rule: 'momentum', way: 'Polyak', heading: 'Heavy ball', lines: [r`x_{k+1} = x_k - \alpha \nabla f(x_k) + \beta (x_k - x_{k-1})`] },
  { rule: 'momentum', way: 'PyTorch', heading: 'SGD with momentum', lines: [r`v_t = \mu v_{t-1} + g_t`, r`\theta_t = \theta_{t-1} - \eta v_t`] },
  { rule: 'momentum', variant: 'a mean of gradients for velocity', way: 'Ng', heading: 'Gradient descent with momentum', lines: [r`v_{dW} = \beta v_{dW} + (1 - \beta) dW`, r`W := W - \alpha v_{dW}`] },
  { rule: 'nesterov', way: 'Sutskever', heading: 'Nesterov', lines: [r`v_{t+1} = \mu v_t - \epsilon \nabla f(\theta_t + \mu v_t)`, r`\theta_{t+1} = \theta_t + v_{t+1}`] },
  { rule: 'nesterov', way: 'Ruder', heading: 'Nesterov accelerated gradient', lines: [r`v_t = \gamma v_{t-1} + \eta \nabla_\theta J(\theta - \gamma v_{t-1})`, r`\theta = \theta - v_t`] },
  { rule: 'nesterov', variant: 'the gradient at the iterate itself', way: 'two sequences', heading: 'Nesterov’s method', lines: [r`y_{t+1} = x_t - \eta \nabla f(x_t)`, r`x_{t+1} = y_{t+1} + \mu (y_{t+1} - y_t)`] },
  { rule: 'nesterov', variant: 'the gradient at the iterate itself', way: 'PyTorch', heading: 'Nesterov momentum', lines: [r`b_t = \mu b_{t-1} + g_t`, r`\theta_t = \theta_{t-1} - \gamma (g_t + \mu b_t)`] },
  { rule: 'adagrad', way: 'sum', heading: 'AdaGrad', lines: [r`G_t = G_{t-1} + g_t^2`, r`\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{G_t} + \epsilon} g_t`] },
  { rule: 'adagrad', variant: 'ε inside the root', way: 'Ruder', heading: 'Adagrad', lines: [r`G_{t,ii} = \sum_{\tau=1}^{t} g_{\tau,i}^2`, r`\theta_{t+1,i} = \theta_{t,i} - \frac{\eta}{\sqrt{G_{t,ii} + \epsilon}} \cdot g_{t,i}`] },
  { rule: 'adagrad', way: 'Goodfellow', heading: 'AdaGrad', lines: [r`r \leftarrow r + g \odot g`, r`\theta \leftarrow \theta - \frac{\epsilon}{\delta + \sqrt{r}} \odot g`] },
  { rule: 'adadelta', way: 'Ruder', heading: 'Adadelta', lines: [r`E[g^2]_t = \rho E[g^2]_{t-1} + (1 - \rho) g_t^2`, r`\Delta\theta_t = - \frac{\sqrt{E[\Delta\theta^2]_{t-1} + \epsilon}}{\sqrt{E[g^2]_t + \epsilon}} g_t`, r`E[\Delta\theta^2]_t = \rho E[\Delta\theta^2]_{t-1} + (1 - \rho) \Delta\theta_t^2`, r`\theta_{t+1} = \theta_t + \Delta\theta_t`] },
  { rule: 'adadelta', way: 'letters', heading: 'AdaDelta', lines: [r`s_t = \rho s_{t-1} + (1 - \rho) g_t^2`, r`d_t = \frac{\sqrt{u_{t-1} + \epsilon}}{\sqrt{s_t + \epsilon}} g_t`, r`u_t = \rho u_{t-1} + (1 - \rho) d_t^2`, r`x_t = x_{t-1} - d_t`] },
  { rule: 'rmsprop', way: 'outside', heading: 'RMSProp', lines: [r`v_t = \beta v_{t-1} + (1 - \beta) g_t^2`, r`\theta_t = \theta_{t-1} - \frac{\eta}{\sqrt{v_t} + \epsilon} g_t`] },
  { rule: 'rmsprop', variant: 'ε inside the root', way: 'Ruder', heading: 'RMSprop', lines: [r`g_t = \nabla_\omega J(\omega)_t`, r`E[g^2]_t = \gamma \cdot E[g^2]_{t-1} + (1 - \gamma) \cdot g_t^2`, r`\omega_{t+1} := \omega_t - \frac{\eta}{\sqrt{E[g^2]_t + \epsilon}} \cdot g_t`] },
  { rule: 'rmsprop', way: 'Ng', heading: 'RMSprop', lines: [r`s_{dW} = \beta s_{dW} + (1 - \beta) dW^2`, r`W = W - \alpha \frac{dW}{\sqrt{s_{dW}} + \epsilon}`] },
  { rule: 'rmsprop', variant: 'ε inside the root', way: 'Goodfellow', heading: 'RMSProp', lines: [r`r \leftarrow \rho r + (1 - \rho) g \odot g`, r`\theta \leftarrow \theta - \frac{\epsilon}{\sqrt{\delta + r}} \odot g`] },
  { rule: 'rmsprop', variant: 'centred', way: 'Graves', heading: 'Centred RMSProp', lines: [r`n_t = \rho n_{t-1} + (1 - \rho) g_t^2`, r`a_t = \rho a_{t-1} + (1 - \rho) g_t`, r`w_t = w_{t-1} - \eta \frac{g_t}{\sqrt{n_t - a_t^2 + \epsilon}}`] },
  { rule: 'adam', way: 'Kingma and Ba', heading: 'Adam', lines: [GRADIENT, ...MOMENTS, ...HATS, r`\theta_t = \theta_{t-1} - \alpha \cdot \hat{m}_t / (\sqrt{\hat{v}_t} + \epsilon)`] },
  { rule: 'adam', way: 'Ruder', heading: 'Adam', lines: [...MOMENTS, ...HATS, r`\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \hat{m}_t`] },
  { rule: 'adam', variant: 'ε inside the root', way: 'hats first', heading: 'Adam', lines: [...HATS, r`\omega_t = \omega_{t-1} - \eta \cdot \frac{\hat{m}_t}{\sqrt{\hat{v}_t + \epsilon}}`, r`g_t = \nabla_{\omega} J(\omega)_t`, ...MOMENTS] },
  { rule: 'adam', way: 'superscripts', heading: 'Adam', lines: [...COURSE_MOMENTS, r`w^{(k)} = w^{(k-1)} - \eta \frac{u^{(k)} / (1 - \gamma_1^k)}{\sqrt{s^{(k)} / (1 - \gamma_2^k)} + \epsilon}`] },
  { rule: 'adam', way: 'arrows', heading: 'Adam', lines: [r`m \leftarrow \beta_1 m + (1 - \beta_1) g`, r`v \leftarrow \beta_2 v + (1 - \beta_2) g \odot g`, r`\hat{m} \leftarrow \frac{m}{1 - \beta_1^t}`, r`\hat{v} \leftarrow \frac{v}{1 - \beta_2^t}`, r`\theta \leftarrow \theta - \eta \frac{\hat{m}}{\sqrt{\hat{v}} + \epsilon}`] },
  { rule: 'adam', variant: 'the bias correction folded into the step', way: 'folded', heading: 'Adam', lines: [...MOMENTS, r`\alpha_t = \alpha \frac{\sqrt{1 - \beta_2^t}}{1 - \beta_1^t}`, r`\theta_t = \theta_{t-1} - \alpha_t \frac{m_t}{\sqrt{v_t} + \epsilon}`] },
  { rule: 'adamw', way: 'Loshchilov', heading: 'AdamW', lines: [...MOMENTS, ...HATS, r`\theta_t = \theta_{t-1} - \eta \left( \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon} + \lambda \theta_{t-1} \right)`] },
  { rule: 'adamw', way: 'PyTorch', heading: 'AdamW', lines: [...MOMENTS, ...HATS, r`\theta_t = \theta_{t-1} - \gamma \lambda \theta_{t-1} - \gamma \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon}`] },
  { rule: 'adamax', way: 'Kingma and Ba', heading: 'AdaMax', lines: [MOMENTS[0], r`u_t = \max(\beta_2 u_{t-1}, |g_t|)`, r`\theta_t = \theta_{t-1} - \frac{\alpha}{1 - \beta_1^t} \frac{m_t}{u_t}`] },
  { rule: 'adamax', way: 'Ruder', heading: 'AdaMax', lines: [MOMENTS[0], r`\hat{m}_t = \frac{m_t}{1 - \beta_1^t}`, r`u_t = \max(\beta_2 \cdot u_{t-1}, |g_t|)`, r`\theta_{t+1} = \theta_t - \frac{\eta}{u_t} \hat{m}_t`] },
  { rule: 'nadam', way: 'Ruder', heading: 'Nadam', lines: [...MOMENTS, ...HATS, r`\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \left( \beta_1 \hat{m}_t + \frac{(1 - \beta_1) g_t}{1 - \beta_1^t} \right)`] },
  { rule: 'nadam', variant: 'the correction of the next step', way: 'Dozat', heading: 'NAdam', lines: [...MOMENTS, HATS[1], r`\bar{m}_t = \frac{\beta_1 m_t}{1 - \beta_1^{t+1}} + \frac{(1 - \beta_1) g_t}{1 - \beta_1^t}`, r`\theta_t = \theta_{t-1} - \eta \frac{\bar{m}_t}{\sqrt{\hat{v}_t} + \epsilon}`] },
  { rule: 'amsgrad', way: 'Reddi', heading: 'AMSGrad', lines: [...MOMENTS, r`\hat{v}_t = \max(\hat{v}_{t-1}, v_t)`, r`\theta_{t+1} = \theta_t - \eta \frac{m_t}{\sqrt{\hat{v}_t} + \epsilon}`] },
  { rule: 'amsgrad', variant: 'bias correction after the maximum', way: 'PyTorch', heading: 'AMSGrad', lines: [...MOMENTS, r`\hat{m}_t = m_t / (1 - \beta_1^t)`, r`w_t = \max\{w_{t-1}, v_t\}`, r`\hat{w}_t = \frac{w_t}{1 - \beta_2^t}`, r`\theta_t = \theta_{t-1} - \eta \hat{m}_t / (\sqrt{\hat{w}_t} + \epsilon)`] },
  { rule: 'amsgrad', variant: 'ε inside the root', way: 'course', heading: 'AMSGrad', lines: [...MOMENTS, r`\hat{v}_t = \max(\hat{v}_{t-1}, v_t)`, r`w_{t+1} = w_t - \frac{\alpha}{\sqrt{\hat{v}_t + \epsilon}} m_t`] },
  { rule: 'lion', way: 'Chen', heading: 'Lion', lines: [r`c_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t`, r`\theta_t = \theta_{t-1} - \eta (\operatorname{sign}(c_t) + \lambda \theta_{t-1})`, r`m_t = \beta_2 m_{t-1} + (1 - \beta_2) g_t`] },
  { rule: 'lion', way: 'no decay', heading: 'Lion', lines: [r`\theta_{t+1} = \theta_t - \eta \, \text{sign}(\beta_1 m_t + (1 - \beta_1) g_t)`, r`m_{t+1} = \beta_2 m_t + (1 - \beta_2) g_t`] },
  { rule: 'lamb', way: 'You', heading: 'LAMB', lines: [...MOMENTS, ...HATS, r`r_t = \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon} + \lambda \theta_{t-1}`, r`\theta_t = \theta_{t-1} - \eta \frac{\|\theta_{t-1}\|}{\|r_t\|} r_t`] },
  { rule: 'lamb', way: 'in one line', heading: 'LAMB', lines: [...MOMENTS, ...HATS, r`r_t = \hat{m}_t / (\sqrt{\hat{v}_t} + \epsilon)`, r`w_{t+1} = w_t - \alpha \| w_t \| \frac{r_t}{\| r_t \|}`] },
  { rule: 'lars', way: 'You', heading: 'LARS', lines: [r`\lambda_t = \kappa \frac{\|w_t\|}{\|g_t\| + \beta \|w_t\|}`, r`v_{t+1} = \mu v_t + \gamma \lambda_t (g_t + \beta w_t)`, r`w_{t+1} = w_t - v_{t+1}`] },
  { rule: 'lars', way: 'trust ratio', heading: 'LARS', lines: [r`v_t = \mu v_{t-1} + \eta \kappa \frac{\|\theta_{t-1}\|}{\|g_t\|} g_t`, r`\theta_t = \theta_{t-1} - v_t`] },
  { rule: 'newton', way: 'least point of a model', heading: 'Newton’s method', lines: [r`x_{k+1} = \arg\min_x \nabla f(x_k)^T (x - x_k) + \frac{1}{2} (x - x_k)^T \nabla^2 f(x_k) (x - x_k)`] },
  { rule: 'newton', way: 'Hessian', heading: 'Newton’s method', lines: [r`x_{k+1} = x_k - H^{-1} \nabla f(x_k)`] },
  { rule: 'newton', way: 'nabla', heading: 'Newton’s method', lines: [r`x_{k+1} = x_k - [\nabla^2 f(x_k)]^{-1} \nabla f(x_k)`] },
  { rule: 'newton', variant: 'for an extremum of a function of one variable', way: 'primes', heading: "Newton's Method for Optimization", lines: [r`x_{n+1} = x_n - \frac{g'(x_n)}{g''(x_n)}`] },
  { rule: 'newton', variant: 'for a root', way: 'root', heading: "Newton's Method", lines: [r`x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}`] },
  { rule: 'newton', variant: 'damped by a step size', way: 'damped', heading: 'Damped Newton method', lines: [r`\theta_{t+1} = \theta_t - \eta H^{-1} \nabla J(\theta_t)`] },
  { rule: 'gauss-newton', way: 'normal equations', heading: 'Gauss–Newton', lines: [r`\theta_{k+1} = \theta_k - (J^T J)^{-1} J^T r`] },
  { rule: 'gauss-newton', variant: 'damped by a step size', way: 'top', heading: 'Gauss-Newton method', lines: [r`x \leftarrow x - \alpha \left(J^\top J\right)^{-1} J^\top r`] },
  { rule: 'levenberg-marquardt', way: 'Levenberg', heading: 'Levenberg–Marquardt', lines: [r`\theta_{k+1} = \theta_k - (J^T J + \lambda I)^{-1} J^T r`] },
  { rule: 'levenberg-marquardt', way: 'arrow', heading: 'Levenberg-Marquardt algorithm', lines: [r`w \leftarrow w - \left[J^\top J + \mu I\right]^{-1} J^\top r`] },
  { rule: 'projected', way: 'projection', heading: 'Projected gradient descent', lines: [r`x_{k+1} = \Pi_C(x_k - \eta \nabla f(x_k))`] },
  { rule: 'projected', way: 'prox', heading: 'Proximal gradient', lines: [r`x^{k+1} = \operatorname{prox}_{\alpha h}(x^k - \alpha \nabla f(x^k))`] },
  { rule: 'mirror', variant: 'exponentiated gradient', way: 'normalised', heading: 'Mirror descent', lines: [r`w_{t+1,i} = \frac{w_{t,i} e^{-\eta g_{t,i}}}{\sum_j w_{t,j} e^{-\eta g_{t,j}}}`] },
  { rule: 'mirror', variant: 'exponentiated gradient', way: 'exp', heading: 'Exponentiated gradient', lines: [r`w_{t+1} = \frac{w_t \odot \exp(-\eta g_t)}{\sum_j w_{t,j} \exp(-\eta g_{t,j})}`] },
  { rule: 'mirror', way: 'Beck and Teboulle', heading: 'Mirror descent', lines: [r`\nabla\psi(x_{t+1}) = \nabla\psi(x_t) - \eta g_t`] },
  { rule: 'mirror', way: 'conjugate', heading: 'Mirror descent', lines: [r`x_{k+1} = \nabla\phi^*(\nabla\phi(x_k) - \alpha \nabla f(x_k))`] },
  { rule: 'mirror', way: 'divergence', heading: 'Mirror descent', lines: [r`x_{t+1} = \arg\min_x \left\{ \eta \langle g_t, x \rangle + D_\psi(x, x_t) \right\}`] },
  { rule: 'mirror', variant: 'projected onto a set', way: 'Bubeck', heading: 'Mirror descent', lines: [r`\nabla\Phi(y_{t+1}) = \nabla\Phi(x_t) - \eta g_t`, r`x_{t+1} = \Pi_X^\Phi(y_{t+1})`] },
  { rule: 'averaging', way: 'EMA', heading: 'Exponential moving average', lines: [r`\bar{\theta}_t = \beta \bar{\theta}_{t-1} + (1 - \beta) \theta_t`] },
  { rule: 'averaging', variant: 'equal weights', way: 'Polyak', heading: 'Polyak averaging', lines: [r`\bar{x}_t = \frac{1}{t} \sum_{s=1}^{t} x_s`] },
  { rule: 'averaging', variant: 'equal weights', way: 'running', heading: 'Polyak averaging', lines: [r`\bar{x}_{t} = \frac{t-1}{t} \bar{x}_{t-1} + \frac{1}{t} x_{t}`] },
  { rule: 'adafactor', way: 'Shazeer', heading: 'Adafactor', lines: [r`\alpha_t = \max(\epsilon_2, RMS(X_{t-1})) \rho_t`, ...FACTORED('\\hat{\\beta}_{2t}'), r`\hat{V}_t = R_t C_t / 1_n^\top R_t`, r`U_t = G_t / \sqrt{\hat{V}_t}`, r`\hat{U}_t = U_t / \max(1, RMS(U_t) / d)`, r`X_t = X_{t-1} - \alpha_t \hat{U}_t`, r`\hat{\beta}_{2t} = 1 - t^{-0.8}`] },
  { rule: 'adafactor', variant: 'a learning rate that is given and no clipping and a constant decay', way: 'in short', heading: 'Adafactor', lines: [...FACTORED('\\beta_2'), r`\hat{V}_t = \frac{R_t C_t}{1_n^\top R_t}`, r`W_t = W_{t-1} - \eta \frac{G_t}{\sqrt{\hat{V}_t}}`] },
  { rule: 'adafactor', variant: 'ε beside the root, no clipping and a constant decay', way: 'indices', heading: 'Adafactor', lines: [r`r_{t,i} = \beta r_{t-1,i} + (1 - \beta) \sum_j g_{t,ij}^2`, r`c_{t,j} = \beta c_{t-1,j} + (1 - \beta) \sum_i g_{t,ij}^2`, r`v_{t,ij} = \frac{r_{t,i} c_{t,j}}{\sum_i r_{t,i}}`, r`w_{t,ij} = w_{t-1,ij} - \eta \frac{g_{t,ij}}{\sqrt{v_{t,ij}} + \epsilon}`] },
  { rule: 'adafactor', variant: 'bias correction and ε beside the root', way: 'Algorithm 2', heading: 'Adafactor', lines: [r`R_t = \beta_2 R_{t-1} + (1 - \beta_2) G_t^2 1_m`, r`C_t = \beta_2 C_{t-1} + (1 - \beta_2) 1_n^\top G_t^2`, r`\hat{V}_t = \frac{R_t C_t}{1_n^\top R_t} / (1 - \beta_2^t)`, r`X_t = X_{t-1} - \alpha_t \frac{G_t}{\sqrt{\hat{V}_t} + \epsilon}`] },
  { rule: 'exponential-decay', way: 'exp', heading: 'Exponential decay', lines: [r`\eta_t = \eta_0 e^{-k t}`] },
  { rule: 'exponential-decay', variant: 'a factor for each step', way: 'factor', heading: 'Exponential decay', lines: [r`\eta_t = \eta_0 \gamma^t`] },
  { rule: 'exponential-decay', variant: 'each rate by the one before', way: 'recursion', heading: 'Exponential decay', lines: [r`\alpha_{k+1} = \gamma \alpha_k`] },
  { rule: 'step-decay', way: 'floor', heading: 'Step decay', lines: [r`\eta_t = \eta_0 \gamma^{\lfloor t / s \rfloor}`] },
  { rule: 'step-decay', way: 'fraction', heading: 'Step decay', lines: [r`\alpha_t = \alpha_0 \cdot d^{\left\lfloor \frac{t}{r} \right\rfloor}`] },
  { rule: 'inverse-decay', way: 'denominator', heading: 'Inverse time decay', lines: [r`\eta_t = \frac{\eta_0}{1 + k t}`] },
  { rule: 'inverse-decay', variant: 'η₀/t', way: '1/t', heading: '1/t decay', lines: [r`\eta_t = \eta_0 / t`] },
  { rule: 'root-decay', way: 'root', heading: 'Inverse square root decay', lines: [r`\eta_t = \frac{\eta_0}{\sqrt{t}}`] },
  { rule: 'root-decay', way: 'power', heading: 'Inverse square root schedule', lines: [r`\alpha_t = \alpha t^{-1/2}`] },
  { rule: 'cosine', way: 'Loshchilov', heading: 'Cosine annealing', lines: [r`\eta_t = \eta_{min} + \frac{1}{2}(\eta_{max} - \eta_{min})\left(1 + \cos\left(\frac{t}{T}\pi\right)\right)`] },
  { rule: 'cosine', variant: 'zero at the end', way: 'to zero', heading: 'Cosine decay', lines: [r`\eta_t = \frac{\eta_0}{2} (1 + \cos(\pi t / T))`] },
  { rule: 'cosine', way: 'restarts', heading: 'Cosine annealing with warm restarts', lines: [r`\eta_t = \eta_{min}^i + \frac{1}{2}(\eta_{max}^i - \eta_{min}^i)\left(1 + \cos\left(\frac{T_{cur}}{T_i}\pi\right)\right)`] },
  { rule: 'polynomial-decay', way: 'power', heading: 'Polynomial decay', lines: [r`\eta_t = \eta_0 \left(1 - \frac{t}{T}\right)^p`] },
  { rule: 'polynomial-decay', variant: 'a line to a least rate', way: 'line', heading: 'Linear decay', lines: [r`\alpha_k = \alpha_{min} + (\alpha_0 - \alpha_{min}) (1 - k / K)`] },
  { rule: 'warm-up', way: 'min', heading: 'Linear warm-up', lines: [r`\eta_t = \eta_0 \min(1, t / T)`] },
  { rule: 'warm-up', way: 'cases', heading: 'Linear warm-up', lines: [r`\alpha_k = \begin{cases} \alpha_{\max} \frac{k}{W} & \text{if } k < W \\ \alpha_{\max} & \text{otherwise} \end{cases}`] },
  { rule: 'warm-up', variant: 'a cosine to zero afterwards', way: 'cosine', heading: 'Warm-up and cosine decay', lines: [r`\eta_t = \begin{cases} \eta_{max} \frac{t}{T_w} & t \le T_w \\ \frac{\eta_{max}}{2} \left(1 + \cos\left(\pi \frac{t - T_w}{T - T_w}\right)\right) & t > T_w \end{cases}`] },
  { rule: 'warm-up', variant: 'no end', way: 'ramp', heading: 'Warmup', lines: [r`\eta_t = \eta_0 \frac{t}{T}`] },
];

/** As a list under a heading, the way homework has it. */
export const asList = ({ heading, lines }: Pick<Case, 'heading' | 'lines'>): string => `## ${heading}\n\nThe update is\n\n${lines.map((line) => `- $${line}$`).join('\n')}\n`;
/** As displays under a heading. */
export const asDisplays = ({ heading, lines }: Pick<Case, 'heading' | 'lines'>): string => `## ${heading}\n\n${lines.map((line) => `$$${line}$$`).join('\n\n')}\n`;
