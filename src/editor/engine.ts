/** The checker behind its worker: one that lives long, and is replaced only when a single equation overruns its time. */
import type { SourceInContext } from '../context';
import type { DeliveredEquation, DeliveredOutline } from '../delivery';
import { moved, movedEquation } from '../places';
import type { Code, Equation, Figured, Link, Outline, OutlineItem } from '../report';
import type { PointOrNone } from '../script';
import { type Client, connect, type EndingPort, type Stream } from '../rpc';
import { createHeld } from './held';

export interface Finding {
  index: number;
  equation: Equation;
}

/** A relation by its equation and its number there. */
export interface LinkPlace {
  equation: number;
  link: number;
}

/** What the worker answers to. */
interface CheckerService {
  outline(source: SourceInContext, known: number[]): DeliveredOutline;
  check(source: SourceInContext, options: { known?: number[]; only?: number[]; strength?: boolean }): Iterable<DeliveredEquation[]>;
  point(source: SourceInContext, place: LinkPlace): PointOrNone;
  figure(source: SourceInContext, line: number): Figured;
}

export interface CheckRequest {
  source: SourceInContext;
  outline: Outline;
  /** The equations wanted, in the order wanted. */
  indices: number[];
  /** Milliseconds that one equation may take. */
  limit: number;
  signal: AbortSignal;
}

export interface Engine {
  /** Starts the worker before the first question, since that takes a while. */
  start(): void;
  outline(source: SourceInContext): Promise<Outline>;
  /** Findings by parcels, as they come. */
  check(request: CheckRequest): AsyncGenerator<Finding[], void, void>;
  /** Both sides of one relation at a point, within so many milliseconds. */
  point(source: SourceInContext, place: LinkPlace, limit: number): Promise<PointOrNone>;
  /** What there is to draw on a line, within so many milliseconds. */
  figure(source: SourceInContext, line: number, limit: number): Promise<Figured>;
  /** An equation with the strength of its evidence, which is dear; undefined when that took longer than so many milliseconds. */
  strengthOf(source: SourceInContext, index: number, limit: number): Promise<Equation | undefined>;
  /** Equations that took too long are asked again only after this. */
  forgetSlow(): void;
  /** Lets go of what is held of a document. */
  forget(path: string): void;
  dispose(): void;
}

/** After so many overruns without a finding in between, something dearer than one equation is slow. */
const STUMBLES_IN_A_ROW = 3;

/** Before the first finding the worker may have to start, and reads all of the document: no single equation is to blame for that. */
const FIRST = 3;

export function createEngine(spawn: () => EndingPort): Engine {
  let client: Client<CheckerService> | undefined;
  let turn: Promise<void> = Promise.resolve();
  const slow = new Set<string>();
  const parts = createHeld<readonly OutlineItem[]>();
  const equations = createHeld<Equation>();

  /** Another worker counts anew. */
  function letGo() {
    client = undefined;
    parts.forget();
    equations.forget();
  }

  function running(): Client<CheckerService> {
    if (client) return client;
    const port = spawn();
    const started = connect<CheckerService>(port);
    port.ended(() => {
      if (client === started) letGo();
    });
    client = started;
    return started;
  }

  function stop() {
    const stopped = client;
    letGo();
    stopped?.stop();
  }

  /** Only one check runs at a time, so that an overrun can be laid to one equation. */
  async function takeTurn(): Promise<() => void> {
    const before = turn;
    let release = () => {};
    turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  async function outlineFrom({ call }: Client<CheckerService>, source: SourceInContext): Promise<Outline> {
    const { path } = source;
    const sent = await call('outline', source, parts.known(path));
    const items = sent.parts.flatMap((part, piece) => parts.take(path, part, piece, (own) => own.map((item): OutlineItem => ({ ...item, piece, range: moved(item.range, part.line) }))));
    parts.keep(path, new Set(sent.parts.map(({ number }) => number)));
    return { items, macros: sent.macros };
  }

  const findingOf = (path: string, sent: DeliveredEquation): Finding =>
    ({ index: sent.index, equation: equations.take(path, sent, 0, (equation) => movedEquation(equation, (line) => line + sent.line)) });

  async function* check(request: CheckRequest): AsyncGenerator<Finding[], void, void> {
    const release = await takeTurn();
    try {
      yield* checkInTurn(request);
    } finally {
      release();
    }
  }

  async function* checkInTurn({ source, outline, indices, limit, signal }: CheckRequest): AsyncGenerator<Finding[], void, void> {
    const { path } = source;
    const isSlow = (index: number) => slow.has(outline.items[index].tex);
    const late = indices.filter(isSlow);
    if (late.length > 0) yield late.map((index) => unchecked(outline.items[index], index, 'late'));
    const left = new Set(indices.filter((index) => !isSlow(index)));
    let stumbles = 0;
    const numbers = new Set<number>();
    while (left.size > 0 && !signal.aborted) {
      const findings = running().stream('check', source, { known: equations.known(path), only: [...left] });
      let arrival = await nextInTime(findings, limit * FIRST, signal);
      while (Array.isArray(arrival)) {
        stumbles = 0;
        for (const { index, number } of arrival) {
          left.delete(index);
          numbers.add(number);
        }
        yield arrival.map((sent) => findingOf(path, sent));
        arrival = await nextInTime(findings, limit, signal);
      }
      if (arrival === 'done' && indices.length === outline.items.length) equations.keep(path, numbers);
      if (arrival === 'done' || (arrival === 'unwanted' && (await leave(findings, limit)))) return;
      stop();
      const lost = ++stumbles < STUMBLES_IN_A_ROW ? [...left].slice(0, 1) : [...left];
      for (const index of lost) {
        left.delete(index);
        slow.add(outline.items[index].tex);
      }
      yield lost.map((index) => unchecked(outline.items[index], index, arrival));
    }
  }

  /** What the worker answers while no check runs; one that does not answer in time is replaced. */
  async function inTurn<T>(limit: number, ask: (checker: Client<CheckerService>) => Promise<T>): Promise<T | undefined> {
    const release = await takeTurn();
    try {
      const answer = await within(limit, ask(running()));
      if (answer === undefined) stop();
      return answer;
    } finally {
      release();
    }
  }

  const strengthOf = async (source: SourceInContext, index: number, limit: number) =>
    (await inTurn(limit, (checker) => checker.stream('check', source, { only: [index], strength: true }).next()))?.value?.map((sent: DeliveredEquation) => findingOf(source.path, sent).equation)[0];

  const figure = async (source: SourceInContext, line: number, limit: number): Promise<Figured> =>
    (await inTurn(limit, (checker) => checker.call('figure', source, line).catch(({ message }: Error): Figured => ({ problem: message })))) ?? { problem: 'it took too long' };

  const point = async (source: SourceInContext, place: LinkPlace, limit: number): Promise<PointOrNone> =>
    (await inTurn(limit, (checker) => checker.call('point', source, place).catch(({ message }: Error): PointOrNone => ({ problem: message })))) ?? { problem: 'It took too long to be computed.' };

  return {
    start: () => void running(),
    check,
    point,
    figure,
    strengthOf,
    outline: (source) => outlineFrom(running(), source).catch(() => outlineFrom(running(), source)), // the worker may just have been replaced
    forgetSlow: () => slow.clear(),
    forget(path) {
      parts.forget(path);
      equations.forget(path);
    },
    dispose: stop,
  };
}

type Arrival = DeliveredEquation[] | 'done' | 'late' | 'unwanted' | { problem: string };

async function nextInTime(findings: Stream<DeliveredEquation[]>, limit: number, signal: AbortSignal): Promise<Arrival> {
  const arrival = findings.next().then(
    (result): Arrival => (result.done ? 'done' : result.value),
    (error: Error): Arrival => ({ problem: error.message }),
  );
  return (await within(limit, arrival, signal)) ?? (signal.aborted ? 'unwanted' : 'late');
}

/** True when the worker has let go of the check in time. */
async function leave(findings: Stream<DeliveredEquation[]>, limit: number): Promise<boolean> {
  return (await within(limit, findings.return().then(() => true))) ?? false;
}

function within<T>(limit: number, promise: Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limit, undefined);
    const settle = (value?: T) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    };
    const onAbort = () => settle();
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);
    promise.then(settle, () => settle());
  });
}

function unchecked({ range, tex, display }: OutlineItem, index: number, why: Arrival): Finding {
  const [code, message]: [Code, string] = typeof why === 'object' && 'problem' in why ? ['failed', `could not be checked: ${why.problem}`] : ['too-slow', 'took too long'];
  const link: Link = { range, lhs: '', relation: '', rhs: '', kind: 'claim', verdict: 'undecided', message, code, assumptions: [], reading: [] };
  return { index, equation: { range, tex, display, links: [link] } };
}
