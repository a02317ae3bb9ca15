import { badArguments, badJson } from './dockerfile-arguments.ts';
import type { DockerfileInstruction, Heading } from './dockerfile-lines.ts';
import { type DockerfileProblem, problem } from './dockerfile-problem.ts';
import { dockerfileKeywords, unknownInstruction } from './dockerfile-unknown-instruction.ts';

/** The problems, in the order of lines. */
export function problemsOf(
  instructions: readonly DockerfileInstruction[],
  lines: readonly string[],
  heading: Heading,
): readonly DockerfileProblem[] {
  const written = lines.findIndex((line) => line.trim() !== '');
  const top = lines[written] ?? '';
  if (/^\s*<(?:!doctype|html|head|body|\?xml|!--)/i.test(top)) return [{ ...HTML, line: written + 1, quote: top }];
  const [first] = instructions;
  if (first === undefined) return [{ ...EMPTY, line: 1, quote: lines[0] ?? '' }];
  const own = instructions.flatMap((instruction, index) =>
    problemOf(instruction, instructions[index - 1], lines, heading),
  );
  return [...notFrom(instructions, lines), ...own].sort((one, other) => one.line - other.line);
}

const HTML = {
  kind: 'html' as const,
  message: 'it is an HTML page, not a Dockerfile.',
  say: 'Open the “Raw” view of the page that it was copied from, and save that text.',
  paste: null,
};
const EMPTY = { kind: 'empty' as const, message: 'it holds no instruction.', say: null, paste: null };

/** Before the first FROM only ARG may stand. */
function notFrom(
  instructions: readonly DockerfileInstruction[],
  lines: readonly string[],
): readonly DockerfileProblem[] {
  const early = instructions.find(({ keyword }) => keyword !== 'ARG');
  if (early === undefined) {
    const last = instructions.at(-1)?.line ?? 1;
    return [problem('not-from', last, lines, 'no `FROM` follows: there is nothing to build on.')];
  }
  if (early.keyword === 'FROM' || !dockerfileKeywords.includes(early.keyword)) return [];
  return [
    problem(
      'not-from',
      early.line,
      lines,
      `\`${early.written}\` stands before the first \`FROM\`; only \`ARG\` may.`,
      'Begin the file with the `FROM` line.',
    ),
  ];
}

function problemOf(
  instruction: DockerfileInstruction,
  before: DockerfileInstruction | undefined,
  lines: readonly string[],
  heading: Heading,
): readonly DockerfileProblem[] {
  if (!dockerfileKeywords.includes(instruction.keyword))
    return [unknownInstruction(instruction, before, lines, heading.escape)];
  const open = instruction.heredocs.find(({ isOpen }) => isOpen);
  if (open !== undefined)
    return [
      problem(
        'heredoc',
        instruction.line,
        lines,
        `the heredoc never ends: no line is exactly \`${open.name}\`.`,
        `Put \`${open.name}\` alone on a line below its text.`,
      ),
    ];
  return [...badArguments(instruction, lines), ...badJson(instruction, lines)];
}
