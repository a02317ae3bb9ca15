import { type Answer, jsonAnswer, sha256, type WorldRequest, withEtag } from './answer.ts';
import { apiError, apiHeaders, limitExceeded, notFoundInApi, preflight, takeFromLimit } from './github-api-headers.ts';
import { answerBlob, answerCommit, answerRepository, answerTree } from './github-api-repositories.ts';
import { answerGraphql } from './github-graphql.ts';
import { type FoundRepository, repositoryId } from './served-repositories.ts';
import {
  anonymousLimit,
  type Credentials,
  credentialsOf,
  mayRead,
  tokenLimit,
  type WorldState,
} from './world-state.ts';

/** api.github.com: repositories, trees, blobs, GraphQL's texts, the rate limit and the token's user. */
export async function answerGithubApi(request: WorldRequest, state: WorldState): Promise<Answer> {
  if (request.method === 'OPTIONS') return preflight;
  const credentials = credentialsOf(request, state);
  const resource = request.path === '/graphql' ? 'graphql' : 'core';
  const finished = (answer: Answer): Answer => ({
    ...answer,
    headers: { ...apiHeaders(credentials, state.limit, resource), ...answer.headers },
  });
  if (credentials === 'bad') return finished(apiError(401, 'Bad credentials'));
  if (request.path === '/rate_limit') return finished(rateLimitAnswer(credentials, state));
  if (resource === 'graphql') return finished(await answerGraphql(request, state, credentials));
  if (!takeFromLimit(credentials, state.limit, resource)) return finished(limitExceeded(credentials));
  const answer = await route(request, state, credentials);
  const tagged = answer.status === 200 ? withEtag(request, answer, tagOf(request, credentials, answer)) : answer;
  // Only a request with a token gets its unchanged answer for nothing.
  if (tagged.status === 304 && credentials === 'good') state.limit.tokenRemaining += 1;
  return finished(tagged);
}

/** As `Vary` says, a tag holds for one way of asking only. */
const tagOf = ({ headers: { accept = '' } }: WorldRequest, credentials: Credentials, { body }: Answer): string =>
  sha256(`${credentials} ${accept} ${sha256(body)}`);

async function route(request: WorldRequest, state: WorldState, credentials: Credentials): Promise<Answer> {
  if (request.path === '/user') return userAnswer(request, credentials);
  const byId = /^\/repositories\/(\d+)(\/.*)?$/.exec(request.path);
  if (byId !== null)
    return answerFound(request, await state.repositories.findById(Number(byId[1])), byId[2] ?? '', credentials);
  const byName = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(request.path);
  if (byName === null) return notFoundInApi;
  const found = await state.repositories.find(byName[1] ?? '', byName[2] ?? '');
  return answerFound(request, found, byName[3] ?? '', credentials);
}

async function answerFound(
  request: WorldRequest,
  found: FoundRepository,
  rest: string,
  credentials: Credentials,
): Promise<Answer> {
  if (found.kind === 'renamed') return movedAnswer(request, repositoryId(found.to), rest);
  if (found.kind === 'absent' || !mayRead(found.repository, credentials)) return notFoundInApi;
  const { repository } = found;
  if (rest === '') return answerRepository(repository);
  const tree = /^\/git\/trees\/([^/]+)$/.exec(rest);
  if (tree !== null) return answerTree(request, repository, tree[1] ?? '');
  const commit = /^\/commits\/([^/]+)$/.exec(rest);
  if (commit !== null) return answerCommit(request, repository, commit[1] ?? '');
  const blob = /^\/git\/blobs\/([0-9a-f]{40})$/.exec(rest);
  return blob === null ? notFoundInApi : answerBlob(request, repository, blob[1] ?? '');
}

function movedAnswer(request: WorldRequest, id: number, rest: string): Answer {
  const query = request.query.size === 0 ? '' : `?${request.query}`;
  const url = `https://api.github.com/repositories/${id}${rest}${query}`;
  const documentation = 'https://docs.github.com/v3/#http-redirects';
  return jsonAnswer(301, { message: 'Moved Permanently', url, documentation_url: documentation }, { location: url });
}

function userAnswer(request: WorldRequest, credentials: Credentials): Answer {
  if (credentials === 'none') return apiError(401, 'Requires authentication');
  const isClassic = /\bghp_/.test(request.headers.authorization ?? '');
  const headers: Answer['headers'] = isClassic
    ? { 'x-oauth-scopes': 'public_repo', 'x-accepted-oauth-scopes': '' }
    : { 'github-authentication-token-expiration': '2027-06-03 19:52:44 UTC' };
  return jsonAnswer(200, { login: 'sample-grader', id: 12345, type: 'User', name: 'Sample Grader' }, headers);
}

function rateLimitAnswer(credentials: Credentials, { limit }: WorldState): Answer {
  const most = credentials === 'good' ? tokenLimit : anonymousLimit;
  const remaining = credentials === 'good' ? limit.tokenRemaining : limit.remaining;
  const core = { limit: most, used: most - remaining, remaining, reset: limit.reset };
  const points = credentials === 'good' ? tokenLimit : 0;
  const left = credentials === 'good' ? limit.graphqlRemaining : 0;
  const graphql = { limit: points, used: points - left, remaining: left, reset: limit.reset };
  return jsonAnswer(200, { resources: { core, graphql }, rate: core });
}
