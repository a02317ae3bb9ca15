import type { TreeEntry } from '../../src/core/model/snapshot.ts';
import { type LocalRepository, openLocalRepository } from '../../src/services/local-git/open-repository.ts';
import { sha256 } from './answer.ts';
import type { WorldRepository } from './find-repositories.ts';

/** A repository of the world with its git process, opened when it is first asked for. */
export interface ServedRepository {
  readonly described: WorldRepository;
  /** GitHub's numeric id, made from the name. */
  readonly id: number;
  readonly git: LocalRepository;
  /** The listing of a commit or tree, read once; null when there is none. */
  list(id: string): Promise<readonly TreeEntry[] | null>;
}

export type FoundRepository =
  | { readonly kind: 'found'; readonly repository: ServedRepository }
  | { readonly kind: 'renamed'; readonly to: WorldRepository }
  | { readonly kind: 'absent' };

export interface ServedRepositories {
  readonly all: readonly WorldRepository[];
  /** By owner and name in any letter case. */
  find(owner: string, name: string): Promise<FoundRepository>;
  findById(id: number): Promise<FoundRepository>;
  close(): void;
}

export const repositoryId = ({ owner, name }: WorldRepository): number =>
  Number.parseInt(sha256(`${owner}/${name}`).slice(0, 7), 16);

export function serveRepositories(all: readonly WorldRepository[]): ServedRepositories {
  const opened = new Map<WorldRepository, Promise<ServedRepository | null>>();
  const serve = async (described: WorldRepository | undefined): Promise<FoundRepository> => {
    if (described === undefined) return { kind: 'absent' };
    const opening = opened.get(described) ?? open(described);
    opened.set(described, opening);
    const repository = await opening;
    return repository === null ? { kind: 'absent' } : { kind: 'found', repository };
  };
  return {
    all,
    find: (owner, name) => {
      const key = `${owner}/${name}`.toLowerCase();
      const renamed = all.find(({ renamedFrom }) => renamedFrom?.toLowerCase() === key);
      if (renamed !== undefined) return Promise.resolve({ kind: 'renamed', to: renamed });
      return serve(all.find((one) => `${one.owner}/${one.name}`.toLowerCase() === key));
    },
    findById: (id) => serve(all.find((one) => repositoryId(one) === id)),
    close: () => {
      for (const opening of opened.values()) void opening.then((repository) => repository?.git.close());
      opened.clear();
    },
  };
}

async function open(described: WorldRepository): Promise<ServedRepository | null> {
  const answer = await openLocalRepository(described.directory);
  if (!answer.ok) return null;
  const own = answer.repository;
  // Nobody pushes to a world, and each question starts a process.
  const head = onceEach(own.head, (at) => JSON.stringify(at));
  const listed = onceEach(own.list, (id) => id);
  const git = { ...own, head, refs: onceEach(own.refs, () => ''), list: listed };
  const list = async (id: string) => {
    const found = await listed(id);
    return found.state === 'read' ? found.value : null;
  };
  return { described, id: repositoryId(described), git, list };
}

/** Asks once for each key, and gives the same answer again. */
function onceEach<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
  keyOf: (...asked: Asked) => string,
): (...asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...asked) => {
    const key = keyOf(...asked);
    const known = answers.get(key) ?? ask(...asked);
    answers.set(key, known);
    return known;
  };
}
