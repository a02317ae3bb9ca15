import type { Snapshot } from '../model/snapshot.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readmeFact, sentencesIn } from './readme.ts';

/** The sentence of a README by which there is no environment to recreate. */
export interface NothingNeeded {
  readonly path: string;
  readonly line: number;
  readonly quote: string;
}

const NOTHING =
  /\bnothing (?:\w+ ){0,4}(?:install|installed|required|needed)\b|\bno (?:\w+ ){0,2}(?:installation|dependenc(?:y|ies)|packages?|librar(?:y|ies)) (?:\w+ ){0,2}(?:needed|required|necessary|install|installed)\b|\b(?:no|zero|without) (?:any )?(?:external|third[- ]party|additional|extra|other) (?:\w+ )?(?:dependenc|packages|librar|modules)|\b(?:only|nothing but|just) (?:the |its |uses? |needs? |python(?:[’']s)? ){0,4}standard library\b|\bstandard library (?:only|alone)\b|(?:^|\b(?:has|have|with|and|or newer,) )no (?:external |other )?(?:dependencies|packages)\b/i;
const EXCEPT = /\b(?:beyond|besides|except|other than|apart from|else|in addition)\b/i;

/** "Only the standard library is used", "nothing is to be installed". */
export const nothingNeededOf = perSnapshot((snapshot: Snapshot): NothingNeeded | null => {
  const readme = readmeFact(snapshot);
  if (readme.state !== 'present') return null;
  const said = sentencesIn(readme.value.blocks).find(
    ({ text }) => text.length <= 2_000 && NOTHING.test(text) && isAll(text),
  );
  return said === undefined ? null : { path: readme.value.path, line: said.line, quote: said.text };
});

const isAll = (text: string): boolean => !EXCEPT.test(text) || /\bstandard library\b/i.test(text);
