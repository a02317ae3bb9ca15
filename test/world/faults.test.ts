import { rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/app/assess-subject.ts';
import { checks } from '../../src/core/checks/index.ts';
import type { Rubric } from '../../src/core/model/rubric.ts';
import type { Snapshot } from '../../src/core/model/snapshot.ts';
import type { Reading, UnreadKind } from '../../src/core/model/unread.ts';
import { badgeOf } from '../../src/core/report/badge-of.ts';
import { headlineOf } from '../../src/core/report/headline.ts';
import { judge } from '../../src/core/report/judge.ts';
import { badgeWords } from '../../src/github-page/badge-words.ts';
import { begins, breaksOff, createReader, gives, makeRepositories, of, type ReaderOptions } from './faulty-reading.ts';
import { readImages } from './image-from-description.ts';
import { startWorld, type World } from './start-world.ts';
import type { FaultHandler } from './world-state.ts';

const README =
  '# Sleep\n\nMeasures how street noise changes sleep.\n\n`docker pull ghcr.io/sample-class/sleep-and-screen-time`\n';
const ENVIRONMENT = 'name: sleep\nchannels: [conda-forge]\ndependencies: [python=3.12, pandas=2.2.3]\n';
const files = { 'README.md': README, 'environment.yml': ENVIRONMENT };
const TOKEN = 'github_pat_of_the_faults';

let world: World;
let folder: string;
let sound: Assessment;
beforeAll(async () => {
  const made = await makeRepositories({
    sound: { files },
    hidden: { files, visibility: 'private' },
    empty: { empty: true },
    'new-name': { files, renamedFrom: 'sample-class/old-name' },
    large: { files: { 'README.md': README, 'a/environment.yml': ENVIRONMENT, 'b.txt': '' }, truncatedAfter: 1 },
  });
  folder = made.folder;
  world = await startWorld({ repositories: made.cases, images: readImages(), tokens: [TOKEN] });
  sound = await (await createReader(world)).assess('sample-class/sound');
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => world.reset());

/** Three rows that no later check changes, so that the words below stand. */
const words: Rubric = {
  schema: 1,
  id: 'words',
  title: 'Words',
  description: '',
  rows: (['readme-exists', 'environment-yml-is-valid', 'image-exists-and-is-public'] as const).map((check) => ({
    id: check,
    statement: check,
    checks: [{ check, level: 'required' }],
  })),
  parameters: { platform: null, command: null, workspace: null, notAccepted: [] },
};

/** What a reader sees of an assessment under `words`. */
function seen({ snapshot }: Assessment) {
  const report = judge(snapshot, words, { rubricHash: '', version: '0', checks });
  const { title, sentence } = headlineOf(report, words);
  const said = Object.fromEntries(report.findings.map(({ check, summary }) => [check, summary]));
  return { report, said, headline: `${title}: ${sentence}`, badge: badgeWords(badgeOf(report)) };
}

const failures = ({ report }: Assessment): readonly string[] =>
  report.findings.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check);

const REFS = /^github\.com\/.*info\/refs/;
const API = /^api\.github\.com/;
const TREE = /^api\.github\.com\/.*git\/trees/;
const RAW = /^raw\./;
const RAW_README = /^raw\..*README/;
const TOKEN_OF_REGISTRY = /^ghcr\.io\/token/;
const ALL = /./;
const HTML = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };
const reset = String(Math.floor(Date.now() / 1_000) + 1_800);
const LIMIT = '{"message":"API rate limit exceeded for 203.0.113.7."}';
const SECONDARY = '{"message":"You have exceeded a secondary rate limit. Please wait a few minutes."}';
const DMCA = '{"message":"Repository access blocked","block":{"reason":"dmca"}}';
const bomb = gzipSync(Buffer.alloc(40 * 1_048_576));
const none = (): FaultHandler => () => false;

interface Row extends ReaderOptions {
  readonly subject?: string;
  readonly spoil: FaultHandler;
  readonly kind: UnreadKind;
  /** The sentence of the page's head, when nothing could be read. */
  readonly head?: string;
  readonly badge?: string | RegExp;
  /** Else the sentences of single rows. */
  readonly rows?: Readonly<Record<string, string>>;
}

const rows: Readonly<Record<string, Row>> = {
  'an empty repository (409 of the API)': {
    spoil: of(TREE, gives(409, '{"message":"Git Repository is empty.","status":"409"}', JSON_TYPE)),
    kind: 'empty-repository',
    head: 'The repository is empty.',
    badge: 'could not look: empty',
  },
  'an empty repository, as git lists it': {
    subject: 'sample-class/empty',
    spoil: none(),
    kind: 'empty-repository',
    head: 'The repository is empty.',
    badge: 'could not look: empty',
  },
  'deleted, private or misspelt': {
    subject: 'sample-class/nowhere',
    spoil: none(),
    kind: 'not-found-or-private',
    head: 'It does not exist, or it is private.',
    badge: 'could not look: not there, or private',
  },
  'deleted between two calls': {
    spoil: of(TREE, gives(404, '{"message":"Not Found"}', JSON_TYPE)),
    kind: 'not-found-or-private',
    head: 'It does not exist, or it is private.',
  },
  'blocked (451)': {
    spoil: of(REFS, gives(451, DMCA, JSON_TYPE)),
    kind: 'gone',
    head: 'GitHub has blocked or removed it.',
    badge: 'could not look: blocked by GitHub',
  },
  'blocked (403 of the API)': {
    spoil: of(API, gives(403, DMCA, JSON_TYPE)),
    kind: 'gone',
    head: 'GitHub has blocked or removed it.',
  },
  'a listing that GitHub cuts': {
    subject: 'sample-class/large',
    spoil: none(),
    kind: 'truncated',
    badge: 'not finished',
    rows: {
      'readme-exists': 'There is a README.',
      'environment-yml-is-valid': 'Not decided: the list of files below a/ was not read. Only a part of it arrived.',
    },
  },
  'the hourly limit (403), with headers': {
    spoil: of(API, gives(403, LIMIT, { ...JSON_TYPE, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })),
    kind: 'rate-limit',
    head: 'GitHub’s hourly limit of requests is used up.',
    badge: /^waiting until \d\d:\d\d$/,
  },
  'the hourly limit (429), with headers': {
    spoil: of(API, gives(429, '', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })),
    kind: 'rate-limit',
    head: 'GitHub’s hourly limit of requests is used up.',
    badge: /^waiting until/,
  },
  'the hourly limit (403), without headers': {
    spoil: of(API, gives(403, LIMIT, JSON_TYPE)),
    kind: 'rate-limit',
    head: 'GitHub’s hourly limit of requests is used up.',
    badge: /^waiting until/,
  },
  'a limit (429) without any word': {
    spoil: of(API, gives(429)),
    kind: 'secondary-limit',
    head: 'Too many requests came in a short time, and the server asks to wait.',
    badge: /^waiting until/,
  },
  'the secondary limit, with a time': {
    spoil: of(API, gives(403, SECONDARY, { ...JSON_TYPE, 'retry-after': '120' })),
    kind: 'secondary-limit',
    head: 'Too many requests came in a short time, and the server asks to wait.',
    badge: /^waiting until/,
  },
  'the secondary limit of the text host': {
    spoil: of(RAW, gives(429, '429: Too Many Requests')),
    kind: 'secondary-limit',
    badge: /^waiting until/,
    rows: { 'readme-exists': 'README.md: Too many requests came in a short time, and the server asks to wait.' },
  },
  'a token that is wrong, expired or revoked': {
    token: 'github_pat_revoked',
    spoil: none(),
    kind: 'bad-token',
    head: 'GitHub does not accept the token: it is wrong, expired or revoked.',
    badge: 'could not look: token not accepted',
  },
  'single sign-on (SAML)': {
    subject: 'sample-class/hidden',
    token: TOKEN,
    spoil: (request, response) =>
      request.headers.authorization !== undefined &&
      of(API, gives(403, '{"message":"Resource protected by organization SAML enforcement."}', JSON_TYPE))(
        request,
        response,
      ),
    kind: 'forbidden',
    head: 'The organisation asks for single sign-on (SAML): the token must be authorised for it, under “Configure SSO” in GitHub’s settings of tokens.',
    badge: 'could not look: access refused',
  },
  offline: {
    isOffline: true,
    spoil: of(ALL, breaksOff),
    kind: 'offline',
    head: 'This computer is offline.',
    badge: 'could not look: offline',
  },
  'connections that break off': {
    spoil: of(ALL, breaksOff),
    kind: 'reset',
    head: 'The connection broke off.',
    badge: 'could not look: connection lost',
  },
  'a log-in page of the network in the place of everything': {
    spoil: of(ALL, gives(200, '<html><title>Log in to the campus network</title>', HTML)),
    kind: 'intercepted',
    head: 'A web page came instead of data, perhaps a log-in page of the network.',
    badge: 'could not look: log-in page of the network?',
  },
  'the same without a type': {
    spoil: of(ALL, gives(200, '<!doctype html><title>Log in</title>')),
    kind: 'intercepted',
    head: 'Something between this computer and the server answered instead of it, perhaps a log-in page of the network.',
  },
  'a log-in page in the place of a text': {
    spoil: of(RAW, gives(200, '<html>', HTML)),
    kind: 'intercepted',
    rows: { 'readme-exists': 'README.md: A web page came instead of data, perhaps a log-in page of the network.' },
  },
  'a failing server, with a page': {
    spoil: of(API, gives(502, '<html><h1>502 Bad Gateway', HTML)),
    kind: 'server-error',
    head: 'The server has a fault of its own (HTTP 502).',
    badge: 'could not look: server fault',
  },
  'no answer at all': {
    hurry: 15,
    spoil: of(TREE, () => {}),
    kind: 'timeout',
    head: 'The server did not begin to answer within 15 seconds.',
    badge: 'could not look: no answer in time',
  },
  'a body that stops coming': {
    hurry: 10,
    spoil: of(TREE, begins('stalls')),
    kind: 'timeout',
    head: 'The server stopped sending for 10 seconds.',
  },
  'a listing that breaks off': {
    spoil: of(TREE, begins('breaks')),
    kind: 'reset',
    head: 'The connection broke off.',
  },
  'a listing cut without a sign': {
    spoil: of(TREE, gives(200, '{"truncated":false,"tree":[{"path":"a"', JSON_TYPE)),
    kind: 'bad-format',
    head: 'The answer is not in the expected form.',
    badge: 'could not look: odd answer',
  },
  'a text cut without a sign': {
    spoil: of(RAW_README, gives(200, README.slice(0, 20))),
    kind: 'truncated',
    rows: { 'readme-exists': 'README.md: Only a part of it arrived.' },
  },
  'a gzip bomb as the listing': {
    spoil: of(TREE, gives(200, bomb, { ...JSON_TYPE, 'content-encoding': 'gzip' })),
    kind: 'too-big',
    head: 'The listing of files is larger than 16 MB.',
    badge: 'could not look: too large',
  },
  'a gzip bomb as a text': {
    spoil: of(RAW_README, gives(200, bomb, { 'content-encoding': 'gzip' })),
    kind: 'too-big',
    rows: { 'readme-exists': 'README.md: The file is larger than 12 MB.' },
  },
  'another text than the one that was asked for': {
    spoil: of(RAW_README, gives(200, README.replace('street', 'STREET'))),
    kind: 'bad-digest',
    rows: { 'readme-exists': 'README.md: What arrived is not what was asked for: its checksum is wrong.' },
  },
  'an older text, and no commit to ask for': {
    spoil: (request, response) =>
      of(/info\/refs|\/commits\/HEAD/, gives(503))(request, response) ||
      of(RAW_README, gives(200, '# Older\n'))(request, response),
    kind: 'stale',
    rows: { 'readme-exists': 'README.md: It changed while it was being read.' },
  },
  'an image’s manifest with a wrong digest': {
    spoil: of(
      /^ghcr\.io\/v2\/.*manifests/,
      gives(200, '{}', {
        'content-type': 'application/vnd.oci.image.index.v1+json',
        'docker-content-digest': `sha256:${'0'.repeat(64)}`,
      }),
    ),
    kind: 'bad-digest',
    rows: {
      'image-exists-and-is-public': 'What arrived is not what was asked for: its checksum is wrong.',
    },
  },
  'a registry whose token endpoint refuses in a new way': {
    spoil: of(
      TOKEN_OF_REGISTRY,
      gives(403, '{"errors":[{"code":"PAYMENT_REQUIRED","message":"see billing"}]}', JSON_TYPE),
    ),
    kind: 'bad-format',
    rows: {
      'image-exists-and-is-public':
        'The registry gave an answer that this version of Reprise does not know (PAYMENT_REQUIRED).',
    },
  },
  'a registry whose token endpoint gives no token': {
    spoil: of(TOKEN_OF_REGISTRY, gives(200, '{"ticket":"abc"}', JSON_TYPE)),
    kind: 'bad-format',
    rows: { 'image-exists-and-is-public': 'The registry’s answer holds no token.' },
  },
  'a registry that asks to wait': {
    spoil: of(
      TOKEN_OF_REGISTRY,
      gives(429, '{"errors":[{"code":"TOOMANYREQUESTS","message":"retry-after: 2m"}]}', JSON_TYPE),
    ),
    kind: 'secondary-limit',
    rows: {
      'image-exists-and-is-public': 'Too many requests came in a short time, and the server asks to wait.',
    },
  },
};

const MOST_REQUESTS = 30;
const MOST_WAITED = 60_000;

describe.each(Object.entries(rows))('%s', (_name, row) => {
  const { subject = 'sample-class/sound', spoil, kind, head, badge, rows: sentences = {} } = row;

  test('is said as what it is, blames nobody, is not kept, and ends', async () => {
    world.answerWith(spoil);
    const reader = await createReader(world, row);
    const assessment = await reader.assess(subject);
    const { report, said, headline, badge: onBadge } = seen(assessment);

    expect(report.findings.map(({ why }) => why?.kind)).toContain(kind);
    if (head !== undefined) expect(headline).toBe(`Could not look: ${head}`);
    if (badge !== undefined)
      expect(onBadge).toMatch(typeof badge === 'string' ? new RegExp(`^${badge.replace(/[?.]/g, '\\$&')}$`) : badge);
    expect(said).toMatchObject(sentences);
    const blamed = failures(assessment).filter((check) => !failures(sound).includes(check));
    expect(blamed).toEqual([]);

    expect(unreadKindsIn(reader.kept())).toEqual([]);
    expect(world.log.length).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(reader.waited()).toBeLessThanOrEqual(MOST_WAITED);
  });
});

// Whoever was told to wait waits; `transport.test.ts` and `tree.test.ts` look at that.
const passing = Object.entries(rows).filter(
  ([, { kind, subject, token }]) =>
    !['rate-limit', 'secondary-limit'].includes(kind) && subject === undefined && token === undefined,
);

test.each(passing)('%s is forgotten when it is over', async (_name, row) => {
  world.answerWith(row.spoil);
  const reader = await createReader(world, row);
  await reader.assess('sample-class/sound');
  world.answerWith(null);
  expect((await reader.assess('sample-class/sound')).report.findings).toEqual(sound.report.findings);
});

/** The kinds of what a cache holds unread; what was never asked for is no fault, and a refused image is an answer. */
function unreadKindsIn(kept: readonly unknown[]): readonly string[] {
  const readings = (kept as readonly Snapshot[]).flatMap(({ repository, images }): readonly Reading<unknown>[] => [
    ...(repository === null ? [] : [repository.head, repository.tree, ...repository.texts.map((text) => text.reading)]),
    ...images.map(({ access }) => access),
  ]);
  return readings
    .flatMap((reading) => (reading.state === 'unread' ? [reading.unread.kind] : []))
    .filter((kind) => kind !== 'not-asked');
}

test('a renamed repository is judged under its new name, and that is said', async () => {
  const renamed = await (await createReader(world)).assess('sample-class/old-name');
  expect(renamed.report.notices).toEqual(['sample-class/old-name is now sample-class/new-name.']);
  expect(renamed.report.findings.map(({ outcome }) => outcome)).toEqual(
    sound.report.findings.map(({ outcome }) => outcome),
  );
});

test.each([
  ['quay.io/lab/tools:1', 'Reprise asks ghcr.io and Docker Hub only, not quay.io.'],
  ['docker.io/library/python:3.12', 'Docker Hub was not asked: Reprise may not ask it yet.'],
])('an image of a registry that is not asked is no failure: %s', async (image, summary) => {
  const { snapshot } = await (await createReader(world)).assess(image);
  const { report } = seen({ snapshot } as Assessment);
  expect(report.findings.at(-1)).toMatchObject({
    outcome: 'unknown',
    summary,
  });
});
