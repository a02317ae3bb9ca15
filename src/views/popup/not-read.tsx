import { unreadSentence } from '../../core/model/unread.ts';
import type { Judged } from './screen.ts';

/** What no verdict stands on; what a row names as not looked at is not said again. */
export function NotRead({ judged: { report } }: { readonly judged: Judged }) {
  const said = report.findings.filter(({ outcome }) => outcome === 'unknown').map(({ summary }) => summary);
  const parts = report.notRead.filter(({ what }) => !said.some((summary) => summary.includes(what)));
  if (parts.length === 0) return null;
  return (
    <section class="not-read">
      <h2>Not looked at</h2>
      <ul>
        {parts.map(({ what, why }) => (
          <li key={`${what} ${why}`}>
            <b>{what}</b> <span class="muted">{unreadSentence(why)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
