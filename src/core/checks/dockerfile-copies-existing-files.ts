import type { BuildContext, PlacedSource } from '../facts/build-context.ts';
import { type Evidence, lineEvidence, treeEvidence } from '../model/finding.ts';
import { shellWord } from '../model/shell-quoting.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'dockerfile-copies-existing-files',
  statement: 'Every file that the Dockerfile copies is in the repository.',
  failure: 'the Dockerfile copies what is not there',
  why: 'At the first `COPY` or `ADD` whose source is not there, `docker build` stops.',
  fix: 'Add the file to the repository, or mend its path in the Dockerfile.',
  reads: ['buildContext'],
  decidedBy: 'everything',
  examples: { pass: 'COPY requirements.txt ./', fail: 'COPY requirement.txt ./' },

  judge({ buildContext }): Verdict {
    const { path, sources, open, entries } = buildContext;
    const skipped = open.map(
      ({ written, instruction }) =>
        `\`${written}\` in line ${instruction.line} has a value that the file does not tell.`,
    );
    if (sources.length === 0)
      return open.length === 0
        ? notApplicable('The Dockerfile copies nothing from the repository.')
        : unknownBecause({ kind: 'bad-format', detail: skipped[0] ?? '' });
    const faults = sources.filter(isFault);
    const [first] = faults;
    const notes = [...contextNote(buildContext), ...sources.flatMap(noteOf), ...skipped];
    if (first === undefined)
      return withNotes(pass(`What ${path} copies is in the repository.`, ...placesOf(path, sources)), notes);
    const more = faults.length > 1 ? ` And ${faults.length - 1} more.` : '';
    const evidence = [...placesOf(path, faults), treeEvidence(first.path, entries)];
    return mended(withNotes(fail(`${wordsOf(first, buildContext)}${more}`, ...evidence), notes), first, buildContext);
  },
});

const isFault = ({ place, otherContext, madeBy }: PlacedSource): boolean =>
  (place.kind === 'missing' || place.kind === 'ignored') && otherContext === null && madeBy === null;

const lineOf = ({ instruction }: PlacedSource): string => `${instruction.written} ${instruction.text}`;

/** Each line once. */
function placesOf(path: string, sources: readonly PlacedSource[]): readonly Evidence[] {
  const lines = new Map(sources.map((source) => [source.instruction.line, lineOf(source)]));
  return [...lines].map(([line, quote]) => lineEvidence(path, line, quote));
}

const folderWords = (folder: string): string => (folder === '' ? 'the root folder' : `${folder}/`);

/** Where the sources are looked for, when it is not the root that every reader thinks of. */
function contextNote({ context: { folder, toldBy }, path }: BuildContext): readonly string[] {
  if (!path.includes('/') && folder === '') return [];
  const where = folderWords(folder);
  return toldBy === null
    ? [`Sources are looked for in ${where}: no text that was read tells where the image is built.`]
    : [`Sources are taken from ${where}, as ${toldBy.path} line ${toldBy.line} tells.`];
}

function noteOf({ written, place, otherContext, madeBy, instruction }: PlacedSource): readonly string[] {
  const name = `\`${written}\` in line ${instruction.line}`;
  if (place.kind === 'elsewhere') return [`${name} lies in a submodule or behind a link.`];
  if (place.kind === 'no-match') return [`Nothing fits ${name}: newer versions of Docker go on, older ones stop.`];
  if (place.kind !== 'missing' && place.kind !== 'ignored') return [];
  if (otherContext !== null) return [`${name} is there when the image is built in ${folderWords(otherContext)}.`];
  return madeBy === null ? [] : [`${name} is not in the repository; ${madeBy} may make it.`];
}

function wordsOf({ written, place, nearest }: PlacedSource, { context, ignoreFile }: BuildContext): string {
  if (place.kind === 'ignored')
    return `\`${written}\` is left out of the build by ${ignoreFile} line ${place.rule.line}, \`${place.rule.text}\`.`;
  const where = folderWords(context.folder);
  if (nearest?.isCase)
    return `\`${written}\` is not in ${where}: \`${nearest.path}\` differs in letter case, which counts on Linux.`;
  const like = nearest === null ? '' : ` Is \`${nearest.path}\` meant?`;
  return /^\.\.\//.test(written) && nearest !== null
    ? `\`${written}\` leads out of ${where}, where Docker takes nothing from.${like}`
    : `\`${written}\` is not in ${where}.${like}`;
}

/** The line with the path that is meant; the rule that leaves the file out; the command with another context. */
function mended(
  verdict: Verdict,
  source: PlacedSource,
  { context: { folder }, path, ignoreFile }: BuildContext,
): Verdict {
  const { place, nearest, written } = source;
  if (place.kind === 'ignored') {
    const inside = place.path.slice(folder === '' ? 0 : folder.length + 1);
    return withFix(verdict, `Add this as the last line of ${ignoreFile}.`, `!${inside}`);
  }
  if (nearest === null) return verdict;
  const start = folder === '' ? '' : `${folder}/`;
  if (nearest.path.startsWith(start))
    return withFix(
      verdict,
      'Write the path that is there.',
      lineOf(source).replace(written, () => nearest.path.slice(start.length)),
    );
  return withFix(
    verdict,
    'Build in the root folder, and write each path as seen from there.',
    `docker build -f ${shellWord(path, 'bash')} .`,
  );
}
