import { describe, expect, test } from 'vitest';
import type { Facts } from '../facts/facts.ts';
import type { Readme } from '../facts/readme.ts';
import type { Fact } from '../model/facts.ts';
import { lineEvidence, oneWay } from '../model/finding.ts';
import type { UnreadPart } from '../model/unread.ts';
import { unreadKinds } from '../model/unread.ts';
import { general } from '../rubrics/general.ts';
import { type DecidedBy, defineCheck, fail, pass, runCheck } from './check.ts';

const factsWith = (readme: Fact<Readme>): Facts => ({ readme: () => readme }) as unknown as Facts;
const checkThat = (outcome: 'pass' | 'fail', decidedBy: DecidedBy, failsWhenAbsent = false) =>
  defineCheck({
    id: 'a-check',
    statement: '',
    failure: '',
    why: '',
    fix: 'Do this.',
    reads: ['readme'],
    decidedBy,
    examples: { pass: '', fail: '' },
    ...(failsWhenAbsent ? { whenAbsent: { readme: (summary: string) => fail(summary) } } : {}),
    judge: () => (outcome === 'pass' ? pass('Good.') : fail('Bad.')),
  });

const part: UnreadPart = { what: 'data/', kind: 'truncated' };
const present = (unread: readonly UnreadPart[]): Fact<Readme> => ({
  state: 'present',
  value: { path: 'README.md', text: '', blocks: [] },
  unread,
});

describe('missing parts overturn only what they may', () => {
  test.each<[DecidedBy, 'pass' | 'fail', string]>([
    ['any-example', 'pass', 'pass'],
    ['any-example', 'fail', 'unknown'],
    ['any-counterexample', 'pass', 'unknown'],
    ['any-counterexample', 'fail', 'fail'],
    ['everything', 'pass', 'unknown'],
    ['everything', 'fail', 'unknown'],
  ])('decided by %s, a %s becomes %s', (decidedBy, outcome, expected) => {
    expect(runCheck(checkThat(outcome, decidedBy), factsWith(present([part])), general.parameters).outcome).toBe(
      expected,
    );
    expect(runCheck(checkThat(outcome, decidedBy), factsWith(present([])), general.parameters).outcome).toBe(outcome);
  });
});

describe('whatever a file puts into a verdict', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const said = (text: string, places = 1) => ({
    ...checkThat('fail', 'everything'),
    judge: () => ({
      ...fail(text, ...Array.from({ length: places }, (_, index) => lineEvidence(text, index + 1, text))),
      notes: [text],
      fix: { ways: [{ when: text, say: text, paste: text }] as const },
      why: { kind: 'timeout' as const, detail: text },
    }),
  });
  const found = (text: string, places = 1) => runCheck(said(text, places), factsWith(present([])), general.parameters);

  test('no text of the finding holds a credential', () => {
    expect(JSON.stringify(found(token))).not.toContain('a1B2');
    expect(JSON.stringify(found(`a_${token}`)).match(/\[redacted\]/g)).toHaveLength(8);
  });

  test('a token at the edge is not cut to what has no shape any more', () => {
    expect(found(`${'x '.repeat(244)}${token}`).summary).not.toContain('ghp');
  });

  test('nothing that cannot be seen is in it, and only what is pasted has lines', () => {
    const finding = found('a\u202eb\u001b[31m\nc');
    expect(finding.summary).toBe('a b [31m c');
    expect(finding.fix?.ways[0].paste).toBe('a b [31m\nc');
  });

  test('it has an end', () => {
    const finding = found('a'.repeat(20_000), 500);
    expect(finding.summary).toHaveLength(501);
    expect(finding.evidence).toHaveLength(50);
    expect(finding.notes.at(-1)).toBe('And 450 more places.');
    expect(JSON.stringify(finding).length).toBeLessThan(300_000);
    expect(found('a', 50).notes).toEqual(['a']);
  });
});

describe('an absence', () => {
  const absence = (unread: readonly UnreadPart[]): Fact<Readme> => ({
    state: 'absent',
    summary: 'None.',
    lookedFor: [],
    unread,
  });
  test.each([
    ['fails where the check says so and everywhere was looked', true, [], 'fail'],
    ['does not apply otherwise', false, [], 'not-applicable'],
    ['is unknown while it may still be somewhere', true, [part], 'unknown'],
    ['is unknown while it may still be somewhere, also where it would not apply', false, [part], 'unknown'],
  ])('%s', (_name, failsWhenAbsent, unread, expected) => {
    const check = checkThat('pass', 'everything', failsWhenAbsent);
    expect(runCheck(check, factsWith(absence(unread)), general.parameters).outcome).toBe(expected);
  });
});

test.each(unreadKinds)('a fact that is unread by %s makes every check unknown, with that reason', (kind) => {
  const fact: Fact<Readme> = { state: 'unread', unread: [{ what: 'README.md', kind }] };
  const finding = runCheck(checkThat('fail', 'everything', true), factsWith(fact), general.parameters);
  expect(finding).toMatchObject({ outcome: 'unknown', why: { kind }, fix: null });
});

test('a subject without that side is not judged', () => {
  const fact: Fact<Readme> = { state: 'not-given', summary: 'No repository was given.' };
  expect(runCheck(checkThat('fail', 'everything', true), factsWith(fact), general.parameters).outcome).toBe(
    'not-applicable',
  );
});

test('a failure without a fix of its own has the check’s', () => {
  expect(runCheck(checkThat('fail', 'everything'), factsWith(present([])), general.parameters).fix).toEqual(
    oneWay('Do this.'),
  );
});
