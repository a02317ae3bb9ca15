import { type ReadonlySignal, signal } from '@preact/signals';
import { type WaitParts, waitUntilPublic } from '../app/wait-until-public.ts';
import { type ImageReference, parseImageReference } from '../core/model/image-reference.ts';
import type { ImageWait } from '../core/model/image-wait.ts';
import type { Screen } from '../views/popup/screen.ts';

/** What waiting needs from outside. */
export interface WaitPlatform extends Pick<WaitParts, 'clock' | 'isInSight' | 'whenInSight'> {
  readonly ask: (image: ImageReference, signal: AbortSignal) => ReturnType<WaitParts['ask']>;
  /** Calls back when the reader wants no more (Escape), until the signal is aborted. */
  readonly onEscape: (stop: () => void, signal: AbortSignal) => void;
  /** Goes on in a tab where this page cannot stay open, as the toolbar's popup; false where it can. */
  readonly moveToTab: () => Promise<boolean>;
}

export interface ImageWaiting {
  readonly waiting: ReadonlySignal<{ readonly reference: string; readonly wait: ImageWait } | null>;
  readonly start: (reference: string) => Promise<void>;
  readonly stop: () => void;
  /** What the toolbar's popup began, in this tab. */
  readonly goOn: (screen: Screen) => void;
}

/** Waiting for one image at a time; `onPublic` is told once it is public. */
export function createImageWaiting(platform: WaitPlatform, onPublic: () => Promise<void>): ImageWaiting {
  const waiting = signal<{ reference: string; wait: ImageWait } | null>(null);
  let running: AbortController | null = null;

  async function start(reference: string): Promise<void> {
    const parsed = parseImageReference(reference);
    if (!parsed.ok || (await platform.moveToTab())) return;
    stop();
    const controller = new AbortController();
    running = controller;
    platform.onEscape(stop, controller.signal);
    const end = await waitUntilPublic(
      {
        ...platform,
        ask: (asked) => platform.ask(parsed.reference, asked),
        onChange: (wait) => {
          // Whoever was stopped by a newer one is silent.
          if (running === controller) waiting.value = { reference, wait };
        },
      },
      controller.signal,
    );
    if (running !== controller) return;
    running = null;
    controller.abort();
    if (end === 'public') await onPublic();
  }

  const stop = (): void => running?.abort();
  const goOn = (screen: Screen): void => {
    const image = screen.kind === 'judged' ? screen.judged.image : null;
    const isRefused = image !== null && (image.access === 'private' || image.access === 'refused');
    if (isRefused) void start(image.reference);
  };
  return { waiting, start, stop, goOn };
}
