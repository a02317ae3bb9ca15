import type { FactName } from '../facts/facts.ts';
import type { RubricPackage, RubricParameters } from '../model/rubric.ts';
import type { Check } from './check.ts';

/** A check of any facts, as lists hold it. */
export type AnyCheck = Check<FactName>;

/** The checks that a reader of reports has: all of them, or those alone that count for a badge. */
export type CheckList = readonly AnyCheck[];

/** What a rubric's id means: `dockerfile-installs-package:nmap` is a check and the package that it is about. */
export interface AskedCheck {
  readonly id: string;
  readonly check: AnyCheck;
  readonly about: RubricPackage | null;
}

/** The check behind a rubric's id; undefined for one that the list lacks, or a package that the rubric does not ask for. */
export function findCheck(list: CheckList, id: string, { packages = [] }: RubricParameters): AskedCheck | undefined {
  const [name = '', ...rest] = id.split(':');
  const check = list.find((one) => one.id === name);
  if (check === undefined || (check.perPackage === true) !== rest.length > 0) return undefined;
  if (rest.length === 0) return { id, check, about: null };
  const about = packages.find((one) => one.name === rest.join(':'));
  return about === undefined ? undefined : { id, check, about };
}
