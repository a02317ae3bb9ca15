import type { Rubric } from '../core/model/rubric.ts';

/** SHA-256 (64 hexadecimal digits) of the rubric as JSON with sorted keys: two rubrics of one meaning have one hash. */
export async function rubricHash(rubric: Rubric): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(sorted(rubric)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
