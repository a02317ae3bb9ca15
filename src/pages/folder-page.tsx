import type * as HandedOverModule from '../platform/handed-over.ts';
import { FolderChooser } from '../views/folder/folder-chooser.tsx';
import { CodeActionsPage } from './code-actions-page.tsx';
import type { FolderState } from './folder-state.ts';
import { type PopupActions, PopupPage } from './popup-page.tsx';

/** The page that judges a folder or zip of this computer, shown: what takes it, and below its checklist. */
export function FolderPage(props: {
  readonly state: FolderState;
  readonly actions: PopupActions;
  /** How this browser gives what was dropped or chosen. */
  readonly handing: Pick<typeof HandedOverModule, 'takeDropped' | 'takeChosenFolder' | 'takeFile'>;
}) {
  const { state, actions, handing } = props;
  const given = state.given.value;
  return (
    <>
      <FolderChooser
        given={given?.name ?? null}
        problem={state.problem.value}
        isListing={state.isListing.value}
        onDrop={(transfer) => void state.take(handing.takeDropped(transfer))}
        onChooseFolder={(files) => void state.take(Promise.resolve(handing.takeChosenFolder(files)))}
        onChooseZip={(file) => void state.take(Promise.resolve(handing.takeFile(file)))}
      />
      {given !== null && (
        <CodeActionsPage code={given.checklist.code}>
          <PopupPage state={given.checklist} actions={actions} />
        </CodeActionsPage>
      )}
    </>
  );
}
