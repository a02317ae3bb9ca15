import { gzipSync } from 'node:zlib';
import type { Snapshot } from '../src/core/model/snapshot.ts';
import type { World } from '../test/world/start-world.ts';
import type { FaultHandler } from '../test/world/world-state.ts';

/** What one way of reading a repository cost at the world; bytes are those of the bodies on the wire. */
export interface Cost {
  readonly apiCalls: number;
  readonly calls: number;
  readonly bytes: number;
}

const GITHUB = new Set(['github.com', 'api.github.com', 'raw.githubusercontent.com']);

/** What reached GitHub's hosts since the world was reset. */
export function costSoFar(world: World): Cost {
  const asked = world.log.filter(({ host }) => GITHUB.has(host));
  return {
    apiCalls: world.calls('api.github.com'),
    calls: asked.length,
    bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/**
 * The peer: one call each for the repository, its README, its languages, the listing of every folder on the way to a text,
 * and every further text that our own reading read, all by the REST API. It gets what it needs to know for nothing: which
 * texts matter.
 */
export async function readNaively(snapshot: Snapshot, world: World, fetch: typeof globalThis.fetch): Promise<Cost> {
  const head = snapshot.repository?.head;
  if (head?.state !== 'read') return { apiCalls: 0, calls: 0, bytes: 0 };
  const { owner, name } = head.value;
  const paths = (snapshot.repository?.texts ?? []).map(({ path }) => path);
  const others = paths.filter((path) => !/^readme/i.test(path));
  const folders = new Set(['', ...others.flatMap(foldersAbove)]);
  const asked = ['', '/readme', '/languages', ...[...folders].map(contents), ...others.map(contents)];
  world.reset();
  world.answerWith(answerContents(snapshot));
  for (const path of asked) {
    const answer = await fetch(`https://api.github.com/repos/${owner}/${name}${path}`);
    await answer.arrayBuffer();
  }
  world.answerWith(null);
  return costSoFar(world);
}

const contents = (path: string): string => `/contents/${path.split('/').map(encodeURIComponent).join('/')}`;

const foldersAbove = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_part, index, parts) => parts.slice(0, index + 1).join('/'));

/** The addresses that the world does not serve, in the form of GitHub's documentation (REST, "Repository contents"). */
function answerContents(snapshot: Snapshot): FaultHandler {
  const tree = snapshot.repository?.tree;
  const entries = tree?.state === 'read' ? tree.value.entries : [];
  const texts = new Map(
    (snapshot.repository?.texts ?? []).map(({ path, reading }) => [
      path,
      reading.state === 'read' ? reading.value.text : '',
    ]),
  );
  const file = (path: string, isWhole: boolean) => {
    const url = `https://api.github.com/repos/owner/name/contents/${path}?ref=main`;
    const entry = entries.find((one) => one.path === path);
    const content = Buffer.from(texts.get(path) ?? '').toString('base64');
    return {
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      sha: entry?.id ?? '',
      size: entry?.bytes ?? 0,
      url,
      html_url: url,
      git_url: url,
      download_url: url,
      type: entry?.kind === 'folder' ? 'dir' : 'file',
      ...(isWhole ? { content: content.replace(/.{1,60}/g, '$&\n'), encoding: 'base64' } : {}),
      _links: { self: url, git: url, html: url },
    };
  };
  const listing = (folder: string) =>
    entries
      .filter(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder)
      .slice(0, 1_000)
      .map(({ path }) => file(path, false));
  return (request, response) => {
    const rest = /^\/repos\/[^/]+\/[^/]+\/(readme|languages|contents\/(.*))$/.exec(request.url ?? '');
    if (rest === null) return false;
    const path = decodeURIComponent(rest[2] ?? '');
    const readme = [...texts.keys()].find((one) => /^(?:docs\/|\.github\/)?readme/i.test(one)) ?? '';
    const value =
      rest[1] === 'languages'
        ? { Python: 21_043, 'Jupyter Notebook': 804_551 }
        : rest[1] === 'readme'
          ? file(readme, true)
          : texts.has(path)
            ? file(path, true)
            : listing(path);
    // Compressed as the world sends its own answers.
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    response.writeHead(200, headers).end(gzipSync(JSON.stringify(value)));
    return true;
  };
}
