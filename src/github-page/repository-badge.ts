import type { BadgeState, PageMessage } from '../core/model/badge-state.ts';
import { type RepositoryRef, repositoryKey } from '../core/model/repository-ref.ts';
import { askBackground, type Runtime } from './ask-background.ts';
import { createBadge } from './badge.ts';
import { readBadgeState } from './badge-words.ts';
import { keepMounted } from './keep-mounted.ts';
import { pageData } from './page-data.ts';
import { isOwnersPage, isWorthJudging, linkedListing, rootListing } from './something-to-judge.ts';
import { visibilityOf } from './visibility.ts';
import { placeOf } from './where-am-i.ts';

/** Why the page is read: a new page, perhaps new content, the tab is seen again, or the background has news. */
export type Occasion = 'page' | 'content' | 'seen' | 'news';

export interface TabState {
  readonly runtime: Runtime;
  /** Keys of the repositories that showed something to judge earlier in this tab. */
  readonly worthy: Set<string>;
  /** Compares the address; called at every look of the badge at the page. */
  readonly notice: () => void;
  /** The extension is gone: ends everything. */
  readonly stop: () => void;
}

const LOOK_AGAIN = 300;
/** A soft navigation changes the address first and the page's data later: so often, ever slower, the page is read again. */
const MAX_LOOKS = 12;
const LOOKS_FOR_VISIBILITY = 5;

/** The badge of one repository, for as long as the tab shows pages of it; `signal` ends it. Gives what reads the page again. */
export function showRepositoryBadge(
  { runtime, worthy, notice, stop }: TabState,
  repository: RepositoryRef,
  signal: AbortSignal,
): (occasion: Occasion) => void {
  const key = repositoryKey(repository);
  const { owner, name: repo } = repository;
  let state: BadgeState = { kind: 'check' };
  let asked = '';
  let question = 0;
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let defaultBranch: string | undefined;
  let ref: string | undefined;

  const badge = createBadge(async () => {
    if ((await askBackground(runtime, { type: 'checklist/open' })) === null) stop();
  });
  const restartMounting = keepMounted(badge.host, notice, signal);

  function show(next: BadgeState): void {
    state = next;
    badge.show(state, defaultBranch, ref);
  }

  function look(occasion: Occasion): void {
    clearTimeout(timer);
    if (occasion === 'page') {
      looks = 0;
      restartMounting();
    }
    const data = pageData(repository);
    const place = placeOf(location.pathname, data);
    const visibility = visibilityOf(repository, data);
    const listing = place.isRoot ? rootListing(data, place.ref) : [];
    const isWorthy = isWorthJudging(listing ?? linkedListing(repository)) || (place.isRoot && isOwnersPage(repository));
    if (isWorthy || occasion === 'news') worthy.add(key);
    const isWanted = worthy.has(key);
    ({ ref } = place);
    defaultBranch = data?.defaultBranch ?? defaultBranch;
    looks += 1;
    if (looks < MAX_LOOKS && (isWanted ? visibility === 'unknown' : !listing))
      timer = setTimeout(look, LOOK_AGAIN * looks, 'content');
    show(state);
    const isLate = visibility === 'unknown' && looks < LOOKS_FOR_VISIBILITY;
    const about = `${visibility} ${ref}`;
    if (occasion === 'news' || (asked && occasion === 'seen') || (isWanted && !isLate && asked !== about)) {
      asked = about;
      void ask({ type: 'badge/get', owner, repo, visibility, ...(ref && { ref }) });
    }
  }

  async function ask(message: PageMessage): Promise<void> {
    question += 1;
    const own = question;
    if (state.kind === 'check' || state.kind === 'could-not-look') show({ kind: 'checking' });
    const answer = await askBackground(runtime, message);
    if (answer === null) stop();
    // An answer may come late: for another repository, or to an older question.
    if (!signal.aborted && own === question) show(readBadgeState(answer));
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  look('content');
  return look;
}
