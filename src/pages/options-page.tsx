import { rubrics } from '../core/rubrics/index.ts';
import { OptionsView } from '../views/options/options-view.tsx';
import type { OptionsState } from './options-state.ts';

/** The settings, shown. */
export function OptionsPage({ state }: { readonly state: OptionsState }) {
  return (
    <OptionsView
      rubrics={rubrics}
      settings={state.settings.value}
      token={state.token.value}
      trial={state.trial.value}
      isDeleted={state.isDeleted.value}
      onChooseMode={(mode) => void state.chooseMode(mode)}
      onChooseRubric={(id) => void state.chooseRubric(id)}
      onTryToken={(token, remember) => void state.tryToken(token, remember)}
      onWipeToken={() => void state.wipeToken()}
      onDeleteEverything={() => void state.deleteEverything()}
    />
  );
}
