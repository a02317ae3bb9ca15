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

function rubricOf(screen: PopupProps['screen']): Rubric | null {
  if (screen.kind === 'judged') return screen.judged.rubric;
  return screen.kind === 'reading' ? screen.rubric : null;
}

function scopeSentence({ rows }: Rubric, version: string): string {
  const things = rows.map(({ statement }) => `“${statement}”`).join(', ');
  const count = `${numberWord(rows.length)} ${rows.length === 1 ? 'thing' : 'things'}`;
  return `Reprise ${version} looks at ${count} here: ${things}. It runs nothing.`;
}
