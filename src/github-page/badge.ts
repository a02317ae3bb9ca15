import type { BadgeState } from '../core/model/badge-state.ts';
import { badgeGlyph } from './badge-glyphs.ts';
import { badgeStyle } from './badge-style.ts';
import { badgeSentence, badgeWords } from './badge-words.ts';

export const badgeName = 'reprise-badge';

export interface Badge {
  readonly host: HTMLElement;
  /** The parts inside the closed shadow root, for tests. */
  readonly button: HTMLButtonElement;
  readonly announcement: HTMLElement;
  readonly show: (state: BadgeState, defaultBranch?: string, ref?: string) => void;
}

/** The badge: an element without a class of its own (Chromium's content scripts have none), all of it in a closed shadow root. */
export function createBadge(open: () => void): Badge {
  const host = document.createElement(badgeName);
  const style = document.createElement('style');
  const button = document.createElement('button');
  const text = document.createElement('span');
  const announcement = document.createElement('p');
  style.textContent = badgeStyle;
  button.type = 'button';
  host.lang = 'en';
  host.dir = 'ltr';
  announcement.ariaLive = 'polite';
  host.attachShadow({ mode: 'closed' }).append(style, button, announcement);
  // A page may make up a click, but not a person's.
  button.addEventListener('click', (event) => event.isTrusted && open());

  return {
    host,
    button,
    announcement,
    show: (state, defaultBranch, ref) => {
      const words = badgeWords(state);
      text.textContent = words;
      button.className = state.kind;
      button.ariaLabel = button.title = badgeSentence(words, defaultBranch, ref);
      button.replaceChildren(badgeGlyph(state.kind), text);
      // Only an outcome is news; the same words again are none.
      if (!words.startsWith('heck', 1) && announcement.textContent !== words) announcement.textContent = words;
    },
  };
}
