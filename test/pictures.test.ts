/** Pictures behind their worker: what happens when it is slow to start, fails, or is asked for what it cannot draw. */
import assert from 'node:assert/strict';
import { createPictures, type Pictures } from '../src/editor/pictures';
import type { Drawn, PictureRequest } from '../src/picture';
import { type EndingPort, serve } from '../src/rpc';

describe('pictures', () => {
  it('are drawn once', async () => {
    const { pictures, count } = picturesOn(['fine']);
    assert.deepEqual([await draw(pictures, 'x'), await draw(pictures, 'x')], ['x', 'x']);
    assert.deepEqual(count(), { workers: 1, drawn: 1 });
  });

  it('are asked of another worker when the first one ends', async () => {
    const { pictures, count } = picturesOn(['ends', 'fine']);
    assert.equal(await draw(pictures, 'x'), 'x');
    assert.deepEqual(count(), { workers: 2, drawn: 1 });
  });

  it('are given up when that one ends too, and others are still drawn', async () => {
    const { pictures } = picturesOn(['ends', 'ends', 'fine']);
    assert.equal(await draw(pictures, 'x'), 'the worker ended');
    assert.equal(await draw(pictures, 'y'), 'y');
  });

  it('that cannot be drawn are not tried again', async () => {
    const { pictures, count } = picturesOn(['fine']);
    assert.deepEqual([await draw(pictures, 'bad'), await draw(pictures, 'bad')], ['cannot', 'cannot']);
    assert.deepEqual(count(), { workers: 1, drawn: 1 });
  });
});

async function draw(pictures: Pictures, tex: string): Promise<string> {
  const drawn = await pictures.draw({ tex, display: false, macros: {}, color: '' });
  return 'picture' in drawn ? drawn.picture.svg : drawn.problem;
}

/** Workers that live in this process, one after another as told. */
function picturesOn(workers: ('fine' | 'ends')[]) {
  let started = 0;
  let drawn = 0;

  function drawPicture({ tex }: PictureRequest): Drawn {
    drawn++;
    return tex === 'bad' ? { problem: 'cannot' } : { picture: { svg: tex, width: 1, height: 1 } };
  }

  function spawn(): EndingPort {
    const kind = workers[started++];
    const endings: ((reason: string) => void)[] = [];
    const end = () => {
      for (const listener of endings) listener('the worker ended');
    };
    let toClient: (message: unknown) => void = () => {};
    let toService: (message: unknown) => void = () => {};
    serve({ send: (message) => setImmediate(() => toClient(message)), receive: (listener) => { toService = listener; } }, { drawPicture });
    return {
      send: (message) => setImmediate(() => (kind === 'ends' ? end() : toService(message))),
      receive: (listener) => { toClient = listener; },
      ended: (listener) => endings.push(listener),
      stop: end,
    };
  }

  return { pictures: createPictures(spawn), count: () => ({ workers: started, drawn }) };
}
