import { useSignal } from '@preact/signals';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ReportFinding } from '../../core/model/report.ts';
import { complaintAbout, issueAddress, toWrite } from '../../core/report/complaint.ts';
import { OutLink } from '../parts/out-link.tsx';
import { FindingActionsContext } from './finding-actions.ts';
import { onEscape } from './on-escape.ts';
import type { Judged } from './screen.ts';

/** The public issue about a verdict, to be read and edited before GitHub's own form is opened with it. */
export function ComplaintForm(props: {
  readonly finding: ReportFinding;
  readonly judged: Judged;
  readonly onCancel: () => void;
}) {
  const { finding, judged, onCancel } = props;
  const { mayBePrivate } = useContext(FindingActionsContext);
  const { report, repository } = judged;
  const id = useId();
  const complaint = useSignal(complaintAbout({ finding, report, repository, isPrivate: mayBePrivate }));
  const text = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const from = text.current?.value.indexOf(toWrite) ?? -1;
    text.current?.focus();
    // Whoever begins to write replaces the words that ask for it.
    if (from >= 0) text.current?.setSelectionRange(from, from + toWrite.length);
    text.current?.scrollTo(0, 0);
  }, []);
  return (
    <fieldset class="inline-form" onKeyDown={onEscape(onCancel)}>
      <legend class="unseen">This is wrong</legend>
      <p class="hint" id={`${id}-hint`}>
        Opens a <b>public</b> issue of Reprise on GitHub, filled in with this text. Nothing is sent before you submit it
        there.
        {mayBePrivate && ' What was read may be private, so all names and quotes are left out.'}
      </p>
      <label for={`${id}-title`}>Title</label>
      <input
        id={`${id}-title`}
        type="text"
        autocomplete="off"
        value={complaint.value.title}
        onInput={(event) => {
          complaint.value = { ...complaint.value, title: event.currentTarget.value };
        }}
      />
      <label for={`${id}-body`}>Text</label>
      <textarea
        ref={text}
        id={`${id}-body`}
        rows={9}
        aria-describedby={`${id}-hint`}
        value={complaint.value.body}
        onInput={(event) => {
          complaint.value = { ...complaint.value, body: event.currentTarget.value };
        }}
      />
      <p class="buttons">
        <OutLink href={issueAddress(complaint.value)} look="button is-primary">
          Open it on GitHub
        </OutLink>
        <button type="button" class="button is-small" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </fieldset>
  );
}
