import { useSignal } from '@preact/signals';
import { useContext, useEffect, useId, useRef } from 'preact/hooks';
import type { ReportRow } from '../../core/report/rows.ts';
import { Glyph } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import { Meter } from '../parts/meter.tsx';
import { Words } from '../parts/words.tsx';
import { CodeActionsContext, readingWords, waitsForCode } from './code-actions.ts';
import { CodeOffer } from './code-offer.tsx';
import { FindingList } from './finding-list.tsx';
import { goBetweenRows } from './go-between-rows.ts';
import { rowLine, rowStateWords } from './row-words.ts';
import type { Judged } from './screen.ts';

/** One line of the checklist with the first sentence of its summary; its findings open below it. */
export function Row(props: {
  readonly row: ReportRow;
  readonly judged: Judged;
  readonly isFirst: boolean;
  /** Whether the list begins here: the page shows the file that this row is about. */
  readonly comesIntoSight: boolean;
  /** One row has the button for all that wait for code. */
  readonly offersCode: boolean;
}) {
  const { row, judged, isFirst, comesIntoSight, offersCode } = props;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (comesIntoSight) item.current?.scrollIntoView({ block: 'nearest' });
  }, [comesIntoSight]);
  const { looking } = useContext(CodeActionsContext);
  // Until the reader opens, closes or uses it, the row follows from its verdict.
  const chosen = useSignal<boolean | null>(null);
  const id = useId();
  const isOpen = chosen.value ?? isFirst;
  const isTold = looking?.kind === 'reading' && row.state === 'not-looked-at' && row.findings.some(waitsForCode);
  const line = isTold && !(offersCode && looking.isAsked) ? readingWords(looking) : rowLine(row, judged.dismissals);
  return (
    <li ref={item} class={`row is-${row.state}`}>
      <h3>
        <button
          type="button"
          class="row-head"
          aria-expanded={isOpen}
          aria-controls={`${id}-detail`}
          onKeyDown={goBetweenRows}
          onClick={() => {
            chosen.value = !isOpen;
          }}
        >
          <Glyph kind={row.state} />
          <span class="row-statement">{row.statement}</span>
          <span class="row-state">{rowStateWords(row, judged.dismissals)}</span>
          <Icon kind="chevron" />
          <span class="row-summary">
            <Words text={line} />
            <Meter text={line} />
          </span>
        </button>
      </h3>
      {offersCode && <CodeOffer />}
      <div
        class="row-detail"
        id={`${id}-detail`}
        hidden={!isOpen}
        onFocusCapture={() => {
          chosen.value = true;
        }}
      >
        {isOpen && <FindingList row={row} judged={judged} />}
      </div>
    </li>
  );
}
