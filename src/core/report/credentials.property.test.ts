import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewRuns } from '../../../test/property-runs.ts';
import { checks } from '../checks/index.ts';
import { configOf, imageOf, snapshotOf } from '../model/snapshot.test-support.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { read } from '../model/unread.ts';
import { checksum } from '../parse/secrets.ts';
import { everyCheck } from '../rubrics/every-check.ts';
import { complaintAbout, issueAddress } from './complaint.ts';
import { judge } from './judge.ts';
import { leftToFix, toMarkdown } from './to-markdown.ts';
import { toTable } from './to-table.ts';

const repository = { owner: 'lab', name: 'sleep' };
const secretOf = (most: number) => fc.string({ unit: fc.constantFrom(...'aB1c2'), minLength: most, maxLength: most });
const tokens = fc.oneof(
  secretOf(36).map((secret) => `ghp_${secret}`),
  secretOf(30).map((secret) => `ghp_${secret}${checksum(secret)}`),
  secretOf(59).map((secret) => `github_pat_11${secret}`),
  secretOf(20).map((secret) => `glpat-${secret}`),
  secretOf(34).map((secret) => `hf_${secret}`),
  secretOf(40).map((secret) => `sk-proj-${secret}`),
  secretOf(24).map((secret) => `xoxb-${secret}`),
);

type Place = readonly [name: string, at: (token: string) => Snapshot];

const README = '# Sleep\n\nIt measures sleep.\n\n    conda env create -f environment.yml\n    python run.py\n';
const ENVIRONMENT = 'name: sleep\nchannels: [conda-forge]\ndependencies:\n  - python=3.12\n';

const inFile =
  (path: string, before: string, after = '\n', others: Readonly<Record<string, string>> = {}) =>
  (token: string): Snapshot =>
    snapshotOf({ 'README.md': README, 'run.py': '', ...others, [path]: `${before}${token}${after}` });

const inReadme = (before: string, after = '\n'): Place => [
  `README: ${before}`,
  inFile('README.md', before, after, { 'environment.yml': ENVIRONMENT }),
];
const inEnvironment = (before: string, after = '\n'): Place => [
  `environment.yml: ${before}`,
  inFile('environment.yml', before, after),
];
const inRequirements = (before: string, after = '\n'): Place => [
  `requirements.txt: ${before}`,
  inFile('requirements.txt', before, after),
];
const inDockerfile = (before: string, after = '\n'): Place => [
  `Dockerfile: ${before}`,
  inFile('Dockerfile', before, after),
];
const named = (path: (token: string) => string, text: string): Place => [
  `a path like ${path('…')}`,
  (token) => snapshotOf({ 'README.md': README.replace('environment.yml', () => path(token)), [path(token)]: text }),
];

const places: readonly Place[] = [
  inReadme('# Sleep '),
  inReadme('# Sleep\n\nSee the [installation guide](https://example.org/install?key=', ').\n'),
  inReadme('# Sleep\n\nRun `python ', '.py`.\n'),
  inReadme('# Sleep\n\n    docker pull ghcr.io/lab/'),
  inReadme('# Sleep\n\n    docker pull ghcr.io/', '/sleep\n'),
  inReadme('# Sleep\n\n    pip install git+https://', '@example.org/a.git\n'),
  inReadme('# Sleep\n\n    conda env create -f ', '.yml\n'),
  inReadme('# Sleep\n\n    docker build -t sleep --build-arg TOKEN=', ' .\n'),
  inEnvironment(`${ENVIRONMENT}  - `),
  inEnvironment(`${ENVIRONMENT}  - file:///`),
  inEnvironment(`${ENVIRONMENT}  - pip:\n    - a\n  - pip:\n    - git+https://`, '@example.org/a.git\n'),
  inEnvironment(ENVIRONMENT, ': 1\n'),
  inEnvironment('name: ', `\n${ENVIRONMENT.split('\n').slice(1).join('\n')}`),
  inEnvironment('dependencies:\n\t- '),
  inEnvironment('prefix: /home/', '\ndependencies: [python=3.12]\n'),
  inEnvironment('channels: [https://example.org/t/', '/x]\ndependencies: [python]\n'),
  inRequirements('git+https://', '@example.org/a.git\n'),
  inRequirements('a @ https://someone:', '@example.org/a.whl\n'),
  inRequirements('bar = '),
  inRequirements('-r '),
  inRequirements('--index-url https://', '@example.org/simple\na\n'),
  inRequirements('', '==1.0\n'),
  inRequirements('', ' = 1\n'),
  inDockerfile('FROM python:3.12\nENVV GH_TOKEN='),
  inDockerfile('FROM python:3.12\nARG TOKEN = '),
  inDockerfile('ARG BASE=', '\nFROM ghcr.io/lab/$BASE\n'),
  inDockerfile('FROM ghcr.io/lab/'),
  inDockerfile('FROM ghcr.io/lab/sleep:'),
  inDockerfile('FROM python:3.12 AS '),
  inDockerfile('FROM python:3.12\nCOPY --from='),
  inDockerfile(''),
  named((token) => `${token}/environment.yml`, ENVIRONMENT),
  named((token) => `${token}.ipynb`, '{}'),
  named((token) => `${token}/Dockerfile`, 'FROM python\n'),
  named((token) => `${token}.yml`, ENVIRONMENT),
  ['submission.json', inFile('submission.json', '{"image": "ghcr.io/lab/', '"}\n')],
  ['submission.json, broken', inFile('submission.json', '{"image": "ghcr.io/', '"}\n')],
  [
    'the image itself',
    (token) => {
      const path = `lab/${token.toLowerCase()}`;
      const config = configOf({
        command: [token],
        environment: [`GH_TOKEN=${token}`, `${token}=1`],
        history: [{ createdBy: `RUN ${token}`, created: null, emptyLayer: false }],
      });
      return snapshotOf(
        { 'README.md': `${README}\n    docker pull ghcr.io/${path}\n` },
        { images: [imageOf(path, { kind: 'public' }, { config: read(config) })] },
      );
    },
  ],
  [
    'a file that could not be read',
    (token) =>
      snapshotOf({
        'README.md': { unread: { kind: 'bad-format', detail: `${token} is not a number` } },
        [`${token}.yml`]: { unread: { kind: 'timeout' } },
        [token]: { kind: 'submodule' },
      }),
  ],
];

/** All that leaves this product of a report. */
function written(snapshot: Snapshot): Readonly<Record<string, string>> {
  const report = judge(snapshot, everyCheck, { rubricHash: '0'.repeat(64), version: '0.1.0', checks });
  const parts = { report, rubric: everyCheck, repository };
  const complaints = report.findings.map((finding) =>
    complaintAbout({ finding, report, repository, isPrivate: false }),
  );
  return {
    json: JSON.stringify(report),
    table: toTable(report, everyCheck),
    markdown: toMarkdown(parts),
    tasks: leftToFix(parts) ?? '',
    complaints: complaints.map(({ title, body }) => `${title}\n${body}`).join('\n'),
    addresses: complaints.map((one) => decodeURIComponent(issueAddress(one))).join('\n'),
  };
}

/** Names are lowered and their “_” exchanged, and Markdown has its backslashes: that is still the token. */
const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

test.each(places)('no token is written down again: %s', (_name, at) => {
  fc.assert(
    fc.property(tokens, (token) => {
      const leaks = Object.entries(written(at(token))).filter(([, text]) => bare(text).includes(bare(token)));
      expect(leaks.map(([form]) => form)).toEqual([]);
    }),
    fewRuns,
  );
});

test('at most of these places the token would be written down', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const told = places.filter(([, at]) =>
    Object.values(written(at(token)))
      .join('')
      .includes('redacted'),
  );
  expect(told.length).toBeGreaterThan(places.length / 2);
});
