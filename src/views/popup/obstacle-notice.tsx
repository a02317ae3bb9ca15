import { useContext, useEffect } from 'preact/hooks';
import type { Unread, UnreadKind } from '../../core/model/unread.ts';
import { timeWords } from '../parts/time.ts';
import { FindingActionsContext } from './finding-actions.ts';
import type { PopupEvents } from './screen.ts';

type Remedy = 'try-again' | 'add-token' | 'mend-token' | 'none';

const REMEDIES: Readonly<Record<UnreadKind, Remedy>> = {
  offline: 'try-again',
  timeout: 'try-again',
  reset: 'try-again',
  blocked: 'try-again',
  'server-error': 'try-again',
  'rate-limit': 'add-token',
  'secondary-limit': 'try-again',
  'bad-token': 'mend-token',
  forbidden: 'mend-token',
  'not-found-or-private': 'add-token',
  gone: 'none',
  'empty-repository': 'try-again',
  'too-big': 'none',
  truncated: 'try-again',
  stale: 'try-again',
  'bad-digest': 'try-again',
  'bad-format': 'try-again',
  intercepted: 'try-again',
  // Missing permissions are asked for before: this is a registry that Reprise never asks.
  'permission-needed': 'none',
  'not-asked': 'try-again',
  cancelled: 'try-again',
  internal: 'try-again',
};

const ADVICE: Partial<Readonly<Record<UnreadKind, string>>> = {
  'rate-limit': 'Without a token GitHub answers 60 requests an hour for everybody on this network; with one, 5,000.',
  'not-found-or-private': 'If it is private, add a token that may read it. If not, look at its spelling.',
  forbidden: 'Look whether the token is allowed in this organisation.',
  intercepted: 'Open any web page first: perhaps the network wants you to log in.',
  internal: 'That is a fault of Reprise, and says nothing about the repository.',
};

// GitHub's limits end within the hour.
const LONGEST_WAIT_MS = 3_900_000;

/** What the reader can do when nothing of the subject could be read; the headline above says why. It blames nobody. */
export function ObstacleNotice(props: PopupEvents & { readonly obstacle: Unread }) {
  const { onRefresh, obstacle } = props;
  const { kind, retryAt } = obstacle;
  const { voice } = useContext(FindingActionsContext);
  const advice = kind === 'empty-repository' ? voice.emptyRepository : ADVICE[kind];
  useEffect(() => {
    const wait = retryAt === undefined ? Number.NaN : Date.parse(retryAt) - Date.now();
    if (!(wait > 0 && wait < LONGEST_WAIT_MS)) return undefined;
    const timer = setTimeout(onRefresh, wait + 1_000);
    return () => clearTimeout(timer);
  }, [retryAt]);
  return (
    <section class="obstacle">
      {retryAt !== undefined && (
        <p>
          It can be asked again at <b>{timeWords(retryAt, new Date())}</b>; Reprise does so, if this stays open.
        </p>
      )}
      {advice !== undefined && <p>{advice}</p>}
      <RemedyButtons {...props} remedy={REMEDIES[kind]} />
    </section>
  );
}

function RemedyButtons(props: PopupEvents & { readonly remedy: Remedy }) {
  const { remedy } = props;
  const token = remedy === 'add-token' ? 'Add a token' : 'Look at the token';
  return (
    <p class="buttons">
      {(remedy === 'add-token' || remedy === 'mend-token') && <Button words={token} onClick={props.onOpenOptions} />}
      {remedy !== 'none' && <Button words="Try again" onClick={props.onRefresh} />}
    </p>
  );
}

const Button = ({ words, onClick }: { readonly words: string; readonly onClick: () => void }) => (
  <button type="button" class="button" onClick={onClick}>
    {words}
  </button>
);
