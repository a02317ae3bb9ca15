import { useContext, useEffect, useRef } from 'preact/hooks';
import type { ImageWait, WaitEnd } from '../../core/model/image-wait.ts';
import { timeWords } from '../parts/time.ts';
import { ImageActionsContext } from './image-actions.ts';
import type { ImageFacts } from './image-facts.ts';
import { unreadWords } from './unread-words.ts';

const ENDS: Readonly<Record<WaitEnd, string>> = {
  public: 'It is public now. Looking again…',
  stopped: 'Stopped waiting.',
  offline: 'Stopped waiting: this computer is offline.',
  'too-long': 'It was not public after 10 minutes.',
  'slow-down': 'Stopped waiting: the registry asks for a longer pause.',
  fault: 'Stopped waiting.',
};

/** Asks the registry again and again until the image is public; one button begins and ends it. */
export function WaitForPublic({ image }: { readonly image: ImageFacts }) {
  const { onWait, onStopWaiting } = useContext(ImageActionsContext);
  const wait = useWait(image);
  const isOn = wait !== null && wait.kind !== 'ended';
  return (
    <div class="wait">
      <button type="button" class="button is-small" onClick={() => (isOn ? onStopWaiting() : onWait(image.reference))}>
        {isOn ? 'Stop waiting' : 'Wait until it is public'}
      </button>
      <p class={`wait-words ${isOn ? 'is-on' : ''}`}>{wordsOf(wait)}</p>
    </div>
  );
}

/**
 * The same for those who do not see it, without the seconds. It stands in the card, because the row above closes once the image
 * is public; the focus that was in that row is then brought here.
 */
export function WaitAnnouncement({ image }: { readonly image: ImageFacts }) {
  const wait = useWait(image);
  const words = useRef<HTMLParagraphElement>(null);
  const isPublic = wait?.kind === 'ended' && wait.end === 'public' && image.access === 'public';
  useEffect(() => {
    if (isPublic && words.current?.ownerDocument.activeElement === words.current?.ownerDocument.body)
      words.current?.focus();
  }, [isPublic]);
  return (
    <p ref={words} class="unseen" role="status" tabIndex={-1}>
      {isPublic ? 'The image is public now.' : announced(wait)}
    </p>
  );
}

function useWait({ reference }: ImageFacts): ImageWait | null {
  const { waiting } = useContext(ImageActionsContext);
  return waiting?.reference === reference ? waiting.wait : null;
}

function wordsOf(wait: ImageWait | null): string {
  if (wait === null) return 'Asks every 10 seconds, for 10 minutes at most.';
  if (wait.kind === 'asking') return 'Asking ghcr.io…';
  if (wait.kind === 'out-of-sight') return 'Paused while nobody sees this page.';
  if (wait.kind === 'ended') return endWords(wait);
  const found = wait.why === null ? 'Not public yet.' : unreadWords({ kind: wait.why.kind }, new Date());
  return `${found} Asks again in ${wait.seconds} ${wait.seconds === 1 ? 'second' : 'seconds'}.`;
}

function endWords({ end, why }: Extract<ImageWait, { kind: 'ended' }>): string {
  if (why?.retryAt !== undefined) return `${ENDS[end]} It can be asked again at ${timeWords(why.retryAt, new Date())}.`;
  return why === null ? ENDS[end] : `${ENDS[end]} ${unreadWords(why, new Date())}`;
}

function announced(wait: ImageWait | null): string {
  if (wait === null) return '';
  return wait.kind === 'ended' ? endWords(wait) : 'Waiting until the image is public.';
}
