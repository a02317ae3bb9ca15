import { repositoryKey } from '../core/model/repository-ref.ts';
import type { Runtime } from './ask-background.ts';
import { badgeName } from './badge.ts';
import { watchNavigation } from './navigation.ts';
import { type Occasion, showRepositoryBadge } from './repository-badge.ts';
import { whereAmI } from './where-am-i.ts';

/** Shows the badge on repository pages for as long as the extension runs. Nothing is ever thrown into the page. */
export function showBadges(runtime: Runtime): void {
  const whole = new AbortController();
  const { signal } = whole;
  const worthy = new Set<string>();
  let key = '';
  let path = '';
  let end: AbortController | undefined;
  let look: ((occasion: Occasion) => void) | undefined;

  const leave = (): void => {
    end?.abort();
    look = undefined;
    key = '';
  };
  const stop = (): void => {
    whole.abort();
    leave();
  };
  /** A fault of ours ends us and leaves the page alone; so does an update of the extension. */
  const quietly = (action: () => void): void => {
    try {
      if (!signal.aborted && runtime.id) action();
      else stop();
    } catch {
      stop();
    }
  };

  /** Compares the address: the page's events are hints only. */
  const notice = (): void => {
    const isNewPage = path !== location.pathname;
    path = location.pathname;
    const repository = whereAmI(path, document.title);
    if (repository === null) leave();
    else if (repositoryKey(repository) !== key) {
      leave();
      key = repositoryKey(repository);
      end = new AbortController();
      look = showRepositoryBadge({ runtime, worthy, notice: () => quietly(notice), stop }, repository, end.signal);
    } else if (isNewPage) look?.('page');
  };

  quietly(() => {
    // An earlier version of Reprise may have left its badge.
    for (const leftover of [...document.getElementsByTagName(badgeName)]) leftover.remove();
    runtime.onMessage.addListener((message) => {
      if ((message as { type?: unknown } | null)?.type === 'badge/refresh') quietly(() => look?.('news'));
    });
    watchNavigation(() => {
      quietly(notice);
      quietly(() => look?.('content'));
    }, signal);
    document.addEventListener('visibilitychange', () => document.hidden || quietly(() => look?.('seen')), { signal });
    notice();
  });
}
