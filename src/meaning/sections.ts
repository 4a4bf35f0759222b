/** Items and sections that hold one place and not another. */
import type { Block } from '../text';
import type { Contents } from './document';

/** An item of a list does not rest on what a later item says. */
export function leavesItem(document: Contents, from: number, to: number): boolean {
  return document.parts.blocks.some((block) => block.kind === 'item' && holds(block, from) && !holds(block, to));
}

/** A heading between two places ends the reach of "where …"; that of a solution or proof does not. */
export function crossesSection(document: Contents, a: number, b: number): boolean {
  return document.parts.blocks.some((block) => block.kind === 'section' && block.span.start > a && block.span.start <= b && !/solution|proof|answer|derivation/i.test(block.title));
}

/** No item or section holds one place and not the other. */
export function isBeside(document: Contents, a: number, b: number): boolean {
  return document.parts.blocks.every((block) => block.kind === 'document' || holds(block, a) === holds(block, b) || (block.kind === 'section' && holds(block, b)));
}

/** It is said in an item, and the place is in another one that defines something itself. */
export function isOfAnother(document: Contents, said: number, at: number): boolean {
  const binds = (item: Block): boolean => [...document.bindings.values()].some((all) => all.some((binding) => holds(item, binding.at)));
  return leavesItem(document, said, at) && document.parts.blocks.some((block) => block.kind === 'item' && holds(block, at) && !holds(block, said) && binds(block));
}

export const holds = (block: Block, at: number): boolean => at >= block.span.start && at < block.span.end;
