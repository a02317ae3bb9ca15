import { type ReadonlySignal, signal } from '@preact/signals';
import type { TokenVerdict } from '../app/test-token.ts';
import { type BadgeMode, defaultSettings, type Settings } from '../core/model/settings.ts';
import type { DescribedToken } from '../core/model/token.ts';
import type { TokenTrial } from '../views/options/token-section.tsx';

/** What settings pages need from outside. */
export interface OptionsPlatform {
  readonly readSettings: () => Promise<Settings>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<boolean>;
  readonly onSettingsChange: (listener: (settings: Settings) => void) => void;
  readonly refreshBadges: () => Promise<void>;
  readonly describeSavedToken: () => Promise<DescribedToken | null>;
  readonly testToken: (token: string) => Promise<TokenVerdict>;
  readonly saveToken: (token: string, remember: boolean) => Promise<boolean>;
  /** Wipes the token and whatever was read with it. */
  readonly wipeToken: () => Promise<boolean>;
  readonly deleteEverything: () => Promise<boolean>;
}

export interface OptionsState {
  readonly settings: ReadonlySignal<Settings>;
  readonly token: ReadonlySignal<DescribedToken | null>;
  readonly trial: ReadonlySignal<TokenTrial>;
  readonly isDeleted: ReadonlySignal<boolean>;
  readonly start: () => Promise<void>;
  readonly chooseMode: (mode: BadgeMode) => Promise<void>;
  readonly chooseRubric: (rubric: string) => Promise<void>;
  readonly tryToken: (token: string, remember: boolean) => Promise<void>;
  readonly wipeToken: () => Promise<void>;
  readonly deleteEverything: () => Promise<void>;
}

/** The state of the settings and of the welcome page. */
export function createOptionsState(platform: OptionsPlatform): OptionsState {
  const settings = signal<Settings>(defaultSettings);
  const token = signal<DescribedToken | null>(null);
  const trial = signal<TokenTrial>({ kind: 'none' });
  const isDeleted = signal(false);

  async function start(): Promise<void> {
    platform.onSettingsChange((changed) => {
      settings.value = changed;
    });
    settings.value = await platform.readSettings();
    token.value = await platform.describeSavedToken();
  }

  async function change(part: Partial<Settings>): Promise<void> {
    isDeleted.value = false;
    if (await platform.changeSettings(part)) settings.value = { ...settings.value, ...part };
    await platform.refreshBadges();
  }

  async function tryToken(text: string, remember: boolean): Promise<void> {
    trial.value = { kind: 'testing' };
    const verdict = await platform.testToken(text);
    if (!verdict.ok) {
      trial.value = { kind: 'bad', problem: verdict.problem };
      return;
    }
    const isKept = await platform.saveToken(text, remember);
    trial.value = isKept
      ? { kind: 'good', login: verdict.login }
      : { kind: 'bad', problem: 'The token is good, but this browser could not keep it.' };
    token.value = await platform.describeSavedToken();
    await platform.refreshBadges();
  }

  async function wipeToken(): Promise<void> {
    const isWiped = await platform.wipeToken();
    token.value = await platform.describeSavedToken();
    trial.value = isWiped ? { kind: 'none' } : { kind: 'bad', problem: 'This browser could not wipe the token.' };
    await platform.refreshBadges();
  }

  async function deleteEverything(): Promise<void> {
    isDeleted.value = await platform.deleteEverything();
    settings.value = await platform.readSettings();
    token.value = await platform.describeSavedToken();
    trial.value = isDeleted.value
      ? { kind: 'none' }
      : { kind: 'bad', problem: 'This browser could not delete everything.' };
    await platform.refreshBadges();
  }

  const chooseMode = (badgeMode: BadgeMode) => change({ badgeMode, welcomed: true });
  const chooseRubric = (rubric: string) => change({ rubric });
  return { settings, token, trial, isDeleted, start, chooseMode, chooseRubric, tryToken, wipeToken, deleteEverything };
}
