import { type ReadonlySignal, signal } from '@preact/signals';
import { type BadgeMode, defaultSettings, type Settings } from '../core/model/settings.ts';
import { rubrics } from '../core/rubrics/index.ts';
import { type AskedHost, WelcomeView } from '../views/welcome/welcome-view.tsx';

// A public example of another project, with a README and an environment.yml.
const SAMPLE = 'binder-examples/conda';

/** What the welcome page needs from outside. */
export interface WelcomePlatform {
  readonly readSettings: () => Promise<Settings>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<boolean>;
  readonly refreshBadges: () => Promise<void>;
}

export interface WelcomeState {
  readonly settings: ReadonlySignal<Settings>;
  readonly start: () => Promise<void>;
  readonly chooseMode: (mode: BadgeMode) => Promise<void>;
  readonly chooseRubric: (rubric: string) => Promise<void>;
}

/** The first choice; until it is made, no page is judged by itself. */
export function createWelcomeState(platform: WelcomePlatform): WelcomeState {
  const settings = signal<Settings>(defaultSettings);
  const change = async (part: Partial<Settings>): Promise<void> => {
    if (await platform.changeSettings(part)) settings.value = { ...settings.value, ...part };
    await platform.refreshBadges();
  };
  return {
    settings,
    start: async () => {
      settings.value = await platform.readSettings();
    },
    chooseMode: (badgeMode) => change({ badgeMode, welcomed: true }),
    chooseRubric: (rubric) => change({ rubric }),
  };
}

/** The welcome page, shown. */
export function WelcomePage({ state, hosts }: { readonly state: WelcomeState; readonly hosts: readonly AskedHost[] }) {
  return (
    <WelcomeView
      hosts={hosts}
      rubrics={rubrics}
      settings={state.settings.value}
      sample={SAMPLE}
      onChooseMode={(mode) => void state.chooseMode(mode)}
      onChooseRubric={(id) => void state.chooseRubric(id)}
    />
  );
}
