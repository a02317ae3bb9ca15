import type { Fact } from '../model/facts.ts';
import type { RepositorySnapshot, Snapshot } from '../model/snapshot.ts';
import { normalName } from '../parse/package-name.ts';
import { parseRequirement, type RequirementLine } from '../parse/requirements.ts';
import type { SourcePlace } from './dockerfile-place.ts';
import { judgedSpecFact } from './judged-spec.ts';
import { perSnapshot } from './per-snapshot.ts';
import { listingOf } from './tree.ts';

/** What an environment.yml for a project can be written from. */
export interface EnvironmentDraft {
  readonly name: string;
  /** Python's minor version (`3.11`) where a text of the repository tells it. */
  readonly python: ToldPython | null;
  /** Lines for pip, or packages of imports; null where nothing tells the packages. */
  readonly from:
    | { readonly kind: 'requirements'; readonly path: string; readonly lines: readonly RequirementLine[] }
    | { readonly kind: 'imports'; readonly packages: readonly string[]; readonly unknown: readonly string[] }
    | null;
}

export interface ToldPython extends Omit<SourcePlace, 'quote'> {
  readonly minor: string;
}

export const environmentDraftFact = perSnapshot((snapshot: Snapshot): Fact<EnvironmentDraft> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const name = (snapshot.subject.repository?.name ?? '').toLowerCase().replace(/[^a-z\d_.-]+/g, '-');
  const value = {
    name: /^[a-z\d]/.test(name) ? name.slice(0, 60) : 'my-project',
    python: toldPython(reading.repository),
    from: requirementsOf(snapshot) ?? importsOf(reading.repository),
  };
  // A draft is help for a failure: what it lacks decides nothing.
  return { state: 'present', value, unread: [] };
});

function requirementsOf(snapshot: Snapshot): EnvironmentDraft['from'] {
  const judged = judgedSpecFact(snapshot);
  if (judged.state !== 'present') return null;
  const { path, content } = judged.value;
  const lines =
    content.kind === 'requirements' && content.file.shape === 'requirements'
      ? content.file.lines
      : content.kind === 'tables'
        ? content.tables.dependencies.flatMap(({ requirement, line }) =>
            requirement === null ? [] : [parseRequirement(requirement, line)],
          )
        : [];
  return lines.length === 0 ? null : { kind: 'requirements', path, lines };
}

function importsOf({ code }: RepositorySnapshot): EnvironmentDraft['from'] {
  const packages = new Set<string>();
  const unknown = new Set<string>();
  for (const { reading } of code) {
    if (reading.state !== 'read') continue;
    for (const { value, distributions, isNeeded } of reading.value.imports)
      if (!isNeeded) continue;
      else if (distributions === null) unknown.add(value.split('.')[0] ?? value);
      else packages.add(normalName(distributions[0]));
  }
  if (packages.size === 0) return null;
  return { kind: 'imports', packages: [...packages].toSorted(), unknown: [...unknown].toSorted() };
}

const IN_README =
  /\bpython\s{0,3}(?:version\s{0,3})?(?:={1,2}|:|v)?\s{0,3}(3\.(?:[6-9]|1[0-4]))(?!\d|[\d.]{0,4}\s{0,2}(?:\+|(?:or|and) (?:higher|newer|later|above|greater|up)))/i;
/** Where a text tells Python's version, by the name of its file. */
const TELLS: readonly (readonly [RegExp, RegExp])[] = [
  [/^runtime\.txt$|^\.python-version$/, /^(?:python-)?(3\.\d{1,2})\b/],
  [/^Pipfile$/, /^python_(?:full_)?version\s{0,9}=\s{0,9}["'](3\.\d{1,2})\b/],
  [/(?:^|\/)[^/]*Dockerfile[^/]*$/i, /\bpython(?::|={1,2}|\s)(3\.\d{1,2})\b/],
  [/(?:^|\/)README(?:\.\w{1,10})?$/i, IN_README],
];

function toldPython({ texts }: RepositorySnapshot): ToldPython | null {
  for (const [file, form] of TELLS)
    for (const { path, reading } of texts) {
      if (reading.state !== 'read' || !file.test(path)) continue;
      for (const [index, line] of reading.value.text.split(/\r\n|\n|\r/).entries()) {
        const minor = form.exec(line.slice(0, 2_000))?.[1];
        if (minor !== undefined) return { minor, path, line: index + 1 };
      }
    }
  return null;
}
