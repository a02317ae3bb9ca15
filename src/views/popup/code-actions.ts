import { createContext } from 'preact';
import { checkById } from '../../core/checks/index.ts';
import type { ReportFinding } from '../../core/model/report.ts';

/** Where looking into code stands: it waits for a click, or it goes on, asked for or by itself. */
export type CodeLooking =
  | { readonly kind: 'offered'; readonly files: number; readonly bytes: number; readonly isRest: boolean }
  | { readonly kind: 'reading'; readonly files: number; readonly of: number; readonly isAsked: boolean };

/** What rows that wait for code know and can do; null where nothing is left to look into. */
export interface CodeActions {
  readonly looking: CodeLooking | null;
  readonly onLook: () => void;
  readonly onCancel: () => void;
}

export const CodeActionsContext = createContext<CodeActions>({
  looking: null,
  onLook: () => {},
  onCancel: () => {},
});

/** Whether a finding has no verdict because nobody looked into the code yet. */
export const waitsForCode = ({ check, outcome, why }: ReportFinding): boolean =>
  outcome === 'unknown' &&
  why?.kind === 'not-asked' &&
  checkById(check.split(':')[0] ?? '')?.reads.includes('code') === true;

type Reading = Extract<CodeLooking, { kind: 'reading' }>;

export const readingWords = ({ files, of }: Reading): string => `Reading code: ${files} of ${of} files…`;

/** The same for those who hear it: in quarters, since every file would be told. */
export const readingAloud = ({ files, of }: Reading): string =>
  `Reading code: ${Math.floor((4 * files) / Math.max(1, of)) * 25} percent.`;
