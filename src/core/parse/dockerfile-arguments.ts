import { argumentsOf, type DockerfileInstruction } from './dockerfile-lines.ts';
import { type DockerfileProblem, problem } from './dockerfile-problem.ts';
import { jsonList } from './exec-form.ts';

const LEAST: Readonly<Record<string, readonly [number, string]>> = {
  ADD: [2, 'a source and a destination'],
  COPY: [2, 'a source and a destination'],
  ...Object.fromEntries(
    [
      'ARG',
      'ENV',
      'EXPOSE',
      'FROM',
      'HEALTHCHECK',
      'LABEL',
      'MAINTAINER',
      'ONBUILD',
      'SHELL',
      'STOPSIGNAL',
      'USER',
      'VOLUME',
      'WORKDIR',
    ].map((keyword) => [keyword, [1, 'something behind it']] as const),
  ),
};

/** What Docker refuses of the words behind a keyword. */
export function badArguments(
  instruction: DockerfileInstruction,
  lines: readonly string[],
): readonly DockerfileProblem[] {
  const { keyword, line, text, written } = instruction;
  if (!(keyword in LEAST)) return [];
  const words = argumentsOf(instruction);
  const say = (message: string, fix: string | null = null, paste: string | null = null) => [
    problem('arguments', line, lines, message, fix, paste),
  ];
  const [least, what] = LEAST[keyword] ?? [0, ''];
  if (words.length < least && !text.startsWith('[')) return say(`\`${written}\` needs ${what}.`);
  const comment = words.indexOf('#');
  const bare = `${written} ${words.slice(0, Math.max(0, comment)).join(' ')}`;
  const withoutComment = ['A comment needs a line of its own.', bare] as const;
  if (keyword === 'FROM' && !(words.length === 1 || (words.length === 3 && words[1]?.toUpperCase() === 'AS')))
    return comment > 0
      ? say('a comment stands behind `FROM` on its line, which is read as a part of it.', ...withoutComment)
      : say('`FROM` takes one image, and perhaps `AS name`.');
  if (keyword === 'ARG' && words.some((word) => word.startsWith('='))) return say(...blankAroundEquals(words, written));
  if ((keyword === 'ENV' || keyword === 'LABEL') && words.length > 0) return badPairs(words, written, comment, say);
  return [];
}

type Say = (message: string, fix?: string | null, paste?: string | null) => readonly DockerfileProblem[];

const blankAroundEquals = (words: readonly string[], written: string): [string, string, string] => [
  `\`${written}\` takes no blanks around \`=\`.`,
  'Leave the blanks out.',
  `${written} ${words.join(' ').replace(/ ?= ?/, '=')}`,
];

/** `ENV A=b C=d`: each a pair; `ENV A b c`: one pair, the rest is its value. */
function badPairs(words: readonly string[], written: string, comment: number, say: Say): readonly DockerfileProblem[] {
  if (!words[0]?.includes('=')) return words.length < 2 ? say(`\`${written}\` needs a name and a value.`) : [];
  const odd = words.find((word) => !word.includes('='));
  if (odd === undefined) return [];
  const kept = words.slice(0, Math.max(0, comment)).join(' ');
  return comment > 0 && words[comment] === odd
    ? say(
        `a comment stands behind \`${written}\` on its line, which is read as a part of it.`,
        'A comment needs a line of its own.',
        `${written} ${kept}`,
      )
    : say(`\`${odd.slice(0, 40)}\` is no pair \`name=value\`.`, 'A value with blanks needs quotes.');
}

const TAKES_JSON = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME', 'ADD', 'COPY']);

/** Most broken JSON is taken as a shell command; refused are lists with other things than strings, and `SHELL` without a list. */
export function badJson(
  { keyword, line, text }: DockerfileInstruction,
  lines: readonly string[],
): readonly DockerfileProblem[] {
  const list = TAKES_JSON.has(keyword) && text.startsWith('[') ? jsonList(text) : null;
  const fix = 'Write a list of strings in double quotes.';
  if (list?.some((item) => typeof item !== 'string'))
    return [problem('json', line, lines, `the list behind \`${keyword}\` holds other things than strings.`, fix)];
  if (keyword === 'SHELL' && text !== '' && list === null)
    return [problem('json', line, lines, '`SHELL` takes a list only.', fix, 'SHELL ["/bin/bash", "-c"]')];
  return [];
}
