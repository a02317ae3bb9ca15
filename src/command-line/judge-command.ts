import { type AssessContext, type Assessment, assessSubject } from '../app/assess-subject.ts';
import { silentImages, silentRepositories } from '../app/silent-sources.ts';
import { redact } from '../core/model/redaction.ts';
import { head } from '../core/model/repository-ref.ts';
import type { ImageSource, RepositorySource } from '../core/model/sources.ts';
import type { Subject } from '../core/model/subject.ts';
import { nothingRead } from '../core/report/nothing-read.ts';
import { toTable } from '../core/report/to-table.ts';
import { type JudgeCommand, parseCommand, usage } from './arguments.ts';
import { codeSource } from './code-source.ts';
import { onlineContext } from './online-context.ts';
import { openFolder } from './sources.ts';

/** What a run prints and how it ends: 0 judged, 2 unusable, 3 nothing could be read. */
export interface Outcome {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: 0 | 2 | 3;
}

/** Runs one command line, with the version and the environment given. Never throws. */
export async function runJudge(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
): Promise<Outcome> {
  const parsed = parseCommand(argv);
  if (parsed.do === 'help') return { output: usage, errors: '', exitCode: 0 };
  if (parsed.do === 'refuse') return refused(parsed.problem);
  const { command } = parsed;
  const token = tokenFrom(command, environment);
  if (token.problem !== null) return refused(token.problem);
  const online = await onlineContext(version, token.value);
  if (command.folder === null) return finished(command, await assess(command.subject, command, online));
  const folder = await openFolder(command.folder, command.isWorkingTree);
  if (!folder.ok) return refused(folder.problem);
  const subject = { repository: { ...folder.names, at: head }, image: command.subject.image };
  const assessment = await assess(subject, command, online, folder.repositories);
  folder.close();
  return finished(command, assessment);
}

const refused = (problem: string): Outcome => ({ output: '', errors: redact(problem), exitCode: 2 });

function tokenFrom({ tokenFrom: name }: JudgeCommand, environment: Readonly<Record<string, string | undefined>>) {
  if (name === null) return { value: null, problem: null };
  const value = environment[name]?.trim() ?? '';
  if (value === '') return { value: null, problem: `The environment variable ${name} is empty or not set.` };
  return { value, problem: null };
}

async function assess(
  subject: Subject,
  command: JudgeCommand,
  online: AssessContext,
  folder: RepositorySource | null = null,
): Promise<Assessment | null> {
  const context = {
    ...online,
    repositories:
      folder ??
      (command.isOffline
        ? silentRepositories('offline', 'No request was sent, as --offline asks.')
        : online.repositories),
    images: imagesFor(command, online, folder !== null),
    code: codeSource(command.code),
  };
  return assessSubject({ subject, rubric: command.rubric, depth: 'fresh' }, context);
}

/** A folder is judged without any network, unless the reader names an image. */
function imagesFor(
  { isOffline, subject }: JudgeCommand,
  { images, now }: AssessContext,
  isFolder: boolean,
): ImageSource {
  const readAt = () => new Date(now()).toISOString();
  if (isOffline) return silentImages('offline', readAt);
  return isFolder && subject.image === null ? silentImages('not-asked', readAt) : images;
}

function finished({ isJson, rubric }: JudgeCommand, assessment: Assessment | null): Outcome {
  if (assessment === null) return refused('Nothing was judged.');
  const { report } = assessment;
  const output = isJson ? JSON.stringify(report, null, 2) : toTable(report, rubric);
  return { output, errors: '', exitCode: nothingRead(report) === null ? 0 : 3 };
}
