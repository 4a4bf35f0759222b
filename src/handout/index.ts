/** Reports for whoever corrects the homework: HTML or Markdown. */
import { handoutOf, type Page } from './handout';
import { htmlOf } from './html';
import { markdownOf } from './markdown';

export type { Page } from './handout';
export type HandoutFormat = 'html' | 'markdown';

export function writeHandout(pages: readonly Page[], format: HandoutFormat): string {
  const handouts = pages.map(handoutOf);
  return format === 'html' ? htmlOf(handouts) : markdownOf(handouts);
}
