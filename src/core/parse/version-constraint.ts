/** One clause of a constraint: `>=`, `3.9`. The operator is empty where only a version stands. */
interface Clause {
  readonly operator: string;
  readonly version: string;
  readonly release: readonly number[];
}

const CLAUSE = /^(===|==|~=|!=|<=|>=|<|>|=|\^|~)?\s{0,20}v?(\d[\w.*+!-]{0,100})$/;
const MOST_CLAUSES = 20;

/**
 * Whether a constraint of pip, conda, Poetry or pixi holds a package to one release or to releases that are compatible with
 * one: `==1.2`, `=1.2`, `1.2.*`, `~=1.2`, `^1.2`, and the range `>=1.2,<2`, which is what `~=1.2` means (PEP 440).
 */
export function isHeld(constraint: string): boolean {
  const clauses = clausesOf(constraint);
  return clauses.some(({ operator }) => /^(?:={0,3}|~=?|\^)$/.test(operator)) || isNarrow(clauses, 1);
}

/** Whether a constraint holds a package to one minor version: `3.11`, `=3.11.*`, `~=3.11.2`, `>=3.11,<3.12`. */
export function holdsMinor(constraint: string): boolean {
  const clauses = clausesOf(constraint);
  return (
    clauses.some(({ operator, version, release }) => {
      if (operator === '~=') return release.length >= 3;
      return /^(?:={0,3}|~)$/.test(operator) && release.length >= 2 && /^\d+\.\d/.test(version);
    }) || isNarrow(clauses, 2)
  );
}

function clausesOf(constraint: string): readonly Clause[] {
  return constraint.split(',', MOST_CLAUSES).flatMap((part) => {
    const match = CLAUSE.exec(part.trim());
    if (match === null) return [];
    const version = match[2] ?? '';
    return [{ operator: match[1] ?? '', version, release: releaseOf(version) }];
  });
}

const releaseOf = (version: string): readonly number[] =>
  (/^\d+(?:\.\d+){0,5}/.exec(version)?.[0] ?? '').split('.').map(Number);

/** Whether lower and upper bound lie within one major (`parts` 1) or one minor version (2). */
function isNarrow(clauses: readonly Clause[], parts: 1 | 2): boolean {
  const lower = clauses.find(({ operator }) => operator === '>=' || operator === '>')?.release;
  const upper = clauses.find(({ operator }) => operator === '<' || operator === '<=');
  if (lower === undefined || upper === undefined || lower.length < parts) return false;
  const next = lower.slice(0, parts).map((number, index) => (index === parts - 1 ? number + 1 : number));
  const isBelowNext = compare(upper.release, next) < 0;
  return isBelowNext || (upper.operator === '<' && compare(upper.release, next) === 0);
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Versions from `low` to `high`, null where there is no end; a bound that is not among them is open. */
interface Range {
  readonly low: readonly number[] | null;
  readonly high: readonly number[] | null;
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
}

/** What compares as numbers do; a local part (`+cu118`) changes no version. */
const PLAIN = /^\d{1,9}(?:\.\d{1,9}){0,5}(?:\.\*)?(?:\+[\w.]{1,40})?$/;

/**
 * Whether no version can meet both constraints (PEP 440, conda's match specifications). What is not surely so is false: other
 * forms than plain numbers, alternatives, and what conda and Poetry read as a prefix counts as one.
 */
export function areDisjoint(one: string, other: string): boolean {
  const [ranges, others] = [rangesOf(one), rangesOf(other)];
  return ranges.some((range) => others.some((another) => isBelow(range, another) || isBelow(another, range)));
}

function rangesOf(constraint: string): readonly Range[] {
  if (constraint.includes('|')) return [];
  return clausesOf(constraint).flatMap(({ operator, version, release }): readonly Range[] => {
    if (!PLAIN.test(version)) return [];
    const next = (place: number) => between(release, raised(release, place));
    const isPrefix = version.includes('*');
    switch (operator) {
      case '==':
      case '===':
        return [
          isPrefix ? next(release.length - 1) : { low: release, high: release, isLowOpen: false, isHighOpen: false },
        ];
      case '=':
      case '':
        return [next(release.length - 1)];
      case '~=':
        return release.length < 2 ? [] : [next(release.length - 2)];
      case '~':
        return [next(Math.min(1, release.length - 1))];
      case '^':
        return [
          next(
            Math.max(
              0,
              release.findIndex((number) => number > 0),
            ),
          ),
        ];
      case '>=':
      case '>':
        return [{ low: release, high: null, isLowOpen: operator === '>', isHighOpen: true }];
      case '<':
      case '<=':
        return [{ low: null, high: release, isLowOpen: false, isHighOpen: operator === '<' }];
      default:
        return [];
    }
  });
}

const between = (low: readonly number[], high: readonly number[]): Range => ({
  low,
  high,
  isLowOpen: false,
  isHighOpen: true,
});

const raised = (release: readonly number[], place: number): readonly number[] =>
  release.slice(0, place + 1).map((number, index) => (index === place ? number + 1 : number));

/** Whether one range ends before another begins. */
function isBelow({ high, isHighOpen }: Range, { low, isLowOpen }: Range): boolean {
  if (high === null || low === null) return false;
  const difference = compare(high, low);
  return difference < 0 || (difference === 0 && (isHighOpen || isLowOpen));
}
