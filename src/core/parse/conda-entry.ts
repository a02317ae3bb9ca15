import { isHeld } from './version-constraint.ts';

/** One entry for conda (a match spec): `channel::name=version=build`, `name >=1.2`, `name[version='1.2']`, or a URL. */
export interface CondaEntry {
  /** Lower case, as conda reads it; null when the entry is a URL or cannot be read. */
  readonly name: string | null;
  readonly constraint: string;
  readonly build: string | null;
  readonly isHeld: boolean;
  /** The address of a package file, with what stands for its platform in it. */
  readonly url: string | null;
}

const MAX_ENTRY = 1_000;
const ENTRY =
  /^(?:[\w.:/-]{1,300}::)?([A-Za-z0-9_][\w.-]{0,100})\s{0,20}(?:\[([^\]]{0,400})\])?\s{0,20}([^[\]]{0,400})(?:\[([^\]]{0,400})\])?$/;

/** Reads an entry as conda does (conda's "Package match specifications"). Never throws. */
export function parseCondaEntry(given: string): CondaEntry {
  const text = given
    .slice(0, MAX_ENTRY)
    .replace(/\s#.*$/, '')
    .trim();
  if (/^(?:https?|file):\/\/\S/i.test(text)) return { ...nothing, isHeld: true, url: text };
  const match = ENTRY.exec(text);
  if (match === null) return nothing;
  const brackets = bracketsOf(match[2] ?? match[4] ?? '');
  const { constraint, build } = constraintOf(match[3] ?? '');
  const version = brackets.get('version') ?? constraint;
  return {
    name: (match[1] ?? '').toLowerCase(),
    constraint: version,
    build: brackets.get('build') ?? build,
    isHeld: isHeld(version),
    url: brackets.get('url') ?? null,
  };
}

const nothing: CondaEntry = { name: null, constraint: '', build: null, isHeld: false, url: null };

/** `=1.2=h1_0`, `==1.2`, `>=1.2,<2`, ` 1.2 h1_0`. */
function constraintOf(rest: string): { readonly constraint: string; readonly build: string | null } {
  const tight = rest
    .trim()
    .replace(/([<>=!~,|]) {1,20}/g, '$1')
    .replace(/ {1,20}([<>=!~,|])/g, '$1');
  const built = /^(={0,2}[\w.*+!-]{1,100})(?:=| {1,20})([\w.*]{1,100})$/.exec(tight);
  return built === null ? { constraint: tight, build: null } : { constraint: built[1] ?? '', build: built[2] ?? null };
}

const bracketsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [
      ...text.matchAll(/\b(version|build|url)\s{0,9}=\s{0,9}(?:'([^']{0,200})'|"([^"]{0,200})"|([^\s,'"]{1,200}))/g),
    ].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? '']),
  );
