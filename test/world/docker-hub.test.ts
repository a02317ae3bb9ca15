import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/app/assess-subject.ts';
import { createReader, makeRepositories } from './faulty-reading.ts';
import { imageFromDescription } from './image-from-description.ts';
import { startWorld, type World } from './start-world.ts';

const hub = (path: string, visibility: 'public' | 'private', ...layers: readonly { readonly bytes: number }[]) =>
  imageFromDescription({
    registry: 'docker.io',
    path,
    visibility,
    proves: '',
    tags: ['1.0'],
    form: 'index',
    platforms: [
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm64', variant: 'v8' },
    ],
    config: { created: '2025-03-12T10:00:00Z', cmd: ['python3'], history: [{ created_by: 'ADD rootfs.tar in /' }] },
    layers,
  });

const made = {
  'official-base': 'FROM python:1.0\n',
  'missing-tag': 'FROM python:0.9\n',
  'hidden-base': 'FROM lab/hidden:1.0\n',
  'absent-base': 'FROM lab/nothing:1.0\n',
  'own-image': 'FROM python:1.0\nRUN pip install pandas==2.2.3\n',
};
const README = '# Sleep\n\nMeasures how street noise changes sleep.\n\n';

let world: World;
let folder: string;
beforeAll(async () => {
  const repositories = await makeRepositories(
    Object.fromEntries(
      Object.entries(made).map(([name, dockerfile]) => [
        name,
        {
          files: {
            'README.md': name === 'own-image' ? `${README}    docker pull sample-class/own-image:1.0\n` : README,
            Dockerfile: dockerfile,
          },
        },
      ]),
    ),
  );
  folder = repositories.folder;
  const images = [
    hub('library/python', 'public', { bytes: 1_000 }),
    hub('lab/hidden', 'private', { bytes: 1_000 }),
    hub('sample-class/own-image', 'public', { bytes: 2_000 }, { bytes: 3_000 }),
  ];
  world = await startWorld({ repositories: repositories.cases, images });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => world.reset());

const found = ({ report }: Assessment, id: string) => report.findings.find(({ check }) => check === id);
const assess = async (name: string, mayAskHub = true) =>
  (await createReader(world, { mayAskHub })).assess(`sample-class/${name}`);
const hubCalls = () => world.log.filter(({ host }) => host.includes('docker')).map(({ host }) => host);

describe('a base on Docker Hub', () => {
  test('that everybody gets is asked for with a token, its manifests and its configuration, and without a cookie', async () => {
    expect(found(await assess('official-base'), 'base-image-exists')).toMatchObject({ outcome: 'pass' });
    expect(hubCalls().sort()).toEqual([
      'auth.docker.io',
      'production.cloudflare.docker.com',
      'registry-1.docker.io',
      'registry-1.docker.io',
      'registry-1.docker.io',
    ]);
    expect(world.log.filter(({ headers }) => headers.cookie !== null || headers.origin !== null)).toEqual([]);
  });

  test('whose tag is missing fails, with the tags there are', async () => {
    const finding = found(await assess('missing-tag'), 'base-image-exists');
    expect(finding).toMatchObject({ outcome: 'fail', summary: 'Docker Hub has no python:0.9. It has 1.0.' });
  });

  test.each(['hidden-base', 'absent-base'])('%s is refused, and neither cause is claimed', async (name) => {
    const finding = found(await assess(name), 'base-image-exists');
    expect(finding?.outcome).toBe('fail');
    expect(finding?.summary).toMatch(/^Nobody can pull lab\/\w+:1\.0 without logging in: it is private, or it is not/);
    expect(hubCalls()).toEqual(['auth.docker.io', 'registry-1.docker.io']);
  });

  test('beyond the limit of an address nothing is said, and when to ask again is', async () => {
    world.hubLimit.remaining = 0;
    const finding = found(await assess('official-base'), 'base-image-exists');
    expect(finding).toMatchObject({ outcome: 'unknown', why: { kind: 'secondary-limit' } });
    expect(Date.parse(finding?.why?.retryAt ?? '') - Date.now()).toBeGreaterThan(5 * 3_600_000);
  });

  test('without permission nothing is asked and nothing is unfinished for that', async () => {
    const assessment = await assess('official-base', false);
    const finding = found(assessment, 'base-image-exists');
    expect(finding).toMatchObject({ outcome: 'unknown', level: 'information', why: { kind: 'permission-needed' } });
    expect(finding?.summary).toBe('Docker Hub was not asked for python:1.0.');
    expect(hubCalls()).toEqual([]);
  });

  test('that was read is not asked for again within hours', async () => {
    const reader = await createReader(world, { mayAskHub: true });
    await reader.assess('sample-class/official-base');
    const before = hubCalls().length;
    await reader.assess('sample-class/official-base');
    expect([before, hubCalls().length]).toEqual([5, 5]);
  });
});

describe('a project’s image on Docker Hub', () => {
  test('is judged in the same words, and compared with its base there', async () => {
    const assessment = await assess('own-image');
    expect(found(assessment, 'image-exists-and-is-public')).toMatchObject({ outcome: 'pass' });
    expect(found(assessment, 'image-is-built-for-required-platform')).toMatchObject({ outcome: 'pass' });
    expect(assessment.report.image?.chosen).toBe('docker.io/sample-class/own-image:1.0');
    expect(found(assessment, 'image-is-built-on-the-declared-base')?.why?.kind).not.toBe('permission-needed');
  });

  test('that nobody gets cites Docker Hub’s settings, not GitHub’s', async () => {
    const assessment = await (await createReader(world, { mayAskHub: true })).assess('docker.io/lab/hidden:1.0');
    const finding = found(assessment, 'image-exists-and-is-public');
    expect(finding?.summary).toContain('Either it is private, or there is no image of this name');
    expect(finding?.fix?.ways[0].say).toMatch(/^Docker Hub → /);
  });
});
