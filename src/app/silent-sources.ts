import type { ImageReference } from '../core/model/image-reference.ts';
import type { Head } from '../core/model/snapshot.ts';
import type { ImageSource, RepositorySource } from '../core/model/sources.ts';
import { type Reading, type UnreadKind, unread } from '../core/model/unread.ts';

/** Sources that send nothing and say why. */
export const silentRepositories = (kind: UnreadKind, detail: string): RepositorySource => {
  const answer = async (): Promise<Reading<never>> => unread(kind, { detail });
  return { head: (): Promise<Reading<Head>> => answer(), tree: answer, text: answer };
};

export const silentImages = (kind: UnreadKind, readAt: () => string): ImageSource => ({
  image: async (reference: ImageReference) => ({
    reference,
    readAt: readAt(),
    access: unread(kind),
    manifest: unread(kind),
    config: unread(kind),
    tags: unread(kind),
    answers: [],
  }),
});
