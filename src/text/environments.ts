/** Names of environments and what each means for finding mathematics. Names stand here without their star. */

/** Environments that set displayed mathematics by themselves. */
export const DISPLAY = new Set([
  'equation', 'align', 'alignat', 'gather', 'multline', 'flalign', 'xalignat', 'xxalignat', 'eqnarray', 'displaymath', 'dmath', 'IEEEeqnarray',
]);

/** `math` sets its content inline. */
export const INLINE = new Set(['math']);

/** Environments whose first group is a number of columns or the like, and no mathematics. */
export const WITH_ARGUMENT = new Set(['alignat', 'xalignat', 'xxalignat', 'IEEEeqnarray']);

/** Belong inside of mathematics, but notebooks show them standing alone in Markdown too. */
export const INNER = new Set([
  'aligned', 'alignedat', 'gathered', 'split', 'cases', 'rcases', 'dcases', 'array',
  'matrix', 'pmatrix', 'bmatrix', 'Bmatrix', 'vmatrix', 'Vmatrix', 'smallmatrix',
]);

/** Nothing inside of these is read. */
export const VERBATIM = new Set(['verbatim', 'Verbatim', 'lstlisting', 'minted', 'comment', 'filecontents', 'tikzpicture', 'alltt', 'algorithmic', 'asy', 'luacode']);

/** Lists, and the commands that start an item in them. */
export const LIST = new Set(['itemize', 'enumerate', 'description', 'compactitem', 'compactenum', 'questions', 'parts', 'subparts', 'subsubparts', 'tasks', 'inparaenum', 'inparaitem', 'enumerate*']);

/** Theorem-like environments and the ones of homework classes: each is a scope. */
export const SCOPE = new Set([
  'problem', 'exercise', 'question', 'solution', 'proof', 'answer', 'theorem', 'lemma', 'corollary', 'proposition', 'definition', 'remark',
  'example', 'claim', 'fact', 'conjecture', 'assumption', 'axiom', 'note', 'observation', 'hwproblem', 'homeworkProblem', 'homeworkSection',
  'sol', 'soln', 'prob', 'exer', 'thm', 'lem', 'cor', 'prop', 'defn', 'ex', 'rem', 'solutionorbox', 'problems', 'subproblem', 'part',
]);

/** Level of each sectioning command, 1 for the highest that homework uses at its top. */
export const SECTION: Record<string, number> = {
  part: 1, chapter: 1, section: 2, subsection: 3, subsubsection: 4, paragraph: 5, subparagraph: 6,
};

/** Commands that start an item, wherever they stand. */
export const ITEM = new Set(['item', 'question', 'titledquestion', 'subpart', 'subsubpart', 'task', 'bibitem']);

export const baseName = (name: string): string => (name.endsWith('*') ? name.slice(0, -1) : name);

export const isDisplay = (name: string): boolean => DISPLAY.has(baseName(name));
