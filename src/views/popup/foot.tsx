import { leftToFix, toMarkdown } from '../../core/report/to-markdown.ts';
import { CopyLink } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { timeWords } from '../parts/time.ts';
import type { Judged, PopupProps } from './screen.ts';

/** When and at which commit was read, looking again, taking the report along, and the way to the settings. */
export function Foot({ screen, onRefresh, onOpenOptions, onCopy }: PopupProps) {
  const judged = screen.kind === 'judged' ? screen.judged : null;
  const isRead = judged?.obstacle === null;
  const left = isRead ? leftToFix(judged) : null;
  return (
    <footer class="foot">
      <p>{judged === null ? 'Reprise is an unofficial tool.' : readWords(judged)}</p>
      <div class="foot-buttons">
        {isRead && (
          <button type="button" class="link-button" onClick={onRefresh}>
            <Icon kind="refresh" /> Look again
          </button>
        )}
        {isRead && <CopyLink text={toMarkdown(judged)} words="Copy report" onCopy={onCopy} />}
        {left !== null && <CopyLink text={left} words="Copy what is left" onCopy={onCopy} />}
        <button type="button" class="link-button" onClick={onOpenOptions}>
          Settings
        </button>
      </div>
    </footer>
  );
}

const readWords = ({ report: { readAt, commit }, obstacle }: Judged): string =>
  `${obstacle === null ? 'Read' : 'Asked'} ${timeWords(readAt, new Date())}${commit === null ? '' : ` at ${commit.slice(0, 7)}`}`;
