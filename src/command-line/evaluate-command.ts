import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Assessment, assessSubject } from '../app/assess-subject.ts';
import { silentImages } from '../app/silent-sources.ts';
import type { Evidence } from '../core/model/finding.ts';
import { formatImageReference, parseImageReference } from '../core/model/image-reference.ts';
import { parseDockerfileLabels, parseRepositoryLabels } from '../core/model/labels.schema.ts';
import type { RepositoryLabels } from '../core/model/labels.ts';
import type { RepositorySource } from '../core/model/sources.ts';
import { read, unread } from '../core/model/unread.ts';
import { evidenceWords } from '../core/report/evidence-words.ts';
import { everyCheck } from '../core/rubrics/every-check.ts';
import { decodeText } from '../services/git-objects/decode-text.ts';
import { localGitSource } from '../services/local-git/local-source.ts';
import { type LocalRepository, openLocalRepository } from '../services/local-git/open-repository.ts';
import { agreementsOf, agreementText, type Comparison } from './agreement.ts';
import { codeSource } from './code-source.ts';
import type { Outcome } from './judge-command.ts';
import { onlineContext } from './online-context.ts';

const USAGE = `Usage: npm run evaluate -- LABELS.json REPOSITORIES_DIR [--dockerfiles] [--json]

Judges the git repositories in REPOSITORIES_DIR by every check, without any network, and compares with the labels.
A repository lies in OWNER+NAME/, there or up to two folders below.

--dockerfiles  the labels are of single Dockerfiles, named by their blob
--json         print the comparison as JSON`;

/** What was compared, and what could not be. */
interface Evaluation {
  readonly comparisons: readonly Comparison[];
  readonly images: readonly { readonly repository: string; readonly labelled: string[]; readonly named: string[] }[];
  readonly remarks: readonly string[];
}

/** Runs `npm run evaluate` with its arguments. Never throws. */
export async function runEvaluate(argv: readonly string[], version: string): Promise<Outcome> {
  const given = argumentsOf(argv);
  if (given === null) return { output: '', errors: USAGE, exitCode: 2 };
  const labels = await jsonOf(given.labels);
  if (labels === undefined) return refused(`“${given.labels}” is no file of JSON.`);
  const evaluation = given.isOfDockerfiles
    ? await ofDockerfiles(labels, given.directory, version)
    : await ofRepositories(labels, given.directory, version);
  if (evaluation === null) return refused(`“${given.labels}” does not hold labels of this kind.`);
  const { comparisons } = evaluation;
  if (comparisons.length === 0) return refused([...evaluation.remarks, 'Nothing could be compared.'].join('\n'));
  const output = given.isJson
    ? JSON.stringify({ ...evaluation, agreements: agreementsOf(comparisons) }, null, 2)
    : textOf(evaluation);
  return { output, errors: '', exitCode: 0 };
}

const refused = (errors: string): Outcome => ({ output: '', errors, exitCode: 2 });

function argumentsOf(argv: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, dockerfiles: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    const [labels, directory, ...more] = positionals;
    if (labels === undefined || directory === undefined || more.length > 0) return null;
    return { labels, directory, isJson: values.json === true, isOfDockerfiles: values.dockerfiles === true };
  } catch {
    return null;
  }
}

async function jsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

async function ofRepositories(labels: unknown, directory: string, version: string): Promise<Evaluation | null> {
  const all = parseRepositoryLabels(labels);
  if (all === null) return null;
  const comparisons: Comparison[] = [];
  const images: Evaluation['images'][number][] = [];
  const remarks: string[] = [];
  for (const one of all) {
    const local = await repositoryIn(directory, one.repository);
    if (local === null) {
      remarks.push(`${one.repository} is not there.`);
      continue;
    }
    const hasCommit = (await local.head({ kind: 'commit', id: one.commit })).state === 'read';
    if (!hasCommit) remarks.push(`${one.repository} was judged at HEAD: the labelled commit is not there.`);
    const [owner = '', name = ''] = one.repository.split('/');
    const source = localGitSource(local, { owner, name });
    const judged = await assess(source, one.repository, hasCommit ? one.commit : null, version);
    local.close();
    comparisons.push(...compared(one.repository, one, judged));
    if (one.images !== undefined) images.push(imagesOf(one, judged));
  }
  return { comparisons, images, remarks };
}

async function ofDockerfiles(labels: unknown, directory: string, version: string): Promise<Evaluation | null> {
  const all = parseDockerfileLabels(labels);
  if (all === null) return null;
  const comparisons: Comparison[] = [];
  const remarks: string[] = [];
  for (const one of all) {
    const [repository = '', blob = ''] = one.source.split('@');
    const local = await repositoryIn(directory, repository);
    const id = (await local?.blobIdOf(blob)) ?? null;
    const bytes = local === null || id === null ? null : await local.blob(id);
    if (local === null || id === null || bytes === null) remarks.push(`${one.source} is not there.`);
    else {
      // What it copies lies in the tree that had this version of it.
      const commit = await local.commitWith(id, 'Dockerfile');
      const [owner = '', name = ''] = repository.split('/');
      const source = commit === null ? singleFile(bytes) : localGitSource(local, { owner, name });
      comparisons.push(...compared(one.source, one, await assess(source, repository, commit, version)));
    }
    local?.close();
  }
  return { comparisons, images: [], remarks };
}

/** The repository at `OWNER+NAME/` or up to two folders below. */
async function repositoryIn(directory: string, name: string): Promise<LocalRepository | null> {
  let folders = [join(directory, name.replace('/', '+'))];
  for (let depth = 0; depth < 3; depth++) {
    for (const folder of folders) {
      const opened = await openLocalRepository(folder);
      if (opened.ok) return opened.repository;
    }
    folders = (await Promise.all(folders.map(foldersIn))).flat();
  }
  return null;
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const isFolder = (entry: (typeof entries)[number]) => entry.isDirectory() || entry.isSymbolicLink();
  return entries.filter(isFolder).map((entry) => join(folder, entry.name));
}

/** A repository of which nothing but one Dockerfile is known: what lies beside it was not read. */
function singleFile(bytes: Uint8Array): RepositorySource {
  const id = '0'.repeat(40);
  const entry = { path: 'Dockerfile', kind: 'file' as const, id, bytes: bytes.length };
  return {
    head: async ({ owner, name }) => read({ owner, name, commit: null, ref: null }),
    tree: async () => read({ entries: [entry], unreadFolders: [''] }),
    text: async (_head, asked, maxBytes) =>
      asked.path === entry.path ? decodeText(bytes, entry, maxBytes) : unread('not-found-or-private'),
  };
}

async function assess(repositories: RepositorySource, fullName: string, commit: string | null, version: string) {
  const context = {
    ...(await onlineContext(version, null)),
    repositories,
    images: silentImages('not-asked', now),
    code: codeSource('all'),
  };
  const [owner = '', name = ''] = fullName.split('/');
  const at = commit === null ? ({ kind: 'head' } as const) : ({ kind: 'commit', id: commit } as const);
  const subject = { repository: { owner, name, at }, image: null };
  return assessSubject({ subject, rubric: everyCheck, depth: 'fresh' }, context);
}

const now = (): string => new Date().toISOString();

type Labels = Pick<RepositoryLabels, 'labels' | 'notes'>;

/** Labels of checks that this version does not have are left out. */
const compared = (repository: string, { labels, notes }: Labels, judged: Assessment | null): readonly Comparison[] =>
  (judged?.report.findings ?? []).flatMap(({ check, outcome, summary, evidence }) => {
    const label = labels[check];
    if (label === undefined) return [];
    const note = notes?.[check] ?? null;
    return [{ repository, check, label, judged: outcome, summary, evidence: evidence.map(lineOf), note }];
  });

const lineOf = (evidence: Evidence): string =>
  'quote' in evidence ? `${evidenceWords(evidence)}: ${evidence.quote.trim()}` : evidenceWords(evidence);

function imagesOf({ repository, images = [] }: RepositoryLabels, judged: Assessment | null) {
  const candidates = judged?.report.image?.candidates ?? [];
  const named = candidates.filter(({ claimed }) => claimed).map(({ reference }) => inFull(reference));
  return { repository, labelled: images.map(inFull).sort(), named: named.sort() };
}

const inFull = (text: string): string => {
  const parsed = parseImageReference(text);
  return parsed.ok ? formatImageReference(parsed.reference) : text;
};

function textOf({ comparisons, images, remarks }: Evaluation): string {
  const differ = images.filter(({ labelled, named }) => labelled.join() !== named.join());
  const lines = differ.map(
    ({ repository, labelled, named }) =>
      `${repository}: labelled ${labelled.join(', ') || 'none'}; named ${named.join(', ') || 'none'}`,
  );
  return [
    agreementText(comparisons),
    ...(images.length === 0 ? [] : ['', `The project's own images: ${images.length - differ.length}/${images.length}`]),
    ...lines,
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
  ].join('\n');
}
