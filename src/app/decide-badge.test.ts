import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../core/model/settings.ts';
import { type BadgeQuestion, type BadgeSituation, decideBadge } from './decide-badge.ts';

const automatic = { ...defaultSettings, welcomed: true, badgeMode: 'automatic', rubric: 'general' } as const;
const question: BadgeQuestion = { owner: 'Someone', repo: 'work', visibility: 'public' };
const situation: BadgeSituation = { settings: automatic, hasToken: false, isPermitted: true, callsLeft: null };

describe('the depth asked for', () => {
  test.each<[string, Partial<BadgeSituation>, 'cached' | 'normal']>([
    ['automatic', {}, 'normal'],
    ['not welcomed', { settings: { ...automatic, welcomed: false } }, 'cached'],
    ['on a click only', { settings: { ...automatic, badgeMode: 'on-click' } }, 'cached'],
    ['15 calls left', { callsLeft: 15 }, 'normal'],
    ['14 calls left', { callsLeft: 14 }, 'cached'],
    ['no calls left', { callsLeft: 0 }, 'cached'],
    ['14 calls left, but a token', { callsLeft: 14, hasToken: true }, 'normal'],
    ['a token, but on a click only', { hasToken: true, settings: { ...automatic, badgeMode: 'on-click' } }, 'cached'],
  ])('%s', (_name, change, depth) => {
    expect(decideBadge(question, { ...situation, ...change })).toMatchObject({ kind: 'assess', depth });
  });
});

describe('what is answered without looking', () => {
  test.each<[string, Partial<BadgeQuestion>, Partial<BadgeSituation>, object]>([
    ['private, no token', { visibility: 'private' }, {}, { kind: 'private' }],
    ['unknown, no token', { visibility: 'unknown' }, {}, { kind: 'check' }],
    ['private, no token, not permitted', { visibility: 'private' }, { isPermitted: false }, { kind: 'private' }],
    ['not permitted', {}, { isPermitted: false }, { kind: 'could-not-look', why: 'permission needed' }],
    ['no repository', { owner: 'settings' }, {}, { kind: 'check' }],
  ])('%s', (_name, asked, change, state) => {
    expect(decideBadge({ ...question, ...asked }, { ...situation, ...change })).toEqual({ kind: 'answer', state });
  });
});

test.each(['private', 'unknown'] as const)('with a token a %s repository is assessed', (visibility) => {
  const decision = decideBadge({ ...question, visibility }, { ...situation, hasToken: true });
  expect(decision).toMatchObject({ kind: 'assess', depth: 'normal' });
});

test.each([
  [undefined, { kind: 'head' }],
  ['draft/one', { kind: 'ref', name: 'draft/one' }],
  ['a'.repeat(40), { kind: 'commit', id: 'a'.repeat(40) }],
])('the place asked for: %s', (ref, at) => {
  const decision = decideBadge(ref === undefined ? question : { ...question, ref }, situation);
  expect(decision).toMatchObject({ repository: { owner: 'Someone', name: 'work', at } });
});

test('the list chosen for the owner is used', () => {
  const settings = { ...automatic, rubricByOwner: { someone: 'every-check' } };
  expect(decideBadge(question, { ...situation, settings })).toMatchObject({ rubric: 'every-check' });
});
