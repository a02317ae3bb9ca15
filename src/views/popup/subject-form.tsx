import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';

/** Takes anything that names a repository or an image. What was typed stays when it is not understood. */
export function SubjectForm(props: {
  readonly problem: string | null;
  /** What was handed over and not understood: it stands in the field to be put right. */
  readonly pasted?: string;
  readonly onPaste: (text: string) => void;
  readonly onOpenFolder?: (() => void) | undefined;
  /** Without it the key does what the browser makes of it: it closes the popup. */
  readonly onEscape?: () => void;
}) {
  const text = useSignal(props.problem === null ? '' : (props.pasted ?? ''));
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const { problem } = props;
  return (
    <form
      class="subject-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onPaste(text.value);
      }}
    >
      <label for={`${id}-subject`}>Repository or image</label>
      <div class="input-line">
        <input
          ref={input}
          id={`${id}-subject`}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? `${id}-hint` : `${id}-problem`}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || props.onEscape === undefined) return;
            event.preventDefault();
            props.onEscape();
          }}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="button">
          Look
        </button>
      </div>
      {problem === null && (
        <p id={`${id}-hint`} class="hint">
          <code>owner/repository</code>, a GitHub address, or <code>ghcr.io/owner/image</code>
        </p>
      )}
      {props.onOpenFolder !== undefined && (
        <p class="hint">
          Before it is on GitHub:{' '}
          <button type="button" class="link-button" onClick={props.onOpenFolder}>
            a folder or zip on this computer
          </button>
        </p>
      )}
      <p id={`${id}-problem`} class="input-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
