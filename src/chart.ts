/** Draws a figure as SVG that stands by itself: by classes that a page can colour, dashed so that it reads in grey, with its summary and its numbers as text. */
import { contours } from 'd3-contour';
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { Axis, Chart, Contours, Curve, Figure } from './report';

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = { top: 34, right: 20, bottom: 44, left: 64 };
const LEGEND = 22;
const INNER = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom - LEGEND };

/** By role: colours that keep apart for the colour-blind, and in grey by their dashes and weight; what lies below shines through. A page may colour the classes otherwise. */
const INK: Record<Curve['role'], { light: string; dark: string; dash: string; width: number; opacity?: number }> = {
  published: { light: '#0969da', dark: '#58a6ff', dash: '', width: 5, opacity: 0.5 },
  written: { light: '#bc4c00', dark: '#ffa657', dash: '6 4', width: 2 },
  first: { light: '#1f2328', dark: '#e6edf3', dash: '', width: 1.5 },
  second: { light: '#0969da', dark: '#58a6ff', dash: '6 3', width: 1.5 },
  third: { light: '#bc4c00', dark: '#ffa657', dash: '2 3', width: 1.5 },
};

/** `alone`: a file of its own, with its colours for light and dark pages. */
export function drawFigure(figure: Figure, { alone }: { alone: boolean }): string {
  const height = HEIGHT * figure.charts.length;
  const size = alone ? ` width="${WIDTH}" height="${height}"` : '';
  const head = `<svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" aria-labelledby="figure-title figure-text" viewBox="0 0 ${WIDTH} ${height}"${size} font-family="system-ui, sans-serif" font-size="12" fill="none">`;
  const words = `<title id="figure-title">${escaped(figure.title)}</title><desc id="figure-text">${escaped(figure.summary)}</desc>`;
  const numbers = alone ? `<metadata>${escaped(figure.charts.map(listed).join('\n\n'))}</metadata>` : '';
  return `${head}${words}${numbers}${alone ? style() : ''}${alone ? `<rect class="page" width="${WIDTH}" height="${height}" fill="#ffffff"/>` : ''}${figure.charts.map((chart, i) => `<g transform="translate(0 ${i * HEIGHT})">${drawChart(chart)}</g>`).join('')}</svg>\n`;
}

/** The numbers of a chart, tab-separated: one row a point. */
const listed = (chart: Chart): string => [chart.title, ...tableOf(chart).map((row) => row.join('\t'))].join('\n');

/** The numbers of a chart as rows: curve, x, y. */
export function tableOf({ x, y, curves }: Chart): string[][] {
  return [['', x.label, y.label], ...curves.flatMap((curve) => curve.points.map(([a, b]) => [curve.name, shown(a), shown(b)]))];
}

function style(): string {
  const rules = (theme: 'light' | 'dark') => Object.entries(INK).map(([role, ink]) => `.${role} { stroke: var(--gradlens-${role}, ${ink[theme]}) } .dot.${role} { fill: var(--gradlens-${role}, ${ink[theme]}); stroke: none }`).join('\n');
  return `<style>${rules('light')}
@media (prefers-color-scheme: dark) {
${rules('dark')}
.page { fill: var(--gradlens-page, #0d1117) } text { fill: var(--gradlens-text, #e6edf3) } .axis { stroke: var(--gradlens-line, #8b949e) } .grid, .contour { stroke: var(--gradlens-grid, #484f58) }
}</style>`;
}

// ── one chart ──

type Scale = ScaleContinuousNumeric<number, number>;

function drawChart(chart: Chart): string {
  const x = scaleOf(chart.x, chart.contours?.x ?? extent(chart, 0)).range([0, INNER.width]);
  const y = scaleOf(chart.y, chart.contours?.y ?? extent(chart, 1)).range([INNER.height, 0]);
  const plot = [chart.contours ? drawContours(chart.contours) : '', ...chart.curves.map((curve) => drawCurve(curve, x, y))].join('');
  return [
    text(chart.title, WIDTH / 2, 18, 'middle', ' font-weight="600"'),
    `<g transform="translate(${MARGIN.left} ${MARGIN.top})">`,
    drawAxes(chart, x, y), `<svg width="${INNER.width}" height="${INNER.height}" overflow="hidden">${plot}</svg>`, '</g>', drawLegend(chart.curves),
  ].join('');
}

const scaleOf = ({ scale }: Axis, domain: readonly [number, number]): Scale => (scale === 'log' ? scaleLog().domain(domain) : scaleLinear().domain(domain));

const DECADES = 120;

/** With room around; never empty. */
function extent({ x, y, curves }: Chart, side: 0 | 1): [number, number] {
  const isLog = (side === 0 ? x : y).scale === 'log';
  const all = curves.flatMap((curve) => curve.points.map((point) => point[side])).filter((value) => Number.isFinite(value) && (!isLog || value > 0));
  if (all.length === 0) return isLog ? [0.1, 1] : [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  // At least two powers of ten, so that what hardly moves is seen not to.
  const spread = Math.max(1.5, Math.sqrt((DECADES * low) / high));
  if (isLog) return [low / spread, high * spread];
  const room = (high - low || Math.abs(high) || 1) * 0.05;
  return side === 0 ? [low, high === low ? high + 1 : high] : [low - room, high + room];
}

/** Where there are contours, other lines across would be taken for some. */
function drawAxes({ x: across, y: up, contours: surface }: Chart, x: Scale, y: Scale): string {
  const { width, height } = INNER;
  const ticksX = ticksOf(x, across).map((t) => `<path class="axis" stroke="#59636e" d="M${n(x(t))} ${height}v5"/>${text(shown(t), x(t), height + 18, 'middle')}`);
  const ticksY = ticksOf(y, up).map((t) => `${surface ? `<path class="axis" stroke="#59636e" d="M0 ${n(y(t))}h-5"/>` : `<path class="grid" stroke="#d1d9e0" stroke-width="0.5" d="M0 ${n(y(t))}h${width}"/>`}${text(shown(t), -8, y(t) + 4, 'end')}`);
  const frame = `<rect class="axis" stroke="#59636e" width="${width}" height="${height}"/>`;
  return [...ticksY, ...ticksX, frame, text(across.label, width / 2, height + 36, 'middle'), text(up.label, 0, 0, 'middle', ` transform="translate(-50 ${height / 2}) rotate(-90)"`)].join('');
}

/** Few enough to read; on a logarithmic scale whole powers of ten. */
function ticksOf(scale: Scale, { scale: kind }: Axis): number[] {
  if (kind !== 'log') return scale.ticks(7).filter((tick) => kind === 'linear' || Number.isInteger(tick));
  const [low, high] = scale.domain().map(Math.log10);
  const every = Math.max(1, Math.ceil((high - low) / 8));
  const powers = Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (_, k) => Math.ceil(low) + k).filter((k) => k % every === 0);
  return powers.length > 1 ? powers.map((k) => 10 ** k) : scale.ticks(4);
}

/** How the lines of a role are drawn. */
function pen(role: Curve['role']): string {
  const { light, dash, width, opacity } = INK[role];
  return `class="${role}" stroke="${light}" stroke-width="${width}"${opacity ? ` stroke-opacity="${opacity}"` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}`;
}

function drawCurve({ name, role, points, dotted }: Curve, x: Scale, y: Scale): string {
  const { light, width } = INK[role];
  const at = points.filter((point) => point.every(Number.isFinite)).map(([a, b]): [number, number] => [x(a), y(b)]);
  const path = line().digits(1)(at);
  const dots = dotted ? at.map(([a, b]) => `<circle class="dot ${role}" fill="${light}" cx="${n(a)}" cy="${n(b)}" r="${n(Math.max(2.2, width * 0.7))}"${INK[role].opacity ? ` fill-opacity="${INK[role].opacity}"` : ''}/>`).join('') : '';
  return `<g><title>${escaped(name)}</title><path ${pen(role)} stroke-linejoin="round" d="${path ?? ''}"/>${dots}</g>`;
}

const LEVELS = 14;

/** Levels closer together towards the bottom, where the way leads. */
function drawContours({ columns, rows, values }: Contours): string {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const levels = Array.from({ length: LEVELS }, (_, k) => low + (high - low) * ((k + 0.5) / LEVELS) ** 3);
  const shapes = contours().size([columns, rows]).thresholds(levels)(values.map((value) => (Number.isFinite(value) ? value : high)));
  const place = ([a, b]: number[]): string => `${n((Math.min(Math.max(a - 0.5, 0), columns - 1) / (columns - 1)) * INNER.width)} ${n(INNER.height - (Math.min(Math.max(b - 0.5, 0), rows - 1) / (rows - 1)) * INNER.height)}`;
  return shapes.map(({ coordinates }) => `<path class="contour" stroke="#afb8c1" stroke-width="0.8" d="${coordinates.flat().map((ring) => `M${ring.map(place).join('L')}Z`).join('')}"/>`).join('');
}

function drawLegend(curves: readonly Curve[]): string {
  const wide = INNER.width / Math.max(curves.length, 2);
  return curves.map(({ name, role }, i) => {
    const left = MARGIN.left + i * wide;
    return `<path ${pen(role)} d="M${n(left)} ${HEIGHT - 12}h32"/>${text(name, left + 40, HEIGHT - 8, 'start')}`;
  }).join('');
}

// ── text and numbers ──

const text = (words: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', more = ''): string => `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" fill="#1f2328"${more}>${escaped(words)}</text>`;
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const n = (x: number): string => String(Math.round(x * 10) / 10);

/** Few digits; powers of ten as such. */
function shown(x: number): string {
  if (x === 0) return '0';
  const size = Math.abs(x);
  return size >= 1e5 || size < 1e-3 ? x.toExponential(Number.isInteger(Math.log10(size)) ? 0 : 2).replace('e+', 'e').replace('-', '−').replace('e-', 'e−') : String(Number(x.toPrecision(4))).replace('-', '−');
}
