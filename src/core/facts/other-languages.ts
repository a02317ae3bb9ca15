import type { Fact, SourceLine } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type LanguageSpecs, languageSpecs } from '../tables/language-specs.ts';
import type { Step } from './document-steps.ts';
import { type EnvironmentSpecs, environmentSpecsFact } from './environment-specs.ts';
import { type LanguageShare, languagesFact } from './languages.ts';
import { condaEntryOf } from './parsed-specs.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readSpec } from './read-spec.ts';
import { readmeStepsFact } from './readme-steps.ts';
import { listingOf } from './tree.ts';

/** The languages besides Python that have a part in a project: a step of the README runs them, or much of the source is theirs. */
export type OtherLanguages = readonly OtherLanguage[];

export interface OtherLanguage extends LanguageShare {
  readonly use: Step | null;
  /** The spec that brings it, with its line where there is one. */
  readonly provider: { readonly path: string; readonly line: SourceLine | null } | null;
  /** The package of conda that would. */
  readonly entry: string;
}

const LEAST_SHARE = 0.1;

export const otherLanguagesFact = perSnapshot((snapshot: Snapshot): Fact<OtherLanguages> => {
  const languages = languagesFact(snapshot);
  if (languages.state !== 'present') return languages;
  const specs = environmentSpecsFact(snapshot);
  if (specs.state !== 'present') return specs;
  const steps = readmeStepsFact(snapshot);
  const run = steps.state === 'present' ? steps.value.run : [];
  const value = languages.value.others.flatMap((one): readonly OtherLanguage[] => {
    const known = languageSpecs(one.language);
    const use = run.find(({ quote }) => known?.commands.test(quote)) ?? null;
    if (known === null || (use === null && one.share < LEAST_SHARE)) return [];
    return [{ ...one, use, provider: providerOf(known, specs.value, snapshot), entry: known.entry }];
  });
  const unread = steps.state === 'not-given' || steps.state === 'absent' ? [] : steps.unread;
  return { state: 'present', value, unread: [...specs.unread, ...unread] };
});

function providerOf(known: LanguageSpecs, specs: EnvironmentSpecs, snapshot: Snapshot): OtherLanguage['provider'] {
  const reading = listingOf(snapshot);
  for (const file of specs.declared) {
    if (known.files.test(file.path)) return { path: file.path, line: null };
    if (file.family !== 'conda' || reading.state !== 'read') continue;
    const one = readSpec(file, reading.repository);
    if (one.state !== 'read') continue;
    const { content } = one;
    const entries =
      content.kind === 'conda'
        ? content.file.condaDependencies
        : content.kind === 'explicit-list'
          ? content.list.entries
          : [];
    const line = entries.find((entry) => known.conda.test(condaEntryOf(entry).name ?? ''));
    if (line !== undefined) return { path: file.path, line };
  }
  return null;
}
