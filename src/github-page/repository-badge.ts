import type { BadgeState, PageMessage, Visibility } from '../core/model/badge-state.ts';
import { type RepositoryRef, repositoryKey } from '../core/model/repository-ref.ts';
import { askBackground, type Runtime } from './ask-background.ts';
import { createBadge } from './badge.ts';
import type { Rung } from './badge-anchors.ts';
import { keepMounted } from './keep-mounted.ts';
import { pageData } from './page-data.ts';
import { isOwnersPage, isWorthJudging, linkedNames, listedNames } from './something-to-judge.ts';
import { visibilityOf } from './visibility.ts';
import { placeOf } from './where-am-i.ts';

/** Why the page is read again: the background has news, or the tab is seen again; else there may be new content. */
export type Occasion = 'news' | 'seen';

export interface Tab {
  readonly runtime: Runtime;
  /** By key, the last states of the repositories with something to judge, as far as the root page told in this tab. */
  readonly judged: Map<string, BadgeState>;
  /** Runs an action and ends everything when it fails or when the extension is gone. */
  readonly quietly: (action: () => void) => void;
  /** Compares the address. */
  readonly notice: () => void;
}

const noAnswer: BadgeState = { kind: 'could-not-look', why: 'no answer' };
const LOOK_AGAIN = 300;
/** A soft navigation changes the address first and the page's data later: so often, ever slower, the page is read again. */
const MAX_LOOKS = 12;
const LOOKS_FOR_VISIBILITY = 5;

/** The badge on one page of a repository, until `signal` ends it. Gives what reads the page again. */
export function showRepositoryBadge(
  { runtime, judged, quietly, notice }: Tab,
  repository: RepositoryRef,
  signal: AbortSignal,
): (occasion?: Occasion) => void {
  const key = repositoryKey(repository);
  const { owner, name: repo } = repository;
  let state = judged.get(key) ?? ({ kind: 'check' } satisfies BadgeState);
  let visibility: Visibility = 'unknown';
  let asked = '';
  let pending: PageMessage | undefined;
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let showNow = (): void => {};

  const badge = createBadge(() => quietly(() => askBackground(runtime, { type: 'checklist/open' })));
  // The last two places need the page's own word that it is about a repository: GitHub may have pages we do not know.
  const mayStand = (rung: Rung): boolean => {
    badge.suit(rung);
    return visibility !== 'unknown' || (rung !== 'about' && rung !== 'corner');
  };
  const runLook = (lookForPlace: () => void): void =>
    quietly(() => {
      notice();
      if (!signal.aborted) lookForPlace();
    });
  const scheduleMounting = keepMounted(badge.host, runLook, mayStand, signal);

  const show = (next: BadgeState): void => {
    state = next;
    if (judged.has(key)) judged.set(key, state);
    showNow();
  };

  const look = (occasion?: Occasion): void => {
    if (signal.aborted) return;
    clearTimeout(timer);
    looks += 1;
    const data = pageData(repository);
    const { isRoot, ref } = placeOf(location.pathname, data);
    visibility = visibilityOf(repository, data);
    scheduleMounting();
    const names = isRoot ? listedNames(data, ref) : [];
    const isWorthy = isWorthJudging(names ?? linkedNames(repository)) || (isRoot && isOwnersPage(repository));
    if (isWorthy || occasion === 'news') judged.set(key, state);
    const isJudged = judged.has(key);
    const isSettled = isJudged ? visibility !== 'unknown' : names;
    if (!isSettled && looks < MAX_LOOKS) timer = setTimeout(() => quietly(look), LOOK_AGAIN * looks);
    showNow = () => badge.show(state, data?.defaultBranch, ref);
    showNow();
    if (occasion) asked = '';
    if (!isJudged || asked === visibility || (visibility === 'unknown' && looks < LOOKS_FOR_VISIBILITY)) return;
    asked = visibility;
    void ask({ type: 'badge/get', owner, repo, visibility });
  };

  const ask = async (message: PageMessage): Promise<void> => {
    pending = message;
    if (/check|could/.test(state.kind)) show({ kind: 'checking' });
    const answer = await askBackground(runtime, message);
    // An answer may come late: on another page, or to an older question.
    if (!signal.aborted && pending === message) quietly(() => show((answer as BadgeState | undefined) ?? noAnswer));
  };

  look();
  return look;
}
