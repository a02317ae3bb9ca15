/** A file that a text hands to conda or pip, with the line (from 1) the command begins on. */
export interface InstallCommand {
  readonly tool: 'conda' | 'pip';
  /** The path as written, without `./` before it; null where the tool takes the project of the folder (`pip install .`). */
  readonly file: string | null;
  readonly line: number;
  readonly quote: string;
}

const MAX_LINE = 4_000;
const MAX_JOINED = 12;
const CONDA =
  /\b(?:conda|mamba|micromamba)(?:\s{1,9}env)?\s{1,9}(?:create|update|install)\b([^\n;&|`]{0,400})|\benvironment-file:\s{0,9}([^\s#]{1,200})/g;
const CONDA_FILE = /(?:^|\s)(?:-f|--file)(?:=|\s{1,9})["']?([^\s"'`]{1,200})/g;
const PIP = /\bpip3?(?:\.\d{1,2})?\s{1,9}install\b([^\n;&|`]{0,600})/g;
const PIP_FILE = /(?:^|\s)(?:-r|--requirement)(?:=|\s{0,9})["']?([^\s"'`]{1,200})/g;
const PIP_PROJECT = /(?:^|\s)["']?\.\/?(?:\[[\w,-]{0,100}\])?["']?(?=\s|$)|^\s{0,9}(?:poetry|uv|pipenv)/;
const PROJECT_TOOL = /\b(?:poetry|pipenv)\s{1,9}(?:install|sync)\b|\buv\s{1,9}sync\b/;

/** What every form has in it; most lines have none of these. */
const MAY_INSTALL = /conda|mamba|environment-file|pip|poetry|\buv\b/;

/** The files that the commands of a text install, in order. Lines joined by `\` are one. */
export function findInstallCommands(text: string): readonly InstallCommand[] {
  return joinedLines(text).flatMap(({ line, text: joined }) => {
    if (!MAY_INSTALL.test(joined)) return [];
    const found = (tool: 'conda' | 'pip', file: string | null): InstallCommand => ({
      tool,
      file: file === null ? null : file.replace(/^(?:\.\/)+/, '').replace(/[.,;:)]+$/, ''),
      line,
      quote: joined.trim(),
    });
    const conda = [...joined.matchAll(CONDA)].flatMap((match) =>
      match[2] === undefined
        ? [...(match[1] ?? '').matchAll(CONDA_FILE)].map((file) => found('conda', file[1] ?? ''))
        : [found('conda', match[2].replace(/["']/g, ''))],
    );
    const pip = [...joined.matchAll(PIP)].flatMap((match) => [
      ...[...(match[1] ?? '').matchAll(PIP_FILE)].map((file) => found('pip', file[1] ?? '')),
      ...(PIP_PROJECT.test(match[1] ?? '') ? [found('pip', null)] : []),
    ]);
    return [...conda, ...pip, ...(PROJECT_TOOL.test(joined) ? [found('pip', null)] : [])];
  });
}

function joinedLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  const out: { line: number; text: string }[] = [];
  let joined = 0;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const last = out.at(-1);
    const goesOn = last !== undefined && joined > 0 && joined < MAX_JOINED && last.text.length < MAX_LINE;
    const own = raw.slice(0, MAX_LINE);
    if (goesOn) last.text = `${last.text} ${own.replace(/\\\s*$/, '').trim()}`;
    else out.push({ line: index + 1, text: own.replace(/\\\s{0,9}$/, '') });
    joined = /\\\s{0,9}$/.test(own) ? joined + 1 : 0;
  }
  return out;
}
