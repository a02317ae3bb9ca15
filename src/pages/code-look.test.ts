import { describe, expect, test, vi } from 'vitest';
import type { Assessment } from '../app/assess-subject.ts';
import { limits } from '../core/model/limits.ts';
import type { Rubric } from '../core/model/rubric.ts';
import type { CodeReading } from '../core/model/snapshot.ts';
import { read, unread } from '../core/model/unread.ts';
import { general } from '../core/rubrics/general.ts';
import { assessmentOf } from './assessment.test-support.ts';
import { type CodePlatform, createCodeLook } from './code-look.ts';

const rubric: Rubric = {
  ...general,
  rows: [
    {
      id: 'code',
      statement: 'Code',
      checks: [{ check: 'code-has-no-machine-paths', level: 'recommended' }],
    },
  ],
};
const looked = (path: string): CodeReading => ({
  path,
  id: 'a'.repeat(40),
  reading: read({
    imports: [],
    machinePaths: [],
    harmlessPaths: [],
    openedFiles: [],
    writtenFiles: [],
    installs: [],
    problem: null,
  }),
});

/** So many files of code, of which the first were looked into. */
function assessed(count: number, found = 0): Assessment {
  const paths = Array.from({ length: count }, (_, at) => `${at + 10}.py`);
  const assessment = assessmentOf({ files: Object.fromEntries(paths.map((path) => [path, ''])) });
  const repository = assessment.snapshot.repository && {
    ...assessment.snapshot.repository,
    code: paths.slice(0, found).map(looked),
  };
  return { ...assessment, rubric, snapshot: { ...assessment.snapshot, repository } };
}

const MANY = limits.smallCodeFiles.most + 1;

/** Looking that goes on until `finish` is called, or that ends with what there is when it is stopped. */
function lookWith(total: number) {
  const asked: Parameters<CodePlatform['lookIntoCode']>[1][] = [];
  let finish = (_found: number): void => {};
  const lookIntoCode = vi.fn<CodePlatform['lookIntoCode']>(
    (_assessment, how) =>
      new Promise((answer) => {
        asked.push(how);
        finish = (found) => answer(assessed(total, found));
        how.signal?.addEventListener('abort', () => answer(assessed(total, 3)));
      }),
  );
  const shown: Assessment[] = [];
  const show = vi.fn(async (assessment: Assessment) => void shown.push(assessment));
  return {
    asked,
    shown,
    show,
    lookIntoCode,
    finish: (found: number) => finish(found),
    code: createCodeLook({ lookIntoCode }, show),
  };
}

describe('small code', () => {
  test('is looked into at once, and its progress is told', async () => {
    const { asked, shown, finish, code } = lookWith(2);
    const begun = code.begin(assessed(2));
    expect(asked[0]?.look).toBe('when-small');
    expect(code.looking.value).toEqual({ kind: 'reading', files: 0, of: 2, isAsked: false });
    asked[0]?.onRead?.([looked('10.py')], 2);
    expect(code.looking.value).toMatchObject({ files: 1 });
    finish(2);
    await begun;
    expect(shown).toHaveLength(1);
    expect(code.looking.value).toBeNull();
  });

  test('that was looked into is left alone', async () => {
    const { code, lookIntoCode } = lookWith(2);
    await code.begin(assessed(2, 2));
    expect(code.looking.value).toBeNull();
    expect(lookIntoCode).not.toHaveBeenCalled();
  });

  test('of which something is left is offered, and not looked into for ever', async () => {
    const { code, finish, lookIntoCode } = lookWith(3);
    const begun = code.begin(assessed(3));
    finish(1);
    await begun;
    expect(code.looking.value).toEqual({ kind: 'offered', files: 2, bytes: 2, isRest: true });
    expect(lookIntoCode).toHaveBeenCalledOnce();
  });
});

describe('larger code', () => {
  test('is offered with its size, and looked into on a click', async () => {
    const { asked, shown, finish, code, lookIntoCode } = lookWith(MANY);
    await code.begin(assessed(MANY));
    expect(code.looking.value).toEqual({ kind: 'offered', files: MANY, bytes: MANY, isRest: false });
    expect(lookIntoCode).not.toHaveBeenCalled();
    const started = code.start();
    expect(asked[0]?.look).toBe('asked');
    expect(code.looking.value).toEqual({ kind: 'reading', files: 0, of: MANY, isAsked: true });
    // A second click is none.
    await code.start();
    expect(lookIntoCode).toHaveBeenCalledOnce();
    finish(MANY);
    await started;
    expect(shown).toHaveLength(1);
    expect(code.looking.value).toBeNull();
  });

  test('cancelled, shows what was found, and offers the rest', async () => {
    const { shown, code } = lookWith(MANY);
    await code.begin(assessed(MANY));
    const started = code.start();
    code.cancel();
    await started;
    expect(shown[0]?.snapshot.repository?.code).toHaveLength(3);
    expect(code.looking.value).toEqual({ kind: 'offered', files: MANY - 3, bytes: MANY - 3, isRest: true });
  });

  test('is left when something else is looked at: nothing of it is shown', async () => {
    const { asked, shown, code } = lookWith(MANY);
    await code.begin(assessed(MANY));
    const started = code.start();
    code.leave();
    expect(asked[0]?.signal?.aborted).toBe(true);
    await started;
    asked[0]?.onRead?.([looked('10.py')], MANY);
    expect(shown).toEqual([]);
    expect(code.looking.value).toBeNull();
  });
});

test('a mistake of ours leaves the code as it was, to be looked into', async () => {
  const lookIntoCode = () => Promise.reject(new Error('ours'));
  const code = createCodeLook({ lookIntoCode }, async () => {});
  await code.begin(assessed(MANY));
  await code.start();
  expect(code.looking.value).toMatchObject({ kind: 'offered', files: MANY });
});

test('where no check asks for code, or nothing could be read, nothing is offered', async () => {
  const { code } = lookWith(MANY);
  const { snapshot, ...rest } = assessed(MANY);
  await code.begin({ snapshot, ...rest, rubric: { ...rubric, rows: [] } });
  expect(code.looking.value).toBeNull();
  const repository = snapshot.repository && { ...snapshot.repository, tree: unread('timeout') };
  await code.begin({ ...rest, snapshot: { ...snapshot, repository } });
  expect(code.looking.value).toBeNull();
});
