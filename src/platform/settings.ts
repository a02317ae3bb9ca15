import browser from 'webextension-polyfill';
import { defaultSettings, type Settings } from '../core/model/settings.ts';
import { parseSettings } from './settings.schema.ts';

const KEYS = Object.keys(defaultSettings);

/** The settings as they are now; what cannot be read is the default. */
export async function readSettings(): Promise<Settings> {
  try {
    return parseSettings(await browser.storage.local.get(KEYS));
  } catch {
    return defaultSettings;
  }
}

/** Changes only what is given. False when the browser could not keep it. */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  try {
    await browser.storage.local.set(change);
    return true;
  } catch {
    return false;
  }
}

/** Remembers the rubric chosen for an owner's work. */
export async function rememberRubric(owner: string, rubric: string): Promise<boolean> {
  const { rubricByOwner } = await readSettings();
  return changeSettings({ rubricByOwner: { ...rubricByOwner, [owner.toLowerCase()]: rubric } });
}

/** Calls back with the new settings whenever one of them changes, in whatever page. */
export function onSettingsChange(listener: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener(() => void readSettings().then(listener));
}
