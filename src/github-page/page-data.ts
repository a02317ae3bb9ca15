import { type RepositoryRef, repositoryKey } from '../core/model/repository-ref.ts';

/** One line of a listing; a folder's name ends with a slash. */
export type Listed = string;

/** What GitHub's own data in the page say about the repository. */
export interface PageData {
  readonly isPrivate: boolean | undefined;
  readonly defaultBranch: string | undefined;
  readonly ref: string | undefined;
  /** Path of the folder listed in `entries`; the root is "" or "/". */
  readonly path: string | undefined;
  readonly entries: readonly Listed[] | undefined;
}

/** The shapes seen, each part of them optional; what is of another type makes the whole unusable. */
interface Part {
  readonly repo?: { ownerLogin: string; name: string; defaultBranch?: string; private?: boolean };
  readonly refInfo?: { name?: string };
  readonly path?: string;
  readonly tree?: { items: { name: string; contentType?: string }[] };
}
interface Embedded {
  readonly payload?: Part & { readonly codeViewLayoutRoute?: Part; readonly codeViewRepoRoute?: Part };
  readonly props?: { readonly initialPayload?: Part };
}

const known = new WeakMap<Element, Embedded>();

/** GitHub's embedded data, when they belong to this repository: after a soft navigation those of the first page stay. */
export function pageData(repository: RepositoryRef): PageData | undefined {
  // react-app since 2023 (blob pages) and 2026-03 (root); from 2025 to 2026-03 the root's overview was a react-partial
  for (const script of document.querySelectorAll('script[data-target$=".embeddedData"]')) {
    try {
      const whole: Embedded = known.get(script) ?? JSON.parse(script.textContent);
      known.set(script, whole);
      const payload = whole.payload ?? whole.props?.initialPayload;
      const { repo, refInfo, path, tree }: Part = {
        ...payload,
        ...whole.payload?.codeViewLayoutRoute,
        ...whole.payload?.codeViewRepoRoute,
      };
      if (repo && repositoryKey({ owner: repo.ownerLogin, name: repo.name }) === repositoryKey(repository))
        return {
          isPrivate: repo.private,
          defaultBranch: repo.defaultBranch,
          ref: refInfo?.name,
          path,
          entries: tree?.items.map((item) => item.name + (item.contentType === 'directory' ? '/' : '')),
        };
    } catch {}
  }
  return undefined;
}
