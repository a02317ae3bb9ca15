/** How files of data end, as a part of a regular expression. */
export const DATA_ENDINGS =
  'csv|tsv|txt|dat|jsonl?|ndjson|parquet|feather|arrow|xlsx?|ods|h5|hdf5?|nc|npy|npz|pkl|pickle|joblib|mat|rds|rda|rdata|dta|sav|sas7bdat|zip|gz|geojson|shp|gpkg|tiff?|png|jpe?g|wav|mp3|edf|fif|nii|dcm|fasta|fastq|bam|vcf|h5ad|db|sqlite3?|pth?|xml|sql';

const MAX_FOUND = 100;
const MAX_LINE = 1_000;
const MAX_TEXT = 1_000_000;
const NAME = new RegExp(
  String.raw`["'/\\]([^"'/\\\n]{1,120}\.(?:${DATA_ENDINGS}))["']|[\s>/]([\w.{}$-]{1,120}\.(?:${DATA_ENDINGS}))(?![\w.])`,
  'gi',
);
/** A variable or an argument that holds a name. */
const NAMED = new RegExp(
  String.raw`\b(\w{2,60})\s{0,4}(?:=|<-)\s{0,9}(?:[\w.]{0,30}(?:join|ath|here|paste0?)\()?[^"'()\n]{0,60}["'](?:[^"'\n]{0,200}[/\\])?([^"'\n/\\]{1,120}\.(?:${DATA_ENDINGS}))["']`,
  'gi',
);
const MODE = String.raw`,\s{0,9}(?:mode\s{0,4}=\s{0,4})?["'][^"']{0,3}[wax]`;
const CALL = String.raw`\b(?:to_\w{2,12}|(?:f|im)?write[\w.]{0,20}|save\w{0,12}|dump|export\w{0,20}|urlretrieve|download\w{0,12}|download\.file|sink|ggsave|symlink|copy\w{0,5}|move|rename)`;
/** What puts something into a file. */
const WRITES = new RegExp(
  String.raw`${CALL}\(|\bofstream|\bios(?:_base)?::(?:out|app|trunc)|\b(?:open|File)\(.{1,150}${MODE}|\.write_(?:text|bytes)\(`,
  'i',
);
const GIVEN = new RegExp(String.raw`${CALL}\(([^\n]{1,200})|\bopen\((\w{2,60})${MODE}`, 'gi');
/** Words that tell it too, where nothing on the line reads. */
const MAY_WRITE = />|\s-[oO] |out|dest|creat|save|writ|dump|export|download/i;
const READS = /\b\w{0,20}(?:read|load|open|scan|connect)[\w.]{0,20}\(/i;

/**
 * The names of the files of data that code writes, without their folders and in small letters; `*` stands for what is put in when
 * it runs. It takes too many rather than too few: what a project makes itself is not to be looked for elsewhere.
 */
export function findWrittenFiles(whole: string): readonly string[] {
  const text = whole.slice(0, MAX_TEXT);
  const found = new Set<string>();
  const add = (name: string) => {
    const pattern = name.replace(/\{[^{}]{0,100}\}|%[\d.]{0,5}[sdfi]|\$\w{1,40}/g, '*').toLowerCase();
    if (found.size < MAX_FOUND && /^[^*]+$|[a-z\d]{2}[^.]{0,80}\./.test(pattern)) found.add(pattern);
  };
  const given = new Set<string>();
  for (const [, all = '', only = ''] of text.matchAll(GIVEN))
    for (const word of `${all},${only}`.match(/\b[A-Za-z_]\w{1,60}\b/g) ?? []) given.add(word);
  if (given.size > 0) for (const [, name = '', file = ''] of text.matchAll(NAMED)) if (given.has(name)) add(file);
  // A call goes on where its line ends in the middle of it.
  let isOpen = false;
  for (const entire of text.split('\n')) {
    const line = entire.slice(0, MAX_LINE);
    const writes: boolean = isOpen || WRITES.test(line);
    if (writes || (MAY_WRITE.test(line) && !READS.test(line)))
      for (const [, quoted, bare] of line.matchAll(NAME)) add(quoted ?? bare ?? '');
    isOpen = writes && /[(,]\s*$/.test(line);
  }
  return [...found];
}
