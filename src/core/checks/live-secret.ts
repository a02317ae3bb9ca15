import type { Evidence } from '../model/finding.ts';
import type { SecretKind } from '../model/secret-kind.ts';
import { fail, type Verdict, withFix } from './check.ts';
import { secretKinds } from './secret-kinds.ts';

/** The verdict on what looks like a live credential; no value stands in it. */
export function liveSecret(kind: SecretKind, evidence: readonly Evidence[]): Verdict {
  const { name, remedy } = secretKinds[kind];
  return withFix(fail(`This looks like a live ${name}: revoke it first.`, ...evidence), remedy);
}
