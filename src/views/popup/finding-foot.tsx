import { useSignal } from '@preact/signals';
import { useContext, useRef } from 'preact/hooks';
import type { ReportFinding } from '../../core/model/report.ts';
import { editLink } from '../../core/report/edit-link.ts';
import { stateOf } from '../../core/report/rows.ts';
import { OutLink } from '../parts/out-link.tsx';
import { ComplaintForm } from './complaint-form.tsx';
import { DismissForm } from './dismiss-form.tsx';
import { FindingActionsContext } from './finding-actions.ts';
import type { Judged } from './screen.ts';

/** Where the fault is mended, and what to do when it is none: set it aside, or tell the makers of Reprise. */
export function FindingFoot({ finding, judged }: { readonly finding: ReportFinding; readonly judged: Judged }) {
  const { voice } = useContext(FindingActionsContext);
  const open = useSignal<'dismiss' | 'complain' | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const state = stateOf(finding, judged.dismissals);
  const edit = state === 'dismissed' ? null : editLink(finding, judged.place);
  const close = () => {
    open.value = null;
    opener.current?.focus();
  };
  const button = (what: 'dismiss' | 'complain', words: string) => (
    <button
      type="button"
      class="link-button"
      aria-expanded={open.value === what}
      onClick={(event) => {
        opener.current = event.currentTarget;
        open.value = open.value === what ? null : what;
      }}
    >
      {words}
    </button>
  );
  const isDismissable = finding.outcome === 'fail' && state !== 'dismissed';
  return (
    <>
      <div class="finding-foot">
        {edit !== null && (
          <OutLink href={edit.address}>{edit.kind === 'edit' ? voice.edit : voice.add(edit.path)}</OutLink>
        )}
        {isDismissable && button('dismiss', 'Dismiss…')}
        {button('complain', 'This is wrong')}
      </div>
      {open.value === 'dismiss' && <DismissForm check={finding.check} onCancel={close} />}
      {open.value === 'complain' && <ComplaintForm finding={finding} judged={judged} onCancel={close} />}
    </>
  );
}
