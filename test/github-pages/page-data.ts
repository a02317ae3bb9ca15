import { type PageContext, scriptJson } from './page-context.ts';

const repoOf = ({ owner, name, visibility, defaultBranch, files }: PageContext) => ({
  id: 478823173,
  defaultBranch,
  name,
  ownerLogin: owner,
  currentUserCanPush: false,
  isFork: false,
  isEmpty: files.length === 0,
  createdAt: '2025-01-13T09:30:00.000Z',
  ownerAvatar: '',
  public: visibility === 'public',
  private: visibility !== 'public',
  isOrgOwned: false,
});

const refInfoOf = ({ path, defaultBranch, commit }: PageContext) => ({
  name: path.split('/')[3] === 'tree' ? decodeURIComponent(path.split('/').slice(4).join('/')) : defaultBranch,
  listCacheKey: 'v0:1760000000.0',
  canEdit: false,
  refType: 'branch',
  currentOid: commit,
});

const treeOf = ({ files }: PageContext) => ({
  items: files.map(({ name, directory }) => ({ name, path: name, contentType: directory ? 'directory' : 'file' })),
  templateDirectorySuggestionUrl: null,
  totalCount: files.length,
  showBranchInfobar: false,
});

const overviewOf = ({ files }: PageContext) => ({
  banners: { shouldRecommendReadme: false },
  commitCount: '42',
  overviewFiles: files
    .filter(({ name }) => /^readme/i.test(name))
    .map(({ name }) => ({
      displayName: name,
      path: name,
      preferredFileType: 'readme',
      richText: '<article></article>',
    })),
});

/** What GitHub's root page holds since March 2026. After a soft navigation the first page's script stays in the page. */
export const rootData = (context: PageContext): string =>
  embedded('react-app', {
    payload: {
      codeViewLayoutRoute: { repo: repoOf(context), currentUser: null, path: '/', refInfo: refInfoOf(context) },
      codeViewRepoRoute: {
        path: '/',
        refInfo: refInfoOf(context),
        tree: treeOf(context),
        overview: overviewOf(context),
        sections: { packages: false },
      },
    },
    title: `${context.owner}/${context.name}`,
  });

/** What the root page of a signed-in reader held in 2025. */
export const overviewData = (context: PageContext): string =>
  embedded('react-partial', {
    props: {
      initialPayload: {
        allShortcutsEnabled: false,
        path: '/',
        repo: repoOf(context),
        refInfo: refInfoOf(context),
        tree: treeOf(context),
        overview: overviewOf(context),
      },
    },
  });

/** A script element as GitHub's React parts read it. */
export const embedded = (element: 'react-app' | 'react-partial', data: unknown): string =>
  `<script type="application/json" data-target="${element}.embeddedData">${scriptJson(data)}</script>`;
