import type { Fact } from '../model/facts.ts';
import type { Snapshot, TextFile } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { type FoundSecret, findSecrets } from '../parse/secrets.ts';
import { oncePer, perSnapshot } from './per-snapshot.ts';
import { listingOf } from './tree.ts';

/** The texts that were read for other checks, and the credentials in them. */
export interface ReadTexts {
  readonly paths: readonly string[];
  readonly secrets: readonly (FoundSecret & { readonly path: string })[];
}

const secretsIn = oncePer(({ text }: TextFile) => findSecrets(text));

export const readTextsFact = perSnapshot((snapshot: Snapshot): Fact<ReadTexts> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const { texts } = reading.repository;
  const files = texts.flatMap(({ path, reading: text }) => (text.state === 'read' ? [{ path, file: text.value }] : []));
  const unread = texts.flatMap(({ path, reading: text }): readonly UnreadPart[] => {
    if (text.state === 'unread') return [{ what: path, ...text.unread }];
    return text.state === 'read' && text.value.cut ? [{ what: `the rest of ${path}`, kind: 'too-big' }] : [];
  });
  if (files.length === 0) return { state: 'absent', summary: 'No text was read.', lookedFor: [], unread };
  const secrets = files.flatMap(({ path, file }) => secretsIn(file).map((secret) => ({ ...secret, path })));
  return { state: 'present', value: { paths: files.map(({ path }) => path), secrets }, unread };
});
