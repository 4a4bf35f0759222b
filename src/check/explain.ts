/** Verdicts in the student's words: one short sentence each. */
import type { Counterexample, PlainValue, SymbolReading } from '../report';
import { domainWords } from '../meaning/declarations';
import { rootOf } from '../meaning/dims';
import { type World, symbolsIn } from '../meaning/world';
import type { Finding } from './finding';
import type { Judgement, Reason } from './judgement';

export function messageOf(finding: Finding, example: Counterexample | undefined): string {
  const { judgement } = finding;
  if (!judgement) return finding.note ?? '';
  if (judgement.verdict === 'undecided') return reasonMessage(judgement.reason);
  if (judgement.verdict === 'verified') return verifiedMessage([...conventionsOf(judgement), ...judgement.assumptions.map(({ text }) => text)], judgement.evaluation.points);
  return example ? differsMessage(example, judgement.sides.convention) : 'The two sides differ.';
}

const verifiedMessage = (notes: string[], points: number): string => `Verified at ${points} point${points === 1 ? '' : 's'}${notes.length ? ` (${notes.join('; ')})` : ''}.`;

/** What a verified line was read with, and how far it was tested. */
export const conventionsOf = ({ sides, extent }: Extract<Judgement, { verdict: 'verified' }>): string[] => (extent ? [...sides.convention, extent] : sides.convention);

function differsMessage(example: Counterexample, conventions: readonly string[]): string {
  return `Differs${exampleWords(example)}${conventions.length ? ` (${conventions.join('; ')})` : ''}.`;
}

function exampleWords(example: Counterexample): string {
  const values = Object.entries(example.values).slice(0, 4).map(([name, value]) => `${name} = ${showValue(value)}`).join(', ');
  const at = example.entry ? `, in entry ${example.entry.join(', ')}` : '';
  return `${values ? ` at ${values}` : ''}${at}: ${showValue(pickEntry(example.left, example.entry))} on the left, ${showValue(pickEntry(example.right, example.entry))} on the right`;
}

const pickEntry = (value: PlainValue, entry: number[] | undefined): PlainValue => (entry ?? []).reduce<PlainValue>((v, i) => (Array.isArray(v) ? v[i - 1] : v), value);

export const showValue = (value: PlainValue): string => (Array.isArray(value) ? `[${value.map(showValue).join(', ')}]` : String(value).replace('-', '−'));

function reasonMessage(reason: Reason): string {
  switch (reason.code) {
    case 'premise': return 'Taken as given: a condition on names without a definition.';
    case 'property': return 'Taken as given: a property of functions without a definition.';
    case 'unconfirmed': return `Not refuted: as it is read here it differs${reason.example ? exampleWords(reason.example) : ''}, but no one change makes it hold, so it may be meant otherwise.`;
    default: return `Not checked: ${whatIsOpen(reason)}.`;
  }
}

function whatIsOpen(reason: Exclude<Reason, { code: 'premise' | 'property' | 'unconfirmed' }>): string {
  const names = /* @__KEY__ */ 'symbols' in reason ? reason.symbols.map(({ tex }) => tex).join(', ') : '';
  switch (reason.code) {
    case 'unread': return `${reason.what} is not read yet`;
    case 'misfit': return `the shapes do not fit (${reason.what})`;
    case 'ambiguous': return 'more shapes are possible than can be tried';
    case 'unrelated': return `is ${reason.symbols[0].tex} a part of ${reason.symbols[1].tex}? Nothing says what they are`;
    case 'undefined': return `${reason.what} is not stated`;
    case 'unknown-symbol': return `what is ${names}? No definition was found${reason.arbitrary ? '' : ' in this exercise'}`;
    case 'independent': return `nothing says how ${reason.of} depends on ${reason.by}`;
    case 'restricted': return `what is said of ${names} is not read`;
    case 'conditional': return `it holds where ${reason.what}, which is not said here`;
    case 'symmetric': return `it holds where ${names} ${reason.symbols.length > 1 ? 'are' : 'is'} symmetric, which is not said`;
    case 'restated': return `it differs from the step that ${reason.tex} was given before`;
    case 'existential': return `it says that some ${names} exists`;
    case 'unsolved': return 'the point where the derivative was set to zero was not found';
    case 'rounding': return 'the numbers shown are rounded too far to tell';
    case 'too-large': return 'it needs too many numbers at once';
    case 'no-points': return 'too few points at which both sides are defined';
    case 'shape-clash': return `it would need ${reason.first} = ${reason.second}`;
  }
}

/** Kind, shape, domain and origin of every symbol that a claim was read with. `lineOf` turns an offset into a line. */
export function readingTable(world: World, at: number, lineOf: (offset: number) => number): SymbolReading[] {
  return symbolsIn(world).filter((info) => !info.key.startsWith('argument ')).map((info) => {
    const domain = world.declarations.domain(info.use.base, at);
    const shape = info.axes.map((axis) => world.dims.names.get(rootOf(world.dims, axis)) ?? String(world.dims.fixed.get(rootOf(world.dims, axis)) ?? '?'));
    return {
      symbol: info.use.tex, kind: info.size ? 'size' : kindName(info.key, info.axes.length, info.dependsOn.length > 0), shape,
      domain: domainWords(domain ?? 'real'), ...(info.binding ? { from: { line: lineOf(info.binding.at) } } : {}),
    };
  });
}

function kindName(key: string, rank: number, dependent: boolean): string {
  if (key.startsWith('function ')) return 'arbitrary smooth function';
  const kind = ['number', 'vector', 'matrix'][rank] ?? `array with ${rank} axes`;
  return dependent ? `${kind}, arbitrary` : kind;
}
