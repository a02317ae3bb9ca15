import { parseSubject, type Subject } from '../core/model/subject.ts';

/** What an address of github.com shows: a repository at the place of the address, or an image's page; null elsewhere. */
export function subjectOfAddress(address: string | undefined): Subject | null {
  if (address === undefined || !address.startsWith('https://github.com/')) return null;
  const parsed = parseSubject(address);
  return parsed.ok ? parsed.subject : null;
}
