import type { DockerInstalls, InstallStep } from '../facts/docker-installs.ts';
import { lineOf } from '../facts/docker-build.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import { parseImageReference } from '../model/image-reference.ts';
import type { RubricPackage } from '../model/rubric.ts';
import { nearMissOf } from '../tables/known-images.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';
import { type Asked, askedFor, isTakenAway, unreadInstall } from './asked-install.ts';

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
  const { constraint, evidence, step, isConda } = asked;
  const notes = notesOn(asked);
  if (version === null) return withNotes(pass(`The Dockerfile installs ${name}.`, evidence), notes);
  const held = /^(={1,3})v?(\d[\w.!+-]*?)(?:\.\*)?$/.exec(constraint);
  const right = `${name}${isConda ? '=' : '=='}${version}`;
  if (held?.[2] === version && (isConda || held[1] !== '='))
    return withNotes(pass(`The Dockerfile installs ${name} ${version}.`, evidence), notes);
  const isUnsure = constraint.includes(version) && asked.isAddress;
  if (isUnsure) return withNotes(pass(`The Dockerfile installs ${name} by an address that names ${version}.`, evidence), notes);
  const words =
    held !== null && held[2] !== version
      ? `another version of ${name}: ${held[2]}, where ${version} is asked for.`
      : `${name} is not held to ${version}${constraint === '' || asked.isAddress ? '' : ` by \`${constraint}\``}.`;
  const text = asked.written === '' ? right : asked.text.replace(asked.written, () => right);
  return withFix(
    withNotes(fail(words.charAt(0).toUpperCase() + words.slice(1), evidence), notes),
    `Hold it in line ${asked.line}.`,
    step.files.length > 0 && asked.isListed ? right : text,
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
  const { path, file, last } = build;
  const { name, channel } = about;
  const base = last === null ? undefined : lineOf(last)[0];
  if (base === undefined) return notApplicable('The Dockerfile has no `FROM` that could be read.');
  const from = lineEvidence(path, base.base.line, base.base.quote);
  const unread = unreadInstall(build, steps, channel);
  if (unread !== null)
    return unknownBecause({ kind: 'bad-format', detail: unread.words }, lineEvidence(path, unread.line, unread.quote));
  const parsed = parseImageReference(base.base.image ?? '');
  const isMisspelt = parsed.ok && nearMissOf(parsed.reference.registry, parsed.reference.path) !== null;
  if (base.family === null && !isMisspelt)
    return unknownBecause({ kind: 'bad-format', detail: `What ${base.base.image ?? base.base.written} holds already is not known.` }, from);
  const { words, evidence } = namedInVain(build, steps, about);
  const last_ = steps.findLast(({ call }) => call.isInstall && (channel === 'apt' ? call.manager === 'apt' : call.manager === 'pip' || call.manager === 'conda'));
  const right = about.version === null ? name : `${name}==${about.version}`;
  const paste = channel === 'apt' ? `RUN apt-get update && apt-get install -y ${name}` : `RUN pip install ${right}`;
  return withFix(
    fail(`${name} is missing: ${words}`, ...(evidence.length > 0 ? evidence : [from])),
    last_ === undefined || channel === 'python' ? 'Add this line behind `FROM`.' : 'Add this line behind `USER root`.',
    paste,
  );
}
