import { createContext } from 'preact';
import type { ImageWait } from '../../core/model/image-wait.ts';
import type { Shell } from '../../core/model/settings.ts';

/** What the cards of an image know and can do beside what was judged; they stand deep inside rows. */
export interface ImageActions {
  /** The image that is waited for. */
  readonly waiting: { readonly reference: string; readonly wait: ImageWait } | null;
  readonly onWait: (reference: string) => void;
  readonly onStopWaiting: () => void;
  readonly shell: Shell;
  readonly onChooseShell: (shell: Shell) => void;
}

export const ImageActionsContext = createContext<ImageActions>({
  waiting: null,
  onWait: () => {},
  onStopWaiting: () => {},
  shell: 'bash',
  onChooseShell: () => {},
});
