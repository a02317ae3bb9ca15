import { type Dismissals, noDismissals, reasonFor } from '../model/dismissals.ts';
import type { Evidence } from '../model/finding.ts';
import { redact } from '../model/redaction.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import type { RepositoryRef } from '../model/repository-ref.ts';
import type { Rubric } from '../model/rubric.ts';
import { unreadSentence } from '../model/unread.ts';
import { evidenceLink } from './evidence-link.ts';
import { evidenceWords } from './evidence-words.ts';
import { headlineOf } from './headline.ts';
import { codeBlock, codeSpan, markdownLink, markdownText } from './markdown-text.ts';
import { reasonOf } from './reason-of.ts';
import { type ReportRow, type RowState, rowsOf, stateOf } from './rows.ts';

/** What is written down beside the report itself. */
export interface MarkdownParts {
  readonly report: Report;
  readonly rubric: Rubric;
  /** By the name GitHub gives it now; its lines are linked. */
  readonly repository: Pick<RepositoryRef, 'owner' | 'name'> | null;
  readonly dismissals?: Dismissals;
}

const MARKS: Readonly<Record<RowState, string>> = {
  'to-fix': '❌ to fix',
  tip: '⚠️ tip',
  'worth-knowing': 'ℹ️ worth knowing',
  'not-looked-at': '❔ not looked at',
  dismissed: '➖ dismissed',
  fine: '✅ fine',
  'not-asked': '❔ not asked',
  'not-applicable': '➖ does not apply',
};

const MOST_EVIDENCE = 5;

/** The whole report as Markdown for GitHub. Notices about secrets are in no report; quotes come redacted. */
export function toMarkdown(parts: MarkdownParts): string {
  const { report, rubric, dismissals = noDismissals } = parts;
  const { title, sentence } = headlineOf(report, rubric, dismissals);
  const rows = rowsOf(report, rubric, dismissals);
  const lines = [
    `## ${markdownText(report.subject)}: ${markdownText(title)}`,
    '',
    markdownText(sentence),
    '',
    ...rows.flatMap((row) => rowLines(row, parts)),
    ...notReadLines(report),
    '',
    footOf(report, rubric),
    '',
  ];
  return redact(lines.join('\n'));
}

/** Only what is left to fix, as a list of tasks; null when nothing is. Tips follow, what was dismissed does not. */
export function leftToFix(parts: MarkdownParts): string | null {
  const { report, rubric, dismissals = noDismissals } = parts;
  const ofState = (state: RowState) => report.findings.filter((finding) => stateOf(finding, dismissals) === state);
  const [toFix, tips] = [ofState('to-fix'), ofState('tip')];
  if (toFix.length + tips.length === 0) return null;
  const tasks = (findings: readonly ReportFinding[]) =>
    findings.flatMap((finding) => [`- [ ] ${markdownText(finding.summary)}`, ...detailLines(finding, parts)]);
  const lines = [
    `## Left to fix in ${markdownText(report.subject)}`,
    '',
    ...tasks(toFix),
    ...(tips.length === 0 ? [] : [...(toFix.length === 0 ? [] : ['']), '### Tips', '', ...tasks(tips)]),
    '',
    footOf(report, rubric),
    '',
  ];
  return redact(lines.join('\n'));
}

function rowLines({ statement, state, findings }: ReportRow, parts: MarkdownParts): readonly string[] {
  const dismissals = parts.dismissals ?? noDismissals;
  const shown = findings.filter((finding) => stateOf(finding, dismissals) !== 'not-applicable');
  const lines = (shown.length === 0 ? findings.slice(0, 1) : shown).flatMap((finding) => {
    const own = stateOf(finding, dismissals);
    const reason = reasonFor(dismissals, finding.check);
    return [
      `  - ${own === state ? '' : `${MARKS[own]}: `}${markdownText(finding.summary)}`,
      ...(own === 'dismissed' && reason !== null ? [`    - Dismissed: ${markdownText(reason)}`] : []),
      ...(own === 'fine' || own === 'not-applicable' ? [] : detailLines(finding, parts, '    ')),
    ];
  });
  return [`- **${MARKS[state]}** ${markdownText(statement)}`, ...lines];
}

function detailLines(finding: ReportFinding, parts: MarkdownParts, indent = '  '): readonly string[] {
  const { evidence, fix } = finding;
  const why = reasonOf(finding, parts.rubric);
  const rest = evidence.length - MOST_EVIDENCE;
  return [
    ...evidence.slice(0, MOST_EVIDENCE).map((item) => `${indent}- ${evidenceLine(item, parts)}`),
    ...(rest > 0 ? [`${indent}- and ${rest} more ${rest === 1 ? 'place' : 'places'}`] : []),
    ...(why === null ? [] : [`${indent}- Why: ${markdownText(why)}`]),
    ...(fix?.ways ?? []).flatMap(({ when, say, paste }) => [
      `${indent}- ${markdownText(when ?? 'Fix')}: ${markdownText(say)}`,
      ...(paste === null ? [] : codeBlock(paste, `${indent}  `)),
    ]),
  ];
}

function evidenceLine(evidence: Evidence, { report, repository }: MarkdownParts): string {
  const link = evidenceLink(evidence, repository, report.commit);
  const words = markdownText(evidenceWords(evidence));
  const place = link === null ? words : markdownLink(words, link);
  const quote = 'quote' in evidence ? codeSpan(evidence.quote) : '';
  return quote === '' ? place : `${place}: ${quote}`;
}

const notReadLines = ({ notRead }: Report): readonly string[] =>
  notRead.length === 0
    ? []
    : [
        '',
        'Not looked at:',
        '',
        ...notRead.map(({ what, why }) => `- ${markdownText(`${what}: ${unreadSentence(why)}`)}`),
      ];

function footOf({ commit, readAt, tool }: Report, rubric: Rubric): string {
  const where = commit === null ? '' : ` at ${commit.slice(0, 7)}`;
  return `Read ${readAt.slice(0, 16).replace('T', ' ')} UTC${where} by Reprise ${markdownText(tool.version)}, an unofficial tool, for “${markdownText(rubric.title)}”. Nothing was run.`;
}
