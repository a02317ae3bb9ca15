import type { Fact } from '../model/facts.ts';
import { limits } from '../model/limits.ts';
import type { RepositorySnapshot, Snapshot, TextFile } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { type Dockerfile, parseDockerfile } from '../parse/dockerfile.ts';
import { type DockerfilePlace, dockerfilePlaceOf, type SourcePlace } from './dockerfile-place.ts';
import { namingFiles } from './naming-files.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { isFile, type Listing, listingOf, notAmong, unlistedParts } from './tree.ts';

/** A line that gives a variable to a build; `value` is null where the line does not tell it. */
export interface GivenArgument extends SourcePlace {
  readonly value: string | null;
}

/** The judged Dockerfile, parsed. */
export interface JudgedDockerfile {
  readonly path: string;
  readonly file: Dockerfile;
  readonly usedBy: SourcePlace | null;
  readonly others: readonly string[];
  /** The variables that a text may give to the build (`--build-arg NAME=…`), with the line; empty where no base needs one. */
  readonly givenArguments: ReadonlyMap<string, GivenArgument>;
}

/** The judged Dockerfile by its name and place alone; its text may be of any kind. */
export interface NamedDockerfile extends Omit<DockerfilePlace, 'entry' | 'unread'> {
  readonly path: string;
  /** "" where the text was not read. */
  readonly firstLine: string;
  /** Entries of the tree that were looked through. */
  readonly entries: number;
  /** Files that were not read and may well name it: makefiles, scripts. */
  readonly mayBeUsedBy: readonly string[];
}

const absentFrom = (listing: Listing): Fact<never> => ({
  state: 'absent',
  summary: 'There is no Dockerfile.',
  lookedFor: [notAmong('Dockerfile or a similar name', listing)],
  unread: unlistedParts(listing),
});

export const namedDockerfileFact = perSnapshot((snapshot: Snapshot): Fact<NamedDockerfile> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const place = dockerfilePlaceOf(snapshot);
  if (place === null) return absentFrom(listing);
  const { entry, usedBy, others, unread } = place;
  const scripts = listing.entries.filter((file) => MAY_BUILD.test(file.path) && isFile(file)).map(({ path }) => path);
  const text = textOf(repository, entry);
  const firstLine = text.state === 'read' ? (text.file.text.split(/\r\n|\n|\r/)[0] ?? '') : '';
  const value = { path: entry.path, firstLine, entries: listing.total, usedBy, others, mayBeUsedBy: scripts };
  return { state: 'present', value, unread: entry.path === 'Dockerfile' ? [] : [...unread, ...unlistedParts(listing)] };
});

const MAY_BUILD =
  /(?:^|\/)(?:GNU)?[Mm]akefile$|\.(?:sh|bat|ps1|mk|cmd)$|(?:^|\/)[Jj]ustfile$|(?:^|\/)Jenkinsfile$|\.gitlab-ci\.yml$/;

export const dockerfileFact = perSnapshot((snapshot: Snapshot): Fact<JudgedDockerfile> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const place = dockerfilePlaceOf(snapshot);
  if (place === null) return absentFrom(listing);
  const text = textOf(repository, place.entry);
  if (text.state === 'unread') return { state: 'unread', unread: [text.part] };
  const { usedBy, others, entry } = place;
  const file = parsedDockerfile(text.file);
  if (file.baseImages.some(({ quote }) => TEMPLATE.test(quote)))
    return { state: 'unread', unread: [{ what: entry.path, kind: 'bad-format', detail: TEMPLATE_SENTENCE }] };
  const isOpen = file.baseImages.some(({ unresolved }) => unresolved !== null);
  const given = isOpen ? givenArguments(repository, listing) : new Map<string, GivenArgument>();
  const value = { path: entry.path, file, usedBy, others, givenArguments: given };
  return { state: 'present', value, unread: [...text.unread, ...uncounted(place.entry.path, file)] };
});

const TEMPLATE = /\{\{|\{%|<%/;
const TEMPLATE_SENTENCE = 'It is a template: another program writes the name of its base image.';

/** Several facts read the same file. */
export const parsedDockerfile = oncePer(({ text }: TextFile): Dockerfile => parseDockerfile(text));

/** Instructions beyond the bound may hold what decides. */
const uncounted = (path: string, { instructions }: Dockerfile): readonly UnreadPart[] =>
  instructions.length < limits.dockerfileInstructions.most
    ? []
    : [{ what: `the rest of ${path}`, kind: 'too-big', detail: limits.dockerfileInstructions.sentence }];

const GIVEN =
  /(?:--build-arg[=\s]+["']?([A-Za-z_]\w{0,100})|^\s*(?:-\s*|build-args\s*:\s*)?["']?([A-Za-z_]\w{0,100})["']?\s*(?=[=:]))(?:[=:]\s*["']?([\w./:@-]{1,300})(?=["'\s`]|$))?/g;

/** Names that a README, workflow or compose file gives a value; which of them are meant for the build is not told apart. */
function givenArguments(repository: RepositorySnapshot, listing: Listing): JudgedDockerfile['givenArguments'] {
  const given = new Map<string, GivenArgument>();
  for (const { entry } of namingFiles(listing, repository)) {
    const text = textOf(repository, entry);
    if (text.state === 'unread') continue;
    for (const [index, line] of text.file.text.split(/\r\n|\n|\r/).entries())
      for (const match of line.slice(0, 4_000).matchAll(GIVEN)) {
        const name = match[1] ?? match[2] ?? '';
        const value = match[3] ?? null;
        if (!given.has(name)) given.set(name, { path: entry.path, line: index + 1, quote: line.trim(), value });
      }
  }
  return given;
}
