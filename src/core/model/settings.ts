/** Whether the badge judges a page by itself, or only after a click. */
export type BadgeMode = 'automatic' | 'on-click';

/** The shell that commands are shown for. */
export type Shell = 'bash' | 'powershell';

/** What the reader chose. `rubricByOwner` has owners in lower case; no token is ever kept here. */
export interface Settings {
  readonly badgeMode: BadgeMode;
  /** True once the welcome page's choice is made; until then no page is judged by itself. */
  readonly welcomed: boolean;
  readonly rubric: string;
  readonly rubricByOwner: Readonly<Record<string, string>>;
  readonly shell: Shell;
  /** Whose work is the reader's own, in lower case: it is spoken of as such. */
  readonly ownOwners: readonly string[];
}

export const defaultSettings: Settings = {
  badgeMode: 'on-click',
  welcomed: false,
  rubric: 'general',
  rubricByOwner: {},
  shell: 'bash',
  ownOwners: [],
};

/** The id of the rubric to judge an owner's work by: the one chosen for this owner, else the usual one. */
export function rubricIdFor(settings: Settings, owner: string | null): string {
  const key = owner?.toLowerCase() ?? '';
  // `constructor` and the like are valid logins, so only own keys count.
  return Object.hasOwn(settings.rubricByOwner, key)
    ? (settings.rubricByOwner[key] ?? settings.rubric)
    : settings.rubric;
}

/** Whether the reader has said that the owner's work is theirs. */
export const isOwnWork = ({ ownOwners }: Settings, owner: string | null): boolean =>
  owner !== null && ownOwners.includes(owner.toLowerCase());

/** The owners after one of them is marked as the reader's own, or no longer. */
export function ownersWith({ ownOwners }: Settings, owner: string, isOwn: boolean): readonly string[] {
  const key = owner.toLowerCase();
  const others = ownOwners.filter((one) => one !== key);
  return isOwn ? [...others, key] : others;
}
