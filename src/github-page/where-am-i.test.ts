import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/property-runs.ts';
import { repositoryFromPath } from '../core/model/repository-ref.ts';
import { isReservedName } from '../core/model/reserved-names.ts';
import type { PageData } from './page-data.ts';
import { PAGES, placeOf, whereAmI } from './where-am-i.ts';

describe('whereAmI', () => {
  test.each([
    ['/mira/report', 'mira', 'report'],
    ['/mira/report/', 'mira', 'report'],
    ['/mira/report.git', 'mira', 'report'],
    ['/Mira-Lund/My.Report_2/issues/7', 'Mira-Lund', 'My.Report_2'],
    ['/mira/report/tree/main/docs', 'mira', 'report'],
    ['/mira_corp/report/settings', 'mira_corp', 'report'],
  ])('%s is a repository', (path, owner, name) => {
    expect(whereAmI(path, 'a title')).toMatchObject({ owner, name });
  });

  test.each([
    '/',
    '/mira',
    '/mira/',
    '//report',
    '/mira/..',
    '/mira/report/generate',
    '/settings/tokens',
    '/Settings/profile',
    '/orgs/school/repositories',
    '/users/mira/packages',
    '/marketplace/some-app',
    '/sponsors/mira',
    '/notifications/beta',
    '/topics/python',
    '/search/advanced',
    '/login/oauth',
    '/features/actions',
    '/stars/mira/lists/one',
    '/-mira/report',
    '/mi%20ra/report',
    '/mira/re%2fport',
  ])('%s is none', (path) => {
    expect(whereAmI(path, 'a title')).toBeNull();
  });

  test('a page that GitHub did not find is none', () => {
    expect(whereAmI('/mira/report', 'Page not found · GitHub')).toBeNull();
  });

  test('takes no name for a page that core takes for an owner', () => {
    const words = PAGES.source.match(/[a-z][a-z-]*/g) ?? [];
    const owners = words.flatMap((word) => [word, `${word}s`, word.replace(/s$/, '')]);
    const pages = owners.filter((owner) => PAGES.test(owner));
    expect(pages.length).toBeGreaterThan(60);
    expect(pages.filter((page) => !isReservedName(page))).toEqual([]);
  });

  test('agrees with core wherever core sees a repository, and differs only in reserved names', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/);
    const page = fc.constantFrom('', '/issues', '/tree/main', '/generate', '/blob/dev/a.md');
    fc.assert(
      fc.property(segment, segment, page, (owner, name, rest) => {
        const path = `/${owner}/${name}${rest}`;
        const ours = whereAmI(path, '');
        const core = repositoryFromPath(path);
        if (core !== null) expect(ours).toMatchObject({ owner: core.owner, name: core.name });
        else if (ours !== null) expect(isReservedName(owner)).toBe(true);
      }),
      runs,
    );
  });
});

describe('placeOf', () => {
  const data = (ref: string, defaultBranch = 'main'): PageData => ({
    isPrivate: false,
    defaultBranch,
    ref,
    path: '/',
    names: [],
  });
  test.each([
    ['the root', '/o/r', undefined, { isRoot: true, ref: undefined }],
    ['an issue', '/o/r/issues/7', undefined, { isRoot: false, ref: undefined }],
    ['a file of a branch', '/o/r/blob/dev/README.md', data('dev'), { isRoot: false, ref: undefined }],
    ['a branch', '/o/r/tree/dev', undefined, { isRoot: true, ref: 'dev' }],
    ['a branch with a slash, known', '/o/r/tree/fix/plot', data('fix/plot'), { isRoot: true, ref: 'fix/plot' }],
    ['a folder of a branch, known', '/o/r/tree/dev/docs', data('dev'), { isRoot: false, ref: 'dev' }],
    ['data of another branch', '/o/r/tree/dev', data('developer'), { isRoot: true, ref: 'dev' }],
    ['the default branch', '/o/r/tree/main', data('main'), { isRoot: true, ref: undefined }],
    ['a folder of the default branch, stale', '/o/r/tree/main/docs', data('x'), { isRoot: false, ref: undefined }],
  ])('%s', (_, path, known, place) => {
    expect(placeOf(path, known)).toEqual(place);
  });
});
