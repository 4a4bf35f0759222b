/** What VS Code calls inside its extension host: runs the tests beside this file, and leaves the result where the caller looks for it. */
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 30_000, slow: 2000, color: false, ...(process.env.GRADLENS_TEST_ONLY ? { grep: process.env.GRADLENS_TEST_ONLY } : {}) });
  const names = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const name of names.sort()) mocha.addFile(path.join(__dirname, name));
  const result = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const counted = { passed: 0, failed: 0 };
    mocha.run(() => resolve(counted))
      .on('pass', () => counted.passed++)
      .on('fail', () => counted.failed++);
  });
  if (process.env.GRADLENS_TEST_RESULT) fs.writeFileSync(process.env.GRADLENS_TEST_RESULT, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
