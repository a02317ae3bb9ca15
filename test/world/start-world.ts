import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { LocalRepository } from '../../src/services/local-git/open-repository.ts';
import { makeCertificate, type WorldCertificate } from './certificate.ts';
import { type ConnectProxy, startProxy } from './connect-proxy.ts';
import { HUB_MANIFESTS } from './docker-hub.ts';
import type { WorldRepository } from './find-repositories.ts';
import { answerByHost } from './hosts.ts';
import type { WorldImage } from './image-from-description.ts';
import { type LoggedRequest, logRequest } from './request-log.ts';
import { serveRepositories } from './served-repositories.ts';
import { type FaultHandler, newLimit, type PageRenderer, type RateLimit, type WorldState } from './world-state.ts';

export interface WorldOptions {
  readonly repositories: readonly WorldRepository[];
  readonly images?: readonly WorldImage[];
  /** Tokens that the API accepts; they read private repositories as well. */
  readonly tokens?: readonly string[];
  /** Makes pages of github.com; what it leaves out looks as it does to a reader who is signed out. */
  readonly page?: PageRenderer;
  readonly latencyMs?: number;
  readonly port?: number;
  readonly proxyPort?: number;
}

/** A running world: GitHub and its registry under their real names, reached through a proxy or straight at the TLS port. */
export interface World {
  readonly port: number;
  readonly proxyPort: number;
  readonly certificate: string;
  readonly certificatePath: string;
  readonly spki: string;
  /** Every request, in order. */
  readonly log: LoggedRequest[];
  /** Every `host:port` that the proxy was asked for, also what it refused. */
  readonly asked: string[];
  readonly limit: RateLimit;
  readonly hubLimit: WorldState['hubLimit'];
  unified: boolean;
  /** Makes a private image public, as its owner does on GitHub's page. */
  publish(path: string): void;
  /** The git of a repository that the world serves; the world closes it. */
  gitOf(repository: WorldRepository): Promise<LocalRepository>;
  /** How many requests reached a host. */
  calls(host: string): number;
  answerWith(handler: FaultHandler | null): void;
  /** Forgets log, limits, faults and what was made public. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts a world on this computer. Needs the programs `openssl` and `git`. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const certificate = makeCertificate();
  const state: WorldState = {
    repositories: serveRepositories(options.repositories),
    images: options.images ?? [],
    tokens: options.tokens ?? [],
    page: options.page ?? null,
    limit: newLimit(),
    published: new Set(),
    unified: false,
    hubLimit: { remaining: HUB_MANIFESTS },
    log: [],
    asked: [],
    fault: null,
  };
  const server = https.createServer({ key: certificate.key, cert: certificate.certificate }, (request, response) => {
    logRequest(state.log, request, response);
    void answerByHost(request, response, state, options.latencyMs ?? 0);
  });
  const port = await listen(server, options.port ?? 0);
  const proxy = await startProxy(port, state.asked, options.proxyPort ?? 0);
  return handle(state, certificate, server, proxy);
}

function handle(state: WorldState, certificate: WorldCertificate, server: https.Server, proxy: ConnectProxy): World {
  const answerWith = (handler: FaultHandler | null) => {
    state.fault = handler;
  };
  return {
    port: (server.address() as AddressInfo).port,
    proxyPort: proxy.port,
    certificate: certificate.certificate,
    certificatePath: certificate.certificatePath,
    spki: certificate.spki,
    log: state.log,
    asked: state.asked,
    limit: state.limit,
    hubLimit: state.hubLimit,
    get unified() {
      return state.unified;
    },
    set unified(value) {
      state.unified = value;
    },
    publish: (path) => void state.published.add(path),
    gitOf: async ({ owner, name }) => {
      const found = await state.repositories.find(owner, name);
      if (found.kind !== 'found') throw new Error(`${owner}/${name} is not in this world`);
      return found.repository.git;
    },
    calls: (host) => state.log.filter((entry) => entry.host === host).length,
    answerWith,
    reset: () => reset(state),
    close: async () => {
      await proxy.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      state.repositories.close();
      certificate.remove();
    },
  };
}

function reset(state: WorldState): void {
  state.log.length = 0;
  state.asked.length = 0;
  state.fault = null;
  state.unified = false;
  state.hubLimit.remaining = HUB_MANIFESTS;
  state.published.clear();
  Object.assign(state.limit, newLimit());
}

async function listen(server: https.Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
