import * as z from 'zod/mini';
import type { RegistryAnswer } from '../core/model/snapshot.ts';

const keptAnswer = z.object({
  request: z.enum(['token', 'manifest', 'config', 'tags']),
  status: z.number(),
  code: z.nullable(z.string()),
  quote: z.string(),
});

/** What the memory holds, or null when it holds no answer of a registry. */
export function parseKeptAnswer(stored: unknown): RegistryAnswer | null {
  const parsed = keptAnswer.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
