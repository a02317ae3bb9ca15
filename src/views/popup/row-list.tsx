import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ReportFinding } from '../../core/model/report.ts';
import { type ReportRow, stateOf } from '../../core/report/rows.ts';
import { Glyph, type GlyphKind } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import { AboutFile, rowAboutFile } from './about-file.tsx';
import { waitsForCode } from './code-actions.ts';
import { goBetweenRows } from './go-between-rows.ts';
import { Row } from './row.tsx';
import { stateWords } from './row-words.ts';
import type { Judged } from './screen.ts';

/** Rows worst first; only the first thing to do is open; what is fine, was not asked, or does not apply, is folded behind a line each. */
export function RowList({ judged }: { readonly judged: Judged }) {
  const { rows, inSight } = judged;
  const aboutFile = rowAboutFile(judged, (finding) => asksSomething(finding, judged))?.id;
  const folded = rows.filter(({ id }) => !inSight.includes(id) && id !== aboutFile);
  const fine = folded.filter(({ state }) => state === 'fine');
  const unasked = folded.filter(({ state }) => state === 'not-asked');
  const idle = folded.filter(({ state }) => state === 'not-applicable');
  const loud = rows.filter((row) => ![...fine, ...unasked, ...idle].includes(row));
  const firstToDo =
    aboutFile ?? loud.find(({ findings }) => findings.some((finding) => asksSomething(finding, judged)))?.id;
  // One row takes no more room than the line it would be folded behind, and where all is fine it may be seen.
  const isFineFolded = loud.length > 0 && fine.length > 1;
  const isIdleFolded = loud.length + fine.length > 0 && idle.length > 0;
  const firstToWait = loud.find(({ findings }) => findings.some(waitsForCode))?.id;
  const shown = [...loud, ...(isFineFolded ? [] : fine), ...(isIdleFolded ? [] : idle)];
  return (
    <section class="checklist">
      <h2 class="unseen">What was looked at</h2>
      <AboutFile judged={judged} />
      <ul class="rows">
        {shown.map((row) => (
          <Row
            key={row.id}
            row={row}
            judged={judged}
            isFirst={row.id === firstToDo}
            comesIntoSight={row.id === aboutFile}
            offersCode={row.id === firstToWait}
          />
        ))}
      </ul>
      {isFineFolded && <Fold rows={fine} judged={judged} glyph="fine" words={`${fine.length} more, all fine`} />}
      {unasked.length > 0 && (
        <Fold rows={unasked} judged={judged} glyph="not-asked" words={stateWords('not-asked', unasked.length)} />
      )}
      {isIdleFolded && (
        <Fold rows={idle} judged={judged} glyph="not-applicable" words={stateWords('not-applicable', idle.length)} />
      )}
    </section>
  );
}

/** A row that was not looked at whole may hold what is to be mended first. */
const asksSomething = (finding: ReportFinding, { dismissals }: Judged): boolean =>
  ['to-fix', 'tip', 'worth-knowing'].includes(stateOf(finding, dismissals));

function Fold(props: {
  readonly rows: readonly ReportRow[];
  readonly judged: Judged;
  readonly glyph: GlyphKind;
  readonly words: string;
}) {
  const { rows, judged, glyph, words } = props;
  const isOpen = useSignal(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        class="row-head is-fold"
        aria-expanded={isOpen.value}
        aria-controls={`${id}-calm`}
        onKeyDown={goBetweenRows}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Glyph kind={glyph} />
        <span class="fold-words">{words}</span>
        <Icon kind="chevron" />
      </button>
      <ul class="rows is-calm" id={`${id}-calm`} hidden={!isOpen.value}>
        {rows.map((row) => (
          <Row key={row.id} row={row} judged={judged} isFirst={false} comesIntoSight={false} offersCode={false} />
        ))}
      </ul>
    </>
  );
}
