import { type ImageReference, imageName, parseImageReference } from '../model/image-reference.ts';
import { limits } from '../model/limits.ts';
import type { Snapshot, TextFile } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { findComposeImages } from '../parse/compose.ts';
import type { ImageMention } from '../parse/image-mentions.ts';
import { findSubmittedImages } from '../parse/submission-json.ts';
import { publishedImages, type WorkflowJob } from '../parse/workflow.ts';
import { parsedDockerfile } from './dockerfile.ts';
import { isOthers, namesOf } from './image-ownership.ts';
import { type ImageRole, type ImageText, imageTextsOf, mentionsIn } from './image-texts.ts';
import { perSnapshot } from './per-snapshot.ts';
import { listingOf, unlistedParts } from './tree.ts';
import { readWorkflows } from './workflows.ts';

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

const ORDER: readonly ImageRole[] = ['readme', 'workflow', 'compose', 'submission'];
const PLACES = ['', '.github', '.github/workflows', '.devcontainer', 'docs'];

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
  const { named, unread: notSearched } = namedImagesOf(snapshot);
  const found = named.length > 0 ? named : guesses(snapshot, imageTextsOf(snapshot).texts);
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
  /** What could not be searched. */
  readonly unread: readonly UnreadPart[];
}

export const namedImagesOf = perSnapshot((snapshot: Snapshot): NamedImages => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return { named: [], publishers: [], unread: [] };
  const { texts, unread } = imageTextsOf(snapshot);
  const workflows = [...readWorkflows(snapshot).byPath];
  return {
    named: namedImages(snapshot, texts),
    publishers: workflows.filter(([, { jobs }]) => jobs.some(pushes)).map(([path]) => path),
    unread: [...unread, ...unlistedParts(reading.listing, PLACES)],
  };
});

const pushes = ({ deeds }: WorkflowJob): boolean => deeds.some(({ does }) => does === 'push');

function namedImages(snapshot: Snapshot, texts: readonly ImageText[]): readonly ImageCandidate[] {
  const bases = basesOf(texts);
  const named = ORDER.flatMap((role) =>
    texts
      .filter((text) => text.role === role)
      .flatMap(({ path, file }) =>
        mentionsOf(role, path, file, snapshot)
          .filter((mention) => !isOthers(mention, role === 'readme', bases, namesOf(snapshot)))
          .map(({ reference, line, quote, notes }) => ({
            reference,
            notes,
            claimed: true,
            origin: 'named' as const,
            foundIn: { path, line, quote },
            isMade: role === 'workflow' && reference.tag === null,
          })),
      ),
  );
  // Where a workflow leaves the tag to its runs, another file that names the image tells more.
  const told = new Set(named.flatMap(({ isMade, reference }) => (isMade ? [] : [imageName(reference)])));
  return named.flatMap(({ isMade, ...candidate }) =>
    isMade && told.has(imageName(candidate.reference)) ? [] : [candidate],
  );
}

function mentionsOf(role: ImageRole, path: string, file: TextFile, snapshot: Snapshot): readonly ImageMention[] {
  const workflow = role === 'workflow' ? readWorkflows(snapshot).byPath.get(path) : undefined;
  if (role === 'workflow') return workflow === undefined ? [] : publishedImages(workflow);
  if (role === 'compose') return findComposeImages(file.text, namesOf(snapshot)?.owner ?? '');
  return role === 'submission' ? findSubmittedImages(file.text) : mentionsIn(file);
}

const basesOf = (texts: readonly ImageText[]): ReadonlySet<string> =>
  new Set(
    texts
      .filter(({ role }) => role === 'dockerfile')
      .flatMap(({ file }) => parsedDockerfile(file).baseImages)
      .flatMap(({ image }) => {
        const parsed = image === null ? null : parseImageReference(image);
        return parsed?.ok ? [imageName(parsed.reference)] : [];
      }),
  );

const LOCAL_NAME =
  /\bdocker\s+build\b[^\n]{0,200}?\s(?:-t|--tag)[=\s]+["']?([a-z0-9][a-z0-9._-]{0,127})(?=[:\s"'`]|$)/gi;

/** Names worth trying when none is named: the repository's own, and those given to `docker build -t`. */
function guesses(snapshot: Snapshot, texts: readonly ImageText[]): readonly ImageCandidate[] {
  const repository = namesOf(snapshot);
  if (repository === null) return [];
  const local = texts
    .filter(({ role }) => role === 'readme')
    .flatMap(({ file }) => [...file.text.matchAll(LOCAL_NAME)].map((match) => match[1] ?? ''));
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
