/** What a link does. */
import type { LinkKind } from '../../report';
import type { Binding } from '../world';

/** What a link does: binds a name, claims something, or only says what is assumed. */
export type Role =
  | { role: 'notation'; kind: LinkKind; verdict: 'assumption' | 'definition'; message: string }
  /** Binds a name that was free. */
  | { role: 'definition'; kind: LinkKind; binding: Binding }
  /** Binds a name that is bound already: a claim, and if it differs a new definition. */
  | { role: 'restatement'; kind: LinkKind; binding: Binding; earlier: Binding }
  /** `x := x - …`: the new value by the old one. */
  | { role: 'step'; kind: LinkKind }
  | { role: 'claim'; kind: LinkKind };

export const claims = (kind: LinkKind): Role => ({ role: 'claim', kind });

/** Something that is taken as given. */
export const assumes = (message: string, kind: LinkKind = 'notation'): Role => ({ role: 'notation', kind, verdict: 'assumption', message });

/** Names something in a way that binds no name. */
export const names = (message: string): Role => ({ role: 'notation', kind: 'definition', verdict: 'definition', message });
