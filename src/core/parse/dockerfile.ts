import { DockerfileParser } from 'dockerfile-ast';
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
  /** The frontend of a `# syntax=` line, which may know other instructions; null for Docker's own. */
  readonly otherSyntax: string | null;
}

/** A `FROM` and the instructions up to the next one. */
export interface DockerfileStage {
  readonly name: string | null;
  readonly base: BaseImage;
  readonly instructions: readonly DockerfileInstruction[];
}

/** Reads a Dockerfile. dockerfile-ast finds where instructions begin; each is read on its own, as BuildKit's parser does. */
export function parseDockerfile(text: string): Dockerfile {
  const plain = text.replace(/^\uFEFF/, '');
  const lines = plain.split(/\r\n|\n|\r/);
  const heading = headingOf(lines);
  const instructions = instructionsOf(plain, lines, heading);
  const baseImages = baseImagesOf(instructions);
  return {
    instructions,
    baseImages,
    stages: stagesOf(instructions, baseImages),
    problems: problemsOf(instructions, lines, heading),
    otherSyntax: heading.otherSyntax,
  };
}

function instructionsOf(text: string, lines: readonly string[], heading: Heading): readonly DockerfileInstruction[] {
  const found: DockerfileInstruction[] = [];
  const readUpTo = (end: number): void => {
    let next = (found.at(-1)?.endLine ?? 0) + 1;
    while (next <= end && found.length < limits.dockerfileInstructions.most) {
      const instruction = isEmpty(lines[next - 1] ?? '') ? null : instructionAt(next, lines, heading);
      if (instruction !== null) found.push(instruction);
      next = (instruction?.endLine ?? next) + 1;
    }
  };
  // dockerfile-ast begins anew inside a second heredoc, and passes over what follows two backslashes or a quoted `<<`.
  for (const line of beginningsOf(text)) readUpTo(line);
  readUpTo(lines.length);
  return found;
}

const isEmpty = (line: string): boolean => /^\s*(?:#|$)/.test(line);

/** The lines, from 1, on which dockerfile-ast sees an instruction. Its accessors may throw on odd input. */
function beginningsOf(text: string): readonly number[] {
  try {
    return DockerfileParser.parse(text)
      .getInstructions()
      .map((instruction) => instruction.getRange().start.line + 1);
  } catch {
    return [];
  }
}

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
