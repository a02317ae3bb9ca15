import type { NotRead as Part } from '../../core/model/report.ts';
import { unreadSentence } from '../../core/model/unread.ts';

/** What no verdict stands on, said plainly. */
export function NotRead({ notRead }: { readonly notRead: readonly Part[] }) {
  if (notRead.length === 0) return null;
  return (
    <section class="not-read">
      <h2>Not looked at</h2>
      <ul>
        {notRead.map(({ what, why }) => (
          <li key={`${what} ${why}`}>
            <b>{what}</b> <span class="muted">{unreadSentence(why)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
