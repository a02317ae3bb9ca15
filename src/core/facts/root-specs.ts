import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { UnreadPart } from '../model/unread.ts';
import { normalName } from '../parse/package-name.ts';
import { condaEntryOf, pipEntryOf } from './parsed-specs.ts';
import { perSnapshot } from './per-snapshot.ts';
import { readSpec, type SpecContent } from './read-spec.ts';
import { specFilesOf } from './spec-files.ts';
import { listingOf, unlistedParts } from './tree.ts';

/** The specs of the root folder whose packages can be read, each with what it is for. */
export interface RootSpecs {
  readonly specs: readonly RootSpec[];
}

export interface RootSpec {
  readonly path: string;
  /** What of its name tells another use (`dev`, `gpu`, `linux`); "" for everybody's. */
  readonly purpose: string;
  readonly dependencies: readonly NamedConstraint[];
}

/** A package by the name that pip compares, and the versions that are asked for ("" for any). */
export interface NamedConstraint {
  readonly name: string;
  readonly constraint: string;
  readonly line: number;
  readonly text: string;
}

export const rootSpecsFact = perSnapshot((snapshot: Snapshot): Fact<RootSpecs> => {
  const reading = listingOf(snapshot);
  if (reading.state !== 'read') return reading;
  const specs: RootSpec[] = [];
  const unread: UnreadPart[] = [...unlistedParts(reading.listing, [''])];
  for (const file of specFilesOf(snapshot)) {
    if (file.path.includes('/') || file.family === 'container') continue;
    const one = readSpec(file, reading.repository);
    if (one.state === 'unread') unread.push(one.part);
    else if (one.state === 'read') {
      const dependencies = constraintsOf(one.content);
      if (dependencies.length > 0) specs.push({ path: file.path, purpose: purposeOf(file.path), dependencies });
    }
  }
  return { state: 'present', value: { specs }, unread };
});

const EVERYBODYS =
  /^(?:pyproject|pipfile|pixi|environment|env|enviro\w*|requi\w*|conda|pip|python|ya?ml|txt|toml|in)$/i;

const purposeOf = (path: string): string =>
  path
    .split(/[._-]/)
    .filter((word) => word !== '' && !EVERYBODYS.test(word))
    .join(' ')
    .toLowerCase();

const INSTALLERS = /^(?:pip|setuptools|wheel)$/;
/** One package has another name in each channel. */
const SAME: Readonly<Record<string, string>> = { pytorch: 'torch', 'matplotlib-base': 'matplotlib' };

function constraintsOf(content: SpecContent): readonly NamedConstraint[] {
  switch (content.kind) {
    case 'conda':
      return [
        ...content.file.condaDependencies.flatMap((entry) => named({ ...condaEntryOf(entry), ...entry })),
        ...content.file.pipDependencies.map(pipEntryOf).flatMap(ofPip),
      ];
    case 'requirements':
      return content.file.shape === 'requirements' ? content.file.lines.flatMap(ofPip) : [];
    case 'tables':
      return content.tables.dependencies.flatMap(named);
    default:
      return [];
  }
}

type Named = Omit<NamedConstraint, 'name'> & { readonly name: string | null };

const ofPip = (line: Named & { readonly kind: string; readonly hasMarker: boolean }): readonly NamedConstraint[] =>
  line.kind === 'requirement' && !line.hasMarker ? named(line) : [];

function named({ name, constraint, line, text }: Named): readonly NamedConstraint[] {
  const normal = name === null ? '' : normalName(name);
  return normal === '' || INSTALLERS.test(normal) ? [] : [{ name: SAME[normal] ?? normal, constraint, line, text }];
}
