import { type ReadonlySignal, signal } from '@preact/signals';
import type { GivenFolder, OpenedGiven } from '../core/model/given-folder.ts';
import type { HandedOver } from '../platform/handed-over.ts';
import type { PopupState } from './popup-platform.ts';

/** What the page of a folder needs from outside. */
export interface FolderPlatform {
  /** Opens an archive. */
  readonly openZip: (file: File) => Promise<OpenedGiven>;
  /** The checklist of a folder, not yet begun. */
  readonly checklistOf: (folder: GivenFolder) => PopupState;
}

export interface FolderState {
  readonly given: ReadonlySignal<{ readonly name: string; readonly checklist: PopupState } | null>;
  readonly problem: ReadonlySignal<string | null>;
  readonly isListing: ReadonlySignal<boolean>;
  /** Takes what was handed over; a later one takes the place of an earlier. Never throws. */
  readonly take: (handing: Promise<HandedOver>) => Promise<void>;
}

/** The state of the page that judges a folder or zip of this computer. */
export function createFolderState({ openZip, checklistOf }: FolderPlatform): FolderState {
  const given = signal<FolderState['given']['value']>(null);
  const problem = signal<string | null>(null);
  const isListing = signal(false);
  let newest = 0;

  async function take(handing: Promise<HandedOver>): Promise<void> {
    newest += 1;
    const mine = newest;
    isListing.value = true;
    const opened = await handing
      .then((handed) => (handed.kind === 'zip' ? openZip(handed.file) : opening(handed)))
      .catch((): OpenedGiven => ({ ok: false, problem: 'The files could not be listed.' }));
    if (mine !== newest) return;
    isListing.value = false;
    problem.value = opened.ok ? null : opened.problem;
    if (!opened.ok) return;
    const checklist = checklistOf(opened.folder);
    given.value = { name: opened.folder.name, checklist };
    await checklist.start();
  }

  return { given, problem, isListing, take };
}

const opening = (handed: Exclude<HandedOver, { kind: 'zip' }>): OpenedGiven =>
  handed.kind === 'folder' ? { ok: true, folder: handed.folder } : { ok: false, problem: handed.problem };
