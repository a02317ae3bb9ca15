import type { Evidence } from '../model/finding.ts';
import type { ReportFinding } from '../model/report.ts';
import { folderOwner } from '../model/repository-ref.ts';

/** Where GitHub lets a reader change a file. `branch` is null for a tag, a commit, or where the branch is not known. */
export interface EditablePlace {
  readonly owner: string;
  readonly name: string;
  readonly branch: string | null;
}

/** Opens GitHub's editor: a file that is there, or a new one. */
export interface EditLink {
  readonly kind: 'edit' | 'new';
  readonly path: string;
  readonly address: string;
}

/** The file whose absence a check reports. */
const MISSING_FILES: Readonly<Record<string, string>> = {
  'readme-exists': 'README.md',
  'environment-is-declared': 'environment.yml',
};

/** Where the fault of a failed finding is mended, or null when no one file of the branch is meant. */
export function editLink({ check, outcome, evidence }: ReportFinding, place: EditablePlace | null): EditLink | null {
  if (place === null || place.branch === null || place.owner === folderOwner || outcome !== 'fail') return null;
  const { owner, name } = place;
  const branch = place.branch.split('/').map(encodeURIComponent).join('/');
  const repository = `https://github.com/${owner}/${name}`;
  const line = evidence.find((item): item is Extract<Evidence, { kind: 'line' }> => item.kind === 'line');
  if (line !== undefined) {
    const path = line.path.split('/').map(encodeURIComponent).join('/');
    return { kind: 'edit', path: line.path, address: `${repository}/edit/${branch}/${path}#L${line.line}` };
  }
  const missing = Object.hasOwn(MISSING_FILES, check) ? MISSING_FILES[check] : undefined;
  if (missing === undefined || !evidence.some(({ kind }) => kind === 'tree')) return null;
  return { kind: 'new', path: missing, address: `${repository}/new/${branch}?filename=${encodeURIComponent(missing)}` };
}
