import type { SecretKind } from '../model/secret-kind.ts';

/** What a credential is called, what to do first, and the page for that; null where it has none. */
export interface SecretWords {
  readonly name: string;
  readonly remedy: string;
  readonly page: string | null;
}

const AFTER = 'then take it out here. The history keeps it, so deleting the line alone does not help.';

export const secretKinds: Readonly<Record<SecretKind, SecretWords>> = {
  github: {
    name: 'GitHub token',
    remedy: `Delete it in GitHub’s settings, ${AFTER}`,
    page: 'https://github.com/settings/tokens',
  },
  aws: {
    name: 'AWS key',
    remedy: `Deactivate it in AWS’s console, ${AFTER}`,
    page: 'https://console.aws.amazon.com/iam/home#/security_credentials',
  },
  'private-key': {
    name: 'private key',
    remedy: `Make a new pair of keys, and let nobody accept the old one any more; ${AFTER}`,
    page: null,
  },
};

/** Stands in evidence in place of the line, which is never quoted. */
export const hiddenQuote = (kind: SecretKind): string => `[${secretKinds[kind].name}, not shown]`;

/** The kind that a quote stands for, or null. */
export const kindOfQuote = (quote: string): SecretKind | null =>
  (Object.keys(secretKinds) as SecretKind[]).find((kind) => hiddenQuote(kind) === quote) ?? null;
