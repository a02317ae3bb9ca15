/**
 * Git's id of a file with these bytes, in hexadecimal: SHA-1 of `blob LENGTH\0` and the bytes (`git hash-object`). Never
 * fails for bytes that fit in memory twice.
 */
export async function blobId(bytes: Uint8Array): Promise<string> {
  const start = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const whole = new Uint8Array(start.length + bytes.length);
  whole.set(start);
  whole.set(bytes, start.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', whole));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
