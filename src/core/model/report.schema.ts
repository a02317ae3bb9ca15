import * as z from 'zod/mini';
import { type UnreadKind, unreadKinds } from './unread.ts';

const text = z.string();
const whole = z.int().check(z.nonnegative());
const nullable = <Value extends z.ZodMiniType>(value: Value) => z.union([value, z.null()]);
const unreadKind = z.enum(unreadKinds as readonly [UnreadKind, ...UnreadKind[]]);

const why = z.object({
  kind: unreadKind,
  detail: z.optional(text),
  retryAt: z.optional(text),
  what: z.optional(text),
});

const evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), path: text, line: whole, quote: text }),
  z.strictObject({ kind: z.literal('tree'), lookedFor: text, entries: whole }),
  z.strictObject({
    kind: z.literal('registry'),
    reference: text,
    request: text,
    status: whole,
    code: nullable(text),
    quote: text,
  }),
  z.strictObject({ kind: z.literal('config'), digest: text, field: text, quote: text }),
  z.strictObject({ kind: z.literal('history'), digest: text, entry: whole, quote: text }),
  z.strictObject({ kind: z.literal('layer'), digest: text, path: text, quote: text }),
]);

const finding = z.strictObject({
  check: text,
  row: text,
  level: z.enum(['required', 'recommended', 'information']),
  aside: z.optional(z.literal(true)),
  outcome: z.enum(['pass', 'fail', 'not-applicable', 'unknown']),
  summary: text,
  why: z.optional(why),
  evidence: z.array(evidence),
  notes: z.array(text),
  fix: nullable(
    z.strictObject({
      ways: z.array(z.strictObject({ when: nullable(text), say: text, paste: nullable(text) })).check(z.minLength(1)),
    }),
  ),
});

const answer = z.strictObject({ status: whole, code: nullable(text), quote: text });

const image = z.strictObject({
  candidates: z.array(
    z.strictObject({ reference: text, foundIn: text, claimed: z.boolean(), answer: nullable(answer) }),
  ),
  chosen: nullable(text),
  digest: nullable(text),
  created: nullable(text),
  bytes: nullable(whole),
  platforms: z.array(text),
});

/** A report as it is printed; published as `schemas/report.json`. */
export const reportSchema = z.strictObject({
  schema: z.literal(1),
  tool: z.strictObject({ name: text, version: text }),
  subject: text,
  readAt: text,
  commit: nullable(text),
  rubric: z.strictObject({ id: text, hash: text.check(z.regex(/^[0-9a-f]{64}$/)) }),
  state: z.enum(['done', 'not finished']),
  counts: z.strictObject({ toFix: whole, tips: whole, fine: whole, notLookedAt: whole }),
  findings: z.array(finding),
  image: nullable(image),
  notRead: z.array(z.strictObject({ what: text, why: unreadKind })),
  notices: z.array(text),
});
