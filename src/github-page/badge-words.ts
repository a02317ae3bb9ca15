import type { BadgeState } from '../core/model/badge-state.ts';

/** The words on the badge. */
export function badgeWords(state: BadgeState): string {
  switch (state.kind) {
    case 'check':
      return 'Check';
    case 'checking':
      return 'checking…';
    case 'to-fix':
      return `${state.count} to fix`;
    case 'nothing-missing':
      return 'nothing required is missing';
    case 'tips':
      return `${state.count} tip${state.count === 1 ? '' : 's'}`;
    case 'not-finished':
      return 'not finished';
    case 'could-not-look':
      return `could not look: ${state.why}`;
    case 'private':
      return 'private: add a token';
    case 'waiting':
      return `waiting until ${new Date(state.until).toTimeString().slice(0, 5)}`;
  }
}

/** What is read aloud and shown on hover; on a page of another branch it says which one the words are about. */
export const badgeSentence = (words: string, defaultBranch: string | undefined, ref: string | undefined): string =>
  `Reprise: ${words}. ${ref ? `Shows ${defaultBranch ?? 'the default branch'}; click to look at ${ref}` : 'Open the checklist'}.`;
