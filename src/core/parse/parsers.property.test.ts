import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findComposeImages } from './compose.ts';
import { parseDockerfile } from './dockerfile.ts';
import { parseEnvironmentYml } from './environment-yml.ts';
import { findImageMentions } from './image-mentions.ts';
import { parseReadme, wordsOf } from './readme.ts';
import { sentencesOf } from './sentences.ts';
import { shellWords } from './shell-words.ts';
import { findSubmittedImages } from './submission-json.ts';
import { findPublishedImages } from './workflow.ts';
import { writtenCommands } from './written-commands.ts';
import { parseYaml } from './yaml.ts';

const runs = { numRuns: 200 };
const repository = { owner: 'lab', name: 'sleep' };

/** Texts made of the pieces each format is made of, so that most of them reach deep into the parser. */
const pieces = fc.constantFrom(
  ...[
    '- ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    ':',
    ': ',
    '#',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '&a',
    '*a',
    '? ',
    '|',
    '>',
    '---\n',
    '```',
  ],
  ...[
    'FROM ',
    'RUN ',
    'ARG A',
    '${',
    '$A',
    '\\\n',
    '<<EOF\n',
    'EOF\n',
    'ghcr.io/',
    'a/b',
    ':1',
    '@sha256:',
    '<!--',
    '-->',
    '![',
  ],
  ...[
    'name',
    'dependencies',
    'pip',
    'tags',
    'images',
    '${{ env.X }}',
    '\u0000',
    '\ufeff',
    '\ud800',
    '😀',
    '|a|',
    '===\n',
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ maxLength: 400, unit: 'binary' }),
);

const linesOf = (text: string) => text.split(/\r\n|\n|\r/).length;

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
        for (const { line } of parseDockerfile(text).baseImages) expect(line).toBeLessThanOrEqual(linesOf(text));
      }),
      runs,
    );
  });
  test('image mentions and workflow', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = [
          ...findImageMentions(text),
          ...findPublishedImages(text, repository),
          ...findComposeImages(text, 'a'),
          ...findSubmittedImages(text),
        ];
        for (const { line } of found) expect(line).toBeLessThanOrEqual(linesOf(text));
      }),
      runs,
    );
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
  ])('dockerfile: %s', (_name, text) => {
    expect(milliseconds(() => parseDockerfile(text))).toBeLessThan(5_000);
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
  test('image mentions: one long line', () => {
    const text = `docker pull ${'a/'.repeat(100_000)} launch.sh ${'x '.repeat(50_000)} -i`;
    expect(milliseconds(() => findImageMentions(text))).toBeLessThan(1_000);
  });
});
