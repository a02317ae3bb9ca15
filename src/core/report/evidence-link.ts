import type { Evidence } from '../model/finding.ts';
import { folderOwner, type RepositoryRef } from '../model/repository-ref.ts';

/** The address of a line at the judged commit, or null for evidence that has no page of its own. */
export function evidenceLink(
  evidence: Evidence,
  repository: Pick<RepositoryRef, 'owner' | 'name'> | null,
  commit: string | null,
): string | null {
  if (evidence.kind !== 'line' || repository === null || repository.owner === folderOwner) return null;
  const path = evidence.path.split('/').map(encodeURIComponent).join('/');
  // `plain=1` shows a README’s source, so that the line exists on the page.
  return `https://github.com/${repository.owner}/${repository.name}/blob/${commit ?? 'HEAD'}/${path}?plain=1#L${evidence.line}`;
}
