import { isIgnored } from './ignored-paths.ts';
import type { ParserCase } from './parser-case.ts';

const row = (gitignore: string, path: string, expected: boolean): ParserCase => ({
  name: `${gitignore} for ${path}`,
  parse: () => isIgnored(gitignore, path),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('# all\nsecrets.json\n', 'config/secrets.json', true),
  row('/config.yml', 'config.yml', true),
  row('/config.yml', 'a/config.yml', false),
  row('data/', 'data/raw/a.csv', true),
  row('*.env\r\n', 'a/b.env', true),
  row('build/**/x', 'build/a/b/x', true),
  row('!run.py', 'run.py', false),
  row('', 'run.py', false),
];
