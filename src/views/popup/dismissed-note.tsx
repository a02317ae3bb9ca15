import { useSignal } from '@preact/signals';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { FindingActionsContext } from './finding-actions.ts';

/** The reason a finding was set aside for, and the way back. */
export function DismissedNote({ check, reason }: { readonly check: string; readonly reason: string }) {
  const { onDismiss } = useContext(FindingActionsContext);
  const isFailed = useSignal(false);
  const undo = useRef<HTMLButtonElement>(null);
  // It takes the place of the form that was just sent: the keyboard goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) undo.current?.focus();
  }, []);
  return (
    <div class="dismissed">
      <p>
        <b>Dismissed:</b> {reason}
      </p>
      <button
        ref={undo}
        type="button"
        class="button is-small"
        onClick={() =>
          void onDismiss(check, null).then((isKept) => {
            isFailed.value = !isKept;
          })
        }
      >
        Undo
      </button>
      <p class="input-problem" role="alert">
        {isFailed.value ? 'This browser could not keep that; perhaps its storage is full.' : ''}
      </p>
    </div>
  );
}
