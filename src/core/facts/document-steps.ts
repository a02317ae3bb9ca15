import type { ReadmeBlock } from '../parse/readme.ts';
import type { Sentence } from '../parse/sentences.ts';
import type { WrittenCommand } from '../parse/written-commands.ts';
import type { EnvironmentTool } from '../tables/command-purposes.ts';
import { type OwnNames, purposeOf } from './command-purpose.ts';
import { commandsIn, sentencesIn } from './readme.ts';
import { BROKEN_OFF, isRefused, listedToRun, toldToRecreate, toldToRun } from './told-steps.ts';

/** A step that a document tells its reader, with the line it stands on. */
export interface Step {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
  /** Whether it is a command in code; else it is said in a sentence. */
  readonly isCommand: boolean;
}

/** A step that recreates the environment, with the tool it uses. */
export interface EnvironmentStep extends Step {
  readonly tool: EnvironmentTool;
}

/** What one document tells. */
export interface DocumentSteps {
  readonly run: readonly Step[];
  readonly environment: readonly EnvironmentStep[];
  /** Steps that build an image on the reader's own machine. */
  readonly builds: readonly Step[];
}

/** The steps that a document tells: those of its commands, then those of its sentences, in the order of lines. */
export function stepsIn(path: string, blocks: readonly ReadmeBlock[], own: OwnNames): DocumentSteps {
  const steps = { run: [] as Step[], environment: [] as EnvironmentStep[], builds: [] as Step[] };
  for (const { text, line, quote, place, commands } of commandsIn(blocks))
    for (const command of commands) {
      const { runsOwnCode, recreatesWith, buildsImage } = purposeOf(command, place, own);
      const step = { path, line, quote, isCommand: place !== 'plain' };
      if (isTakenBack({ text, place, quote }, recreatesWith)) continue;
      if (runsOwnCode) steps.run.push(step);
      if (recreatesWith !== null) steps.environment.push({ ...step, tool: recreatesWith });
      if (buildsImage) steps.builds.push(step);
    }
  addTold(steps, path, sentencesIn(blocks), own);
  const inOrder = (one: Step, other: Step) => one.line - other.line;
  return { run: steps.run.sort(inOrder), environment: steps.environment.sort(inOrder), builds: steps.builds };
}

/** "`docker run` does not work here" and "do not run `…`" are no steps. */
export function isTakenBack(
  { text, place, quote }: Pick<WrittenCommand, 'text' | 'place' | 'quote'>,
  tool: EnvironmentTool | null,
): boolean {
  if (place === 'code') return false;
  const at = Math.max(0, quote.indexOf(text));
  return (
    ((tool === 'docker' || tool === 'dsmlp') && BROKEN_OFF.test(quote)) ||
    isRefused(quote.slice(0, at), quote.slice(at))
  );
}

function addTold(
  steps: { readonly run: Step[]; readonly environment: EnvironmentStep[] },
  path: string,
  sentences: readonly Sentence[],
  own: OwnNames,
): void {
  // The last words that are no item of a list of files: what such a list is for.
  let before = '';
  for (const sentence of sentences) {
    const { text: quote, line } = sentence;
    const listed = listedToRun(sentence, before, own);
    if (listed === null) before = quote;
    if (listed !== null || toldToRun(sentence, own) !== null) steps.run.push({ path, line, quote, isCommand: false });
    const tool = toldToRecreate(sentence, own);
    if (tool !== null) steps.environment.push({ path, line, quote, isCommand: false, tool });
  }
}
