/** Terms over named indices to graphs of the tensor engine: every node carries the indices of its axes. */
import type { Term } from '../meaning/term';
import type { World } from '../meaning/world';
import * as engine from '../tensor';
import { average } from './lower/averages';
import { derivative, replaceSymbol } from './lower/derivatives';
import { pick } from './lower/labels';
import { ENTRY_LIMIT, type Labelled, type Lowering } from './lower/lowering';
import { lowerMap } from './lower/maps';
import { determinant, flatten, inverse, join, stack } from './lower/matrices';
import { reduce } from './lower/reductions';
import type { Sizes } from './lower/sizes';
import { axesOf, entry, sizeTensor, symbolTensor } from './lower/symbols';
import { Unrunnable } from './lower/unrunnable';
import { smoothFunction } from './lower/waves';

export function createLowering(world: World, sizes: Sizes, coarse = false, gentle = false): Lowering {
  return { world, graph: engine.createGraph(), sizes, values: new Map(), replaced: new Map(), inputs: new Map(), arbitrary: new Set(), independent: new Set(), fresh: { next: 0 }, coarse, gentle, busy: new Set(), lower };
}

/** The term as a tensor over its free indices. Throws Unrunnable. */
export function lower(l: Lowering, term: Term): Labelled {
  const result = lowerTerm(l, term);
  if (engine.sizeOf(result.node.shape) > ENTRY_LIMIT) throw new Unrunnable('too-large');
  return result;
}

function lowerTerm(l: Lowering, term: Term): Labelled {
  switch (term.op) {
    case 'num': return { node: l.graph.constant(term.value), labels: [] };
    case 'symbol': return entry(symbolTensor(l, term.key), axesOf(l, term.key), term.at);
    case 'index': return { node: l.graph.constant(Float64Array.from({ length: l.sizes.of(term.index) }, (_, i) => i + 1)), labels: [term.index] };
    case 'size': return sizeTensor(l, term.index);
    case 'map': return lowerMap(l, term.fn, term.args);
    case 'reduce': return reduce(l, term);
    case 'at': return pick(lower(l, term.body), term.index, term.value);
    case 'derivative': return derivative(l, term);
    case 'let': return replaceSymbol(l, term);
    case 'inverse': return inverse(l, term);
    case 'det': return determinant(l, term);
    case 'stack': return stack(l, term.index, term.contents);
    case 'join': return join(l, term.index, term.blocks);
    case 'flatten': return flatten(l, term);
    case 'smooth': return smoothFunction(l, term);
    case 'average': return average(l, term);
  }
}
