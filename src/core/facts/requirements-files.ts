import type { Fact } from '../model/facts.ts';
import type { Snapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { EnvironmentYml } from '../parse/environment-yml.ts';
import type { RequirementLine, Requirements } from '../parse/requirements.ts';
import { environmentSpecsFact } from './environment-specs.ts';
import { type IncludedRequirements, includedBy } from './included-requirements.ts';
import { judgedSpecFact } from './judged-spec.ts';
import { pipEntryOf, requirementsIn } from './parsed-specs.ts';
import { perSnapshot } from './per-snapshot.ts';
import { type SpecFile, specFilesOf } from './spec-files.ts';
import { textOf } from './texts.ts';
import { listingOf } from './tree.ts';

/** What pip is to read: the judged spec where it is pip's, every requirements file that README or Dockerfile installs, and what these take in. */
export interface RequirementsFiles {
  readonly files: readonly RequirementsFile[];
  /** Further requirements files that were read and that nothing installs. */
  readonly others: readonly RequirementsFile[];
  /** Files that these take in by `-r`, to be read. */
  readonly included: readonly TreeEntry[];
  /** Lines `-r other.txt` that name a file which is not there. */
  readonly missing: IncludedRequirements['missing'];
  /** The judged spec where no line declares an environment and no other file does, which is one fault and another check's; else null. */
  readonly onlyEmpty: string | null;
}

export interface RequirementsFile {
  readonly path: string;
  readonly shape: Requirements['shape'];
  readonly shapeLine: Requirements['shapeLine'];
  readonly lines: readonly RequirementLine[];
  /** The command that installs it; null for the judged one that no command names. */
  readonly installedBy: SpecFile['installedBy'];
  /** Whether it is the `pip:` list of a conda file. */
  readonly isPipList: boolean;
}

export const requirementsFilesFact = perSnapshot((snapshot: Snapshot): Fact<RequirementsFiles> => {
  const judged = judgedSpecFact(snapshot);
  if (judged.state !== 'present') return judged;
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { path: judgedPath, content } = judged.value;
  const files: RequirementsFile[] = [];
  const others: RequirementsFile[] = [];
  const unread: UnreadPart[] = [...judged.unread];
  if (content.kind === 'conda' && content.file.pipDependencies.length > 0)
    files.push(pipListOf(judgedPath, content.file));
  for (const { path, entry, family, installedBy } of specFilesOf(snapshot)) {
    if (family !== 'pip' || !/\.(?:txt|in)$/i.test(path)) continue;
    const counts = path === judgedPath || installedBy !== null;
    const text = textOf(reading.repository, entry);
    if (text.state === 'unread') {
      if (counts) unread.push(text.part);
      continue;
    }
    if (counts) unread.push(...text.unread);
    (counts ? files : others).push({ path, ...requirementsIn(text.file), installedBy, isPipList: false });
  }
  const included = includedBy(files, reading.repository);
  const paths = new Set(included.files.map(({ path }) => path));
  const value = {
    files: [...files, ...included.files.map((file) => ({ ...file, installedBy: null, isPipList: false }))],
    others: others.filter(({ path }) => !paths.has(path)),
    included: included.entries,
    missing: included.missing,
    onlyEmpty: declaresNothing(snapshot) ? judgedPath : null,
  };
  return { state: 'present', value, unread: [...unread, ...included.unread] };
});

const declaresNothing = (snapshot: Snapshot): boolean => {
  const specs = environmentSpecsFact(snapshot);
  return specs.state === 'present' && specs.value.declared.length === 0 && specs.value.hasSource;
};

/** The files that requirements take in, to be read after them. */
export function includedEntries(snapshot: Snapshot): readonly TreeEntry[] {
  const fact = requirementsFilesFact(snapshot);
  return fact.state === 'present' ? fact.value.included : [];
}

const pipListOf = (path: string, file: Pick<EnvironmentYml, 'pipDependencies'>): RequirementsFile => ({
  path,
  shape: 'requirements',
  shapeLine: null,
  lines: file.pipDependencies.map(pipEntryOf),
  installedBy: null,
  isPipList: true,
});
