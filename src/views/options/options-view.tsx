import type { Rubric } from '../../core/model/rubric.ts';
import type { BadgeMode, Settings } from '../../core/model/settings.ts';
import { Icon } from '../parts/icon.tsx';
import { ModeChoice } from '../parts/mode-choice.tsx';
import { RubricChoice } from '../parts/rubric-choice.tsx';
import { DeleteSection } from './delete-section.tsx';
import { type TokenProps, TokenSection } from './token-section.tsx';

export interface OptionsProps extends TokenProps {
  readonly rubrics: readonly Rubric[];
  readonly settings: Settings;
  readonly isDeleted: boolean;
  readonly onChooseMode: (mode: BadgeMode) => void;
  readonly onChooseRubric: (id: string) => void;
  readonly onDeleteEverything: () => void;
}

/** Badge, list, token, and the way to be rid of everything. */
export function OptionsView(props: OptionsProps) {
  const { settings } = props;
  return (
    <main class="document">
      <header class="document-head">
        <p class="brand">
          <Icon kind="mark" /> Reprise
        </p>
        <h1>Settings</h1>
      </header>
      <section>
        <h2>When may the badge look?</h2>
        <ModeChoice chosen={settings.welcomed ? settings.badgeMode : null} onChoose={props.onChooseMode} />
      </section>
      <section>
        <h2>By which list?</h2>
        <RubricChoice rubrics={props.rubrics} chosen={settings.rubric} onChoose={props.onChooseRubric} />
        <p class="hint">Another list can be chosen for each owner in the popup.</p>
      </section>
      <TokenSection {...props} />
      <DeleteSection isDeleted={props.isDeleted} onDelete={props.onDeleteEverything} />
    </main>
  );
}
