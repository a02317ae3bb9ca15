import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { Sentence } from '../parse/sentences.ts';
import { unreadCode } from './code-entries.ts';
import { type DataLine, type OpenedData, openedDataOf } from './opened-data.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact, sentencesIn } from './readme.ts';
import { type ReadmeCommand, readmeCommandsOf } from './readme-commands.ts';
import { readmeStepsFact, stepDocuments } from './readme-steps.ts';
import { listingOf, unlistedParts } from './tree.ts';

/** Where the data of a project comes from. */
export interface DataSource extends OpenedData {
  /** The line of the README that says so, or null. */
  readonly told: DataLine | null;
  /** Whether code was looked into. */
  readonly isLookedAt: boolean;
  /** What of the repository was not looked into: it may have or make what is missing. */
  readonly notLookedAt: UnreadPart | null;
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
  const value: DataSource = {
    told: toldIn(snapshot),
    isLookedAt: reading.repository.code.some((one) => one.reading.state === 'read'),
    ...openedDataOf(snapshot),
    notLookedAt: [...unreadCode(reading.repository, reading.listing), ...unlistedParts(reading.listing)][0] ?? null,
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
/** `python run.py data`, `make data`: a step of the project that fetches it. */
const MAKES =
  /^(?:python[\d.]*|Rscript|bash|sh|make|snakemake|just|invoke|doit|\.\/\S{1,80}) (?:\S{1,200} ){0,4}?(?:--?)?(?:(?:get|make|download|fetch|load|prepare|raw)[_-]?)?(?:data(?:sets?)?|etl|download|fetch)(?![\w./-])/i;
/** A command that is given the address of data. */
const GIVEN =
  /https?:\/\/[^\s"']{1,500}\.(?:csv|tsv|zip|t?gz|json|h5|hdf5|parquet|xlsx?|nc|npz|pkl|rda|rds|db|sqlite)\b/i;
const NO_DATA = /\|\s*(?:ba)?sh\b|\.sh\b|localhost|127\.0\.0\.1|install|^(?:git|pip|conda|docker|npm)\b/i;
/** Hosts that hold data alone, and such that hold it among others. */
const DATA_HOST =
  /\bkaggle\.com\/(?!docs)\w|\barchive(?:-beta)?\.ics\.uci\.edu|\bhuggingface\.co\/datasets\/(?!huggingface\/)|\bdataverse\b|\bphysionet\.org|\b(?:openml|openneuro|datadryad|cocodataset|image-net|commoncrawl|ourworldindata)\.org|\bdata\.[\w.]{2,40}\/|\bdata\.world\/|\bcensus\.gov|\bdataset\/[\w-]/i;
const DATA = /\b(?:data(?:sets?|bases?|files?)?|corpus|corpora|recordings|(?:raw|training|test) (?:images|files))\b/i;
const SOURCE =
  /\b(?:data(?:sets?|bases?)?|corpus|recordings|records)\b.{0,80}\b(?:from|obtained|acquired|collected|downloaded|available (?:at|from|on|in|here)|provided (?:by|in)|sourced|retrieved|scraped|grabbed|courtesy|hosted|published (?:by|in)|presented in|described in|reported in|gathered|located (?:at|in)|stored in|found (?:at|here|on|in)|generated (?:by|with)|simulated|synthetic)\b|\bdata(?:sets?)?\b.{0,200}\b(?:(?:up)?on request|confidential|proprietary|regulated|restricted|cannot be (?:shared|published)|not (?:be )?(?:public|shared))|\b(?:symbolic|soft) ?links?\b.{0,60}\bdata\b|\bdata\b.{0,60}\bsym(?:bolic )?-?links?|\b(?:us(?:e|es|ed|ing)|download\w{0,3}|obtain\w{0,3}|collect\w{0,3}|scrap\w{0,4}|retriev\w{0,4}|extract\w{0,3}|quer(?:y|ies|ied))\b.{0,60}\b(?:data(?:sets?|bases?)?|corpus)\b.{0,60}\b(?:from|of|by)\b|(?<=[a-z,] )[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,4} (?:\w{1,20} )?(?:data(?:sets?|bases?)?|corpus)\b/;
/** What every form of it holds. */
const MAY_TELL = /data|corpus|recordings|records/i;
const HEADING =
  /^[\W\d]{0,8}(?:the |our |raw |input |about the )?(?:data(?:sets?|bases?)?|corpus)\b|\b(?:download|obtain|get|access|retriev|collect|acquir)\w{0,5} (?:the |our )?(?:\w{1,20} )?data/i;
const NO_SOURCE =
  /\bdata (?:science|scientist|analysis|analytics|frame|structures?|engineer\w*|visuali[sz]ation|mining|pipeline|types?|loader|privacy|settings)s?\b|\bdatabase (?:schema|server|connection)\b/gi;

/** The line of the README that says it: a command, then a link, a section about data, a sentence. */
function toldIn(snapshot: Snapshot): DataLine | null {
  const command = readmeCommandsOf(snapshot).find(isDownload);
  if (command !== undefined) return lineOf(command);
  const comment = commentIn(snapshot);
  if (comment !== null) return comment;
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

const FETCHES =
  /^\s{0,20}(?:#|\/\/|%|--)\s{0,9}.{0,60}\b(?:download|obtain|get|access|retriev|collect|acquir|extract|fetch|pull)\w{0,5} .{0,40}\bdata/i;
const MAY_FETCH = /#|\/\/|%|--/;

/** The comment of a fence that says what the line below it fetches. */
function commentIn(snapshot: Snapshot): DataLine | null {
  for (const { path, blocks } of stepDocuments(snapshot))
    for (const { kind, text, line } of blocks) {
      const lines = kind === 'code' && MAY_FETCH.test(text) ? text.split('\n') : [];
      const at = lines.findIndex((one) => FETCHES.test(one.slice(0, 300)));
      if (at !== -1) return { path, line: line + at, quote: lines[at]?.trim() ?? '' };
    }
  return null;
}

const bare = (text: string): string => text.slice(0, 2_000).replace(NO_SOURCE, '');
const tellsSource = ({ text }: Sentence): boolean => MAY_TELL.test(text) && SOURCE.test(bare(text));

const isDownload = ({ text: whole }: ReadmeCommand): boolean => {
  const text = whole.slice(0, 1_000);
  return DOWNLOADS.test(text) || MAKES.test(text) || ((LOADS.test(text) || GIVEN.test(text)) && !NO_DATA.test(text));
};
const lineOf = ({ path, line, quote }: DataLine): DataLine => ({ path, line, quote });
