/** The editor's end of the worker holds what it was sent before: it shows what a new checker says, and a key costs the exercise that it is in. */
import assert from 'node:assert/strict';
import { createChecker } from '../src/checker';
import type { SourceInContext } from '../src/context';
import { type DeliveredEquation, withDelivery } from '../src/delivery';
import { createEngine, type Engine } from '../src/editor/engine';
import type { Equation, Outline } from '../src/report';
import { type EndingPort, serve } from '../src/rpc';

const homework = (exercises: string[]): string => exercises.map((text, i) => `## Exercise ${i + 1}\n\n${text}\n`).join('\n');
const EXERCISES = Array.from({ length: 12 }, (_, i) => `Let $f(x) = ${i + 2} x^2$. Then $f'(x) = ${2 * i + 4} x$, $f(2) = ${4 * i + 8}$ and $g(1) = 3$.`);
const TEXT = homework(['Here $g(x) = 2 x + 1$.', ...EXERCISES]);

const EDITS: [what: string, edited: string, touched: number][] = [
  ['nothing', TEXT, 0],
  ['a space in an exercise', TEXT.replace('Let $f(x) = 5', 'Let  $f(x) = 5'), 4],
  ['a wrong number', TEXT.replace('= 20 x', '= 21 x'), 4],
  ['a line above everything', `Some words.\n\n${TEXT}`, 0],
  ['a line in an exercise', TEXT.replace('and $g(1) = 3$', 'and\n\n$g(1) = 3$'), 4],
  ['an exercise taken out', homework(['Here $g(x) = 2 x + 1$.', ...EXERCISES.slice(0, 5), ...EXERCISES.slice(6)]), 4 * 6],
  ['a definition that others rest on', TEXT.replace('2 x + 1', 'x + 2'), 1 + 4 * EXERCISES.length],
];

describe('delivery', function () {
  this.timeout(60_000);

  for (const [what, edited, touched] of EDITS) it(`after ${what}`, async () => {
    const { engine, sent } = engineInProcess();
    await shown(engine, TEXT);
    const before = sent();
    assert.deepEqual(await shown(engine, edited), fresh(edited));
    assert.ok(sent() - before <= touched, `${sent() - before} equations were sent again`);
    assert.deepEqual(await shown(engine, TEXT), fresh(TEXT), 'and back');
  });

  it('of a text with another before it', async () => {
    const { engine } = engineInProcess();
    const before = 'Let $f(x) = x^3$.';
    for (const text of ["$f'(x) = 3 x^2$", "So\n\n$f'(x) = 3 x^2$", "$f'(x) = 2 x$"]) {
      const { equations } = await shown(engine, text, before);
      const plain = [...createChecker().check({ path: 'hw', language: 'markdown', text: `${before}\n\n${text}` })];
      assert.deepEqual(equations.map((equation) => equation?.links[0].verdict), plain.slice(1).map(({ equation }) => equation.links[0].verdict));
    }
  });

  it('begins with what is wanted first', async () => {
    const { engine } = engineInProcess();
    const outline = await engine.outline(sourceOf(TEXT));
    const seen: number[] = [];
    for await (const parcel of engine.check({ source: sourceOf(TEXT), outline, indices: [41, 42, 0, 1], limit: 20_000, signal: new AbortController().signal })) seen.push(...parcel.map(({ index }) => index));
    assert.deepEqual(seen, [41, 42, 0, 1]);
  });
});

const sourceOf = (text: string, before?: string): SourceInContext => ({ path: 'hw', language: 'markdown', text, ...(before ? { before } : {}) });

interface Shown { outline: Outline; equations: (Equation | undefined)[] }

async function shown(engine: Engine, text: string, before?: string): Promise<Shown> {
  const source = sourceOf(text, before);
  const outline = await engine.outline(source);
  const equations: (Equation | undefined)[] = outline.items.map(() => undefined);
  for await (const parcel of engine.check({ source, outline, indices: [...equations.keys()], limit: 20_000, signal: new AbortController().signal })) for (const { index, equation } of parcel) equations[index] = equation;
  return { outline, equations };
}

/** As it comes through a port, where what is undefined and what is absent are the same. */
function fresh(text: string): Shown {
  const checker = createChecker();
  return { outline: checker.outline(sourceOf(text)), equations: [...checker.check(sourceOf(text))].map(({ equation }) => equation) };
}

/** An engine with its worker in this process, and the number of equations that came through the port. */
function engineInProcess() {
  let count = 0;
  const spawn = (): EndingPort => {
    let toClient: (message: unknown) => void = () => {};
    let toService: (message: unknown) => void = () => {};
    const look = (message: unknown) => {
      const { item } = message as { item?: DeliveredEquation[] };
      count += item?.filter(({ value }) => value).length ?? 0;
      const copy = structuredClone(message);
      setImmediate(() => toClient(copy));
    };
    serve({ send: look, receive: (listener) => { toService = listener; } }, withDelivery(createChecker()));
    return { send: (message) => setImmediate(() => toService(message)), receive: (listener) => { toClient = listener; }, ended: () => {}, stop: () => {} };
  };
  return { engine: createEngine(spawn), sent: () => count };
}
