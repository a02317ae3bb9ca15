import { wholeNumber } from './rate-limit.ts';

const second = 1_000;
const minute = 60 * second;

/** Bounds on a wait that a server asks for: GitHub's window is an hour, and its clock may be a little off. */
export const shortestWait = second;
export const longestWait = 65 * minute;
/** GitHub's own advice where the answer names no wait. */
export const unnamedWait = minute;

/** A wait within the bounds. */
export const clampWait = (milliseconds: number, most: number = longestWait): number =>
  Math.min(most, Math.max(shortestWait, milliseconds));

/** `Retry-After` (RFC 9110, 10.2.3: seconds or a date) in milliseconds; null when absent, garbled or past. */
export function retryAfterHeader(text: string | null, serverTime: number): number | null {
  if (text === null) return null;
  const seconds = wholeNumber(text);
  if (seconds !== null) return seconds * second;
  const wait = /^[A-Z][a-z]{2}, /.test(text.trim()) ? Date.parse(text) - serverTime : Number.NaN;
  return wait > 0 ? wait : null;
}

/** The window in which Docker Hub counts manifests: 6 hours (`ratelimit-limit: 100;w=21600`). */
const longestWindow = 6 * 60 * minute;

/** The window of the limit that Docker Hub names, in milliseconds; the count is whole again after it at the latest. */
export function windowOfLimit(text: string | null): number | null {
  const seconds = /^\s*\d{1,9}\s*;\s*w=(\d{1,9})\s*$/.exec(text ?? '')?.[1];
  return seconds === undefined ? null : clampWait(Number(seconds) * second, longestWindow);
}

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: second,
  m: minute,
  h: 60 * minute,
};
const GO_DURATION = /retry-after:\s{0,9}((?:\d{1,9}(?:\.\d{1,12})?(?:ns|us|µs|μs|ms|s|m|h)){1,4})/i;
const GO_PART = /(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)/g;

/** The wait that ghcr.io writes into the body of a 429, as Go prints it (`retry-after: 880.092µs`); null when there is none. */
export function retryAfterInBody(body: string): number | null {
  const duration = GO_DURATION.exec(body)?.[1];
  if (duration === undefined) return null;
  const parts = [...duration.matchAll(GO_PART)];
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNITS[unit ?? ''] ?? 0), 0);
}
