import type { DockerBuild } from '../facts/docker-build.ts';
import type { InstallStep } from '../facts/docker-installs.ts';
import { editDistance } from '../model/edit-distance.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import type { RubricPackage } from '../model/rubric.ts';

/** A package's commands, where one is taken for its name. */
const COMMANDS: Readonly<Record<string, string>> = { aria2c: 'aria2' };
const NO_KEYWORD = /^(?:SUDO|APT(?:-GET)?|PIP\d?|CONDA|MAMBA|PYTHON3?|&&)$/;

/** Where a package is named without being installed. */
export function namedInVain(
  { path, file }: DockerBuild,
  steps: readonly InstallStep[],
  about: RubricPackage,
): { readonly words: string; readonly evidence: readonly Evidence[] } {
  const { name } = about;
  const found = (words: string, line: number, quote: string) => ({
    words,
    evidence: [lineEvidence(path, line, quote)],
  });
  for (const step of steps) {
    const { line, quote, words } = step.command;
    const other = step.call.isInstall ? step.call.packages.find((one) => isNearly(one.name, name)) : undefined;
    if (other !== undefined && COMMANDS[other.name] === name)
      return found(
        `line ${line} asks for \`${other.name}\`, which is its command; the package is \`${name}\`.`,
        line,
        quote,
      );
    if (other !== undefined && other.name === `python3-${name}`)
      return found(`\`${other.name}\` in line ${line} is for the system’s own Python alone.`, line, quote);
    if (other?.name === name)
      return found(`line ${line} asks ${step.call.program} for it, where the name means something else.`, line, quote);
    if (other !== undefined) return found(`line ${line} asks for \`${other.name}\`.`, line, quote);
    if (!step.call.isInstall && step.call.verb === null && words.includes(name))
      return found(`line ${line} names it, but without \`install\`.`, line, quote);
  }
  const outside = file.instructions.find(
    ({ keyword, text }) =>
      NO_KEYWORD.test(keyword) &&
      text
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.startsWith(name)),
  );
  if (outside !== undefined)
    return found(
      `line ${outside.line} names it outside of any \`RUN\`.`,
      outside.line,
      `${outside.written} ${outside.text}`,
    );
  const comment = file.comments.find(({ text }) =>
    text
      .toLowerCase()
      .split(/[^\w.+-]+/)
      .some((word) => word.replace(/[=<>~].*$/, '') === name),
  );
  if (comment !== undefined)
    return found(`it stands in a comment only, in line ${comment.line}.`, comment.line, `# ${comment.text}`);
  return { words: 'no install command names it.', evidence: [] };
}

const isNearly = (asked: string, name: string): boolean =>
  asked === name ||
  COMMANDS[asked] === name ||
  asked === `python3-${name}` ||
  (name.length > 4 && asked.length > 4 && editDistance(asked, name, 1) === 1);
