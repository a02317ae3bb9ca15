import type { BuildCommand, BuildStage } from '../facts/build-stages.ts';
import { aptPackagesOfBase, builtCommands, lineOf, type PlacedCommand } from '../facts/docker-build.ts';
import { oneWay } from '../model/finding.ts';
import type { InstallCall } from '../parse/install-calls.ts';
import { baseName } from '../parse/manager-program.ts';
import { wordPlace } from '../parse/word-place.ts';
import { buildVerdict, type JudgedCommand } from './build-verdict.ts';
import { asTip, defineCheck, notApplicable, withNotes } from './check.ts';

export default defineCheck({
  id: 'dockerfile-answers-prompts',
  statement: 'Each install of the Dockerfile answers yes by itself.',
  failure: 'an install may stop at a question',
  why: 'Nobody can answer while an image is built: at a question the build stops.',
  fix: 'Add `-y` to the install.',
  reads: ['dockerBuild'],
  decidedBy: 'any-counterexample',
  examples: { pass: 'RUN conda install --yes geopandas', fail: 'RUN conda install geopandas' },

  judge({ dockerBuild }) {
    const judged = builtCommands(dockerBuild).flatMap(judgedCommand);
    const [first, ...others] = judged;
    if (first === undefined) return notApplicable('The Dockerfile has no install that asks a question.');
    const verdict = buildVerdict(dockerBuild.path, [first, ...others], 'Each apt and conda install answers yes.');
    if (verdict.outcome !== 'fail' || judged.some(({ outcome, note }) => outcome === 'fail' && note !== TAKES_SILENCE))
      return verdict;
    return asTip(withNotes(verdict, [TAKES_SILENCE]));
  },
});

// conda’s confirm() (conda/reporters, conda/cli/common) and mamba’s prompt take their default at the end of the input.
const TAKES_SILENCE =
  'Where nobody can type, conda takes the silence for a yes; a builder that waits would wait for ever.';

const APT_ASKS = /^(?:install|reinstall|satisfy|build-dep|upgrade|dist-upgrade|full-upgrade|safe-upgrade)$/;
const CONDA_ASKS = /^(?:install|update|upgrade|create|remove|uninstall|env remove)$/;

function mayAsk({ manager, verb, program }: InstallCall): boolean {
  if (manager === 'apt') return APT_ASKS.test(verb ?? '');
  return manager === 'conda' && baseName(program) !== 'micromamba' && CONDA_ASKS.test(verb ?? '');
}

function judgedCommand({ stage, command }: PlacedCommand): readonly JudgedCommand[] {
  const { call, line, quote, isSure } = command;
  if (call === null || !mayAsk(call)) return [];
  if (call.saysYes || isExplicit(call) || isThere(stage, call)) return [{ outcome: 'pass', line, quote }];
  const set = settingBefore(stage, call, line);
  if (set !== null)
    return [
      {
        outcome: set.isSure ? 'pass' : 'unknown',
        line,
        quote,
        by: [set],
        say: 'another line may have answered for it.',
      },
    ];
  if (call.packages.length === 0 && call.files.length > 0)
    return [
      {
        outcome: 'unknown',
        line,
        quote,
        say: 'whether conda asks depends on the file: with an explicit list it does not.',
      },
    ];
  if (!isSure) return [{ outcome: 'unknown', line, quote, say: 'it may not be run.' }];
  const isWordYes = call.packages.some(({ written }) => written === 'yes') && /--\s+yes\b/.test(quote);
  const say = `\`${call.program} ${call.verb}\` in line ${line} may stop at a question${isWordYes ? ': behind a lone `--`, `yes` is a package' : ''}.`;
  const paste = isWordYes ? quote.replace(/--\s+yes\b/, '--yes') : answeredLine(call, command);
  const note = call.manager === 'conda' && !isWordYes ? TAKES_SILENCE : null;
  return [{ outcome: 'fail', line, quote, say, note, fix: oneWay(`Let line ${line} answer yes:`, paste) }];
}

/** apt asks nothing about what the base image holds. */
function isThere(stage: BuildStage, { manager, verb, packages }: InstallCall): boolean {
  const base = manager === 'apt' && verb === 'install' && packages.length > 0 ? aptPackagesOfBase(stage) : null;
  return base !== null && packages.every(({ name }) => base.has(name));
}

/** Lists of exact files, which conda takes without a question. */
const isExplicit = ({ manager, files, packages }: InstallCall): boolean =>
  manager === 'conda' &&
  packages.length === 0 &&
  files.some(({ path }) => /\.lock$|conda-lock|explicit|linux-64/.test(path));

/** A setting that answers for all that follows: `always_yes`, `CONDA_ALWAYS_YES`, apt’s `Assume-Yes`. A copied settings file may hold it. */
function settingBefore(stage: BuildStage, { manager, given }: InstallCall, line: number) {
  const form = manager === 'apt' ? /Assume-Yes/i : /always_yes/i;
  const file = manager === 'apt' ? /apt\.conf/ : /condarc/;
  if (given.some((one) => form.test(one))) return { line, quote: given.join(' '), isSure: true };
  for (const { instruction } of lineOf(stage).flatMap(({ steps }) => steps)) {
    if (instruction.line > line) break;
    const quote = `${instruction.written} ${instruction.text}`;
    const isSure = form.test(quote.replace(/always_yes\s{0,3}[=:]?\s{0,3}(?:no|false|0)\b/i, ''));
    if (isSure || (/^(?:COPY|ADD)$/.test(instruction.keyword) && file.test(quote)))
      return { line: instruction.line, quote, isSure };
  }
  return null;
}

/** `-y` behind the verb. */
function answeredLine({ program, verb }: InstallCall, { quote, at }: BuildCommand): string | null {
  const last = verb?.split(' ').at(-1) ?? '';
  const from = wordPlace(quote, program, at);
  const place = from === -1 ? -1 : wordPlace(quote, last, from + program.length);
  if (place === -1 || quote.includes('["')) return null;
  return `${quote.slice(0, place + last.length)} -y${quote.slice(place + last.length)}`;
}
