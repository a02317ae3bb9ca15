import type { Limit } from '../../core/model/limits.ts';
import type { RegistryAnswer } from '../../core/model/snapshot.ts';
import { type Reading, type Unread, unread } from '../../core/model/unread.ts';
import type { Answer, Asked } from '../transport/answer.ts';
import { refusalOf } from '../transport/refusal.ts';
import type { Transport } from '../transport/transport.ts';
import { digestOf, isDigest } from './oci-digest.ts';
import type { Registry } from './registries.ts';
import { type AnswerList, isWebPage } from './registry-answers.ts';
import { askToken } from './token.ts';

export interface PullQuestion {
  readonly request: RegistryAnswer['request'];
  /** Below `/v2/PATH/`. */
  readonly below: string;
  readonly accept: string;
  readonly maxBytes: Limit;
  readonly shape: 'json' | 'bytes';
}

/** What is due by the descriptor that led here; null where nothing is known. */
export interface Due {
  readonly digest: string | null;
  readonly bytes: number | null;
}

/** Bytes whose digest was checked, the registry's refusal, or why neither came. */
export type Digested =
  | { readonly kind: 'digested'; readonly bytes: Uint8Array; readonly digest: string; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly answer: Answer }
  | { readonly kind: 'unread'; readonly unread: Unread };

/** One image's talk with the registry after the token was given. */
export interface RegistrySession {
  readonly path: string;
  readonly registry: Registry;
  readonly ask: (question: PullQuestion) => Promise<Asked>;
  readonly askDigested: (question: PullQuestion, due: Due) => Promise<Digested>;
}

const TRIES = 2;

export function createRegistrySession(
  path: string,
  firstToken: string,
  parts: { readonly registry: Registry; readonly transport: Transport; readonly answers: AnswerList },
): RegistrySession {
  const { registry, transport, answers } = parts;
  let token = firstToken;

  async function send({ request, below, ...question }: PullQuestion): Promise<Asked> {
    const url = `${registry.origin}/v2/${path}/${below}`;
    const asked = await transport.get({ ...question, url, authorization: `Bearer ${token}` });
    if (asked.answer !== null) answers.record(request, asked.answer);
    return asked;
  }

  /** A token lives for minutes at most and nobody says how long, so one refusal of it is put right. */
  async function ask(question: PullQuestion): Promise<Asked> {
    const asked = await send(question);
    if (asked.answer?.status !== 401 || isOutOfScope(asked.answer)) return asked;
    const renewed = await askToken(path, registry, transport);
    if (renewed.kind !== 'token') return asked;
    token = renewed.token;
    return send(question);
  }

  /** A wrong digest is asked for once more; a refusal is handed back as it is. */
  async function askDigested(question: PullQuestion, due: Due): Promise<Digested> {
    let wrong: Unread = { kind: 'bad-digest' };
    for (let number = 0; number < TRIES; number += 1) {
      const asked = await ask(question);
      if (!asked.ok) return { kind: 'unread', unread: asked.unread };
      const { answer } = asked;
      if (answer.status !== 200) return { kind: 'refused', answer };
      const digest = await digestOf(answer.bytes);
      if (digest === dueDigest(answer, due, digest)) return { kind: 'digested', bytes: answer.bytes, digest, answer };
      wrong = { kind: answer.bytes.length < (due.bytes ?? 0) ? 'truncated' : 'bad-digest' };
    }
    return { kind: 'unread', unread: wrong };
  }

  return { path, registry, ask, askDigested };
}

/** The token is good, and not for this (RFC 6750, 3.1): a new one would not be either. */
export const isOutOfScope = (answer: Answer): boolean =>
  answer.status === 401 && /\berror="?insufficient_scope\b/.test(answer.header('www-authenticate') ?? '');

/** Asked by tag, the registry's own header is all there is to check against. */
function dueDigest(answer: Answer, due: Due, otherwise: string): string {
  if (due.digest !== null) return due.digest;
  const told = answer.header('docker-content-digest');
  return told !== null && isDigest(told) ? told : otherwise;
}

/** Why a refusal after the token is no answer to the question. */
export function unreadRefusal(answer: Answer): Reading<never> {
  if (isWebPage(answer)) return unread('intercepted');
  const { kind } = refusalOf(answer);
  // The token was the registry's own, so it is not the reader's that is bad.
  if (kind === 'bad-token' || kind === 'forbidden') return unread('forbidden', { detail: `HTTP ${answer.status}` });
  return { state: 'unread', unread: refusalOf(answer) };
}
