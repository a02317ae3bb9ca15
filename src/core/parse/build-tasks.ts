const MAX_LINE = 2_000;
const RULE = /^([\w./%${}() -]{1,400}?)\s?::?(?!=)/;

/** The targets of a Makefile; null where they cannot be told from its text (`include`, names made of variables, `%`). */
export function makeTargets(text: string): ReadonlySet<string> | null {
  const targets = new Set<string>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^\s*-?s?include\s|^\s*define\s|\$\(eval/.test(line.slice(0, MAX_LINE))) return null;
    const rule = RULE.exec(line.slice(0, MAX_LINE));
    if (rule === null || /^\s/.test(line)) continue;
    const names = (rule[1] ?? '').split(' ').filter((name) => name !== '');
    // Any name may be meant.
    if (names.some((name) => /[$%]/.test(name))) return null;
    for (const name of names) targets.add(name);
  }
  return targets;
}

/** The scripts of a package.json; null where it cannot be read as JSON. */
export function npmScripts(text: string): ReadonlySet<string> | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return null;
    const scripts = 'scripts' in read ? read.scripts : {};
    return typeof scripts === 'object' && scripts !== null ? new Set(Object.keys(scripts)) : null;
  } catch {
    return null;
  }
}
