/**
 * What `@lezer/markdown` is built on, as far as it is called here. It stands in for `@lezer/common` in what ships (`tools/only-called.js`): that
 * keeps trees for editors, balanced, packed, and searched by place; ours is walked once, from the first block to the last.
 */

interface NodeType { id: number; name: string }

export interface Block { name: string; from: number; to: number }

export interface Visitor { enter(block: Block): void; leave(block: Block): void }

/** Nodes without nodes of their own: type, start and end behind those of the top, and a length that is not needed for these. */
interface Flat { buffer: number[]; nodeSet: NodeSet; topID: number; length: number }

export class Tree {
  constructor(readonly type: NodeType, readonly children: Tree[], readonly positions: number[], readonly length: number) {}

  static build({ buffer, nodeSet: { types }, topID, length }: Flat): Tree {
    const top = new Tree(types[topID], [], [], length);
    for (let i = 0; i < buffer.length; i += 4) {
      top.children.push(new Tree(types[buffer[i]], [], [], buffer[i + 2] - buffer[i + 1]));
      top.positions.push(buffer[i + 1]);
    }
    return top;
  }

  iterate(visitor: Visitor, from = 0): void {
    const block = { name: this.type.name, from, to: from + this.length };
    visitor.enter(block);
    this.children.forEach((child, i) => child.iterate(visitor, from + this.positions[i]));
    visitor.leave(block);
  }
}

export class NodeSet {
  constructor(readonly types: NodeType[]) {}
}

export const NodeType = { none: { id: 0, name: '' }, define: (type: NodeType) => type };

interface Input { chunk(from: number): string }

/** A parse under way; it has its tree when it comes to the end. */
interface Parse { advance(): Tree | null }

export abstract class Parser {
  abstract createParse(input: Input, fragments: [], ranges: [{ from: number; to: number }]): Parse;

  parse(text: string): Tree {
    const parse = this.createParse({ chunk: (from) => text.slice(from) }, [], [{ from: 0, to: text.length }]);
    for (;;) {
      const tree = parse.advance();
      if (tree) return tree;
    }
  }
}
