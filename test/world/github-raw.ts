import type { At } from '../../src/core/model/repository-ref.ts';
import { type Answer, decodedPart, textAnswer, type WorldRequest, withEtag } from './answer.ts';
import type { ServedRepository } from './served-repositories.ts';
import { credentialsOf, mayRead, type WorldState } from './world-state.ts';

const HEADERS: Answer['headers'] = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'deny',
};

const notFound = textAnswer(404, '404: Not Found', HEADERS);

/** raw.githubusercontent.com: `/{owner}/{name}/{ref}/{path}`; a symlink is answered by its target's path, as git keeps it. */
export async function answerRaw(request: WorldRequest, state: WorldState): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return textAnswer(405, '', HEADERS);
  const [owner = '', name = '', ...rest] = request.path.slice(1).split('/').map(decodedPart);
  const found = await state.repositories.find(owner, name);
  if (found.kind === 'renamed') {
    const to = [found.to.owner, found.to.name, ...request.path.slice(1).split('/').slice(2)].join('/');
    return textAnswer(301, '', { ...HEADERS, location: `https://raw.githubusercontent.com/${to}` });
  }
  if (found.kind === 'absent' || !mayRead(found.repository, credentialsOf(request, state))) return notFound;
  const place = await placeOf(found.repository, rest.join('/'));
  return place === null ? notFound : answerFile(request, found.repository, place);
}

interface Place {
  readonly commit: string;
  readonly path: string;
}

async function placeOf(repository: ServedRepository, text: string): Promise<Place | null> {
  const [first = '', ...others] = text.split('/');
  const plain = text.replace(/^refs\/(?:heads|tags)\//, '');
  const at: At = /^[0-9a-f]{40}$/.test(first)
    ? { kind: 'commit', id: first }
    : first === 'HEAD'
      ? { kind: 'head' }
      : { kind: 'ref', name: text };
  const found = await repository.git.head(at);
  if (found.state !== 'read' || found.value.commit === null) return null;
  const path = at.kind === 'ref' ? plain.slice((found.value.ref ?? '').length + 1) : others.join('/');
  return { commit: found.value.commit, path };
}

async function answerFile(request: WorldRequest, repository: ServedRepository, place: Place): Promise<Answer> {
  const listing = await repository.list(place.commit);
  const entry = listing?.find((one) => one.path === place.path);
  if (entry === undefined || entry.kind === 'folder' || entry.kind === 'submodule') return notFound;
  const body = await repository.git.blob(entry.id);
  if (body === null) return textAnswer(503, '503: the snapshot of this repository lacks the file', HEADERS);
  const type = body.includes(0) ? 'application/octet-stream' : 'text/plain; charset=utf-8';
  const headers = { ...HEADERS, 'content-type': type, 'cache-control': 'max-age=300' };
  return withEtag(request, { status: 200, headers, body, gzip: true });
}
