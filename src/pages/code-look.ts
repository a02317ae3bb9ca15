import { type ReadonlySignal, signal } from '@preact/signals';
import type { Assessment } from '../app/assess-subject.ts';
import type { CodeSource } from '../app/read-code.ts';
import { checks } from '../core/checks/index.ts';
import { limits } from '../core/model/limits.ts';
import { codeToOffer } from '../core/plan/next-reads.ts';
import type { CodeLooking } from '../views/popup/code-actions.ts';

/** What looking into code needs from outside. */
export interface CodePlatform {
  /** Looks into the code of what was assessed and judges it anew; ended early, with what was found until then. */
  readonly lookIntoCode: (assessment: Assessment, how: Omit<CodeSource, 'read'>) => Promise<Assessment>;
}

export interface CodeLook {
  readonly looking: ReadonlySignal<CodeLooking | null>;
  /** What is shown now: small code is looked into at once, more is offered. Never throws. */
  readonly begin: (shown: Assessment) => Promise<void>;
  /** On a click: all that is left, up to the bounds. */
  readonly start: () => Promise<void>;
  /** What was found until then is shown. */
  readonly cancel: () => void;
  /** Something else is looked at: what goes on ends, and nothing of it is shown. */
  readonly leave: () => void;
}

/** Looking into the code of what is shown; `show` gets what was found, unless something else was looked at meanwhile. */
export function createCodeLook({ lookIntoCode }: CodePlatform, show: (found: Assessment) => Promise<void>): CodeLook {
  const looking = signal<CodeLooking | null>(null);
  let about: Assessment | null = null;
  let running: AbortController | null = null;

  const leftOf = ({ snapshot, rubric }: Assessment) => codeToOffer(snapshot, rubric, limits, checks);

  function offer(shown: Assessment): void {
    const left = leftOf(shown);
    const bytes = left?.entries.reduce((sum, entry) => sum + (entry.bytes ?? 0), 0) ?? 0;
    const isRest = (shown.snapshot.repository?.code.length ?? 0) > 0;
    looking.value = left === null ? null : { kind: 'offered', files: left.entries.length, bytes, isRest };
  }

  async function run(look: CodeSource['look']): Promise<void> {
    const shown = about;
    const left = shown === null ? null : leftOf(shown);
    if (shown === null || left === null || running !== null) return;
    const mine = new AbortController();
    running = mine;
    const tell = (files: number, of: number): void => {
      if (running === mine) looking.value = { kind: 'reading', files, of, isAsked: look === 'asked' };
    };
    tell(0, left.entries.length);
    const onRead: CodeSource['onRead'] = (found, of) => tell(found.length, of);
    const found = await lookIntoCode(shown, { look, signal: mine.signal, onRead }).catch(() => shown);
    if (running !== mine) return;
    about = found;
    await show(found);
    if (running !== mine) return;
    running = null;
    offer(found);
  }

  function leave(): void {
    const ended = running;
    running = null;
    about = null;
    looking.value = null;
    ended?.abort();
  }

  async function begin(shown: Assessment): Promise<void> {
    leave();
    about = shown;
    if (leftOf(shown)?.isSmall === true) await run('when-small');
    else offer(shown);
  }

  return { looking, begin, start: () => run('asked'), cancel: () => running?.abort(), leave };
}
