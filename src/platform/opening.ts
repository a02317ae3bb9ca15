import browser from 'webextension-polyfill';
import { formatSubject, type Subject } from '../core/model/subject.ts';
import { openOwnPage } from './own-pages.ts';
import { subjectOfAddress } from './subject-of-address.ts';

/** Opens the checklist over the page that asks: the toolbar's popup, else the same page in a tab. */
export async function openChecklist(askingAddress: string): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    const subject = subjectOfAddress(askingAddress);
    await openOwnPage('popup', subject === null ? {} : { subject: addressOf(subject) });
  }
}

// A commit is written in full here: the short form a reader sees would be taken for a branch's name.
function addressOf({ repository, image }: Subject): string {
  if (repository?.at.kind !== 'commit') return formatSubject({ repository, image });
  return `${repository.owner}/${repository.name}@${repository.at.id}`;
}
