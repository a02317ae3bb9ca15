import type { JudgedSpec } from '../facts/judged-spec.ts';
import { condaEntryOf, pipEntryOf } from '../facts/parsed-specs.ts';
import type { SourceLine } from '../model/facts.ts';
import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { normalName } from '../parse/package-name.ts';
import type { RequirementLine } from '../parse/requirements.ts';
import { wrongNameOnPypi } from '../tables/names-wrong-on-pypi.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'dependencies-are-pinned',
  statement: 'Every dependency is held to a version.',
  failure: 'some dependencies have no version',
  why: 'An open line installs what is newest on the day: next year that is another package, with other results or none.',
  fix: 'Write the version behind each name; `pip list` and `conda list` tell what is installed.',
  reads: ['judgedSpec'],
  decidedBy: 'everything',
  examples: { pass: 'numpy==1.26.4\npandas~=2.2', fail: 'numpy\npandas>=1.0' },

  judge({ judgedSpec }) {
    const { path, lock, content, entries } = judgedSpec;
    const counted = countedOf(judgedSpec);
    if (lock !== null) return pass(`${lock} holds every version.`, treeEvidence(lock, entries));
    if (content.kind === 'by-name' && content.isLock)
      return pass(`${path} holds every version.`, treeEvidence(path, entries));
    if (content.kind === 'requirements' && content.file.shape === 'merge-conflict')
      return unknownBecause({ kind: 'bad-format', detail: `${path} holds both sides of a merge conflict.` });
    if (counted === null)
      return unknownBecause({ kind: 'bad-format', detail: `Reprise does not read versions in ${path}.` });
    if (counted.length === 0) return nothingCounted(judgedSpec);
    return withNotes(verdictOf(path, counted), includesNote(judgedSpec));
  },
});

/** A direct dependency; `isHeld` is null where its form is not judged. */
interface Counted {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly isHeld: boolean | null;
  readonly isPip: boolean;
  readonly path: string;
}

type OwnCounted = Omit<Counted, 'path'>;

const NOT_COUNTED: ReadonlySet<string> = new Set(['python', 'pip', 'setuptools', 'wheel']);

/** The direct dependencies, each name once (held when one of its lines holds it); null where the file is not read. */
function countedOf({ path, content, included }: JudgedSpec): readonly Counted[] | null {
  if (content.kind === 'by-name') return null;
  const all =
    content.kind === 'conda'
      ? [
          ...content.file.condaDependencies.flatMap(ofConda),
          ...content.file.pipDependencies.map(pipEntryOf).flatMap(ofPip),
        ]
      : content.kind === 'explicit-list'
        ? content.list.entries.flatMap(ofConda)
        : content.kind === 'tables'
          ? content.tables.dependencies.map((one) => ({ ...one, isPip: true }))
          : content.file.lines.flatMap(ofPip);
  const others = included.files.flatMap((file) =>
    file.lines.flatMap(ofPip).map((one) => ({ ...one, path: file.path })),
  );
  const byName = new Map<string, Counted>();
  for (const one of [...all.map((own) => ({ ...own, path })), ...others]) {
    const name = normalName(one.name);
    // What comes with Python has no version to hold; that it is listed is another check's.
    const isLibrary = one.isPip && wrongNameOnPypi(name)?.kind === 'standard-library';
    if (!NOT_COUNTED.has(name) && !isLibrary && byName.get(name)?.isHeld !== true) byName.set(name, one);
  }
  return [...byName.values()];
}

function ofConda(entry: SourceLine): readonly OwnCounted[] {
  const { line, text } = entry;
  const { name, isHeld, url } = condaEntryOf(entry);
  return name === null && url === null ? [] : [{ name: name ?? text, line, text, isHeld, isPip: false }];
}

function ofPip({ kind, name, line, text, isHeld, fault }: RequirementLine): readonly OwnCounted[] {
  if (kind === 'variable') return [{ name: text, line, text, isHeld: null, isPip: true }];
  if (kind !== 'requirement' && fault !== 'single-equals') return [];
  // `name=1.2` is no requirement, which another check says, but it does name the version.
  return [{ name: name ?? text, line, text, isHeld: isHeld || fault === 'single-equals', isPip: true }];
}

function nothingCounted({ path, content }: JudgedSpec): Verdict {
  const isElsewhere =
    content.kind === 'tables' ||
    (content.kind === 'requirements' && content.file.lines.some(({ kind }) => kind === 'option'));
  return isElsewhere
    ? unknownBecause({ kind: 'bad-format', detail: `${path} names its packages in a way that Reprise does not read.` })
    : notApplicable(`No dependency can be read in ${path}.`);
}

function verdictOf(path: string, counted: readonly Counted[]): Verdict {
  const open = counted.filter(({ isHeld }) => isHeld === false);
  const unsure = counted.filter(({ isHeld }) => isHeld === null);
  const [first] = counted;
  const have = counted.length - open.length - unsure.length;
  if (open.length > 0) return openVerdict(open, `${have} of ${counted.length} pinned`);
  if (unsure.length > 0)
    return unknownBecause(
      {
        kind: 'bad-format',
        detail: `${unsure.length} of ${counted.length} are written in a form that Reprise does not read.`,
      },
      ...unsure.slice(0, 6).map(evidenceOf),
    );
  return pass(`${have} of ${counted.length} pinned in ${path}.`, ...(first === undefined ? [] : [evidenceOf(first)]));
}

const evidenceOf = ({ path, line, text }: Counted) => lineEvidence(path, line, text);

function openVerdict(open: readonly Counted[], share: string): Verdict {
  const [first] = open;
  const names = open.map(({ name }) => name);
  const shown = shortList(names, 4);
  const verdict = fail(
    `${share}: ${shown} ${names.length === 1 ? 'is' : 'are'} open.`,
    ...open.slice(0, 20).map(evidenceOf),
  );
  return first?.isPip === false
    ? withFix(
        verdict,
        `Write \`${first.name}=VERSION\`; in the environment that the project was made in this tells the version:`,
        `conda list ${first.name}`,
      )
    : withFix(
        verdict,
        `Write \`${first?.name}==VERSION\`; in the environment that the project was made in this tells the versions:`,
        `pip show ${names.slice(0, 12).join(' ')}`,
      );
}

/** What `-r other.txt` takes in is counted, as far as it is there. */
const includesNote = ({ included: { files, missing } }: JudgedSpec): readonly string[] => [
  ...(files.length === 0
    ? []
    : [
        `Counted too: ${shortList(
          files.map(({ path }) => path),
          4,
        )}.`,
      ]),
  ...missing.map(({ path, line }) => `${path} line ${line.line}, \`${line.text}\`: that file is not there.`),
];
