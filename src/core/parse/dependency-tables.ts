import { parseRequirement } from './requirements.ts';
import { isHeld } from './version-constraint.ts';

/** A dependency of a manifest; `isHeld` is null where it is written in a form that is not judged; `constraint` is empty where none stands. */
export interface DeclaredDependency {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly isHeld: boolean | null;
  readonly constraint: string;
  /** The requirement as pip reads it; null where it is written for another tool. */
  readonly requirement: string | null;
}

/** What is needed of pyproject.toml, Pipfile and pixi.toml. */
export interface DependencyTables {
  /** Whether a tool would install from it; a file of settings for linters alone is no manifest. */
  readonly isManifest: boolean;
  readonly dependencies: readonly DeclaredDependency[];
  /** The systems that pixi solves for, with their line; null where none are listed. */
  readonly platforms: { readonly line: number; readonly text: string; readonly names: readonly string[] } | null;
}

const MAX_LINE = 4_000;
const HEADER = /^\s{0,40}\[{1,2}\s{0,9}([\w."'\s-]{1,200}?)\s{0,9}\]{1,2}\s{0,40}(?:#.*)?$/;
const PAIR = /^\s{0,40}["']?([\w.-]{1,120})["']?\s{0,40}=\s{0,40}(\S.*)$/;
const MANIFEST =
  /^(?:project|build-system|tool\.(?:poetry|pixi|flit|pdm|hatch|setuptools)|packages|workspace|dependencies|pypi-dependencies)(?:\.|$)/;
const TABLES = new Set([
  'tool.poetry.dependencies',
  'packages',
  'dependencies',
  'pypi-dependencies',
  'tool.pixi.dependencies',
  'tool.pixi.pypi-dependencies',
]);
const STRING = /"([^"]{0,400})"|'([^']{0,400})'/g;

/** Reads the tables line by line: no whole TOML reader, so what is written unusually is left unjudged. Never throws. */
export function parseDependencyTables(text: string): DependencyTables {
  const dependencies: DeclaredDependency[] = [];
  let platforms: DependencyTables['platforms'] = null;
  let isManifest = false;
  let table = '';
  let list: 'dependencies' | null = null;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const source = { line: index + 1, text: raw.slice(0, MAX_LINE) };
    const header = list === null ? HEADER.exec(source.text)?.[1] : undefined;
    if (header !== undefined) {
      table = header.replace(/["'\s]/g, '');
      isManifest ||= MANIFEST.test(table);
      continue;
    }
    const [, key = '', value = ''] = list === null ? (PAIR.exec(source.text) ?? []) : [];
    if (key === 'platforms' && /^(?:workspace|project|tool\.pixi(?:\.|$))/.test(table) && value.includes(']'))
      platforms = { ...source, names: stringsOf(value) };
    if (table === 'project' && key === 'dependencies') list = 'dependencies';
    if (list !== null) {
      dependencies.push(...stringsOf(key === '' ? source.text : value).map((item) => required(item, source)));
      if (endsList(key === '' ? source.text : value)) list = null;
    } else if (TABLES.has(table) && key !== '' && !key.includes('.')) dependencies.push(inTable(key, value, source));
  }
  return { isManifest, dependencies, platforms };
}

const stringsOf = (text: string): readonly string[] =>
  [...withoutComment(text).matchAll(STRING)].map((match) => match[1] ?? match[2] ?? '').filter((item) => item !== '');

const withoutComment = (text: string): string => (/^\s*#/.test(text) ? '' : text);

const endsList = (text: string): boolean => withoutComment(text).replace(STRING, '').includes(']');

type Source = { readonly line: number; readonly text: string };

function required(item: string, { line, text }: Source): DeclaredDependency {
  const { name, isHeld: held, kind, constraint, hasMarker } = parseRequirement(item, line);
  return {
    name: name ?? item,
    line,
    text,
    isHeld: kind === 'requirement' ? held : null,
    constraint: hasMarker ? '' : constraint,
    requirement: item,
  };
}

/** `name = "^1.2"`, `name = { version = "1.2" }`, `name = { git = "…", rev = "…" }`. */
function inTable(name: string, value: string, { line, text }: Source): DeclaredDependency {
  const plain = /^["']([^"']{0,200})["']/.exec(value)?.[1];
  const version = plain ?? /\bversion\s{0,9}=\s{0,9}["']([^"']{0,200})["']/.exec(value)?.[1];
  const commit = /\brev\s{0,9}=\s{0,9}["'][0-9a-f]{40}["']/.test(value);
  return {
    name,
    line,
    text,
    isHeld: commit ? true : version === undefined ? null : isHeld(version),
    constraint: version ?? '',
    requirement: null,
  };
}
