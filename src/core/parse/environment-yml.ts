import type { SourceLine } from '../model/facts.ts';
import { shortList } from '../model/short-list.ts';
import { type ParsedYaml, parseYaml, type YamlNode, type YamlPair } from './yaml.ts';

/** A conda environment file as conda itself reads it (conda/env/env.py): what it holds, what conda refuses or drops, and notes. */
export interface EnvironmentYml {
  readonly name: string | null;
  readonly channels: readonly SourceLine[];
  /** Entries for conda, as written. */
  readonly condaDependencies: readonly SourceLine[];
  /** Entries of the `pip:` list that conda keeps (the last one). */
  readonly pipDependencies: readonly SourceLine[];
  readonly hasDependenciesKey: boolean;
  /** `prefix:`, the folder of one machine, as it stands in exports. */
  readonly prefix: SourceLine | null;
  readonly problems: readonly EnvironmentProblem[];
  readonly notes: readonly string[];
  /** The text, line by line. */
  readonly lines: readonly string[];
  /** Why it was not read whole by us, which says nothing against it; null when it was. */
  readonly beyondLimit: string | null;
}

/**
 * `refused`: conda stops with an error. `dropped-key` and `dropped-pip-list`: conda reads the file and silently loses this part.
 */
export interface EnvironmentProblem {
  readonly kind: 'refused' | 'dropped-key' | 'dropped-pip-list';
  readonly line: number;
  readonly quote: string;
  readonly message: string;
  /** The line that takes the place of what is dropped. */
  readonly keptLine?: SourceLine;
  /** The lists of which one only is kept, where all that competes is plain lists. */
  readonly lists?: { readonly key: string; readonly items: readonly (readonly SourceLine[])[] };
}

// conda/env/env.py, VALID_KEYS.
const KNOWN_KEYS: ReadonlySet<string> = new Set(['name', 'dependencies', 'prefix', 'channels', 'variables']);

/** Reads an environment file. Never throws; a text that is no YAML is one `refused` problem. */
export function parseEnvironmentYml(text: string): EnvironmentYml {
  const lines = text.split(/\r\n|\n|\r/);
  const parsed = parseYaml(text);
  if (!parsed.ok && parsed.kind === 'too-much') return { ...nothing, beyondLimit: parsed.problem };
  const root = rootMapping(parsed, lines);
  if ('message' in root) return { ...nothing, lines, problems: [root] };
  return new EnvironmentReader(lines).read(root);
}

/** A text whose bytes are neither UTF-8 nor UTF-16: conda stops before it reads any YAML. */
export function undecodableEnvironmentYml(text: string): EnvironmentYml {
  const lines = text.split(/\r\n|\n|\r/);
  const index = Math.max(
    0,
    lines.findIndex((line) => line.includes('\ufffd')),
  );
  const message = `Line ${index + 1} holds a character that is not saved as UTF-8.`;
  const problem = { kind: 'refused' as const, line: index + 1, quote: lines[index] ?? '', message };
  return { ...nothing, hasDependenciesKey: /^dependencies:/m.test(text), problems: [problem] };
}

const nothing: EnvironmentYml = {
  name: null,
  channels: [],
  condaDependencies: [],
  pipDependencies: [],
  hasDependenciesKey: false,
  prefix: null,
  problems: [],
  notes: [],
  lines: [],
  beyondLimit: null,
};

type Mapping = Extract<YamlNode, { kind: 'mapping' }>;

function rootMapping(
  parsed: Exclude<ParsedYaml, { kind: 'too-much' }>,
  lines: readonly string[],
): Mapping | EnvironmentProblem {
  const refused = (line: number, message: string): EnvironmentProblem => ({
    kind: 'refused',
    line,
    quote: lines[line - 1] ?? '',
    message,
  });
  const conflict = lines.findIndex((line) => /^<{7}(?:\s|$)/.test(line));
  if (!parsed.ok && conflict !== -1 && lines.some((line) => /^>{7}(?:\s|$)/.test(line)))
    return refused(conflict + 1, 'A merge conflict was left in it.');
  if (!parsed.ok) return refused(parsed.line ?? 1, `It is not valid YAML: ${parsed.problem}.`);
  const [first, second] = parsed.documents;
  if (second !== undefined) return refused(second.line, 'It holds more than one YAML document; conda reads only one.');
  if (first === undefined || first.kind !== 'mapping')
    return refused(first?.line ?? 1, 'It is no YAML mapping with `name:`, `channels:` and `dependencies:`.');
  return first;
}

/** Collects what one file holds while its mapping is walked once. */
class EnvironmentReader {
  private readonly problems: EnvironmentProblem[] = [];
  private readonly notes: string[] = [];
  private readonly conda: SourceLine[] = [];
  private pip: readonly SourceLine[] | null = null;
  private readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  read(root: Mapping): EnvironmentYml {
    const keys = this.lastOfEach(root.pairs);
    const name = keys.get('name')?.value;
    const dependencies = keys.get('dependencies')?.value;
    if (dependencies !== undefined) this.readDependencies(dependencies);
    this.noteKeys([...keys.keys()], dependencies);
    return {
      name: name?.kind === 'scalar' && name.value !== '' ? name.value : null,
      channels: scalarsOf(keys.get('channels')?.value),
      condaDependencies: this.conda,
      pipDependencies: this.pip ?? [],
      hasDependenciesKey: dependencies !== undefined,
      prefix: this.lineOf(keys.get('prefix')),
      problems: this.problems,
      notes: this.notes,
      lines: this.lines,
      beyondLimit: null,
    };
  }

  private lineOf(pair: YamlPair | undefined): SourceLine | null {
    return pair === undefined ? null : { line: pair.line, text: this.lines[pair.line - 1] ?? '' };
  }

  /** A repeated key: YAML keeps one of them only, so the others are lost. */
  private lastOfEach(pairs: readonly YamlPair[]): Map<string, YamlPair> {
    const seen = new Map<string, YamlPair>();
    for (const pair of pairs) {
      const earlier = seen.get(pair.key);
      if (earlier !== undefined)
        this.add(
          'dropped-key',
          earlier.line,
          `The key \`${pair.key}:\` stands again on line ${pair.line}; one of them is lost.`,
          pair.line,
          plainLists(pair.key, [earlier.value, pair.value]),
        );
      seen.set(pair.key, pair);
    }
    return seen;
  }

  private readDependencies(node: YamlNode): void {
    if (node.kind === 'scalar' && node.isEmpty) return;
    if (node.kind !== 'sequence') {
      this.add('refused', node.line, '`dependencies:` is not a list: each entry begins with “- ”.');
      return;
    }
    const pipLists: { line: number; items: readonly SourceLine[] }[] = [];
    for (const item of node.items) this.readEntry(item, pipLists);
    for (const lost of pipLists.slice(0, -1))
      this.add(
        'dropped-pip-list',
        lost.line,
        this.lostPipList(lost.items, pipLists.at(-1)?.line ?? 0),
        pipLists.at(-1)?.line,
        { key: 'pip', items: pipLists.map(({ items }) => items) },
      );
    this.pip = pipLists.at(-1)?.items ?? null;
  }

  private lostPipList(items: readonly SourceLine[], lastLine: number): string {
    const names = items.map((item) => item.text);
    return `There is another \`pip:\` list on line ${lastLine}; conda keeps only the last, so this one is lost: ${shortList(names, 4)}.`;
  }

  private readEntry(item: YamlNode, pipLists: { line: number; items: readonly SourceLine[] }[]): void {
    if (item.kind === 'scalar' && !item.isEmpty) this.conda.push({ line: item.line, text: item.value });
    else if (item.kind === 'mapping') this.readInstallers(item, pipLists);
    else
      this.add('refused', item.line, item.kind === 'scalar' ? 'An entry is empty.' : 'An entry is a list of its own.');
  }

  private readInstallers(item: Mapping, pipLists: { line: number; items: readonly SourceLine[] }[]): void {
    for (const pair of item.pairs) {
      if (pair.key !== 'pip')
        this.add('refused', pair.line, `\`${pair.key}:\` is no entry that conda knows; write \`${pair.key}=VERSION\`.`);
      else if (pair.value.kind === 'sequence') pipLists.push({ line: pair.line, items: scalarsOf(pair.value) });
      else if (pair.value.kind === 'scalar' && pair.value.isEmpty) this.notes.push('The `pip:` list is empty.');
      else this.add('refused', pair.line, '`pip:` is not a list: each package begins with “- ”.');
    }
  }

  private noteKeys(keys: readonly string[], dependencies: YamlNode | undefined): void {
    const unknown = keys.filter((key) => !KNOWN_KEYS.has(key));
    if (unknown.length > 0)
      this.notes.push(`conda ignores what it does not know: ${unknown.map((key) => `\`${key}:\``).join(', ')}.`);
    if (dependencies === undefined) this.notes.push('It has no `dependencies:`.');
    const asksPip = this.conda.some((entry) => /^pip(?:$|[\s=<>!~[])/.test(entry.text));
    if (this.pip !== null && !asksPip)
      this.notes.push('It has a `pip:` list but not `pip` itself; conda adds it and warns.');
  }

  private add(
    kind: EnvironmentProblem['kind'],
    line: number,
    message: string,
    kept?: number,
    lists?: EnvironmentProblem['lists'],
  ): void {
    const keptLine = kept === undefined ? {} : { keptLine: { line: kept, text: this.lines[kept - 1] ?? '' } };
    const competing = lists === undefined ? {} : { lists };
    this.problems.push({ kind, line, quote: this.lines[line - 1] ?? '', message, ...keptLine, ...competing });
  }
}

const plainLists = (key: string, nodes: readonly YamlNode[]): EnvironmentProblem['lists'] =>
  nodes.every((node) => node.kind === 'sequence' && node.items.every((item) => item.kind === 'scalar'))
    ? { key, items: nodes.map(scalarsOf) }
    : undefined;

const scalarsOf = (node: YamlNode | undefined): readonly SourceLine[] =>
  node?.kind === 'sequence'
    ? node.items.flatMap((item) =>
        item.kind === 'scalar' && !item.isEmpty ? [{ line: item.line, text: item.value }] : [],
      )
    : [];
