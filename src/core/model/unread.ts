/** Why a thing could not be read. A closed list: a new fault needs a new sentence in `unreadSentence`. */
export type UnreadKind =
  | 'offline'
  | 'timeout'
  | 'reset'
  | 'blocked'
  | 'server-error'
  | 'rate-limit'
  | 'secondary-limit'
  | 'bad-token'
  | 'forbidden'
  | 'not-found-or-private'
  | 'gone'
  | 'empty-repository'
  | 'too-big'
  | 'truncated'
  | 'stale'
  | 'bad-digest'
  | 'bad-format'
  | 'intercepted'
  | 'permission-needed'
  | 'not-asked'
  | 'cancelled'
  | 'internal';

/** One thing that could not be read: the kind, what exactly was met (redacted), and when a new try may help (ISO 8601). */
export interface Unread {
  readonly kind: UnreadKind;
  readonly detail?: string;
  readonly retryAt?: string;
}

/** A part of what was asked for that is missing from an answer; `what` names it for a reader ("the tree below data/"). */
export interface UnreadPart extends Unread {
  readonly what: string;
}

/** What asking for one thing gave: it was read, the other side says that it is not there, or we could not look. */
export type Reading<T> =
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'unread'; readonly unread: Unread };

export const read = <T>(value: T): Reading<T> => ({ state: 'read', value });
export const absent: Reading<never> = { state: 'absent' };
export const unread = (kind: UnreadKind, extra: { detail?: string; retryAt?: string } = {}): Reading<never> => ({
  state: 'unread',
  unread: { kind, ...extra },
});

const SENTENCES: Readonly<Record<UnreadKind, string>> = {
  offline: 'This computer is offline.',
  timeout: 'The server did not answer in time.',
  reset: 'The connection broke off.',
  blocked: 'The request did not get through: a network error, or something on this computer blocks it.',
  'server-error': 'The server has a fault of its own.',
  'rate-limit': 'GitHub’s hourly limit of requests is used up.',
  'secondary-limit': 'Too many requests came in a short time, and the server asks to wait.',
  'bad-token': 'GitHub does not accept the token: it is wrong, expired or revoked.',
  forbidden: 'GitHub refuses access, for example until the organisation’s single sign-on is done.',
  'not-found-or-private': 'It does not exist, or it is private.',
  gone: 'GitHub has blocked or removed it.',
  'empty-repository': 'The repository is empty.',
  'too-big': 'It is larger than Reprise reads.',
  truncated: 'Only a part of it arrived.',
  stale: 'It changed while it was being read.',
  'bad-digest': 'What arrived is not what was asked for: its checksum is wrong.',
  'bad-format': 'The answer is not in the expected form.',
  intercepted:
    'Something between this computer and the server answered instead of it, perhaps a log-in page of the network.',
  'permission-needed': 'Reprise has no permission to ask there.',
  'not-asked': 'Not looked at yet.',
  cancelled: 'It was stopped.',
  internal: 'Reprise made a mistake.',
};

/** The sentence a reader sees for a kind. */
export const unreadSentence = (kind: UnreadKind): string => SENTENCES[kind];

/** The same for one fault: its own sentence where it has one; a bare status or name stands behind the kind's sentence. */
export function faultSentence({ kind, detail }: Unread): string {
  if (detail === undefined) return SENTENCES[kind];
  return /[.!?]$/.test(detail) ? detail : SENTENCES[kind].replace(/\.$/, () => ` (${detail}).`);
}

const IN_SHORT: Readonly<Record<UnreadKind, string>> = {
  offline: 'offline',
  timeout: 'no answer in time',
  reset: 'connection lost',
  blocked: 'network error',
  'server-error': 'server fault',
  'rate-limit': 'limit used up',
  'secondary-limit': 'too many requests',
  'bad-token': 'token not accepted',
  forbidden: 'access refused',
  'not-found-or-private': 'not there, or private',
  gone: 'blocked by GitHub',
  'empty-repository': 'empty',
  'too-big': 'too large',
  truncated: 'only a part arrived',
  stale: 'changed meanwhile',
  'bad-digest': 'wrong checksum',
  'bad-format': 'odd answer',
  intercepted: 'log-in page of the network?',
  'permission-needed': 'permission needed',
  'not-asked': 'not asked yet',
  cancelled: 'stopped',
  internal: 'a mistake of Reprise',
};

/** The kind in the few words that a badge has room for. */
export const unreadInShort = (kind: UnreadKind): string => IN_SHORT[kind];

export const unreadKinds = Object.keys(SENTENCES) as readonly UnreadKind[];
