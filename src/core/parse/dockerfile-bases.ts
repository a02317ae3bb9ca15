import type { SourceLine } from '../model/facts.ts';
import { argumentsOf, type DockerfileInstruction, dockerfileWords } from './dockerfile-lines.ts';

/** A `FROM` of a Dockerfile with its ARG defaults put in. */
export interface BaseImage {
  readonly line: number;
  readonly quote: string;
  /** What stands behind `FROM`, variables as they are written. */
  readonly written: string;
  /** Null when it is empty, or a variable in it has no value that the file tells. */
  readonly image: string | null;
  /** The first variable without a value; null with `image: null` when it is of a form that is not read. */
  readonly unresolved: string | null;
  /** The ARG lines whose defaults stand in `image`. */
  readonly defaults: readonly SourceLine[];
  readonly isEarlierStage: boolean;
  /** The name that later stages know this one by. */
  readonly stage: string | null;
}

/** A variable’s value, with the ARG lines it is taken from. */
export interface Default {
  readonly value: string;
  readonly lines: readonly SourceLine[];
}
export type Defaults = ReadonlyMap<string, Default>;

/** What BuildKit sets by itself, for the platform that is asked for. */
const PREDEFINED: readonly (readonly [string, string])[] = ['TARGET', 'BUILD'].flatMap((side) => [
  [`${side}PLATFORM`, 'linux/amd64'] as const,
  [`${side}OS`, 'linux'] as const,
  [`${side}ARCH`, 'amd64'] as const,
  [`${side}VARIANT`, ''] as const,
]);

/** The base of each stage. Only ARGs before the first FROM may stand in a FROM. */
export function baseImagesOf(instructions: readonly DockerfileInstruction[]): readonly BaseImage[] {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  if (first === -1) return [];
  const defaults = initialDefaults(instructions.slice(0, first));
  const stages = new Set<string>();
  return instructions
    .filter(({ keyword }) => keyword === 'FROM')
    .map((instruction) => {
      const base = baseImageOf(instruction, defaults, stages);
      if (base.stage !== null) stages.add(base.stage.toLowerCase());
      return base;
    });
}

/** The variables that the ARGs before the first FROM give a value, and those that BuildKit sets. */
export function initialDefaults(instructions: readonly DockerfileInstruction[]): Defaults {
  const defaults = new Map<string, Default>(PREDEFINED.map(([name, value]) => [name, { value, lines: [] }]));
  for (const instruction of instructions.filter(({ keyword }) => keyword === 'ARG')) {
    for (const word of dockerfileWords(instruction.text)) {
      const equals = word.indexOf('=');
      if (equals < 1) continue;
      const { text, lines } = substitute(word.slice(equals + 1), defaults);
      const own = { line: instruction.line, text: `${instruction.written} ${instruction.text}` };
      if (text !== null) defaults.set(word.slice(0, equals), { value: text, lines: [...lines, own] });
    }
  }
  return defaults;
}

function baseImageOf(instruction: DockerfileInstruction, defaults: Defaults, stages: ReadonlySet<string>): BaseImage {
  const [written = '', as = '', name = ''] = argumentsOf(instruction);
  const { text, lines, unresolved } = substitute(written, defaults);
  return {
    line: instruction.line,
    quote: `${instruction.written} ${instruction.text}`,
    written,
    image: text === '' ? null : text,
    unresolved,
    defaults: lines,
    isEarlierStage: text !== null && stages.has(text.toLowerCase()),
    stage: as.toUpperCase() === 'AS' && name !== '' ? name : null,
  };
}

const VARIABLE = /\$(?:\{([A-Za-z_][A-Za-z0-9_]{0,200})(?:(:?[-+])([^{}$]{0,500}))?\}|([A-Za-z_][A-Za-z0-9_]{0,200}))/g;

const MAX_VALUE = 2_000;

export interface Substituted {
  readonly text: string | null;
  readonly unresolved: string | null;
  readonly lines: readonly SourceLine[];
}

/** Puts defaults in and takes quotes away. `${X-d}` and `${X:-d}` fall back to d, `${X+d}` is d where X is set. */
export function substitute(written: string, defaults: Defaults): Substituted {
  const lines = new Set<SourceLine>();
  let unresolved: string | null = null;
  if (written.length > MAX_VALUE) return { text: null, unresolved: null, lines: [] };
  const out = written.replace(VARIABLE, (_all, braced?: string, form?: string, other?: string, bare?: string) => {
    const name = braced ?? bare ?? '';
    const known = defaults.get(name);
    if (form?.endsWith('+')) return known === undefined ? '' : (other ?? '');
    if (known !== undefined && !(known.value === '' && form === ':-')) {
      for (const line of known.lines) lines.add(line);
      return known.value;
    }
    if (other === undefined) unresolved ??= name;
    return other ?? '';
  });
  // What is left of a `$` is a form that is not read; no image name is as long as defaults of defaults may grow.
  const isWhole = unresolved === null && !out.includes('$') && out.length <= MAX_VALUE;
  return { text: isWhole ? out.replace(/["']/g, '') : null, unresolved, lines: [...lines] };
}
