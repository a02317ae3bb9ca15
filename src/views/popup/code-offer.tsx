import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { bytesWords } from '../parts/amounts.ts';
import { Meter } from '../parts/meter.tsx';
import { CodeActionsContext, type CodeLooking, readingWords } from './code-actions.ts';

/** Code that is too much to be looked into without a question: one button begins and ends it. Small code has no button. */
export function CodeOffer() {
  const { looking } = useContext(CodeActionsContext);
  if (looking === null || (looking.kind === 'reading' && !looking.isAsked)) return null;
  return <CodeButton looking={looking} />;
}

function CodeButton({ looking }: { readonly looking: CodeLooking }) {
  const { onLook, onCancel } = useContext(CodeActionsContext);
  const button = useRef<HTMLButtonElement>(null);
  // When all is looked into the button goes; the focus then stays in its row.
  useLayoutEffect(
    () => () => {
      const { current } = button;
      if (current !== null && current === current.ownerDocument.activeElement)
        current.closest('.row')?.querySelector<HTMLElement>('.row-head')?.focus();
    },
    [],
  );
  const words = looking.kind === 'reading' ? readingWords(looking) : '';
  return (
    <div class="code-offer">
      <button
        ref={button}
        type="button"
        class="button is-small"
        onClick={looking.kind === 'reading' ? onCancel : onLook}
      >
        {looking.kind === 'reading' ? 'Cancel' : offerWords(looking)}
      </button>
      {words !== '' && (
        <span class="muted">
          {words}
          <Meter text={words} />
        </span>
      )}
    </div>
  );
}

const offerWords = ({ files, bytes, isRest }: Extract<CodeLooking, { kind: 'offered' }>): string =>
  `Look into ${isRest ? 'the rest of ' : ''}the code (${files} ${files === 1 ? 'file' : 'files'}, ${bytesWords(bytes)})`;
