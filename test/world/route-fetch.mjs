// `node --import ./test/world/route-fetch.mjs`: a `fetch` that leads GitHub's names to a running world and refuses all others.
// REPRISE_WORLD_PORT is the world's TLS port, REPRISE_WORLD_CERTIFICATE the path of its certificate.
import { readFileSync } from 'node:fs';
import { worldFetch } from './world-fetch.mjs';

const certificate = readFileSync(process.env.REPRISE_WORLD_CERTIFICATE ?? '', 'utf8');
globalThis.fetch = worldFetch(Number(process.env.REPRISE_WORLD_PORT), certificate);
