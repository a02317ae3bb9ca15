import { argumentsOf, type DockerfileInstruction, type Heading } from './dockerfile-lines.ts';
import { editDistance } from './edit-distance.ts';

export type DockerfileProblemKind =
  | 'empty'
  | 'html'
  | 'not-from'
  | 'unknown-instruction'
  | 'missing-continuation'
  | 'arguments'
  | 'json'
  | 'heredoc';

/** What `docker build` would refuse before it builds anything. `say` and `paste` are the way out, where it is known. */
export interface DockerfileProblem {
  readonly kind: DockerfileProblemKind;
  readonly line: number;
  readonly quote: string;
  readonly message: string;
  readonly say: string | null;
  readonly paste: string | null;
}

// moby/buildkit, frontend/dockerfile/command. Read 2026-11-22.
const KEYWORDS: readonly string[] =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  );

/** The problems, in the order of lines. */
export function problemsOf(
  instructions: readonly DockerfileInstruction[],
  lines: readonly string[],
  heading: Heading,
): readonly DockerfileProblem[] {
  const written = lines.findIndex((line) => line.trim() !== '');
  const top = lines[written] ?? '';
  if (/^\s*<(?:!doctype|html|head|body|\?xml|!--)/i.test(top)) return [{ ...HTML, line: written + 1, quote: top }];
  const [first] = instructions;
  if (first === undefined) return [{ ...EMPTY, line: 1, quote: lines[0] ?? '' }];
  const own = instructions.flatMap((instruction, index) =>
    problemOf(instruction, instructions[index - 1], lines, heading),
  );
  return [...notFrom(instructions, lines), ...own].sort((one, other) => one.line - other.line);
}

const HTML = {
  kind: 'html' as const,
  message: 'it is an HTML page, not a Dockerfile.',
  say: 'Open the “Raw” view of the page that it was copied from, and save that text.',
  paste: null,
};
const EMPTY = { kind: 'empty' as const, message: 'it holds no instruction.', say: null, paste: null };

/** Before the first FROM only ARG may stand. */
function notFrom(
  instructions: readonly DockerfileInstruction[],
  lines: readonly string[],
): readonly DockerfileProblem[] {
  const early = instructions.find(({ keyword }) => keyword !== 'ARG');
  if (early === undefined) {
    const last = instructions.at(-1)?.line ?? 1;
    return [problem('not-from', last, lines, 'no `FROM` follows: there is nothing to build on.')];
  }
  if (early.keyword === 'FROM' || !KEYWORDS.includes(early.keyword)) return [];
  return [
    problem(
      'not-from',
      early.line,
      lines,
      `\`${early.written}\` stands before the first \`FROM\`; only \`ARG\` may.`,
      'Begin the file with the `FROM` line.',
    ),
  ];
}

function problemOf(
  instruction: DockerfileInstruction,
  before: DockerfileInstruction | undefined,
  lines: readonly string[],
  heading: Heading,
): readonly DockerfileProblem[] {
  if (!KEYWORDS.includes(instruction.keyword)) return [unknownInstruction(instruction, before, lines, heading.escape)];
  const open = instruction.heredocs.find(({ isOpen }) => isOpen);
  if (open !== undefined)
    return [
      problem(
        'heredoc',
        instruction.line,
        lines,
        `the heredoc never ends: no line is exactly \`${open.name}\`.`,
        `Put \`${open.name}\` alone on a line below its text.`,
      ),
    ];
  return [...badArguments(instruction, lines), ...badJson(instruction, lines)];
}

const SHELL_WORD =
  /^(?:apt|apt-get|apk|yum|dnf|pip|pip3|conda|mamba|python|python3|cd|echo|export|mkdir|wget|curl|git|chmod|chown|cp|mv|rm|tar|unzip|npm|make|bash|sh|source|sudo|jupyter|Rscript|-\S{0,30}|&&|\|\|?|;)$/;

function unknownInstruction(
  { written, keyword, line }: DockerfileInstruction,
  before: DockerfileInstruction | undefined,
  lines: readonly string[],
  mark: string,
): DockerfileProblem {
  const above = lines[(before?.endLine ?? 0) - 1]?.trimEnd() ?? '';
  const isOpen = /(?:&&|\|\|?|;)$/.test(above);
  const goesOn = before !== undefined && before.heredocs.length === 0 && (before.keyword === 'RUN' || isOpen);
  if (goesOn && (isOpen || SHELL_WORD.test(written))) return missingContinuation(written, line, before, lines, mark);
  const own = lines[line - 1] ?? '';
  const meant = KEYWORDS.find((known) => !SHELL_WORD.test(written) && editDistance(known, keyword, 2) <= 2);
  const begins = `line ${line} begins with \`${written.slice(0, 40)}\`, which is no instruction.`;
  if (meant !== undefined && keyword.length > 2)
    return problem(
      'unknown-instruction',
      line,
      lines,
      `${begins} \`${meant}\` may be meant.`,
      `Write \`${meant}\`.`,
      own.replace(written, meant),
    );
  if (SHELL_WORD.test(written) && /^[A-Za-z]/.test(written))
    return problem(
      'unknown-instruction',
      line,
      lines,
      `${begins} A command needs \`RUN\`.`,
      'Put `RUN` in front.',
      `RUN ${own.trim()}`,
    );
  return problem('unknown-instruction', line, lines, begins);
}

/** A command that was to go on: the line above lacks the escape, or something stands behind it. */
function missingContinuation(
  written: string,
  line: number,
  before: DockerfileInstruction,
  lines: readonly string[],
  mark: string,
): DockerfileProblem {
  const last = before.endLine;
  const above = lines[last - 1]?.trimEnd() ?? '';
  const hidden = above.lastIndexOf(`${mark} #`);
  const begin = `line ${line} begins with \`${written.slice(0, 40)}\`, which is no instruction`;
  if (hidden !== -1)
    return problem(
      'missing-continuation',
      line,
      lines,
      `nothing may stand behind the \`${mark}\` on line ${last}: ${begin}.`,
      `End line ${last} with the \`${mark}\`.`,
      above.slice(0, hidden + 1).trimStart(),
    );
  const needsAnd = !/(?:&&|\|\|?|;)$/.test(above) && /^[A-Za-z]/.test(written);
  const ending = needsAnd ? ` && ${mark}` : ` ${mark}`;
  return problem(
    'missing-continuation',
    line,
    lines,
    `a \`${mark}\` is missing on line ${last}: ${begin}.`,
    needsAnd
      ? `End line ${last} with \`&& ${mark}\`, or begin line ${line} with \`RUN\`.`
      : `End line ${last} with \`${mark}\`.`,
    `${above.trimStart()}${ending}`,
  );
}

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

function badArguments(instruction: DockerfileInstruction, lines: readonly string[]): readonly DockerfileProblem[] {
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
function badJson(
  { keyword, line, text }: DockerfileInstruction,
  lines: readonly string[],
): readonly DockerfileProblem[] {
  const list = TAKES_JSON.has(keyword) && text.startsWith('[') ? parseList(text) : null;
  const fix = 'Write a list of strings in double quotes.';
  if (list?.some((item) => typeof item !== 'string'))
    return [problem('json', line, lines, `the list behind \`${keyword}\` holds other things than strings.`, fix)];
  if (keyword === 'SHELL' && text !== '' && list === null)
    return [problem('json', line, lines, '`SHELL` takes a list only.', fix, 'SHELL ["/bin/bash", "-c"]')];
  return [];
}

function parseList(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const problem = (
  kind: DockerfileProblemKind,
  line: number,
  lines: readonly string[],
  message: string,
  say: string | null = null,
  paste: string | null = null,
): DockerfileProblem => ({ kind, line, quote: lines[line - 1] ?? '', message, say, paste });
