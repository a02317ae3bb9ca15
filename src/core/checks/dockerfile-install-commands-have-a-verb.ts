import { builtCommands } from '../facts/docker-build.ts';
import { editDistance } from '../model/edit-distance.ts';
import { oneWay } from '../model/finding.ts';
import type { InstallCall } from '../parse/install-calls.ts';
import type { RunCommand } from '../parse/run-commands.ts';
import { wordPlace } from '../parse/word-place.ts';
import { buildVerdict, type JudgedCommand } from './build-verdict.ts';
import { defineCheck, notApplicable } from './check.ts';

export default defineCheck({
  id: 'dockerfile-install-commands-have-a-verb',
  statement: 'Each package command of the Dockerfile says what to do.',
  failure: 'a package command does not say what to do',
  why: '`apt-get`, `conda` and `pip` need a word such as `install`; without it they stop, and so does the build.',
  fix: 'Write `install` before the packages.',
  reads: ['dockerBuild'],
  decidedBy: 'any-counterexample',
  examples: { pass: 'RUN apt-get install -y aria2', fail: 'RUN apt-get aria2' },

  judge({ dockerBuild }) {
    const judged = builtCommands(dockerBuild).flatMap(({ command }): readonly JudgedCommand[] => {
      const { call, line, quote } = command;
      if (call === null || !/^(?:apt|apk|conda|pip)$/.test(call.manager)) return [];
      return isMissing(call) ? [withoutVerb(call, command)] : [{ outcome: 'pass', line, quote }];
    });
    const [first, ...others] = judged;
    if (first === undefined) return notApplicable('The Dockerfile calls no apt, conda or pip.');
    return buildVerdict(dockerBuild.path, [first, ...others], 'Each call of apt, conda and pip has its verb.');
  },
});

/** `pip -r requirements.txt` has no word at all. */
const isMissing = ({ manager, verb, insteadOfVerb, files }: InstallCall): boolean =>
  insteadOfVerb !== null || (verb === null && manager === 'pip' && files.length > 0);

/** Verbs that are written wrong. */
const MEANT = ['install', 'update', 'upgrade', 'create', 'remove'];
const APK = ['update', 'upgrade'];

function withoutVerb(
  { manager, program, insteadOfVerb, options }: InstallCall,
  { line, quote, at: start }: RunCommand,
): JudgedCommand {
  const word = insteadOfVerb ?? options[0] ?? '';
  const near = (manager === 'apk' ? APK : MEANT).find((verb) => editDistance(verb, word, 2) <= 2);
  const right = near ?? `${manager === 'apk' ? 'add' : 'install'} ${word}`;
  const from = wordPlace(quote, program, start);
  const at = from === -1 ? -1 : wordPlace(quote, word, from + program.length);
  const paste = at === -1 || quote.includes('["') ? null : quote.slice(0, at) + right + quote.slice(at + word.length);
  const say = `\`${program} ${word}\` in line ${line} has no verb: is \`${program} ${right}\` meant?`;
  return { outcome: 'fail', line, quote, say, fix: oneWay(`Write line ${line} so:`, paste) };
}
