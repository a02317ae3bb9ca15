import type { Visibility } from '../core/model/badge-state.ts';
import type { RepositoryRef } from '../core/model/repository-ref.ts';
import { labelPlaces } from './badge-anchors.ts';
import type { PageData } from './page-data.ts';

/** The text of one of GitHub's meta elements, in lower case; undefined where there is none. */
export const metaText = (name: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content.toLowerCase();

const repositoryMeta = (name: string): string | undefined => metaText(`octolytics-dimension-repository_${name}`);

/**
 * Private if anything on the page says so; public only if the page's data say so of this very repository; else unknown.
 * Metas of another repository (a page in the middle of a soft navigation) leave it unknown.
 */
export function visibilityOf({ owner, name }: RepositoryRef, data: PageData | undefined): Visibility {
  const named = repositoryMeta('nwo');
  const isOfThis = named === `${owner}/${name}`.toLowerCase();
  if (named && !isOfThis) return 'unknown';
  const isPublic = repositoryMeta('public');
  const isPrivate = repositoryMeta('is_private');
  const labels = [...document.querySelectorAll(labelPlaces)];
  const isLabelled = labels.some((label) => /^\s*(private|internal)\b/i.test(label.textContent));
  if (isPublic === 'false' || isPrivate === 'true' || data?.isPrivate || isLabelled) return 'private';
  return (isOfThis && (isPublic ?? isPrivate)) || data?.isPrivate === false ? 'public' : 'unknown';
}
