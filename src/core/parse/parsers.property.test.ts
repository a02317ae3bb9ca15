import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/property-runs.ts';
import { makeTargets, npmScripts } from './build-tasks.ts';
import { findComposeImages } from './compose.ts';
import { parseCondaEntry } from './conda-entry.ts';
import { copiedSources } from './copied-sources.ts';
import { parseDependencyTables } from './dependency-tables.ts';
import { parseDockerfile } from './dockerfile.ts';
import { findDockerfileUses } from './dockerfile-uses.ts';
import { ignoringRule, parseDockerignore } from './dockerignore.ts';
import { parseEnvironmentYml } from './environment-yml.ts';
import { parseExplicitList } from './explicit-list.ts';
import { isIgnored } from './ignored-paths.ts';
import { findImageMentions } from './image-mentions.ts';
import { installCall, installCalls } from './install-calls.ts';
import { findInstallCommands } from './install-commands.ts';
import { parseReadme, wordsOf } from './readme.ts';
import { parseRequirement, parseRequirements } from './requirements.ts';
import { runCommands } from './run-commands.ts';
import { sentencesOf } from './sentences.ts';
import { shellWords } from './shell-words.ts';
import { findMalformedImages, findSubmittedImages } from './submission-json.ts';
import { linesOf, texts } from './texts.test-support.ts';
import { parseWorkflow, publishedImages } from './workflow.ts';
import { writtenCommands } from './written-commands.ts';
import { parseYaml } from './yaml.ts';

const repository = { owner: 'lab', name: 'sleep', branch: 'main' };
const publishedIn = (text: string) => {
  const workflow = parseWorkflow(text, repository);
  return workflow === null ? [] : publishedImages(workflow);
};

describe('no parser throws, and every line it names is a line of the text', () => {
  test('yaml and environment-yml', () => {
    fc.assert(
      fc.property(texts, (text) => {
        parseYaml(text);
        for (const { line } of parseEnvironmentYml(text).problems) expect(line).toBeLessThanOrEqual(linesOf(text));
      }),
      runs,
    );
  });
  test('readme', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('README.md', 'README.rst', 'README'), (text, path) => {
        for (const { line, text: words } of parseReadme(path, text)) {
          expect(line).toBeGreaterThanOrEqual(1);
          // A fence that is opened on the last line has its (empty) code below it.
          expect(line).toBeLessThanOrEqual(linesOf(text) + 1);
          wordsOf(words);
        }
      }),
      runs,
    );
  });
  test('commands and sentences of a README', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('README.md', 'README.rst'), (text, path) => {
        const blocks = parseReadme(path, text);
        for (const { line } of [...writtenCommands(blocks), ...sentencesOf(blocks)]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(linesOf(text) + 1);
        }
      }),
      runs,
    );
  });
  test('install calls: what is asked for comes back whatever stands between', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{1,12}$/);
    const between = fc.constantFrom('', '-q', '--no-cache-dir', '-f a.html', '--extra-index-url b', 'sudo', 'A=b');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), between, between, (names, one, other) => {
        const front = [one, other].filter((word) => /^(?:sudo|A=b)$/.test(word)).join(' ');
        const options = [one, other].filter((word) => word.startsWith('-')).join(' ');
        const { words } = shellWords(`${front} pip ${options} install ${options} ${names.join(' ')}`);
        expect(installCall(words)?.packages.map((asked) => asked.written)).toEqual(names);
      }),
      runs,
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { commands } = shellWords(`pip install ${text}\nconda ${text}\nsudo -u ${text}`);
        expect(installCalls(commands)).toHaveLength(commands.length);
      }),
      runs,
    );
  });
  test('commands of a RUN', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const instruction of parseDockerfile(`RUN ${text}`).instructions.filter(
          ({ keyword }) => keyword === 'RUN',
        ))
          for (const { line, quote, at } of runCommands(instruction, new Map([['A', 'a b']])).commands) {
            expect(line).toBeLessThanOrEqual(linesOf(text) + 1);
            expect(at).toBeLessThanOrEqual(quote.length);
          }
      }),
      runs,
    );
  });
  test('shell words: quoted words come back as they were', () => {
    const word = fc.string({ maxLength: 12, unit: 'binary' }).filter((text) => !text.includes("'"));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), texts, (words, text) => {
        expect(shellWords(words.map((one) => `'${one}'`).join(' ')).words).toEqual(words);
        shellWords(text);
      }),
      runs,
    );
  });
  test('dockerfile', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { instructions, baseImages, problems, comments } = parseDockerfile(text);
        instructions.flatMap(copiedSources);
        let last = 0;
        for (const { line, endLine, pieces } of instructions) {
          expect(line).toBeGreaterThan(last);
          for (const piece of pieces) expect(piece.line).toBeGreaterThanOrEqual(line);
          expect(endLine).toBeGreaterThanOrEqual(line);
          last = endLine;
        }
        for (const { line } of [...baseImages, ...problems, ...comments, ...findDockerfileUses(text), { line: last }])
          expect(line).toBeLessThanOrEqual(linesOf(text));
      }),
      runs,
    );
  });
  test('build files and .gitignore: what is written down is found', () => {
    const name = fc.stringMatching(/^[a-z][a-z-]{0,12}$/);
    fc.assert(
      fc.property(texts, name, (text, word) => {
        npmScripts(text);
        expect(npmScripts(JSON.stringify({ scripts: { [word]: text } }))).toEqual(new Set([word]));
        expect(makeTargets(`${text}\n${word}: a\n`)?.has(word)).not.toBe(false);
        if (linesOf(text) < 400) expect(isIgnored(`${text}\n${word}`, `a/${word}/b`)).toBe(true);
      }),
      runs,
    );
  });
  test('dockerignore: a path that is written down is left out, and let in again by an exception', () => {
    const parts = fc.stringMatching(/^[a-z][a-z.]{0,6}$/);
    fc.assert(
      fc.property(texts, fc.array(parts, { minLength: 1, maxLength: 4 }), (text, path) => {
        const rules = parseDockerignore(text);
        for (const { line } of rules) expect(line).toBeLessThanOrEqual(linesOf(text));
        const written = path.join('/');
        ignoringRule(rules, written);
        const last = `${text}\n${written}\n`;
        if (rules.length < 300) expect(ignoringRule(parseDockerignore(last), `${written}/x`)?.pattern).toBe(written);
        expect(ignoringRule(parseDockerignore(`${last}!${written}`), written)).toBeNull();
      }),
      runs,
    );
  });
  test('image mentions and workflow', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = [
          ...findImageMentions(text),
          ...publishedIn(`on: push\njobs:\n  a:\n    steps:\n${text}`),
          ...publishedIn(`on: push\njobs:\n  a:\n    steps:\n      - run: |\n${text.replace(/^/gm, '          ')}`),
          ...findComposeImages(text, 'a'),
          ...findSubmittedImages(text),
          ...findMalformedImages(text),
        ];
        for (const { line } of found) expect(line).toBeLessThanOrEqual(linesOf(text));
      }),
      runs,
    );
  });
});

describe('the readers of environment files', () => {
  const specPieces = fc.constantFrom(
    ...[
      'numpy',
      '==1.2',
      '=1.2=h1_0',
      '>=',
      ' ',
      '\n',
      '\r\n',
      '\\\n',
      '#',
      '[',
      ']',
      '"',
      "'",
      ',',
      ';',
      '@ ',
      'file:///a',
    ],
    ...[
      '-r ',
      '-e ',
      '--hash=a',
      '@EXPLICIT\n',
      'https://a/win-64/b-1-0.conda',
      '[project]\n',
      'dependencies = ',
      'conda env create ',
    ],
    ...['-f a.yml', 'pip install ', '*', '~=', '^', '::', '.', '.'.repeat(40), '\u0000', '\ud800', 'é'],
  );
  const specTexts = fc.oneof(
    fc.array(specPieces, { maxLength: 60 }).map((all) => all.join('')),
    fc.string({ maxLength: 400, unit: 'binary' }),
  );

  test('do not throw, and name only lines of the text', () => {
    fc.assert(
      fc.property(specTexts, (text) => {
        const lines = [
          ...parseRequirements(text).lines,
          ...(parseExplicitList(text)?.entries ?? []),
          ...parseDependencyTables(text).dependencies,
          ...findInstallCommands(text),
        ];
        for (const { line } of lines) expect(line).toBeLessThanOrEqual(linesOf(text));
        parseCondaEntry(text);
      }),
      runs,
    );
  });

  test('a requirement of name and exact version is read as that', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/);
    const version = fc.stringMatching(/^\d{1,3}\.\d{1,3}$/);
    fc.assert(
      fc.property(name, version, (own, number) => {
        const pip = parseRequirement(`${own}==${number}`, 1);
        expect([pip.kind, pip.name, pip.isHeld]).toEqual(['requirement', own, true]);
        const conda = parseCondaEntry(`${own}=${number}=h1_0`);
        expect([conda.name, conda.build, conda.isHeld]).toEqual([own, 'h1_0', true]);
      }),
      runs,
    );
  });

  test.each([
    ['one long line', `numpy${' '.repeat(100_000)}==1`],
    ['operators', '>=1,'.repeat(50_000)],
    ['dots', `${'a.'.repeat(100_000)}=1`],
    ['brackets', `a${'[x]'.repeat(60_000)}`],
    ['quotes', `[project]\ndependencies = [${'"a",'.repeat(60_000)}`],
    ['commands', 'conda env create -f '.repeat(20_000)],
    ['continuations', 'pip install \\\n'.repeat(20_000)],
  ])('end in time: %s', (_name, text) => {
    const start = performance.now();
    parseRequirements(text);
    parseExplicitList(text);
    parseDependencyTables(text);
    findInstallCommands(text);
    parseCondaEntry(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

/** Measured far below these bounds; a quadratic parser needs minutes. */
describe('hostile shapes end in time', () => {
  const milliseconds = (run: () => unknown) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  test.each([
    ['50,000 keys', Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['deep flow', '['.repeat(100_000)],
    ['20,000 anchors', Array.from({ length: 10_000 }, (_, index) => `- &a${index} x`).join('\n')],
    ['question marks', '? '.repeat(10_000)],
    [
      'nine laughs',
      `a: &a [x]\n${'bcdefghi'
        .split('')
        .map((key, index) => `${key}: &${key} [${`*${'abcdefgh'[index]},`.repeat(9)}]`)
        .join('\n')}`,
    ],
  ])('yaml: %s', (_name, text) => {
    expect(milliseconds(() => parseEnvironmentYml(text))).toBeLessThan(3_000);
  });
  test.each([
    ['short paragraphs', 'a\n\n'.repeat(80_000)],
    ['quotes', '> '.repeat(100_000)],
    ['images', '![[]('.repeat(50_000)],
    ['comments', '<!--'.repeat(60_000)],
    ['tags', '<a '.repeat(80_000)],
  ])('readme: %s', (_name, text) => {
    expect(
      milliseconds(() => parseReadme('README.md', text.slice(0, 262_144)).map((block) => wordsOf(block.text))),
    ).toBeLessThan(5_000);
  });
  test.each([
    ['long line', `RUN ${'a'.repeat(120_000)}`],
    ['continuations', 'RUN a \\\n'.repeat(15_000)],
    ['stages', 'FROM a AS b\n'.repeat(9_000)],
    ['open heredoc', `RUN <<EOF\n${'x\n'.repeat(50_000)}`],
    ['many heredocs', `RUN ${'<<E '.repeat(30_000)}`],
    ['heredocs that are closed', 'RUN <<E\nE\n'.repeat(12_000)],
    ['blanks', `FROM ${' \\'.repeat(60_000)}`],
    ['lines that only go on', '\\\n'.repeat(60_000)],
    ['quotes', `ENV ${'"'.repeat(120_000)}`],
    ['unknown instructions', 'RUN a &&\napt-get b\n'.repeat(6_000)],
    ['variables', `ARG A=${'a'.repeat(100)}\n${'ARG A=$A$A\n'.repeat(40)}FROM $A`],
    ['options of RUN', `RUN ${'--mount=--mount= '.repeat(7_000)}`],
    ['assignments', `RUN ${'a="b;'.repeat(24_000)}`],
    ['packages', `RUN conda install ${'a==1[ '.repeat(20_000)}`],
    ['shells in shells', `RUN ${'bash -c "'.repeat(12_000)}`],
  ])('dockerfile: %s', (_name, text) => {
    const read = () => {
      for (const instruction of parseDockerfile(text).instructions) runCommands(instruction, new Map());
    };
    expect(milliseconds(read)).toBeLessThan(5_000);
  });
  test.each([
    ['backticks', '` `` ``` '.repeat(20_000)],
    ['brackets', '$('.repeat(60_000)],
    ['quotes', `"\\'`.repeat(60_000)],
    ['names of programs', 'python '.repeat(30_000)],
    ['marks', '\\ #'.repeat(60_000)],
    ['blanks', `a${' '.repeat(200_000)}b`],
    ['tags', '<code '.repeat(30_000)],
    ['links', '[a](b '.repeat(40_000)],
    ['underlines', '_a'.repeat(100_000)],
    ['open comments', '<!--'.repeat(60_000)],
  ])('commands, sentences and words: %s', (_name, text) => {
    expect(
      milliseconds(() => {
        for (const whole of [text, `\`\`\`\n${text}\n\`\`\``]) {
          const blocks = parseReadme('README.md', whole.slice(0, 262_144));
          writtenCommands(blocks);
          sentencesOf(blocks);
        }
        shellWords(text);
      }),
    ).toBeLessThan(3_000);
  });
  test.each([
    ['keys', 'file: '.repeat(20_000)],
    ['continuations', 'docker build \\\n'.repeat(9_000)],
    ['blanks', `docker build ${' '.repeat(120_000)}`],
  ])('dockerfile uses: %s', (_name, text) => {
    expect(milliseconds(() => findDockerfileUses(text))).toBeLessThan(1_000);
  });
  const step = '      - uses: docker/build-push-action@v6\n        with:\n          push: true\n';
  const inScript = (lines: string) => `on: push\njobs:\n  a:\n    steps:\n      - run: |\n${lines}`;
  test.each([
    ['blanks', ' '.repeat(120_000)],
    ['an open expression', `docker:\ntags: \${{ ${' '.repeat(120_000)}`],
    ...[
      ['pushes', 'docker push $A:${B,,}'],
      ['assignments', 'A=$A$A$A$A docker'],
      ['outputs', 'echo "a=$A" >> $GITHUB_OUTPUT; docker push a'],
      ['continuations', 'docker build \\'],
    ].map(([name = '', line = '']) => [name, inScript(`          ${line}\n`.repeat(3_500))]),
    ['one long line', inScript(`          docker push ${'$A${B} '.repeat(9_000)}\n`)],
    ['tags', `on: push\njobs:\n  a:\n    steps:\n${step}          tags: ${'a/b:c,'.repeat(20_000)}\n`],
    [
      'aliases',
      `${inScript(`          docker push a/b\n`.repeat(4_000)).replace('|', '&a |')}${'      - run: *a\n'.repeat(50)}`,
    ],
  ])('workflow: %s', (_name, text) => {
    expect(milliseconds(() => publishedIn(text))).toBeLessThan(1_000);
  });
  test('image mentions: one long line', () => {
    const text = `docker pull ${'a/'.repeat(100_000)} launch.sh ${'x '.repeat(50_000)} -i`;
    expect(milliseconds(() => findImageMentions(text))).toBeLessThan(1_000);
  });
});
