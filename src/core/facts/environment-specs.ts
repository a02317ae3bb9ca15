import type { Fact } from '../model/facts.ts';
import { formatImageReference, type ImageReference } from '../model/image-reference.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { SOURCE_WITH_ENVIRONMENT } from '../tables/source-languages.ts';
import { imageCandidatesOf } from './image-candidates.ts';
import { imageTextsOf, mentionsIn } from './image-texts.ts';
import { type NothingNeeded, nothingNeededOf } from './nothing-needed.ts';
import { ownNamesOf } from './own-names.ts';
import { perSnapshot } from './per-snapshot.ts';
import { effectiveLineOf, readSpec } from './read-spec.ts';
import { unreadReadme } from './readme.ts';
import { type SpecFile, specFilesOf } from './spec-files.ts';
import { type ToldPackages, toldPackagesOf } from './told-packages.ts';
import { isFile, listingOf, unlistedParts } from './tree.ts';

/** Everything that declares an environment. */
export interface EnvironmentSpecs {
  /** Files with at least one line that their tool acts on, the judged one first; containers last. */
  readonly declared: readonly EffectiveSpec[];
  /** Files of such names without one. */
  readonly empty: readonly SpecFile[];
  /** The image that the repository tells to use, of a fixed version where there is one; null when it names none. */
  readonly image: NamedEnvironmentImage | null;
  /** Whether there is code that an environment would be for, or may be where the listing lacks a folder. */
  readonly hasSource: boolean;
  /** Where the README says that there is nothing to install, or null. */
  readonly nothingNeeded: NothingNeeded | null;
  /** A file of code where all are in languages that have no file of packages which Reprise knows; else null. */
  readonly withoutSpecs: string | null;
  /** What the README tells of packages without a file. */
  readonly told: ToldPackages | null;
  /** All entries of the listing, for evidence of an absence. */
  readonly entries: number;
}

export interface EffectiveSpec extends SpecFile {
  /** The first line that counts; null where the file is judged by its name alone. */
  readonly line: { readonly line: number; readonly text: string } | null;
}

export interface NamedEnvironmentImage {
  readonly reference: ImageReference;
  readonly path: string;
  readonly line: number;
  readonly quote: string;
  readonly isFixed: boolean;
  /** Whether the README is what names it. */
  readonly isTold: boolean;
}

/** MATLAB, Stata, SAS. */
const WITHOUT_SPECS = /\.(?:m|do|sas)$/i;

export const environmentSpecsFact = perSnapshot((snapshot: Snapshot): Fact<EnvironmentSpecs> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const declared: EffectiveSpec[] = [];
  const empty: SpecFile[] = [];
  const unread: UnreadPart[] = [];
  for (const file of specFilesOf(snapshot)) {
    const one = readSpec(file, repository);
    // Beyond the few files that are read, the name counts.
    const isByName = one.state === 'unread' && one.part.kind === 'not-asked';
    if (one.state === 'unread' && !isByName) unread.push(one.part);
    const line = one.state === 'read' ? effectiveLineOf(one.content) : isByName ? 'by-name' : undefined;
    if (line === null) empty.push(file);
    else if (line !== undefined) declared.push({ ...file, line: line === 'by-name' ? null : line });
  }
  const sources = listing.entries.filter((entry) => isFile(entry) && SOURCE_WITH_ENVIRONMENT.test(entry.path));
  const hasSource = (sources.length > 0 && !ownNamesOf(snapshot).isWebPage) || listing.unreadFolders.length > 0;
  const withoutSpecs = sources.every(({ path }) => WITHOUT_SPECS.test(path)) ? (sources[0]?.path ?? null) : null;
  const image = imageOf(snapshot);
  const told = toldPackagesOf(snapshot);
  const nothingNeeded = nothingNeededOf(snapshot);
  const value = { declared, empty, image, hasSource, nothingNeeded, withoutSpecs, told, entries: listing.total };
  // A README that was not read may name an image.
  return { state: 'present', value, unread: [...unread, ...unreadReadme(snapshot), ...unlistedParts(listing)] };
});

/** The image that a command of the README names, one of a fixed version before others; else one that another file names. */
function imageOf(snapshot: Snapshot): NamedEnvironmentImage | null {
  const told = imageTextsOf(snapshot)
    .texts.filter(({ role }) => role === 'readme')
    .flatMap(({ path, file }) => mentionsIn(file).map((one) => ({ ...one, path, isTold: true })));
  const claimed = imageCandidatesOf(snapshot).candidates.flatMap(({ reference, foundIn, claimed: isClaimed }) =>
    isClaimed && foundIn !== null ? [{ reference, ...foundIn, isTold: false }] : [],
  );
  const refused = new Set(
    snapshot.images
      .filter(({ access }) => access.state === 'absent' || (access.state === 'read' && access.value.kind === 'refused'))
      .map(({ reference }) => formatImageReference(reference)),
  );
  const pullable = [...told, ...claimed]
    .filter(({ reference }) => !refused.has(formatImageReference(reference)))
    .map((one) => ({ ...one, isFixed: isFixed(one.reference) }));
  return pullable.find((one) => one.isFixed && one.isTold) ?? pullable[0] ?? null;
}

/** A digest, or a tag with a digit in it; `latest`, `stable` and other words move. */
const isFixed = ({ tag, digest }: ImageReference): boolean => digest !== null || (tag !== null && /\d/.test(tag));
