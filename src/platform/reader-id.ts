import { anonymousReader } from '../core/model/token.ts';

/** Under whose eyes something was read: "anonymous", or a token's fingerprint, from which the token cannot be had again. */
export async function readerOf(token: string | null): Promise<string> {
  if (token === null) return anonymousReader;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  const bytes = [...new Uint8Array(digest)].slice(0, 8);
  return `token-${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
