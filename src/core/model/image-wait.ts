import type { Unread } from './unread.ts';

/** How waiting for an image to become public ended. `slow-down`: the registry asks for a longer wait than is left. */
export type WaitEnd = 'public' | 'stopped' | 'offline' | 'too-long' | 'slow-down' | 'fault';

/**
 * Waiting for an image to become public, as it stands now. `asked` counts the answers; `seconds` are left until the next
 * question; `why` is what came instead of an answer, null when the registry refused as before.
 */
export type ImageWait =
  | { readonly kind: 'asking'; readonly asked: number }
  | { readonly kind: 'pausing'; readonly asked: number; readonly seconds: number; readonly why: Unread | null }
  | { readonly kind: 'out-of-sight'; readonly asked: number }
  | { readonly kind: 'ended'; readonly end: WaitEnd; readonly why: Unread | null };
