// npm run bench:editor: how long the editor waits for Gradlens, in a real VS Code; the best of some rounds, since others may use the machine.
// Option: --rounds N (default 3).
import { spawnSync } from 'node:child_process';
import os from 'node:os';

const at = process.argv.indexOf('--rounds');
const rounds = at < 0 ? 3 : Number(process.argv[at + 1]);
/** @type {Map<string, number>} */
const best = new Map();
for (let round = 0; round < rounds; round++) {
  const { stdout } = spawnSync(process.execPath, ['tools/test.mjs', 'editor'], { encoding: 'utf8', env: { ...process.env, GRADLENS_TEST_ONLY: 'speed' }, stdio: ['ignore', 'pipe', 'inherit'] });
  for (const [, what, taken, mark] of stdout.matchAll(/^ {6}(.+): (\d+) ms(?: \(mark (\d+)\))?$/gm)) {
    const name = mark ? `${what} (mark ${mark})` : what;
    best.set(name, Math.min(Number(taken), best.get(name) ?? Infinity));
  }
}
console.log(`${os.cpus()[0].model}, ${os.cpus().length} cores, Node ${process.version}, load ${os.loadavg()[0].toFixed(1)}; best of ${rounds} rounds, milliseconds\n`);
for (const [name, taken] of best) console.log(`${String(taken).padStart(6)}  ${name}`);
