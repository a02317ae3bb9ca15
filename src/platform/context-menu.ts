import browser from 'webextension-polyfill';
import { openOwnPage } from './own-pages.ts';

const ID = 'check-selection';
// Longer than any subject; what is cut is refused by its length all the same.
const MOST_CHARACTERS = 2_001;

/** The line in the menu on selected text. The browser keeps it; it is made anew at each installation and update. */
export function keepContextMenu(title: string): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus
      .removeAll()
      .then(() => void browser.contextMenus.create({ id: ID, title, contexts: ['selection'] }))
      .catch(() => {});
  });
}

/** Opens the checklist of what is selected. To be called at once when the background begins, as it may begin for a click. */
export function answerContextMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId !== ID) return;
    void openOwnPage('popup', { subject: (selectionText ?? '').slice(0, MOST_CHARACTERS) });
  });
}
