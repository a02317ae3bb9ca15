import type { Rubric } from '../../core/model/rubric.ts';
import { Glyph } from '../parts/glyph.tsx';
import { hasBar } from './headline.tsx';

/** Shown at once: the frame of what comes, with the rubric's rows where their verdicts will stand. */
export function ReadingScreen({ rubric, progress }: { readonly rubric: Rubric | null; readonly progress: string }) {
  const rows = rubric?.rows ?? [];
  return (
    <>
      <section class="headline" aria-busy="true">
        <Glyph kind="looking" />
        <h1>Looking…</h1>
        <p>{progress}</p>
        {hasBar(rows.flatMap(({ checks }) => checks)) && <Bar />}
      </section>
      <ul class="rows is-reading">
        {rows.map(({ id, statement }) => (
          <li key={id} class="row">
            <div class="row-head">
              <Glyph kind="looking" />
              <span class="row-statement">{statement}</span>
              <span class="row-summary">&nbsp;</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** With the room that the legend will take. */
const Bar = () => (
  <>
    <div class="bar" aria-hidden="true">
      <i />
    </div>
    <div class="legend" />
  </>
);
