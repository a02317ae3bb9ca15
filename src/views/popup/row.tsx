import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ReportRow } from '../../core/report/rows.ts';
import { Glyph } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import { splitSentence } from '../parts/sentences.ts';
import { Words } from '../parts/words.tsx';
import { FindingDetail } from './finding-detail.tsx';
import { stateWord } from './row-words.ts';
import type { Judged } from './screen.ts';

/** One line of the checklist with the first sentence of its summary; its findings open below it. */
export function Row(props: {
  readonly row: ReportRow;
  readonly judged: Judged;
  readonly isFirst: boolean;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const { row, judged, isFirst, onCopy } = props;
  // Until the reader opens or closes it, the row follows from its verdict.
  const chosen = useSignal<boolean | null>(null);
  const id = useId();
  const isOpen = chosen.value ?? isFirst;
  return (
    <li class={`row is-${row.state}`}>
      <h3>
        <button
          type="button"
          class="row-head"
          aria-expanded={isOpen}
          aria-controls={`${id}-detail`}
          onClick={() => {
            chosen.value = !isOpen;
          }}
        >
          <Glyph kind={row.state} />
          <span class="row-statement">{row.statement}</span>
          <span class="row-state">{stateWord(row.state)}</span>
          <Icon kind="chevron" />
          <span class="row-summary">
            <Words text={splitSentence(row.summary)[0]} />
          </span>
        </button>
      </h3>
      <div class="row-detail" id={`${id}-detail`} hidden={!isOpen}>
        {isOpen &&
          row.findings.map((finding) => (
            <FindingDetail
              key={finding.check}
              finding={finding}
              judged={judged}
              onCopy={onCopy}
              isOnly={row.findings.length === 1}
            />
          ))}
      </div>
    </li>
  );
}
