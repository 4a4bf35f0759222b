/** What holds for every document that was read. */

import assert from 'node:assert/strict';
import type { DocumentText } from '../../src/text/index';

/** Blanks may stand in place of the signs of a quotation. */
export const isAsWritten = (written: string, tex: string): boolean => tex === written.replace(/(?<=[\n\r])[ \t]*(?:>[ \t]?)+/g, (signs, at: number) => tex.slice(at, at + signs.length));

/** Regions are in order, apart and exact, and so is the prose between them. */
export function checkDocument(text: string, document: DocumentText): void {
  let end = 0;
  for (const { span, content, tex } of document.regions) {
    assert.ok(end <= span.start && span.start <= content.start && content.start < content.end && content.end <= span.end);
    assert.ok(isAsWritten(text.slice(content.start, content.end), tex));
    end = span.end;
  }
  checkApart(document);
  checkTree(document, text);
}

/** Prose is in order and apart from the regions. */
function checkApart({ regions, prose }: DocumentText): void {
  const spans = [...regions, ...prose].map(({ span }) => span).sort((a, b) => a.start - b.start);
  for (let i = 1; i < spans.length; i++) assert.ok(spans[i - 1].end <= spans[i].start);
  for (let i = 1; i < prose.length; i++) assert.ok(prose[i - 1].span.end <= prose[i].span.start);
}

/** Each block lies in its parent, and what stands in a block lies in its span. */
export function checkTree(document: DocumentText, text: string): void {
  assert.deepEqual(document.blocks[0].span, { start: 0, end: text.length });
  document.blocks.forEach(({ parent, span }, index) => {
    assert.ok(span.start <= span.end && parent < index);
    if (index > 0) assert.ok(document.blocks[parent].span.start <= span.start && span.end <= document.blocks[parent].span.end);
  });
  for (const { span, block } of [...document.regions, ...document.prose]) {
    const around = document.blocks[block].span;
    assert.ok(around.start <= span.start && span.end <= around.end, `${JSON.stringify(span)} in ${JSON.stringify(around)}`);
  }
}
