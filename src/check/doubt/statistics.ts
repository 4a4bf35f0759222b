/** Lines that hold where names without a definition are the mean and the deviation of data. */
import { type Index, map, num, sumOver, type Term, symbolTerm } from '../../meaning/term';
import { freshIndex, type World } from '../../meaning/world';
import type { Reason } from '../judgement';
import { derivativesIn } from './derivatives';
import { type Differing, evaluateBy, texOf } from './differing';

/** `\hat x_i = (x_i - \mu) / \sigma`: what \mu and \sigma are may be said in the exercise that is solved; so may the \mu of `\frac1n \sum_i (x_i - \mu)^2 = \frac1n \sum_i x_i^2 - \mu^2`. */
export function unsaidStatistics(differing: Differing): Reason | undefined {
  const { sides, evaluation } = differing;
  const { world } = sides;
  const varied = [sides.left, sides.right].flatMap((side) => derivativesIn(world, side)).map(({ by }) => by);
  const [mean] = evaluation.leaves.filter(({ name, shape }) => shape.length === 0 && /^(?:bar\(.*\)|(?:hat\()?\\mu|m$)/.test(name));
  const [deviation] = evaluation.leaves.filter(({ name, shape }) => shape.length === 0 && /^\\sigma/.test(name));
  const data = new Set(varied.length > 0 ? varied : evaluation.leaves.map(({ name }) => name));
  for (const key of mean ? data : []) {
    if (world.definitions.has(key) || world.symbols.get(key)?.axes.length !== 1) continue;
    const average = averageOf(world, key, (entry) => entry);
    const spread = map('sqrt', averageOf(world, key, (entry) => map('pow', map('sub', entry, average), num(2))));
    const definitions = new Map([...world.definitions, [mean.name, { axes: [], term: average }]]);
    if (deviation) definitions.set(deviation.name, { axes: [], term: spread });
    const found = evaluateBy(differing, definitions);
    if (found?.outcome === 'agree' && !found.vacuous) return { code: 'independent', of: texOf(sides, mean.name), by: texOf(sides, key) };
  }
  return undefined;
}

/** The mean of something of each entry of a vector. */
function averageOf(world: World, key: string, of: (entry: Term) => Term): Term {
  const [axis] = world.symbols.get(key)?.axes ?? [];
  const index: Index = freshIndex(world);
  world.dims.parent.set(index, axis);
  return map('div', sumOver([index], of(symbolTerm(key, [index]))), { op: 'size', index: axis });
}
