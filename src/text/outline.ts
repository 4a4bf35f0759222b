/** Builds the tree of blocks while a document is read from its start to its end. */

import type { Block } from './region';

interface Frame {
  /** Index into the blocks; a fence has none and borrows the one around it. */
  block: number;
  role: 'document' | 'section' | 'container' | 'fence' | 'item';
  style: string;
}

export interface Outline {
  blocks: Block[];
  /** Index of the innermost block. */
  current(): number;
  /** `everything` also closes containers: a LaTeX section never stands inside an environment that was closed. */
  section(at: number, level: number, title: string, everything: boolean): void;
  item(at: number, style: string, title: string): void;
  enter(at: number, kind: Block['kind'], title: string): void;
  fence(title: string): void;
  /** Closes the innermost container or fence, of that title if one is given, and all that was opened in it; without one it does nothing. */
  leave(at: number, title?: string): void;
  finish(at: number): void;
}

export function outline(): Outline {
  const blocks: Block[] = [{ kind: 'document', parent: -1, span: { start: 0, end: 0 }, level: 0, title: '' }];
  const stack: Frame[] = [{ block: 0, role: 'document', style: '' }];
  const top = () => stack[stack.length - 1];

  const pop = (at: number) => {
    const frame = stack.pop() as Frame;
    if (frame.role !== 'fence') blocks[frame.block].span.end = at;
  };
  const push = (role: Frame['role'], style: string, block: Block) => {
    stack.push({ block: blocks.length, role, style });
    blocks.push(block);
  };
  const isLimit = (frame: Frame) => frame.role === 'container' || frame.role === 'fence';
  const make = (kind: Block['kind'], at: number, level: number, title: string): Block => ({ kind, parent: top().block, span: { start: at, end: at }, level, title });

  return {
    blocks,
    current: () => top().block,
    section(at, level, title, everything) {
      const stays = (frame: Frame) =>
        frame.role === 'document' || (isLimit(frame) && !everything) || (frame.role === 'section' && blocks[frame.block].level < level);
      while (!stays(top())) pop(at);
      push('section', '', make('section', at, level, title));
    },
    item(at, style, title) {
      const open = openItem(stack, style);
      while (open >= 0 && stack.length > open) pop(at);
      push('item', style, make('item', at, 0, title));
    },
    enter(at, kind, title) {
      push('container', title, make(kind, at, 0, title));
    },
    fence(title) {
      stack.push({ block: top().block, role: 'fence', style: title });
    },
    leave(at, title) {
      let open = stack.length - 1;
      while (open >= 0 && !(isLimit(stack[open]) && (title === undefined || stack[open].style === title))) open--;
      while (open >= 0 && stack.length > open) pop(at);
    },
    finish(at) {
      while (stack.length) pop(at);
    },
  };
}

/** Where the open item of a style stands on the stack, not looking beyond the nearest section or container; -1 for none. */
function openItem(stack: Frame[], style: string): number {
  for (let i = stack.length - 1; i > 0 && stack[i].role === 'item'; i--) {
    if (stack[i].style === style) return i;
  }
  return -1;
}
