import type { Evidence } from './finding.ts';
import type { UnreadPart } from './unread.ts';

/**
 * A parsed thing of the subject. `unread` lists the parts that could not be read: of an absence, the places where it may
 * still be; of a present thing, what of it is missing.
 */
export type Fact<T> =
  | { readonly state: 'present'; readonly value: T; readonly unread: readonly UnreadPart[] }
  | {
      readonly state: 'absent';
      readonly summary: string;
      readonly lookedFor: readonly Evidence[];
      readonly unread: readonly UnreadPart[];
    }
  | { readonly state: 'unread'; readonly unread: readonly [UnreadPart, ...UnreadPart[]] }
  /** The subject has no such side: an image alone has no README. */
  | { readonly state: 'not-given'; readonly summary: string };

/** A line of a text, counted from 1, as evidence needs it. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
}
