import type { SourceLine } from '../model/facts.ts';
import type { DockerfileInstruction } from './dockerfile-lines.ts';
import { baseName } from './manager-program.ts';
import { shellWords } from './shell-words.ts';

/** A line of the file, and what of it the shell reads. */
export interface RunLine extends SourceLine {
  readonly quote: string;
}

/** What stands between RUN and its command. */
export const RUN_OPTIONS = /^\s{0,200}(?:--(?:mount|network|security)=\S{1,500}\s{1,200})+/;
const NO_COMMAND_YET = /^\s*(?:--(?:mount|network|security)=\S{1,500}(?:\s{1,200}|$))*$/;
export const LONGEST_QUOTE = 4_000;

/** The lines without the options in front, which may take the first ones whole. */
export function linesOf({ pieces, written, line }: DockerfileInstruction): readonly RunLine[] {
  let isFront = true;
  return pieces.map((piece, index) => {
    const start = piece.line === line ? `${written} ` : '';
    const end = index < pieces.length - 1 ? ' \\' : '';
    const quote = `${start}${piece.text.trim().slice(0, LONGEST_QUOTE)}${end}`;
    if (!isFront) return { ...piece, quote };
    isFront = NO_COMMAND_YET.test(piece.text);
    return { line: piece.line, text: isFront ? '' : piece.text.replace(RUN_OPTIONS, ''), quote };
  });
}

/** Programs that read a script for a shell. */
export const SHELL = /^(?:ba|da|z|a|k)?sh$/;

/** The heredoc that is a script: alone behind RUN (unless `#!` names another language), or a shell's. Null where there is none. */
export function scriptOf({ heredocs }: DockerfileInstruction, own: string) {
  const [heredoc] = heredocs;
  if (heredoc === undefined) return null;
  const [command] = shellWords(own.replace(/<<-?\s{0,9}["']?[\w.-]{1,100}["']?/, ' ')).commands;
  const program = baseName(command?.words[0] ?? '');
  if (program !== '' && !SHELL.test(program)) return null;
  const isShell =
    !/^\s{0,200}#!/.test(heredoc.text) || /^\s{0,200}#!\S{0,200}(?:\/|env\s{1,9})(?:ba|da|z)?sh\b/.test(heredoc.text);
  const lines = heredoc.text
    .split('\n')
    .map((text, index) => ({ line: heredoc.line + index, text, quote: text.trim() }));
  return { isShell, lines };
}
