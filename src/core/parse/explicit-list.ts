import type { SourceLine } from '../model/facts.ts';

/** A list for `conda create --file`: addresses of package files (`@EXPLICIT`), or `name=version=build` lines. */
export interface ExplicitList {
  readonly isExplicit: boolean;
  readonly entries: readonly SourceLine[];
  /** The systems that the addresses are made for, `noarch` left out: `linux-64`, `win-64`. */
  readonly platforms: readonly string[];
}

const PLATFORM = /\/(linux-(?:64|aarch64|ppc64le|32)|osx-(?:64|arm64)|win-(?:64|32|arm64))\//;

/** Reads a list; null when it is neither. */
export function parseExplicitList(text: string): ExplicitList | null {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line.slice(0, 1_000).trim() }))
    .filter((one) => one.text !== '' && !one.text.startsWith('#'));
  const isExplicit = lines.some((one) => one.text === '@EXPLICIT');
  const entries = lines.filter((one) => one.text !== '@EXPLICIT');
  const exported = entries.filter((one) => /^[\w.-]{1,100}=[\w.!+]{1,60}=[\w.]{1,60}$/.test(one.text));
  if (!isExplicit && (exported.length === 0 || exported.length * 2 < entries.length)) return null;
  const platforms = entries.flatMap((one) => PLATFORM.exec(one.text)?.[1] ?? []);
  return { isExplicit, entries, platforms: [...new Set(platforms)] };
}
