import type { ImageReference } from '../model/image-reference.ts';
import { nearMissOf } from './known-images.ts';

/** What became of an image under its old or a wrong name, and its name of today. */
export interface FormerName {
  readonly kind: 'moved' | 'retired' | 'misspelt';
  readonly name: string;
}

const OWNER = 'ucsd-ets/';
/** The bases of courses (ucsd-ets/datahub-docker-stack, spec.yml and its history; read 2026-11-22). */
export const isCourseBase = (name: string): boolean =>
  /^ghcr\.io\/ucsd-ets\/(?:datascience|scipy-ml|rstudio)-notebook$/.test(name);
/** No longer built since 2023-06-08. */
const RETIRED = 'datahub-base-notebook';

/** Whether an image has one of the names that UCSD's bases no longer have (Docker Hub until 2023-06-29), or never had. */
export function formerNameOf({ registry, path }: ImageReference): FormerName | null {
  const slash = path.indexOf('/');
  const owner = `${registry}/${path.slice(0, slash)}`;
  const given = path.slice(slash + 1);
  if (!/^(?:docker\.io|ghcr\.io)\/(?:ucsdets|ucsd-ets)$/.test(owner)) return null;
  const meant = given === RETIRED ? RETIRED : (nearMissOf('docker.io', `ucsdets/${given}`) ?? given);
  const name = `ghcr.io/${OWNER}${meant === RETIRED ? 'datascience-notebook' : meant}`;
  if (meant === RETIRED) return { kind: 'retired', name };
  // Of images of single courses it is not known which were moved.
  if (owner === 'ghcr.io/ucsd-ets' || !isCourseBase(name)) return null;
  return { kind: owner === 'ghcr.io/ucsdets' ? 'misspelt' : 'moved', name };
}
