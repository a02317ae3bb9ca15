import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptySnapshot, takeSnapshot } from '../../src/app/take-snapshot.ts';
import { checks } from '../../src/core/checks/index.ts';
import type { Report } from '../../src/core/model/report.ts';
import { head } from '../../src/core/model/repository-ref.ts';
import { judge } from '../../src/core/report/judge.ts';
import { everyCheck } from '../../src/core/rubrics/every-check.ts';
import { localGitSource } from '../../src/services/local-git/local-source.ts';
import { openLocalRepository } from '../../src/services/local-git/open-repository.ts';
import type { WorldCase } from './build-cases.ts';
import { createReader, type Made, makeRepositories } from './faulty-reading.ts';
import { startWorld, type World } from './start-world.ts';

const README = '# Sleep\n\nMeasures how street noise changes sleep.\n';
const ENVIRONMENT = 'name: sleep\nchannels: [conda-forge]\ndependencies: [python=3.12, pandas=2.2.3]\n';
const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`;
const headings = (bytes: number) => '# Nothing but a heading\n\n'.repeat(bytes / 25);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const mark = '\ufeff';

interface Row extends Made {
  /** Outcome and summary by check; the summary may be left out. */
  readonly says: Readonly<Record<string, readonly [outcome: string, summary?: string]>>;
  /** Failures that are the repository's own. */
  readonly fails?: readonly string[];
  readonly notRead?: string;
}

const COMMIT = '5a0e4d1c9b7f3e2a8d6c4b1f0e9a7d5c3b2f1e08';
const rows: Readonly<Record<string, Row>> = {
  'no-readme': {
    files: { 'environment.yml': ENVIRONMENT },
    says: { 'readme-exists': ['fail', 'There is no README.'] },
    fails: ['readme-exists'],
  },
  'lfs-readme': {
    files: { 'README.md': LFS, 'environment.yml': ENVIRONMENT },
    says: {
      'readme-exists': [
        'unknown',
        'README.md: It is kept in Git LFS: git itself holds only a pointer to it, and Reprise reads git.',
      ],
      'environment-yml-is-valid': ['pass'],
    },
    notRead: 'README.md',
  },
  'lfs-environment': {
    files: { 'README.md': README, 'environment.yml': LFS },
    says: {
      'environment-yml-is-valid': [
        'unknown',
        'environment.yml: It is kept in Git LFS: git itself holds only a pointer to it, and Reprise reads git.',
      ],
    },
  },
  'linked-readme': {
    files: { 'docs/report.md': README, 'environment.yml': ENVIRONMENT },
    symlinks: { 'README.md': './docs/report.md' },
    says: { 'readme-exists': ['pass', 'There is a README.'] },
  },
  'linked-upwards': {
    files: { 'about.md': README, 'environment.yml': ENVIRONMENT },
    symlinks: { '.github/README.md': '../about.md' },
    says: { 'readme-exists': ['pass', 'There is a README.'] },
  },
  'linked-outside': {
    files: { 'environment.yml': ENVIRONMENT },
    symlinks: { 'README.md': '../../etc/passwd' },
    says: {
      'readme-exists': [
        'unknown',
        'README.md: It is a link, and no file of this repository that Reprise reads is where it leads.',
      ],
    },
  },
  'linked-to-a-link': {
    files: { 'about.md': README, 'environment.yml': ENVIRONMENT },
    symlinks: { 'README.md': 'other.md', 'other.md': 'about.md' },
    says: { 'readme-exists': ['unknown'] },
  },
  'linked-in-a-ring': {
    files: { 'environment.yml': ENVIRONMENT },
    symlinks: { 'README.md': 'README.md' },
    says: { 'readme-exists': ['unknown'] },
  },
  submodule: {
    files: { 'README.md': README },
    submodules: { 'lib/sensors': COMMIT },
    says: { 'readme-exists': ['pass'] },
    notRead: 'lib/sensors (a submodule)',
  },
  'submodule-as-readme': {
    files: { 'environment.yml': ENVIRONMENT },
    submodules: { docs: COMMIT },
    says: { 'environment-yml-is-valid': ['pass'], 'readme-exists': ['fail', 'There is no README.'] },
    fails: ['readme-exists'],
  },
  'utf-16': {
    files: { 'README.md': utf16(README), 'environment.yml': `${mark}${ENVIRONMENT}` },
    says: { 'readme-exists': ['pass'], 'environment-yml-is-valid': ['pass'] },
  },
  'no-text': {
    files: { 'README.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xd8]), 'environment.yml': ENVIRONMENT },
    says: { 'readme-exists': ['unknown', 'README.md: It is not text in UTF-8.'] },
  },
  '10-mb-readme': {
    files: { 'README.md': README + headings(10_000_000), 'environment.yml': ENVIRONMENT },
    says: { 'readme-exists': ['pass', 'There is a README.'] },
    notRead: 'the rest of README.md',
  },
  '10-mb-of-headings': {
    files: { 'README.md': headings(10_000_000), 'environment.yml': ENVIRONMENT },
    says: {
      'readme-exists': [
        'unknown',
        'Not decided: the rest of README.md was not read. Only the first 256 KB of the document were read.',
      ],
    },
  },
  '13-mb-readme': {
    files: { 'README.md': headings(13_000_000), 'environment.yml': ENVIRONMENT },
    says: { 'readme-exists': ['unknown', 'README.md: The file is larger than 12 MB.'] },
  },
  'large-environment': {
    files: { 'README.md': README, 'environment.yml': `${ENVIRONMENT}#${'x'.repeat(300_000)}\n` },
    says: {
      'environment-yml-is-valid': [
        'unknown',
        'environment.yml: The file is larger than 256 KB; Reprise reads none so large.',
      ],
    },
  },
  'rest-readme': {
    files: {
      'README.rst': 'Sleep\n=====\n\nMeasures how street noise changes sleep.\n',
      'environment.yml': ENVIRONMENT,
    },
    says: { 'readme-exists': ['pass', 'There is a README.'] },
  },
  'broken-yaml': {
    files: { 'README.md': README, 'environment.yml': 'dependencies:\n  - "pandas\n' },
    says: { 'readme-exists': ['pass'], 'environment-yml-is-valid': ['fail'] },
    fails: ['environment-yml-is-valid'],
  },
  'html-as-dockerfile': {
    files: {
      'README.md': README,
      Dockerfile: '<!doctype html>\n<html><body>Not Found</body></html>\n',
    },
    says: { 'readme-exists': ['pass'] },
    // That it is no Dockerfile is the repository's own fault; what follows from it is not said again and again.
    fails: ['dockerfile-is-valid', 'readme-names-the-image'],
  },
};

let world: World;
let made: { readonly folder: string; readonly cases: readonly WorldCase[] };
let sound: readonly string[];

beforeAll(async () => {
  const files = { 'README.md': README, 'environment.yml': ENVIRONMENT };
  made = await makeRepositories({ sound: { files }, ...rows });
  world = await startWorld({ repositories: made.cases });
  sound = failures((await (await createReader(world)).assess('sample-class/sound')).report);
}, 30_000);
afterAll(async () => {
  await world.close();
  rmSync(made.folder, { recursive: true, force: true });
});

const failures = (report: Report): readonly string[] =>
  report.findings.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check);

/** The same from disk, where nothing is in the way. */
async function localReport(name: string): Promise<Report> {
  const one = made.cases.find((other) => other.name === name);
  const opened = await openLocalRepository(one?.directory ?? '');
  if (!opened.ok) throw new Error(opened.problem);
  const begun = emptySnapshot(
    { repository: { owner: 'sample-class', name, at: head }, image: null },
    '2026-11-24T20:00:00.000Z',
  );
  const images = {
    image: async () => Promise.reject(new Error('no registry')),
  };
  const repositories = localGitSource(opened.repository, { owner: 'sample-class', name });
  const snapshot = await takeSnapshot(begun, everyCheck, { repositories, images, checks });
  opened.repository.close();
  return judge(snapshot, everyCheck, { rubricHash: '', version: '0', checks });
}

describe.each(Object.entries(rows))('%s', (name, { says, fails = [], notRead }) => {
  test('is judged for what it is, and blamed for nothing else', async () => {
    const reader = await createReader(world);
    const { report } = await reader.assess(`sample-class/${name}`);
    for (const [check, [outcome, summary]] of Object.entries(says)) {
      const finding = report.findings.find((one) => one.check === check);
      expect(finding).toMatchObject({ outcome, ...(summary === undefined ? {} : { summary }) });
    }
    expect(failures(report).filter((check) => !sound.includes(check) && !fails.includes(check))).toEqual([]);
    if (notRead !== undefined) expect(report.notRead.map(({ what }) => what)).toContain(notRead);
    expect(reader.waited()).toBe(0);
  });

  test('is judged alike from disk', async () => {
    const local = await localReport(name);
    for (const [check, [outcome]] of Object.entries(says))
      expect(local.findings.find((one) => one.check === check)?.outcome).toBe(outcome);
  });
});

test('the lines of a linked README are those of the file it leads to', async () => {
  const { report } = await (await createReader(world)).assess('sample-class/linked-readme');
  const [evidence] = report.findings.find(({ check }) => check === 'readme-exists')?.evidence ?? [];
  expect(evidence).toMatchObject({ path: 'docs/report.md', line: 3 });
});
