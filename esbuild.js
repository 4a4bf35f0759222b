// Builds what ships and, with --tests, the test bundles.
const esbuild = require('esbuild');
const path = require('node:path');
const fs = require('node:fs');

const production = !process.argv.includes('--dev');
const common = { bundle: true, minify: production, sourcemap: !production, target: 'es2022', logLevel: 'warning' };

function files(dir, test) {
  if (!fs.existsSync(dir)) return [];
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? files(path.join(dir, e.name), test) : test(e.name) ? [path.join(dir, e.name)] : []);
}

async function main() {
  const node = { ...common, platform: 'node', format: 'cjs' };
  await esbuild.build({ ...node, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } });
  if (process.argv.includes('--tests')) {
    const entryPoints = ['text', 'notation', 'meaning', 'tensor', 'check', 'optimizers', '.'].flatMap((d) =>
      d === '.' ? files('test', (n) => n.endsWith('.test.ts')).filter((f) => path.dirname(f) === 'test') : files(path.join('test', d), (n) => n.endsWith('.test.ts')));
    await esbuild.build({ ...node, minify: false, sourcemap: 'inline', entryPoints, outdir: 'dist/test/unit', outbase: 'test', packages: 'external' });
  }
}
main().catch(() => process.exit(1));
