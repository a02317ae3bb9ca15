import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ReportRow } from '../../core/report/rows.ts';
import { Glyph } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import { Row } from './row.tsx';
import type { Judged } from './screen.ts';

interface Props {
  readonly rows: readonly ReportRow[];
  readonly judged: Judged;
  readonly onCopy: (text: string) => Promise<boolean>;
}

const isCalm = ({ state }: ReportRow): boolean => state === 'fine' || state === 'not-applicable';

/** Rows worst first; only the first thing to do is open, and what is fine is folded behind one line. */
export function RowList({ judged, onCopy }: Omit<Props, 'rows'>) {
  const { rows } = judged;
  const loud = rows.filter((row) => !isCalm(row));
  const calm = rows.filter(isCalm);
  const firstToDo = loud.find(({ state }) => state !== 'not-looked-at')?.id;
  // One fine row takes no more room than the line it would be folded behind.
  const isFolded = loud.length > 0 && calm.length > 1;
  return (
    <section class="checklist">
      <h2 class="unseen">What was looked at</h2>
      <ul class="rows">
        {(isFolded ? loud : rows).map((row) => (
          <Row key={row.id} row={row} judged={judged} onCopy={onCopy} isFirst={row.id === firstToDo} />
        ))}
      </ul>
      {isFolded && <CalmRows rows={calm} judged={judged} onCopy={onCopy} />}
    </section>
  );
}

function CalmRows({ rows, judged, onCopy }: Props) {
  const isOpen = useSignal(false);
  const id = useId();
  const words = rows.every(({ state }) => state === 'fine') ? 'all fine' : 'nothing to do';
  return (
    <>
      <button
        type="button"
        class="row-head is-fold"
        aria-expanded={isOpen.value}
        aria-controls={`${id}-calm`}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Glyph kind="fine" />
        <span class="fold-words">
          {rows.length} more, {words}
        </span>
        <Icon kind="chevron" />
      </button>
      <ul class="rows is-calm" id={`${id}-calm`} hidden={!isOpen.value}>
        {rows.map((row) => (
          <Row key={row.id} row={row} judged={judged} onCopy={onCopy} isFirst={false} />
        ))}
      </ul>
    </>
  );
}
