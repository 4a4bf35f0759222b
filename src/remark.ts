/** A remark to Gradlens, as a comment of the document's own language. */
import type { Source } from './report';

export function remark(language: Source['language'], text: string): string {
  return language === 'latex' ? `% gradlens: ${text}` : `<!-- gradlens: ${text} -->`;
}
