import { limits } from '../model/limits.ts';
import type { RepositorySnapshot, TreeEntry } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { RequirementLine, Requirements } from '../parse/requirements.ts';
import { requirementsIn } from './parsed-specs.ts';
import { textOf } from './texts.ts';
import { folderOf, isFile, pathFrom } from './tree.ts';

/** Lines that pip reads, with the file they stand in. */
export interface RequirementsText {
  readonly path: string;
  readonly lines: readonly RequirementLine[];
}

/** What `-r other.txt` takes in, in the order in which pip meets it. */
export interface IncludedRequirements {
  readonly files: readonly (RequirementsText & Requirements)[];
  /** Files to read, the unread ones among them. */
  readonly entries: readonly TreeEntry[];
  readonly unread: readonly UnreadPart[];
  /** Lines that name a file which is not there. */
  readonly missing: readonly { readonly path: string; readonly line: RequirementLine }[];
}

const INCLUDE = /^(?:-r|--requirement)(?:\s{1,20}|=)?["']?([^\s"'#]{1,400})/;

/** Follows `-r` from some texts through the repository; a file that is one of them, or met before, is not taken in again. */
export function includedBy(texts: readonly RequirementsText[], repository: RepositorySnapshot): IncludedRequirements {
  const tree = repository.tree.state === 'read' ? repository.tree.value : null;
  const files: (RequirementsText & Requirements)[] = [];
  const entries: TreeEntry[] = [];
  const unread: UnreadPart[] = [];
  const missing: { path: string; line: RequirementLine }[] = [];
  const met = new Set(texts.map(({ path }) => path));
  const waiting = [...texts];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    for (const { target, line } of includesIn(next)) {
      if (met.has(target)) continue;
      met.add(target);
      const entry = tree?.entries.find(({ path }) => path === target);
      if (entry === undefined || !(isFile(entry) || entry.kind === 'symlink')) {
        if (tree?.unreadFolders.length === 0) missing.push({ path: next.path, line });
        continue;
      }
      if (entries.length === limits.requirementsFiles.most) {
        unread.push({ what: target, kind: 'not-asked', detail: limits.requirementsFiles.sentence });
        continue;
      }
      entries.push(entry);
      const text = textOf(repository, entry);
      if (text.state === 'unread') unread.push(text.part);
      else {
        unread.push(...text.unread);
        const file = { path: target, ...requirementsIn(text.file) };
        files.push(file);
        waiting.push(file);
      }
    }
  return { files, entries, unread, missing };
}

/** Addresses and what pip fills in from variables lead elsewhere. */
const includesIn = ({ path, lines }: RequirementsText) =>
  lines.flatMap((line) => {
    const written = line.kind === 'option' ? INCLUDE.exec(line.text)?.[1] : undefined;
    const target =
      written === undefined || /:\/\/|\$|^[/~]/.test(written)
        ? null
        : pathFrom(folderOf(path), written.replaceAll('\\', '/'));
    return target === null ? [] : [{ target, line }];
  });
