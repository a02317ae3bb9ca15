import type { Fact, SourceLine } from '../model/facts.ts';
import type { Snapshot, TextFile, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { parseExplicitList } from '../parse/explicit-list.ts';
import type { InstallCall } from '../parse/install-calls.ts';
import type { AskedFile } from '../parse/install-places.ts';
import { normalName } from '../parse/package-name.ts';
import { type BuildContext, buildContextFact } from './build-context.ts';
import type { BuildCommand, BuildStage } from './build-stages.ts';
import { type DockerBuild, dockerBuildFact, lineOf } from './docker-build.ts';
import { entriesByPath } from './entries-by-path.ts';
import { repositoryFiles } from './installed-files.ts';
import { condaEntryOf, environmentYmlIn, pipEntryOf, requirementsIn } from './parsed-specs.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { fileName, isFile, pathFrom } from './tree.ts';

/** What the judged Dockerfile installs, by its own words and by the files it hands to pip and conda. */
export interface DockerInstalls {
  readonly build: DockerBuild;
  /** In the order of the file; those of stages that are not built are left out. */
  readonly steps: readonly InstallStep[];
}

export interface InstallStep {
  readonly command: BuildCommand;
  readonly call: InstallCall;
  readonly stage: BuildStage;
  /** Whether what it installs lies in the image itself, not only in a stage that it takes parts of. */
  readonly isInImage: boolean;
  readonly files: readonly FollowedFile[];
}

/** A file that a call reads packages from. */
export interface FollowedFile {
  readonly asked: AskedFile;
  /** Where it lies in the repository; null where none does that can be meant. */
  readonly path: string | null;
  readonly packages: readonly ListedPackage[];
  /** False where it is not read, or takes in other files. */
  readonly isWhole: boolean;
}

export interface ListedPackage {
  /** In pip’s normal form. */
  readonly name: string;
  readonly constraint: string;
  readonly isHeld: boolean;
  readonly line: number;
  readonly text: string;
}

export const dockerInstallsFact = perSnapshot((snapshot: Snapshot): Fact<DockerInstalls> => {
  const build = dockerBuildFact(snapshot);
  if (build.state !== 'present') return build;
  const unread: UnreadPart[] = [...build.unread];
  const inImage = new Set(build.value.last === null ? [] : lineOf(build.value.last));
  const steps = build.value.stages.flatMap((stage) =>
    (stage.isBuilt ? stage.steps : []).flatMap(({ commands }) =>
      commands.flatMap((command): readonly InstallStep[] => {
        const { call } = command;
        if (call === null) return [];
        const files = call.files.map((asked) => {
          const followed = followedFile(snapshot, asked, call);
          unread.push(...followed.unread);
          return followed.file;
        });
        return [{ command, call, stage, isInImage: inImage.has(stage), files }];
      }),
    ),
  );
  return { state: 'present', value: { build: build.value, steps }, unread };
});

const MOST_FILES = 4;

/** The files to read that the judged Dockerfile hands to pip and conda. */
export function filesOfDockerInstalls(snapshot: Snapshot): readonly TreeEntry[] {
  const build = dockerBuildFact(snapshot);
  if (build.state !== 'present') return [];
  const asked = build.value.stages
    .flatMap(({ steps }) => steps.flatMap(({ commands }) => commands))
    .flatMap(({ call }) => call?.files ?? []);
  const entries = asked.flatMap((one) => entryOf(snapshot, one) ?? []);
  return [...new Set(entries)].slice(0, MOST_FILES);
}

/** The file of the repository that a path inside the image means: what is copied under that name comes first. */
function entryOf(snapshot: Snapshot, { path }: AskedFile): TreeEntry | null {
  const context = buildContextFact(snapshot);
  if (context.state !== 'present' || /[$`]|^https?:/.test(path)) return null;
  const byPath = entriesByPath(snapshot);
  const { entries } = byPath;
  for (const place of likelyPlaces(path, context.value)) {
    const entry = entries.get(place ?? '');
    if (entry !== undefined && isFile(entry)) return entry;
  }
  const [other] = repositoryFiles({ file: path }, context.value.path, byPath);
  return entries.get(other ?? '') ?? null;
}

function likelyPlaces(path: string, { context: { folder }, sources }: BuildContext): readonly (string | null)[] {
  const name = fileName(path);
  const copied = sources
    .filter((source) => fileName(source.path) === name || fileName(source.target) === name)
    .map((source) => source.path);
  return [...copied, ...(path.startsWith('/') ? [] : [path]), name].map((place) => pathFrom(folder, place));
}

function followedFile(snapshot: Snapshot, asked: AskedFile, call: InstallCall) {
  const nothing = { asked, path: null, packages: [], isWhole: false };
  const entry = entryOf(snapshot, asked);
  if (entry === null || snapshot.repository === null) return { file: nothing, unread: [] };
  const text = textOf(snapshot.repository, entry);
  if (text.state === 'unread') return { file: { ...nothing, path: entry.path }, unread: [text.part] };
  const listed = call.manager === 'conda' ? condaList(text.file) : pipList(text.file);
  return { file: { asked, path: entry.path, ...listed }, unread: text.unread };
}

type Listed = Pick<FollowedFile, 'packages' | 'isWhole'>;

const listed = (name: string | null, one: Omit<ListedPackage, 'name'>): readonly ListedPackage[] =>
  name === null ? [] : [{ ...one, name: normalName(name) }];

const pipList = oncePer((file: TextFile): Listed => {
  const { lines } = requirementsIn(file);
  const packages = lines.flatMap(({ name, constraint, isHeld, line, text }) =>
    listed(name, { constraint, isHeld, line, text }),
  );
  return { packages, isWhole: !lines.some(({ text }) => /^(?:-r|--requirement|-e|--editable|\.)/.test(text)) };
});

/** conda’s YAML, its list of addresses, or its list of names. */
const condaList = oncePer((file: TextFile): Listed => {
  const explicit = parseExplicitList(file.text);
  if (explicit?.isExplicit) return { packages: explicit.entries.flatMap(ofAddress), isWhole: true };
  const isYaml = /^dependencies\s{0,9}:/m.test(file.text);
  const yml = isYaml ? environmentYmlIn(file) : null;
  const lines = file.text.split(/\r\n|\n|\r/).map((text, index) => ({ line: index + 1, text: text.trim() }));
  const conda = yml?.condaDependencies ?? lines.filter(({ text }) => /^\w/.test(text));
  const packages = [
    ...conda.map((entry) => ({ ...condaEntryOf(entry), ...entry })),
    ...(yml?.pipDependencies ?? []).map(pipEntryOf),
  ].flatMap(({ name, constraint, isHeld, line, text }) => listed(name, { constraint, isHeld, line, text }));
  return { packages, isWhole: yml === null || yml.problems.length === 0 };
});

/** `https://…/linux-64/name-1.2-build.conda`. */
function ofAddress({ line, text }: SourceLine): readonly ListedPackage[] {
  const [, name = null, version = ''] = /^(.{1,200})-([^-]{1,100})-[^-]{1,200}$/.exec(fileName(text)) ?? [];
  return listed(name, { constraint: `=${version}`, isHeld: true, line, text });
}
