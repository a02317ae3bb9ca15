/** Whether the badge judges a page by itself, or only after a click. */
export type BadgeMode = 'automatic' | 'on-click';

/** What the reader chose. `rubricByOwner` has owners in lower case; no token is ever kept here. */
export interface Settings {
  readonly badgeMode: BadgeMode;
  /** True once the welcome page's choice is made; until then no page is judged by itself. */
  readonly welcomed: boolean;
  readonly rubric: string;
  readonly rubricByOwner: Readonly<Record<string, string>>;
}

export const defaultSettings: Settings = {
  badgeMode: 'on-click',
  welcomed: false,
  rubric: 'general',
  rubricByOwner: {},
};

/** The id of the rubric to judge an owner's work by: the one chosen for this owner, else the usual one. */
export function rubricIdFor(settings: Settings, owner: string | null): string {
  const key = owner?.toLowerCase() ?? '';
  // `constructor` and the like are valid logins, so only own keys count.
  return Object.hasOwn(settings.rubricByOwner, key)
    ? (settings.rubricByOwner[key] ?? settings.rubric)
    : settings.rubric;
}
