import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { RequirementLine } from '../parse/requirements.ts';
import { type IncludedRequirements, includedBy } from './included-requirements.ts';
import { pipEntryOf } from './parsed-specs.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readSpec, type SpecContent } from './read-spec.ts';
import { unreadReadme } from './readme.ts';
import { lockBeside, specFilesOf } from './spec-files.ts';
import { listingOf, notAmong, unlistedParts } from './tree.ts';

/** The environment spec that is judged, containers aside. */
export interface JudgedSpec {
  readonly path: string;
  readonly content: SpecContent;
  /** The lock beside it that holds every release, or null. */
  readonly lock: string | null;
  /** What its lines for pip take in by `-r`. */
  readonly included: IncludedRequirements;
  /** The further specs, in their order. */
  readonly others: readonly string[];
  /** All entries of the listing, for evidence of a file's name. */
  readonly entries: number;
}

export const judgedSpecFact = perSnapshot((snapshot: Snapshot): Fact<JudgedSpec> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const files = specFilesOf(snapshot).filter(({ family }) => family !== 'container');
  for (const [index, file] of files.entries()) {
    const one = readSpec(file, repository);
    if (one.state === 'no-spec') continue;
    if (one.state === 'unread') return { state: 'unread', unread: [one.part] };
    const others = files.slice(index + 1).map(({ path }) => path);
    const included = includedBy([{ path: file.path, lines: pipLinesOf(one.content) }], repository);
    const value = {
      path: file.path,
      content: one.content,
      lock: lockBeside(file.path, snapshot),
      included,
      others,
      entries: listing.total,
    };
    // A README that was not read may name another of them.
    return {
      state: 'present',
      value,
      unread: [...included.unread, ...(others.length > 0 ? unreadReadme(snapshot) : [])],
    };
  }
  return {
    state: 'absent',
    summary: 'There is no environment file.',
    lookedFor: [notAmong('environment.yml, requirements.txt, pyproject.toml and other environment files', listing)],
    unread: unlistedParts(listing),
  };
});

function pipLinesOf(content: SpecContent): readonly RequirementLine[] {
  if (content.kind === 'conda') return content.file.pipDependencies.map(pipEntryOf);
  return content.kind === 'requirements' ? content.file.lines : [];
}
