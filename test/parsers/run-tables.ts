import { cases as buildTasks } from '../../src/core/parse/build-tasks.cases.ts';
import { cases as compose } from '../../src/core/parse/compose.cases.ts';
import { cases as condaEntry } from '../../src/core/parse/conda-entry.cases.ts';
import { cases as copiedSources } from '../../src/core/parse/copied-sources.cases.ts';
import { cases as dependencyTables } from '../../src/core/parse/dependency-tables.cases.ts';
import { cases as dockerfile } from '../../src/core/parse/dockerfile.cases.ts';
import { cases as dockerfileUses } from '../../src/core/parse/dockerfile-uses.cases.ts';
import { cases as dockerignore } from '../../src/core/parse/dockerignore.cases.ts';
import { cases as environmentYml } from '../../src/core/parse/environment-yml.cases.ts';
import { cases as explicitList } from '../../src/core/parse/explicit-list.cases.ts';
import { cases as ignoredPaths } from '../../src/core/parse/ignored-paths.cases.ts';
import { cases as imageHistory } from '../../src/core/parse/image-history.cases.ts';
import { cases as imageMentions } from '../../src/core/parse/image-mentions.cases.ts';
import { cases as installCalls } from '../../src/core/parse/install-calls.cases.ts';
import { cases as installCommands } from '../../src/core/parse/install-commands.cases.ts';
import { cases as machinePaths } from '../../src/core/parse/machine-paths.cases.ts';
import { cases as notebook } from '../../src/core/parse/notebook.cases.ts';
import type { ParserCase } from '../../src/core/parse/parser-case.ts';
import { cases as pythonImports } from '../../src/core/parse/python-imports.cases.ts';
import { cases as readme } from '../../src/core/parse/readme.cases.ts';
import { cases as requirements } from '../../src/core/parse/requirements.cases.ts';
import { cases as runCommands } from '../../src/core/parse/run-commands.cases.ts';
import { cases as secrets } from '../../src/core/parse/secrets.cases.ts';
import { cases as sentences } from '../../src/core/parse/sentences.cases.ts';
import { cases as shellWords } from '../../src/core/parse/shell-words.cases.ts';
import { cases as submissionJson } from '../../src/core/parse/submission-json.cases.ts';
import { cases as workflow } from '../../src/core/parse/workflow.cases.ts';
import { cases as writtenCommands } from '../../src/core/parse/written-commands.cases.ts';
import { cases as yaml } from '../../src/core/parse/yaml.cases.ts';

/** Every parser's table, by the parser's name. */
export const tables: Readonly<Record<string, readonly ParserCase[]>> = {
  yaml,
  environmentYml,
  requirements,
  condaEntry,
  explicitList,
  installCalls,
  installCommands,
  dependencyTables,
  readme,
  sentences,
  shellWords,
  writtenCommands,
  dockerfile,
  dockerfileUses,
  dockerignore,
  copiedSources,
  runCommands,
  imageMentions,
  imageHistory,
  secrets,
  workflow,
  pythonImports,
  notebook,
  machinePaths,
  compose,
  submissionJson,
  buildTasks,
  ignoredPaths,
};

/** How many rows ran, and a line for each that went wrong. For places without a test runner: a browser's page, a bare Node. */
export function runTables(): { readonly rows: number; readonly wrong: readonly string[] } {
  const rows = Object.entries(tables).flatMap(([parser, cases]) => cases.map((one) => ({ parser, one })));
  const wrong = rows.flatMap(({ parser, one }) => {
    try {
      const got = JSON.stringify(one.parse());
      return got === JSON.stringify(one.expected) ? [] : [`${parser}, ${one.name}: ${got}`];
    } catch (error) {
      return [`${parser}, ${one.name}: ${String(error)}`];
    }
  });
  return { rows: rows.length, wrong };
}
