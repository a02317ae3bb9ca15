import type { JudgedSpec } from '../facts/judged-spec.ts';
import { condaNotes, condaObstacles, type Obstacle, pipObstacles, systemOfEntry } from '../facts/linux-obstacles.ts';
import { portableText } from '../fixes/portable-environment.ts';
import { lineEvidence } from '../model/finding.ts';
import type { DependencyTables } from '../parse/dependency-tables.ts';
import type { EnvironmentYml } from '../parse/environment-yml.ts';
import type { ExplicitList } from '../parse/explicit-list.ts';
import type { RequirementLine } from '../parse/requirements.ts';
import {
  defineCheck,
  fail,
  notApplicable,
  pass,
  unknownBecause,
  type Verdict,
  withFix,
  withNotes,
  withWays,
} from './check.ts';

export default defineCheck({
  id: 'environment-is-portable',
  statement: 'The environment can be created on Linux.',
  failure: 'the environment cannot be created on Linux',
  why: 'Servers, containers and most graders run Linux. An export of a Mac or of Windows holds packages and builds that Linux does not have, and conda stops at the first.',
  fix: 'Export the environment again without builds, and take out what only one system has.',
  reads: ['judgedSpec'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: '- numpy=1.26.4',
    fail: '- numpy=1.26.4=py311hca03da5_0\n  - libcxx=14.0.6',
  },

  judge({ judgedSpec: spec }) {
    const { content, path } = spec;
    if (content.kind === 'conda') return judgeConda(path, content.file);
    if (content.kind === 'explicit-list') return judgeList(path, content.list);
    if (content.kind === 'tables') return judgeTables(path, content.tables);
    if (content.kind === 'by-name') return judgeByName(spec);
    if (content.file.lines.length === 0 || !['requirements', 'merge-conflict'].includes(content.file.shape))
      return notApplicable(`${path} holds nothing that pip installs.`);
    return judgePip(path, content.file.lines);
  },
});

function judgeConda(path: string, file: EnvironmentYml): Verdict {
  const [first] = [...file.condaDependencies, ...file.pipDependencies];
  if (first === undefined) return notApplicable(`${path} holds no entry that conda reads.`);
  const obstacles = condaObstacles(file);
  const verdict =
    obstacles.length > 0
      ? exportAgain(obstacleVerdict(path, obstacles), path, file)
      : pass(
          `Nothing in ${path} is known to be for another system than Linux.`,
          lineEvidence(path, first.line, first.text),
        );
  return withNotes(verdict, condaNotes(file));
}

/** Paths of one machine in a requirements file are told by requirements-are-well-formed: one fault counts once. */
function judgePip(path: string, lines: readonly RequirementLine[]): Verdict {
  const obstacles = pipObstacles(lines);
  const [first] = lines;
  if (obstacles.length > 0)
    return withFix(
      obstacleVerdict(path, obstacles),
      'Take the line out, or keep it for its own system by a marker behind it.',
      `${obstacles[0]?.text.replace(/\s*#.*$/, '')} ; sys_platform == "${obstacles[0]?.why.includes('Windows') ? 'win32' : 'darwin'}"`,
    );
  const evidence = first === undefined ? [] : [lineEvidence(path, first.line, first.text)];
  return pass(`Nothing in ${path} is known to lack a build for Linux.`, ...evidence);
}

function obstacleVerdict(path: string, obstacles: readonly Obstacle[]): Verdict {
  const [first] = obstacles;
  const more =
    obstacles.length > 1 ? `, and ${obstacles.length - 1} more ${obstacles.length > 2 ? 'lines' : 'line'}` : '';
  return fail(
    `${path} cannot be created on Linux: \`${first?.text ?? ''}\` ${first?.why ?? ''}${more}.`,
    ...obstacles.slice(0, 12).map(({ line, text }) => lineEvidence(path, line, text)),
  );
}

function exportAgain(verdict: Verdict, path: string, file: EnvironmentYml): Verdict {
  const { prefix } = file;
  const portable = portableText(file);
  const after = `Then take out the packages that only one system has${prefix === null ? '' : ', and the `prefix:` line'}.`;
  return withWays(
    verdict,
    { when: 'On macOS or Linux', say: after, paste: 'conda env export --no-builds > environment.yml' },
    {
      when: 'In PowerShell',
      say: `Saved as UTF-8. ${after}`,
      paste: 'conda env export --no-builds | Out-File -Encoding utf8 environment.yml',
    },
    ...(portable === null
      ? []
      : [
          {
            when: 'Where that environment is gone',
            say: `This is ${path} without builds, paths and packages of one system. Where Linux lacks one of the versions, conda names it: leave that version open.`,
            paste: portable,
          },
        ]),
  );
}

function judgeList(path: string, { entries, platforms }: ExplicitList): Verdict {
  const [first] = entries;
  const evidence = (line = first) => (line === undefined ? [] : [lineEvidence(path, line.line, line.text)]);
  const isForLinux = platforms.length === 0 || platforms.includes('linux-64');
  if (isForLinux) {
    const [wrong] = entries.filter((entry) => systemOfEntry(entry) !== null);
    if (wrong === undefined) return pass(`${path} is not for another system than Linux.`, ...evidence());
    return exportList(
      fail(`${path} cannot be created on Linux: \`${wrong.text}\` is for another system.`, ...evidence(wrong)),
    );
  }
  const own = entries.find(({ text }) => platforms.some((platform) => text.includes(`/${platform}/`)));
  return exportList(
    fail(`${path} is a list for ${platforms.join(', ')} only; there is none for Linux.`, ...evidence(own)),
  );
}

const exportList = (verdict: Verdict): Verdict =>
  withFix(
    verdict,
    'Export what was asked for instead of the files of one system.',
    'conda env export --no-builds > environment.yml',
  );

function judgeTables(path: string, { platforms, dependencies }: DependencyTables): Verdict {
  const [first] = dependencies;
  if (platforms === null)
    return first === undefined
      ? notApplicable(`${path} names no system.`)
      : pass(`${path} is not for one system.`, lineEvidence(path, first.line, first.text));
  const evidence = lineEvidence(path, platforms.line, platforms.text);
  if (platforms.names.includes('linux-64')) return pass(`${path} includes Linux.`, evidence);
  const names = [...platforms.names, 'linux-64'].map((name) => `"${name}"`).join(', ');
  return withFix(
    fail(`${path} is solved for ${platforms.names.join(', ') || 'no system'} only, not for Linux.`, evidence),
    'Add `linux-64` to the list and lock again with `pixi lock`.',
    `platforms = [${names}]`,
  );
}

/** What is not read says nothing of systems; of locks one may wish to know. */
function judgeByName({ path, content }: JudgedSpec): Verdict {
  if (
    content.kind === 'by-name' &&
    content.isLock &&
    !/^(?:[^/]+\/)*(?:renv\.lock|Manifest\.toml|[\w-]*linux-64\.lock)$/.test(path)
  )
    return unknownBecause({
      kind: 'bad-format',
      detail: 'Locks are judged by their name alone, which does not tell their systems.',
    });
  return notApplicable(`${path} is not tied to a system.`);
}
