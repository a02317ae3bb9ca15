import { imageName } from '../core/model/image-reference.ts';
import { repositoryKey } from '../core/model/repository-ref.ts';
import type { Snapshot } from '../core/model/snapshot.ts';

/** Under what dismissals are kept: the repository by its name of today, or the image without tag. */
export function memoryKeyOf({ subject, repository }: Snapshot): string {
  const named = repository?.head.state === 'read' ? repository.head.value : subject.repository;
  if (named !== null) return repositoryKey(named);
  return subject.image === null ? '' : imageName(subject.image);
}

/** Under what a look is kept: another branch, image or list is another thing to look at. */
export function lookKeyOf({ snapshot, rubric }: { snapshot: Snapshot; rubric: { readonly id: string } }): string {
  const { repository, image } = snapshot.subject;
  return JSON.stringify([memoryKeyOf(snapshot), repository?.at ?? null, image, rubric.id]);
}
