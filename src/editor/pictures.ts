/** Equations as images, drawn by a worker that starts with the first one wanted. */
import type { Drawn, PictureRequest } from '../picture';
import { type Client, connect, type EndingPort } from '../rpc';

export interface Pictures {
  draw(request: PictureRequest): Promise<Drawn>;
  dispose(): void;
}

interface Drawing {
  drawPicture(request: PictureRequest): Drawn;
}

const LIMIT = 5000;
const KEPT = 100;

export function createPictures(spawn: () => EndingPort): Pictures {
  let client: Client<Drawing> | undefined;
  const kept = new Map<string, Promise<Drawn>>();

  function stop() {
    client?.stop();
    client = undefined;
  }

  function drawNew(request: PictureRequest): Promise<Drawn> {
    client ??= connect(spawn());
    const timer = setTimeout(stop, LIMIT);
    return client.call('drawPicture', request)
      .catch((error: Error) => ({ problem: error.message }))
      .finally(() => clearTimeout(timer));
  }

  return {
    draw(request) {
      const key = JSON.stringify(request);
      const drawn = kept.get(key) ?? drawNew(request);
      kept.delete(key);
      kept.set(key, drawn);
      if (kept.size > KEPT) kept.delete([...kept.keys()][0]);
      return drawn;
    },
    dispose: stop,
  };
}
