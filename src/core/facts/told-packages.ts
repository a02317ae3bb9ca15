import type { Snapshot } from '../model/snapshot.ts';
import type { SourcePlace } from './dockerfile-place.ts';
import { entriesByPath } from './entries-by-path.ts';
import { readmeFact } from './readme.ts';
import { fileName } from './tree.ts';

/** A line of the README that tells packages without a file: a script that carries its own list, or commands that install them. */
export interface ToldPackages extends SourcePlace {
  readonly by: 'script' | 'commands';
}

const MAX_LINE = 4_000;
/** `uv run x.py`: the list may stand at the head of the script (PEP 723). */
const RUNS_SCRIPT = /\b(?:(?:uv|pipx)\s{1,9}run|uvx)\s{1,9}([^\n`|;&]{1,300})/;
/** R and Julia have their packages told so where there is no file. */
const INSTALLS =
  /\binstall\.packages\s{0,9}\(|\b(?:BiocManager|pak)::(?:pkg_)?install\s{0,9}\(|\b(?:remotes|devtools)::install_\w|\bPkg\.add\s{0,9}\(/;

/** The first such line of the README; null where there is none. */
export function toldPackagesOf(snapshot: Snapshot): ToldPackages | null {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return null;
  const { path, text } = readme.value;
  const { filesNamed } = entriesByPath(snapshot);
  const isScript = (word: string) => word.endsWith('.py') && filesNamed.has(fileName(word));
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const line = whole.slice(0, MAX_LINE);
    const words = RUNS_SCRIPT.exec(line)?.[1]?.split(/\s/) ?? [];
    const by = words.some(isScript) ? 'script' : INSTALLS.test(line) ? 'commands' : null;
    if (by !== null) return { by, path, line: index + 1, quote: line.trim() };
  }
  return null;
}
