import { builtCommands, lineOf, type PlacedCommand } from '../facts/docker-build.ts';
import { oneWay } from '../model/finding.ts';
import type { InstallCall } from '../parse/install-calls.ts';
import { withoutSudo } from '../parse/manager-program.ts';
import { buildVerdict, type JudgedCommand } from './build-verdict.ts';
import { defineCheck, notApplicable } from './check.ts';

export default defineCheck({
  id: 'dockerfile-installs-as-root',
  statement: 'apt runs as root in the Dockerfile.',
  failure: 'apt does not run as root',
  why: 'Only root may install system packages. Many base images for notebooks begin as another user.',
  lesson:
    'The next line specifies that we want to run all subsequent commands as the root (administrator) on the computer.',
  fix: 'Put `USER root` before the install, and switch back behind it.',
  reads: ['dockerBuild'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'USER root\nRUN apt-get update && apt-get install -y nmap\nUSER jovyan',
    fail: 'USER jovyan\nRUN apt-get update && apt-get install -y nmap',
  },

  judge({ dockerBuild }) {
    const judged = builtCommands(dockerBuild).flatMap(judgedCommand);
    const [first, ...others] = judged;
    if (first === undefined) return notApplicable('The Dockerfile calls no apt or dpkg.');
    return buildVerdict(dockerBuild.path, [first, ...others], 'apt runs as root.');
  },
});

const FOR_ALL = /^(?:search|list|show|showsrc|policy|depends|rdepends|changelog|download|source|help|moo|check|why)$/;
const DPKG_FOR_ALL =
  /^(?:-[lLsSIc]|--(?!install|unpack|configure|remove|purge|add-architecture|remove-architecture|force).*)$/;

const needsRoot = ({ manager, verb }: InstallCall): boolean =>
  verb !== null && ((manager === 'apt' && !FOR_ALL.test(verb)) || (manager === 'dpkg' && !DPKG_FOR_ALL.test(verb)));

function judgedCommand(placed: PlacedCommand): readonly JudgedCommand[] {
  const { stage, step, command } = placed;
  const { call, line, quote, runsAs, isSure } = command;
  if (call === null || !needsRoot(call) || stage.family?.lacks.has('apt') === true) return [];
  const by =
    step.userBy === null ? [] : [{ line: step.userBy.line, quote: `${step.userBy.written} ${step.userBy.text}` }];
  const isGranted = step.user === 'root' || command.asUser !== null || !command.isSudo;
  if (runsAs === 'root' && isGranted) return [{ outcome: 'pass', line, quote, by }];
  if (runsAs === 'root' && grantsSudo(placed)) return [{ outcome: 'pass', line, quote, by }];
  // Jupyter’s user is kept from sudo by the base itself.
  const isRefused = runsAs === 'root' && stage.family?.has.has('sudo') === true && stage.family.user === 'other';
  if ((runsAs !== 'other' && !isRefused) || !isSure)
    return [{ outcome: 'unknown', line, quote, by, say: openWords(placed) }];
  const who =
    step.userBy === null ? 'the base image’s own user' : `\`${step.userBy.text}\` of line ${step.userBy.line}`;
  const say = isRefused
    ? `Line ${line} uses \`sudo\`, which the base image refuses to its user.`
    : `Line ${line} runs \`${call.program}\` as ${who}, not as root.`;
  return [{ outcome: 'fail', line, quote, by, say, fix: fixOf(placed, isRefused) }];
}

const openWords = ({ step, command }: PlacedCommand): string => {
  if (command.isSudo) return 'whether its user may use `sudo` is not told by the Dockerfile.';
  if (command.runsAs !== 'unknown') return 'it may not be run.';
  return step.userBy === null
    ? 'the user of its base image is not known.'
    : `\`USER ${step.userBy.text}\` does not tell the user.`;
};

/** Whether something before it may let its user use sudo. */
const grantsSudo = ({ stage, command }: PlacedCommand): boolean =>
  lineOf(stage)
    .flatMap(({ steps }) => steps)
    .some(
      ({ instruction }) =>
        instruction.line < command.line &&
        /sudoers|NOPASSWD|wheel|\bsudo\s+\S{1,40}$|G\s{0,3}sudo|\bsudo\b\s{0,3}(?:$|&&|;)/.test(instruction.text),
    );

/** The lines with `USER root` before and the old user behind. */
function fixOf({ stage, step, command }: PlacedCommand, isRefused: boolean) {
  const { instruction } = step;
  const back = step.userBy?.text ?? stage.family?.userName ?? 'NAME';
  const quote = isRefused ? withoutSudo(command.quote) : command.quote;
  return instruction.endLine === instruction.line
    ? oneWay('Switch to root and back:', `USER root\n${quote}\nUSER ${back}`)
    : oneWay(
        `Put this before line ${instruction.line}, and \`USER ${back}\` behind line ${instruction.endLine}:`,
        'USER root',
      );
}
