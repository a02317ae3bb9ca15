import type { Report } from '../../core/model/report.ts';
import { nothingApplies } from '../../core/report/nothing-read.ts';
import { Glyph, type GlyphKind } from '../parts/glyph.tsx';
import { Words } from '../parts/words.tsx';
import { barOrder, stateWords } from './row-words.ts';
import type { Judged } from './screen.ts';

/** What a reader takes away: a title, a sentence, and one piece of the bar for each row where there are several. */
export function Headline({ judged, isReading }: { readonly judged: Judged; readonly isReading: boolean }) {
  const { report, rows, headline, obstacle } = judged;
  return (
    <section class="headline" aria-busy={isReading}>
      <Glyph kind={glyphOf(report)} />
      <h1>{headline.title}</h1>
      <p role="status">
        <Words text={headline.sentence} />
      </p>
      {obstacle === null && hasBar(rows) && <Bar rows={rows} />}
    </section>
  );
}

/** One row is its own bar. */
export const hasBar = (rows: readonly unknown[]): boolean => rows.length > 1;

function Bar({ rows }: Pick<Judged, 'rows'>) {
  return (
    <>
      <div class="bar" aria-hidden="true">
        {rows
          .filter(({ state }) => state !== 'not-applicable')
          .map(({ id, state }) => (
            <i key={id} class={`is-${state}`} />
          ))}
      </div>
      <ul class="legend">
        {barOrder.map((state) => {
          const count = rows.filter((row) => row.state === state).length;
          return count === 0 ? null : (
            <li key={state} class={`is-${state}`}>
              {stateWords(state, count)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function glyphOf(report: Report): GlyphKind {
  const { counts, state } = report;
  if (nothingApplies(report)) return 'not-applicable';
  if (counts.toFix > 0) return 'to-fix';
  if (state !== 'done') return 'not-looked-at';
  if (counts.tips > 0) return 'tip';
  return counts.fine > 0 ? 'fine' : 'not-applicable';
}
