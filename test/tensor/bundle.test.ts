// What ships of the engine: its size, what it imports, and that its machinery does not know the primitives.
import assert from 'node:assert/strict';
import { build } from 'esbuild';

const LIMIT = 60 * 1024;

describe('the bundled engine', () => {
  const bundle = build({ entryPoints: ['src/tensor/index.ts'], bundle: true, minify: true, format: 'esm', target: 'es2022', platform: 'browser', write: false, metafile: true });

  it('stays under 60 KB, the WebAssembly included', async () => {
    const [{ contents }] = (await bundle).outputFiles;
    assert.ok(contents.length < LIMIT, `${contents.length} bytes`);
  });

  it('holds nothing but src/tensor and the random numbers', async () => {
    const foreign = Object.keys((await bundle).metafile.inputs).filter((path) => !/^src\/tensor\/|^node_modules\/pure-rand\//.test(path));
    assert.deepEqual(foreign, []);
  });

  it('has machinery that does not import primitives', async () => {
    const { inputs } = (await bundle).metafile;
    for (const name of ['graph', 'program', 'heap', 'nest', 'gemm']) {
      const imports = inputs[`src/tensor/${name}.ts`].imports.map(({ path }) => path);
      assert.deepEqual(imports.filter((path) => path.includes('primitives')), [], name);
    }
  });

  it('has no import cycle', async () => {
    const { inputs } = (await bundle).metafile;
    const visit = (path: string, trail: readonly string[]): void => {
      assert.ok(!trail.includes(path), [...trail, path].join(' → '));
      for (const { path: next } of inputs[path]?.imports ?? []) visit(next, [...trail, path]);
    };
    visit('src/tensor/index.ts', []);
  });
});
