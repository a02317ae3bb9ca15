import { editDistance } from '../model/edit-distance.ts';
import type { DockerfileInstruction } from './dockerfile-lines.ts';
import { type DockerfileProblem, problem } from './dockerfile-problem.ts';

// moby/buildkit, frontend/dockerfile/command. Read 2026-11-22.
export const dockerfileKeywords: readonly string[] =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  );

const SHELL_WORD =
  /^(?:apt|apt-get|apk|yum|dnf|pip|pip3|conda|mamba|python|python3|cd|echo|export|mkdir|wget|curl|git|chmod|chown|cp|mv|rm|tar|unzip|npm|make|bash|sh|source|sudo|jupyter|Rscript|-\S{0,30}|&&|\|\|?|;)$/;

/** What is wrong with an instruction that Docker does not know: a command that was to go on, a misspelling, a missing `RUN`. */
export function unknownInstruction(
  { written, keyword, line }: DockerfileInstruction,
  before: DockerfileInstruction | undefined,
  lines: readonly string[],
  mark: string,
): DockerfileProblem {
  const above = lines[(before?.endLine ?? 0) - 1]?.trimEnd() ?? '';
  const isOpen = /(?:&&|\|\|?|;)$/.test(above);
  const goesOn = before !== undefined && before.heredocs.length === 0 && (before.keyword === 'RUN' || isOpen);
  if (goesOn && (isOpen || SHELL_WORD.test(written))) return missingContinuation(written, line, before, lines, mark);
  const own = lines[line - 1] ?? '';
  const meant = dockerfileKeywords.find((known) => !SHELL_WORD.test(written) && editDistance(known, keyword, 2) <= 2);
  const begins = `line ${line} begins with \`${written.slice(0, 40)}\`, which is no instruction.`;
  if (meant !== undefined && keyword.length > 2)
    return problem(
      'unknown-instruction',
      line,
      lines,
      `${begins} \`${meant}\` may be meant.`,
      `Write \`${meant}\`.`,
      own.replace(written, meant),
    );
  if (SHELL_WORD.test(written) && /^[A-Za-z]/.test(written))
    return problem(
      'unknown-instruction',
      line,
      lines,
      `${begins} A command needs \`RUN\`.`,
      'Put `RUN` in front.',
      `RUN ${own.trim()}`,
    );
  return problem('unknown-instruction', line, lines, begins);
}

/** A command that was to go on: the line above lacks the escape, or something stands behind it. */
function missingContinuation(
  written: string,
  line: number,
  before: DockerfileInstruction,
  lines: readonly string[],
  mark: string,
): DockerfileProblem {
  const last = before.endLine;
  const above = lines[last - 1]?.trimEnd() ?? '';
  const hidden = above.lastIndexOf(`${mark} #`);
  const begin = `line ${line} begins with \`${written.slice(0, 40)}\`, which is no instruction`;
  if (hidden !== -1)
    return problem(
      'missing-continuation',
      line,
      lines,
      `nothing may stand behind the \`${mark}\` on line ${last}: ${begin}.`,
      `End line ${last} with the \`${mark}\`.`,
      above.slice(0, hidden + 1).trimStart(),
    );
  const needsAnd = !/(?:&&|\|\|?|;)$/.test(above) && /^[A-Za-z]/.test(written);
  const ending = needsAnd ? ` && ${mark}` : ` ${mark}`;
  return problem(
    'missing-continuation',
    line,
    lines,
    `a \`${mark}\` is missing on line ${last}: ${begin}.`,
    needsAnd
      ? `End line ${last} with \`&& ${mark}\`, or begin line ${line} with \`RUN\`.`
      : `End line ${last} with \`${mark}\`.`,
    `${above.trimStart()}${ending}`,
  );
}
