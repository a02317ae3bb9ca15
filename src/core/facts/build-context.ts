import type { Fact } from '../model/facts.ts';
import type { Snapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { type CopiedSource, copiedSources } from '../parse/copied-sources.ts';
import { parseDockerignore } from '../parse/dockerignore.ts';
import { isPlain } from '../parse/path-pattern.ts';
import { type Context, contextsOf } from './build-contexts.ts';
import type { BuildStage } from './build-stages.ts';
import { valueWith } from './build-variables.ts';
import { placeIn, type Whereabouts } from './context-files.ts';
import { dockerBuildFact } from './docker-build.ts';
import { dockerfilePlaceOf } from './dockerfile-place.ts';
import { makerOf } from './made-sources.ts';
import { type NearestPath, nearestPath } from './nearest-path.ts';
import { perSnapshot } from './per-snapshot.ts';
import { wholeTreeOf } from './readme-folders.ts';
import { textOf } from './texts.ts';
import { listingOf, unlistedParts } from './tree.ts';

/** What the judged Dockerfile takes from the folder it is built in. */
export interface BuildContext {
  readonly path: string;
  /** The context that holds most of what is taken. */
  readonly context: Context;
  readonly ignoreFile: string | null;
  readonly sources: readonly PlacedSource[];
  /** Sources with variables that the file does not tell. */
  readonly open: readonly CopiedSource[];
  /** Entries of the tree that were looked through. */
  readonly entries: number;
}

/** `otherContext`, `nearest` and `madeBy` are of one that is missing. */
export interface PlacedSource extends CopiedSource {
  readonly place: Whereabouts;
  /** Another folder that the Dockerfile may be built in, which holds it. */
  readonly otherContext: string | null;
  readonly nearest: NearestPath | null;
  /** What may make it. */
  readonly madeBy: string | null;
}

// No Dockerfile is known that needs a tenth of these.
const MOST_SOURCES = 100;
const MOST_COMPARED = 4_000;
/** Missing ones that are looked for elsewhere; more than a few are never shown. */
const MOST_EXPLAINED = 20;

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The .dockerignore that counts in a context: one beside the Dockerfile and named after it comes first. */
function ignoreFileOf(snapshot: Snapshot, path: string, folder: string): TreeEntry | null {
  const { files } = wholeTreeOf(snapshot);
  return files.get(`${path}.dockerignore`) ?? files.get(inFolder(folder, '.dockerignore')) ?? null;
}

/** The .dockerignore files to read for the judged Dockerfile. */
export function ignoreFiles(snapshot: Snapshot): readonly TreeEntry[] {
  const place = dockerfilePlaceOf(snapshot);
  if (place === null) return [];
  const { path } = place.entry;
  const found = contextsOf(snapshot, path).flatMap(({ folder }) => ignoreFileOf(snapshot, path, folder) ?? []);
  return [...new Set(found)];
}

export const buildContextFact = perSnapshot((snapshot: Snapshot): Fact<BuildContext> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const build = dockerBuildFact(snapshot);
  if (build.state !== 'present') return build;
  const { path, stages } = build.value;
  const { told, open } = sourcesOf(stages);
  const trials = contextsOf(snapshot, path)
    .map((context) => trialIn(snapshot, path, context, told))
    .sort((one, other) => one.missing - other.missing);
  const [best = trialIn(snapshot, path, { folder: '', toldBy: null }, told)] = trials;
  const known = new Map<string, Explanation>();
  const sources = told.map((source, index) => {
    const one = placed(source, index, trials);
    if (one.place.kind !== 'missing' || one.otherContext !== null) return one;
    const { path: missing } = one.place;
    const explanation = known.get(missing) ?? (known.size < MOST_EXPLAINED ? explanationOf(snapshot, missing) : null);
    if (explanation !== null) known.set(missing, explanation);
    return { ...one, ...explanation };
  });
  const isMissing = sources.some(({ place }) => place.kind === 'missing');
  const value = {
    path,
    context: best.context,
    ignoreFile: best.ignoreFile,
    sources,
    open,
    entries: reading.listing.total,
  };
  return {
    state: 'present',
    value,
    unread: [...build.unread, ...best.unread, ...(isMissing ? unlistedParts(reading.listing) : [])],
  };
});

/** What the stages that are built take, with the values of variables put in. */
function sourcesOf(stages: readonly BuildStage[]) {
  const told: CopiedSource[] = [];
  const open: CopiedSource[] = [];
  for (const { instruction, variables } of stages.flatMap(({ isBuilt, steps }) => (isBuilt ? steps : [])))
    for (const source of copiedSources(instruction)) {
      const path = valueWith(source.written, variables);
      if (path.includes('$')) open.push(source);
      else if (told.length < MOST_SOURCES) told.push({ ...source, path });
    }
  return { told, open };
}

/** The sources as they lie in one context. */
interface Trial {
  readonly context: Context;
  readonly ignoreFile: string | null;
  readonly places: readonly Whereabouts[];
  readonly missing: number;
  readonly unread: readonly UnreadPart[];
}

function trialIn(snapshot: Snapshot, path: string, context: Context, sources: readonly CopiedSource[]): Trial {
  const entry = sources.length === 0 ? null : ignoreFileOf(snapshot, path, context.folder);
  const text = entry === null || snapshot.repository === null ? null : textOf(snapshot.repository, entry);
  const parsed = text?.state === 'read' ? parseDockerignore(text.file.text) : [];
  const isTooMuch = parsed.filter(({ pattern }) => !isPlain(pattern)).length * sources.length > MOST_COMPARED;
  const rules = isTooMuch ? [] : parsed;
  const places = sources.map((source) => placeIn(snapshot, context.folder, rules, source.path));
  return {
    context,
    ignoreFile: entry?.path ?? null,
    places,
    missing: places.filter(isMissingFrom).length,
    unread: [
      ...(text === null ? [] : text.state === 'unread' ? [text.part] : text.unread),
      ...(entry !== null && isTooMuch ? [{ what: entry.path, kind: 'too-big' as const }] : []),
    ],
  };
}

const isMissingFrom = ({ kind }: Whereabouts): boolean => kind === 'missing' || kind === 'ignored';

function placed(source: CopiedSource, index: number, trials: readonly Trial[]): PlacedSource {
  const place = trials[0]?.places[index] ?? { kind: 'there' };
  const other = isMissingFrom(place) ? trials.find(({ places }) => !isMissingFrom(places[index] ?? place)) : undefined;
  return { ...source, place, otherContext: other?.context.folder ?? null, nearest: null, madeBy: null };
}

type Explanation = Pick<PlacedSource, 'nearest' | 'madeBy'>;

function explanationOf(snapshot: Snapshot, path: string): Explanation {
  const { files, folders } = wholeTreeOf(snapshot);
  return { nearest: nearestPath(path, [...files.keys(), ...folders]), madeBy: makerOf(snapshot, path) };
}
