import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { notAsked } from '../model/snapshot.ts';
import { defineCheck, fail, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';
import { placeIn } from './code-place.ts';

export default defineCheck({
  id: 'code-has-no-machine-paths',
  statement: 'No path in the code belongs to one machine.',
  failure: 'paths in the code exist on one machine only',
  why: 'A path with somebody’s home folder in it leads nowhere on any other computer.',
  fix: 'Write the path from the project’s own folder, or take it as an argument.',
  reads: ['code'],
  decidedBy: 'any-counterexample',
  examples: { pass: "pd.read_csv('data/sleep.csv')", fail: "pd.read_csv('/Users/ada/Desktop/sleep.csv')" },

  judge({ code: { files, containerHomes, project } }): Verdict {
    if (files.length === 0) return unknownBecause(notAsked);
    const all = files.flatMap(({ path, file }) => file.machinePaths.map((found) => ({ path, found })));
    const isHarmless = ({ path, found }: (typeof all)[number]) =>
      ASIDE.test(path) || containerHomes.some((home) => found.value === home || found.value.startsWith(`${home}/`));
    const faults = all.filter((one) => !isHarmless(one));
    const notes = notesOn([
      ...all.filter(isHarmless).map(({ path }) => path),
      ...files.filter(({ file }) => file.harmlessPaths.length > 0).map(({ path }) => path),
    ]);
    const [first] = faults;
    const broken = files.find(({ file }) => file.problem !== null);
    if (first === undefined && broken !== undefined)
      return withNotes(unknownBecause({ kind: 'bad-format', detail: `${broken.path}: ${broken.file.problem}` }), notes);
    if (first === undefined)
      return withNotes(
        pass('No path of one machine stands in the code.', treeEvidence('paths of one machine', files.length)),
        notes,
      );
    const places = [...new Set(faults.map(({ path }) => path))];
    const verdict = fail(
      `${shortList(places, 3)} ${places.length === 1 ? 'holds' : 'hold'} paths of one machine, such as ${first.found.value.slice(0, 120)}.`,
      ...faults.slice(0, 20).map(({ path, found }) => lineEvidence(path, found.line, placeIn(found))),
    );
    return withFix(
      withNotes(verdict, notes),
      'Write the path from the project’s own folder, and say in the README where the file comes from:',
      relativeForm(first.path, first.found.value, project),
    );
  },
});

/** Paths in tests stand for any path; what others wrote is theirs. */
const ASIDE = /(?:^|\/)(?:tests?|third[_-]?party|vendor|extern(?:al)?|submodules?)\/|(?:^|\/)test_[^/]*$|_test\.py$/i;

const notesOn = (paths: readonly string[]): readonly string[] =>
  paths.length === 0
    ? []
    : [
        `Paths of one machine or container in comments, outputs, tests or mounts: ${shortList([...new Set(paths)], 4)}.`,
      ];

const DATA =
  /\.(?:csv|tsv|txt|jsonl?|parquet|feather|xlsx?|h5|hdf5|nc|np[yz]|pkl|rds|rda|dta|sav|zip|gz|geojson|shp|png|jpe?g|mat|pth?|db)$/i;

/** The same file from the project's own folder, as the language writes it; of others' files, below `data/`. */
function relativeForm(path: string, value: string, project: string): string | null {
  const parts = value.split(/[\\/]+/).filter((part) => part !== '');
  const own = project === '' ? -1 : parts.lastIndexOf(project);
  const name = parts.at(-1) ?? '';
  const target =
    own !== -1 && own < parts.length - 1 ? parts.slice(own + 1).join('/') : DATA.test(name) ? `data/${name}` : null;
  if (target === null) return null;
  if (/\.(?:py|ipynb)$/i.test(path)) return `Path('${target}')`;
  return `"${target}"`;
}
