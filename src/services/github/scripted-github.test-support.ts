import type { RepositorySource } from '../../core/model/sources.ts';
import { type FakeClock, fakeClock } from '../transport/fake-clock.test-support.ts';
import type { LimitSlot, LimitState } from '../transport/rate-limit.ts';
import { type ScriptedFetch, scriptedFetch } from '../transport/scripted-fetch.test-support.ts';
import { createTransport } from '../transport/transport.ts';
import { anonymous } from './api.ts';
import { githubSource } from './github-source.ts';

export interface ScriptedGithub extends ScriptedFetch {
  readonly source: RepositorySource;
  readonly clock: FakeClock;
  /** What is remembered, under `reader resource`. */
  readonly remembered: () => Readonly<Record<string, LimitState>>;
}

/** A GitHub that answers from a table of addresses, with a limit memory that can be filled before. */
export function scriptedGithub(
  table: Parameters<typeof scriptedFetch>[0],
  {
    token = null,
    limits = {},
  }: { readonly token?: string | null; readonly limits?: Readonly<Record<string, LimitState>> } = {},
): ScriptedGithub {
  const clock = fakeClock();
  const scripted = scriptedFetch(table);
  const remembered: Record<string, LimitState> = { ...limits };
  const keyOf = ({ reader, resource }: LimitSlot) => `${reader} ${resource}`;
  const source = githubSource({
    transport: createTransport({ fetch: scripted.fetch, clock, random: () => 0 }),
    reader: token === null ? anonymous : { id: 'mine', token },
    limitMemory: {
      read: async (slot) => remembered[keyOf(slot)] ?? null,
      write: async (slot, state) => {
        remembered[keyOf(slot)] = state;
      },
    },
  });
  return { ...scripted, source, clock, remembered: () => remembered };
}

const line = (text: string): string => (new TextEncoder().encode(text).length + 4).toString(16).padStart(4, '0') + text;

/** The answer of git's `info/refs`, protocol version 0. */
export function advertisement(refs: readonly (readonly [id: string, name: string])[], branch: string | null = 'main') {
  const symref = branch === null ? '' : ` symref=HEAD:refs/heads/${branch}`;
  const capabilities = `\0multi_ack side-band-64k${symref} object-format=sha1 agent=git/github-1`;
  const lines = refs.map(([id, name], index) => line(`${id} ${name}${index === 0 ? capabilities : ''}\n`));
  return `${line('# service=git-upload-pack\n')}0000${lines.join('')}0000`;
}
