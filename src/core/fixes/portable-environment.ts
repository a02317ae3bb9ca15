import { condaObstacles } from '../facts/linux-obstacles.ts';
import { condaEntryOf, pipEntryOf } from '../facts/parsed-specs.ts';
import type { SourceLine } from '../model/facts.ts';
import { type EnvironmentYml, parseEnvironmentYml } from '../parse/environment-yml.ts';
import { normalName } from '../parse/package-name.ts';
import { systemOfCondaName, systemOfPipName } from '../tables/one-system-packages.ts';
import { MOST_PASTED } from './environment-file.ts';

/**
 * A conda file without what belongs to one computer: builds, `prefix:`, packages and paths of one system. All else stays as it is
 * written. Null where it cannot be mended line by line, or is too long to paste.
 */
export function portableText(file: EnvironmentYml): string | null {
  const changes = new Map<number, string | null>();
  const mended = [
    ...file.condaDependencies.map((entry) => ({ entry, text: mendedConda(entry) })),
    ...file.pipDependencies.map((entry) => ({ entry, text: mendedPip(entry) })),
  ];
  for (const { entry, text } of mended) {
    if (text === undefined) return null;
    if (text === entry.text) continue;
    const line = text === null ? null : replacedIn(file.lines[entry.line - 1] ?? '', entry.text, text);
    if (
      line === undefined ||
      (text === null && replacedIn(file.lines[entry.line - 1] ?? '', entry.text, '') === undefined)
    )
      return null;
    changes.set(entry.line, line);
  }
  if (file.prefix !== null) changes.set(file.prefix.line, null);
  const text = file.lines
    .flatMap((line, index) => (changes.has(index + 1) ? (changes.get(index + 1) ?? []) : line))
    .join('\n');
  return text.length <= MOST_PASTED && isMended(text) ? text : null;
}

function isMended(text: string): boolean {
  const file = parseEnvironmentYml(text);
  return file.problems.length === 0 && file.condaDependencies.length > 0 && condaObstacles(file).length === 0;
}

/** Null: it is to go; undefined: it is written in a way that is not mended. */
function mendedConda(entry: SourceLine): string | null | undefined {
  const { name, build, url } = condaEntryOf(entry);
  if (name === null) return url === null ? undefined : null;
  if (systemOfCondaName(name) !== null) return null;
  if (build === null) return entry.text;
  return /[= ]/.test(entry.text.at(-build.length - 1) ?? '') && entry.text.endsWith(build)
    ? entry.text.slice(0, -build.length - 1).trimEnd()
    : undefined;
}

function mendedPip(entry: SourceLine): string | null {
  const { name, fault, hasMarker } = pipEntryOf(entry);
  if (fault === 'local-path') return name;
  return name !== null && !hasMarker && systemOfPipName(normalName(name)) !== null ? null : entry.text;
}

/** A line `- entry` with another entry; undefined where more stands on it. */
function replacedIn(line: string, text: string, instead: string): string | undefined {
  const at = line.indexOf(text);
  const [before, after] = [line.slice(0, at), line.slice(at + text.length)];
  return at !== -1 && /^\s*-\s+["']?$/.test(before) && /^["']?\s*(?:#.*)?$/.test(after)
    ? `${before}${instead}${after}`
    : undefined;
}
