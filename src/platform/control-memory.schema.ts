import * as v from 'valibot';
import { accepted, fields, figure } from '../core/model/border.schema.ts';
import type { RegistryAnswer } from '../core/model/snapshot.ts';

const keptAnswer = fields({
  request: v.picklist(['token', 'manifest', 'config', 'tags']),
  status: figure,
  code: v.nullable(v.string()),
  quote: v.string(),
});

/** What the memory holds, or null when it holds no answer of a registry. */
export function parseKeptAnswer(stored: unknown): RegistryAnswer | null {
  return accepted(keptAnswer, stored);
}
