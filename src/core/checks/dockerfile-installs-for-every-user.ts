import type { BuildCommand, BuildStep } from '../facts/build-stages.ts';
import { valueWith } from '../facts/build-variables.ts';
import { lineOf } from '../facts/docker-build.ts';
import { fileName } from '../facts/tree.ts';
import { lineEvidence } from '../model/finding.ts';
import { copiedSources } from '../parse/copied-sources.ts';
import { argumentsOf } from '../parse/dockerfile-lines.ts';
import { execForm } from '../parse/exec-form.ts';
import { baseName } from '../parse/manager-program.ts';
import { defineCheck, fail, notApplicable, pass, type Verdict, withFix, withNotes } from './check.ts';

export default defineCheck({
  id: 'dockerfile-installs-for-every-user',
  statement: 'The Dockerfile installs where every user finds it.',
  failure: 'the Dockerfile installs into one user’s home',
  why: 'Shared machines start a container as the member, not as root: what lies in root’s home or in `~/.local` is not found there.',
  fix: 'Install as root, outside of `/root`, and without `--user`.',
  reads: ['dockerBuild'],
  decidedBy: 'any-counterexample',
  examples: { pass: 'RUN pip install geopandas==0.14.4', fail: 'RUN pip install --user geopandas==0.14.4' },

  judge({ dockerBuild: { path, last } }): Verdict {
    const steps = last === null ? [] : lineOf(last).flatMap((stage) => stage.steps);
    const installs = steps.filter(({ instruction, commands }) =>
      /^(?:COPY|ADD)$/.test(instruction.keyword) ? true : commands.some(({ call }) => call?.isInstall === true),
    );
    if (installs.length === 0) return notApplicable('The Dockerfile installs nothing.');
    const lists = new Set(
      installs
        .flatMap(({ commands }) => commands.flatMap(({ call }) => call?.files ?? []))
        .map(({ path: list }) => fileName(list)),
    );
    const found = steps.flatMap((step) => (copiesOnly(step, lists) ? [] : hiddenBy(step)));
    const [first] = found;
    if (first === undefined) {
      const at = installs[0]?.instruction;
      return pass(
        'Nothing is installed into one user’s home.',
        ...(at === undefined ? [] : [lineEvidence(path, at.line, `${at.written} ${at.text}`)]),
      );
    }
    const evidence = found.map(({ line, quote }) => lineEvidence(path, line, quote));
    const opened = steps.flatMap(({ commands }) => commands).find(opensHome);
    if (opened !== undefined)
      return withNotes(pass('Root’s home is opened to every user.', lineEvidence(path, opened.line, opened.quote)), [
        first.says,
      ]);
    const more = found.length > 1 ? ` And ${found.length - 1} more.` : '';
    return withFix(fail(`${first.says}${more}`, ...evidence), first.fix, first.paste);
  },
});

interface Hidden {
  readonly line: number;
  readonly quote: string;
  readonly says: string;
  readonly fix: string;
  readonly paste: string | null;
}

/** Lists of packages serve the build alone. */
const copiesOnly = ({ instruction }: BuildStep, lists: ReadonlySet<string>): boolean => {
  const sources = copiedSources(instruction);
  return sources.length > 0 && sources.every(({ path }) => lists.has(fileName(path)));
};

/** A path in the home of root, or of a user whose home is hidden by that of the member. */
function homeOf(path: string, { user }: Pick<BuildStep, 'user'>): string | null {
  const written = path.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, user === 'root' ? '/root' : '~');
  // What only settings are kept in is missed by nobody.
  return /^\/root\/(?!\.(?!venv|conda|pyenv))[^/]|^(?:~|\/home\/[^/]{1,100}|\/root)\/\.local(?:\/?$|\/(?:lib|bin)(?:\/|$))/.test(
    written,
  )
    ? written
    : null;
}

function hiddenBy(step: BuildStep): readonly Hidden[] {
  const { instruction, commands, variables } = step;
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    const words = execForm(instruction.text) ?? argumentsOf(instruction);
    const written = valueWith(words.at(-1) ?? '', variables);
    const target =
      written.startsWith('/') || step.folder === null ? written : `${step.folder}/${written}`.replace(/\/\.\/?$/, '/');
    const quote = `${instruction.written} ${instruction.text}`;
    const home = homeOf(target, step);
    return home === null ? [] : [moved(instruction.line, quote, home, target === written ? null : step.folder)];
  }
  return commands.flatMap((command) => hiddenByCommand(command, step));
}

/** `folder` is the working folder that a relative path leads from. */
function moved(line: number, quote: string, home: string, folder: string | null = null): Hidden {
  const from = folder === null ? quote : `WORKDIR ${folder}`;
  const paste = from.replace(/(?:~|\$\{?HOME\}?|\/root)(?=\/)/g, '/opt');
  return {
    line,
    quote,
    says: `Line ${line} puts ${home} where only one user finds it.`,
    fix: `Take a ${folder === null ? '' : 'working '}folder that every user may read.`,
    paste: paste === from ? null : paste,
  };
}

function hiddenByCommand(command: BuildCommand, step: BuildStep): readonly Hidden[] {
  const { words, call, line, quote } = command;
  const state = { user: command.runsAs };
  if (call?.isInstall && call.target?.kind === 'user')
    return [
      {
        line,
        quote,
        says: `Line ${line} installs with \`--user\`, into \`~/.local\` of the user that builds.`,
        fix: 'Leave `--user` out.',
        paste: quote.replace(/\s--user\b/, ''),
      },
    ];
  const target =
    call?.isInstall && call.target !== null && call.target.kind !== 'name' ? call.target.value : placeOf(words);
  const home = target === null ? null : homeOf(valueWith(target, step.variables), state);
  return home === null ? [] : [moved(line, quote, home)];
}

/** Where a command makes an environment: conda’s own installer, `venv`, `virtualenv`, `git clone`. */
function placeOf(words: readonly string[]): string | null {
  const [program = '', ...rest] = words;
  const script = /^(?:ba|z)?sh$/.test(baseName(program)) ? (rest.find((word) => !word.startsWith('-')) ?? '') : program;
  if (/(?:mini|ana)(?:conda|forge)|mambaforge/i.test(baseName(script))) {
    const at = rest.findIndex((word) => /^-\w{0,3}p$/.test(word));
    return at === -1 ? null : (rest[at + 1] ?? null);
  }
  const isVenv =
    (/^python[\d.]*$/.test(baseName(program)) && /^(?:venv|virtualenv)$/.test(rest[rest.indexOf('-m') + 1] ?? '')) ||
    baseName(program) === 'virtualenv';
  return isVenv ? (rest.at(-1) ?? null) : null;
}

const opensHome = ({ words: [program, ...rest] }: BuildCommand): boolean =>
  program === 'chmod' && rest.some((word) => /^\/root\/?$/.test(word));
