import type { RepositoryRef } from '../core/model/repository-ref.ts';
import type { PageData } from './page-data.ts';
import { metaText } from './visibility.ts';

// Files and folders of a root: environments of conda, pip, pixi, uv, R and others, their locks, Dockerfiles, notebooks.
const JUDGED =
  /^(env.*\.ya?ml|.*requir.*\.txt|.*\.(toml|lock|ipynb)|package-lock\.json|setup\.py|pipfile|description|.*docker.*|notebooks?|\.?binder|\.devcontainer)$/i;

/** Whether a root listing shows a README together with environment files, a Dockerfile or notebooks. */
export const isWorthJudging = (names: readonly string[]): boolean =>
  names.some((name) => /^readme(\.\w+)?$/i.test(name)) && names.some((name) => JUDGED.test(name));

/** Whether the reader of the page is its owner. */
export const isOwnersPage = ({ owner }: RepositoryRef): boolean => metaText('user-login') === owner.toLowerCase();

/** The names of the root out of GitHub's data, or undefined where they show another folder or ref than the page. */
export const listedNames = (data: PageData | undefined, ref: string | undefined): readonly string[] | undefined =>
  data && /^\/?$/.test(data.path ?? '') && data.ref === (ref ?? data.defaultBranch) ? data.names : undefined;

/** The names that the page's links to files end with; a README's own links need not lie in the root. */
export const linkedNames = ({ owner, name }: RepositoryRef): string[] =>
  ['blob', 'tree']
    .flatMap((kind) => [...document.querySelectorAll<HTMLAnchorElement>(`a[href^="/${owner}/${name}/${kind}/" i]`)])
    .filter((link) => !link.closest('article'))
    .map((link) => `${link.pathname.split('/').at(-1)}`);
