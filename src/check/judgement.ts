/** What is found of a claim, before it is put into words. */
import { MISORDERED } from '../notation/parser/derivatives';
import type { SymbolUse } from '../meaning/symbols';
import type { World } from '../meaning/world';
import type { Counterexample } from '../report';
import type { Evaluation } from './evaluate';
import type { AlignedSides } from './readings';

/** `extent`: how far the line was tested, where that is less than equality at every point. */
export type Judgement =
  | { verdict: 'verified'; evaluation: Evaluation; sides: AlignedSides; assumptions: Assumption[]; extent?: string }
  | { verdict: 'refuted'; evaluation: Evaluation; sides: AlignedSides; assumptions: Assumption[]; example?: Counterexample; /** By more than numbers that are rounded on the way. */ plainly?: true }
  | { verdict: 'undecided'; reason: Reason; world?: World; /** Differences under conventions, where the shapes fit under these alone. */ bent?: Failure[]; /** A difference that may be due to what is not known of names. */ doubted?: Failure };

type LeftOpen = Extract<Judgement, { verdict: 'undecided' }>;

export const verifiedBy = (evaluation: Evaluation, sides: AlignedSides, assumptions: Assumption[] = [], extent?: string): Judgement => ({ verdict: 'verified', evaluation, sides, assumptions, ...(extent ? { extent } : {}) });

export const refutedBy = (evaluation: Evaluation, sides: AlignedSides, assumptions: Assumption[] = [], example?: Counterexample): Extract<Judgement, { verdict: 'refuted' }> => ({ verdict: 'refuted', evaluation, sides, assumptions, ...(example ? { example } : {}) });

export const leftOpen = (reason: Reason, world?: World): LeftOpen => ({ verdict: 'undecided', reason, ...(world ? { world } : {}) });

/** `what` finishes the sentence "Not checked: … is not read yet". */
export const unreadable = (what: string): Reason => ({ code: 'unread', what });

export const SAID_LATER = 'that it rests on what is only said later';

/** `\frac{\partial y}{\partial u \partial v}`. */
export const isMisordered = (reason: Reason): boolean => reason.code === 'unread' && reason.what === MISORDERED;

export const notRead = (what: string, world?: World): LeftOpen => leftOpen(unreadable(what), world);

/** What must hold for the claim and is said elsewhere. */
export interface Assumption { kind: 'domain' | 'condition' | 'stationary' | 'independence'; text: string }

export type Reason =
  /** `slips`: a slip of sign or number shows all the same. */
  | { code: 'unread'; what: string; span?: { start: number; end: number }; slips?: true }
  | { code: 'misfit'; what: string; ofTransposes: boolean }
  | { code: 'undefined'; what: string }
  /** More shapes fit than can be tried. */
  | { code: 'ambiguous' }
  /** Names that differ in case only: one may be a part of the other. */
  | { code: 'unrelated'; symbols: SymbolUse[] }
  | { code: 'unknown-symbol'; symbols: SymbolUse[]; arbitrary: boolean }
  /** A derivative of something that is not known to depend on its variable. */
  | { code: 'independent'; of: string; by: string }
  /** What the document says of these is not read, and may make the line true. */
  | { code: 'restricted'; symbols: SymbolUse[] }
  /** It holds where a name has the value that is said of something else. */
  | { code: 'conditional'; what: string }
  /** It holds where these are symmetric. */
  | { code: 'symmetric'; symbols: SymbolUse[] }
  | { code: 'restated'; tex: string }
  | { code: 'existential'; symbols: SymbolUse[] }
  /** Says what its names are to be. */
  | { code: 'premise' }
  /** Nothing but undefined functions: what it says is how they are. */
  | { code: 'property' }
  /** The point where a gradient was set to zero was not found. */
  | { code: 'unsolved' }
  /** The numbers shown are rounded too far to tell. */
  | { code: 'rounding' }
  | { code: 'too-large' }
  | { code: 'no-points' }
  | { code: 'shape-clash'; first: string; second: string }
  /** The sides differ, and nothing shows that the line was read as it is meant. */
  | { code: 'unconfirmed'; /** What it rests on. */ symbols: SymbolUse[]; example?: Counterexample };

/** Sides under a reading, and where they differ. */
export interface Failure { evaluation: Evaluation; sides: AlignedSides }
