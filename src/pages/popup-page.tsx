import { rubrics } from '../core/rubrics/index.ts';
import { PopupView } from '../views/popup/popup-view.tsx';
import type { PopupState } from './popup-platform.ts';
import { subjectLineOf } from './subject-line.ts';

/** What the popup can do beside looking. */
export interface PopupActions {
  readonly openOptions: () => Promise<void>;
  readonly openWelcome: () => Promise<void>;
  readonly openFolder?: () => Promise<void>;
  readonly copy: (text: string) => Promise<boolean>;
  readonly version: string;
}

/** The popup's state, shown. */
export function PopupPage({ state, actions }: { readonly state: PopupState; readonly actions: PopupActions }) {
  const subject = state.subject.value;
  return (
    <PopupView
      subject={subject === null ? null : subjectLineOf(subject)}
      notes={state.notes.value}
      problem={state.problem.value}
      pasted={state.pasted.value}
      change={state.change.value}
      isOwn={state.isOwn.value}
      mayBePrivate={state.mayBePrivate.value}
      rubrics={rubrics}
      rubricId={state.rubric.value.id}
      screen={state.screen.value}
      isWelcomed={state.isWelcomed.value}
      version={actions.version}
      onPaste={(text) => void state.paste(text)}
      onChooseRubric={(id) => void state.chooseRubric(id)}
      onRefresh={() => void state.refresh()}
      onAllowHosts={() => void state.allowHosts()}
      onAllowHub={() => void state.allowHub()}
      onOpenOptions={() => void actions.openOptions()}
      onOpenWelcome={() => void actions.openWelcome()}
      onOpenFolder={actions.openFolder === undefined ? undefined : () => void actions.openFolder?.()}
      onCopy={actions.copy}
      onDismiss={state.dismiss}
      onMarkOwn={(isOwn) => void state.markOwn(isOwn)}
    />
  );
}
