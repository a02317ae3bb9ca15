import { parseImageReference } from '../model/image-reference.ts';
import type { Dockerfile } from '../parse/dockerfile.ts';
import { type BaseImage, initialDefaults } from '../parse/dockerfile-bases.ts';
import { type DockerfileInstruction, dockerfileWords } from '../parse/dockerfile-lines.ts';
import { execForm } from '../parse/exec-form.ts';
import { type RunCommand, runCommands } from '../parse/run-commands.ts';
import type { Variables } from '../parse/shell-variables.ts';
import { type BaseFamily, type BuildUser, baseFamilyOf, emptyBase } from '../tables/base-families.ts';
import { nearMissOf } from '../tables/known-images.ts';
import { valueWith, variablesOf } from './build-variables.ts';
import { builtStages, earlierStage } from './built-stages.ts';

/** A command of a RUN with what holds when it is run. */
export interface BuildCommand extends RunCommand {
  /** `sudo`, `su` and `gosu` are followed; whether the base has them is another question. */
  readonly runsAs: BuildUser;
}

/** An instruction of a stage and what holds when it is reached. */
export interface BuildStep {
  readonly instruction: DockerfileInstruction;
  /** The user before `sudo` and the like. */
  readonly user: BuildUser;
  /** The USER instruction that made it so; null where the base did. */
  readonly userBy: DockerfileInstruction | null;
  /** WORKDIR as told, relative ones joined; null where none is told, or a variable in it is not known. */
  readonly folder: string | null;
  /** ARG and ENV as a RUN sees them, as far as the file tells them. */
  readonly variables: Variables;
  /** Of a RUN in order, else empty. */
  readonly commands: readonly BuildCommand[];
  /** False for a RUN whose script is not read: of another language, or for another shell. */
  readonly isRead: boolean;
}

/** A stage with what it stands on. */
export interface BuildStage {
  readonly name: string | null;
  readonly base: BaseImage;
  /** The earlier stage it begins from, null where that is an image. */
  readonly onto: BuildStage | null;
  /** What is known of the image at the bottom; null where nothing is. */
  readonly family: BaseFamily | null;
  /** Whether the last stage is built from it (`FROM`, `COPY --from`, `--mount=from`); Docker leaves the others out. */
  readonly isBuilt: boolean;
  readonly steps: readonly BuildStep[];
  /** What holds behind its last instruction. */
  readonly end: BuildState;
}

/** What an instruction leaves behind for the next one. */
export interface BuildState {
  readonly user: BuildUser;
  readonly userBy: DockerfileInstruction | null;
  readonly folder: string | null;
  readonly variables: Variables;
  /** Whether RUN goes to a POSIX shell; a list of `SHELL` may say otherwise. */
  readonly isPosix: boolean;
}

/** The stages of a Dockerfile with what each does, in order. */
export function buildStages(file: Dockerfile): readonly BuildStage[] {
  const firstFrom = file.instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const defaults = initialDefaults(file.instructions.slice(0, Math.max(0, firstFrom)));
  const globals = new Map([...defaults].map(([name, { value }]) => [name, value]));
  const built = builtStages(file.stages);
  const made: BuildStage[] = [];
  for (const [index, { name, base, instructions }] of file.stages.entries()) {
    const onto = made[earlierStage(base, file.stages.slice(0, index))] ?? null;
    const family = onto === null ? familyOf(base) : onto.family;
    const { steps, end } = stepsOf(instructions, onto?.end ?? beginning(family), globals);
    made.push({ name, base, onto, family, isBuilt: built.has(index), steps, end });
  }
  return made;
}

function familyOf({ image }: BaseImage): BaseFamily | null {
  if (image === null) return null;
  if (image === 'scratch') return emptyBase;
  const parsed = parseImageReference(image);
  if (!parsed.ok) return null;
  const { registry, path } = parsed.reference;
  const meant = nearMissOf(registry, path);
  return baseFamilyOf(
    meant === null ? parsed.reference : { ...parsed.reference, path: path.slice(0, path.lastIndexOf('/') + 1) + meant },
  );
}

const beginning = (family: BaseFamily | null): BuildState => ({
  user: family?.user ?? 'unknown',
  userBy: null,
  folder: null,
  variables: new Map(),
  isPosix: true,
});

function stepsOf(instructions: readonly DockerfileInstruction[], from: BuildState, globals: Variables) {
  let state = from;
  const steps = instructions.map((instruction): BuildStep => {
    const { user, userBy, folder, variables } = state;
    const { commands, isRead } =
      instruction.keyword !== 'RUN' || !state.isPosix
        ? { commands: [], isRead: instruction.keyword !== 'RUN' }
        : runCommands(instruction, variables);
    const step = {
      instruction,
      user,
      userBy,
      folder,
      variables,
      isRead,
      commands: commands.map((one) => ({ ...one, runsAs: runsAs(one, user) })),
    };
    state = stateBehind(instruction, state, globals);
    return step;
  });
  return { steps, end: state };
}

const runsAs = ({ asUser, isSudo }: RunCommand, user: BuildUser): BuildUser => {
  if (asUser !== null) return userNamed(asUser);
  return isSudo ? 'root' : user;
};

function userNamed(written: string): BuildUser {
  const name = written.replace(/:.*$/s, '').trim();
  if (name === 'root' || name === '0') return 'root';
  // The Jupyter stacks and micromamba give these to their own user.
  return name.includes('$') && !/^\$\{?(?:NB_U(?:ID|SER)|MAMBA_USER)\}?$/.test(name) ? 'unknown' : 'other';
}

function stateBehind(instruction: DockerfileInstruction, state: BuildState, globals: Variables): BuildState {
  const { keyword, text } = instruction;
  const word = () => valueWith(dockerfileWords(text)[0] ?? '', state.variables);
  if (keyword === 'USER') return { ...state, user: userNamed(word()), userBy: instruction };
  if (keyword === 'WORKDIR')
    return { ...state, folder: folderBehind(valueWith(text.trim(), state.variables), state.folder) };
  if (keyword === 'SHELL') return { ...state, isPosix: /sh$|conda|mamba/.test(execForm(text)?.[0] ?? 'sh') };
  if (keyword !== 'ARG' && keyword !== 'ENV') return state;
  return { ...state, variables: variablesOf(instruction, state.variables, globals) };
}

function folderBehind(path: string, folder: string | null): string | null {
  if (path.includes('$')) return null;
  if (path.startsWith('/')) return path.length > 1 ? path.replace(/\/+$/, '') : path;
  return folder === null ? null : `${folder === '/' ? '' : folder}/${path}`;
}
