import { expect, test } from 'vitest';
import { defaultSettings, rubricIdFor } from '../core/model/settings.ts';
import { parseSettings } from './settings.schema.ts';

const chosen = {
  badgeMode: 'automatic',
  welcomed: true,
  rubric: 'every-check',
  rubricByOwner: { someone: 'general' },
  shell: 'powershell',
  ownOwners: ['someone'],
} as const;

test('what was stored comes back', () => {
  expect(parseSettings(chosen)).toEqual(chosen);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['an empty storage', {}],
  ['a text', 'automatic'],
])('%s gives the defaults', (_name, stored) => {
  expect(parseSettings(stored)).toEqual(defaultSettings);
});

test.each<[string, object, object]>([
  ['a mode of another version', { ...chosen, badgeMode: 'always' }, { badgeMode: defaultSettings.badgeMode }],
  ['a shell of another version', { ...chosen, shell: 'fish' }, { shell: defaultSettings.shell }],
  ['a text for a yes or no', { ...chosen, welcomed: 'yes' }, { welcomed: false }],
  ['a rubric that is no id', { ...chosen, rubric: '<img>' }, { rubric: defaultSettings.rubric }],
  ['a list for the owners', { ...chosen, rubricByOwner: ['general'] }, { rubricByOwner: {} }],
  ['a text for the own owners', { ...chosen, ownOwners: 'someone' }, { ownOwners: [] }],
  ['an owner with a broken rubric', { ...chosen, rubricByOwner: { someone: 7 } }, { rubricByOwner: {} }],
])('%s costs only itself', (_name, stored, expected) => {
  expect(parseSettings(stored)).toEqual({ ...chosen, ...expected });
});

test.each([
  ['someone', 'general'],
  ['SomeOne', 'general'],
  ['another', 'every-check'],
  ['constructor', 'every-check'],
  [null, 'every-check'],
])('the rubric for %s is %s', (owner, rubric) => {
  expect(rubricIdFor(chosen, owner)).toBe(rubric);
});
