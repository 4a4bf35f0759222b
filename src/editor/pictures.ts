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

  function running(): Client<Drawing> {
    if (client) return client;
    const port = spawn();
    const started = connect<Drawing>(port);
    port.ended(() => {
      if (client === started) client = undefined;
    });
    client = started;
    return started;
  }

  /** A worker that fails or takes too long gives way to another, which is asked once: the first may have been slow to start. */
  async function inTime<T>(call: (worker: Client<Drawing>) => Promise<T>, tries = 2): Promise<T | { problem: string }> {
    const worker = running();
    const timer = setTimeout(worker.stop, LIMIT);
    try {
      return await call(worker);
    } catch (error) {
      return tries > 1 ? inTime(call, tries - 1) : { problem: (error as Error).message };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    draw(request) {
      const key = JSON.stringify(request);
      const drawn = kept.get(key) ?? inTime((worker) => worker.call('drawPicture', request));
      kept.delete(key);
      kept.set(key, drawn);
      if (kept.size > KEPT) kept.delete([...kept.keys()][0]);
      return drawn;
    },
    write: (pages, format) => running().call('writeHandout', pages, format),
    script: (point, dialect) => inTime((worker) => worker.call('writeScript', point, dialect)),
    dispose: () => client?.stop(),
  };
}
