import { argumentsOf, type DockerfileInstruction, dockerfileWords } from './dockerfile-lines.ts';
import { execForm } from './exec-form.ts';

/** A source of `COPY` or `ADD` that must lie in the build's context; a destination, an address and a heredoc are none. */
export interface CopiedSource {
  /** As written, its quotes taken away. */
  readonly written: string;
  /** The same, with the values of variables where they are known. */
  readonly path: string;
  /** The destination as written. */
  readonly target: string;
  readonly instruction: DockerfileInstruction;
}

const ADDRESS = /^(?:https?|ftp|git|ssh):\/\/|^git@|\.git(?:#|$)/i;

/** What an instruction takes from the context. What comes from another stage or image (`--from`) does not. */
export function copiedSources(instruction: DockerfileInstruction): readonly CopiedSource[] {
  const { keyword, text, heredocs } = instruction;
  if ((keyword !== 'COPY' && keyword !== 'ADD') || /^(?:--\S{1,500}\s{1,20}){0,9}--from[=\s]/.test(text)) return [];
  const words = listOf(text) ?? argumentsOf(instruction).map((word) => word.replace(/["']/g, ''));
  const names = new Set(heredocs.map(({ name }) => name));
  return words.slice(0, -1).flatMap((written) => {
    const isHeredoc = written.startsWith('<<') && names.has(written.replace(/^<<-?/, ''));
    return isHeredoc || written === '' || (keyword === 'ADD' && ADDRESS.test(written))
      ? []
      : [{ written, path: written, target: words.at(-1) ?? '', instruction }];
  });
}

/** `["a b", "c/"]`, which options may stand before. */
function listOf(text: string): readonly string[] | null {
  const words = dockerfileWords(text);
  const first = words.find((word) => !word.startsWith('--')) ?? '';
  return first.startsWith('[') ? execForm(text.slice(text.indexOf(first))) : null;
}
