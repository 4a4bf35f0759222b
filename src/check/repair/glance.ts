/** A quick look at an edited line: most wrong edits differ at the first few points, and need no bounds of rounding to tell. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import type { Reading } from '../../meaning/world';
import { compile } from '../../tensor';
import { compareSides } from '../compare';
import { arrange, createLowering, lower, sizesFor, Unrunnable } from '../lower';
import { type AlignedSides, newSearch, readClaim } from '../readings';
import { samplePoints } from '../sample';

const POINTS = 6;

export type Glance = 'may hold' | 'differs' | 'misfit';

/** Looks under one reading, that of the line before it was edited. */
export function glance(document: DocumentMeaning, link: LinkSyntax, reading: Reading): Glance {
  for (const claim of readClaim(document, link, undefined, undefined, reading, { ...newSearch(), found: reading.ranks })) {
    if (!claim.ok) return claim.error.sort === 'misfit' ? 'misfit' : 'differs';
    return claim.alternatives.some(agree) ? 'may hold' : 'differs';
  }
  return 'differs';
}

/** Whether the sides agree at half of the points or more; where they cannot be told apart, they may. */
function agree({ world, left, right, at }: AlignedSides): boolean {
  try {
    const lowering = createLowering(world, sizesFor(world, new Map()));
    const [a, b] = [lower(lowering, left), lower(lowering, right)];
    const labels = [...new Set([...a.labels, ...b.labels])];
    const program = compile([arrange(lowering, a, labels).node, arrange(lowering, b, labels).node]);
    const leaves = [...lowering.inputs].map(([name, axes]) => {
      const info = world.symbols.get(name);
      return { name, shape: axes.map((axis) => lowering.sizes.of(axis)), domain: name.startsWith('size ') ? 'integer' as const : info && world.declarations.domain(info.use.base, at) };
    });
    const { points, differing } = compareSides(program.run(samplePoints(leaves, 'glance', POINTS), POINTS), POINTS);
    return points === 0 || 2 * differing <= points;
  } catch (error) {
    if (error instanceof Unrunnable) return false;
    throw error;
  }
}
