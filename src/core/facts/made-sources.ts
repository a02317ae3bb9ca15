import type { Snapshot } from '../model/snapshot.ts';
import { shellWords } from '../parse/shell-words.ts';
import { entriesByPath } from './entries-by-path.ts';
import { imageTextsOf } from './image-texts.ts';
import { ANYTHING, addMade } from './made-files.ts';
import { fileName } from './tree.ts';

const MAX_LINE = 4_000;
/** Folders and files that tools write, by the usual names. */
const PRODUCT =
  /^(?:dist|build|target|out|bin|public|\.next|node_modules|wheels?|wheelhouse|site|_site|artifacts?|release)(?:\/|$)|\/(?:dist|build|target)(?:\/|$)|\.(?:jar|war|whl|egg|exe|so|tar\.gz|tgz|zip)$/;
const BUILDS =
  /\b(?:npm|yarn|pnpm)\s+(?:run\s+)?(?:build|ci|install|i|pack)\b|\b(?:mvnw?|gradlew?|make)\s|\bpython3?\s+-m\s+build\b|\bsetup\.py\s+\w{0,20}(?:dist|build)|\b(?:go|cargo|poetry|uv|hatch|flit)\s+build\b|\bpip\s+wheel\b|download-artifact/;
/** What writes the files that hold versions. */
const LOCKS =
  /\b(?:uv|poetry|pixi|pdm|pipenv)\s+(?:lock|sync|install|add)\b|\bnpm\s+(?:install|i)\b|\byarn\b|\bconda-lock\b/;
const BUILD_FILE = /(?:^|\/)(?:GNU)?[Mm]akefile$|(?:^|\/)[\w.-]{0,40}build[\w.-]{0,40}\.(?:sh|bat|ps1|py)$/;
const MAKES = /\b(?:cp|mv|ln|wget|curl|git|mkdir|touch|unzip|tar|gunzip|rsync|scp|gdown|tee)\b|\s(?:-o|-O)\s|>/;
const SAYS_TO_MAKE =
  /\b(?:download|creat|plac|put|copy|copi|mov|unzip|extract|generat|writ|sav|add|renam|obtain|export|provid|request|upload)\w{0,6}\b/i;

/** What may make a source that is not in the repository: a line of the README or a workflow, or a build file; null where nothing does. */
export function makerOf(snapshot: Snapshot, path: string): string | null {
  const isProduct = PRODUCT.test(path);
  const name = fileName(path);
  const isLock = /\.lock$|-lock\.\w{3,4}$/.test(name);
  for (const { role, path: by, file } of imageTextsOf(snapshot).texts) {
    if (role === 'dockerfile' || role === 'submission') continue;
    const lines = file.text.split(/\r\n|\n|\r/);
    const index = lines.findIndex((whole) => {
      const line = whole.slice(0, MAX_LINE);
      if (isProduct && BUILDS.test(line)) return true;
      if (isLock && LOCKS.test(line)) return true;
      if (name.includes('.') && line.includes(name) && SAYS_TO_MAKE.test(line)) return true;
      return MAKES.test(line) && isMadeBy(line, path);
    });
    if (index !== -1) return `${by} line ${index + 1}`;
  }
  if (!isProduct) return null;
  for (const entry of entriesByPath(snapshot).entries.keys()) if (BUILD_FILE.test(entry)) return entry;
  return null;
}

/** Whether a command of a line makes the path, or a folder it lies in. */
function isMadeBy(line: string, path: string): boolean {
  const made = new Set<string>();
  const { commands, redirects } = shellWords(line.replace(/^[\s>*`$%-]*(?:run:)?[\s`|]*/, ''));
  for (const { words } of commands) addMade(words, made);
  for (const redirect of redirects) made.add(redirect);
  if (made.has(ANYTHING)) return true;
  const names = [...made].filter((one) => one !== '.' && one !== '');
  return names.some((one) => path === one || path.endsWith(`/${one}`) || `/${path}`.includes(`/${one}/`));
}
