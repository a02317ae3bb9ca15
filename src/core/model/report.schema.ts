import * as v from 'valibot';
import { unreadKinds } from './unread.ts';

const text = v.string();
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const unreadKind = v.picklist(unreadKinds);

const why = v.strictObject({
  kind: unreadKind,
  detail: v.exactOptional(text),
  retryAt: v.exactOptional(text),
  what: v.exactOptional(text),
});

const evidence = v.variant('kind', [
  v.strictObject({ kind: v.literal('line'), path: text, line: whole, quote: text }),
  v.strictObject({ kind: v.literal('tree'), lookedFor: text, entries: whole }),
  v.strictObject({
    kind: v.literal('registry'),
    reference: text,
    request: text,
    status: whole,
    code: v.nullable(text),
    quote: text,
  }),
  v.strictObject({ kind: v.literal('config'), digest: text, field: text, quote: text }),
  v.strictObject({ kind: v.literal('history'), digest: text, entry: whole, quote: text }),
  v.strictObject({ kind: v.literal('layer'), digest: text, path: text, quote: text }),
]);

const finding = v.strictObject({
  check: text,
  row: text,
  level: v.picklist(['required', 'recommended', 'information']),
  aside: v.exactOptional(v.literal(true)),
  outcome: v.picklist(['pass', 'fail', 'not-applicable', 'unknown']),
  summary: text,
  why: v.exactOptional(why),
  evidence: v.array(evidence),
  notes: v.array(text),
  fix: v.nullable(
    v.strictObject({
      ways: v.pipe(
        v.array(v.strictObject({ when: v.nullable(text), say: text, paste: v.nullable(text) })),
        v.minLength(1),
      ),
    }),
  ),
});

const answer = v.strictObject({ status: whole, code: v.nullable(text), quote: text });

const image = v.strictObject({
  candidates: v.array(
    v.strictObject({ reference: text, foundIn: text, claimed: v.boolean(), answer: v.nullable(answer) }),
  ),
  chosen: v.nullable(text),
  digest: v.nullable(text),
  created: v.nullable(text),
  bytes: v.nullable(whole),
  platforms: v.array(text),
});

/** A report as it is printed; published as `schemas/report.json`. */
export const reportSchema = v.strictObject({
  schema: v.literal(1),
  tool: v.strictObject({ name: text, version: text }),
  subject: text,
  readAt: text,
  commit: v.nullable(text),
  rubric: v.strictObject({ id: text, hash: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)) }),
  state: v.picklist(['done', 'not finished']),
  counts: v.strictObject({ toFix: whole, tips: whole, fine: whole, notLookedAt: whole }),
  findings: v.array(finding),
  image: v.nullable(image),
  notRead: v.array(v.strictObject({ what: text, why: unreadKind })),
  notices: v.array(text),
});
