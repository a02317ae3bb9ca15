import { parseDependencyTables } from './dependency-tables.ts';
import type { ParserCase } from './parser-case.ts';

const row = (name: string, text: string, isManifest: boolean, expected: readonly string[]): ParserCase => ({
  name,
  parse: () => {
    const tables = parseDependencyTables(text);
    const own = tables.dependencies.map(({ line, name: dependency, isHeld }) => `${line} ${dependency} ${isHeld}`);
    return [tables.isManifest, ...own, ...(tables.platforms?.names ?? [])];
  },
  expected: [isManifest, ...expected],
});

export const cases: readonly ParserCase[] = [
  row(
    'a project',
    '[project]\nname = "a"\ndependencies = [\n  "numpy==1.26", # why\n  # "old"\n  \'pandas>=2\',\n]\n[project.optional-dependencies]\ndev = ["ruff"]\n',
    true,
    ['4 numpy true', '6 pandas false'],
  ),
  row('a project in one line', '[project]\ndependencies = ["numpy[x]~=1.26", "a"]\nname = "b"\n', true, [
    '2 numpy true',
    '2 a false',
  ]),
  row(
    'Poetry',
    '[tool.poetry.dependencies]\npython = ">=3.8"\nseaborn = "^0.12.2"\ntorch = { version = "2.1.0", extras = ["a"] }\nown = { path = "../own" }\n',
    true,
    ['2 python false', '3 seaborn true', '4 torch true', '5 own null'],
  ),
  row('a Pipfile', '[[source]]\nurl = "https://example.org"\n[packages]\nnumpy = "*"\n', true, ['4 numpy false']),
  row('pixi', '[workspace]\nplatforms = ["osx-arm64", "linux-64"]\n[dependencies]\nnumpy = ">=2.3,<3"\n', true, [
    '4 numpy true',
    'osx-arm64',
    'linux-64',
  ]),
  row('settings of a linter', '[tool.ruff]\nline-length = 100\n', false, []),
  row('no TOML', '{"dependencies": 1}', false, []),
];
