import type { CaseDescription, CaseFile } from './case-files.ts';

const AUTHOR = 'Reprise <reprise@example.org>';
// 14 March 2025, 17:00 UTC; each further commit is a day later.
const FIRST_COMMIT = 1_741_971_600;
const DAY = 86_400;

/** A case as a stream for `git fast-import`: one commit on main, one for each further branch, and the tags. */
export function fastImportStream(description: CaseDescription, files: readonly CaseFile[]): Uint8Array {
  const { branches = {}, tags = {} } = description;
  const main = [commit('main', 0, 'Hand in the project'), ...files.flatMap(change), '\n'];
  const others = Object.entries(branches).flatMap(([branch, texts], index) => [
    commit(branch, index + 1, `Work on ${branch}`),
    'from refs/heads/main\n',
    ...Object.entries(texts).flatMap(([path, text]) =>
      text === null ? [`D ${quoted(path)}\n`] : change({ path, mode: '100644', content: text }),
    ),
    '\n',
  ]);
  const parts = [...main, ...others, ...Object.entries(tags).flatMap(([name, tag]) => tagged(name, tag)), 'done\n'];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

const signed = (role: string, day: number): string => `${role} ${AUTHOR} ${FIRST_COMMIT + day * DAY} +0000\n`;

const commit = (branch: string, day: number, message: string): string =>
  `commit refs/heads/${branch}\n${signed('author', day)}${signed('committer', day)}${textData(message)}`;

function change({ path, mode, content }: CaseFile): readonly (string | Uint8Array)[] {
  if (mode === '160000') return [`M ${mode} ${content} ${quoted(path)}\n`];
  const bytes = Buffer.from(content);
  return [`M ${mode} inline ${quoted(path)}\ndata ${bytes.length}\n`, bytes, '\n'];
}

function tagged(name: string, { branch, message }: { branch: string; message?: string }): readonly string[] {
  if (message === undefined) return [`reset refs/tags/${name}\nfrom refs/heads/${branch}\n\n`];
  return [`tag ${name}\nfrom refs/heads/${branch}\n${signed('tagger', 0)}${textData(message)}`];
}

const textData = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

const quoted = (path: string): string => `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
