/** A bound on what is read, with the sentence shown when it is met. */
export interface Limit {
  readonly most: number;
  readonly sentence: string;
}

const kilo = 1_000;
const kibi = 1_024;
const mebi = kibi * kibi;
const second = 1_000;

/** Every bound of the product, in one place. Bytes, counts or milliseconds as the name says. */
export const limits = {
  /** A README or another document; markdown-it stays under 0.7 s on the worst 256 KB. */
  readmeBytes: { most: 256 * kibi, sentence: 'Only the first 256 KB of the document were read.' },
  /** An environment file; hand-written ones stay below 26 KB, exported ones below 256 KB. */
  environmentBytes: { most: 256 * kibi, sentence: 'The file is larger than 256 KB; Reprise reads none so large.' },
  yamlDepth: { most: 20, sentence: 'The file nests deeper than 20 levels.' },
  yamlAliases: { most: 100, sentence: 'The file has more than 100 aliases.' },
  yamlValues: { most: 20 * kilo, sentence: 'The file has more than 20,000 values.' },
  dockerfileBytes: { most: 128 * kibi, sentence: 'Only the first 128 KB of the Dockerfile were read.' },
  dockerfileInstructions: { most: 2_000, sentence: 'Only the first 2,000 instructions were read.' },
  workflowBytes: { most: 128 * kibi, sentence: 'Only the first 128 KB of the file were read.' },
  workflows: { most: 6, sentence: 'Only the first six workflows were read.' },
  /** A file that must arrive whole to be checked against its blob id. */
  textTransferBytes: { most: 12 * mebi, sentence: 'The file is larger than 12 MB.' },
  treeBytes: { most: 16 * mebi, sentence: 'The listing of files is larger than 16 MB.' },
  treeEntries: { most: 200 * kilo, sentence: 'The repository has more than 200,000 files.' },
  refAdvertisementBytes: { most: 4 * mebi, sentence: 'The list of branches and tags is larger than 4 MB.' },
  tokenBytes: { most: 64 * kibi, sentence: 'The registry’s token answer is larger than 64 KB.' },
  errorBytes: { most: 64 * kibi, sentence: 'The error answer is larger than 64 KB.' },
  manifestBytes: { most: 4 * mebi, sentence: 'The image’s manifest is larger than 4 MB.' },
  configBytes: { most: 4 * mebi, sentence: 'The image’s configuration is larger than 4 MB.' },
  tagsBytes: { most: 1 * mebi, sentence: 'The list of tags is larger than 1 MB.' },
  tags: { most: 1_000, sentence: 'Only the first 1,000 tags were read.' },
  indexEntries: { most: 64, sentence: 'The image lists more than 64 platforms.' },
  layers: { most: 128, sentence: 'The image has more than 128 layers.' },
  imageCandidates: { most: 5, sentence: 'Only the first five images that are named were asked for.' },
  requirementsFiles: { most: 4, sentence: 'Only the first four requirements and project files were read.' },
  environmentFiles: { most: 4, sentence: 'Only the first four environment files were read.' },
  linkedDocuments: { most: 3, sentence: 'Only the first three documents that the README links to were read.' },
  textsPerRepository: { most: 24, sentence: 'Only the first 24 files were read.' },
  /** Up to here code is looked into without a question, and at once. */
  smallCodeFiles: { most: 40, sentence: 'Not looked at yet. It is more than 40 files.' },
  smallCodeBytes: { most: 2 * mebi, sentence: 'Not looked at yet. It is more than 2 MB.' },
  codeFiles: { most: 400, sentence: 'Only the first 400 files of code are looked into.' },
  codeBytes: { most: 40 * mebi, sentence: 'Only the first 40 MB of code are looked into.' },
  codeFileBytes: { most: 8 * mebi, sentence: 'The file is larger than 8 MB; Reprise looks into no code so large.' },
  codeFileWait: { most: 10 * second, sentence: 'Looking into the file took longer than 10 seconds.' },
  headerWait: { most: 15 * second, sentence: 'The server did not begin to answer within 15 seconds.' },
  idleWait: { most: 10 * second, sentence: 'The server stopped sending for 10 seconds.' },
  totalWait: { most: 60 * second, sentence: 'The answer took longer than 60 seconds.' },
} as const satisfies Readonly<Record<string, Limit>>;

/** How often reading may lead to more reading; no repository is known that needs a third time, so there is no sentence. */
export const planRounds = 4;

/** How many texts, images or files of code are asked for at the same time. */
export const requestsAtOnce = 4;

/** The same table with any bounds: what a plan is given. */
export type Limits = Readonly<Record<keyof typeof limits, Limit>>;
