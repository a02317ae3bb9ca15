/** The shapes of github.com's pages that Reprise must know its way in. The year tells when GitHub served that shape. */
export type PageShape =
  | 'root-signed-out'
  | 'root-signed-in-2025'
  | 'root-signed-in-2026'
  | 'sidebar-only'
  | 'issue'
  | 'blob-signed-out-2021'
  | 'settings'
  | 'not-found';

export const pageShapes: readonly PageShape[] = [
  'root-signed-out',
  'root-signed-in-2025',
  'root-signed-in-2026',
  'sidebar-only',
  'issue',
  'blob-signed-out-2021',
  'settings',
  'not-found',
];

export interface PageContext {
  readonly owner: string;
  readonly name: string;
  readonly visibility: 'public' | 'private' | 'internal';
  /** The path of the address, for example `/owner/name/tree/main`. */
  readonly path: string;
  readonly defaultBranch: string;
  readonly commit: string;
  /** The root listing. */
  readonly files: readonly { readonly name: string; readonly directory: boolean }[];
  /** The login of the reader, null when signed out. */
  readonly viewer: string | null;
  /** `light` and `dark` are GitHub's names of themes, for example `dark_dimmed`. */
  readonly theme: { readonly mode: 'light' | 'dark' | 'auto'; readonly light: string; readonly dark: string };
  readonly description?: string;
  /** Seed of the hashes in class names, which change with every deployment of GitHub. */
  readonly nonce?: string;
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** JSON that may stand in a script element. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** A class name as CSS modules make it: the name stays, the hash changes. */
export function hashed(name: string, { nonce = '' }: PageContext): string {
  let hash = 0x811c9dc5;
  for (const character of name + nonce) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${name}__${hash.toString(36).slice(-5).padStart(5, 'x')}`;
}

export const nameWithOwner = ({ owner, name }: PageContext): string => `${owner}/${name}`;

export const visibilityWord = ({ visibility }: PageContext): string =>
  visibility === 'public' ? 'Public' : visibility === 'private' ? 'Private' : 'Internal';
