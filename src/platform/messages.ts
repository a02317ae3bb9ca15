import browser from 'webextension-polyfill';
import type { BadgeState, PageMessage } from '../core/model/badge-state.ts';
import { admit, type Self, type Sender } from './admit-message.ts';
import type { OwnMessage } from './messages.schema.ts';

/** The address of the github.com page that asks, as the browser gives it. */
export interface Asker {
  readonly url: string;
}

export interface MessageHandlers {
  readonly badge: (question: Extract<PageMessage, { type: 'badge/get' }>) => Promise<BadgeState>;
  readonly openChecklist: (asker: Asker) => Promise<void>;
  readonly refreshBadges: () => Promise<void>;
}

const self = (): Self => ({
  id: browser.runtime.id,
  origin: globalThis.location.origin,
  base: browser.runtime.getURL(''),
});

/**
 * Answers the background's messages. One listener, and not an async one: an async listener would answer every message,
 * also those that are refused.
 */
export function answerMessages(handlers: MessageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: unknown): Promise<unknown> | undefined => {
    const from = sender as Sender;
    const admitted = admit(message, from, self());
    if (admitted === null) return undefined;
    if (admitted.zone === 'own') return handlers.refreshBadges();
    if (admitted.message.type === 'badge/get') return handlers.badge(admitted.message);
    // An answer tells the page that it need not ask again.
    return handlers.openChecklist({ url: from.url ?? '' }).then(() => true);
  });
}

/** From an own page to the background; a background that cannot be reached changes nothing. */
export async function sendOwnMessage(message: OwnMessage): Promise<void> {
  try {
    await browser.runtime.sendMessage(message);
  } catch {
    // The badges then learn of it at their next look.
  }
}
