import type { InstallCall } from '../parse/install-calls.ts';
import { isOpaque } from '../parse/opaque-command.ts';
import type { BuildCommand, BuildStage, BuildStep } from './build-stages.ts';
import { lineOf } from './docker-build.ts';

/**
 * What is known of apt’s package lists at a moment. `updated`: an update stands before, `by` tells where, and whether in the
 * same RUN; `missing`: there are none, because the base has none or because `by` removed them; `old`: the base’s own; `unknown`: a script, or a base that
 * is not known, may have left some.
 */
export interface AptLists {
  readonly state: 'updated' | 'missing' | 'old' | 'unknown';
  readonly by: BuildCommand | null;
  readonly isSameRun: boolean;
}

/** A call that installs packages with apt, with what it finds. */
export interface AptInstall {
  readonly stage: BuildStage;
  readonly step: BuildStep;
  readonly command: BuildCommand;
  readonly call: InstallCall;
  readonly lists: AptLists;
  /** Packages that earlier commands of the same line of stages install. */
  readonly installed: ReadonlySet<string>;
}

/** The apt installs of a stage’s own instructions, each with the lists it finds. */
export function aptInstallsOf(stage: BuildStage): readonly AptInstall[] {
  const found: AptInstall[] = [];
  const installed = new Set<string>();
  let lists = listsOfBase(stage);
  for (const one of lineOf(stage))
    for (const step of one.steps) {
      lists = { ...lists, isSameRun: false };
      if (!step.isRead || hasCachedLists(step)) lists = maybe(lists);
      for (const command of step.commands) {
        const { call } = command;
        if (call?.manager === 'apt' && call.isInstall) {
          if (one === stage) found.push({ stage, step, command, call, lists, installed: new Set(installed) });
          for (const { name } of call.packages) installed.add(name);
        }
        lists = listsBehind(command, lists);
      }
      if (hasCachedLists(step)) lists = maybe({ ...lists, state: 'unknown' });
    }
  return found;
}

const listsOfBase = ({ family }: BuildStage): AptLists => ({
  state: family?.hasAptLists === false ? 'missing' : (family?.hasAptLists ?? 'unknown'),
  by: null,
  isSameRun: false,
});

/** Lists that a cache of the builder keeps are not told by the file. */
const hasCachedLists = ({ instruction }: BuildStep): boolean =>
  /--mount=\S{0,300}\/var\/(?:lib|cache)\/apt/.test(instruction.text);

const maybe = (lists: AptLists): AptLists =>
  lists.state === 'updated' ? lists : { ...lists, state: 'unknown', by: null };

function listsBehind(command: BuildCommand, lists: AptLists): AptLists {
  const { words, call, isSure } = command;
  const [program = ''] = words;
  if (call?.manager === 'apt')
    return call.verb === 'update' || call.options.includes('--update')
      ? { state: 'updated', by: command, isSameRun: true }
      : lists;
  if (/^(?:apt-)?add-apt-repository$|^apt-add-repository$/.test(program))
    return { state: 'updated', by: command, isSameRun: true };
  if (program === 'rm' && words.some((word) => /^\/var\/lib\/(?:apt|\{[^}]{0,80}\bapt)/.test(word)))
    return isSure ? { state: 'missing', by: command, isSameRun: true } : maybe({ ...lists, state: 'unknown' });
  if (!isOpaque(command)) return lists;
  return isVendors(command) ? { state: 'updated', by: command, isSameRun: true } : maybe(lists);
}

/** Scripts of vendors that add their own source and update: NodeSource, Rocker. */
const isVendors = ({ words, quote }: BuildCommand): boolean =>
  /nodesource|packagecloud|rocker_scripts|install-repository/.test(`${quote} ${words.join(' ')}`);
