import type { Snapshot } from '../model/snapshot.ts';
import { sentencesIn } from './readme.ts';
import { readmeCommandsOf } from './readme-commands.ts';
import { isElsewhere, isStandIn, isSubmodule, wholeTreeOf } from './readme-folders.ts';
import { stepDocuments } from './readme-steps.ts';
import { fileName, folderOf, pathFrom } from './tree.ts';

/** A line that says where data comes from, or that opens data. */
export interface DataLine {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
}

/** The files of data that code opens by name. */
export interface OpenedData {
  /** Those that the repository has. */
  readonly present: readonly DataLine[];
  /** Those that it has not and that nothing of it makes, with the path as the code writes it. */
  readonly missing: readonly (DataLine & { readonly opened: string })[];
  /** Those that it has not, opened by code beside a README of its own, which was not read. */
  readonly beside: readonly (DataLine & { readonly readme: string })[];
  /** How many it makes itself, and how many lie on one machine. */
  readonly made: number;
  readonly elsewhere: number;
}

/** Addresses tell their source themselves; paths of one machine are another check's. */
export function openedDataOf(snapshot: Snapshot): OpenedData {
  const tree = wholeTreeOf(snapshot);
  const code = (snapshot.repository?.code ?? []).flatMap(({ path, reading }) =>
    reading.state === 'read' ? [{ path, file: reading.value }] : [],
  );
  const names = new Set(code.length === 0 ? [] : [...tree.files.keys()].map((path) => fileName(path).toLowerCase()));
  const isMade = madeBy(snapshot);
  const [present, missing, beside]: [DataLine[], OpenedData['missing'][number][], OpenedData['beside'][number][]] = [
    [],
    [],
    [],
  ];
  let [made, elsewhere] = [0, 0];
  for (const { path, file } of code)
    for (const { value: written, line, quote } of file.openedFiles) {
      const value = written.replace(/\\{1,2}/g, '/');
      const name = fileName(value).toLowerCase();
      const target = pathFrom(folderOf(path), value) ?? value;
      // Where the program stands is not known: a file of this name anywhere is the one, packed or as it is.
      const isThere =
        tree.files.has(target) ||
        tree.folders.has(target) ||
        PACKED.some((ending) => names.has(name + ending) || names.has(name.replace(/\.\w{1,8}$/, ending))) ||
        isSubmodule(target, tree);
      const at = { path, line, quote };
      const readme = isThere ? null : ownReadme(path, tree.files);
      if (isThere) present.push(at);
      else if (ADDRESS.test(value) || isStandIn(value) || ASIDE.test(path) || MODEL.test(value)) continue;
      else if (isElsewhere(value) || MOUNTED.test(value)) elsewhere += 1;
      else if (isMade(value)) made += 1;
      else if (readme !== null) beside.push({ ...at, readme });
      else missing.push({ ...at, opened: written });
    }
  return { present, missing, beside, made, elsewhere };
}

const ADDRESS = /^[a-z][a-z\d+.-]{1,10}:\/\//i;
/** Tests make what they read, and what others or editors wrote is not the project's. */
const ASIDE = /(?:^|\/)(?:tests?|testing|\.ipynb_checkpoints|vendor|third_?party|extern(?:al)?|submodules)\//i;
/** What was learned from data is none. */
const MODEL = /\.(?:pth?|joblib)$|model|checkpoint|weights|scaler|encoder/i;
const MOUNTED = /(?:^|\/)(?:My ?Drive|content\/drive|drive\/My ?Drive|kaggle\/input)\//;
const PACKED = ['', '.dvc', '.zip', '.gz', '.tar.gz', '.tgz', '.bz2', '.xz', '.7z', '.rar', '.z01'];

/** Whether code of the project writes a file of a name, or the README names it, or its folder as one that is filled. */
function madeBy(snapshot: Snapshot): (path: string) => boolean {
  const written = (snapshot.repository?.code ?? []).flatMap(({ reading }) =>
    reading.state === 'read' ? reading.value.writtenFiles : [],
  );
  const whole = new Set(written);
  const patterns = [...whole].filter((one) => one.includes('*')).slice(0, MOST_PATTERNS);
  const parts = patterns.map((one) => [one.slice(0, one.indexOf('*')), one.slice(one.lastIndexOf('*') + 1)] as const);
  const told = [
    ...readmeCommandsOf(snapshot).map(({ text }) => text),
    ...stepDocuments(snapshot).flatMap(({ blocks }) => sentencesIn(blocks).map(({ text }) => text)),
  ].map((text) => text.slice(0, 2_000).toLowerCase());
  const filled = told.filter((text) => FILLED.test(text));
  return (path) => {
    const name = fileName(path).toLowerCase();
    const folder = fileName(folderOf(path)).toLowerCase();
    const isPattern = parts.some(
      ([begin, end]) => name.length > begin.length + end.length && name.startsWith(begin) && name.endsWith(end),
    );
    return (
      whole.has(name) ||
      isPattern ||
      told.some((text) => text.includes(name)) ||
      (/\w{4}/.test(folder) && filled.some((text) => text.includes(`/${folder}`) || text.includes(`${folder}/`)))
    );
  };
}

const FILLED = /\b(?:sav|writ|stor|produc|generat|creat|output|export)/;
const MOST_PATTERNS = 200;

/** The README of a folder above a file, the root's left out. */
function ownReadme(path: string, files: ReadonlyMap<string, unknown>): string | null {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
    for (const name of ['README.md', 'readme.md', 'README.txt', 'README.rst', 'README'])
      if (files.has(`${folder}/${name}`)) return `${folder}/${name}`;
  return null;
}
