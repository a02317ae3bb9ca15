import { Icon } from '../parts/icon.tsx';
import { timeWords } from '../parts/time.ts';
import type { Judged, PopupProps } from './screen.ts';

/** When and at which commit was read, looking again, and the way to the settings. */
export function Foot({ screen, onRefresh, onOpenOptions }: PopupProps) {
  const judged = screen.kind === 'judged' ? screen.judged : null;
  return (
    <footer class="foot">
      <p>{judged === null ? 'Reprise is an unofficial tool.' : readWords(judged)}</p>
      <div class="foot-buttons">
        {judged?.obstacle === null && (
          <button type="button" class="link-button" onClick={onRefresh}>
            <Icon kind="refresh" /> Look again
          </button>
        )}
        <button type="button" class="link-button" onClick={onOpenOptions}>
          Settings
        </button>
      </div>
    </footer>
  );
}

const readWords = ({ report: { readAt, commit }, obstacle }: Judged): string =>
  `${obstacle === null ? 'Read' : 'Asked'} ${timeWords(readAt, new Date())}${commit === null ? '' : ` at ${commit.slice(0, 7)}`}`;
