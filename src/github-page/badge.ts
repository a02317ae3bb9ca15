import type { BadgeState } from '../core/model/badge-state.ts';
import type { Rung } from './badge-anchors.ts';
import { badgeGlyph } from './badge-glyphs.ts';
import { badgeStyle } from './badge-style.ts';
import { badgeSentence, badgeWords } from './badge-words.ts';

export interface Badge {
  readonly host: HTMLElement;
  /** The parts inside the closed shadow root, for tests. */
  readonly button: HTMLButtonElement;
  readonly announcement: HTMLElement;
  readonly show: (state: BadgeState, defaultBranch?: string, ref?: string) => void;
  /** Suits the badge to its place and to the page's colours. */
  readonly suit: (rung: Rung) => void;
}

export const badgeName = 'reprise-badge';

/** The badge: an element without a class of its own (Chromium's content scripts have none), all of it in a closed shadow root. */
export function createBadge(open: () => void): Badge {
  const create = document.createElement.bind(document);
  const host = create(badgeName);
  const style = create('style');
  const button = create('button');
  const text = create('span');
  const announcement = create('p');
  let kind = '';
  let rung = '';
  const dress = (): void => {
    button.className = `${kind} ${rung} ${document.documentElement.dataset['colorMode']}`;
  };
  style.textContent = badgeStyle;
  host.lang = 'en';
  host.dir = 'ltr';
  announcement.ariaLive = 'polite';
  host.attachShadow({ mode: 'closed' }).append(style, button, announcement);
  // A page may make up a click, but not a person's; the second of a double click opens nothing more.
  button.addEventListener('click', (event) => event.isTrusted && event.detail < 2 && open());

  return {
    host,
    button,
    announcement,
    show: (state, defaultBranch, ref) => {
      const words = badgeWords(state);
      kind = state.kind;
      text.textContent = words;
      button.ariaLabel = button.title = badgeSentence(words, defaultBranch, ref);
      button.replaceChildren(badgeGlyph(kind), text);
      dress();
      // Only an outcome is news; the same words again are none.
      if (!/^.heck/.test(words) && announcement.textContent !== words) announcement.textContent = words;
    },
    suit: (place) => {
      rung = place;
      dress();
    },
  };
}
