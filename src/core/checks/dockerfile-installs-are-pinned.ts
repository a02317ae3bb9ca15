import type { InstallStep } from '../facts/docker-installs.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'dockerfile-installs-are-pinned',
  statement: 'The Dockerfile holds what it installs to a version.',
  failure: 'the Dockerfile installs packages without a version',
  why: 'An open name installs what is newest on the day of the build: next year that is another package.',
  fix: 'Write the version behind each name; `pip list` and `conda list` tell what is installed.',
  reads: ['dockerInstalls'],
  decidedBy: 'everything',
  examples: { pass: 'RUN pip install geopandas==0.14.4', fail: 'RUN pip install geopandas' },

  judge({ dockerInstalls: { build, steps } }): Verdict {
    const installs = steps.filter(({ call }) => call.isInstall && COUNTED.test(call.manager));
    const listed = new Set<string>();
    const packages = installs.flatMap((step) => packagesOf(step, build.path, listed));
    const notes = notesOn(steps, installs);
    const unread = installs.flatMap(({ files }) => files).find(({ path, isWhole }) => path !== null && !isWhole);
    if (packages.length === 0 && unread !== undefined)
      return unknownBecause({ kind: 'bad-format', detail: `${unread.path} was not read whole.` });
    if (packages.length === 0)
      return withNotes(notApplicable('The Dockerfile names no package for pip or conda.'), notes);
    const open = packages.filter(({ isHeld }) => !isHeld);
    const share = `${packages.length - open.length} of ${packages.length} pinned`;
    const [first] = open;
    if (first === undefined) return withNotes(pass(`${share}.`, ...evidenceOf(packages)), notes);
    const names = [...new Set(open.map(({ name }) => name))];
    const verdict = fail(
      `${share}: ${shortList(names, 4)} ${names.length === 1 ? 'is' : 'are'} open.`,
      ...evidenceOf(open),
    );
    if (first.isAddress) return withFix(withNotes(verdict, notes), held(first.name));
    const named = open.flatMap(({ isAddress, name }) => (isAddress ? [] : [name]));
    return withFix(
      withNotes(verdict, notes),
      `Write \`${first.name}${first.isConda ? '=' : '=='}VERSION\`; in the image that was built this tells the versions:`,
      first.isConda ? `conda list ${first.name}` : `pip show ${[...new Set(named)].slice(0, 12).join(' ')}`,
    );
  },
});

/** How an address is held: a repository at a commit, which takes the place of a branch. */
const held = (address: string): string =>
  /^(?:git|hg|svn|bzr)\+/.test(address)
    ? `Write the commit behind the address: \`${address.replace(/(?:@[^/@]*)?(?:#.*)?$/s, '')}@COMMIT\`.`
    : 'Name a release or a commit in the address.';

const COUNTED = /^(?:pip|uv|conda)$/;
/** What installs the others. */
const NOT_COUNTED = /^(?:python|pip|setuptools|wheel|conda|mamba|uv)$/;

interface Counted {
  readonly name: string;
  readonly isHeld: boolean;
  readonly isConda: boolean;
  readonly isAddress: boolean;
  readonly evidence: Evidence;
}

/** A command may name many: each line once. */
const evidenceOf = (counted: readonly Counted[]): readonly Evidence[] => [
  ...new Map(counted.map(({ evidence }) => [JSON.stringify(evidence), evidence])).values(),
];

/** What a step names itself and by its lists; one that another step before it takes in too counts once. */
function packagesOf(
  { command: { line, quote }, call, files }: InstallStep,
  path: string,
  known: Set<string>,
): readonly Counted[] {
  const isConda = call.manager === 'conda';
  const evidence = lineEvidence(path, line, quote);
  const isBound = call.files.some(({ use }) => use === 'constraints');
  const own = call.packages
    .filter(({ kind }) => kind === 'address' || kind === 'package')
    .map(({ name, isHeld, kind, written }) => ({
      name: kind === 'address' ? written : name,
      isHeld: isHeld || (isBound && kind === 'package'),
      isConda,
      isAddress: kind === 'address',
      evidence,
    }));
  const listed = files.flatMap(({ asked, path: from, packages }) => {
    if (asked.use === 'constraints' || from === null || known.has(from)) return [];
    known.add(from);
    return packages.map((one) => ({
      ...one,
      isConda,
      isAddress: false,
      evidence: lineEvidence(from, one.line, one.text),
    }));
  });
  return [...own, ...listed].filter(({ name }) => !NOT_COUNTED.test(name));
}

function notesOn(steps: readonly InstallStep[], installs: readonly InstallStep[]): readonly string[] {
  const apt = steps.find(({ call }) => call.manager === 'apt' && call.packages.some(({ isHeld }) => isHeld));
  const missing = installs.flatMap(({ files }) =>
    files.filter(({ path, asked }) => path === null && asked.use !== 'constraints'),
  );
  const partial = installs.find(({ call }) => !call.isWhole);
  return [
    ...(apt === undefined
      ? []
      : [`Line ${apt.command.line} holds versions of apt: Debian and Ubuntu take old ones away.`]),
    ...missing.map(
      ({ asked }) => `\`${asked.path}\` was not ${/^https?:/.test(asked.path) ? 'read' : 'found in the repository'}.`,
    ),
    ...(partial === undefined ? [] : [`Line ${partial.command.line} takes names from elsewhere, which were not read.`]),
  ];
}
