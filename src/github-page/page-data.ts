import { type RepositoryRef, repositoryKey } from '../core/model/repository-ref.ts';

/** What GitHub's own data in the page say about the repository. */
export interface PageData {
  readonly isPrivate: boolean | undefined;
  readonly defaultBranch: string | undefined;
  readonly ref: string | undefined;
  /** Path of the folder whose names are listed; the root is "" or "/". */
  readonly path: string | undefined;
  readonly names: readonly string[] | undefined;
}

/** The shapes seen, each part of them optional; what is of another type makes the whole unusable. */
interface Part {
  readonly repo?: { ownerLogin: string; name: string; defaultBranch?: string; private?: boolean };
  readonly refInfo?: { name?: string };
  readonly path?: string;
  readonly tree?: { items: { name: string }[] };
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
      const { payload, props } = whole;
      const { repo, refInfo, path, tree }: Part = {
        ...props?.initialPayload,
        ...payload,
        ...payload?.codeViewLayoutRoute,
        ...payload?.codeViewRepoRoute,
      };
      if (repo && repositoryKey({ owner: repo.ownerLogin, name: repo.name }) === repositoryKey(repository))
        return {
          isPrivate: repo.private,
          defaultBranch: repo.defaultBranch,
          ref: refInfo?.name,
          path,
          names: tree?.items.map((item) => item.name),
        };
    } catch {}
  }
  return undefined;
}
