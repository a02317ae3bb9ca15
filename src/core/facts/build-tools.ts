import type { InstallCall } from '../parse/install-calls.ts';
import { baseName } from '../parse/manager-program.ts';
import { isOpaque } from '../parse/opaque-command.ts';
import type { Tool } from '../tables/base-families.ts';
import type { BuildCommand, BuildStage, BuildStep } from './build-stages.ts';
import { lineOf } from './docker-build.ts';

/** A tool that a command uses, and whether it is there by then. */
export interface ToolUse {
  readonly stage: BuildStage;
  readonly step: BuildStep;
  readonly command: BuildCommand;
  readonly tool: Tool;
  readonly isThere: boolean | 'unknown';
}

/** The tools that the commands of a stage’s own instructions use. */
export function toolUsesOf(stage: BuildStage): readonly ToolUse[] {
  const found: ToolUse[] = [];
  const brought = new Set<Tool>();
  let isAnything = false;
  for (const one of lineOf(stage))
    for (const step of one.steps) {
      isAnything ||= !step.isRead || isCopyOfImage(step);
      for (const tool of namedIn(step.instruction.keyword === 'RUN' ? '' : step.instruction.text)) brought.add(tool);
      for (const command of step.commands) {
        for (const tool of toolsOf(command)) {
          const isThere =
            stage.family?.has.has(tool) === true ||
            brought.has(tool) ||
            (stage.family?.lacks.has(tool) === true && !isAnything ? false : 'unknown');
          if (one === stage) found.push({ stage, step, command, tool, isThere });
        }
        isAnything ||= isOpaque(command);
        for (const tool of broughtBy(command)) brought.add(tool);
      }
    }
  return found;
}

/** What comes from another image may be anything. */
const isCopyOfImage = ({ instruction: { keyword, text } }: BuildStep): boolean =>
  keyword === 'COPY' && /--from=/.test(text);

const PROGRAMS: readonly (readonly [RegExp, Tool])[] = [
  [/^apt(?:-get)?$/, 'apt'],
  [/^pip[\d.]*$/, 'pip'],
  [/^(?:dnf|yum|microdnf|tdnf)$/, 'dnf'],
  [/^(?:npm|yarn|pnpm)$/, 'npm'],
];
const PLAIN: readonly Tool[] = [
  'dpkg',
  'aptitude',
  'apk',
  'conda',
  'mamba',
  'micromamba',
  'uv',
  'poetry',
  'pipenv',
  'pixi',
];

/** A program given by its path is not looked for: nobody tells what lies there. */
function toolsOf({ call, isSudo }: BuildCommand): readonly Tool[] {
  if (call === null || call.program.includes('/')) return [];
  const name = call.program.split(' ').at(-1) ?? '';
  const tool = PROGRAMS.find(([form]) => form.test(name))?.[1] ?? PLAIN.find((one) => one === name);
  return [...(isSudo ? ['sudo' as const] : []), ...(tool === undefined ? [] : [tool])];
}

/** Words that tell of a tool, in a download, a copy, a `PATH`. */
const MENTIONS: readonly (readonly [RegExp, readonly Tool[]])[] = [
  [/conda|mamba|miniforge/i, ['conda', 'mamba', 'micromamba', 'pip']],
  [/pip|pyenv|venv|virtualenv|python|pypy/i, ['pip']],
  [/node|nvm|npm|yarn|corepack|volta|fnm|bun/i, ['npm']],
  [/\buv\b|astral/i, ['uv']],
  [/poetry/i, ['poetry']],
  [/pixi/i, ['pixi', 'pip']],
];

const namedIn = (text: string): readonly Tool[] =>
  text === '' ? [] : MENTIONS.flatMap(([form, tools]) => (form.test(text) ? tools : []));

/** What a command may put there: by its packages, or a program that downloads, unpacks or links what is named so. */
function broughtBy(command: BuildCommand): readonly Tool[] {
  const { call, words } = command;
  if (call === null) return BRINGS.test(baseName(words[0] ?? '')) ? namedIn(words.join(' ')) : [];
  return call.isInstall ? byPackages(call) : [];
}

const BRINGS =
  /^(?:curl|wget|tar|unzip|bash|sh|ln|cp|mv|python[\d.]*|pypy3?|apt-add-repository|add-apt-repository|export|git|aria2c|pyenv|nvm|n|source|\.|pipx|corepack|make|install|virtualenv)$|\.(?:sh|run)$/;

function byPackages({ manager, packages, isWhole, files }: InstallCall): readonly Tool[] {
  const names = packages.map(({ name }) => name);
  const has = (form: RegExp) => names.some((name) => form.test(name));
  const isSystem = manager === 'apt' || manager === 'apk' || manager === 'dnf' || manager === 'dpkg';
  if (isSystem && !isWhole) return ['pip', 'npm', 'sudo', 'conda', 'aptitude'];
  if (isSystem)
    return [
      ...(has(/pip|^python3?[\d.]*-(?:full|venv|dev-all)$|^pypy/) ? (['pip'] as const) : []),
      ...(has(/^(?:nodejs|npm|yarn|yarnpkg)/) ? (['npm'] as const) : []),
      ...(has(/^(?:mini)?conda/) ? (['conda', 'pip'] as const) : []),
      ...(['sudo', 'aptitude', 'uv', 'poetry', 'pipenv'] as const).filter(
        (tool) => names.includes(tool) || names.includes(`python3-${tool}`),
      ),
    ];
  if (manager === 'conda')
    return [
      'pip',
      ...(has(/^nodejs|^yarn|^npm/) ? (['npm'] as const) : []),
      ...(files.length > 0 ? (['mamba', 'uv', 'npm', 'poetry'] as const) : []),
      ...(['conda', 'mamba', 'micromamba', 'uv', 'poetry', 'pipenv', 'pixi'] as const).filter((tool) =>
        names.includes(tool),
      ),
    ];
  if (manager === 'uv') return ['pip', ...(names.includes('poetry') ? (['poetry'] as const) : [])];
  if (manager !== 'pip') return [];
  if (files.length > 0) return ['uv', 'poetry', 'pipenv', 'npm'];
  return (['uv', 'poetry', 'pipenv', 'conda'] as const)
    .filter((tool) => names.includes(tool))
    .concat(has(/^nodeenv|^nodejs/) ? ['npm' as never] : []);
}
