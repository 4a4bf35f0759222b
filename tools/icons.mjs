// Makes media/icon.png from media/icon.svg, and the marks of the margin for light and dark themes. Run by hand when one of them changes.
import fs from 'node:fs';
import path from 'node:path';
import { launchChromium } from './chromium.mjs';
import { projectRoot } from './npm.mjs';

const SIZE = 256;
const media = path.join(projectRoot, 'media');

const stroke = 'fill="none" stroke="COLOR" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
const shapes = {
  check: `<path d="M3.5 8.5 L6.5 11.5 L12.5 4.5" ${stroke}/>`,
  cross: `<path d="M4 4 L12 12 M12 4 L4 12" ${stroke}/>`,
  question: `<path d="M5.2 5.6 A2.9 2.9 0 1 1 8 8.4 V9.8" ${stroke}/><circle cx="8" cy="13" r="1.3" fill="COLOR"/>`,
  dots: '<circle cx="3.5" cy="8" r="1.2" fill="COLOR"/><circle cx="8" cy="8" r="1.2" fill="COLOR"/><circle cx="12.5" cy="8" r="1.2" fill="COLOR"/>',
  bar: `<path d="M8 3 V13" ${stroke}/>`,
};

/** Dark enough on white and light enough on black to be told apart, and each of a shape of its own. */
const signs = {
  verified: { shape: shapes.check, light: '#1a7f37', dark: '#4fd18b' },
  refuted: { shape: shapes.cross, light: '#c21d1d', dark: '#ff6b6b' },
  undecided: { shape: shapes.question, light: '#5f6b7a', dark: '#a8b3c2' },
  after: { shape: shapes.bar, light: '#8a94a2', dark: '#7a8492' },
  checking: { shape: shapes.dots, light: '#8a94a2', dark: '#7a8492' },
};

for (const [name, { shape, ...colors }] of Object.entries(signs))
  for (const [theme, color] of Object.entries(colors))
    fs.writeFileSync(path.join(media, 'margin', `${name}-${theme}.svg`), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${shape.replaceAll('COLOR', color)}</svg>\n`);

const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
const svg = fs.readFileSync(path.join(media, 'icon.svg'), 'utf8').replace('<svg ', `<svg width="${SIZE}" height="${SIZE}" `);
await page.setContent(`<style>body { margin: 0 }</style>${svg}`);
await page.screenshot({ path: path.join(media, 'icon.png'), omitBackground: true });
await browser.close();
