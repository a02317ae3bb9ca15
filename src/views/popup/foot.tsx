import type { Report } from '../../core/model/report.ts';
import type { Rubric } from '../../core/model/rubric.ts';
import { numberWord } from '../parts/amounts.ts';
import { Icon } from '../parts/icon.tsx';
import { timeWords } from '../parts/time.ts';
import type { PopupProps } from './screen.ts';

/** When and at which commit was read, what the list looks at, and the way to the settings. */
export function Foot(props: PopupProps) {
  const { screen, version, isWelcomed } = props;
  const judged = screen.kind === 'judged' ? screen.judged : null;
  const rubric = judged?.rubric ?? (screen.kind === 'reading' ? screen.rubric : null);
  return (
    <footer class="foot">
      {!isWelcomed && (
        <p>
          Reprise looks only when you click, until you have chosen.{' '}
          <button type="button" class="link-button" onClick={props.onOpenWelcome}>
            Choose
          </button>
        </p>
      )}
      {rubric !== null && <p>{scopeWords(rubric, version)}</p>}
      <div class="foot-line">
        <p>{judged === null ? 'Reprise is an unofficial tool.' : readWords(judged.report)}</p>
        <div class="foot-buttons">
          {judged !== null && (
            <button type="button" class="link-button" onClick={props.onRefresh}>
              <Icon kind="refresh" /> Look again
            </button>
          )}
          <button type="button" class="link-button" onClick={props.onOpenOptions}>
            Settings
          </button>
        </div>
      </div>
    </footer>
  );
}

const readWords = ({ readAt, commit }: Report): string =>
  `Read ${timeWords(readAt, new Date())}${commit === null ? '' : ` at ${commit.slice(0, 7)}`}`;

/** Says how little or much was looked at, so that no verdict seems to claim more. */
function scopeWords({ rows }: Rubric, version: string): string {
  const things = rows.map(({ statement }) => `“${statement}”`).join(', ');
  return `Reprise ${version} looks at ${numberWord(rows.length)} ${rows.length === 1 ? 'thing' : 'things'} here: ${things}. It runs nothing.`;
}
