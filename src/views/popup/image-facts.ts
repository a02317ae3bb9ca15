import type { Evidence } from '../../core/model/finding.ts';

/** What the card shows of the judged image; null where it is not known. */
export interface ImageFacts {
  readonly reference: string;
  readonly access: ImageAccessWord;
  readonly digest: string | null;
  readonly created: string | null;
  readonly bytes: number | null;
  readonly platforms: readonly string[];
  readonly command: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  /** What the Dockerfile starts from, with its line; the image may be built from something else. */
  readonly base: { readonly name: string; readonly place: Evidence } | null;
  readonly packageName: string;
  /** Where its visibility is changed, for images on ghcr.io. */
  readonly pages: PackagePages | null;
  /** In the order in which they were asked for, the judged one among them; a refused guess is none. */
  readonly candidates: readonly CandidateFacts[];
}

/** `not-asked`: its registry may not be asked, or never is. */
export type ImageAccessWord = 'public' | 'private' | 'refused' | 'not-looked-at' | 'not-asked';

export interface CandidateFacts {
  readonly reference: string;
  readonly registry: string;
  readonly access: ImageAccessWord;
  readonly origin: 'given' | 'named' | 'guessed';
  /** The line that names it. */
  readonly place: Evidence | null;
  /** The registry's words: its refusals, or its answer that tells most. */
  readonly answers: readonly Evidence[];
}

/** Whether an owner is a person or an organisation is not known without asking, so there are two settings pages. */
export interface PackagePages {
  readonly owner: string;
  /** Every package of the owner. */
  readonly all: string;
  readonly settingsOfPerson: string;
  readonly settingsOfOrganisation: string;
}
