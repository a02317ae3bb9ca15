import type { GivenArgument, JudgedDockerfile } from '../facts/dockerfile.ts';
import type { Evidence } from '../model/finding.ts';
import { lineEvidence } from '../model/finding.ts';
import { nameAsWritten, parseImageReference } from '../model/image-reference.ts';
import type { BaseImage } from '../parse/dockerfile-bases.ts';
import { nearMissOf } from '../tables/known-images.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'dockerfile-resolves-its-base-image',
  statement: 'The Dockerfile names a base image that can exist.',
  failure: 'the Dockerfile’s base image is misspelt or not told',
  why: 'A base image whose name is not told, or misspelt, cannot be pulled: nothing can be built on it.',
  fix: 'Write the whole name of the base image behind `FROM`.',
  reads: ['dockerfile'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'ARG BASE=python:3.12-slim\nFROM $BASE',
    fail: 'FROM jupyter/datascience-norebook:2023-10-20',
  },

  judge({ dockerfile }): Verdict {
    const bases = dockerfile.file.baseImages.filter(({ isEarlierStage }) => !isEarlierStage);
    const external = bases.filter(({ image }) => image !== 'scratch');
    if (bases.length === 0) return notApplicable('The Dockerfile has no `FROM` that could be read.');
    if (external.length === 0) return notApplicable('The Dockerfile starts from nothing (`scratch`).');
    const verdicts = external.map((base) => verdictOf(base, dockerfile));
    const failed = verdicts.find(({ outcome }) => outcome === 'fail');
    if (failed !== undefined) return failed;
    const open = verdicts.find(({ outcome }) => outcome === 'unknown');
    if (open !== undefined) return open;
    const names = external.map(({ image, written }) => image ?? written);
    const verdict = pass(`The base image is ${names.join(', ')}.`, ...verdicts.flatMap(({ evidence }) => evidence));
    return withNotes(
      verdict,
      verdicts.flatMap(({ notes }) => notes),
    );
  },
});

function verdictOf(base: BaseImage, { path, givenArguments }: JudgedDockerfile): Verdict {
  const evidence = placesOf(base, path);
  if (base.image === null) {
    if (base.written === '') return fail('No image stands behind `FROM`.', ...evidence);
    const variable = base.unresolved;
    if (variable === null)
      return unknownBecause(
        { kind: 'bad-format', detail: `“${base.written}” is of a form that Reprise does not read.` },
        ...evidence,
      );
    const given = givenArguments.get(variable);
    if (given !== undefined)
      return withNotes(pass('', ...evidence, lineEvidence(given.path, given.line, given.quote)), [
        givenWords(variable, given),
      ]);
    const verdict = fail(`\`${variable}\` in \`FROM ${base.written}\` has no value.`, ...evidence);
    return withFix(
      verdict,
      `Give it one before the first \`FROM\`: \`ARG ${variable}=…\`, without blanks around \`=\`.`,
    );
  }
  const parsed = parseImageReference(base.image);
  if (!parsed.ok) return fail(`“${base.image}” is no image name. ${parsed.problem}`, ...evidence);
  const { registry, path: imagePath } = parsed.reference;
  const name = nameAsWritten(base.image);
  if (name !== name.toLowerCase())
    return renamed(base, name.toLowerCase(), `“${name}” holds capitals; Docker takes none.`, evidence);
  const known = nearMissOf(registry, imagePath);
  if (known === null) return pass('', ...evidence);
  const right = name.slice(0, name.lastIndexOf('/') + 1) + known;
  return renamed(base, right, `“${name}” is hardly the name that is meant: “${right}” is.`, evidence);
}

/** Where a variable gets its value outside the Dockerfile, and which where that is told. */
export const givenWords = (variable: string, { path, line, value }: GivenArgument): string =>
  `${path} line ${line} seems to give \`${variable}\` its value${value === null ? '' : `, “${value}”`}.`;

/** The right name, with the line to write it on. */
function renamed(base: BaseImage, right: string, why: string, evidence: readonly Evidence[]): Verdict {
  const paste = lineWith(base, nameAsWritten(base.image ?? ''), right);
  return withFix(fail(`The base image cannot be pulled: ${why}`, ...evidence), 'Write the right name.', paste);
}

/** The line to write another base, or its name, on: that of the `FROM`, or of the `ARG` that it is taken from. */
export function lineWith(base: BaseImage, name: string, right: string): string {
  const line = [base.quote, ...base.defaults.map(({ text }) => text)].find((text) => text.includes(name));
  return (line ?? `FROM ${base.image ?? name}`).replace(name, () => right);
}

/** The `FROM`, and the `ARG` lines whose defaults stand in it. */
export const placesOf = (base: BaseImage, path: string): readonly Evidence[] => [
  ...base.defaults.map(({ line, text }) => lineEvidence(path, line, text)),
  lineEvidence(path, base.line, base.quote),
];
