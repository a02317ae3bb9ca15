import { editDistance } from '../model/edit-distance.ts';
import { fileName } from './tree.ts';

/** What a path that is not there most likely means, and whether it differs in letter case alone. */
export interface NearestPath {
  readonly path: string;
  readonly isCase: boolean;
}

/** The path most like one that is not there: by case, by its end, by its last part, by one or two letters; else null. */
export function nearestPath(missing: string, paths: Iterable<string>): NearestPath | null {
  const lower = missing.toLowerCase();
  const name = fileName(lower);
  let best: { readonly path: string; readonly rank: number } | null = null;
  for (const path of paths) {
    const rank = rankOf(path, missing, lower, name);
    if (rank === null) continue;
    const isBetter = best === null || rank < best.rank || (rank === best.rank && path.length < best.path.length);
    if (isBetter) best = { path, rank };
  }
  return best === null ? null : { path: best.path, isCase: best.path.toLowerCase() === lower };
}

function rankOf(path: string, missing: string, lower: string, name: string): number | null {
  // Most paths are nothing like it.
  const own = path.toLowerCase();
  if (own === lower) return 0;
  if (path.endsWith(`/${missing}`)) return 1;
  const ownName = fileName(own);
  if (ownName === name) return fileName(path) === fileName(missing) ? 2 : 3;
  if (Math.abs(ownName.length - name.length) > 2 || name.length < 6 || ownName.at(-1) !== name.at(-1)) return null;
  const most = name.length < 10 ? 1 : 2;
  const distance = editDistance(ownName, name, most);
  return distance > most || digits(ownName) !== digits(name) ? null : 4 + distance;
}

/** `train_v1.py` is not `train_v2.py` misspelt. */
const digits = (name: string): string => name.replace(/\D/g, '');
