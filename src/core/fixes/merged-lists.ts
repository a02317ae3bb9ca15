import type { SourceLine } from '../model/facts.ts';
import { parseCondaEntry } from '../parse/conda-entry.ts';
import type { EnvironmentProblem } from '../parse/environment-yml.ts';
import { normalName } from '../parse/package-name.ts';
import { parseRequirement } from '../parse/requirements.ts';
import { yamlText } from './yaml-text.ts';

/**
 * The lists of which conda keeps one only, each written as one; null where that cannot be written exactly: another problem stands
 * in the file, or two lists name one package in two ways.
 */
export function mergedLists(problems: readonly EnvironmentProblem[]): string | null {
  const byKey = new Map<string, SourceLine[]>();
  for (const { lists } of problems) {
    if (lists === undefined) return null;
    byKey.set(lists.key, [...(byKey.get(lists.key) ?? []), ...lists.items.flat()]);
  }
  const blocks: string[] = [];
  for (const [key, items] of byKey) {
    const texts = [...new Set(items.map(({ text }) => text))];
    if (texts.length === 0 || new Set(texts.map((text) => nameOf(key, text))).size < texts.length) return null;
    const indent = key === 'pip' ? '      ' : '  ';
    const entries = texts.map((text) => `${indent}- ${yamlText(text)}`);
    blocks.push([key === 'pip' ? '  - pip:' : `${key}:`, ...entries].join('\n'));
  }
  return blocks.join('\n');
}

function nameOf(key: string, text: string): string {
  if (key === 'pip') return normalName(parseRequirement(text, 1).name ?? text);
  return key === 'dependencies' ? (parseCondaEntry(text).name ?? text) : text;
}
