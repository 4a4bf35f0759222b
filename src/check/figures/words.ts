/** Words and numbers for titles and text that no renderer sees. */
import { plain as characters } from '../../plain';

/** `\frac{\partial L}{\partial \beta_1}` as `∂L/∂β₁`. */
export const plain = (tex: string): string => characters(tex.replace(/ nothing after \w+/g, ''));

/** Three digits. */
export const shown = (x: number): string => (Number.isFinite(x) ? String(Number(x.toPrecision(3))).replace('-', '−') : 'no number');
