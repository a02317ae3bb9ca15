import { checkById } from '../../core/checks/index.ts';
import type { Fix } from '../../core/model/finding.ts';
import type { ReportFinding } from '../../core/model/report.ts';
import { CodeBox } from '../parts/code-box.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Words } from '../parts/words.tsx';
import { EvidenceBox } from './evidence-box.tsx';
import type { Judged } from './screen.ts';
import { unreadWords } from './unread-words.ts';

/** What was found, where, why it matters, and what to do. */
export function FindingDetail(props: {
  readonly finding: ReportFinding;
  readonly judged: Judged;
  /** The row's own line then says the summary already. */
  readonly isOnly: boolean;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const { finding, judged, isOnly, onCopy } = props;
  const isFailed = finding.outcome === 'fail';
  const why = isFailed ? checkById(finding.check.split(':')[0] ?? '')?.why : undefined;
  return (
    <article class="finding">
      {!isOnly && (
        <p>
          <Words text={finding.summary} />
        </p>
      )}
      {finding.evidence.map((evidence, index) => (
        <EvidenceBox key={index} evidence={evidence} judged={judged} tone={isFailed ? 'found' : 'plain'} />
      ))}
      {finding.why !== undefined && <p class="muted">{unreadWords(finding.why, new Date())}</p>}
      {why !== undefined && (
        <p class="muted">
          <Words text={why} />
        </p>
      )}
      {finding.fix !== null && <FixBox fix={finding.fix} onCopy={onCopy} />}
      {finding.notes.map((note) => (
        <p key={note} class="muted">
          <Words text={note} />
        </p>
      ))}
    </article>
  );
}

function FixBox({ fix, onCopy }: { readonly fix: Fix; readonly onCopy: (text: string) => Promise<boolean> }) {
  const { say, paste } = fix;
  return (
    <CodeBox
      tone="fix"
      head={
        <>
          <b>Fix</b> <Words text={say} />
        </>
      }
      text={paste}
      button={paste !== null && <CopyButton text={paste} what="the fix" onCopy={onCopy} />}
    />
  );
}
