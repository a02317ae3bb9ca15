import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, sendAnswer, textAnswer, type WorldRequest } from './answer.ts';
import type { worldHosts } from './certificate.ts';
import { answerHub, answerHubBlobs, answerHubToken } from './docker-hub.ts';
import { answerGithubApi } from './github-api.ts';
import { answerRaw } from './github-raw.ts';
import { answerGithubWeb } from './github-web.ts';
import { answerRegistry } from './registry.ts';
import { answerRegistryBlobs } from './registry-blobs.ts';
import type { WorldState } from './world-state.ts';

type HostAnswer = (request: WorldRequest, state: WorldState) => Answer | Promise<Answer>;

const HOSTS: Readonly<Record<(typeof worldHosts)[number], HostAnswer>> = {
  'github.com': answerGithubWeb,
  'www.github.com': ({ path }) => textAnswer(301, '', { location: `https://github.com${path}` }),
  'api.github.com': answerGithubApi,
  'raw.githubusercontent.com': answerRaw,
  'ghcr.io': answerRegistry,
  'pkg-containers.githubusercontent.com': answerRegistryBlobs,
  'auth.docker.io': answerHubToken,
  'registry-1.docker.io': answerHub,
  'production.cloudflare.docker.com': answerHubBlobs,
  'production.cloudfront.docker.com': answerHubBlobs,
};

/** Answers one request as the host it names would, unless a fault is set that answers it. */
export async function answerByHost(
  message: IncomingMessage,
  response: ServerResponse,
  state: WorldState,
  latencyMs: number,
): Promise<void> {
  try {
    if (latencyMs > 0) await pause(latencyMs);
    if ((await state.fault?.(message, response)) === true) return;
    const request = { ...requestOf(message), body: await bodyOf(message) };
    const host = Object.entries(HOSTS).find(([name]) => name === request.host);
    const answer = host === undefined ? textAnswer(421, 'Misdirected Request') : await host[1](request, state);
    sendAnswer(request, response, answer);
  } catch (error) {
    console.error('The world made a mistake:', error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of message) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces).toString('utf8');
}

function requestOf({ method, url, headers }: IncomingMessage): Omit<WorldRequest, 'body'> {
  const [path = '/', query = ''] = (url ?? '/').split(/\?(.*)/s);
  const host = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  return { method: method ?? 'GET', host, path, query: new URLSearchParams(query), headers };
}
