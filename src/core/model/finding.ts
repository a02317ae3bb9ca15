import type { Level } from './rubric.ts';
import { shownText } from './shown-text.ts';
import type { Unread } from './unread.ts';

export type Outcome = 'pass' | 'fail' | 'not-applicable' | 'unknown';

/** What a verdict stands on. Made only by the functions below, which redact token shapes in every quote. */
export type Evidence =
  | { readonly kind: 'line'; readonly path: string; readonly line: number; readonly quote: string }
  | { readonly kind: 'tree'; readonly lookedFor: string; readonly entries: number }
  | {
      readonly kind: 'registry';
      readonly reference: string;
      readonly request: string;
      readonly status: number;
      readonly code: string | null;
      readonly quote: string;
    }
  | { readonly kind: 'config'; readonly digest: string; readonly field: string; readonly quote: string }
  | { readonly kind: 'history'; readonly digest: string; readonly entry: number; readonly quote: string }
  | { readonly kind: 'layer'; readonly digest: string; readonly path: string; readonly quote: string };

const MAX_QUOTE = 300;

const quoted = (text: string): string => shownText(text, MAX_QUOTE).trimEnd();

/** A line of a file; `line` counts from 1. */
export const lineEvidence = (path: string, line: number, quote: string): Evidence => ({
  kind: 'line',
  path,
  line,
  quote: quoted(quote),
});

/** What was looked for, among how many entries of the tree. */
export const treeEvidence = (lookedFor: string, entries: number): Evidence => ({ kind: 'tree', lookedFor, entries });

/** A registry's own answer. */
export const registryEvidence = (
  reference: string,
  answer: { readonly request: string; readonly status: number; readonly code: string | null; readonly quote: string },
): Evidence => ({
  kind: 'registry',
  reference,
  request: answer.request,
  status: answer.status,
  code: answer.code,
  quote: quoted(answer.quote),
});

/** A field of the image's configuration (or, by the index's digest, of its index). */
export const configEvidence = (digest: string, field: string, quote: string): Evidence => ({
  kind: 'config',
  digest,
  field,
  quote: quoted(quote),
});

/** An entry of the image's history; `entry` counts from 1. The history is a claim of whoever built the image. */
export const historyEvidence = (digest: string, entry: number, quote: string): Evidence => ({
  kind: 'history',
  digest,
  entry,
  quote: quoted(quote),
});

/** What to do about a failure: one way, or several of which the reader picks the one that fits. */
export interface Fix {
  readonly ways: readonly [FixWay, ...FixWay[]];
}

/** `when` tells whom it fits (“If it is private”), null where it is the only way; `paste` is the exact text, where there is one. */
export interface FixWay {
  readonly when: string | null;
  readonly say: string;
  readonly paste: string | null;
}

/** A fix of one way. */
export const oneWay = (say: string, paste: string | null = null): Fix => ({ ways: [{ when: null, say, paste }] });

/**
 * One check's verdict, before a rubric gives it a level. `why` says why an unknown is unknown; `atMost` is the most that this
 * failure weighs whatever the rubric says.
 */
export interface Finding {
  readonly check: string;
  readonly outcome: Outcome;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  readonly notes: readonly string[];
  readonly fix: Fix | null;
  readonly why: Unread | null;
  readonly atMost?: Level;
}
