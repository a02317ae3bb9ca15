import { checkById } from '../../core/checks/index.ts';
import type { FixWay } from '../../core/model/finding.ts';
import type { ReportFinding } from '../../core/model/report.ts';
import { type RowState, stateOf } from '../../core/report/rows.ts';
import { CodeBox } from '../parts/code-box.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { splitSentence } from '../parts/sentences.ts';
import { Words } from '../parts/words.tsx';
import { refusedImageOf } from './about-image.ts';
import { EvidenceBox } from './evidence-box.tsx';
import type { Judged } from './screen.ts';
import { unreadWords } from './unread-words.ts';
import { WaysToPublic } from './ways-to-public.tsx';

const TONES: Partial<Record<RowState, 'found' | 'noted'>> = { 'to-fix': 'found', tip: 'noted' };

/** What was found, where, why it matters, and what to do; what the row's own line says already is not said again. */
export function FindingDetail(props: {
  readonly finding: ReportFinding;
  readonly judged: Judged;
  /** The row's own line then holds the summary's first sentence. */
  readonly isOnly: boolean;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const { finding, judged, isOnly, onCopy } = props;
  const { summary, evidence, fix, notes } = finding;
  const isFailed = finding.outcome === 'fail';
  const why = isFailed ? checkById(finding.check.split(':')[0] ?? '')?.why : undefined;
  const refused = refusedImageOf(finding, judged.image);
  const words = [
    isOnly ? splitSentence(summary)[1] : summary,
    finding.why === undefined ? '' : unreadWords(finding.why, new Date(), summary),
  ].filter((text) => text !== '');
  return (
    <article class="finding">
      {words.map((text) => (
        <p key={text} class="muted">
          <Words text={text} />
        </p>
      ))}
      {evidence.map((item, index) => (
        <EvidenceBox key={index} evidence={item} judged={judged} tone={TONES[stateOf(finding)] ?? 'plain'} />
      ))}
      {why !== undefined && (
        <p class="muted">
          <Words text={why} />
        </p>
      )}
      {fix !== null &&
        (refused === null ? (
          fix.ways.map((way) => <WayBox key={way.say} way={way} onCopy={onCopy} />)
        ) : (
          <WaysToPublic image={refused} push={fix.ways.at(-1)?.paste ?? null} onCopy={onCopy} />
        ))}
      {notes.map((note) => (
        <p key={note} class="muted">
          <Words text={note} />
        </p>
      ))}
    </article>
  );
}

function WayBox({ way, onCopy }: { readonly way: FixWay; readonly onCopy: (text: string) => Promise<boolean> }) {
  const { when, say, paste } = way;
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
