import { checkById } from '../../core/checks/index.ts';
import type { ReportFinding } from '../../core/model/report.ts';
import { type ReportRow, stateOf } from '../../core/report/rows.ts';
import { Glyph } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import { splitSentence } from '../parts/sentences.ts';
import { Words } from '../parts/words.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { FindingDetail } from './finding-detail.tsx';
import { FindingFoot } from './finding-foot.tsx';
import { sorted, stateWord, stateWords } from './row-words.ts';
import type { Judged } from './screen.ts';

/** The findings of a row: what asks something in full, what is in order in a line each, what was not asked and what does not apply in one. */
export function FindingList({ row, judged }: { readonly row: ReportRow; readonly judged: Judged }) {
  const { loud, fine, unasked, idle } = sorted(row, judged.dismissals);
  const [only] = row.findings;
  // What was not looked at for one reason is told with that reason once.
  const unknown = loud.filter(({ outcome }) => outcome === 'unknown');
  const isOneReason = unknown.length > 1 && unknown.every(({ summary }) => summary === unknown[0]?.summary);
  const unseen = isOneReason ? unknown : [];
  if (row.findings.length === 1 && only !== undefined)
    return <FindingDetail finding={only} judged={judged} isOnly={true} />;
  return (
    <>
      {loud
        .filter((finding) => !unseen.includes(finding))
        .map((finding) => (
          <FindingDetail key={finding.check} finding={finding} judged={judged} isOnly={loud.length === 1} />
        ))}
      {unseen.length > 0 && <UnseenFindings findings={unseen} />}
      {fine.length + unasked.length + idle.length > 0 && (
        <div class="quiet-findings">
          {fine.map((finding) => (
            <QuietFinding key={finding.check} finding={finding} judged={judged} />
          ))}
          {unasked.length > 0 && <FoldedFindings state="not-asked" findings={unasked} />}
          {idle.length > 0 && <FoldedFindings state="not-applicable" findings={idle} />}
        </div>
      )}
    </>
  );
}

function UnseenFindings({ findings }: { readonly findings: readonly ReportFinding[] }) {
  const [first] = findings;
  return (
    <article class="finding">
      <h4 class="finding-head">
        <Glyph kind="not-looked-at" />
        <span>
          {stateWords('not-looked-at', findings.length)}: <Words text={first?.summary ?? ''} />
        </span>
      </h4>
      <ul class="muted">
        {findings.map(({ check }) => (
          <li key={check}>
            <Words text={checkById(check.split(':')[0] ?? '')?.statement ?? check} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function QuietFinding({ finding, judged }: { readonly finding: ReportFinding; readonly judged: Judged }) {
  const [first, rest] = splitSentence(finding.summary);
  const state = stateOf(finding);
  return (
    <details class="quiet">
      <summary>
        <Glyph kind={state} />
        <span>
          <span class="unseen">{stateWord(state)}: </span>
          <Words text={first} />
        </span>
        <Icon kind="chevron" />
      </summary>
      <div class="finding">
        {[rest, ...finding.notes]
          .filter((text) => text !== '')
          .map((text) => (
            <p key={text} class="muted">
              <Words text={text} />
            </p>
          ))}
        <EvidenceList evidence={finding.evidence} judged={judged} tone="plain" />
        <FindingFoot finding={finding} judged={judged} />
      </div>
    </details>
  );
}

function FoldedFindings(props: {
  readonly state: 'not-asked' | 'not-applicable';
  readonly findings: readonly ReportFinding[];
}) {
  const { state, findings } = props;
  return (
    <details class="quiet">
      <summary>
        <Glyph kind={state} />
        <span>{stateWords(state, findings.length)}</span>
        <Icon kind="chevron" />
      </summary>
      <ul class="finding muted">
        {findings.map(({ check, summary }) => (
          <li key={check}>
            <Words text={summary} />
          </li>
        ))}
      </ul>
    </details>
  );
}
