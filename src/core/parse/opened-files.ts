/** A file of data that code opens for reading, by the name that it spells out. */
export interface OpenedFile {
  readonly value: string;
  readonly position: number;
}

const MAX_FOUND = 50;
const DATA =
  'csv|tsv|txt|dat|jsonl?|ndjson|parquet|feather|arrow|xlsx?|ods|h5|hdf5?|nc|npy|npz|pkl|pickle|joblib|mat|rds|rda|rdata|dta|sav|sas7bdat|zip|gz|geojson|shp|gpkg|tiff?|png|jpe?g|wav|mp3|edf|fif|nii|dcm|fasta|fastq|bam|vcf|h5ad|db|sqlite3?|pth?|xml|sql';
const OPENS = new RegExp(
  String.raw`\b(?:read_\w{1,20}|read\.\w{1,12}|open|open_dataset|loadtxt|genfromtxt|load|readRDS|readmat|loadmat|fread|imread|read|scan|vroom|File|connect)\(\s{0,40}(?:\w{1,20}\s{0,4}=\s{0,4})?[rRuU]?["']([^"'\n{}%$*<>]{1,240}\.(?:${DATA})(?:\.(?:gz|bz2|xz|zip))?)["'](?=([^\n]{0,60}))`,
  'gi',
);

/** Settings and lists of packages. */
const NO_DATA =
  /(?:config|param|setting|package|secret|credential|token|manifest)[^/]{0,60}\.json$|(?:requirements|readme|licen[cs]e|version)[^/]{0,40}\.txt$/i;

/** Finds them in order; what is opened to be written is left out. */
export function findOpenedFiles(text: string): readonly OpenedFile[] {
  const found: OpenedFile[] = [];
  for (const match of text.matchAll(OPENS)) {
    const [all, value = '', rest = ''] = match;
    const isWritten = /^open\(/i.test(all) && /^\s{0,9},\s{0,9}(?:mode\s{0,4}=\s{0,4})?["'][^"']{0,3}[wax]/.test(rest);
    if (!isWritten && !NO_DATA.test(value)) found.push({ value, position: match.index });
    if (found.length === MAX_FOUND) break;
  }
  return found;
}
