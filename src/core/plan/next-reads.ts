import { type CheckList, findCheck } from '../checks/check-list.ts';
import { unaskedBases } from '../facts/base-images.ts';
import { ignoreFiles } from '../facts/build-context.ts';
import { condaEntries } from '../facts/conda-environment.ts';
import { filesOfDockerInstalls } from '../facts/docker-installs.ts';
import { filesUsingDockerfiles } from '../facts/dockerfile-place.ts';
import type { FactName } from '../facts/facts.ts';
import { askedCandidates } from '../facts/image.ts';
import { filesNamingImages, type ImageRole } from '../facts/image-texts.ts';
import { workflowsOf } from '../facts/naming-files.ts';
import { otherSpecEntries } from '../facts/read-spec.ts';
import { readmeFile } from '../facts/readme.ts';
import { readmeFileEntries } from '../facts/readme-files.ts';
import { documentsWithSteps } from '../facts/readme-steps.ts';
import { includedEntries } from '../facts/requirements-files.ts';
import { isFile, type Listing, listingOf } from '../facts/tree.ts';
import { formatImageReference, type ImageReference } from '../model/image-reference.ts';
import type { Limits } from '../model/limits.ts';
import type { Rubric } from '../model/rubric.ts';
import { type RepositorySnapshot, type Snapshot, type TreeEntry, textAt } from '../model/snapshot.ts';
import { type CodeLeft, type CodeLook, type CodeRead, codeLeft, codeReads } from './code-reads.ts';

/** One thing to read next. `maxBytes` is how much of a text is kept. */
export type Read =
  | { readonly what: 'head' }
  | { readonly what: 'tree' }
  | { readonly what: 'text'; readonly entry: TreeEntry; readonly maxBytes: number }
  | { readonly what: 'image'; readonly reference: ImageReference }
  | CodeRead;

type ImageRead = Extract<Read, { what: 'image' }>;

/** How to find the texts that a fact needs, and how much of each. */
type TextPlan = (snapshot: Snapshot, listing: Listing, most: Limits) => readonly Read[];

const BYTES: Readonly<Record<ImageRole, (most: Limits) => number>> = {
  readme: (most) => most.readmeBytes.most,
  dockerfile: (most) => most.dockerfileBytes.most,
  workflow: (most) => most.workflowBytes.most,
  compose: (most) => most.workflowBytes.most,
  submission: (most) => most.workflowBytes.most,
};

const TEXTS: Readonly<Record<FactName, TextPlan>> = {
  readme: readmeReads,
  readmeOrFiles: readmeReads,
  readmeSteps: stepReads,
  readmeFiles: commandReads,
  readmeLines: stepReads,
  readmeEnvironments: (snapshot, listing, most) => [
    ...stepReads(snapshot, listing, most),
    ...condaReads(snapshot, listing, most),
  ],
  dataSource: stepReads,
  namedImage: (snapshot, listing, most) => [
    ...stepReads(snapshot, listing, most),
    ...imageReads(snapshot, listing, most),
  ],
  condaEnvironment: condaReads,
  environmentSpecs: specReads,
  judgedSpec: specReads,
  requirementsFiles: specReads,
  rootSpecs: specReads,
  environmentDraft: draftReads,
  committedFolders: () => [],
  languages: specReads,
  otherLanguages: routeReads,
  dockerRoute: routeReads,
  namedDockerfile: dockerfileReads,
  dockerfile: dockerfileReads,
  dockerBuild: dockerfileReads,
  buildContext: contextReads,
  dockerInstalls: installReads,
  // Code is planned apart (code-reads.ts): it is no text that is kept.
  code: () => [],
  declaredPackages: (snapshot, listing, most) => [
    ...routeReads(snapshot, listing, most),
    ...installReads(snapshot, listing, most),
  ],
  image: ownImageReads,
  imagePath: ownImageReads,
  baseImages: dockerfileReads,
  workflows: workflowReads,
  // Only what others read is looked through.
  readTexts: () => [],
  citation: readmeReads,
};

/** Facts that the registry's answers make. */
const OF_IMAGES: readonly FactName[] = ['image', 'imagePath'];

/**
 * What to read next for a rubric: the commit, then the listing, then the texts that its checks' facts need, then images, and
 * code last. Empty when nothing is left. Pure: the same snapshot and rubric give the same reads.
 */
export function nextReads(
  snapshot: Snapshot,
  rubric: Rubric,
  most: Limits,
  checks: CheckList,
  look: CodeLook = 'never',
): readonly Read[] {
  const needed = factsNeeded(rubric, checks);
  const { repository } = snapshot;
  if (repository !== null && needsRepository(snapshot, needed)) {
    if (isUnasked(repository.head)) return [{ what: 'head' }];
    if (isUnasked(repository.tree) && repository.head.state === 'read') return [{ what: 'tree' }];
    const texts = unaskedTexts(snapshot, repository, needed, most);
    if (texts.length > 0) return texts;
  }
  const images = distinct([
    ...(OF_IMAGES.some((name) => needed.has(name)) ? unaskedImages(snapshot) : []),
    ...(needed.has('baseImages') ? unaskedBases(snapshot).map(imageRead) : []),
  ]);
  return images.length === 0 && needed.has('code') ? codeReads(snapshot, most, look) : images;
}

/** What is still to be looked into of the code for a rubric; null where no check of it asks for code, or nothing is left. */
export function codeToOffer(snapshot: Snapshot, rubric: Rubric, most: Limits, checks: CheckList): CodeLeft | null {
  if (!factsNeeded(rubric, checks).has('code')) return null;
  const left = codeLeft(snapshot, most);
  return left.entries.length === 0 ? null : left;
}

const factsNeeded = (rubric: Rubric, checks: CheckList): ReadonlySet<FactName> =>
  new Set(
    rubric.rows.flatMap((row) =>
      row.checks.flatMap(({ check }) => findCheck(checks, check, rubric.parameters)?.check.reads ?? []),
    ),
  );

/** An image that the reader gave is judged without a call to any host but the registry. */
const needsRepository = ({ subject }: Snapshot, needed: ReadonlySet<FactName>): boolean =>
  subject.image === null || [...needed].some((name) => !OF_IMAGES.includes(name));

function unaskedTexts(
  snapshot: Snapshot,
  repository: RepositorySnapshot,
  needed: ReadonlySet<FactName>,
  most: Limits,
): readonly Read[] {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return [];
  const wanted = [...needed].flatMap((name) => TEXTS[name](snapshot, reading.listing, most));
  const unasked = new Map<string, Read>();
  for (const item of wanted)
    if (item.what === 'text' && textAt(repository, item.entry.path) === undefined && !unasked.has(item.entry.path))
      unasked.set(item.entry.path, item);
  return [...unasked.values()].slice(0, Math.max(0, most.textsPerRepository.most - repository.texts.length));
}

/** The README, and the documents it links to where it lacks steps of its own. */
function stepReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return [...readmeReads(snapshot, listing, most), ...textReads(documentsWithSteps(snapshot), most.readmeBytes.most)];
}

/** The same, and the texts that tell of the files its commands name. */
function commandReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return [...stepReads(snapshot, listing, most), ...textReads(readmeFileEntries(snapshot), most.workflowBytes.most)];
}

/** The workflows that GitHub runs. */
function workflowReads(_snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return textReads(workflowsOf(listing).slice(0, most.workflows.most), most.workflowBytes.most);
}

/** What may name the project's image. */
function imageReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return [
    ...readmeReads(snapshot, listing, most),
    ...filesNamingImages(snapshot).flatMap(({ role, entry }) => textReads([entry], BYTES[role](most))),
  ];
}

function ownImageReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return snapshot.subject.image === null ? dockerfileReads(snapshot, listing, most) : [];
}

/** The same, and what else may tell which Dockerfile is used. */
function dockerfileReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  const using = filesUsingDockerfiles(listing, snapshot.repository);
  return [...imageReads(snapshot, listing, most), ...textReads(using, most.workflowBytes.most)];
}

/** The same, and the files that it hands to pip and conda. */
function installReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return [
    ...contextReads(snapshot, listing, most),
    ...textReads(filesOfDockerInstalls(snapshot), most.environmentBytes.most),
  ];
}

/** The same, and what the build leaves out of its context. */
function contextReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return [...dockerfileReads(snapshot, listing, most), ...textReads(ignoreFiles(snapshot), most.workflowBytes.most)];
}

/** conda's files, and the texts whose commands tell which: those that name images tell them too. */
function condaReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return [
    ...imageReads(snapshot, listing, most),
    ...textReads(condaEntries(snapshot).slice(0, most.environmentFiles.most), most.environmentBytes.most),
  ];
}

/** The same and the other specs that are read, the judged and the installed ones first. */
function specReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return [
    ...condaReads(snapshot, listing, most),
    ...textReads(otherSpecEntries(snapshot).slice(0, most.requirementsFiles.most), most.environmentBytes.most),
    ...textReads(includedEntries(snapshot), most.environmentBytes.most),
  ];
}

/** The same, and the documents that tell steps. */
function routeReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  return [...specReads(snapshot, listing, most), ...stepReads(snapshot, listing, most)];
}

/** The specs, and the small files that tell Python's version. */
function draftReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  const telling = listing.entries.filter(({ path }) => path === 'runtime.txt' || path === '.python-version');
  return [...specReads(snapshot, listing, most), ...textReads(telling, most.readmeBytes.most)];
}

/** The README; where it is a link, first where that leads. */
function readmeReads(snapshot: Snapshot, listing: Listing, most: Limits): readonly Read[] {
  const maxBytes = most.readmeBytes.most;
  const file = readmeFile(snapshot.repository, listing);
  return file?.kind === 'symlink' ? [{ what: 'text', entry: file, maxBytes }] : textReads([file], maxBytes);
}

const textReads = (entries: readonly (TreeEntry | null)[], maxBytes: number): readonly Read[] =>
  entries.flatMap((entry) => (entry !== null && isFile(entry) ? [{ what: 'text' as const, entry, maxBytes }] : []));

const imageRead = (reference: ImageReference): ImageRead => ({ what: 'image', reference });

/** A base may be named as the project's own image too. */
const distinct = (reads: readonly ImageRead[]): readonly ImageRead[] => [
  ...new Map(reads.map((read) => [formatImageReference(read.reference), read])).values(),
];

const unaskedImages = (snapshot: Snapshot): readonly ImageRead[] =>
  askedCandidates(snapshot).flatMap(({ candidate, image }) => (image === null ? [imageRead(candidate.reference)] : []));

const isUnasked = (reading: { readonly state: string; readonly unread?: { readonly kind: string } }): boolean =>
  reading.state === 'unread' && reading.unread?.kind === 'not-asked';
