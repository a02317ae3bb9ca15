import { type CheckList, findCheck } from '../checks/check-list.ts';
import type { NotRead } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import type { RepositorySnapshot } from '../model/snapshot.ts';

/** What a reader should know was not looked at: unread texts, folders the listing lacks, submodules. */
export function notReadOf(repository: RepositorySnapshot | null): readonly NotRead[] {
  if (repository === null) return [];
  if (repository.head.state === 'unread') return [{ what: 'the repository', why: repository.head.unread.kind }];
  if (repository.tree.state === 'unread') return [{ what: 'the list of files', why: repository.tree.unread.kind }];
  const tree = repository.tree.state === 'read' ? repository.tree.value : null;
  const submodules = (tree?.entries ?? []).filter((entry) => entry.kind === 'submodule');
  return [
    ...(tree?.unreadFolders ?? []).map((folder) => ({
      what: folder === '' ? 'a part of the list of files' : folder,
      why: 'truncated' as const,
    })),
    ...repository.texts.flatMap(({ path, reading }): readonly NotRead[] => {
      if (reading.state === 'unread') return [{ what: path, why: reading.unread.kind }];
      return reading.state === 'read' && reading.value.cut ? [{ what: `the rest of ${path}`, why: 'too-big' }] : [];
    }),
    ...repository.code.flatMap(({ path, reading }): readonly NotRead[] =>
      reading.state === 'unread' ? [{ what: path, why: reading.unread.kind }] : [],
    ),
    ...submodules.map(({ path }) => ({ what: `${path} (a submodule)`, why: 'not-asked' as const })),
  ];
}

/** The checks of a rubric that a newer version of the product may have. */
export const unknownChecks = (rubric: Rubric, checks: CheckList): readonly NotRead[] =>
  rubric.rows.flatMap((row) =>
    row.checks
      .filter(({ check }) => findCheck(checks, check, rubric.parameters) === undefined)
      .map(({ check }) => ({
        what: `the check ${check}, which this version does not have`,
        why: 'not-asked' as const,
      })),
  );
