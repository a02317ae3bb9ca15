/**
 * Since which release a package has builds for a version of Python (`[12, '1.26']`: 3.12). It only chooses the Python of
 * a suggested file. Confirmed by release notes on 2026-11-25: NumPy 1.26, PyTorch 1.11 and 2.0; the others are not confirmed.
 */
const SINCE: Readonly<Record<string, readonly (readonly [minor: number, release: string])[]>> = {
  numpy: [
    [12, '1.26'],
    [11, '1.23.2'],
    [10, '1.21.3'],
    [9, '1.19.3'],
  ],
  pandas: [
    [12, '2.1.1'],
    [11, '1.5.1'],
    [10, '1.3.4'],
    [9, '1.1.4'],
  ],
  torch: [
    [12, '2.4'],
    [11, '2.0'],
    [10, '1.11'],
    [9, '1.8'],
  ],
  tensorflow: [
    [12, '2.16'],
    [11, '2.12'],
    [10, '2.8'],
    [9, '2.5'],
  ],
};
const OLDEST = 8;
export const NEWEST = 12;

/** The newest minor version of Python 3, 12 at most, for which an exact release (`1.19.5`) of a package has builds. */
export function newestPythonFor(name: string, release: string): number {
  const since = Object.hasOwn(SINCE, name) ? SINCE[name] : undefined;
  if (since === undefined) return NEWEST;
  return since.find(([, first]) => !isEarlier(release, first))?.[0] ?? OLDEST;
}

function isEarlier(release: string, first: string): boolean {
  const [one, other] = [release, first].map((version) => version.split('.').map(Number));
  for (const [index, number] of (other ?? []).entries()) {
    const own = one?.[index] ?? 0;
    if (own !== number) return own < number;
  }
  return false;
}
