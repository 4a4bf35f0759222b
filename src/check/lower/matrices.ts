/** Arrays that are put together from others, inverses and determinants. */
import type { Block, Index, Term } from '../../meaning/term';
import * as engine from '../../tensor';
import { arrange, merged, union } from './labels';
import type { Labelled, Lowering } from './lowering';

export function stack(l: Lowering, index: Index, contents: Term[]): Labelled {
  const values = contents.map((item) => l.lower(l, item));
  const labels = union(values);
  return { node: engine.stack(values.map((value) => arrange(l, value, labels).node), 0), labels: [index, ...labels] };
}

export function join(l: Lowering, index: Index, blocks: Block[]): Labelled {
  const values = blocks.map((block) => l.lower(l, block.term));
  const labels = union(values).filter((label) => !blocks.some(({ over }) => over === label));
  return { node: engine.concat(values.map((value, i) => arrange(l, value, [blocks[i].over, ...labels]).node), 0), labels: [index, ...labels] };
}

export function inverse(l: Lowering, term: Extract<Term, { op: 'inverse' }>): Labelled {
  const body = l.lower(l, term.body);
  const extra = body.labels.filter((label) => label !== term.rows && label !== term.columns);
  const node = engine.inverse(arrange(l, body, [...extra, term.rows, term.columns]).node);
  return merged(node, [...extra, ...term.at]);
}

export function determinant(l: Lowering, term: Extract<Term, { op: 'det' }>): Labelled {
  const body = l.lower(l, term.body);
  const extra = body.labels.filter((label) => label !== term.rows && label !== term.columns);
  const matrix = arrange(l, body, [...extra, term.rows, term.columns]).node;
  return { node: term.log ? engine.logdet(matrix) : engine.det(matrix), labels: extra };
}

export function flatten(l: Lowering, { index, over, body }: Extract<Term, { op: 'flatten' }>): Labelled {
  const value = l.lower(l, body);
  const extra = value.labels.filter((label) => !over.includes(label));
  const { node } = arrange(l, value, [...extra, ...over]);
  return { node: engine.reshape(node, [...extra, index].map((label) => l.sizes.of(label))), labels: [...extra, index] };
}
