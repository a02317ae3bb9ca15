import browser from 'webextension-polyfill';
import type { BadgeRefresh } from '../core/model/badge-state.ts';
import type { Subject } from '../core/model/subject.ts';
import { subjectOfAddress } from './subject-of-address.ts';

const GITHUB = 'https://github.com/*';
const REFRESH: BadgeRefresh = { type: 'badge/refresh' };

/** The subject of the tab in front; null where the tab shows none, or its address is kept from us. */
export async function subjectOfActiveTab(): Promise<Subject | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return subjectOfAddress(tab?.url);
  } catch {
    return null;
  }
}

/** Tells the badges of all open GitHub pages to ask again. */
export async function refreshBadges(): Promise<void> {
  try {
    const tabs = await browser.tabs.query({ url: GITHUB });
    await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? null : browser.tabs.sendMessage(id, REFRESH))));
  } catch {
    // A badge that was not told asks again at its next page.
  }
}
