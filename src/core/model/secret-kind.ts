/** The credentials that are looked for, by who honours them. */
export type SecretKind = 'github' | 'aws' | 'private-key';
