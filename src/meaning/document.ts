/** A document as equations that refer to each other: its links in order, what binds which name where, and what its words declare. */
import * as build from '../notation/build';
import type { EquationSyntax, Expr, Member, Relation, Statement } from '../notation/expression';
import type { DocumentText } from '../text';
import type { DeclarationTable } from './declarations';
import type { Traces } from './traces';
import type { Overloads } from './overloads';
import type { Said } from './said';
import type { SymbolUse, Time } from './symbols';
import type { Wording } from './wording';
import type { Binding, Surroundings } from './world';

/** One relation with its two members and all that stands beside it. */
export interface LinkSyntax {
  region: number;
  statement: Statement;
  /** Position of the left member in the statement. */
  position: number;
  lhs: Member;
  rhs: Member;
  relation: Relation;
  /** One side is the pattern that the other, a Hessian or Jacobian, breaks. */
  pattern?: true;
  block: number;
  unit: number;
}

/** Where it stands in the text. */
export const startOf = ({ lhs }: Pick<LinkSyntax, 'lhs'>): number => lhs.span.start;

export const exprsOf = ({ lhs, rhs }: Pick<LinkSyntax, 'lhs' | 'rhs'>): [Expr, Expr] => [lhs.expr, rhs.expr];

/** The links of a link's exercise, itself among them. */
export const linksAround = ({ links }: Pick<DocumentMeaning, 'links'>, { unit }: LinkSyntax): LinkSyntax[] => links.filter((other) => other.unit === unit);

/** Those of them that begin before it. */
export const linksBefore = (document: Pick<DocumentMeaning, 'links'>, link: LinkSyntax): LinkSyntax[] => linksAround(document, link).filter((other) => startOf(other) < startOf(link));

/** The statements of a formula before a link's own, nearest first, and the one after it. */
export function statementsAround({ equations }: { equations: readonly EquationSyntax[] }, { region, statement }: Pick<LinkSyntax, 'region' | 'statement'>): { before: Statement[]; after: Statement | undefined } {
  const { statements } = equations[region];
  const at = statements.indexOf(statement);
  return { before: statements.slice(0, at).reverse(), after: statements[at + 1] };
}

/** The names before the comma in `a, b > 0`, nearest first. */
export function listBefore(document: Pick<DocumentMeaning, 'equations'>, link: LinkSyntax): Expr[] {
  const { before } = statementsAround(document, link);
  const end = before.findIndex(({ relations, members }) => relations.length > 0 || members.length !== 1);
  return (end < 0 ? before : before.slice(0, end)).map(({ members: [{ expr }] }) => expr);
}

/** The exercise that a formula stands in. */
export const unitOf = ({ traces, parts }: Pick<DocumentMeaning, 'traces' | 'parts'>, region: number): number => traces.unitAt(parts.regions[region].span.start);

/** All members of the formulas of a link's exercise. */
export const writtenIn = (document: Pick<DocumentMeaning, 'equations' | 'traces' | 'parts'>, { unit }: LinkSyntax): Expr[] =>
  document.equations.filter((_, region) => unitOf(document, region) === unit).flatMap(({ statements }) => statements.flatMap(({ members }) => members.map(({ expr }) => expr)));

/** What a statement begins with, and what it is equal to. */
export const isEquation = ({ position, relation }: LinkSyntax): boolean => position === 0 && relation.name === 'equal';

export interface DocumentMeaning {
  text: string;
  wording: Wording;
  said: Said;
  parts: DocumentText;
  equations: EquationSyntax[];
  /** Applied to the equations, and to what is read again. */
  overloads: Overloads;
  links: LinkSyntax[];
  traces: Traces;
  declarations: DeclarationTable;
  bindings: Map<string, Binding[]>;
  /** What each name is differentiated by, and where. */
  derivatives: Map<string, DerivedBy[]>;
  /** Gradients set to zero, in order: what holds after them. */
  stationary: Stationarity[];
  /** Other equations that hold from where they are said: those of eigenvectors. */
  given: Stationarity[];
  /** Inequalities that are given. */
  limits: { expr: Expr; at: number; unit: number }[];
  /** Numbers of axes that verified claims have settled, and where, by exercise and name. */
  settled: Map<string, Settled>;
  /** Numbers of axes that names of a formula have in a claim of it that was verified, by its number and the name. */
  alike: Map<string, number>;
  /** Claims that were verified: what they mention, the document has said something of. */
  upheld: Set<LinkSyntax>;
  /** Other forms of definitions that were verified. */
  restated: Binding[];
  /** Names of which a link would have to say what they are, with its statement, by exercise. */
  unsaid: Map<number, { use: SymbolUse; statement: Statement }[]>;
  surroundings: Surroundings;
}

/** What is known before names can be looked up. */
export type Contents = Omit<DocumentMeaning, 'surroundings'>;

/** A derivative said to be zero: an equation for the variable that it is taken by. */
export interface Stationarity { expr: Expr; variables: SymbolUse[]; at: number; unit: number; /** What makes it vanish, where that is not a derivative set to zero. */ said?: string; /** What may be meant in its place. */ perhaps?: Expr }

export interface Settled { rank: number; at: number }

/** `time` is that of what is differentiated. */
export interface DerivedBy { by: SymbolUse; time?: Time; /** As in `\frac{d f(x)}{d x}`, with what the function is of. */ called: boolean; unit: number; at: number }

/** The document as it is now, for trying variants of its lines: what these settle does not reach it. */
export const apartFrom = (document: DocumentMeaning): DocumentMeaning => ({ ...document, settled: new Map(document.settled), alike: new Map(document.alike), upheld: new Set(document.upheld) });

export function bind(document: DocumentMeaning, binding: Binding): void {
  const list = document.bindings.get(binding.base) ?? [];
  if (list.length === 0) document.bindings.set(binding.base, list);
  list.push(binding);
}

/** All that is bound, by name. */
export const allBindings = ({ bindings }: Pick<DocumentMeaning, 'bindings'>): Binding[] => [...bindings.values()].flat();

/** Takes a binding back that turned out to bind nothing. */
export function unbind(document: DocumentMeaning, binding: Binding): void {
  document.bindings.set(binding.base, (document.bindings.get(binding.base) ?? []).filter((b) => b !== binding));
}

/** The equation holds for what follows, and is solved for the variables, if any. */
export function takeAsGiven({ given }: DocumentMeaning, link: LinkSyntax, variables: SymbolUse[] = []): void {
  const { lhs, rhs, unit } = link;
  given.push({ expr: build.difference(lhs.expr, rhs.expr), variables, at: startOf(link), unit, said: `where ${lhs.tex.trim()} = ${rhs.tex.trim()}` });
}
