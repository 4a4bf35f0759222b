/** Names of the mathematics as names of Python. */

const RESERVED = new Set([
  'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is',
  'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield', 'None', 'True', 'False', 'np', 'torch', 'math', 'jacobian', 'left', 'right', 'print', 'max', 'abs',
]);

/** What stands for a sign that no name of Python may hold. */
const SPELLED: [RegExp, string][] = [[/'/g, '_prime'], [/\*/g, '_star'], [/\+/g, '_plus_'], [/-/g, '_minus_']];

export interface Names {
  /** The one name of a key, as near to the student's as Python allows. */
  of(key: string): string;
  /** A name that nothing else has. */
  fresh(hint: string): string;
}

export function pythonNames(): Names {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  function fresh(hint: string): string {
    const name = firstFree(identifier(hint), taken);
    taken.add(name);
    return name;
  }
  function of(key: string): string {
    const name = names.get(key) ?? fresh(key);
    names.set(key, name);
    return name;
  }
  return { of, fresh };
}

function identifier(key: string): string {
  const plain = SPELLED.reduce((text, [sign, word]) => text.replace(sign, word), key.replace(/^(?:size|calligraphic:|blackboard:)\s*/, ''));
  const name = plain.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || 'x';
  return RESERVED.has(name) || /^\d/.test(name) ? `${name.replace(/^(?=\d)/, 'x_')}${RESERVED.has(name) ? '_' : ''}` : name;
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (let n = 2, candidate = name; ; candidate = `${name}_${n++}`) if (!taken.has(candidate)) return candidate;
}
