/** Whether an expression mentions a name. */
import type { Expr } from '../../notation/expression';
import type { Traces } from '../traces';
import { contextOf, hasSymbol, keyOf } from '../symbols';

/** Exactly this symbol. */
export const mentions = (expr: Expr, key: string, document: { traces: Traces }): boolean => hasSymbol(expr, contextOf(document), (use) => keyOf(use) === key);

export const mentionsBase = (expr: Expr, base: string | undefined, document: { traces: Traces }): boolean => hasSymbol(expr, contextOf(document), (use) => use.base === base);
