import type { Dismissals } from '../../core/model/dismissals.ts';
import type { Change } from '../../core/model/look.ts';
import type { Report } from '../../core/model/report.ts';
import type { RepositoryRef } from '../../core/model/repository-ref.ts';
import type { Rubric } from '../../core/model/rubric.ts';
import type { Unread } from '../../core/model/unread.ts';
import type { EditablePlace } from '../../core/report/edit-link.ts';
import type { LaunchNames } from '../../core/report/launch-names.ts';
import type { ReportRow } from '../../core/report/rows.ts';
import type { ImageFacts } from './image-facts.ts';

/** What the header names. `address` is its page on GitHub, null for an image elsewhere. */
export interface SubjectLine {
  readonly owner: string | null;
  readonly name: string;
  /** Branch, tag or commit when it is not the head. */
  readonly place: string | null;
  readonly address: string | null;
}

/** A subject judged, ready to be shown. `obstacle` says why nothing of the subject could be read. */
export interface Judged {
  readonly report: Report;
  /** By the name GitHub gives it now; its lines are linked. */
  readonly repository: Pick<RepositoryRef, 'owner' | 'name'> | null;
  /** Where its files are changed; null for an image. */
  readonly place: EditablePlace | null;
  readonly rubric: Rubric;
  readonly dismissals: Dismissals;
  readonly rows: readonly ReportRow[];
  /** Rows that are not folded away though they are fine: they were in sight before their code was looked into. */
  readonly inSight: readonly string[];
  /** The file that the page in front shows, where it shows one: its findings come into sight at once. */
  readonly file: string | null;
  readonly headline: { readonly title: string; readonly sentence: string };
  readonly image: ImageFacts | null;
  /** What the commands that build and launch an image are filled with; null where there is none, or none is asked for. */
  readonly launch: LaunchNames | null;
  readonly isImageOnly: boolean;
  /** The images on Docker Hub that were not asked for, by their names there; the reader may allow it. */
  readonly unaskedHub: readonly string[];
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
  /** Lets Docker Hub be asked, now and from now on. */
  readonly onAllowHub: () => void;
  readonly onOpenOptions: () => void;
  readonly onOpenWelcome: () => void;
  /** Opens the page that takes a folder or zip of this computer; missing where that page is open already. */
  readonly onOpenFolder?: (() => void) | undefined;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** Sets a finding aside; null takes it back. False when the browser could not keep it. */
  readonly onDismiss: (check: string, reason: string | null) => Promise<boolean>;
  /** Marks the subject's owner as the reader, or no longer. */
  readonly onMarkOwn: (isOwn: boolean) => void;
}

export interface PopupProps extends PopupEvents {
  readonly subject: SubjectLine | null;
  /** What was put right in the pasted text. */
  readonly notes: readonly string[];
  /** What was wrong with the pasted text, and that text. */
  readonly problem: string | null;
  readonly pasted: string;
  /** What changed since the reader's last look; null when nothing is known of one. */
  readonly change: Change | null;
  /** The owner as the reader marked it; null where there is no owner. */
  readonly isOwn: boolean | null;
  /** Whether what was read may be private: nothing of it is named in public. */
  readonly mayBePrivate: boolean;
  readonly rubrics: readonly Rubric[];
  readonly rubricId: string;
  readonly screen: Screen;
  readonly isWelcomed: boolean;
  readonly version: string;
}
