import { useSignal } from '@preact/signals';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { longestReason } from '../../core/model/dismissals.ts';
import { FindingActionsContext } from './finding-actions.ts';
import { onEscape } from './on-escape.ts';

/** Asks for the reason a finding is set aside for. It stays in the list, marked, and in the badge's count. */
export function DismissForm({ check, onCancel }: { readonly check: string; readonly onCancel: () => void }) {
  const { onDismiss } = useContext(FindingActionsContext);
  const id = useId();
  const reason = useSignal('');
  const problem = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const send = async () => {
    const given = reason.value.trim();
    if (given === '') {
      problem.value = 'Give a reason: it is shown with the finding.';
      input.current?.focus();
      return;
    }
    if (!(await onDismiss(check, given)))
      problem.value = 'This browser could not keep it; perhaps its storage is full.';
  };
  return (
    <form
      class="inline-form"
      onKeyDown={onEscape(onCancel)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for={`${id}-reason`}>Why it may stay as it is</label>
      <input
        ref={input}
        id={`${id}-reason`}
        type="text"
        autocomplete="off"
        maxLength={longestReason}
        value={reason}
        aria-invalid={problem.value !== ''}
        aria-describedby={`${id}-hint ${id}-problem`}
        onInput={(event) => {
          reason.value = event.currentTarget.value;
          problem.value = '';
        }}
      />
      <p id={`${id}-hint`} class="hint">
        Kept in this browser only. It stays in this list, marked as dismissed; the badge on the page still counts it.
      </p>
      <p id={`${id}-problem`} class="input-problem" role="alert">
        {problem}
      </p>
      <p class="buttons">
        <button type="submit" class="button is-small is-primary">
          Dismiss
        </button>
        <button type="button" class="button is-small" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
