import { type ToolUse, toolUsesOf } from '../facts/build-tools.ts';
import { lineOf } from '../facts/docker-build.ts';
import { type Fix, type FixWay, oneWay } from '../model/finding.ts';
import { nameAsWritten } from '../model/image-reference.ts';
import { baseName, withoutSudo } from '../parse/manager-program.ts';
import type { Tool } from '../tables/base-families.ts';
import { buildVerdict, type JudgedCommand } from './build-verdict.ts';
import { defineCheck, notApplicable } from './check.ts';

export default defineCheck({
  id: 'dockerfile-base-has-the-installer',
  statement: 'The base image has the tools that the Dockerfile installs with.',
  failure: 'the base image lacks a tool that the Dockerfile installs with',
  why: 'A tool that the base image lacks is not found, and the build stops.',
  lesson: "this requires `conda` to be installed in the image. If it's not, this will error!",
  fix: 'Take a base image that has the tool, or install the tool first.',
  reads: ['dockerBuild'],
  decidedBy: 'any-counterexample',
  examples: {
    pass: 'FROM continuumio/miniconda3:24.7.1-0\nRUN conda install -y geopandas',
    fail: 'FROM python:3.12-slim\nRUN conda install -y geopandas',
  },

  judge({ dockerBuild: { path, stages } }) {
    const judged = stages.filter(({ isBuilt }) => isBuilt).flatMap((stage) => toolUsesOf(stage).map(judgedUse));
    const [first, ...others] = judged;
    if (first === undefined) return notApplicable('The Dockerfile installs with no tool that could be looked for.');
    return buildVerdict(path, [first, ...others], 'The base image has the tools, or they are installed before.');
  },
});

function judgedUse(use: ToolUse): JudgedCommand {
  const { tool, isThere, command, stage } = use;
  const { line, quote, isSure } = command;
  if (isThere === true) return { outcome: 'pass', line, quote };
  const base = lineOf(stage)[0]?.base;
  const image = base?.image ?? base?.written ?? '';
  const by = base === undefined ? [] : [base];
  if (isThere === 'unknown')
    return { outcome: 'unknown', line, quote, by, say: `whether \`${tool}\` is in ${image} is not known.` };
  if (!isSure) return { outcome: 'unknown', line, quote, by, say: 'it may not be run.' };
  const program = tool === 'sudo' ? 'sudo' : (command.call?.program ?? tool);
  return {
    outcome: 'fail',
    line,
    quote,
    by,
    say: `${image} has no \`${program}\`, which line ${line} calls.`,
    fix: fixOf(use, image),
  };
}

const way = (when: string, say: string, paste: string | null = null): FixWay => ({ when, say, paste });

function fixOf({ tool, command, stage, step }: ToolUse, image: string): Fix {
  const { quote, line } = command;
  const hasPip = stage.family?.has.has('pip') === true;
  if (tool === 'sudo')
    return oneWay(
      step.user === 'root'
        ? `Leave \`sudo\` out of line ${line}: it runs as root.`
        : 'Switch to root with `USER root`.',
      `${step.user === 'root' ? '' : 'USER root\n'}${withoutSudo(quote)}`,
    );
  if (tool === 'apt' && stage.family?.has.has('apk') === true) {
    const debian = image.replace(/-?alpine[\d.]*/, '-slim').replace(':-', ':');
    return {
      ways: [
        way(
          'To keep the base image',
          'Use Alpine’s own installer, with its names of packages:',
          'RUN apk add --no-cache …',
        ),
        way(
          'To keep apt',
          'Take the variant with Debian:',
          /alpine/.test(nameAsWritten(image)) ? 'FROM debian:bookworm-slim' : `FROM ${debian}`,
        ),
      ],
    };
  }
  if (tool === 'conda' || tool === 'mamba') {
    const base = tool === 'mamba' ? 'condaforge/miniforge3:24.11.3-2' : 'continuumio/miniconda3:24.11.1-0';
    const other = way('To keep the command', `Take a base image that has ${tool}:`, `FROM ${base}`);
    return hasPip
      ? {
          ways: [
            other,
            way(
              'To keep the base image',
              'Install with pip instead, where PyPI has the packages:',
              `RUN pip install ${names(command.call?.packages)}`,
            ),
          ],
        }
      : { ways: [other] };
  }
  const apt = APT_NAMES[tool];
  return apt !== undefined && stage.family?.has.has('apt') === true
    ? oneWay(`Install it before line ${line}:`, `RUN apt-get update && apt-get install -y ${apt}`)
    : oneWay(
        `Install ${baseName(tool)} before line ${line}, or take a base image that has it.`,
        PIP_TOOLS.has(tool) && hasPip ? `RUN pip install ${tool}` : null,
      );
}

const APT_NAMES: Partial<Record<Tool, string>> = { pip: 'python3-pip', npm: 'nodejs npm', aptitude: 'aptitude' };
const PIP_TOOLS: ReadonlySet<Tool> = new Set(['uv', 'poetry', 'pipenv'] as const);

const names = (packages: readonly { readonly name: string; readonly kind: string }[] = []): string =>
  packages
    .filter(({ kind, name }) => kind === 'package' && name !== 'python')
    .map(({ name }) => name)
    .join(' ') || '…';
