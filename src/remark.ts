/** A remark to Gradlens, as a comment of the document's own language. */
import type { Source } from './report';

export const remark = (language: Source['language'], text: string): string => (language === 'latex' ? `% gradlens: ${text}` : `<!-- gradlens: ${text} -->`);
