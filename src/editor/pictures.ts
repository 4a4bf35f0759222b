/** Equations as images, reports and scripts, made by a worker that starts with the first one wanted. */
import type { HandoutFormat, Page } from '../handout';
import type { Drawn, PictureRequest } from '../picture';
import type { DialectName, Script, ScriptPoint } from '../script';
import { type Client, connect, type EndingPort } from '../rpc';

export interface Pictures {
  draw(request: PictureRequest): Promise<Drawn>;
  write(pages: Page[], format: HandoutFormat): Promise<string>;
  script(point: ScriptPoint, dialect: DialectName): Promise<Script>;
  dispose(): void;
}

interface Drawing {
  drawPicture(request: PictureRequest): Drawn;
  writeHandout(pages: Page[], format: HandoutFormat): string;
  writeScript(point: ScriptPoint, dialect: DialectName): Script;
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

  function inTime<T>(answer: Promise<T>): Promise<T | { problem: string }> {
    const timer = setTimeout(stop, LIMIT);
    return answer.catch((error: Error) => ({ problem: error.message })).finally(() => clearTimeout(timer));
  }

  return {
    draw(request) {
      const key = JSON.stringify(request);
      const drawn = kept.get(key) ?? inTime(running().call('drawPicture', request));
      kept.delete(key);
      kept.set(key, drawn);
      if (kept.size > KEPT) kept.delete([...kept.keys()][0]);
      return drawn;
    },
    write: (pages, format) => running().call('writeHandout', pages, format),
    script: (point, dialect) => inTime(running().call('writeScript', point, dialect)),
    dispose: stop,
  };
}
