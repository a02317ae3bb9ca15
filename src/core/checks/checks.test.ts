import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts/facts.ts';
import { imageOf, snapshotOf, type TestFile, withoutTree } from '../model/snapshot.test-support.ts';
import type { ImageSnapshot, Snapshot } from '../model/snapshot.ts';
import { unread, unreadKinds } from '../model/unread.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { runCheck } from './check.ts';
import { checkById, checks } from './index.ts';

const outcomeOf = (id: string, snapshot: Snapshot) => {
  const check = checkById(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return runCheck(check, factsOf(snapshot), everyCheck.parameters);
};

const PROSE = '# Sleep\n\nMeasures sleep. Run `python run.py`.\n';

describe('readme-exists', () => {
  test.each<[string, Record<string, TestFile>, string]>([
    ['a sentence', { 'README.md': PROSE }, 'pass'],
    ['only a command', { 'README.md': '# Sleep\n\n```\nmake\n```\n' }, 'pass'],
    ['a sentence in HTML', { 'README.md': '<p align="center">We measure sleep.</p>\n' }, 'pass'],
    ['a sentence in a table', { 'README.md': '| what is here | why it is |\n|---|---|\n' }, 'pass'],
    ['reStructuredText', { 'README.rst': 'Sleep\n=====\n\nWe measure sleep here.\n' }, 'pass'],
    ['no extension', { README: 'We measure sleep here.\n' }, 'pass'],
    ['Chinese', { 'README.md': '# 睡眠\n\n这个项目测量睡眠质量。\n' }, 'pass'],
    ['a README in .github, which GitHub shows first', { '.github/README.md': PROSE, 'README.md': '# x\n' }, 'pass'],
    ['a README in docs', { 'docs/readme.md': PROSE }, 'pass'],
    ['none', { 'run.py': '' }, 'fail'],
    ['one in another folder', { 'src/README.md': PROSE }, 'fail'],
    ['an empty one', { 'README.md': '' }, 'fail'],
    [
      'headings, underlined too, with links',
      { 'README.md': 'A\n=====\n\n# See [the page](https://example.org/a) now!\n' },
      'fail',
    ],
    [
      'headings and badges',
      { 'README.md': '# A\n\n[![b](https://x.org/b.svg)](https://x.org)\n<img src="a.png">\n' },
      'fail',
    ],
    [
      'a drawn tree and an address',
      { 'README.md': '# A\n\n```\n├── LICENSE\n└── src\n```\n\nhttps://example.org/one/two\n' },
      'fail',
    ],
    ['an HTML heading', { 'README.md': '<h1 align="center">A study of sleep and noise</h1>\n' }, 'fail'],
    ['an untouched template', { 'README.md': '# A\n\nA short description of the project.\n' }, 'fail'],
    ['a link to another file', { 'README.md': { kind: 'symlink' } }, 'unknown'],
  ])('%s', (_name, files, outcome) => {
    const finding = outcomeOf('readme-exists', snapshotOf(files));
    expect(finding.outcome).toBe(outcome);
    if (outcome !== 'unknown') expect(finding.evidence.length).toBeGreaterThan(0);
  });

  test('an absence in a truncated listing is unknown', () => {
    const snapshot = snapshotOf({ 'run.py': '' }, { unreadFolders: [''] });
    expect(outcomeOf('readme-exists', snapshot)).toMatchObject({ outcome: 'unknown', why: { kind: 'truncated' } });
  });

  test('a folder that is not known and holds no README of GitHub’s places changes nothing', () => {
    expect(outcomeOf('readme-exists', snapshotOf({ 'run.py': '' }, { unreadFolders: ['data'] })).outcome).toBe('fail');
  });
});

describe('environment-yml-is-valid', () => {
  const GOOD = 'name: a\ndependencies:\n  - python=3.11\n';
  test.each<[string, Record<string, TestFile>, string, string | null]>([
    ['a whole file', { 'environment.yml': GOOD }, 'pass', 'environment.yml'],
    ['.yaml', { 'environment.yaml': GOOD }, 'pass', 'environment.yaml'],
    ['a misspelt name', { 'enviroment.yml': GOOD }, 'pass', 'enviroment.yml'],
    ['a near-miss that is no conda file', { 'env.yml': 'PORT: 80\n' }, 'not-applicable', null],
    ['two pip lists', { 'environment.yml': 'dependencies:\n- pip: [a]\n- pip: [b]\n' }, 'fail', 'environment.yml'],
    ['the root before a folder', { 'a/environment.yml': ': :', 'environment.yml': GOOD }, 'pass', 'environment.yml'],
    [
      'the file that the README names before the root',
      {
        'README.md': `${PROSE}\n    conda env create -f env/lab.yml\n`,
        'env/lab.yml': 'dependencies: x\n',
        'environment.yml': GOOD,
      },
      'fail',
      'env/lab.yml',
    ],
    ['none', { 'README.md': PROSE }, 'not-applicable', null],
    [
      'one of a project put in whole',
      { 'lib/x/README.md': 'x', 'lib/x/LICENSE': '', 'lib/x/environment.yml': ': :' },
      'not-applicable',
      null,
    ],
    [
      'one beside a licence of our own',
      { 'README.md': PROSE, LICENSE: '', 'environment.yml': GOOD },
      'pass',
      'environment.yml',
    ],
    ['one in a committed environment', { 'node_modules/a/environment.yml': ': :' }, 'not-applicable', null],
    ['one beyond our limits', { 'environment.yml': `x: ${'['.repeat(30)}${']'.repeat(30)}\n` }, 'unknown', null],
    ['one that is no text', { 'environment.yml': { unread: { kind: 'bad-format' } } }, 'unknown', null],
  ])('%s', (_name, files, outcome, path) => {
    const finding = outcomeOf('environment-yml-is-valid', snapshotOf(files));
    expect(finding.outcome).toBe(outcome);
    expect(finding.evidence.flatMap((item) => (item.kind === 'line' ? [item.path] : []))[0] ?? null).toBe(path);
  });
});

describe('image-exists-and-is-public', () => {
  const named = { 'README.md': `${PROSE}\ndocker pull ghcr.io/lab/sleep-image\n` };
  const judged = (files: Record<string, TestFile>, ...images: readonly ImageSnapshot[]) =>
    outcomeOf('image-exists-and-is-public', snapshotOf(files, { images }));

  test('public', () => {
    expect(judged(named, imageOf('lab/sleep-image', { kind: 'public' })).outcome).toBe('pass');
  });

  test.each([
    ['private', 'likelier that it is private'],
    [null, 'does not tell which'],
  ] as const)('refused, likely %s', (likely, words) => {
    const finding = judged(named, imageOf('lab/sleep-image', { kind: 'refused', likely }));
    expect(finding.outcome).toBe('fail');
    expect(finding.summary).toContain('Nobody can pull ghcr.io/lab/sleep-image without logging in.');
    expect(finding.summary).toContain(words);
    expect(finding.evidence).toContainEqual(
      expect.objectContaining({ kind: 'registry', quote: 'authentication required' }),
    );
  });

  test('public with another tag only: it exists, and its tags are another check’s', () => {
    const image = imageOf(
      'lab/sleep-image',
      { kind: 'public' },
      { manifest: { state: 'absent' }, tags: { state: 'read', value: ['v1'] } },
    );
    const finding = judged(named, image);
    expect(finding.outcome).toBe('pass');
    expect(finding.notes).toEqual([]);
  });

  test('none named and the guess refused: not applicable, and the refusal is not shown', () => {
    const finding = judged({ 'README.md': PROSE }, imageOf('lab/sleep', { kind: 'refused', likely: null }));
    expect(finding).toMatchObject({ outcome: 'not-applicable', evidence: [] });
    expect(finding.summary).toBe('This project does not say that it has an image.');
  });

  test.each([
    ['.github', 'unknown'],
    ['data', 'not-applicable'],
  ])('none named, and %s/ is not listed: %s', (folder, outcome) => {
    const refused = imageOf('lab/sleep', { kind: 'refused', likely: null });
    const snapshot = snapshotOf({ 'README.md': PROSE }, { images: [refused], unreadFolders: [folder] });
    expect(outcomeOf('image-exists-and-is-public', snapshot).outcome).toBe(outcome);
  });

  test('none named and the guess public: counts, with a note', () => {
    const finding = judged({ 'README.md': PROSE }, imageOf('lab/sleep', { kind: 'public' }));
    expect(finding).toMatchObject({
      outcome: 'pass',
      notes: ['It was found by its name; the repository does not name it.'],
    });
  });

  test('the base of the Dockerfile and published bases are not the project’s image', () => {
    const files = {
      'README.md': `${PROSE}\ndocker pull ghcr.io/other/base:1 and ghcr.io/ucsd-ets/datascience-notebook\n`,
      Dockerfile: 'FROM ghcr.io/other/base:1\n',
    };
    expect(judged(files, imageOf('lab/sleep', { kind: 'refused', likely: null })).outcome).toBe('not-applicable');
  });

  test('the first public one of several is judged', () => {
    const files = { 'README.md': `${PROSE}\ndocker pull ghcr.io/lab/a\ndocker pull ghcr.io/lab/b\n` };
    const finding = judged(
      files,
      imageOf('lab/a', { kind: 'refused', likely: 'private' }),
      imageOf('lab/b', { kind: 'public' }),
    );
    expect(finding).toMatchObject({ outcome: 'pass', summary: 'Anybody can pull ghcr.io/lab/b.' });
  });

  test('one of several that was not answered may be the public one', () => {
    const files = { 'README.md': `${PROSE}\ndocker pull ghcr.io/lab/a\ndocker pull ghcr.io/lab/b\n` };
    const finding = judged(
      files,
      imageOf('lab/a', { kind: 'refused', likely: 'private' }),
      imageOf('lab/b', { kind: 'timeout' }),
    );
    expect(finding).toMatchObject({ outcome: 'unknown', why: { kind: 'timeout' } });
  });

  test.each(unreadKinds)('an image that could not be asked (%s) is unknown', (kind) => {
    const why = { kind };
    expect(judged(named, imageOf('lab/sleep-image', why)).outcome).toBe('unknown');
    const manifest = { manifest: unread(kind) };
    expect(judged(named, imageOf('lab/sleep-image', { kind: 'public' }, manifest)).outcome).toBe('unknown');
  });
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('has its words, and an id that reads as a statement', () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    for (const words of [
      check.statement,
      check.failure,
      check.why,
      check.fix,
      check.examples.pass,
      check.examples.fail,
    ])
      expect(words.length).toBeGreaterThan(5);
  });

  test.each(unreadKinds)('is unknown, never failed, when the listing is unread by %s', (kind) => {
    const snapshot = withoutTree(snapshotOf({ 'README.md': '' }), { kind });
    expect(outcomeOf(id, snapshot)).toMatchObject({ outcome: 'unknown', fix: null, why: { kind } });
  });
});
