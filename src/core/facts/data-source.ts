import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Sentence } from '../parse/sentences.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact, sentencesIn } from './readme.ts';
import { type ReadmeCommand, readmeCommandsOf } from './readme-commands.ts';
import { wholeTreeOf } from './readme-folders.ts';
import { readmeStepsFact, stepDocuments } from './readme-steps.ts';
import { fileName, folderOf, listingOf, pathFrom } from './tree.ts';

/** A line that says where data comes from, or that opens data. */
export interface DataLine {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
}

/** Where the data of a project comes from. */
export interface DataSource {
  /** The line of the README that says so, or null. */
  readonly told: DataLine | null;
  /** Whether code was looked into. */
  readonly isLookedAt: boolean;
  /** The files of data that the code opens and the repository has. */
  readonly present: readonly DataLine[];
  /** Those that it has not, with the path as the code writes it. */
  readonly missing: readonly (DataLine & { readonly opened: string })[];
  readonly hasSource: boolean;
  readonly readme: string;
  readonly entries: number;
}

export const dataSourceFact = perSnapshot((snapshot: Snapshot): Fact<DataSource> => {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return readme;
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const steps = readmeStepsFact(snapshot);
  const { present, missing } = openedOf(snapshot);
  const value: DataSource = {
    told: toldIn(snapshot),
    isLookedAt: reading.repository.code.some((one) => one.reading.state === 'read'),
    present,
    missing,
    hasSource: steps.state !== 'present' || steps.value.hasSource,
    readme: readme.value.path,
    entries: reading.listing.total,
  };
  return { state: 'present', value, unread: steps.state === 'present' ? steps.unread : readme.unread };
});

const DOWNLOADS =
  /^(?:gdown|kaggle (?:datasets|competitions|c|d)\b|aws s3 |gsutil |gcloud storage |azcopy |dvc (?:pull|get|import|fetch)|git lfs (?:pull|fetch)|zenodo_get|osf |(?:huggingface-cli|hf) download|datalad |fasterq-dump|prefetch )|\b(?:load_dataset|fetch_openml|snapshot_download|tfds\.load|get_rdataset)\(|\b(?:get|download|fetch|make|scrape|prepare)[_-]?\w{0,20}data(?:set)?s?\b|\bdata(?:set)?s?[_-](?:download|fetch)/i;
const LOADS =
  /^(?:wget|curl|aria2c|axel) .{0,300}(?:\.(?:csv|tsv|zip|t?gz|tar|json|h5|hdf5|parquet|xlsx?|txt|nc|npz|pkl|bz2|7z|rar|db|sqlite|fa|fastq|vcf|xml)\b|data)/i;
const NO_DATA = /\|\s*(?:ba)?sh\b|\.sh\b|localhost|127\.0\.0\.1|install/i;
/** Hosts that hold data alone, and such that hold it among others. */
const DATA_HOST =
  /\bkaggle\.com\/(?!docs)\w|\barchive(?:-beta)?\.ics\.uci\.edu|\bhuggingface\.co\/datasets\/(?!huggingface\/)|\bdataverse\b|\bphysionet\.org|\b(?:openml|openneuro|datadryad|cocodataset|image-net|commoncrawl|ourworldindata)\.org|\bdata\.[\w.]{2,40}\/|\bdata\.world\/|\bcensus\.gov|\bdataset\/[\w-]/i;
const DATA = /\b(?:data(?:sets?|bases?|files?)?|corpus|corpora|recordings|(?:raw|training|test) (?:images|files))\b/i;
const SOURCE =
  /\b(?:data(?:sets?|bases?)?|corpus|recordings|records)\b.{0,80}\b(?:from|obtained|acquired|collected|downloaded|available (?:at|from|on|in|here)|provided (?:by|in)|sourced|retrieved|scraped|grabbed|courtesy|hosted|published by|gathered|located (?:at|in)|stored in|found (?:at|here|on|in)|generated (?:by|with)|simulated|synthetic)\b|\b(?:us(?:e|es|ed|ing)|download\w{0,3}|obtain\w{0,3}|collect\w{0,3}|scrap\w{0,4}|retriev\w{0,4}|extract\w{0,3}|quer(?:y|ies|ied))\b.{0,60}\b(?:data(?:sets?|bases?)?|corpus)\b.{0,60}\b(?:from|of|by)\b|(?<=[a-z,] )[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,4} (?:\w{1,20} )?(?:data(?:sets?|bases?)?|corpus)\b/;
/** What every form of it holds. */
const MAY_TELL = /data|corpus|recordings|records/i;
const HEADING =
  /^[\W\d]{0,8}(?:the |our |raw |input |about the )?(?:data(?:sets?|bases?)?|corpus)\b|\b(?:download|obtain|get|access|retriev|collect|acquir)\w{0,5} (?:the |our )?(?:\w{1,20} )?data/i;
const NO_SOURCE =
  /\bdata (?:science|scientist|analysis|analytics|frame|structures?|engineer\w*|visuali[sz]ation|mining|pipeline|types?|loader|privacy|settings)s?\b|\bdatabase (?:schema|server|connection)\b/gi;

/** The line of the README that says it: a command, then a link, a section about data, a sentence. */
function toldIn(snapshot: Snapshot): DataLine | null {
  const commands = readmeCommandsOf(snapshot).filter(isDownload);
  if (commands[0] !== undefined) return lineOf(commands[0]);
  const sentences = stepDocuments(snapshot).flatMap(({ path, blocks }) =>
    sentencesIn(blocks).map((one) => ({ ...one, path })),
  );
  const isShown = ({ text }: Sentence) => !/\bbadges?\b|img\.shields/i.test(text);
  const shown = sentences.filter((one) => isShown(one));
  const isSourced = ({ text }: Sentence) =>
    DATA_HOST.test(text) ||
    (/https?:\/\//.test(text) && DATA.test(bare(text))) ||
    /https?:\/\/[^\s()]{0,200}dataset/i.test(text);
  const section = shown.filter(
    ({ section: heading, text }) =>
      text !== heading &&
      HEADING.test(heading.slice(0, 200).replace(NO_SOURCE, '')) &&
      bare(text).split(' ').length > 4,
  );
  const found =
    section.find(isSourced) ??
    shown.find(isSourced) ??
    section.find(tellsSource) ??
    section[0] ??
    shown.find((one) => one.text !== one.section && tellsSource(one) && bare(one.text).length > 20);
  return found === undefined ? null : { path: found.path, line: found.line, quote: found.text };
}

const bare = (text: string): string => text.slice(0, 2_000).replace(NO_SOURCE, '');
const tellsSource = ({ text }: Sentence): boolean => MAY_TELL.test(text) && SOURCE.test(bare(text));

const isDownload = ({ text: whole }: ReadmeCommand): boolean => {
  const text = whole.slice(0, 1_000);
  return DOWNLOADS.test(text) || (LOADS.test(text) && !NO_DATA.test(text));
};
const lineOf = ({ path, line, quote }: DataLine): DataLine => ({ path, line, quote });

/** The files of data that code opens by name, by whether the repository has them. Addresses tell their source themselves. */
function openedOf(snapshot: Snapshot): Pick<DataSource, 'present' | 'missing'> {
  const { files, folders } = wholeTreeOf(snapshot);
  const code = snapshot.repository?.code ?? [];
  const names = new Set(code.length === 0 ? [] : [...files.keys()].map(fileName));
  const present: DataSource['present'][number][] = [];
  const missing: DataSource['missing'][number][] = [];
  for (const { path, reading } of code) {
    if (reading.state !== 'read') continue;
    for (const { value, line, quote } of reading.value.openedFiles) {
      if (/^[a-z][a-z\d+.-]{1,10}:\/\//i.test(value)) continue;
      const target = pathFrom(folderOf(path), value) ?? value;
      // Where the program stands is not known: a file of this name anywhere is the one.
      const isThere = files.has(target) || folders.has(target) || names.has(fileName(value));
      if (isThere) present.push({ path, line, quote });
      else missing.push({ path, line, quote, opened: value });
    }
  }
  return { present, missing };
}
