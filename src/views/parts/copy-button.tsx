import { useSignal } from '@preact/signals';

const SHOWN_MS = 2_000;

/** Copies a text and says so; the width does not change. `what` names the text for those who do not see it. */
export function CopyButton(props: {
  readonly text: string;
  readonly what: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const word = useSignal('Copy');
  const copy = async () => {
    word.value = (await props.onCopy(props.text)) ? 'Copied' : 'Not copied';
    setTimeout(() => {
      word.value = 'Copy';
    }, SHOWN_MS);
  };
  return (
    <button type="button" class="button is-small copy" aria-label={`Copy ${props.what}`} onClick={() => void copy()}>
      <span aria-hidden="true">{word}</span>
      <span class="unseen" role="status">
        {word.value === 'Copy' ? '' : word}
      </span>
    </button>
  );
}
