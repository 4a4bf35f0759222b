/** Regions written into the text they are expected in: `⟦$x$⟧` inline, `⟪$$x$$⟫` displayed, with `!` behind the opening sign where the delimiters are at fault. */

import assert from 'node:assert/strict';
import { isAsWritten } from './checks';
import { readDocument, type Language, type Region } from '../../src/text/index';

interface Expected {
  start: number;
  end: number;
  display: boolean;
  problem: boolean;
}

const SIGN = /⟦!?|⟪!?|⟧|⟫/g;

function expectedIn(marked: string): { text: string; regions: Expected[] } {
  const regions: Expected[] = [];
  let removed = 0;
  for (const { 0: sign, index } of marked.matchAll(SIGN)) {
    const at = index - removed;
    removed += sign.length;
    if (sign === '⟧' || sign === '⟫') regions[regions.length - 1].end = at;
    else regions.push({ start: at, end: at, display: sign[0] === '⟪', problem: sign.length > 1 });
  }
  return { text: marked.replace(SIGN, ''), regions };
}

/** Writes what was found into the text, so that a difference can be read. */
function show(text: string, regions: Region[]): string {
  let shown = '';
  let at = 0;
  for (const { span, display, problem } of regions) {
    shown += text.slice(at, span.start) + (display ? '⟪' : '⟦') + (problem ? '!' : '') + text.slice(span.start, span.end) + (display ? '⟫' : '⟧');
    at = span.end;
  }
  return shown + text.slice(at);
}

export function checkRegions(language: Language, marked: string): void {
  const { text } = expectedIn(marked);
  const { regions } = readDocument(text, language);
  assert.equal(show(text, regions), marked);
  for (const { span, content, tex } of regions) {
    assert.ok(isAsWritten(text.slice(content.start, content.end), tex));
    assert.ok(span.start <= content.start && content.start < content.end && content.end <= span.end);
  }
}

/** One test a row; a row is a marked text. */
export function rows(language: Language, groups: Record<string, string[]>): void {
  for (const [name, texts] of Object.entries(groups)) {
    describe(name, () => {
      for (const text of texts) it(JSON.stringify(text).slice(1, -1), () => checkRegions(language, text));
    });
  }
}
