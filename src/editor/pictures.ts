/** Equations as images and reports, made by a worker that starts with the first one wanted. */
import type { HandoutFormat, Page } from '../handout';
import type { Drawn, PictureRequest } from '../picture';
import { type Client, connect, type EndingPort } from '../rpc';

export interface Pictures {
  draw(request: PictureRequest): Promise<Drawn>;
  write(pages: Page[], format: HandoutFormat): Promise<string>;
  dispose(): void;
}

interface Drawing {
  drawPicture(request: PictureRequest): Drawn;
  writeHandout(pages: Page[], format: HandoutFormat): string;
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

  function running(): Client<Drawing> {
    client ??= connect(spawn());
    return client;
  }

  function drawNew(request: PictureRequest): Promise<Drawn> {
    const timer = setTimeout(stop, LIMIT);
    return running().call('drawPicture', request)
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
    write: (pages, format) => running().call('writeHandout', pages, format),
    dispose: stop,
  };
}
