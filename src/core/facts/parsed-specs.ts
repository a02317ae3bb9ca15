import type { SourceLine } from '../model/facts.ts';
import type { TextFile } from '../model/snapshot.ts';
import { parseCondaEntry } from '../parse/conda-entry.ts';
import { parseDependencyTables } from '../parse/dependency-tables.ts';
import { parseRequirement, parseRequirements } from '../parse/requirements.ts';
import { oncePer } from './per-snapshot.ts';

// Several facts and checks ask for the same file and the same line: each is parsed once.
export const requirementsIn = oncePer(({ text }: TextFile) => parseRequirements(text));
export const dependencyTablesIn = oncePer(({ text }: TextFile) => parseDependencyTables(text));

/** What an entry of a conda file or list says. */
export const condaEntryOf = oncePer(({ text }: SourceLine) => parseCondaEntry(text));
/** What an entry of a conda file's `pip:` list says. */
export const pipEntryOf = oncePer(({ line, text }: SourceLine) => parseRequirement(text, line));
