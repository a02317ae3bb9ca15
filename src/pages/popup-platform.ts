import type { ReadonlySignal } from '@preact/signals';
import type { Assessment, AssessRequest } from '../app/assess-subject.ts';
import type { Dismissals } from '../core/model/dismissals.ts';
import type { Change, Look } from '../core/model/look.ts';
import type { Rubric } from '../core/model/rubric.ts';
import type { Settings } from '../core/model/settings.ts';
import type { Subject } from '../core/model/subject.ts';
import type { Screen } from '../views/popup/screen.ts';
import type { CodeLook, CodePlatform } from './code-look.ts';

/** What the popup needs from outside. */
export interface PopupPlatform extends CodePlatform {
  /** The text the page was opened with, if any; else the tab in front is looked at. */
  readonly openedWith: string | null;
  readonly subjectOfActiveTab: () => Promise<Subject | null>;
  readonly readSettings: () => Promise<Settings>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<boolean>;
  readonly rememberRubric: (owner: string, rubric: string) => Promise<boolean>;
  readonly assess: (request: AssessRequest, onProgress: (words: string) => void) => Promise<Assessment | null>;
  readonly missingHosts: (subject: Subject) => Promise<readonly string[]>;
  readonly requestHosts: (hosts: readonly string[]) => Promise<boolean>;
  readonly refreshBadges: () => Promise<void>;
  readonly hasToken: () => Promise<boolean>;
  readonly readDismissals: (subject: string) => Promise<Dismissals>;
  readonly keepDismissal: (subject: string, check: string, reason: string | null) => Promise<boolean>;
  readonly rememberLook: (key: string, next: (before: Look | null) => Look) => Promise<Look>;
}

export interface PopupState {
  readonly subject: ReadonlySignal<Subject | null>;
  readonly notes: ReadonlySignal<readonly string[]>;
  readonly problem: ReadonlySignal<string | null>;
  /** The text that `problem` is about. */
  readonly pasted: ReadonlySignal<string>;
  readonly screen: ReadonlySignal<Screen>;
  readonly rubric: ReadonlySignal<Rubric>;
  readonly change: ReadonlySignal<Change | null>;
  readonly isOwn: ReadonlySignal<boolean | null>;
  readonly mayBePrivate: ReadonlySignal<boolean>;
  readonly isWelcomed: ReadonlySignal<boolean>;
  readonly code: Pick<CodeLook, 'looking' | 'start' | 'cancel'>;
  readonly start: () => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  readonly chooseRubric: (id: string) => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Must be called straight from a click: browsers ask for permissions only then. */
  readonly allowHosts: () => Promise<void>;
  /** The same for Docker Hub, which is then asked at once. */
  readonly allowHub: () => Promise<void>;
  readonly dismiss: (check: string, reason: string | null) => Promise<boolean>;
  readonly markOwn: (isOwn: boolean) => Promise<void>;
}
