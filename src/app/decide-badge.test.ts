import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../core/model/settings.ts';
import { type BadgeQuestion, type BadgeSituation, decideBadge } from './decide-badge.ts';

const automatic = { ...defaultSettings, welcomed: true, badgeMode: 'automatic', rubric: 'general' } as const;
const question: BadgeQuestion = { owner: 'Someone', repo: 'work', visibility: 'public' };
const situation: BadgeSituation = { settings: automatic, hasToken: false, isPermitted: true, limit: null, now: 1_000 };
const left = (remaining: number, resetAt = 1_001) => ({ remaining, resetAt });

describe('the depth asked for', () => {
  test.each<[string, Partial<BadgeSituation>, 'cached' | 'normal']>([
    ['automatic', {}, 'normal'],
    ['not welcomed', { settings: { ...automatic, welcomed: false } }, 'cached'],
    ['on a click only', { settings: { ...automatic, badgeMode: 'on-click' } }, 'cached'],
    ['15 calls left', { limit: left(15) }, 'normal'],
    ['14 calls left', { limit: left(14) }, 'cached'],
    ['no calls left', { limit: left(0) }, 'cached'],
    ['no calls left in an hour that is over', { limit: left(0, 1_000) }, 'normal'],
    ['one call left, but a token', { limit: left(1), hasToken: true }, 'normal'],
    ['no calls left with a token', { limit: left(0), hasToken: true }, 'cached'],
    ['a refused token', { limit: { ...left(0), why: 'bad-token' }, hasToken: true }, 'normal'],
    ['a token, but on a click only', { hasToken: true, settings: { ...automatic, badgeMode: 'on-click' } }, 'cached'],
  ])('%s', (_name, change, depth) => {
    expect(decideBadge(question, { ...situation, ...change })).toMatchObject({ kind: 'assess', depth });
  });
});

test.each<[string, Partial<BadgeSituation>, object]>([
  ['14 calls left: a click may still ask', { limit: left(14) }, { kind: 'check' }],
  ['none left: not even a click', { limit: left(0) }, { kind: 'waiting', until: '1970-01-01T00:00:01.001Z' }],
  [
    'none left with a token',
    { limit: left(0), hasToken: true },
    { kind: 'waiting', until: '1970-01-01T00:00:01.001Z' },
  ],
  [
    'none left, but on a click only',
    { limit: left(0), settings: { ...automatic, badgeMode: 'on-click' } },
    { kind: 'check' },
  ],
])('shown of a repository of which nothing is known, with %s', (_name, change, whenUnknown) => {
  expect(decideBadge(question, { ...situation, ...change })).toMatchObject({ depth: 'cached', whenUnknown });
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
