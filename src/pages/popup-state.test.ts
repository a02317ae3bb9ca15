import { describe, expect, test, vi } from 'vitest';
import type { Assessment, AssessRequest } from '../app/assess-subject.ts';
import { checks } from '../core/checks/index.ts';
import { type Dismissals, noDismissals } from '../core/model/dismissals.ts';
import type { Look } from '../core/model/look.ts';
import { defaultSettings } from '../core/model/settings.ts';
import { parseSubject, type Subject } from '../core/model/subject.ts';
import { read } from '../core/model/unread.ts';
import { judge } from '../core/report/judge.ts';
import { general } from '../core/rubrics/general.ts';
import { optionalHosts } from '../services/transport/hosts.ts';
import { assessmentOf, refusedImage } from './assessment.test-support.ts';
import { lookKeyOf, memoryKeyOf } from './memory-keys.ts';
import type { PopupPlatform } from './popup-platform.ts';
import { createPopupState } from './popup-state.ts';

const named = (text: string): Subject => {
  const parsed = parseSubject(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.subject;
};

const judged = assessmentOf({ files: { 'README.md': 'It measures how street noise changes sleep.' } });
const onlyAnew = async ({ depth }: AssessRequest) => (depth === 'cached' ? null : judged);

function platformOf({ assess = onlyAnew, ...change }: Partial<PopupPlatform> = {}) {
  return {
    openedWith: null,
    subjectOfActiveTab: async () => named('someone/work'),
    readSettings: async () => defaultSettings,
    changeSettings: vi.fn(async () => true),
    rememberRubric: vi.fn(async () => true),
    hasToken: async () => false,
    readDismissals: async () => noDismissals,
    keepDismissal: vi.fn(async () => true),
    rememberLook: async (_key: string, next: (before: Look | null) => Look) => next(null),
    assess: vi.fn<PopupPlatform['assess']>(assess),
    lookIntoCode: vi.fn<PopupPlatform['lookIntoCode']>(async (assessment) => assessment),
    missingHosts: async (): Promise<readonly string[]> => [],
    requestHosts: async () => true,
    refreshBadges: vi.fn(async () => {}),
    ...change,
  };
}

describe('at the start', () => {
  test('the repository of the tab in front is judged, and the badges are told', async () => {
    const platform = platformOf();
    const state = createPopupState(platform);
    expect(state.screen.value.kind).toBe('reading');
    await state.start();
    expect(state.screen.value).toMatchObject({ kind: 'judged', isReading: false });
    expect(platform.refreshBadges).toHaveBeenCalledOnce();
  });

  test('a tab without a repository asks for one, and nothing is read', async () => {
    const platform = platformOf({ subjectOfActiveTab: async () => null });
    const state = createPopupState(platform);
    await state.start();
    expect(state.screen.value).toEqual({ kind: 'nothing-here' });
    expect(platform.assess).not.toHaveBeenCalled();
  });

  test('the text the page was opened with comes before the tab', async () => {
    const state = createPopupState(platformOf({ openedWith: 'ghcr.io/Another/tools' }));
    await state.start();
    expect(state.subject.value?.image?.path).toBe('another/tools');
    expect(state.notes.value).toHaveLength(1);
  });

  test('what is known is shown while it is read anew', async () => {
    const state = createPopupState(platformOf({ assess: async () => judged }));
    const kinds: unknown[] = [];
    state.screen.subscribe((screen) => kinds.push(screen.kind === 'judged' ? screen.isReading : screen.kind));
    await state.start();
    expect(kinds).toEqual(['reading', 'reading', true, false]);
  });

  test('a reading that failed is not shown as what is known', async () => {
    const failed = assessmentOf({ head: { kind: 'offline' } });
    const assess = async ({ depth }: AssessRequest) => (depth === 'cached' ? failed : judged);
    const state = createPopupState(platformOf({ assess }));
    const kinds: string[] = [];
    state.screen.subscribe((screen) => kinds.push(screen.kind));
    await state.start();
    expect(kinds).toEqual(['reading', 'reading', 'judged']);
  });
});

describe('what is in the way', () => {
  test('without a permission nothing is asked', async () => {
    const platform = platformOf({ missingHosts: async () => ['https://ghcr.io/*'] });
    const state = createPopupState(platform);
    await state.start();
    expect(state.screen.value).toEqual({ kind: 'permission-needed', hosts: ['https://ghcr.io/*'] });
    expect(platform.assess.mock.calls.map(([{ depth }]) => depth)).toEqual(['cached']);
  });

  test('after the permission is given it looks', async () => {
    let missing = ['https://ghcr.io/*'];
    const requestHosts = async () => {
      missing = [];
      return true;
    };
    const state = createPopupState(platformOf({ missingHosts: async () => missing, requestHosts }));
    await state.start();
    await state.allowHosts();
    expect(state.screen.value.kind).toBe('judged');
  });

  test('after Docker Hub was allowed it is asked at once, and not where the reader refused', async () => {
    const requestHosts = vi.fn(async () => true);
    const platform = platformOf({ requestHosts });
    const state = createPopupState(platform);
    await state.start();
    await state.allowHub();
    expect(requestHosts).toHaveBeenCalledWith(optionalHosts.map(({ origin }) => `${origin}/*`));
    expect(platform.assess.mock.calls.map(([{ depth }]) => depth)).toEqual(['cached', 'normal', 'cached', 'normal']);
    requestHosts.mockResolvedValue(false);
    await state.allowHub();
    expect(platform.assess).toHaveBeenCalledTimes(4);
  });

  test('a mistake of ours is said as one', async () => {
    const state = createPopupState(platformOf({ assess: () => Promise.reject(new Error('ours')) }));
    await state.start();
    expect(state.screen.value).toEqual({ kind: 'mistake' });
  });

  test('a subject that cannot be read has its reason at the top', async () => {
    const failed = assessmentOf({ head: { kind: 'not-found-or-private' } });
    const assess = async ({ depth }: AssessRequest) => (depth === 'cached' ? null : failed);
    const state = createPopupState(platformOf({ assess }));
    await state.start();
    expect(state.screen.value).toMatchObject({ judged: { obstacle: { kind: 'not-found-or-private' } } });
  });
});

describe('what the reader does', () => {
  test('nonsense is answered by a sentence, and what was judged stays', async () => {
    const state = createPopupState(platformOf());
    await state.start();
    await state.paste('two words');
    expect(state.problem.value).toMatch(/not one name/);
    expect(state.screen.value.kind).toBe('judged');
    expect(state.subject.value).toEqual(named('someone/work'));
  });

  test('a list is remembered for the owner and used at once', async () => {
    const platform = platformOf();
    const state = createPopupState(platform);
    await state.start();
    await state.chooseRubric('dsc180-capstone');
    expect(platform.rememberRubric).toHaveBeenCalledWith('someone', 'dsc180-capstone');
    expect(platform.assess.mock.lastCall?.[0].rubric.id).toBe('dsc180-capstone');
  });

  test('an answer to an older question is dropped', async () => {
    const answers: ((assessment: typeof judged) => void)[] = [];
    const second = assessmentOf({ subject: 'another/thing' });
    const assess = ({ subject, depth }: AssessRequest) => {
      if (depth === 'cached') return Promise.resolve(null);
      if (subject.repository?.owner === 'another') return Promise.resolve(second);
      return new Promise<typeof judged>((resolve) => void answers.push(resolve));
    };
    const state = createPopupState(platformOf({ assess }));
    const started = state.start();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await state.paste('another/thing');
    answers[0]?.(judged);
    await started;
    expect(state.screen.value).toMatchObject({ judged: { report: { subject: 'another/thing' } } });
  });

  test('looking again asks anew and keeps what is shown', async () => {
    const platform = platformOf();
    const state = createPopupState(platform);
    await state.start();
    const looking = state.refresh();
    expect(state.screen.value).toMatchObject({ kind: 'judged', isReading: true });
    await looking;
    expect(platform.assess.mock.lastCall?.[0].depth).toBe('fresh');
  });
});

describe('what is kept', () => {
  const bad = assessmentOf({ files: { 'README.md': '# Sleep' } });
  const withBad = { assess: async ({ depth }: AssessRequest) => (depth === 'cached' ? null : bad) };
  const titleOf = (state: ReturnType<typeof createPopupState>) =>
    state.screen.value.kind === 'judged' ? state.screen.value.judged.headline.title : state.screen.value.kind;

  test('a finding is dismissed with its reason, shown as such, and taken back', async () => {
    let kept: Dismissals = {};
    const keepDismissal = vi.fn(async (_subject: string, check: string, reason: string | null) => {
      kept = reason === null ? {} : { [check]: reason };
      return true;
    });
    const state = createPopupState(platformOf({ ...withBad, keepDismissal, readDismissals: async () => kept }));
    await state.start();
    const before = titleOf(state);
    expect(before).toMatch(/^\d+ to fix$/);
    expect(await state.dismiss('readme-exists', 'a draft')).toBe(true);
    expect(keepDismissal).toHaveBeenCalledWith('github.com/someone/work', 'readme-exists', 'a draft');
    expect(titleOf(state)).toMatch(/, 1 dismissed$/);
    await state.dismiss('readme-exists', null);
    expect(titleOf(state)).toBe(before);
  });

  test.each(['before', 'after'])(
    'a dismissal while a reading ends is not lost: kept %s what it read',
    async (order) => {
      let kept: Dismissals = {};
      let reads = 0;
      let goOn = () => {};
      const gate = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const state = createPopupState(
        platformOf({
          // The cached report first, then the same one read anew.
          assess: async () => bad,
          readDismissals: async () => {
            reads += 1;
            const seen = kept;
            if (reads === 2) await gate;
            return seen;
          },
          keepDismissal: async (_subject, check, reason) => {
            if (order === 'after') goOn();
            await Promise.resolve();
            kept = { [check]: reason ?? '' };
            return true;
          },
        }),
      );
      const started = state.start();
      await vi.waitFor(() => expect(reads).toBe(2));
      const dismissing = state.dismiss('readme-exists', 'a draft');
      await Promise.resolve();
      if (order === 'before') setTimeout(goOn);
      await Promise.all([started, dismissing]);
      expect(titleOf(state)).toMatch(/, 1 dismissed$/);
    },
  );

  test('what the browser could not keep is not shown as kept', async () => {
    const state = createPopupState(platformOf({ ...withBad, keepDismissal: async () => false }));
    await state.start();
    expect(await state.dismiss('readme-exists', 'a draft')).toBe(false);
    expect(titleOf(state)).toMatch(/^\d+ to fix$/);
  });

  test('a full storage is said, until something can be kept again', async () => {
    const rememberRubric = vi.fn(async () => false);
    const state = createPopupState(platformOf({ rememberRubric }));
    await state.start();
    await state.chooseRubric('dsc180-capstone');
    expect(state.notes.value).toEqual([expect.stringContaining('could not keep')]);
    rememberRubric.mockResolvedValue(true);
    await state.chooseRubric('general');
    expect(state.notes.value).toEqual([]);
  });

  test('a change since the last look is told when the reading is finished', async () => {
    const before = { at: '2026-11-20T10:00:00.000Z', change: { fixed: [], appeared: [] } };
    const outcomes = { 'readme-exists': 'fault' as const };
    const platform = platformOf({ rememberLook: async (_key, next) => next({ ...before, outcomes }) });
    const state = createPopupState(platform);
    await state.start();
    expect(state.change.value).toEqual({ fixed: ['readme-exists'], appeared: [] });
  });

  test('a subject that cannot be read is no look', async () => {
    const failed = assessmentOf({ head: { kind: 'offline' } });
    const rememberLook = vi.fn(async (_key: string, next: (before: Look | null) => Look) => next(null));
    const assess = async ({ depth }: AssessRequest) => (depth === 'cached' ? null : failed);
    await createPopupState(platformOf({ assess, rememberLook })).start();
    expect(rememberLook).not.toHaveBeenCalled();
  });

  test('another place, image or list is looked at anew; letter case is none', () => {
    const key = (subject: string, rubric = 'general') => lookKeyOf(assessmentOf({ subject, rubric }));
    const keys = [
      key('a/b'),
      key('a/b@dev'),
      key('a/c'),
      key('ghcr.io/a/b'),
      key('ghcr.io/a/b:1'),
      key('a/b', 'dsc180-capstone'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key('A/B')).toBe(key('a/b'));
    expect(memoryKeyOf(assessmentOf({ subject: 'ghcr.io/a/b:1' }).snapshot)).toBe('ghcr.io/a/b');
  });

  test('an owner is marked as the reader, and no longer', async () => {
    const platform = platformOf();
    const state = createPopupState(platform);
    await state.start();
    expect(state.isOwn.value).toBe(false);
    await state.markOwn(true);
    expect(state.isOwn.value).toBe(true);
    expect(platform.changeSettings).toHaveBeenLastCalledWith({ ownOwners: ['someone'] });
    await state.markOwn(false);
    expect(state.isOwn.value).toBe(false);
  });
});

describe('code', () => {
  const list = {
    ...general,
    rows: [
      {
        id: 'paths',
        statement: 'Code',
        checks: [{ check: 'code-has-no-machine-paths', level: 'recommended' as const }],
      },
      { id: 'readme', statement: 'README', checks: [{ check: 'readme-exists', level: 'required' as const }] },
    ],
  };
  const files = { 'README.md': '# Sleep', 'run.py': '' };
  /** The same repository, before and after its code was looked into. */
  const [before, after] = [false, true].map((isLooked) => {
    const { snapshot } = assessmentOf({ files });
    const value = {
      imports: [],
      machinePaths: [],
      harmlessPaths: [],
      openedFiles: [],
      writtenFiles: [],
      installs: [],
      problem: null,
    };
    const code = isLooked ? [{ path: 'run.py', id: 'a'.repeat(40), reading: read(value) }] : [];
    const looked = { ...snapshot, repository: snapshot.repository && { ...snapshot.repository, code } };
    const settings = { rubricHash: 'f'.repeat(64), version: '0.1.0', checks };
    return { report: judge(looked, list, settings), rubric: list, snapshot: looked };
  }) as unknown as [Assessment, Assessment];
  const assess = async ({ depth }: AssessRequest) => (depth === 'cached' ? null : before);
  const statesOf = (state: ReturnType<typeof createPopupState>) =>
    state.screen.value.kind === 'judged' ? state.screen.value.judged.rows.map(({ id, state: of }) => [id, of]) : [];

  test('is looked into after the rest is shown; what it gives stands in its place, and the badges stay as they were', async () => {
    let finish = (_found: Assessment): void => {};
    const lookIntoCode = vi.fn(() => new Promise<Assessment>((answer) => (finish = answer)));
    const platform = platformOf({ assess, lookIntoCode });
    const state = createPopupState(platform);
    await state.start();
    expect(state.screen.value).toMatchObject({ kind: 'judged', isReading: false });
    expect(statesOf(state)).toEqual([
      ['readme', 'to-fix'],
      ['paths', 'not-looked-at'],
    ]);
    expect(state.code.looking.value).toMatchObject({ kind: 'reading', of: 1 });
    finish(after);
    await vi.waitFor(() => expect(state.code.looking.value).toBeNull());
    expect(statesOf(state)).toEqual([
      ['readme', 'to-fix'],
      ['paths', 'fine'],
    ]);
    expect(state.screen.value).toMatchObject({ judged: { inSight: ['readme', 'paths'] } });
    expect(platform.refreshBadges).toHaveBeenCalledOnce();
  });

  test('of another subject is not shown', async () => {
    let finish = (_found: Assessment): void => {};
    const lookIntoCode = () => new Promise<Assessment>((answer) => (finish = answer));
    const state = createPopupState(
      platformOf({
        assess: async (asked) => (asked.subject.repository?.owner === 'another' ? judged : assess(asked)),
        lookIntoCode,
      }),
    );
    await state.start();
    await state.paste('another/thing');
    const shown = state.screen.value;
    finish(after);
    await Promise.resolve();
    expect(state.screen.value).toBe(shown);
    expect(state.code.looking.value).toBeNull();
  });
});

test.each([
  ['without a token', {}, judged, false],
  ['with a token', { hasToken: async () => true }, judged, true],
  [
    'a refused image alone',
    {},
    assessmentOf({ subject: 'ghcr.io/someone/tools', images: [refusedImage('someone/tools', null)] }),
    true,
  ],
])('%s: may what was read be private?', async (_name, change, assessment, mayBePrivate) => {
  const assess = async ({ depth }: AssessRequest) => (depth === 'cached' ? null : assessment);
  const state = createPopupState(platformOf({ ...change, assess }));
  await state.start();
  expect(state.mayBePrivate.value).toBe(mayBePrivate);
});

test('of another subject nothing is public before it was read anew', async () => {
  const secret = assessmentOf({ subject: 'ghcr.io/someone/tools', images: [refusedImage('someone/tools', null)] });
  const assess = async ({ subject }: AssessRequest) => (subject.repository === null ? secret : judged);
  const state = createPopupState(platformOf({ assess }));
  await state.start();
  expect(state.mayBePrivate.value).toBe(false);
  const shown: boolean[] = [];
  const stop = state.screen.subscribe((screen) => {
    if (screen.kind === 'judged' && state.subject.value?.repository === null) shown.push(state.mayBePrivate.value);
  });
  await state.paste('ghcr.io/someone/tools');
  stop();
  expect(shown).not.toHaveLength(0);
  expect(shown).not.toContain(false);
});

test('a token that was added meanwhile counts before the new report is shown', async () => {
  let hasToken = false;
  const state = createPopupState(platformOf({ assess: async () => judged, hasToken: async () => hasToken }));
  await state.start();
  hasToken = true;
  let whenNew: boolean | null = null;
  const stop = state.screen.subscribe((screen) => {
    if (screen.kind === 'judged' && !screen.isReading) whenNew = state.mayBePrivate.value;
  });
  await state.refresh();
  stop();
  expect(whenNew).toBe(true);
});

test('the address of a file is headed by its branch once that was found', async () => {
  const state = createPopupState(
    platformOf({ openedWith: 'https://github.com/someone/work/blob/main/docs/README.md' }),
  );
  await state.start();
  expect(state.subject.value?.repository?.at).toEqual({ kind: 'ref', name: 'main' });
});

test('nonsense that was handed over stands ready to be put right', async () => {
  const state = createPopupState(platformOf({ openedWith: 'a long sentence' }));
  await state.start();
  expect(state.screen.value.kind).toBe('nothing-here');
  expect(state.pasted.value).toBe('a long sentence');
});
