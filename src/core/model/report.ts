import type { Evidence, Fix, Outcome } from './finding.ts';
import type { Level } from './rubric.ts';
import type { Unread, UnreadKind } from './unread.ts';

/** A snapshot judged under a rubric: what `npm run judge --json` prints, by the published schema `schemas/report.json`. */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly subject: string;
  readonly readAt: string;
  readonly commit: string | null;
  readonly rubric: { readonly id: string; readonly hash: string };
  readonly state: 'done' | 'not finished';
  readonly counts: Counts;
  readonly findings: readonly ReportFinding[];
  readonly image: ReportImage | null;
  readonly notRead: readonly NotRead[];
  readonly notices: readonly string[];
}

/** Findings counted by what they ask of the reader; those that do not apply are in none of them. */
export interface Counts {
  readonly toFix: number;
  readonly tips: number;
  readonly fine: number;
  readonly notLookedAt: number;
}

export interface ReportFinding {
  readonly check: string;
  readonly row: string;
  /** As it counts here; lower than the rubric's where `aside`, or where a registry may not be asked. */
  readonly level: Level;
  /** Its row steps aside (see `RowAside`). */
  readonly aside?: true;
  readonly outcome: Outcome;
  readonly summary: string;
  readonly why?: Unread;
  readonly evidence: readonly Evidence[];
  readonly notes: readonly string[];
  readonly fix: Fix | null;
}

export interface ReportImage {
  readonly candidates: readonly ReportCandidate[];
  readonly chosen: string | null;
  readonly digest: string | null;
  readonly created: string | null;
  /** Compressed size of all layers. */
  readonly bytes: number | null;
  readonly platforms: readonly string[];
}

export interface ReportCandidate {
  readonly reference: string;
  readonly foundIn: string;
  readonly claimed: boolean;
  readonly answer: { readonly status: number; readonly code: string | null; readonly quote: string } | null;
}

/** A thing that was not read, and why; the words for the kind are `unreadSentence`. */
export interface NotRead {
  readonly what: string;
  readonly why: UnreadKind;
}
