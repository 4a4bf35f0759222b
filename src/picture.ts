/** Draws TeX as an SVG that stands by itself, with MathJax. */
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import 'mathjax-full/js/input/tex/base/BaseConfiguration.js';
import 'mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import 'mathjax-full/js/input/tex/braket/BraketConfiguration.js';
import 'mathjax-full/js/input/tex/cancel/CancelConfiguration.js';
import 'mathjax-full/js/input/tex/color/ColorConfiguration.js';
import 'mathjax-full/js/input/tex/configmacros/ConfigMacrosConfiguration.js';
import 'mathjax-full/js/input/tex/mathtools/MathtoolsConfiguration.js';
import 'mathjax-full/js/input/tex/newcommand/NewcommandConfiguration.js';
import 'mathjax-full/js/input/tex/noundefined/NoUndefinedConfiguration.js';
import 'mathjax-full/js/input/tex/textmacros/TextMacrosConfiguration.js';
import 'mathjax-full/js/input/tex/unicode/UnicodeConfiguration.js';
import 'mathjax-full/js/input/tex/upgreek/UpgreekConfiguration.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';

export interface PictureRequest {
  tex: string;
  display: boolean;
  /** The document's own macros: name with backslash, and body. */
  macros: Record<string, string>;
  /** An image takes no colour from the page around it. */
  color: string;
}

export interface Picture {
  svg: string;
  /** In pixels. */
  width: number;
  height: number;
}

/** `problem` says why there is no picture. */
export type Drawn = { picture: Picture } | { problem: string };

const packages = ['base', 'ams', 'newcommand', 'configmacros', 'noundefined', 'boldsymbol', 'braket', 'cancel', 'color', 'mathtools', 'textmacros', 'unicode', 'upgreek'];
const PIXELS_PER_EX = 9;

/** A macro that cannot be drawn is shown by its name, so that one bad macro costs no more than itself. */
export function drawPicture(request: PictureRequest): Drawn {
  const first = draw(request);
  if ('picture' in first) return first;
  const mended = { ...request, macros: withoutBadMacros(request) };
  const second = draw(mended);
  return 'picture' in second ? second : first;
}

function withoutBadMacros({ macros, color }: PictureRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(macros).map(([name, body]) => {
    const tex = name + '{x}'.repeat(argumentCount(body));
    const fine = 'picture' in draw({ tex, display: true, macros, color });
    return [name, fine ? body : `\\mathtt{${escaped(name)}}`];
  }));
}

function escaped(name: string): string {
  return `\\backslash ${name.slice(1)}`;
}

/** The highest `#n` of the body, which is all that drawing needs to know. */
function argumentCount(body: string): number {
  return Math.max(0, ...[...body.matchAll(/#(\d)/g)].map(([, digit]) => Number(digit)));
}

function draw(request: PictureRequest): Drawn {
  try {
    return { picture: convert(request) };
  } catch (error) {
    return { problem: (error as { message: string }).message }; // MathJax throws objects that are no Error
  }
}

/** Everything is made anew, because MathJax keeps macros and labels from one equation to the next. */
function convert({ tex, display, macros, color }: PictureRequest): Picture {
  const adaptor = liteAdaptor();
  const handler = RegisterHTMLHandler(adaptor);
  const input = new TeX({ packages, macros: macroOptions(macros), maxMacros: 500, formatError: fail });
  const page = mathjax.document('', { InputJax: input, OutputJax: new SVG({ fontCache: 'local' }) });
  const svg = adaptor.firstChild(page.convert(tex, { display }));
  mathjax.handlers.unregister(handler);
  const inEx = (name: string) => Number.parseFloat(adaptor.getAttribute(svg as never, name)) * PIXELS_PER_EX;
  const [width, height] = [Math.ceil(inEx('width')), Math.ceil(inEx('height'))];
  adaptor.setAttribute(svg as never, 'width', `${width}px`);
  adaptor.setAttribute(svg as never, 'height', `${height}px`);
  return { svg: adaptor.outerHTML(svg as never).replaceAll('currentColor', color), width, height };
}

function fail(_input: unknown, error: Error): never {
  throw error;
}

function macroOptions(macros: Record<string, string>): Record<string, string | [string, number]> {
  return Object.fromEntries(Object.entries(macros).map(([name, body]) => {
    const count = argumentCount(body);
    return [name.replace(/^\\/, ''), count ? [body, count] : body];
  }));
}
