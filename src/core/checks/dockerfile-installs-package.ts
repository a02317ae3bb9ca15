import type { BuildStage, BuildStep } from '../facts/build-stages.ts';
import { lineOf } from '../facts/docker-build.ts';
import type { DockerInstalls } from '../facts/docker-installs.ts';
import { lineEvidence } from '../model/finding.ts';
import { parseImageReference } from '../model/image-reference.ts';
import type { RubricPackage } from '../model/rubric.ts';
import { nearMissOf } from '../tables/known-images.ts';
import { type Asked, askedFor, isTakenAway, unreadInstall } from './asked-install.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';
import { namedInVain } from './named-in-vain.ts';

export default defineCheck({
  id: 'dockerfile-installs-package',
  statement: 'The Dockerfile installs the package.',
  failure: 'the Dockerfile does not install a package that is asked for',
  why: 'Only what the Dockerfile installs is in the image for whoever pulls it.',
  fix: 'Install the package in a `RUN` of the Dockerfile.',
  reads: ['dockerInstalls'],
  perPackage: true,
  decidedBy: 'any-example',
  examples: { pass: 'RUN apt-get update && apt-get install -y nmap', fail: '# RUN apt-get install -y nmap' },

  judge({ dockerInstalls }, _parameters, about): Verdict {
    if (about === null) return notApplicable('No package is asked for.');
    const { build, steps } = dockerInstalls;
    const asked = steps.flatMap((step) => askedFor(step, about, build.path));
    const last = asked.findLast(({ step }) => step.isInImage) ?? asked.at(-1);
    if (last === undefined) return missing(dockerInstalls, about);
    const gone = steps.slice(steps.indexOf(last.step) + 1).find((step) => isTakenAway(step, about));
    if (gone !== undefined)
      return fail(
        `${about.name} is missing: line ${gone.command.line} takes it away again.`,
        last.evidence,
        lineEvidence(build.path, gone.command.line, gone.command.quote),
      );
    return versionVerdict(last, about);
  },
});

function versionVerdict(asked: Asked, { name, version }: RubricPackage): Verdict {
  const { constraint, evidence, isConda } = asked;
  const notes = notesOn(asked);
  if (version === null) return withNotes(pass(`The Dockerfile installs ${name}.`, evidence), notes);
  const held = /^(={1,3})v?(\d[\w.!+-]*?)(?:\.\*)?$/.exec(constraint);
  const right = `${name}${isConda ? '=' : '=='}${version}`;
  if (held?.[2] === version && (isConda || held[1] !== '='))
    return withNotes(pass(`The Dockerfile installs ${name} ${version}.`, evidence), notes);
  const isUnsure = constraint.includes(version) && asked.isAddress;
  if (isUnsure)
    return withNotes(pass(`The Dockerfile installs ${name} by an address that names ${version}.`, evidence), notes);
  const words =
    held !== null && held[2] !== version
      ? `Another version of ${name}: ${held[2]}, where ${version} is asked for.`
      : `${name} is not held to ${version}${constraint === '' || asked.isAddress ? '' : ` by \`${constraint}\``}.`;
  return withFix(
    withNotes(fail(words, evidence), notes),
    `Write this in line ${asked.line}.`,
    asked.text.includes(asked.written) ? asked.text.replace(asked.written, () => right) : right,
  );
}

function notesOn({ step: { command, isInImage, call }, isOtherChannel }: Asked): readonly string[] {
  return [
    ...(command.isSure ? [] : [`Line ${command.line} may be left out: it stands behind a condition.`]),
    ...(isInImage ? [] : [`Line ${command.line} belongs to an earlier stage, of which parts are copied.`]),
    ...(isOtherChannel ? [`By ${call.program}, not by apt.`] : []),
    ...(call.target?.kind === 'name' && call.target.value !== 'base'
      ? [`Into the environment \`${call.target.value}\`, which is not the one that starts by itself.`]
      : []),
  ];
}

/** Not asked for anywhere: what may bring it all the same, where it is named in vain, and the line to add. */
function missing({ build, steps }: DockerInstalls, about: RubricPackage): Verdict {
  const base = build.last === null ? undefined : lineOf(build.last)[0];
  if (base === undefined) return notApplicable('The Dockerfile has no `FROM` that could be read.');
  const unread = unreadInstall(build, steps, about);
  if (unread !== null)
    return unknownBecause(
      { kind: 'bad-format', detail: unread.words },
      lineEvidence(build.path, unread.line, unread.quote),
    );
  const from = lineEvidence(build.path, base.base.line, base.base.quote);
  const image = base.base.image ?? base.base.written;
  const parsed = parseImageReference(image);
  const isMisspelt = parsed.ok && nearMissOf(parsed.reference.registry, parsed.reference.path) !== null;
  if (base.family === null && !isMisspelt)
    return unknownBecause({ kind: 'bad-format', detail: `What ${image} holds already is not known.` }, from);
  const { words, evidence } = namedInVain(build, steps, about);
  const verdict = fail(`${about.name} is missing: ${words}`, ...(evidence.length > 0 ? evidence : [from]));
  return withLine(
    verdict,
    lineOf(build.last as BuildStage).flatMap((stage) => stage.steps),
    about,
  );
}

/** The line to add, behind the last one at which its user may install. */
function withLine(verdict: Verdict, steps: readonly BuildStep[], { name, channel, version }: RubricPackage): Verdict {
  if (channel === 'python')
    return withFix(verdict, 'Add this line.', `RUN pip install ${name}${version === null ? '' : `==${version}`}`);
  const line = `RUN apt-get update && apt-get install -y ${name}`;
  const asRoot = steps.findLast(({ user, instruction }) => user === 'root' && instruction.keyword === 'RUN');
  return asRoot === undefined
    ? withFix(verdict, 'Add these lines.', `USER root\n${line}`)
    : withFix(verdict, `Add this line behind line ${asRoot.instruction.endLine}.`, line);
}
