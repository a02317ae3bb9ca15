import { expect, test, vi } from 'vitest';
import { defaultSettings } from '../core/model/settings.ts';
import { createOptionsState, type OptionsPlatform } from './options-state.ts';

const kept = { kind: 'fine-grained', lastFour: 'wxyz', remembered: false } as const;

function platformOf(change: Partial<OptionsPlatform> = {}) {
  return {
    readSettings: async () => defaultSettings,
    changeSettings: vi.fn(async () => true),
    onSettingsChange: () => {},
    refreshBadges: vi.fn(async () => {}),
    describeSavedToken: async () => kept,
    testToken: async () => ({ ok: true, login: 'someone' }) as const,
    saveToken: vi.fn(async () => true),
    wipeToken: vi.fn(async () => true),
    deleteEverything: vi.fn(async () => true),
    ...change,
  };
}

test('a choice of the badge’s mode is the welcome’s choice too', async () => {
  const platform = platformOf();
  const state = createOptionsState(platform);
  await state.chooseMode('automatic');
  expect(platform.changeSettings).toHaveBeenCalledWith({ badgeMode: 'automatic', welcomed: true });
  expect(state.settings.value).toMatchObject({ badgeMode: 'automatic', welcomed: true });
  expect(platform.refreshBadges).toHaveBeenCalledOnce();
});

test('a choice that could not be kept is not shown as kept', async () => {
  const state = createOptionsState(platformOf({ changeSettings: async () => false }));
  await state.chooseMode('automatic');
  expect(state.settings.value).toEqual(defaultSettings);
});

test('a good token is kept as asked', async () => {
  const platform = platformOf();
  const state = createOptionsState(platform);
  await state.tryToken('the-token', true);
  expect(platform.saveToken).toHaveBeenCalledWith('the-token', true);
  expect(state.trial.value).toEqual({ kind: 'good', login: 'someone' });
  expect(state.token.value).toEqual(kept);
});

test('a bad token is kept nowhere, and the reason is told', async () => {
  const platform = platformOf({ testToken: async () => ({ ok: false, problem: 'It is revoked.' }) });
  const state = createOptionsState(platform);
  await state.tryToken('the-token', true);
  expect(platform.saveToken).not.toHaveBeenCalled();
  expect(state.trial.value).toEqual({ kind: 'bad', problem: 'It is revoked.' });
});

test('a good token that the browser cannot keep is not called kept', async () => {
  const state = createOptionsState(platformOf({ saveToken: async () => false }));
  await state.tryToken('the-token', false);
  expect(state.trial.value.kind).toBe('bad');
});

test('a token that could not be wiped is not called wiped', async () => {
  const state = createOptionsState(platformOf({ wipeToken: async () => false }));
  await state.wipeToken();
  expect(state.trial.value.kind).toBe('bad');
});
