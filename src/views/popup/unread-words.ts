import { type Unread, unreadSentence } from '../../core/model/unread.ts';
import { timeWords } from '../parts/time.ts';

/** Why something could not be read, and when a new try may help. */
export function unreadWords({ kind, retryAt }: Unread, now: Date): string {
  const sentence = unreadSentence(kind);
  return retryAt === undefined ? sentence : `${sentence} It can be asked again at ${timeWords(retryAt, now)}.`;
}
