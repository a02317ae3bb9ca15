/** What a pattern is made of. `rest` is any text; `folders` is what `**` begins with: the next two parts or nothing. */
type Token =
  | { readonly kind: 'one' | 'any' | 'rest' | 'folders' }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'class'; readonly isNot: boolean; readonly ranges: readonly (readonly [string, string])[] };

const MOST_CHARACTERS = 500;

/**
 * Whether a pattern matches a whole path, as Go's `filepath.Match` does (`*`, `?`, `[a-z]`, `\`), and with `deep` also `**` as
 * .dockerignore knows it. The time grows with the product of both lengths; what is longer than 500 characters matches nothing.
 */
export function matchesPath(pattern: string, path: string, deep: boolean): boolean {
  if (pattern.length > MOST_CHARACTERS || path.length > MOST_CHARACTERS) return false;
  const tokens = tokensOf(pattern, deep);
  let states = withSkips(tokens, new Set([0]));
  for (let index = 0; index < path.length && states.size > 0; index++) {
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (token === undefined) continue;
      const taken = takes(token, path[index] ?? '');
      if (taken !== 'no') next.add(taken === 'stays' ? state : state + 1);
    }
    states = withSkips(tokens, next);
  }
  return states.has(tokens.length);
}

/** Adds the places that are reached without a character. */
function withSkips(tokens: readonly Token[], states: Set<number>): ReadonlySet<number> {
  // A set is walked on to what is added meanwhile.
  for (const state of states) {
    const kind = tokens[state]?.kind;
    if (kind === 'any' || kind === 'rest' || kind === 'folders') states.add(state + 1);
    if (kind === 'folders') states.add(state + 3);
  }
  return states;
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
