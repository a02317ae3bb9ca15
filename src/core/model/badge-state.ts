/** Whether the page shows the repository as public; `unknown` is treated as private: nothing is sent. */
export type Visibility = 'public' | 'private' | 'unknown';

/** What the badge may know: a state and counts, never a text of the repository. `until` is ISO 8601. */
export type BadgeState =
  | { readonly kind: 'check' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'to-fix'; readonly count: number }
  | { readonly kind: 'nothing-missing' }
  | { readonly kind: 'tips'; readonly count: number }
  | { readonly kind: 'not-finished' }
  | { readonly kind: 'could-not-look'; readonly why: string }
  | { readonly kind: 'private' }
  | { readonly kind: 'waiting'; readonly until: string };

/** The only two things a page may ask of Reprise. */
export type PageMessage =
  | {
      readonly type: 'badge/get';
      readonly owner: string;
      readonly repo: string;
      readonly ref?: string;
      readonly visibility: Visibility;
    }
  | { readonly type: 'checklist/open' };

/** Sent to the badges of open pages when what they show may have changed. */
export interface BadgeRefresh {
  readonly type: 'badge/refresh';
}
