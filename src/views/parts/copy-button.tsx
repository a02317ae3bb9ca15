import { useSignal } from '@preact/signals';

const SHOWN_MS = 2_000;

/** Copies a text and says so; the width does not change. `what` names the text for those who do not see it. */
export function CopyButton(props: {
  readonly text: string;
  readonly what: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const { word, copy } = useCopying(props, 'Copy');
  return (
    <button type="button" class="button is-small copy" aria-label={`Copy ${props.what}`} onClick={copy}>
      <span aria-hidden="true">{word}</span>
      <Said word={word === 'Copy' ? '' : word} />
    </button>
  );
}

/** The same as a link among others, with words of its own. */
export function CopyLink(props: {
  readonly text: string;
  readonly words: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const { word, copy } = useCopying(props, props.words);
  return (
    <button type="button" class="link-button copy-link" aria-label={props.words} onClick={copy}>
      {/* The longer words keep the room. */}
      <span aria-hidden="true" class={word === props.words ? '' : 'is-hidden'}>
        {props.words}
      </span>
      {word !== props.words && <span aria-hidden="true">{word}</span>}
      <Said word={word === props.words ? '' : word} />
    </button>
  );
}

const Said = ({ word }: { readonly word: string }) => (
  <span class="unseen" role="status">
    {word}
  </span>
);

function useCopying(
  { text, onCopy }: { readonly text: string; readonly onCopy: (text: string) => Promise<boolean> },
  before: string,
) {
  const said = useSignal<string | null>(null);
  const copy = async () => {
    said.value = (await onCopy(text)) ? 'Copied' : 'Not copied';
    setTimeout(() => {
      said.value = null;
    }, SHOWN_MS);
  };
  return { word: said.value ?? before, copy: () => void copy() };
}
