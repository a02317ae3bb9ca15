import type { ComponentChildren } from 'preact';
import { ImageActionsContext } from '../views/popup/image-actions.ts';
import type { ShellChoice } from './image-shell.ts';
import type { ImageWaiting } from './image-wait.ts';

/** Hands the waiting and the shell to the cards, so that a second that passes draws nothing else anew. */
export function ImageActionsPage(props: {
  readonly waiting: ImageWaiting;
  readonly shells: ShellChoice;
  readonly children: ComponentChildren;
}) {
  const { waiting, shells, children } = props;
  const actions = {
    waiting: waiting.waiting.value,
    onWait: (reference: string) => void waiting.start(reference),
    onStopWaiting: waiting.stop,
    shell: shells.shell.value,
    onChooseShell: shells.choose,
  };
  return <ImageActionsContext.Provider value={actions}>{children}</ImageActionsContext.Provider>;
}
