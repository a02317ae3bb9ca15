import { type AptInstall, aptInstallsOf } from '../facts/apt-lists.ts';
import { aptPackagesOfBase } from '../facts/docker-build.ts';
import { oneWay } from '../model/finding.ts';
import { shortList } from '../model/short-list.ts';
import { wordPlace } from '../parse/word-place.ts';
import { buildVerdict, type JudgedCommand } from './build-verdict.ts';
import { defineCheck, notApplicable } from './check.ts';

export default defineCheck({
  id: 'dockerfile-updates-apt-before-install',
  statement: 'The Dockerfile updates apt’s lists before it installs.',
  failure: 'apt will not find its packages',
  why: 'Base images come without apt’s lists of packages; without `apt-get update` it finds none, and the build stops.',
  fix: 'Put `apt-get update &&` before the install, in the same `RUN`.',
  reads: ['dockerBuild'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'RUN apt-get update && apt-get install -y nmap',
    fail: 'FROM python:3.12-slim\nRUN apt-get install -y nmap',
  },

  judge({ dockerBuild: { path, stages } }) {
    const judged = stages
      .filter(({ isBuilt, family }) => isBuilt && family?.lacks.has('apt') !== true)
      .flatMap(aptInstallsOf)
      .flatMap(judgedInstall);
    const [first, ...others] = judged;
    if (first === undefined) return notApplicable('The Dockerfile installs no package with apt.');
    return buildVerdict(path, [first, ...others], 'Each apt install finds its lists.');
  },
});

function judgedInstall(install: AptInstall): readonly JudgedCommand[] {
  const { command, call, lists, installed } = install;
  const asked = call.packages.filter(({ kind }) => kind !== 'path' && kind !== 'address');
  if (asked.length === 0 && call.isWhole) return [];
  const { line, quote } = command;
  const by = lists.by === null ? [] : [lists.by];
  if (lists.state === 'updated') {
    const note = lists.isSameRun
      ? null
      : `\`apt-get update\` stands in an earlier \`RUN\` (line ${lists.by?.line}): Docker may take an old one from its cache.`;
    return [{ outcome: 'pass', line, quote, note, by }];
  }
  const base = aptPackagesOfBase(install.stage);
  const names = asked.map(({ name }) => name);
  const missing = names.filter((name) => base?.has(name) !== true && !installed.has(name));
  if (missing.length === 0 && call.isWhole)
    return [
      {
        outcome: 'pass',
        line,
        quote,
        note: `Without an update apt finds no new package; ${shortList(names, 3)} is already there.`,
      },
    ];
  const named = asked
    .filter(({ kind, name }) => kind === 'package' && missing.includes(name))
    .map(({ written }) => written);
  const isOpen = lists.state === 'unknown' || !command.isSure || named.length === 0;
  if (isOpen) return [{ outcome: 'unknown', line, quote, by, say: openWords(install, named.length === 0) }];
  const removed = lists.by === null ? '' : ` Line ${lists.by.line} removed its lists.`;
  const what =
    lists.state === 'old'
      ? `apt’s lists are as old as the base image, and may name files that are gone`
      : `apt will not find ${shortList(named, 3)}`;
  const say = `No \`apt-get update\` stands before line ${line}: ${what}.${removed}`;
  return [
    { outcome: 'fail', line, quote, by, say, fix: oneWay(`In line ${line}, update first:`, updatedLine(install)) },
  ];
}

function openWords({ lists, command }: AptInstall, isUntold: boolean): string {
  if (lists.state === 'unknown') return 'whether apt’s lists are there by then is not told by the Dockerfile.';
  return isUntold || command.isSure ? 'what it installs is not told by the Dockerfile.' : 'it may not be run.';
}

/** The line with the update put in; what stands before apt (`sudo`, variables) stands before both. */
function updatedLine({ command: { quote, at }, call }: AptInstall): string | null {
  const program = wordPlace(quote, call.program, at);
  if (program === -1 || quote.includes('["')) return null;
  const before = /(?:sudo\s{1,9}(?:-\S{1,40}\s{1,9}){0,3})?(?:[A-Z_]{2,40}=\S{0,80}\s{1,9}){0,3}$/.exec(
    quote.slice(Math.max(0, program - 300), program),
  );
  const start = program - (before?.[0].length ?? 0);
  const update = `${call.isSudo ? 'sudo ' : ''}${call.program} update && `;
  return quote.slice(0, start) + update + quote.slice(start);
}
