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
  'server-error': 'The server reported a fault of its own.',
  'rate-limit': 'GitHub’s hourly limit of requests is used up.',
  'secondary-limit': 'The server asks for slower requests.',
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

export const unreadKinds = Object.keys(SENTENCES) as readonly UnreadKind[];
