import type { BadgeState } from '../core/model/badge-state.ts';
import type { Runtime } from './ask-background.ts';
import { watchNavigation } from './navigation.ts';
import { showRepositoryBadge } from './repository-badge.ts';
import { whereAmI } from './where-am-i.ts';

/** Shows the badge on repository pages for as long as the extension runs. Nothing is ever thrown into the page. */
export function showBadges(runtime: Runtime): void {
  const whole = new AbortController();
  const { signal } = whole;
  const judged = new Map<string, BadgeState>();
  let shown = '';
  let page = new AbortController();
  let look: ReturnType<typeof showRepositoryBadge> | undefined;

  /** A fault of ours ends us and leaves the page alone; so does an update of the extension. */
  const quietly = (action: () => void): void => {
    try {
      if (signal.aborted) return;
      if (runtime.id) {
        action();
        return;
      }
    } catch {}
    whole.abort();
    page.abort();
  };

  /** Compares the address: the page's events are hints only. */
  const notice = (): void => {
    const path = location.pathname;
    const repository = whereAmI(path, document.title);
    const next = repository ? path : '';
    if (next === shown) return;
    shown = next;
    page.abort();
    page = new AbortController();
    look = repository ? showRepositoryBadge({ runtime, judged, quietly, notice }, repository, page.signal) : undefined;
  };

  quietly(() => {
    runtime.onMessage.addListener((message) => {
      if (message?.type === 'badge/refresh') quietly(() => look?.('news'));
    });
    watchNavigation((event) => {
      quietly(() => {
        notice();
        look?.(event.type === 'visibilitychange' && !document.hidden ? 'seen' : undefined);
      });
    }, signal);
    notice();
  });
}
