/** Calls an object of functions across a port: a value comes back as a promise, a generator as a stream that the caller can leave. */

/** What two sides talk through: a worker's channel, reduced to what is needed here. */
export interface Port {
  send(message: unknown): void;
  receive(listener: (message: unknown) => void): void;
}

/** A port to something that can end, by itself or by `stop`. */
export interface EndingPort extends Port {
  ended(listener: (reason: string) => void): void;
  stop(): void;
}

// biome-ignore lint/complexity/noBannedTypes: any function will do; its type is taken apart below.
type Functions<S> = { [K in keyof S]: Function };
type Arguments<F> = F extends (...args: infer A) => unknown ? A : never;
type Value<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;
type Item<F> = F extends (...args: never[]) => Iterable<infer T> ? T : never;

export interface Client<S> {
  call<K extends keyof S & string>(name: K, ...args: Arguments<S[K]>): Promise<Value<S[K]>>;
  stream<K extends keyof S & string>(name: K, ...args: Arguments<S[K]>): Stream<Item<S[K]>>;
  stop(): void;
}

/** Leaving the loop cancels the work on the other side, and waits until the other side has stopped. */
export interface Stream<T> extends AsyncIterableIterator<T, undefined> {
  return(): Promise<IteratorResult<T, undefined>>;
}

interface Request {
  id: number;
  name: string;
  args: unknown[];
}
interface Cancel {
  cancel: number;
}
type Answer = { id: number; item: unknown } | { id: number; value: unknown } | { id: number; error: string };

/** Answers the calls that come through the port. Between two items of a stream other messages get their turn. */
export function serve<S extends Functions<S>>(port: Port, service: S): void {
  const cancelled = new Set<number>();
  port.receive((message) => {
    const request = message as Request | Cancel;
    if ('cancel' in request) cancelled.add(request.cancel);
    else answer(port, service, request, cancelled);
  });
}

async function answer<S extends Functions<S>>(port: Port, service: S, { id, name, args }: Request, cancelled: Set<number>) {
  try {
    const result: unknown = await service[name as keyof S](...args);
    if (isGenerator(result)) await sendItems(port, id, result, cancelled);
    else port.send({ id, value: result } satisfies Answer);
  } catch (error) {
    port.send({ id, error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
  cancelled.delete(id);
}

async function sendItems(port: Port, id: number, items: Generator, cancelled: Set<number>) {
  await aMoment();
  for (const item of items) {
    if (cancelled.has(id)) break;
    port.send({ id, item } satisfies Answer);
    await aMoment();
  }
  port.send({ id, value: undefined } satisfies Answer);
}

const isGenerator = (result: unknown): result is Generator => typeof result === 'object' && result !== null && Symbol.iterator in result && 'next' in result;

/** One turn of the event loop, so that messages which have arrived are read; a timer would cost 4 ms in a browser. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Calls what is served at the other end; every open call fails with the reason when that end is gone. */
export function connect<S>(port: EndingPort): Client<S> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let calls = 0;
  let gone: string | undefined;

  port.receive((message) => waiting.get((message as Answer).id)?.(message as Answer));
  port.ended((reason) => {
    gone = reason;
    for (const [id, take] of waiting) take({ id, error: reason });
  });

  function open(name: string, args: unknown[], take: (answer: Answer) => void): number {
    const id = ++calls;
    if (gone !== undefined) take({ id, error: gone });
    else {
      waiting.set(id, take);
      port.send({ id, name, args } satisfies Request);
    }
    return id;
  }

  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        open(name, args as unknown[], (answer) => {
          waiting.delete(answer.id);
          if ('error' in answer) reject(new Error(answer.error));
          else resolve(('value' in answer ? answer.value : undefined) as never);
        });
      }),
    stream: (name, ...args) => {
      const arrived = queue<Answer>();
      const id = open(name, args as unknown[], arrived.put);
      return streamOf(arrived.take, () => waiting.delete(id), () => port.send({ cancel: id } satisfies Cancel));
    },
    stop: () => port.stop(),
  };
}

function streamOf<T>(take: () => Promise<Answer>, finish: () => void, cancel: () => void): Stream<T> {
  let running = true;
  const end = () => {
    running = false;
    finish();
    return { done: true, value: undefined } as const;
  };
  return {
    async next() {
      if (!running) return end();
      const answer = await take();
      if ('item' in answer) return { done: false, value: answer.item as T };
      end();
      if ('error' in answer) throw new Error(answer.error);
      return end();
    },
    async return() {
      if (running) cancel();
      while (running) if (!('item' in (await take()))) end();
      return end();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Holds what has come until it is asked for. */
function queue<T>() {
  const held: T[] = [];
  let asked: ((item: T) => void) | undefined;
  return {
    put(item: T) {
      if (asked) asked(item);
      else held.push(item);
      asked = undefined;
    },
    take: () => new Promise<T>((resolve) => {
      if (held.length) resolve(held.shift() as T);
      else asked = resolve;
    }),
  };
}
