import type { PageMessage } from '../core/model/badge-state.ts';
import { isOwner, isRepositoryName } from '../core/model/repository-ref.ts';
import { type OwnMessage, parseOwnMessage, parsePageMessage } from './messages.schema.ts';

/** What the browser itself says about a sender; the message cannot forge it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: unknown;
}

/** Who we are: the extension's id, its origin, and the address all its pages begin with. */
export interface Self {
  readonly id: string;
  readonly origin: string;
  readonly base: string;
}

export type Admitted =
  | { readonly zone: 'page'; readonly message: PageMessage }
  | { readonly zone: 'own'; readonly message: OwnMessage };

const PAGE_ORIGIN = 'https://github.com';
const MAX_CHARACTERS = 64 * 1_024;

/** Decides whether a message may have any effect: null refuses it. Whatever is not known to be right is refused. */
export function admit(message: unknown, sender: Sender, self: Self): Admitted | null {
  if (sender.id !== self.id || !isPlain(message)) return null;
  if (isOwnPage(sender, self)) {
    const own = parseOwnMessage(message);
    return own === null ? null : { zone: 'own', message: own };
  }
  if (!isGithubPage(sender)) return null;
  const page = parsePageMessage(message);
  if (page === null || !namesRepository(page)) return null;
  return { zone: 'page', message: page };
}

// An own page opened in a tab has `sender.tab` too, so its absence tells nothing.
const isOwnPage = (sender: Sender, self: Self): boolean =>
  sender.origin === self.origin && sender.url !== undefined && sender.url.startsWith(self.base);

const isGithubPage = (sender: Sender): boolean =>
  sender.tab !== undefined && sender.tab !== null && sender.frameId === 0 && sender.origin === PAGE_ORIGIN;

const namesRepository = (message: PageMessage): boolean =>
  message.type !== 'badge/get' || (isOwner(message.owner) && isRepositoryName(message.repo));

/** A small flat object without inherited tricks. Cyclic or giant values (Firefox clones them) are refused here. */
function isPlain(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return false;
  const entries = Object.entries(message);
  if (entries.some(([key, value]) => key === '__proto__' || typeof value !== 'string')) return false;
  return entries.reduce((sum, [key, value]) => sum + key.length + String(value).length, 0) <= MAX_CHARACTERS;
}
