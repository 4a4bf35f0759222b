/** The checker behind its worker: what happens when an equation takes too long, a worker dies, or nobody wants the answer any more. */
import assert from 'node:assert/strict';
import type { DeliveredEquation } from '../src/delivery';
import { createEngine, type Engine } from '../src/editor/engine';
import type { Equation, Outline, Source } from '../src/report';
import { type EndingPort, serve } from '../src/rpc';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const source: Source = { path: 'hw.md', language: 'markdown', text: '' };

describe('engine', () => {
  it('gives a finding for each equation in the order wanted', async () => {
    const { engine } = engineOn(['a', 'b', 'c']);
    assert.deepEqual(await check(engine, ['a', 'b', 'c'], [2, 0, 1]), ['c verified', 'a verified', 'b verified']);
  });

  it('gives up on an equation that takes too long and goes on with the rest in a new worker', async () => {
    const { engine, workers } = engineOn(['a', 'stuck', 'c']);
    assert.deepEqual(await check(engine, ['a', 'stuck', 'c']), ['a verified', 'stuck too-slow', 'c verified']);
    assert.deepEqual(workers(), { started: 2, running: 1 });
  });

  it('does not ask again for what took too long until told to', async () => {
    const { engine, workers } = engineOn(['stuck']);
    await check(engine, ['stuck']);
    assert.deepEqual(await check(engine, ['stuck']), ['stuck too-slow']);
    assert.equal(workers().started, 1);
    engine.forgetSlow();
    await check(engine, ['stuck']);
    assert.equal(workers().started, 2);
  });

  it('stops asking when nothing comes at all', async () => {
    const { engine, workers } = engineOn(['stuck', 'stuck2', 'stuck3', 'stuck4', 'stuck5']);
    const verdicts = await check(engine, ['stuck', 'stuck2', 'stuck3', 'stuck4', 'stuck5']);
    assert.equal(verdicts.filter((verdict) => verdict.endsWith('too-slow')).length, 5);
    assert.equal(workers().started, 3);
  });

  it('lays the end of a worker to the equation that it was at', async () => {
    const { engine } = engineOn(['a', 'deadly', 'c']);
    assert.deepEqual(await check(engine, ['a', 'deadly', 'c']), ['a verified', 'deadly failed', 'c verified']);
  });

  it('ends early when nobody wants the rest', async () => {
    const { engine } = engineOn(['a', 'b', 'c']);
    const leaving = new AbortController();
    const seen: number[] = [];
    for await (const parcel of engine.check(request(['a', 'b', 'c'], [0, 1, 2], leaving.signal))) {
      seen.push(...parcel.map(({ index }) => index));
      leaving.abort();
    }
    assert.deepEqual(seen, [0]);
    assert.deepEqual(await check(engine, ['a']), ['a verified']);
  });

  it('asks the new worker for the outline when the old one ended', async () => {
    const { engine, killNext } = engineOn(['a']);
    killNext();
    assert.equal((await engine.outline(source)).items.length, 1);
  });
});

async function check(engine: Engine, equations: string[], indices = [...equations.keys()]): Promise<string[]> {
  const found: string[] = [];
  for await (const parcel of engine.check(request(equations, indices, new AbortController().signal))) found.push(...parcel.map(({ equation }) => `${equation.tex} ${equation.links[0].code}`));
  return found;
}

function request(equations: string[], indices: number[], signal: AbortSignal) {
  return { source, outline: outlineOf(equations), indices, limit: 60, signal };
}

function outlineOf(equations: string[]): Outline {
  return { items: equations.map((tex) => ({ piece: 0, range, tex, display: true, claims: true })), macros: {} };
}

function equationOf(tex: string): Equation {
  const link = { range, lhs: '', relation: '=', rhs: '', kind: 'claim', verdict: 'verified', message: '', code: 'verified', assumptions: [], reading: [] } as const;
  return { range, tex, display: true, links: [{ ...link, assumptions: [], reading: [] }] };
}

/** An engine whose workers live in this process. `stuck…` never answers, `deadly` ends its worker. */
function engineOn(equations: string[]) {
  let started = 0;
  let running = 0;
  let killNext = false;

  function spawn(): EndingPort {
    started++;
    running++;
    let stopped = false;
    let mute = false;
    let toClient: (message: unknown) => void = () => {};
    let toService: (message: unknown) => void = () => {};
    const endings: ((reason: string) => void)[] = [];
    const end = () => {
      if (stopped) return;
      stopped = true;
      running--;
      for (const listener of endings) listener('the worker ended');
    };
    const service = {
      outline: () => ({ parts: [{ number: 1, line: 0, value: outlineOf(equations).items }], macros: {} }),
      *check(_source: Source, { only }: { only: number[] }): Generator<DeliveredEquation[]> {
        for (const index of only) {
          if (equations[index] === 'deadly') setImmediate(end);
          mute = /^(stuck|deadly)/.test(equations[index]);
          do yield [{ index, number: index + 2, line: 0, value: equationOf(equations[index]) }];
          while (mute && !stopped);
        }
      },
    };
    serve({ send: (message) => setImmediate(() => !stopped && !mute && toClient(message)), receive: (listener) => { toService = listener; } }, service);
    if (killNext) setImmediate(end);
    killNext = false;
    return {
      send: (message) => setImmediate(() => !stopped && !mute && toService(message)),
      receive: (listener) => { toClient = listener; },
      ended: (listener) => endings.push(listener),
      stop: end,
    };
  }

  return { engine: createEngine(spawn), workers: () => ({ started, running }), killNext: () => { killNext = true; } };
}
