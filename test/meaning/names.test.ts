/** Which name a scripted letter is, by what the document shows of it. */
import { nameOf, rows } from './rows';

describe('meaning', () => {
  rows('plain names', nameOf, String.raw`
    $x$                                   → x
    $\theta$                              → \theta
    $\hat y$                              → hat(y)
    $\hat{\bar x}$                        → hat(bar(x))
    $\mathbf{w}$                          → w // fonts do not tell names apart
    $\mathcal L$                          → calligraphic:L
    $\mathrm{RSS}$                        → RSS
    $\Delta w$                            → \Delta w
    $x + y$                               → no name
    $2$                                   → no name
  `);

  rows('labels', nameOf, String.raw`
    $x_1$                                 → x_1
    $w_{new}$                             → w_new
    $w_{\text{new}}$                      → w_\text{new} // wrong: the same as w_{new}
    $f_\theta$                            → f_\theta
    $x^*$                                 → x^*
    $x^\star$                             → x^*
    $A^\dagger$                           → A^†
    $A^+$                                 → A^+
    $W^{(1)}$                             → W^(1)
    $a^{[2]}$                             → a^(2)
    $\hat y_1$                            → hat(y)_1
    $W_{in}$                              → W[i,n]
    $L_{\text{CE}}$                       → L_\text{CE}
    $x_{\max}$                            → x_\text{max}
  `);

  rows('indices and entries', nameOf, String.raw`
    $x_i$                                 → x[i]
    $\hat y_i$                            → hat(y)[i]
    $a_{ij}$                              → a[i,j]
    $a_{i,j}$                             → a[i,j]
    $\sum_i x_i$, $x_1$                   → x[1]
    $\sum_{i,j} a_{ij}$, $a_{12}$         → a[1,2]
    $x \in \mathbb{R}^n$, $x^T x$, $x_2$  → x[2]
    $\sum_{i=1}^m y^{(i)}$, $y^{(i)}$     → y[i]
    $\sum_i x_j^{(i)}$, $x_j^{(i)}$       → x[i,j]
    $\sum_n t_n$, $t_n$                   → t[n]
    $z_{1i}$                              → z[1,i]
    $A_{:,j}$                             → A[:,j]
  `);

  rows('times and layers', nameOf, String.raw`
    $x_{t+1} = x_t - 1$, $x_t$            → x@t
    $x_{t+1} = x_t - 1$, $x_{t+1}$        → x@t+1
    $x_{t+1} = x_t - 1$, $x_0$            → x@0
    $x_{n+1} = x_n - 1$, $x_n$            → x@n
    $x^{k+1} = x^k - 1$, $x^k$            → x@k
    $x^{(k+1)} = x^{(k)} - 1$, $x^{(k)}$  → x@k
    $x^{(k+1)} = x^{(k)} - 1$, $x^{(0)}$  → x^(0)
    $a^{[l]} = W^{[l]} a^{[l-1]}$, $W^{[l]}$ → W@l
    $a^{[l]} = W^{[l]} a^{[l-1]}$, $a^{[l-1]}$ → a@l-1
    $h_t = f(h_{t-1})$, $h_{t-1}$         → h@t-1
    $\mathbb{E}[g^2]_t$                   → no name
  `);

  rows('powers, transposes, inverses, primes', nameOf, String.raw`
    $x^2$                                 → x ^2
    $x^n$                                 → x ^n
    $2x$, $x^{a+b}$                       → x ^a + b
    $x_i^2$                               → x[i] ^2
    $\sigma^2$                            → \sigma ^2
    $e^t$                                 → e ^t
    $m_{t+1} = \beta m_t$, $\beta^t$      → \beta ^t
    $\beta_1^t$                           → \beta_1 ^t
    $A^T$                                 → A T
    $A^\top$                              → A T
    $x_i^T$                               → x[i] T
    $A^{-1}$                              → A ^-1
    $A^{-T}$                              → A ^-T
    $f'$                                  → f '
    $f''$                                 → f ''
    $W_{4 \times 3}$                      → W{4×3}
    $x^{*2}$                              → x ^* 2 // wrong: the square of the optimum
  `);
});
