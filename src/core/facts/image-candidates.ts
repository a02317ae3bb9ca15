import { type ImageReference, imageName, parseImageReference } from '../model/image-reference.ts';
import { limits } from '../model/limits.ts';
import type { RepositorySnapshot, Snapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { findComposeImages } from '../parse/compose.ts';
import { parseDockerfile } from '../parse/dockerfile.ts';
import { findImageMentions, type ImageMention } from '../parse/image-mentions.ts';
import { findSubmittedImages } from '../parse/submission-json.ts';
import { findPublishedImages } from '../parse/workflow.ts';
import { dockerfilePlace } from './dockerfile-place.ts';
import { isOthers, type RepositoryNames } from './image-ownership.ts';
import { namingFiles } from './naming-files.ts';
import { perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { isFile, type Listing, listingOf, unlistedParts } from './tree.ts';

/** An image that may be the project's own. `foundIn` is null for the reader's own words and for a guess. */
export interface ImageCandidate {
  readonly reference: ImageReference;
  readonly claimed: boolean;
  readonly origin: 'given' | 'named' | 'guessed';
  readonly foundIn: { readonly path: string; readonly line: number; readonly quote: string } | null;
  /** What was put right in reading it: capitals, a page’s address. */
  readonly notes: readonly string[];
}

/** The candidates in the order they are asked for, and what could not be searched for more. */
export interface ImageCandidates {
  readonly candidates: readonly ImageCandidate[];
  /** How many there are, those beyond the bound included. */
  readonly found: number;
  readonly unread: readonly UnreadPart[];
}

/** What a file that may name an image is. */
export type ImageRole = 'readme' | 'workflow' | 'compose' | 'submission' | 'dockerfile';
const ORDER: readonly ImageRole[] = ['readme', 'workflow', 'compose', 'submission'];
const PLACES = ['', '.github', '.github/workflows', '.devcontainer', 'docs'];

/** The files that may name the project's image, and the Dockerfile whose base images are not it. */
export function filesNamingImages(
  listing: Listing,
  repository: RepositorySnapshot | null,
): readonly { readonly role: ImageRole; readonly entry: TreeEntry }[] {
  const submission = listing.entries.filter((entry) => isFile(entry) && entry.path === 'submission.json');
  const dockerfile = repository === null ? null : dockerfilePlace(listing, repository);
  return [
    ...namingFiles(listing, repository),
    ...submission.map((entry) => ({ role: 'submission' as const, entry })),
    ...(dockerfile === null ? [] : [{ role: 'dockerfile' as const, entry: dockerfile.entry }]),
  ];
}

/** The candidates of a subject: the image the reader gave, else those that the repository names, else guesses from its name. */
export const imageCandidatesOf = perSnapshot((snapshot: Snapshot): ImageCandidates => {
  const given = snapshot.subject.image;
  if (given !== null)
    return {
      candidates: [
        { reference: given, claimed: true, origin: 'given', foundIn: null, notes: snapshot.subject.imageNotes ?? [] },
      ],
      found: 1,
      unread: [],
    };
  const reading = listingOf(snapshot);
  if (reading.state === 'not-given') return { candidates: [], found: 0, unread: [] };
  if (reading.state === 'unread') return { candidates: [], found: 0, unread: reading.unread };
  const { named, texts, unread: notSearched } = namedImagesOf(snapshot);
  const found = named.length > 0 ? named : guesses(snapshot, texts);
  // Where no image is named, it may still be named in what was not read or not listed.
  const unread = named.length > 0 ? [] : notSearched;
  const all = distinct(found);
  return { candidates: all.slice(0, limits.imageCandidates.most), found: all.length, unread };
});

/** The images that the repository's own texts name, whatever image the reader gave. */
export interface NamedImages {
  readonly named: readonly ImageCandidate[];
  /** Workflows that build and push an image, by path. */
  readonly publishers: readonly string[];
  readonly texts: readonly RoleText[];
  /** What could not be searched. */
  readonly unread: readonly UnreadPart[];
}

export const namedImagesOf = perSnapshot((snapshot: Snapshot): NamedImages => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return { named: [], publishers: [], texts: [], unread: [] };
  const { read: texts, unread } = readTexts(reading.repository, reading.listing);
  const publishers = texts.filter(({ role, text }) => role === 'workflow' && PUSHES.test(text)).map(({ path }) => path);
  const named = namedImages(snapshot, texts);
  return { named, publishers, texts, unread: [...unread, ...unlistedParts(reading.listing, PLACES)] };
});

const PUSHES = /\bdocker\/build-push-action\b|\bdocker\s+push\b|\bbuildx\s+build\b[^\n]{0,300}\s--push\b/;

interface RoleText {
  readonly role: ImageRole;
  readonly path: string;
  readonly text: string;
}

function readTexts(repository: RepositorySnapshot, listing: Listing): { read: RoleText[]; unread: UnreadPart[] } {
  const read: RoleText[] = [];
  const unread: UnreadPart[] = [];
  for (const { role, entry } of filesNamingImages(listing, repository)) {
    const text = textOf(repository, entry);
    if (text.state === 'unread') unread.push(text.part);
    else {
      read.push({ role, path: entry.path, text: text.file.text });
      unread.push(...text.unread);
    }
  }
  return { read, unread };
}

function namedImages(snapshot: Snapshot, texts: readonly RoleText[]): readonly ImageCandidate[] {
  const bases = basesOf(texts);
  return ORDER.flatMap((role) =>
    texts
      .filter((text) => text.role === role)
      .flatMap(({ path, text }) =>
        mentionsIn(role, text, snapshot)
          .filter((mention) => !isOthers(mention, role === 'readme', bases, namesOf(snapshot)))
          .map(({ reference, line, quote, notes }) => ({
            reference,
            notes,
            claimed: true,
            origin: 'named' as const,
            foundIn: { path, line, quote },
          })),
      ),
  );
}

function mentionsIn(role: ImageRole, text: string, snapshot: Snapshot): readonly ImageMention[] {
  const repository = namesOf(snapshot);
  if (role === 'workflow') return repository === null ? [] : findPublishedImages(text, repository);
  if (role === 'compose') return findComposeImages(text, repository?.owner ?? '');
  return role === 'submission' ? findSubmittedImages(text) : findImageMentions(text);
}

/** The repository's names as GitHub has them now: after a renaming images are published under the new ones. */
export const namesOf = ({ subject, repository }: Snapshot): RepositoryNames | null =>
  repository?.head.state === 'read' ? repository.head.value : subject.repository;

const basesOf = (texts: readonly RoleText[]): ReadonlySet<string> =>
  new Set(
    texts
      .filter(({ role }) => role === 'dockerfile')
      .flatMap(({ text }) => parseDockerfile(text).baseImages)
      .flatMap(({ image }) => {
        const parsed = image === null ? null : parseImageReference(image);
        return parsed?.ok ? [imageName(parsed.reference)] : [];
      }),
  );

const LOCAL_NAME =
  /\bdocker\s+build\b[^\n]{0,200}?\s(?:-t|--tag)[=\s]+["']?([a-z0-9][a-z0-9._-]{0,127})(?=[:\s"'`]|$)/gi;

/** Names worth trying when none is named: the repository's own, and those given to `docker build -t`. */
function guesses(snapshot: Snapshot, texts: readonly RoleText[]): readonly ImageCandidate[] {
  const repository = namesOf(snapshot);
  if (repository === null) return [];
  const local = texts
    .filter(({ role }) => role === 'readme')
    .flatMap(({ text }) => [...text.matchAll(LOCAL_NAME)].map((match) => match[1] ?? ''));
  return [repository.name, ...local].flatMap((name) => {
    const parsed = parseImageReference(`ghcr.io/${repository.owner}/${name}`);
    return parsed.ok
      ? [{ reference: parsed.reference, claimed: false, origin: 'guessed' as const, foundIn: null, notes: [] }]
      : [];
  });
}

function distinct(candidates: readonly ImageCandidate[]): readonly ImageCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ reference }) => {
    const key = `${imageName(reference)}:${reference.tag ?? 'latest'}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
