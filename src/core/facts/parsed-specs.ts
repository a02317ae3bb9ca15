import type { SourceLine } from '../model/facts.ts';
import type { TextFile } from '../model/snapshot.ts';
import { parseCondaEntry } from '../parse/conda-entry.ts';
import { parseDependencyTables } from '../parse/dependency-tables.ts';
import { type EnvironmentYml, parseEnvironmentYml, undecodableEnvironmentYml } from '../parse/environment-yml.ts';
import { parseRequirement, parseRequirements } from '../parse/requirements.ts';
import { oncePer } from './per-snapshot.ts';

// Several facts and checks ask for the same file and the same line: each is parsed once.
export const requirementsIn = oncePer(({ text }: TextFile) => parseRequirements(text));
export const dependencyTablesIn = oncePer(({ text }: TextFile) => parseDependencyTables(text));

/** What an entry of a conda file or list says. */
export const condaEntryOf = oncePer(({ text }: SourceLine) => parseCondaEntry(text));
/** What an entry of a conda file's `pip:` list says. */
export const pipEntryOf = oncePer(({ line, text }: SourceLine) => parseRequirement(text, line));

export const environmentYmlIn = oncePer(
  (file: TextFile): EnvironmentYml => refusedEncoding(file) ?? parseEnvironmentYml(file.text),
);

/**
 * conda decodes a file as UTF-8, else as UTF-16 (conda/env/env.py, from_file), and stops at other bytes. A text in which bytes were
 * replaced is no longer as long as its file; one that holds U+FFFD itself is.
 */
function refusedEncoding({ text, encoding, bytes }: TextFile): EnvironmentYml | null {
  const isPlain = encoding === 'utf-8' || encoding === 'utf-8-bom';
  if (!isPlain || !text.includes('\ufffd')) return null;
  const mark = encoding === 'utf-8-bom' ? 3 : 0;
  return utf8Length(text) + mark === bytes ? null : undecodableEnvironmentYml(text);
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
