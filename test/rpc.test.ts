/** Calls across a port, through a pair of ports in one process. */
import assert from 'node:assert/strict';
import { connect, type EndingPort, type Port, serve } from '../src/rpc';

const service = {
  add: (a: number, b: number) => a + b,
  fail: (): number => {
    throw new Error('no such thing');
  },
  *count(to: number) {
    for (let i = 1; i <= to; i++) {
      counted.push(i);
      yield i;
    }
  },
};
let counted: number[] = [];

describe('rpc', () => {
  beforeEach(() => {
    counted = [];
  });

  it('brings values back', async () => {
    const { client } = pair();
    assert.deepEqual(await Promise.all([client.call('add', 1, 2), client.call('add', 3, 4)]), [3, 7]);
  });

  it('brings errors back', async () => {
    await assert.rejects(pair().client.call('fail'), /no such thing/);
  });

  it('streams what a generator yields', async () => {
    assert.deepEqual(await all(pair().client.stream('count', 3)), [1, 2, 3]);
  });

  it('cancels on the other side when the loop is left', async () => {
    for await (const number of pair().client.stream('count', 1000)) if (number === 2) break;
    assert.ok(counted.length < 10, `counted to ${counted.length}`);
  });

  it('answers other calls between two items', async () => {
    const { client } = pair();
    const items = client.stream('count', 1000);
    await items.next();
    assert.equal(await client.call('add', 1, 1), 2);
    assert.ok(counted.length < 20, `counted to ${counted.length}`);
    await items.return();
  });

  it('fails what is open, and what comes after, when the other side ends', async () => {
    const { client, end } = pair({ deaf: true });
    const open = client.call('add', 1, 2);
    end('it died');
    await assert.rejects(open, /it died/);
    await assert.rejects(client.call('add', 1, 2), /it died/);
    await assert.rejects(client.stream('count', 1).next(), /it died/);
  });
});

/** A client and the service above with a wire between them that takes its time. `deaf` serves nothing. */
function pair({ deaf = false } = {}) {
  const [near, far] = [wire(), wire()];
  const endings: ((reason: string) => void)[] = [];
  const port: EndingPort = { send: far.put, receive: near.listen, ended: (listener) => endings.push(listener), stop: () => {} };
  const served: Port = { send: near.put, receive: far.listen };
  if (!deaf) serve(served, service);
  const end = (reason: string) => {
    for (const listener of endings) listener(reason);
  };
  return { client: connect<typeof service>(port), end };
}

function wire() {
  let listener: (message: unknown) => void = () => {};
  return {
    put: (message: unknown) => setImmediate(() => listener(structuredClone(message))),
    listen: (wanted: typeof listener) => {
      listener = wanted;
    },
  };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
