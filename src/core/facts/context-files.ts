import type { Snapshot } from '../model/snapshot.ts';
import { fromRoot, type IgnoreRule, ignoringRule } from '../parse/dockerignore.ts';
import { isPlain, matchesPath } from '../parse/path-pattern.ts';
import { isSubmodule, type WholeTree, wholeTreeOf } from './readme-folders.ts';
import { pathFrom } from './tree.ts';

/**
 * Where a source of `COPY` leads. `elsewhere`: into a submodule or behind a link, which the list of files does not show;
 * `no-match`: nothing fits its `*`; `ignored`: the build leaves it out.
 */
export type Whereabouts =
  | { readonly kind: 'there' | 'elsewhere' | 'no-match' }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'ignored'; readonly path: string; readonly rule: IgnoreRule };

const GLOB = /[*?[]/;
const MOST_LOOKED_AT = 50;

/** Where a source leads in the context at `folder`. What would lead out of the context stays at its root, as Docker has it. */
export function placeIn(
  snapshot: Snapshot,
  folder: string,
  rules: readonly IgnoreRule[],
  written: string,
): Whereabouts {
  const tree = wholeTreeOf(snapshot);
  const source = fromRoot(written);
  const path = pathFrom(folder, source) ?? '';
  if (path === '' || tree.files.has(path) || tree.folders.has(path)) {
    const rule = source === '' ? null : leavingOut(tree, rules, folder, source);
    return rule === null ? { kind: 'there' } : { kind: 'ignored', path, rule };
  }
  if (isSubmodule(path, tree)) return { kind: 'elsewhere' };
  if (!GLOB.test(source)) return { kind: 'missing', path };
  return fits(tree, path) ? { kind: 'there' } : { kind: 'no-match' };
}

/** The rule that leaves a file out, or all of a folder. */
function leavingOut(tree: WholeTree, rules: readonly IgnoreRule[], folder: string, source: string): IgnoreRule | null {
  const rule = rules.length === 0 ? null : ignoringRule(rules, source);
  if (rule === null || tree.files.get(pathFrom(folder, source) ?? '')?.kind === 'file') return rule;
  const letIn = rules.some(
    ({ isException, pattern }) => isException && (!isPlain(pattern) || pattern.startsWith(`${source}/`)),
  );
  if (!letIn) return rule;
  const start = `${folder === '' ? '' : `${folder}/`}${source}/`;
  let left = MOST_LOOKED_AT;
  for (const path of tree.files.keys()) {
    if (!path.startsWith(start)) continue;
    if (left-- === 0 || ignoringRule(rules, path.slice(start.length - source.length - 1)) === null) return null;
  }
  return rule;
}

function fits({ files, folders }: WholeTree, pattern: string): boolean {
  const start = pattern.slice(0, pattern.search(GLOB));
  for (const paths of [files.keys(), folders])
    for (const path of paths) if (path.startsWith(start) && matchesPath(pattern, path, false)) return true;
  return false;
}
