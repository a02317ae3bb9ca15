import type { Rubric } from '../../core/model/rubric.ts';
import { numberWord } from '../parts/amounts.ts';
import type { PopupProps } from './screen.ts';

/** Says how much or little is looked at, so that no verdict seems to claim more, and when. */
export function ScopeWords(props: PopupProps) {
  const { screen, version, isWelcomed, onOpenWelcome } = props;
  const rubric = rubricOf(screen);
  return (
    <>
      {rubric !== null && <p class="scope">{scopeSentence(rubric, version)}</p>}
      <OwnWords {...props} />
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

/** The page's own knowledge of its owner does not reach the popup, so the reader says it. */
function OwnWords({ screen, subject, isOwn, onMarkOwn }: PopupProps) {
  const isJudged = screen.kind === 'judged' && screen.judged.obstacle === null;
  if (!isJudged || isOwn === null || subject === null || subject.owner === null) return null;
  return (
    <p class="scope">
      {isOwn ? `The work of ${subject.owner} is yours.` : `Is the work of ${subject.owner} yours?`}{' '}
      <button type="button" class="link-button" onClick={() => onMarkOwn(!isOwn)}>
        {isOwn ? 'It is not' : 'Yes, it is mine'}
      </button>
    </p>
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
