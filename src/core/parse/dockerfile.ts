import { type Dockerfile as Ast, DockerfileParser, type From, type Instruction } from 'dockerfile-ast';
import { limits } from '../model/limits.ts';

/** A `FROM` of a Dockerfile with its ARG defaults put in; `image` is null when a variable without a default stands in it. */
export interface BaseImage {
  readonly line: number;
  readonly quote: string;
  readonly image: string | null;
  readonly isEarlierStage: boolean;
}

export interface Dockerfile {
  /** Of the first instructions that `limits` allows. */
  readonly baseImages: readonly BaseImage[];
}

/** Reads a Dockerfile by dockerfile-ast. Its accessors may throw on odd input, so each instruction is read on its own. */
export function parseDockerfile(text: string): Dockerfile {
  const ast = attempt(() => DockerfileParser.parse(text));
  if (ast === null) return { baseImages: [] };
  const instructions = attempt(() => ast.getInstructions()) ?? [];
  const kept = instructions.slice(0, limits.dockerfileInstructions.most);
  return { baseImages: baseImagesOf(ast, kept, text) };
}

function baseImagesOf(ast: Ast, instructions: readonly Instruction[], text: string): readonly BaseImage[] {
  const lines = text.split(/\r\n|\n|\r/);
  const defaults = attempt(() => initialArguments(ast)) ?? new Map<string, string>();
  const stages = new Set<string>();
  return instructions.flatMap((instruction) => {
    const base = attempt(() => baseImageOf(instruction, defaults, stages, lines));
    return base === null ? [] : [base];
  });
}

function baseImageOf(
  instruction: Instruction,
  defaults: ReadonlyMap<string, string>,
  stages: Set<string>,
  lines: readonly string[],
): BaseImage | null {
  if (instruction.getKeyword().toUpperCase() !== 'FROM') return null;
  const from = instruction as From;
  const line = instruction.getRange().start.line;
  const image = substitute(from.getImage() ?? '', defaults);
  const isEarlierStage = image !== null && stages.has(image.toLowerCase());
  const stage = from.getBuildStage();
  if (stage !== null) stages.add(stage.toLowerCase());
  return { line: line + 1, quote: lines[line] ?? '', image: image === '' ? null : image, isEarlierStage };
}

/** The defaults of the ARGs before the first FROM: only these may stand in a FROM. */
function initialArguments(ast: Ast): Map<string, string> {
  const defaults = new Map<string, string>();
  for (const argument of ast.getInitialARGs()) {
    const property = argument.getProperty();
    const value = property?.getValue();
    if (property !== null && value !== null && value !== undefined) defaults.set(property.getName(), value);
  }
  return defaults;
}

const VARIABLE = /\$(?:\{([A-Za-z_][A-Za-z0-9_]*)(?::?-([^}]*))?\}|([A-Za-z_][A-Za-z0-9_]*))/g;

function substitute(image: string, defaults: ReadonlyMap<string, string>): string | null {
  let isWhole = true;
  const out = image.replace(VARIABLE, (_all, braced?: string, fallback?: string, bare?: string) => {
    const value = defaults.get(braced ?? bare ?? '') ?? fallback;
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? out : null;
}

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
