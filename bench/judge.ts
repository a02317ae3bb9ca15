import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assessment } from '../src/app/assess-subject.ts';
import { checks } from '../src/core/checks/index.ts';
import type { Rubric } from '../src/core/model/rubric.ts';
import { judge } from '../src/core/report/judge.ts';
import { everyCheck } from '../src/core/rubrics/every-check.ts';
import { general } from '../src/core/rubrics/general.ts';
import { buildCases } from '../test/world/build-cases.ts';
import { createReader } from '../test/world/faulty-reading.ts';
import { findRepositories, type WorldRepository } from '../test/world/find-repositories.ts';
import { readImages } from '../test/world/image-from-description.ts';
import { startWorld } from '../test/world/start-world.ts';
import { worldFetch } from '../test/world/world-fetch.mjs';
import { benchCode } from './code.ts';
import { benchDockerfiles } from './dockerfiles.ts';
import { type Figure, figureTable, kilobytes, median, milliseconds, quantile, textTable, times } from './figures.ts';
import { type Cost, costSoFar, readNaively } from './naive-reader.ts';

const ROUNDS = 20;
const settings = { rubricHash: '', version: '0', checks };

interface Judged {
  readonly name: string;
  readonly files: number;
  /** By every check, and by those of the rubric that is judged by itself. */
  readonly took: readonly number[];
  readonly tookGeneral: readonly number[];
  readonly ours: Cost;
  readonly naive: Cost;
}

/** How long judging one snapshot takes, and what reading it cost beside the naive way. Gives the text of its tables. */
export async function benchJudge(directory: string | null): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'reprise-bench-'));
  const repositories: readonly WorldRepository[] =
    directory === null
      ? (await buildCases(place)).filter(({ visibility }) => visibility === 'public')
      : findRepositories(directory);
  const world = await startWorld({ repositories, images: readImages() });
  const fetch = worldFetch(world.port, world.certificate);
  const all: Judged[] = [];
  const snapshots: [WorldRepository, Assessment['snapshot']][] = [];
  try {
    for (const repository of repositories) {
      const { owner, name } = repository;
      world.reset();
      const { snapshot } = await (await createReader(world)).assess(`${owner}/${name}`);
      const ours = costSoFar(world);
      const tree = snapshot.repository?.tree;
      // An empty repository has nothing to judge.
      if (tree?.state !== 'read') continue;
      const naive = await readNaively(snapshot, world, fetch);
      const [took, tookGeneral] = [timesOf(snapshot, everyCheck), timesOf(snapshot, general)];
      all.push({ name: `${owner}/${name}`, files: tree.value.entries.length, took, tookGeneral, ours, naive });
      snapshots.push([repository, snapshot]);
    }
    const dockerfiles = benchDockerfiles(snapshots.map(([, snapshot]) => snapshot));
    const code = await benchCode(snapshots);
    return [figureTable(figures(all)), textTable(lines(all)), code, dockerfiles, PEERS].join('\n\n');
  } finally {
    await world.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** Facts are made once for each snapshot, so every round judges a copy that nobody has looked at. */
function timesOf(snapshot: Assessment['snapshot'], rubric: Rubric): readonly number[] {
  const copies = Array.from({ length: ROUNDS + 3 }, () => structuredClone(snapshot));
  const took = copies.map((copy) => {
    const started = performance.now();
    judge(copy, rubric, settings);
    return performance.now() - started;
  });
  // The first ones pay for the engine's warming up.
  return took.slice(3);
}

function figures(all: readonly Judged[]): readonly Figure[] {
  const took = all.flatMap((one) => one.took);
  const [middle, late] = [median(took), quantile(took, 0.99)];
  const general = median(all.flatMap((one) => one.tookGeneral));
  const calls = Math.max(...all.map(({ ours }) => ours.apiCalls));
  const bytes = median(all.map(({ ours }) => ours.bytes));
  const ratio = (of: (cost: Cost) => number) => times(median(all.map(({ ours, naive }) => of(naive) / of(ours))));
  return [
    {
      what: `judging one snapshot by every check, median of ${all.length} × ${ROUNDS}`,
      value: milliseconds(middle),
      budget: '≤ 3 ms',
      isMissed: middle > 3,
    },
    { what: 'judging one snapshot, p99', value: milliseconds(late), budget: '≤ 30 ms', isMissed: late > 30 },
    { what: 'by the rubric that badges are judged by, median', value: milliseconds(general) },
    { what: 'calls to api.github.com, most', value: String(calls), budget: '1', isMissed: calls > 1 },
    { what: 'bytes per repository, median', value: kilobytes(bytes), budget: '≤ 300 kB', isMissed: bytes > 300_000 },
    { what: 'naive way / ours, calls to api.github.com', value: ratio(({ apiCalls }) => apiCalls) },
    { what: 'naive way / ours, bytes', value: ratio((cost) => cost.bytes) },
  ];
}

const lines = (all: readonly Judged[]): readonly (readonly string[])[] => [
  ['repository', 'entries', 'median', 'slowest', 'API calls', 'naive', 'bytes', 'naive'],
  ...all
    .toSorted((one, other) => median(other.took) - median(one.took))
    .slice(0, 15)
    .map(({ name, files, took, ours, naive }) => [
      name,
      String(files),
      milliseconds(median(took)),
      milliseconds(Math.max(...took)),
      String(ours.apiCalls),
      String(naive.apiCalls),
      kilobytes(ours.bytes),
      kilobytes(naive.bytes),
    ]),
];

const PEERS =
  'Peer: README, languages, listings and each text by the REST API, of the same repositories in the same run. Bytes are those of\n' +
  'bodies as they were sent. Peers of the checks of Dockerfiles: dockerfilelint and dockerfile-utils, by their own call\n' +
  '(docs/decisions/0009-peers-of-the-dockerfile-checks.md). All have the text alone when they are timed; what we find, we find in the\n' +
  'whole repository. "It alone": no other tool says anything of the same kind about that Dockerfile.';
