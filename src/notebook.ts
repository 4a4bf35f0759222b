/** The text of a Jupyter notebook: its Markdown cells, each line where the file has it, so that what is said of line 12 is about line 12. */

interface Cell { cell_type?: unknown; source?: unknown }

/** Undefined for what is no notebook. Where a cell is not written line by line, the cells stand one below the other and lines are counted in these. */
export function notebookText(json: string): string | undefined {
  const cells = markdownCells(json);
  if (!cells) return undefined;
  const written = json.split('\n').map((line) => stringIn(line));
  const lines = written.map(() => '');
  let at = 0;
  for (const cell of cells) {
    const start = written.findIndex((_, i) => i >= at && cell.every((line, k) => written[i + k] === line));
    if (start < 0 || cell.some((line) => line.slice(0, -1).includes('\n'))) return cells.map((each) => each.join('')).join('\n\n');
    cell.forEach((line, k) => { lines[start + k] = line.replace(/\n$/, ''); });
    at = start + cell.length;
  }
  return lines.join('\n');
}

function markdownCells(json: string): string[][] | undefined {
  const notebook: unknown = parsed(json);
  const cells = typeof notebook === 'object' && notebook && 'cells' in notebook ? notebook.cells : undefined;
  if (!Array.isArray(cells)) return undefined;
  return cells.flatMap((cell: Cell | null) => (cell?.cell_type === 'markdown' ? [[cell.source ?? []].flat().map(String)] : []));
}

/** A line that holds one string of a list and nothing else. */
const stringIn = (line: string): unknown => (/^\s*"/.test(line) ? parsed(line.trim().replace(/,$/, '')) : undefined);

function parsed(json: string): unknown {
  try { return JSON.parse(json); } catch { return undefined; }
}
