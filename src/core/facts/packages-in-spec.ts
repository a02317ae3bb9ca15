import type { RepositorySnapshot, TextFile } from '../model/snapshot.ts';
import { normalName } from '../parse/package-name.ts';
import type { RequirementLine } from '../parse/requirements.ts';
import { condaEntryOf, pipEntryOf } from './parsed-specs.ts';
import { oncePer } from './per-snapshot.ts';
import { readSpec, type SpecContent } from './read-spec.ts';
import type { SpecFile } from './spec-files.ts';
import { textOf } from './texts.ts';

const MAX_LINE = 4_000;

/** Every package that a spec names, however it is written, in pip's normal form; null where the file was not read. */
export function packagesInSpec(spec: SpecFile, repository: RepositorySnapshot): readonly string[] | null {
  const reading = readSpec(spec, repository);
  if (reading.state === 'no-spec') return [];
  const text = textOf(repository, spec.entry);
  if (reading.state === 'unread') return null;
  const parsed = namesOf(reading.content);
  if (text.state === 'unread') return reading.content.kind === 'by-name' ? null : parsed;
  const isByName = reading.content.kind === 'by-name' || reading.content.kind === 'tables';
  return [...parsed, ...(isByName ? namesInStrings(text.file) : wrongLines(reading.content, text.file))];
}

function namesOf(content: SpecContent): readonly string[] {
  switch (content.kind) {
    case 'conda':
      return [
        ...content.file.condaDependencies.flatMap((entry) => ofConda(entry.text, condaEntryOf(entry).name)),
        ...content.file.pipDependencies.flatMap((entry) => ofPip(entry.text, pipEntryOf(entry).name)),
      ];
    case 'explicit-list':
      return content.list.entries.flatMap((entry) => ofConda(entry.text, condaEntryOf(entry).name));
    case 'requirements':
      return namesOfLines(content.file.lines);
    case 'tables':
      return content.tables.dependencies.map(({ name }) => normalName(name));
    case 'by-name':
      return [];
  }
}

/** The packages that lines for pip name. */
export const namesOfLines = (lines: readonly RequirementLine[]): readonly string[] =>
  lines.flatMap(({ text, name }) => ofPip(text, name));

/** `https://…/linux-64/name-1.2-build.conda`. */
const ofConda = (text: string, name: string | null): readonly string[] => {
  const told = name ?? /\/([^/]{1,200})-[^-/]{1,100}-[^-/]{1,200}$/.exec(text)?.[1];
  return told === undefined ? [] : [normalName(told)];
};

/** The name, and of an address or path its last part; of a line that pip refuses its first word. */
function ofPip(text: string, name: string | null): readonly string[] {
  const isPlace = /[/\\]/.test(text);
  const last = isPlace ? (LAST_PART.exec(text.slice(0, 500))?.[1] ?? '').replace(/-\d.*$/, '') : '';
  const first = /^[\w.-]{1,100}/.exec(text)?.[0] ?? '';
  return [name ?? '', last, first].filter((one) => one !== '').map(normalName);
}

const LAST_PART = /([\w.-]{1,100}?)(?:\.git)?(?:@[\w./-]{1,100})?(?:#[^\s]{0,200})?$/;

/** What begins a string or a line's key in setup.py, pyproject.toml and the like. */
const namesInStrings = oncePer(({ text }: TextFile): readonly string[] =>
  text.split(/\r\n|\n|\r/).flatMap((whole) => {
    const line = whole.slice(0, MAX_LINE);
    if (/^\s*#/.test(line)) return [];
    const words = [
      ...line.matchAll(/["']\s{0,4}([A-Za-z0-9][\w.-]{0,99})/g),
      ...line.matchAll(/^\s{0,8}([A-Za-z][\w.-]{0,99})\s{0,8}=/g),
    ];
    return words.map((match) => normalName(match[1] ?? ''));
  }),
);

/** Items of a list that conda does not take in: of a second `pip:`, or below a line that it refuses. */
function wrongLines(content: SpecContent, { text }: TextFile): readonly string[] {
  if (content.kind !== 'conda' || content.file.problems.length === 0) return [];
  return [...text.matchAll(/^\s{0,40}-\s{1,20}["']?([A-Za-z0-9][\w.-]{0,99})/gm)].map((match) =>
    normalName(match[1] ?? ''),
  );
}
