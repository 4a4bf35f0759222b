/** The plain text of a heading. */

const FONT = /\\(?:math|text)(?:bf|rm|it|sf|tt|normal)\s*\{([^{}]*)\}|\\(?:text|emph|boldsymbol|bm|underline)\s*\{([^{}]*)\}/g;

/** Without emphasis and signs of decoration; mathematics stays as written, except where it only sets words in bold. */
export function plainTitle(heading: string): string {
  const words = heading.replace(/\*\*|__|[*■▪□`]/g, '').replace(FONT, (_all, font?: string, text?: string) => font ?? text ?? '');
  return words.replace(/\$([^$]*)\$/g, (all, tex: string) => (tex.includes('\\') ? all : tex)).replace(/\s+/g, ' ').trim();
}
