import type { DockerBuild } from '../facts/docker-build.ts';
import { lineOf } from '../facts/docker-build.ts';
import type { InstallStep } from '../facts/docker-installs.ts';
import { type Evidence, lineEvidence } from '../model/finding.ts';
import type { RubricPackage } from '../model/rubric.ts';
import { normalName } from '../parse/package-name.ts';
import { othersScripts } from '../tables/command-purposes.ts';

/** An argument of an install command, or a line of a file that it reads, that asks for a package. */
export interface Asked {
  readonly step: InstallStep;
  readonly constraint: string;
  readonly isConda: boolean;
  readonly isAddress: boolean;
  /** The argument, and the line that it stands in. */
  readonly written: string;
  readonly line: number;
  readonly text: string;
  readonly evidence: Evidence;
  /** Whether a system's package comes by another way than apt. */
  readonly isOtherChannel: boolean;
}

const OF_PYTHON = /^(?:pip|uv|conda|poetry|pipenv|pixi)$/;
const OF_SYSTEM = /^(?:apt|apk|dnf|conda)$/;

const isOf = ({ call }: InstallStep, { channel }: RubricPackage): boolean =>
  call.isInstall && (channel === 'apt' ? OF_SYSTEM : OF_PYTHON).test(call.manager);

/** Where a call asks for a package. */
export function askedFor(step: InstallStep, about: RubricPackage, path: string): readonly Asked[] {
  if (!isOf(step, about)) return [];
  const { call, command, files } = step;
  const name = normalName(about.name);
  const isConda = call.manager === 'conda' || call.manager === 'pixi';
  const isOtherChannel = about.channel === 'apt' && call.manager !== 'apt';
  const own = call.packages.flatMap((one): readonly Asked[] => {
    const isAddress = one.kind === 'address' || one.kind === 'path';
    if (isAddress ? !isAddressOf(one.written, name) : normalName(one.name) !== name) return [];
    const constraint = isAddress ? one.written : one.constraint;
    const { line, quote: text } = command;
    const evidence = lineEvidence(path, line, text);
    return [{ step, constraint, isConda, isAddress, written: one.written, line, text, evidence, isOtherChannel }];
  });
  const listed = files.flatMap(({ asked, path: from, packages }) =>
    asked.use === 'constraints' || from === null
      ? []
      : packages
          .filter((one) => one.name === name)
          .map(({ constraint, line, text }) => {
            const evidence = lineEvidence(from, line, text);
            return {
              step,
              constraint,
              isConda: constraint.startsWith('=') && !constraint.startsWith('==') && isConda,
              isAddress: false,
              written: text,
              line,
              text,
              evidence,
              isOtherChannel,
            };
          }),
  );
  return [...own, ...listed];
}

/** `…/babypandas-0.1.5.whl`, `git+https://…/babypandas.git@v0.1.5`. */
const isAddressOf = (written: string, name: string): boolean => {
  const last = (written.split(/[#?]/)[0] ?? '').replace(/\/$/, '').split('/').at(-1) ?? '';
  return (
    new Set(['', '-', '@']).has(normalName(last).slice(name.length, name.length + 1)) &&
    normalName(last).startsWith(name)
  );
};

/** Whether a later call takes a package away again. */
export const isTakenAway = ({ call, isInImage, command }: InstallStep, { name }: RubricPackage): boolean =>
  isInImage &&
  command.isSure &&
  /^(?:pip )?(?:remove|purge|uninstall|erase|del)$/.test(call.verb ?? '') &&
  call.packages.some((one) => normalName(one.name) === normalName(name));

interface Unread {
  readonly words: string;
  readonly line: number;
  readonly quote: string;
}

/** Something in the build that may install packages by names that are not read; null where there is nothing of the kind. */
export function unreadInstall(
  { last }: DockerBuild,
  steps: readonly InstallStep[],
  about: RubricPackage,
): Unread | null {
  for (const step of steps) {
    const { command, call, files } = step;
    if (!step.isInImage || !isOf(step, about) || (about.channel === 'apt' && call.manager === 'conda')) continue;
    const at = { line: command.line, quote: command.quote };
    const file = files.find(({ isWhole, asked }) => !isWhole && asked.use !== 'constraints');
    if (file !== undefined)
      return { ...at, words: `Line ${at.line} takes names from ${file.asked.path}, which was not read whole.` };
    const isProject = call.packages.some(({ kind }) => kind === 'project' || kind === 'variable');
    const isBare =
      call.packages.length === 0 && files.length === 0 && call.manager !== 'apt' && call.manager !== 'conda';
    if (!call.isWhole || isProject || isBare)
      return { ...at, words: `Line ${at.line} takes names from elsewhere, which were not read.` };
  }
  const all = last === null ? [] : lineOf(last).flatMap((stage) => stage.steps);
  const isCopied = all.some(({ instruction }) => /^(?:COPY|ADD)$/.test(instruction.keyword));
  for (const { instruction, isRead, commands } of all) {
    const { line, written, text } = instruction;
    if (!isRead)
      return {
        line,
        quote: `${written} ${text}`,
        words: `The script of line ${line} is of a kind that Reprise does not read.`,
      };
    const script = isCopied ? commands.find(({ words }) => runsScript(words)) : undefined;
    if (script !== undefined)
      return {
        line: script.line,
        quote: script.quote,
        words: `Line ${script.line} runs a script of its own, which was not read.`,
      };
  }
  return null;
}

function runsScript(words: readonly string[]): boolean {
  const [program = '', ...rest] = words;
  const script = /(?:^|\/)(?:ba|z|da)?sh$|^(?:source|\.)$/.test(program)
    ? (rest.find((word) => !word.startsWith('-')) ?? '')
    : program;
  return /\.(?:sh|bash)$/.test(script) && !othersScripts.test(script) && !/^(?:\/opt|\/usr|\/etc)\//.test(script);
}
