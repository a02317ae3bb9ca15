import { type DockerfileInstruction, dockerfileWords } from '../parse/dockerfile-lines.ts';
import type { Variables } from '../parse/shell-variables.ts';

const VARIABLE = /\$(?:\{([A-Za-z_]\w{0,200})(?::?-([^{}$]{0,500}))?\}|([A-Za-z_]\w{0,200}))/g;
const MAX_VALUE = 2_000;

/** A word with its quotes taken away and the variables put in that are known; the others stay as written. */
export const valueWith = (written: string, variables: Variables): string =>
  written
    .slice(0, MAX_VALUE)
    .replace(/["']/g, '')
    .replace(
      VARIABLE,
      (all: string, braced?: string, other?: string, bare?: string) =>
        variables.get(braced ?? bare ?? '') ?? other ?? all,
    )
    .slice(0, MAX_VALUE);

/** What a RUN sees behind an ARG or ENV. An ARG without a value has that of the ARG before the first FROM, if any. */
export function variablesOf(
  { keyword, text }: DockerfileInstruction,
  before: Variables,
  globals: Variables,
): Variables {
  const words = dockerfileWords(text);
  const after = new Map(before);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined || value.includes('$')) after.delete(name);
    else after.set(name, value);
  };
  const [first = '', ...rest] = words;
  if (keyword === 'ENV' && !first.includes('=')) {
    set(first, valueWith(rest.join(' '), before));
    return after;
  }
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals > 0) set(word.slice(0, equals), valueWith(word.slice(equals + 1), before));
    else if (keyword === 'ARG') set(word, globals.get(word) ?? before.get(word));
  }
  return after;
}
