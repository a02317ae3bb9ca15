import type { Fact } from '../model/facts.ts';
import type { Evidence } from '../model/finding.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type LikelyLines, likelyLines } from './likely-lines.ts';
import { perSnapshot } from './per-snapshot.ts';
import { type Readme, readmeFact } from './readme.ts';

/** The README or, where there is none, what was looked for; with what the files tell one to say. */
export interface ReadmeOrFiles {
  readonly readme: Readme | null;
  readonly lookedFor: readonly Evidence[];
  readonly lines: LikelyLines;
}

export const readmeOrFilesFact = perSnapshot((snapshot: Snapshot): Fact<ReadmeOrFiles> => {
  const fact = readmeFact(snapshot);
  if (fact.state === 'unread' || fact.state === 'not-given') return fact;
  const isThere = fact.state === 'present';
  const value = {
    readme: isThere ? fact.value : null,
    lookedFor: isThere ? [] : fact.lookedFor,
    lines: likelyLines(snapshot),
  };
  return { state: 'present', value, unread: fact.unread };
});
