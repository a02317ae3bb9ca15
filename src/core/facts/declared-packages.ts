import type { Fact } from '../model/facts.ts';
import { formatImageReference, parseImageReference } from '../model/image-reference.ts';
import { type RepositorySnapshot, type Snapshot, textAt } from '../model/snapshot.ts';
import { type InstallCall, installCall } from '../parse/install-calls.ts';
import { normalName } from '../parse/package-name.ts';
import { pythonPackagesOf } from '../tables/python-of-bases.ts';
import { lineOf } from './docker-build.ts';
import { type DockerInstalls, dockerInstallsFact } from './docker-installs.ts';
import { isDockerfileByName } from './dockerfile-place.ts';
import { environmentSpecsFact } from './environment-specs.ts';
import { ownModulesOf } from './own-modules.ts';
import { namesOfLines, packagesInSpec } from './packages-in-spec.ts';
import { perSnapshot } from './per-snapshot.ts';
import { effectiveLineOf, readSpec } from './read-spec.ts';
import { readmeCommandsOf } from './readme-commands.ts';
import { requirementsFilesFact } from './requirements-files.ts';
import { type SpecFile, specFilesOf } from './spec-files.ts';
import { fileName, folderOf, listingOf } from './tree.ts';

/** The packages that all files for Python together name. */
export interface DeclaredPackages {
  /** In pip's normal form; conda's names among them. */
  readonly names: ReadonlySet<string>;
  /** The files that name packages; the judged one first. */
  readonly specs: readonly SpecFile[];
  /** The Dockerfile, where that is what installs packages. */
  readonly dockerfile: string | null;
  /** Why a package may be there that none of them names, for code in a folder (`''`: everywhere). */
  readonly doubts: readonly { readonly folder: string; readonly reason: string }[];
  /** A file of packages for Python that was not read, such as a lock; null where there is none. */
  readonly unreadSpec: string | null;
  /** Modules that the repository holds itself: files and folders of Python anywhere in it. */
  readonly modules: ReadonlySet<string>;
  /** Whether the listing is whole, so that no module is missed. */
  readonly isWhole: boolean;
}

type Doubt = DeclaredPackages['doubts'][number];

export const declaredPackagesFact = perSnapshot((snapshot: Snapshot): Fact<DeclaredPackages> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { repository, listing } = reading;
  const names = new Set<string>();
  const doubts: Doubt[] = [];
  const specs: SpecFile[] = [];
  for (const spec of specFilesOf(snapshot)) {
    if (!isForPython(spec) || isProse(spec, repository)) continue;
    const found = packagesInSpec(spec, repository);
    if (found === null) doubts.push(...doubtOf(spec, snapshot));
    else if (found.length > 0) specs.push(spec);
    for (const name of found ?? []) names.add(name);
  }
  const unreadSpec = doubts[0]?.reason ?? null;
  const requirements = requirementsFilesFact(snapshot);
  if (requirements.state === 'present') {
    // Files that others take in (`-r`) have any name.
    for (const { lines } of requirements.value.files) for (const name of namesOfLines(lines)) names.add(name);
    for (const { what } of requirements.unread) doubts.push({ folder: '', reason: `${what} was not read.` });
  }
  const docker = dockerInstallsFact(snapshot);
  if (docker.state === 'present') addDocker(docker.value, names, doubts);
  else if (docker.state === 'absent') doubts.push(...toldImage(snapshot));
  else if (docker.state === 'unread') doubts.push({ folder: '', reason: `${docker.unread[0].what} was not read.` });
  for (const { words } of readmeCommandsOf(snapshot)) addCall(installCall(words), names);
  for (const { path, reading: code } of repository.code)
    if (code.state === 'read' && /\.(?:sh|bash)$/.test(path))
      for (const { value } of code.value.installs) names.add(value);
  for (const { path, family } of specFilesOf(snapshot))
    if (family === 'container' && path.includes('/') && isDockerfileByName(path) && !isJudged(path, docker))
      doubts.push({ folder: folderOf(path), reason: `${path} was not read.` });
  if (names.has('anaconda')) doubts.push({ folder: '', reason: 'The package `anaconda` brings some hundred others.' });
  const installs = docker.state === 'present' && docker.value.steps.some(({ call }) => OF_PYTHON.test(call.manager));
  const dockerfile = installs && docker.state === 'present' ? docker.value.build.path : null;
  const modules = ownModulesOf(repository);
  const value = { names, specs, dockerfile, doubts, unreadSpec, modules, isWhole: listing.unreadFolders.length === 0 };
  // What is not read is a doubt: whether it counts depends on the import.
  return { state: 'present', value, unread: [] };
});

const isJudged = (path: string, docker: Fact<DockerInstalls>): boolean =>
  docker.state === 'present' && docker.value.build.path === path;

/** A list in words is none. */
const isProse = (spec: SpecFile, repository: RepositorySnapshot): boolean => {
  const reading = readSpec(spec, repository);
  return reading.state === 'read' && effectiveLineOf(reading.content) === null;
};

const isForPython = ({ family, path }: SpecFile): boolean =>
  family === 'conda' ||
  family === 'pip' ||
  fileName(path) === 'postBuild' ||
  (family === 'lock' && !/^(?:renv\.lock|Manifest\.toml)$/.test(fileName(path)));

/** What was not read may name anything, unless it was made from a file that was, or only holds settings. */
function doubtOf(spec: SpecFile, snapshot: Snapshot): readonly Doubt[] {
  const folder = folderOf(spec.path);
  const beside = specFilesOf(snapshot).filter((one) => one !== spec && folderOf(one.path) === folder);
  const isMade =
    spec.family === 'lock' && beside.some(({ family, path }) => family !== 'lock' || path.endsWith('pixi.toml'));
  const isSettings = fileName(spec.path) === 'setup.cfg' && !isLeftToSettings(folder, snapshot);
  return isMade || isSettings ? [] : [{ folder, reason: `${spec.path} was not read.` }];
}

/** Whether a `setup.py` leaves the packages to the `setup.cfg` beside it. */
function isLeftToSettings(folder: string, { repository }: Snapshot): boolean {
  const path = folder === '' ? 'setup.py' : `${folder}/setup.py`;
  const reading = repository === null ? undefined : textAt(repository, path);
  return reading?.state === 'read' && !reading.value.text.includes('install_requires');
}

const OF_PYTHON = /^(?:pip|uv|conda|poetry|pipenv|pixi)$/;

function addCall(call: InstallCall | null, names: Set<string>): void {
  if (call === null || !call.isInstall) return;
  for (const { name } of call.packages) {
    const bare = normalName(name);
    names.add(bare);
    // Debian's packages for Python.
    if (bare.startsWith('python3-')) names.add(bare.slice(8)).add(`python-${bare.slice(8)}`);
  }
}

/** An image that the README tells to use and that nothing here builds. */
function toldImage(snapshot: Snapshot): readonly Doubt[] {
  const fact = environmentSpecsFact(snapshot);
  const image = fact.state === 'present' ? fact.value.image : null;
  if (image === null || !image.isTold) return [];
  return [{ folder: '', reason: `What the image ${formatImageReference(image.reference)} holds was not read.` }];
}

function addDocker({ build, steps }: DockerInstalls, names: Set<string>, doubts: Doubt[]): void {
  const isUsed = steps.some(({ call }) => OF_PYTHON.test(call.manager));
  for (const { call, files } of steps) {
    addCall(call, names);
    for (const one of files.flatMap(({ packages }) => packages)) names.add(one.name);
  }
  for (const stage of build.last === null ? [] : lineOf(build.last).slice(0, 1)) {
    const parsed = parseImageReference(stage.base.image ?? '');
    const held = parsed.ok ? pythonPackagesOf(parsed.reference) : null;
    for (const name of held ?? []) names.add(name);
    if (held === null) doubts.push({ folder: folderOf(build.path), reason: 'What its base image holds is not known.' });
  }
  const open = isUsed
    ? steps.find(({ call, files }) => !call.isWhole || files.some(({ isWhole }) => !isWhole))
    : undefined;
  if (open !== undefined)
    doubts.push({ folder: '', reason: `Line ${open.command.line} of ${build.path} takes names from elsewhere.` });
}
