import type { BuildStage } from '../facts/build-stages.ts';
import { type DockerBuild, lineOf } from '../facts/docker-build.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import { imageName, parseImageReference } from '../model/image-reference.ts';
import type { DockerfileInstruction } from '../parse/dockerfile-lines.ts';
import { execForm } from '../parse/exec-form.ts';
import { commandOfBase } from '../tables/commands-of-bases.ts';
import { defineCheck, fail, notApplicable, pass, type Verdict, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'dockerfile-sets-the-required-command',
  statement: 'The Dockerfile sets the command that is asked for.',
  failure: 'the Dockerfile sets another command than is asked for',
  why: 'A container without its own command starts what the base image says, often a notebook server.',
  lesson: 'The last line, `CMD ["/bin/bash"]`, is uncommented.',
  fix: 'Write the command that is asked for behind `CMD`, in the last line of the Dockerfile.',
  reads: ['dockerBuild'],
  decidedBy: 'everything',
  examples: { pass: 'CMD ["/bin/bash"]', fail: '# CMD ["/bin/bash"]' },

  judge({ dockerBuild }, { command: wanted }): Verdict {
    if (wanted === null) return notApplicable('No command is asked for.');
    if (dockerBuild.last === null) return notApplicable('The Dockerfile has no `FROM` that could be read.');
    const line = lineOf(dockerBuild.last);
    const own = line.flatMap(({ steps }) => steps.map(({ instruction }) => instruction));
    const command = own.findLast(({ keyword }) => keyword === 'CMD');
    const entrypoint = own.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
    const verdict =
      command === undefined
        ? withoutCommand(dockerBuild, line, entrypoint, wanted)
        : verdictOf(command, wanted, dockerBuild.path);
    const note = `\`ENTRYPOINT\` in line ${entrypoint?.line} starts first, and gets the command as its arguments.`;
    return entrypoint === undefined || execForm(entrypoint.text)?.length === 0 ? verdict : withNotes(verdict, [note]);
  },
});

function verdictOf(instruction: DockerfileInstruction, wanted: readonly string[], path: string): Verdict {
  const asked = JSON.stringify(wanted);
  const list = execForm(instruction.text);
  const written = `${instruction.written} ${instruction.text}`;
  const evidence = lineEvidence(path, instruction.line, written);
  if (JSON.stringify(list) === asked) return pass(`The Dockerfile sets ${asked}.`, evidence);
  const say = `Replace line ${instruction.line}.`;
  return withFix(
    fail(`${wrong(instruction.text, list, wanted)} Asked for is ${asked}.`, evidence),
    say,
    `CMD ${asked}`,
  );
}

function wrong(text: string, list: readonly string[] | null, wanted: readonly string[]): string {
  const [program = ''] = wanted;
  const words =
    list ??
    text
      .replace(/[[\]"'“”,]+/g, ' ')
      .trim()
      .split(/\s+/);
  const isWanted = words.length === wanted.length && words.slice(1).every((word, index) => word === wanted[index + 1]);
  if (isWanted && `/${words[0]}` === program)
    return `\`${words[0]}\` is another program: the slash in front is missing.`;
  const isSame = isWanted && (words[0] === program || words[0] === program.split('/').at(-1));
  if (list === null && text.startsWith('['))
    return 'The list is not in double quotes, so a shell is asked to start it as it is written.';
  if (isSame && list === null) return `\`${text}\` goes through a shell: the same program, but not as it is asked for.`;
  if (isSame)
    return `${JSON.stringify(list)} is found by the search path: the same program, but not as it is asked for.`;
  return `The command is another one: ${text === '' ? 'none' : `\`${text}\``}.`;
}

/** No `CMD` of its own: what a comment says, and what starts instead. */
function withoutCommand(
  { path, file }: DockerBuild,
  [first]: readonly BuildStage[],
  entrypoint: DockerfileInstruction | undefined,
  wanted: readonly string[],
): Verdict {
  const asked = JSON.stringify(wanted);
  const comment = file.comments.findLast(({ text }) => /^CMD\s{0,9}(?:\[|\S{1,100}$)/.test(text));
  const from = first?.base;
  const where: readonly Evidence[] = from === undefined ? [] : [lineEvidence(path, from.line, from.quote)];
  if (comment !== undefined)
    return withFix(
      fail(
        `\`CMD\` stands in a comment only, which does nothing.`,
        lineEvidence(path, comment.line, `# ${comment.text}`),
      ),
      `Take away the \`#\` in line ${comment.line}.`,
      `CMD ${asked}`,
    );
  const parsed = parseImageReference(from?.image ?? '');
  const ofBase = parsed.ok ? commandOfBase(imageName(parsed.reference)) : null;
  if (entrypoint === undefined && ofBase === asked)
    return withNotes(pass(`The base image sets ${asked}.`, ...where), ['The Dockerfile itself has no `CMD`.']);
  const starts =
    entrypoint !== undefined
      ? '`ENTRYPOINT` starts without arguments: it also takes the command of the base away.'
      : ofBase === null
        ? 'The base image tells what starts.'
        : `The base image starts ${ofBase}.`;
  const place =
    entrypoint === undefined ? where : [lineEvidence(path, entrypoint.line, `ENTRYPOINT ${entrypoint.text}`)];
  return withFix(fail(`There is no \`CMD\`. ${starts}`, ...place), 'Add this as the last line.', `CMD ${asked}`);
}
