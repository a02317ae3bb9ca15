import type { ComponentChildren } from 'preact';
import { CodeActionsContext } from '../views/popup/code-actions.ts';
import type { CodeLook } from './code-look.ts';

/** Hands the looking into code to the rows that wait for it, so that a file more draws nothing else anew. */
export function CodeActionsPage({
  code,
  children,
}: {
  readonly code: Pick<CodeLook, 'looking' | 'start' | 'cancel'>;
  readonly children: ComponentChildren;
}) {
  const actions = { looking: code.looking.value, onLook: () => void code.start(), onCancel: code.cancel };
  return <CodeActionsContext.Provider value={actions}>{children}</CodeActionsContext.Provider>;
}
