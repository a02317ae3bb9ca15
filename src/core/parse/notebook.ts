/** One cell of code; `cell` counts all cells from 1. */
export interface NotebookCell {
  readonly cell: number;
  readonly source: string;
  /** Texts that its run left in the file; pictures aside. */
  readonly outputs: readonly string[];
}

/** What a notebook holds; `problem` says why it could not be read, or not whole. */
export interface Notebook {
  readonly isPython: boolean;
  readonly cells: readonly NotebookCell[];
  readonly problem: string | null;
}

const MAX_CELLS = 5_000;
const MAX_OUTPUTS = 20;
const MAX_OUTPUT = 20_000;
const OTHER_KERNELS =
  /^(?:ir|r|julia.{0,20}|scala|spylon.{0,20}|almond|bash|octave|matlab.{0,20}|i?matlab|stata|sas|java|javascript|typescript|deno|c|c\+\+.{0,10}|xcpp.{0,10}|go|gophernotes|rust|evcxr|sql|postgres|\.net.{0,20}|\.?dotnet.{0,20}|c#|f#|ruby|perl|haskell|ihaskell|wolfram.{0,20}|mathematica|sos)$/i;

/** Reads a notebook of nbformat 3 or 4 cell by cell. Never throws. */
export function parseNotebook(text: string): Notebook {
  const root = parsedJson(text);
  if (!isRecord(root)) return { isPython: true, cells: [], problem: whyNoNotebook(text) };
  const sheets = listOf(root['worksheets']).flatMap((sheet) => (isRecord(sheet) ? listOf(sheet['cells']) : []));
  const all = root['cells'] === undefined ? sheets : listOf(root['cells']);
  const cells = all.slice(0, MAX_CELLS).flatMap((cell, index): readonly NotebookCell[] => {
    if (!isRecord(cell) || cell['cell_type'] !== 'code') return [];
    const source = joined(cell['source'] ?? cell['input']);
    return [{ cell: index + 1, source, outputs: outputsOf(cell['outputs']) }];
  });
  const problem = all.length > MAX_CELLS ? 'Only the first 5,000 cells were read.' : null;
  return { isPython: isPython(root['metadata']), cells, problem };
}

type JsonRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const joined = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : listOf(value)
        .filter((line) => typeof line === 'string')
        .join('');

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

function whyNoNotebook(text: string): string {
  const head = text.slice(0, 200);
  if (/^\s*$/.test(head)) return 'The notebook is empty.';
  if (head.startsWith('version https://git-lfs')) return 'The repository holds a pointer to it only (Git LFS).';
  if (/^<{7} /m.test(text)) return 'A merge conflict was left in it.';
  return 'It is no notebook: its JSON is broken or cut off.';
}

function isPython(metadata: unknown): boolean {
  if (!isRecord(metadata)) return true;
  const [kernel, info] = [metadata['kernelspec'], metadata['language_info']];
  const said = [
    isRecord(kernel) ? kernel['language'] : null,
    isRecord(info) ? info['name'] : null,
    isRecord(kernel) ? kernel['name'] : null,
  ].find((name) => typeof name === 'string' && name !== '');
  return typeof said !== 'string' || !OTHER_KERNELS.test(said);
}

function outputsOf(outputs: unknown): readonly string[] {
  return listOf(outputs)
    .slice(0, MAX_OUTPUTS)
    .flatMap((output) => {
      if (!isRecord(output)) return [];
      const data = output['data'];
      const text = isRecord(data) ? joined(data['text/plain']) : '';
      return [joined(output['text']), text, joined(output['traceback'])];
    })
    .filter((text) => text !== '')
    .map((text) => text.slice(0, MAX_OUTPUT));
}

/** A cell as Python alone reads it. */
export interface PythonCell {
  /** The same text with IPython's own lines blank, each place as it was; "" where the cell is of another language. */
  readonly python: string;
  /** Whether the cell is of another language (`%%bash`). */
  readonly isOther: boolean;
}

/** Cell magics whose rest is Python. */
const PYTHON_CELLS =
  /^%%(?:time|timeit|capture|prun|memit|mprun|lprun|snakeviz|heat|debug|skip|local|spark|cython_inline)\b/;

/** Takes IPython's own lines out of a cell: magics, shell commands, help. */
export function pythonOfCell(source: string): PythonCell {
  const magic = /^\s{0,200}(%%[^\n]{0,200})/.exec(source)?.[1];
  if (magic !== undefined && !PYTHON_CELLS.test(magic)) return { python: '', isOther: true };
  const python = source.replace(
    /^([ \t]*)(?=\S)(%%?[A-Za-z][^\n]*|[!?][^\n]*|[\w.]{1,200}\?{1,2}[ \t]*$|[\w., ]{1,200}=[ \t]*[!%][A-Za-z][^\n]*)/gm,
    (line, indent: string) => `${indent}0${' '.repeat(Math.max(0, line.length - indent.length - 1))}`,
  );
  return { python, isOther: false };
}
