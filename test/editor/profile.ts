/** How long the extension itself keeps the extension host busy: from a profile, since others run there as well. */
import { type Profiler, Session } from 'node:inspector/promises';
import path from 'node:path';

export interface Profile {
  /** The longest stretch without a pause in code of the extension, in milliseconds. */
  longest: number;
  /** All of it. */
  total: number;
}

/** Other extensions have a file of this name too. */
const OURS = path.resolve(__dirname, '..', '..', 'extension.js');

/** Milliseconds between samples, and what counts of a longer pause: then the machine ran something else. */
const INTERVAL = 0.5;
const AT_MOST = 4 * INTERVAL;

export async function profiled(action: () => Promise<unknown>): Promise<Profile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL * 1000 });
  await session.post('Profiler.start');
  await action();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return stretches(profile);
}

function stretches({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Profile {
  const ours = nodesOfOurs(nodes);
  let [longest, total, current] = [0, 0, 0];
  samples.forEach((id, at) => {
    const taken = Math.min((timeDeltas[at + 1] ?? 0) / 1000, AT_MOST);
    current = ours.has(id) ? current + taken : 0;
    if (ours.has(id)) total += taken;
    longest = Math.max(longest, current);
  });
  return { longest, total };
}

/** Nodes of the extension's code and all that it calls. */
function nodesOfOurs(nodes: Profiler.ProfileNode[]): Set<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const add = (id: number) => {
    if (ours.has(id)) return;
    ours.add(id);
    byId.get(id)?.children?.forEach(add);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.endsWith(OURS)) add(id);
  return ours;
}
