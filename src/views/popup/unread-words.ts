import { type Unread, unreadSentence } from '../../core/model/unread.ts';
import { timeWords } from '../parts/time.ts';

/** Why something could not be read, unless `said` says it already, and when a new try may help. */
export function unreadWords({ kind, retryAt }: Unread, now: Date, said = ''): string {
  const sentence = unreadSentence(kind);
  return [
    ...(said.includes(sentence) ? [] : [sentence]),
    ...(retryAt === undefined ? [] : [`It can be asked again at ${timeWords(retryAt, now)}.`]),
  ].join(' ');
}
