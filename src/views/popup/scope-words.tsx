import type { Rubric } from '../../core/model/rubric.ts';
import { numberWord } from '../parts/amounts.ts';
import type { PopupProps } from './screen.ts';

/** Says how much or little is looked at, so that no verdict seems to claim more, and when. */
export function ScopeWords({ screen, version, isWelcomed, onOpenWelcome }: PopupProps) {
  const rubric = rubricOf(screen);
  return (
    <>
      {rubric !== null && <p class="scope">{scopeSentence(rubric, version)}</p>}
      {!isWelcomed && (
        <p class="scope">
          Reprise looks only when you click, until you have chosen.{' '}
          <button type="button" class="link-button" onClick={onOpenWelcome}>
            Choose
          </button>
        </p>
      )}
    </>
  );
}

/** The list whose rows stand above. */
function rubricOf(screen: PopupProps['screen']): Rubric | null {
  if (screen.kind === 'judged') return screen.judged.obstacle === null ? screen.judged.rubric : null;
  return screen.kind === 'reading' ? screen.rubric : null;
}

function scopeSentence({ rows }: Rubric, version: string): string {
  const things = rows.length === 1 ? 'this one thing' : `these ${numberWord(rows.length)} things`;
  return `Reprise ${version} looks at ${things} only. It runs nothing.`;
}
