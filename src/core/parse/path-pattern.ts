/** What a pattern is made of. `rest` is any text; `folders` is what `**` begins with: the next two parts or nothing. */
type Token =
  | { readonly kind: 'one' | 'any' | 'rest' | 'folders' }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'class'; readonly isNot: boolean; readonly ranges: readonly (readonly [string, string])[] };

const MOST_CHARACTERS = 300;

/**
 * Whether a pattern matches a whole path, as Go's `filepath.Match` does (`*`, `?`, `[a-z]`, `\\`), and with `deep` also `**` as
 * .dockerignore knows it. The time grows with the product of both lengths; what is longer than 300 characters matches nothing.
 */
export const matchesPath = (pattern: string, path: string, deep: boolean): boolean =>
  isPlain(pattern) ? pattern === path : walk(pattern, path, deep, false);

/** The same for a path or any folder above it. */
export const matchesPathOrAbove = (pattern: string, path: string): boolean =>
  isPlain(pattern) ? path === pattern || path.startsWith(`${pattern}/`) : walk(pattern, path, true, true);

export const isPlain = (pattern: string): boolean => !/[*?[\\]/.test(pattern);

/** Follows all ways through the pattern at once: `states[n]` tells whether its first n parts match what was read. */
function walk(pattern: string, path: string, deep: boolean, orAbove: boolean): boolean {
  if (pattern.length > MOST_CHARACTERS || path.length > MOST_CHARACTERS) return false;
  const tokens = tokensOf(pattern, deep);
  let states = new Uint8Array(tokens.length + 4);
  states[0] = 1;
  for (let index = 0; index < path.length; index++) {
    addSkips(tokens, states);
    const character = path[index] ?? '';
    if (orAbove && character === '/' && states[tokens.length] === 1) return true;
    const next = new Uint8Array(states.length);
    for (const [at, token] of tokens.entries()) {
      const taken = states[at] === 1 ? takes(token, character) : 'no';
      if (taken !== 'no') next[taken === 'stays' ? at : at + 1] = 1;
    }
    states = next;
  }
  addSkips(tokens, states);
  return states[tokens.length] === 1;
}

/** Adds the places that are reached without a character. */
function addSkips(tokens: readonly Token[], states: Uint8Array): void {
  for (const [at, { kind }] of tokens.entries()) {
    if (states[at] !== 1) continue;
    if (kind === 'any' || kind === 'rest' || kind === 'folders') states[at + 1] = 1;
    if (kind === 'folders') states[at + 3] = 1;
  }
}

function takes(token: Token, character: string): 'no' | 'stays' | 'goes-on' {
  if (token.kind === 'rest') return 'stays';
  if (token.kind === 'letter') return token.letter === character ? 'goes-on' : 'no';
  if (token.kind === 'folders' || character === '/') return 'no';
  if (token.kind !== 'class') return token.kind === 'any' ? 'stays' : 'goes-on';
  const isIn = token.ranges.some(([from, to]) => from <= character && character <= to);
  return isIn === token.isNot ? 'no' : 'goes-on';
}

const PIECE = /\*\*\/?|\*|\?|\[\^?(?:\\[\s\S]|[^\]\\])+\]|\\?([\s\S])/g;

const tokensOf = (pattern: string, deep: boolean): readonly Token[] =>
  [...pattern.matchAll(PIECE)].flatMap((match): readonly Token[] => {
    const [piece, letter] = match;
    if (letter !== undefined) return [{ kind: 'letter', letter }];
    if (piece === '?') return [{ kind: 'one' }];
    if (piece.startsWith('[')) return [classOf(piece)];
    if (piece === '*') return [{ kind: 'any' }];
    const slash: Token = { kind: 'letter', letter: '/' };
    if (!deep) return piece === '**' ? [{ kind: 'any' }] : [{ kind: 'any' }, slash];
    const isLast = match.index + piece.length === pattern.length;
    return isLast ? [{ kind: 'rest' }] : [{ kind: 'folders' }, { kind: 'rest' }, slash];
  });

const CLASS_PART = /\\?([\s\S])(?:-\\?([\s\S]))?/g;

function classOf(piece: string): Token {
  const isNot = piece.startsWith('[^');
  const inside = piece.slice(isNot ? 2 : 1, -1);
  const ranges = [...inside.matchAll(CLASS_PART)].map(([, from = '', to = from]) => [from, to] as const);
  return { kind: 'class', isNot, ranges };
}
