import { useContext } from 'preact/hooks';
import { reasonFor } from '../../core/model/dismissals.ts';
import type { FixWay } from '../../core/model/finding.ts';
import type { ReportFinding } from '../../core/model/report.ts';
import { reasonOf } from '../../core/report/reason-of.ts';
import { type RowState, stateOf } from '../../core/report/rows.ts';
import { CodeBox } from '../parts/code-box.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { Meter } from '../parts/meter.tsx';
import { splitSentence } from '../parts/sentences.ts';
import { Words } from '../parts/words.tsx';
import { refusedImageOf } from './about-image.ts';
import { DismissedNote } from './dismissed-note.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { FindingActionsContext } from './finding-actions.ts';
import { FindingFoot } from './finding-foot.tsx';
import { stateWord } from './row-words.ts';
import type { Judged } from './screen.ts';
import { unreadWords } from './unread-words.ts';
import { WaysToPublic } from './ways-to-public.tsx';

const TONES: Partial<Record<RowState, 'found' | 'noted'>> = {
  'to-fix': 'found',
  tip: 'noted',
  'worth-knowing': 'noted',
};

interface Props {
  readonly finding: ReportFinding;
  readonly judged: Judged;
  /** The row's own line then holds the summary's first sentence. */
  readonly isOnly: boolean;
}

/** What was found, where, why it matters, and what to do; what the row's own line says already is not said again. */
export function FindingDetail({ finding, judged, isOnly }: Props) {
  const { summary, evidence, notes, check } = finding;
  const state = stateOf(finding, judged.dismissals);
  const reason = reasonFor(judged.dismissals, check);
  const why = state === 'dismissed' ? null : reasonOf(finding, judged.rubric);
  const [first, rest] = splitSentence(summary);
  const words = [rest, finding.why === undefined ? '' : unreadWords(finding.why, new Date(), summary)];
  return (
    <article class="finding">
      {!isOnly && (
        <h4 class="finding-head">
          <Glyph kind={state} />
          <span>
            <span class="unseen">{stateWord(state)}: </span>
            <Words text={first} />
            <Meter text={first} />
          </span>
        </h4>
      )}
      {state === 'dismissed' && reason !== null && <DismissedNote check={check} reason={reason} />}
      <Paragraphs texts={words} />
      <EvidenceList evidence={evidence} judged={judged} tone={TONES[state] ?? 'plain'} />
      {why !== null && <Paragraphs texts={[why]} />}
      {state !== 'dismissed' && <Ways finding={finding} judged={judged} />}
      <Paragraphs texts={notes} />
      <FindingFoot finding={finding} judged={judged} />
    </article>
  );
}

function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return (
    <>
      {texts
        .filter((text) => text !== '')
        .map((text) => (
          <p key={text} class="muted">
            <Words text={text} />
          </p>
        ))}
    </>
  );
}

function Ways({ finding, judged }: Pick<Props, 'finding' | 'judged'>) {
  const { onCopy } = useContext(FindingActionsContext);
  const { fix } = finding;
  if (fix === null) return null;
  const refused = refusedImageOf(finding, judged.image);
  if (refused !== null) return <WaysToPublic image={refused} ways={fix.ways} onCopy={onCopy} />;
  return (
    <>
      {fix.ways.map((way) => (
        <WayBox key={way.say} way={way} />
      ))}
    </>
  );
}

function WayBox({ way: { when, say, paste } }: { readonly way: FixWay }) {
  const { onCopy } = useContext(FindingActionsContext);
  return (
    <CodeBox
      tone="fix"
      head={
        <>
          <b>{when ?? 'Fix'}</b> <Words text={say} />
        </>
      }
      text={paste}
      button={paste !== null && <CopyButton text={paste} what="the fix" onCopy={onCopy} />}
    />
  );
}
