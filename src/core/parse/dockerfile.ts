import type { SourceLine } from '../model/facts.ts';
import { limits } from '../model/limits.ts';
import { type BaseImage, baseImagesOf } from './dockerfile-bases.ts';
import { type DockerfileInstruction, type Heading, headingOf, instructionAt } from './dockerfile-lines.ts';
import type { DockerfileProblem } from './dockerfile-problem.ts';
import { problemsOf } from './dockerfile-problems.ts';

/** A Dockerfile as `docker build` reads it. Lines count from 1. */
export interface Dockerfile {
  /** The first instructions, as many as `limits` allows. */
  readonly instructions: readonly DockerfileInstruction[];
  /** One for each `FROM`, in order. */
  readonly stages: readonly DockerfileStage[];
  /** What the stages begin from: `stages[n].base`, in order. */
  readonly baseImages: readonly BaseImage[];
  /** What `docker build` would refuse, in the order of lines. Docker stops at the first. */
  readonly problems: readonly DockerfileProblem[];
  /** Lines that are comments, those inside instructions too, without their `#`. */
  readonly comments: readonly SourceLine[];
  /** The frontend of a `# syntax=` line, which may know other instructions; null for Docker's own. */
  readonly otherSyntax: string | null;
}

/** A `FROM` and the instructions up to the next one. */
export interface DockerfileStage {
  readonly name: string | null;
  readonly base: BaseImage;
  readonly instructions: readonly DockerfileInstruction[];
}

/** Reads a Dockerfile line by line, as BuildKit's own parser does. Never throws. */
export function parseDockerfile(text: string): Dockerfile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const heading = headingOf(lines);
  const instructions = instructionsOf(lines, heading);
  const baseImages = baseImagesOf(instructions);
  return {
    instructions,
    baseImages,
    stages: stagesOf(instructions, baseImages),
    problems: problemsOf(instructions, lines, heading),
    comments: commentsOf(instructions, lines),
    otherSyntax: heading.otherSyntax,
  };
}

function instructionsOf(lines: readonly string[], heading: Heading): readonly DockerfileInstruction[] {
  const found: DockerfileInstruction[] = [];
  let next = 1;
  while (next <= lines.length && found.length < limits.dockerfileInstructions.most) {
    if (isEmpty(lines[next - 1] ?? '')) next++;
    else {
      const { instruction, endLine } = instructionAt(next, lines, heading);
      if (instruction !== null) found.push(instruction);
      next = endLine + 1;
    }
  }
  return found;
}

function commentsOf(instructions: readonly DockerfileInstruction[], lines: readonly string[]): readonly SourceLine[] {
  const comments: SourceLine[] = [];
  const heredocs = instructions.flatMap((instruction) => instruction.heredocs);
  let next = 1;
  const takeUntil = (end: number) => {
    for (; next < end; next++) {
      const comment = /^\s*#+(.*)/.exec(lines[next - 1] ?? '');
      if (comment !== null) comments.push({ line: next, text: (comment[1] ?? '').trim() });
    }
  };
  for (const { line, text } of heredocs) {
    takeUntil(line);
    next = Math.max(next, line + (text === '' ? 0 : text.split('\n').length));
  }
  takeUntil(lines.length + 1);
  return comments;
}

const isEmpty = (line: string): boolean => /^\s*(?:#|$)/.test(line);

function stagesOf(
  instructions: readonly DockerfileInstruction[],
  baseImages: readonly BaseImage[],
): readonly DockerfileStage[] {
  return baseImages.map((base, index) => {
    const next = baseImages[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    return {
      name: base.stage,
      base,
      instructions: instructions.filter(({ line }) => line > base.line && line < next),
    };
  });
}
