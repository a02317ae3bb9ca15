import { head, repositoryFromPath } from '../../src/core/model/repository-ref.ts';
import { type Answer, textAnswer, type WorldRequest } from './answer.ts';
import { githubPages } from './github-pages.ts';
import { notFoundPage, ownerPage } from './plain-pages.ts';
import { refAdvertisement } from './ref-advertisement.ts';
import type { ServedRepository } from './served-repositories.ts';
import { credentialsOf, mayRead, type PageRepository, type WorldState } from './world-state.ts';

const PAGE_HEADERS: Answer['headers'] = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'max-age=0, private, must-revalidate',
  'content-security-policy':
    "default-src 'none'; base-uri 'self'; child-src github.githubassets.com github.com/assets-cdn/worker/; connect-src 'self' " +
    "uploads.github.com api.github.com github.githubassets.com; font-src github.githubassets.com; form-action 'self' github.com; " +
    "frame-ancestors 'none'; img-src 'self' data: blob: github.githubassets.com avatars.githubusercontent.com; manifest-src 'self'; " +
    "media-src github.com; script-src github.githubassets.com; style-src 'unsafe-inline' github.githubassets.com; " +
    'upgrade-insecure-requests; worker-src github.githubassets.com github.com/assets-cdn/worker/',
  'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=31536000; includeSubdomains; preload',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'deny',
};

// The second cookie is what a person who is signed in has; no request of ours may carry it.
const COOKIES = [
  'logged_in=no; Path=/; Domain=github.com; Secure; HttpOnly; SameSite=Lax',
  'user_session=SECRET; Path=/; Secure; HttpOnly; SameSite=Lax',
];

/** github.com: pages of owners and repositories, and git's ref advertisement. No answer carries CORS headers. */
export async function answerGithubWeb(request: WorldRequest, state: WorldState): Promise<Answer> {
  if (request.method === 'OPTIONS') return textAnswer(405, '');
  const refs = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/info\/refs$/.exec(request.path);
  if (refs !== null) return answerRefs(request, state, refs[1] ?? '', refs[2] ?? '');
  return answerPage(request, state);
}

const GIT_HEADERS: Answer['headers'] = {
  'cache-control': 'no-cache, max-age=0, must-revalidate',
  expires: 'Fri, 01 Jan 1980 00:00:00 GMT',
  pragma: 'no-cache',
};

async function answerRefs(request: WorldRequest, state: WorldState, owner: string, name: string): Promise<Answer> {
  const found = await state.repositories.find(owner, name);
  if (request.query.get('service') !== 'git-upload-pack') return textAnswer(403, 'Please upgrade your git client.\n');
  if (found.kind === 'renamed') {
    const to = `https://github.com/${found.to.owner}/${found.to.name}.git/info/refs?service=git-upload-pack`;
    return textAnswer(301, '', { location: to });
  }
  if (found.kind === 'absent' || !mayRead(found.repository, credentialsOf(request, state)))
    return textAnswer(401, 'Repository not found.', { 'www-authenticate': 'Basic realm="GitHub"' });
  const { git } = found.repository;
  const [refs, atHead] = await Promise.all([git.refs(), git.head(head)]);
  const type = 'application/x-git-upload-pack-advertisement';
  const body = refAdvertisement(refs, atHead.state === 'read' ? atHead.value.ref : null);
  return { status: 200, headers: { ...GIT_HEADERS, 'content-type': type }, body };
}

const usualPages = githubPages();

const page = (status: number, body: string): Answer => ({
  status,
  headers: { ...PAGE_HEADERS, 'set-cookie': COOKIES },
  body,
  gzip: true,
});

async function answerPage(request: WorldRequest, state: WorldState): Promise<Answer> {
  const { path, query, headers } = request;
  const [owner = '', name = '', ...rest] = path.split('/').filter((part) => part !== '');
  const found = name === '' ? ({ kind: 'absent' } as const) : await state.repositories.find(owner, name);
  if (found.kind === 'renamed') {
    const to = ['', found.to.owner, found.to.name, ...rest].join('/');
    return textAnswer(301, '', { location: `https://github.com${to}` });
  }
  const repository = found.kind === 'found' ? await pageRepository(path, found.repository) : null;
  const asked = { path, query, headers, repository };
  const rendered = state.page?.(asked) ?? usualPages(asked);
  if (rendered !== null) return page(200, rendered);
  const ofOwner = state.repositories.all.filter(
    (one) => owner === '' || one.owner.toLowerCase() === owner.toLowerCase(),
  );
  if (name === '' && ofOwner.length > 0) return page(200, ownerPage(owner, ofOwner));
  return page(404, notFoundPage);
}

async function pageRepository(path: string, { described, id, git, list }: ServedRepository): Promise<PageRepository> {
  const atHead = await git.head(head);
  const shown = await git.head(repositoryFromPath(path)?.at ?? head);
  const defaultBranch = (atHead.state === 'read' ? atHead.value.ref : null) ?? 'main';
  const commit = shown.state === 'read' ? shown.value.commit : null;
  const entries = commit === null ? [] : ((await list(commit)) ?? []);
  return {
    owner: described.owner,
    name: described.name,
    id,
    visibility: described.visibility,
    defaultBranch,
    ref: (shown.state === 'read' ? shown.value.ref : null) ?? commit,
    commit,
    entries: entries
      .filter((entry) => !entry.path.includes('/'))
      .map((entry) => ({ name: entry.path, isFolder: entry.kind === 'folder' })),
  };
}
