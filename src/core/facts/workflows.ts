import type { Fact } from '../model/facts.ts';
import { type ImageReference, imageName } from '../model/image-reference.ts';
import { limits } from '../model/limits.ts';
import { folderOwner } from '../model/repository-ref.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { parseWorkflow, publishedImages, type Workflow } from '../parse/workflow.ts';
import { namesOf } from './image-ownership.ts';
import { workflowsOf } from './naming-files.ts';
import { perSnapshot } from './per-snapshot.ts';
import { textOf } from './texts.ts';
import { isFile, listingOf, notAmong, unlistedParts } from './tree.ts';

/** The workflows that GitHub runs and that do something with images. */
export interface Workflows {
  readonly byPath: ReadonlyMap<string, Workflow>;
  /** Workflows in another `.github/workflows/` than the root's: GitHub runs none of them. */
  readonly nested: readonly string[];
}

const FOLDER = '.github/workflows';
const NESTED = /.\/\.github\/workflows\/[^/]+\.ya?ml$/;

export const workflowsFact = perSnapshot((snapshot: Snapshot): Fact<Workflows> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing } = reading;
  const nested = listing.entries.filter((entry) => NESTED.test(entry.path) && isFile(entry)).map(({ path }) => path);
  const unread = unlistedParts(listing, ['', '.github', FOLDER]);
  if (workflowsOf(listing).length + nested.length === 0)
    return {
      state: 'absent',
      summary: 'There is no workflow.',
      lookedFor: [notAmong(`a workflow in ${FOLDER}/`, listing)],
      unread,
    };
  const { byPath, unread: parts } = readWorkflows(snapshot);
  return { state: 'present', value: { byPath, nested }, unread: [...unread, ...parts] };
});

interface ReadWorkflows {
  readonly byPath: ReadonlyMap<string, Workflow>;
  readonly unread: readonly UnreadPart[];
}

/** The same without the fact's words: what was read, by path. */
export const readWorkflows = perSnapshot((snapshot: Snapshot): ReadWorkflows => {
  const byPath = new Map<string, Workflow>();
  const unread: UnreadPart[] = [];
  const reading = listingOf(snapshot);
  const names = namesOf(snapshot);
  if (reading.state !== 'read' || names === null) return { byPath, unread };
  // Whose a folder of this computer is, is not known.
  const owner = names.owner === folderOwner ? '<owner>' : names.owner;
  const context = { owner, name: names.name, branch: mainBranch(snapshot) };
  const entries = workflowsOf(reading.listing);
  for (const entry of entries.slice(0, limits.workflows.most)) {
    const text = textOf(reading.repository, entry);
    if (text.state === 'unread') unread.push(text.part);
    else {
      const workflow = parseWorkflow(text.file.text, context);
      if (workflow !== null) byPath.set(entry.path, workflow);
      unread.push(...text.unread);
    }
  }
  if (entries.length > limits.workflows.most)
    unread.push({ what: 'the other workflows', kind: 'not-asked', detail: limits.workflows.sentence });
  return { byPath, unread };
});

/** Another place of the history than its head may be any branch or tag. */
const mainBranch = ({ subject, repository }: Snapshot): string | null =>
  subject.repository?.at.kind === 'head' && repository?.head.state === 'read' ? repository.head.value.ref : null;

/** What a workflow makes of an image. */
export interface MadeTags {
  readonly path: string;
  /** `main`, `sha-<commit>`: what only a run tells stands in angle brackets. */
  readonly tags: readonly string[];
}

/** The tags that workflows make of an image, whatever tag the reference has; one entry for each workflow. */
export const madeTagsOf = (reference: ImageReference, snapshot: Snapshot): readonly MadeTags[] =>
  [...readWorkflows(snapshot).byPath].flatMap(([path, workflow]) => {
    const own = publishedImages(workflow).filter((image) => imageName(image.reference) === imageName(reference));
    const tags = [...new Set(own.flatMap((image) => image.tags))];
    return tags.length === 0 ? [] : [{ path, tags }];
  });
