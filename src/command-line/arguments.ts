import { parseArgs } from 'node:util';
import { parseImageReference } from '../core/model/image-reference.ts';
import type { Rubric } from '../core/model/rubric.ts';
import { parseSubject, type Subject } from '../core/model/subject.ts';
import { allRubrics } from '../core/rubrics/all-rubrics.ts';
import { rubrics } from '../core/rubrics/index.ts';
import { type CodeChoice, codeChoices } from './code-source.ts';

/** What the command line asks for. `folder` is a folder or zip on disk, judged without any network unless `image` is set. */
export interface JudgeCommand {
  readonly folder: string | null;
  readonly subject: Subject;
  readonly rubric: Rubric;
  readonly isJson: boolean;
  readonly isOffline: boolean;
  readonly code: CodeChoice;
  /** Whether of a git repository the files are judged as they lie there. */
  readonly isWorkingTree: boolean;
  /** Name of the environment variable that holds the token. */
  readonly tokenFrom: string | null;
}

export type ParsedCommand =
  | { readonly do: 'judge'; readonly command: JudgeCommand }
  | { readonly do: 'help' }
  | { readonly do: 'refuse'; readonly problem: string };

export const usage = `Usage: npm run judge -- SUBJECT [options]

SUBJECT   ./folder or /path   on this computer: the last commit of a git repository (bare or not), the files of another
                              folder, or a zip (no network, unless --image is given)
          owner/repository    on github.com; also owner/repository@BRANCH, or an address with branch, tag or commit
          ghcr.io/owner/name  an image

--rubric NAME          one of: ${allRubrics.map(({ id }) => id).join(', ')} (default: ${rubrics[0].id})
--image REFERENCE      judge this image together with the repository
--code none|small|all  look into code: not at all, when it is small (default on github.com), or all (default for folders)
--json                 print the report by schemas/report.json instead of a table
--offline              send no request
--working-tree         of a git repository judge the files as they lie there, not the last commit
--token-from-env NAME  read a GitHub token from the environment variable NAME

Exit code: 0 judged, 2 the subject or an option cannot be used, 3 nothing could be read.`;

/** Reads the arguments after `npm run judge --`. Never throws. */
export function parseCommand(argv: readonly string[]): ParsedCommand {
  const parsed = attemptParse(argv);
  if (typeof parsed === 'string') return refuse(parsed);
  const { values, positionals } = parsed;
  if (values.help === true) return { do: 'help' };
  const [text, ...more] = positionals;
  if (text === undefined) return refuse('No subject was given. Try `npm run judge -- --help`.');
  if (more.length > 0) return refuse(`One subject at a time: “${more.join(' ')}” is too much.`);
  const rubric = allRubrics.find(({ id }) => id === (values.rubric ?? rubrics[0].id));
  if (rubric === undefined)
    return refuse(`There is no rubric “${values.rubric}”; there are ${allRubrics.map(({ id }) => id).join(', ')}.`);
  const code = codeChoices.find((choice) => choice === (values.code ?? (isFolder(text) ? 'all' : 'small')));
  if (code === undefined) return refuse(`--code takes ${codeChoices.join(', ')}, not “${values.code}”.`);
  const subject = subjectOf(text, values.image);
  if (typeof subject === 'string') return refuse(subject);
  return {
    do: 'judge',
    command: {
      ...subject,
      rubric,
      isJson: values.json === true,
      isOffline: values.offline === true,
      code,
      isWorkingTree: values['working-tree'] === true,
      tokenFrom: values['token-from-env'] ?? null,
    },
  };
}

const refuse = (problem: string): ParsedCommand => ({ do: 'refuse', problem });

function attemptParse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        rubric: { type: 'string' },
        image: { type: 'string' },
        code: { type: 'string' },
        json: { type: 'boolean' },
        offline: { type: 'boolean' },
        'working-tree': { type: 'boolean' },
        'token-from-env': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return `${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'The options cannot be read.'}`;
  }
}

/** A text is a folder only when it begins like a path; else `a/b` would mean two things. */
const isFolder = (text: string): boolean => /^(?:\.{1,2}(?:[/\\]|$)|\/|[A-Za-z]:[/\\])/.test(text);

function subjectOf(text: string, imageText: string | undefined): Pick<JudgeCommand, 'folder' | 'subject'> | string {
  const image = imageText === undefined ? null : parseImageReference(imageText);
  if (image !== null && !image.ok) return `--image: ${image.problem}`;
  const reference = image?.reference ?? null;
  if (isFolder(text)) return { folder: text, subject: { repository: null, image: reference } };
  const parsed = parseSubject(text);
  if (!parsed.ok) return `${parsed.problem} A folder begins with “./” or “/”.`;
  if (parsed.subject.image !== null && reference !== null) return 'The subject is an image already; leave --image out.';
  return { folder: null, subject: { ...parsed.subject, image: parsed.subject.image ?? reference } };
}
