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
  'python-project-has-environment-yml': 'environment.yml',
};

/** GitHub and browsers take longer addresses; those on the way to them may not. */
const MOST_IN_ADDRESS = 6_000;

/** Where the fault of a failed finding is mended, or null when no one file of the branch is meant. */
export function editLink(
  { check, outcome, evidence, fix }: ReportFinding,
  place: EditablePlace | null,
): EditLink | null {
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
  const address = `${repository}/new/${branch}?filename=${encodeURIComponent(missing)}`;
  // Where a file is missing, what the first way gives is the file.
  const text = fix?.ways[0].paste ?? null;
  const filled =
    text === null || missing !== 'environment.yml' ? address : `${address}&value=${encodeURIComponent(text)}`;
  return { kind: 'new', path: missing, address: filled.length > MOST_IN_ADDRESS ? address : filled };
}
