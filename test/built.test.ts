/** The workers as they ship, whose names are short, say what the source says. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createChecker } from '../src/checker';
import type { withDelivery } from '../src/delivery';
import { drawPicture } from '../src/picture';
import type { Link } from '../src/report';
import { type Client, connect, type EndingPort } from '../src/rpc';
import { writeScript } from '../src/script';
import { threadPort } from '../src/thread';

type Checking = ReturnType<typeof withDelivery>;

const SOURCES = ['samples', 'test/corpus'].flatMap((folder) => fs.readdirSync(folder).filter((name) => /\.(md|tex)$/.test(name)).map((name) => path.join(folder, name)))
  .map((file) => ({ path: file, language: file.endsWith('.tex') ? 'latex' as const : 'markdown' as const, text: fs.readFileSync(file, 'utf8') }));

const FORMULAS = [
  "f''(x) = g'_k(x)", '\\frac{\\partial L}{\\partial W^{[1]}}', '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}', '\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}',
  '\\sum_{i=1}^n \\hat{y}_i \\log \\bar{p}_i', '\\sqrt[3]{x}, \\underbrace{a + b}_{c}, \\overline{z}', '\\mathbf{w}^\\top x \\in \\R^n', '\\left( \\binom{n}{k} \\right)', '\\begin{aligned} a &= b \\\\ &= c \\tag{1} \\end{aligned}', '\\unknown{x}', '\\frac{1',
];

const isRight = ({ verdict }: Link): boolean => verdict === 'verified';

/** Lines are delivered as they count within a piece. */
const withoutLines = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, part) => (key === 'line' ? undefined : part)));

describe('what ships', function () {
  this.timeout(120_000);
  const ports: EndingPort[] = [];
  const start = <S>(file: string): Client<S> => {
    const port = threadPort(path.resolve('dist', file));
    ports.push(port);
    return connect<S>(port);
  };
  after(() => { for (const port of ports) port.stop(); });

  it('checks and writes scripts as the source does', async () => {
    const worker = start<Checking>('worker.js');
    const render = start<{ writeScript: typeof writeScript }>('render.js');
    for (const source of SOURCES) {
      const checker = createChecker();
      const checked = [...checker.check(source)];
      const found = [];
      for await (const parcel of worker.stream('check', source)) found.push(...parcel.map(({ index, value }) => ({ index, equation: value })));
      assert.deepEqual(withoutLines(found), withoutLines(checked.map(({ index, equation }) => ({ index, equation }))), source.path);
      for (const { index, equation } of checked.filter(({ equation: { links } }) => links.some(isRight)).slice(0, 5)) {
        const place = { equation: index, link: equation.links.findIndex(isRight) };
        const [point, known] = [await worker.call('point', source, place), checker.point(source, place)];
        if ('problem' in point || 'problem' in known) assert.deepEqual(point, known);
        else assert.deepEqual(await render.call('writeScript', point, 'numpy'), writeScript(known, 'numpy'), source.path);
      }
    }
  });

  it('draws as the source does', async () => {
    const render = start<{ drawPicture: typeof drawPicture }>('render.js');
    for (const tex of FORMULAS) {
      const request = { tex, display: true, macros: { '\\R': '\\mathbb{R}' }, color: '#000' };
      assert.deepEqual(await render.call('drawPicture', request), drawPicture(request), tex);
    }
  });
});
