/** TeX in, one short line out: `a equal b ;; c less d | i \ne k !problem@3`. */
import assert from 'node:assert/strict';
import { parseEquation } from '../../src/notation/equation';
import type { EquationSyntax, Expr, Statement } from '../../src/notation/expression';
import { print } from '../../src/notation/print';
import { readDocument, type Macro, type Region } from '../../src/text/index';

export function regionOf(tex: string): Region {
  const span = { start: 0, end: tex.length };
  return { span, content: span, tex, display: true, block: 0 };
}

export function equationOf(tex: string, macros: Map<string, Macro> = new Map()): EquationSyntax {
  return parseEquation(regionOf(tex), tex, macros);
}

/** The first member of the first statement. */
export function expressionOf(tex: string): Expr | undefined {
  return equationOf(tex).statements[0]?.members[0].expr;
}

export const macrosOf = (preamble: string): Map<string, Macro> => readDocument(preamble, 'latex').macros;

export function show({ statements, problems }: EquationSyntax): string {
  return [statements.map(showStatement).join(' ;; '), ...problems.map(({ message, span }) => `!${message}@${span.start}`)].filter(Boolean).join(' ');
}

function showStatement({ label, implied, members, relations, conditions }: Statement): string {
  const chain = members.map(({ expr }, i) => (i ? ` ${relations[i - 1].name} ` : '') + print(expr)).join('');
  return `${implied ? '⇒ ' : ''}${label ? `[${label}] ` : ''}${chain}${conditions.map((condition) => ` | ${print(condition)}`).join('')}`;
}

/** One test a line: `TeX → what is read`; what stands behind ` // ` is a remark. */
export function rows(title: string, table: string, macros?: Map<string, Macro>): void {
  describe(title, () => {
    for (const line of table.split('\n').map((row) => row.trim()).filter(Boolean)) {
      const [tex, expected] = line.split(' // ')[0].split('→').map((part) => part.trim());
      it(line, () => assert.equal(show(equationOf(tex, macros)), expected));
    }
  });
}
