import type { Report } from '../../core/model/report.ts';
import type { RepositoryRef } from '../../core/model/repository-ref.ts';
import type { Rubric } from '../../core/model/rubric.ts';
import type { Unread } from '../../core/model/unread.ts';
import type { ReportRow } from '../../core/report/rows.ts';

/** What the header names. `address` is its page on GitHub, null for an image elsewhere. */
export interface SubjectLine {
  readonly owner: string | null;
  readonly name: string;
  /** Branch, tag or commit when it is not the head. */
  readonly place: string | null;
  readonly address: string | null;
}

/** What the card shows of the judged image; null where it is not known. */
export interface ImageFacts {
  readonly reference: string;
  readonly access: 'public' | 'private' | 'refused' | 'not-looked-at';
  readonly foundIn: string | null;
  /** Whether the repository names it; else it was found by its name. */
  readonly isClaimed: boolean;
  readonly digest: string | null;
  readonly created: string | null;
  readonly bytes: number | null;
  readonly platforms: readonly string[];
  /** Where its visibility is changed, for images on ghcr.io. */
  readonly settingsPage: string | null;
  readonly packageName: string;
  readonly others: readonly { readonly reference: string; readonly foundIn: string }[];
}

/** A subject judged, ready to be shown. `obstacle` says why nothing of the subject could be read. */
export interface Judged {
  readonly report: Report;
  /** By the name GitHub gives it now; its lines are linked. */
  readonly repository: Pick<RepositoryRef, 'owner' | 'name'> | null;
  readonly rubric: Rubric;
  readonly rows: readonly ReportRow[];
  readonly headline: { readonly title: string; readonly sentence: string };
  readonly image: ImageFacts | null;
  readonly isImageOnly: boolean;
  readonly obstacle: Unread | null;
}

export type Screen =
  | { readonly kind: 'nothing-here' }
  | { readonly kind: 'reading'; readonly rubric: Rubric | null; readonly progress: string }
  | { readonly kind: 'judged'; readonly judged: Judged; readonly isReading: boolean }
  | { readonly kind: 'permission-needed'; readonly hosts: readonly string[] }
  | { readonly kind: 'mistake' };

/** Everything the reader can do in the popup. */
export interface PopupEvents {
  readonly onPaste: (text: string) => void;
  readonly onChooseRubric: (id: string) => void;
  readonly onRefresh: () => void;
  readonly onAllowHosts: () => void;
  readonly onOpenOptions: () => void;
  readonly onOpenWelcome: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export interface PopupProps extends PopupEvents {
  readonly subject: SubjectLine | null;
  /** What was put right in the pasted text. */
  readonly notes: readonly string[];
  /** What was wrong with the pasted text. */
  readonly problem: string | null;
  readonly rubrics: readonly Rubric[];
  readonly rubricId: string;
  readonly screen: Screen;
  readonly isWelcomed: boolean;
  readonly version: string;
}
