import type { Report } from '../../core/model/report.ts';
import { nothingApplies } from '../../core/report/nothing-read.ts';
import { type RowState, rowStates, stateCounts } from '../../core/report/rows.ts';
import { Glyph, type GlyphKind } from '../parts/glyph.tsx';
import { Words } from '../parts/words.tsx';
import { changeWords } from './change-words.ts';
import { stateWords } from './row-words.ts';
import type { Judged, PopupProps } from './screen.ts';

type Counts = Readonly<Record<RowState, number>>;

/** What a reader takes away: a title, a sentence, what changed, what to know of the subject (a new name), and the bar of the whole where there is a whole. */
export function Headline(props: Pick<PopupProps, 'change'> & { readonly judged: Judged; readonly isReading: boolean }) {
  const { judged, isReading, change } = props;
  const { report, headline, obstacle, dismissals } = judged;
  const counts = stateCounts(report, dismissals);
  const changed = change === null ? '' : changeWords(change);
  return (
    <section class="headline" aria-busy={isReading}>
      <Glyph kind={glyphOf(report, counts)} />
      <h1>{headline.title}</h1>
      <p>
        <Words text={headline.sentence} />
      </p>
      {changed !== '' && <p class="change">{changed}</p>}
      {report.notices.map((notice) => (
        <p key={notice} class="notice">
          <Words text={notice} />
        </p>
      ))}
      {obstacle === null && hasBar(report.findings) && <Bar counts={counts} />}
    </section>
  );
}

/** One finding is its own bar. */
export const hasBar = (findings: readonly unknown[]): boolean => findings.length > 1;

function Bar({ counts }: { readonly counts: Counts }) {
  const states = rowStates.filter((state) => counts[state] > 0);
  return (
    <>
      <div class="bar" aria-hidden="true">
        {states
          .filter((state) => state !== 'not-applicable' && state !== 'not-asked')
          .map((state) => (
            <i key={state} class={`is-${state}`} style={{ flexGrow: counts[state] }} />
          ))}
      </div>
      <ul class="legend">
        {states.map((state) => (
          <li key={state} class={`is-${state}`}>
            {stateWords(state, counts[state])}
          </li>
        ))}
      </ul>
    </>
  );
}

function glyphOf(report: Report, counts: Counts): GlyphKind {
  if (nothingApplies(report)) return 'not-applicable';
  if (counts['to-fix'] > 0) return 'to-fix';
  if (report.state !== 'done') return 'not-looked-at';
  if (counts.tip > 0) return 'tip';
  if (report.counts.toFix > 0) return 'dismissed';
  return counts.fine > 0 ? 'fine' : 'not-applicable';
}
