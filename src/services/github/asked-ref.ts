/** A branch or tag as an address names it, perhaps with a folder behind it. */
export interface AskedRef {
  /** Where to look, the first first: a branch goes before a tag, as in git's own list. */
  readonly places: readonly ('heads' | 'tags')[];
  /** Without `refs/heads/` or `refs/tags/`. */
  readonly name: string;
}

const FULL = /^refs\/(heads|tags)\/(.+)$/s;

/** `main/data`, `refs/tags/v1`: a full name says where it stands. */
export function parseAskedRef(asked: string): AskedRef {
  const [, place, name] = FULL.exec(asked) ?? [];
  if (name === undefined) return { places: ['heads', 'tags'], name: asked };
  return { places: [place === 'tags' ? 'tags' : 'heads'], name };
}
