import type { SecretKind } from '../model/secret-kind.ts';

/** A credential that a text holds, by its line (from 1); the value itself is never kept. */
export interface FoundSecret {
  readonly kind: SecretKind;
  readonly line: number;
}

/**
 * The live credentials of a text, by the shapes that their issuers publish, in the order of lines. What is plainly made up
 * for an example is none. Precision first: other words that announce a secret are not looked at.
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  const at = [
    ...placesOf('github', githubTokens(text)),
    ...placesOf('aws', awsKeys(text)),
    ...placesOf('private-key', privateKeys(text)),
  ];
  return at.map(({ kind, index }) => ({ kind, line: lineAt(text, index) })).sort((one, other) => one.line - other.line);
}

const placesOf = (kind: SecretKind, indices: readonly number[]) => indices.map((index) => ({ kind, index }));
const lineAt = (text: string, index: number): number => text.slice(0, index).split(/\r\n|\n|\r/).length;

// docs.github.com, “About authentication to GitHub”, and the GitHub blog on the format of tokens (2021-04-05).
const CLASSIC = /(?<![A-Za-z0-9])gh[pousr]_([A-Za-z0-9]{30})([A-Za-z0-9]{6})(?![A-Za-z0-9])/g;
const FINE_GRAINED = /(?<![A-Za-z0-9])github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9_])/g;

function githubTokens(text: string): readonly number[] {
  if (!/gh[pousr]_|github_pat_/.test(text)) return [];
  const classic = [...text.matchAll(CLASSIC)].filter(([, secret = '', sum]) => checksum(secret) === sum);
  const fineGrained = [...text.matchAll(FINE_GRAINED)].filter(([, secret = '']) => isRandom(secret, 25));
  return [...classic, ...fineGrained].map(({ index }) => index);
}

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The last six characters of a token: the CRC-32 of those before, in base 62. */
export function checksum(secret: string): string {
  let left = crc32(secret);
  let out = '';
  while (out.length < 6) {
    out = (BASE_62[left % 62] ?? '') + out;
    left = Math.floor(left / 62);
  }
  return out;
}

function crc32(text: string): number {
  let sum = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    sum ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const AWS_ID = /(?<![A-Z0-9])A(?:KIA|SIA)[A-Z2-7]{16}(?![A-Z0-9])/g;
const AWS_SECRET = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
/** How far its secret stands from an id: a few lines. */
const NEAR = 600;

/** An id alone opens nothing: it counts with its secret beside it. */
const awsKeys = (text: string): readonly number[] =>
  !/A[KS]IA/.test(text)
    ? []
    : [...text.matchAll(AWS_ID)].flatMap(({ 0: id, index }) => {
        const around = text.slice(Math.max(0, index - NEAR), index + NEAR);
        const secrets = [...around.matchAll(AWS_SECRET)].filter(([secret]) => isRandom(secret, 20) && isMixed(secret));
        return isRandom(id, 8) && secrets.length > 0 ? [index] : [];
      });

/** No checksum in hexadecimal, no path. */
const isMixed = (text: string): boolean =>
  /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && !/^\/|\/\//.test(text);

const KEY_BEGINS = /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH) )?PRIVATE KEY-----/g;

/** With its lines below it, or on one line with `\n` between. */
const privateKeys = (text: string): readonly number[] =>
  !text.includes('PRIVATE KEY-----')
    ? []
    : [...text.matchAll(KEY_BEGINS)].flatMap(({ 0: head, index }) => {
        const start = index + head.length;
        const body = text.slice(start, start + 800).replace(/\\[nr]|[\s"'+,|]/g, '');
        const key = /^[A-Za-z0-9+/=]{100}/.exec(body)?.[0] ?? '';
        return isRandom(key, 25) ? [index] : [];
      });

const MADE_UP = /example|x{4}|0{6}|1234567|abcdefg|your|redacted|placeholder/i;
const isRandom = (text: string, least: number): boolean => !MADE_UP.test(text) && new Set(text).size >= least;
