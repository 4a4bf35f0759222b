import type { Mark } from './marks';
export function readLatex(_text: string): Mark[] { return []; }
