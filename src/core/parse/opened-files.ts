import { DATA_ENDINGS } from './written-files.ts';

/** A file of data that code opens for reading, by the name that it spells out. */
export interface OpenedFile {
  readonly value: string;
  readonly position: number;
}

const MAX_FOUND = 50;
const OPENS = new RegExp(
  String.raw`\b(?:read_\w{1,20}|read\.\w{1,12}|open|open_dataset|loadtxt|genfromtxt|load|readRDS|readmat|loadmat|fread|imread|read|scan|vroom|File)\(\s{0,40}(?:\w{1,20}\s{0,4}=\s{0,4})?[rRuU]?["']([^"'\n{}%$*<>]{1,240}\.(?:${DATA_ENDINGS})(?:\.(?:gz|bz2|xz|zip))?)["'](?=([^\n]{0,60}))`,
  'gi',
);

/** Settings and lists of packages. */
const NO_DATA =
  /(?:config|param|setting|package|secret|credential|token|manifest)[^/]{0,60}\.json$|(?:requirements|readme|licen[cs]e|version)[^/]{0,40}\.txt$/i;

/** Modules whose `open` takes a path; `zf.open('x.csv')` reads inside an archive, and streams of C++ write as well. */
const OPENERS = /(?:^|[^\w.])(?:gzip|bz2|lzma|codecs|io|Image|PIL\.Image|rasterio|fiona|fits|nc|h5py|np|builtins)\.$/;
const WRITES = /^\s{0,9},\s{0,9}(?:mode\s{0,4}=\s{0,4})?(?:["'][^"']{0,3}[wax]|["']r\+|std::ios)/;

/** Finds them in order; what is opened to be written is left out. */
export function findOpenedFiles(text: string): readonly OpenedFile[] {
  const found: OpenedFile[] = [];
  for (const match of text.matchAll(OPENS)) {
    const [all, value = '', rest = ''] = match;
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const isOther = /^open\(/i.test(all) && before.endsWith('.') && !OPENERS.test(before);
    const isWritten = /^(?:open|File)\(/i.test(all) && WRITES.test(rest);
    if (!isOther && !isWritten && !NO_DATA.test(value)) found.push({ value, position: match.index });
    if (found.length === MAX_FOUND) break;
  }
  return found;
}
