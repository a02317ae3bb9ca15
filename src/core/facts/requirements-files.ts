import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { EnvironmentYml } from '../parse/environment-yml.ts';
import type { RequirementLine, Requirements } from '../parse/requirements.ts';
import { judgedSpecFact } from './judged-spec.ts';
import { pipEntryOf, requirementsIn } from './parsed-specs.ts';
import { perSnapshot } from './per-snapshot.ts';
import { type SpecFile, specFilesOf } from './spec-files.ts';
import { textOf } from './texts.ts';
import { listingOf } from './tree.ts';

/** What pip is to read: the judged spec where it is pip's, and every requirements file that README or Dockerfile installs. */
export interface RequirementsFiles {
  readonly files: readonly RequirementsFile[];
  /** Further requirements files that were read and that nothing installs. */
  readonly others: readonly RequirementsFile[];
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
  return { state: 'present', value: { files, others }, unread };
});

const pipListOf = (path: string, file: Pick<EnvironmentYml, 'pipDependencies'>): RequirementsFile => ({
  path,
  shape: 'requirements',
  shapeLine: null,
  lines: file.pipDependencies.map(pipEntryOf),
  installedBy: null,
  isPipList: true,
});
