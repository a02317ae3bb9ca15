import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { SourcePlace } from './dockerfile-place.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFile } from './readme.ts';
import { textOf } from './texts.ts';
import { isFile, listingOf, unlistedParts } from './tree.ts';

/** What lets others name and reuse the work; null where there is none. */
export interface Citation {
  readonly licence: string | null;
  readonly citationFile: string | null;
  /** A line of the README with a badge of a DOI or the address of an archive; a DOI of literature is none. */
  readonly archived: SourcePlace | null;
  readonly entries: number;
  /** The README was not read, or a part of the listing. */
  readonly isPartial: boolean;
}

const LICENCE = /^(?:licen[cs]e|copying|unlicense)(?:[.-][\w.-]{1,40})?$/i;
const CITATION = /^(?:citation(?:\.cff|\.bib|\.md|\.txt)?|\.zenodo\.json|codemeta\.json)$/i;
const BADGE = /\[!\[[^\]]{0,80}\bdoi\b|\bzenodo\.org\/badge\/|\bjoss\.theoj\.org\/papers\//i;
const ARCHIVE =
  /\b10\.(?:5281\/zenodo|6084\/m9|17605\/osf)|\bzenodo\.org\/(?:records?|doi)\/|\barchive\.softwareheritage\.org\/|\bswh:1:/i;
/** An archive of data that is used is none of the work. */
const OF_DATA = /\bdata|\bdownload/i;
const MAX_LINE = 4_000;

const tellsArchive = (line: string): boolean => BADGE.test(line) || (ARCHIVE.test(line) && !OF_DATA.test(line));

export const citationFact = perSnapshot((snapshot: Snapshot): Fact<Citation> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { listing, repository } = reading;
  const atRoot = (form: RegExp) =>
    listing.entries.find((entry) => !entry.path.includes('/') && form.test(entry.path) && isFile(entry))?.path ?? null;
  const readme = readmeFile(repository, listing);
  const text = readme === null ? null : textOf(repository, readme);
  const lines = text?.state === 'read' ? text.file.text.split(/\r\n|\n|\r/) : [];
  const found = lines.findIndex((line) => tellsArchive(line.slice(0, MAX_LINE)));
  const unread: readonly UnreadPart[] = unlistedParts(listing, ['']);
  return {
    state: 'present',
    value: {
      licence: atRoot(LICENCE),
      citationFile: atRoot(CITATION),
      archived:
        readme === null || found === -1 ? null : { path: readme.path, line: found + 1, quote: lines[found] ?? '' },
      entries: listing.total,
      isPartial: text?.state === 'unread' || unread.length > 0,
    },
    unread: [],
  };
});
