import { copiedSources } from './copied-sources.ts';
import { parseDockerfile } from './dockerfile.ts';
import type { ParserCase } from './parser-case.ts';

const row = (text: string, ...expected: readonly string[]): ParserCase => ({
  name: text,
  parse: () =>
    parseDockerfile(`FROM a\n${text}`)
      .instructions.flatMap(copiedSources)
      .map(({ written, target }) => `${written} to ${target}`),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('COPY a b/ /c/', 'a to /c/', 'b/ to /c/'),
  row('copy --chown=x:y --exclude=*.md a /c', 'a to /c'),
  row('COPY --parents ./a/./b /c', './a/./b to /c'),
  row('COPY "a b" \'c\' $D /e', 'a b to /e', 'c to /e', '$D to /e'),
  row('COPY --link ["a b", "c", "/d"]', 'a b to /d', 'c to /d'),
  row("ADD ['a', '/b']", '[a, to /b]'),
  row('COPY --from=x a /b'),
  row('COPY --chown=x --from=x a /b'),
  row('COPY a <<E /b\nx\nE', 'a to /b'),
  row('ADD https://example.org/a git@example.org:a/b a.git#main c /d', 'c to /d'),
  row('COPY https.txt /d', 'https.txt to /d'),
  row('COPY a'),
  row('RUN cp a /b'),
];
