import { describe, expect, test } from 'vitest';
import { fakeClock } from '../../services/transport/fake-clock.test-support.ts';
import { scriptedFetch } from '../../services/transport/scripted-fetch.test-support.ts';
import { createTransport } from '../../services/transport/transport.ts';
import { textOf } from '../facts/texts.ts';
import { parseDockerfile } from '../parse/dockerfile.ts';
import { parseYaml } from '../parse/yaml.ts';
import { type Limit, limits } from './limits.ts';
import { snapshotOf } from './snapshot.test-support.ts';

/** What the bound is met with: one under it, at it, one over it. */
const around = ({ most }: Limit): readonly number[] => [most - 1, most, most + 1];

describe('bytes of an answer', () => {
  const url = 'https://api.github.com/x';
  test.each([
    'textTransferBytes',
    'treeBytes',
    'refAdvertisementBytes',
    'tokenBytes',
    'manifestBytes',
    'configBytes',
    'tagsBytes',
  ] as const)('%s', async (name) => {
    const maxBytes = limits[name];
    const given = around(maxBytes).map(async (bytes) => {
      const { fetch } = scriptedFetch({ [url]: { body: new Uint8Array(bytes) } });
      const asked = await createTransport({ fetch, clock: fakeClock() }).get({ url, shape: 'bytes', maxBytes });
      return asked.ok ? null : asked.unread;
    });
    const over = { kind: 'too-big', detail: maxBytes.sentence };
    expect(await Promise.all(given)).toEqual([null, null, over]);
  });
});

describe('YAML', () => {
  const inLists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const withAliases = (count: number) => `a: &a x\nb: [${'*a, '.repeat(count)}]\n`;
  // The list itself is a value too.
  const withValues = (count: number) => `[${'x, '.repeat(count - 1)}]`;
  test.each<[string, Limit, (count: number) => string]>([
    ['depth', limits.yamlDepth, inLists],
    ['aliases', limits.yamlAliases, withAliases],
    ['values', limits.yamlValues, withValues],
  ])('%s', (_name, limit, textWith) => {
    const problems = around(limit).map((count) => {
      const parsed = parseYaml(textWith(count));
      return parsed.ok ? null : parsed.problem;
    });
    expect(problems).toEqual([null, null, limit.sentence]);
  });
});

test('instructions of a Dockerfile', () => {
  const last = around(limits.dockerfileInstructions).map((count) => {
    const text = `${'RUN true\n'.repeat(count - 1)}FROM python:3.12\n`;
    return parseDockerfile(text).baseImages.length;
  });
  expect(last).toEqual([1, 1, 0]);
});

describe('a text that was cut is said by its own bound', () => {
  test.each([
    ['README.md', limits.readmeBytes],
    ['docker/Dockerfile.gpu', limits.dockerfileBytes],
    ['.github/workflows/publish.yml', limits.workflowBytes],
    ['submission.json', limits.workflowBytes],
  ])('%s', (path, { sentence }) => {
    const snapshot = snapshotOf({ [path]: 'x' });
    const texts = snapshot.repository?.texts.map(({ reading }) =>
      reading.state === 'read' ? { path, reading: { ...reading, value: { ...reading.value, cut: true } } } : [],
    );
    const repository = { ...snapshot.repository, texts } as NonNullable<typeof snapshot.repository>;
    const [entry] = repository.tree.state === 'read' ? repository.tree.value.entries : [];
    if (entry === undefined) throw new Error('no entry');
    const rest = { what: `the rest of ${path}`, kind: 'too-big', detail: sentence };
    expect(textOf(repository, entry)).toMatchObject({ state: 'read', unread: [rest] });
  });
});

test.each(around(limits.textsPerRepository))(
  'of %i texts the first 24 are read, and that is said of the others',
  (count) => {
    const { most, sentence } = limits.textsPerRepository;
    const whole = snapshotOf(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.md`, 'x'])));
    if (whole.repository?.tree.state !== 'read') throw new Error('no listing');
    const repository = { ...whole.repository, texts: whole.repository.texts.slice(0, most) };
    const parts = whole.repository.tree.value.entries.map((entry) => textOf(repository, entry));
    const details = parts.flatMap((text) => (text.state === 'unread' ? [text.part.detail] : []));
    expect(details).toEqual(count > most ? [sentence] : []);
  },
);
