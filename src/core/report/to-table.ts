import type { Evidence } from '../model/finding.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { unreadSentence } from '../model/unread.ts';
import { evidenceWords } from './evidence-words.ts';
import { headlineOf } from './headline.ts';
import { type ReportRow, type RowState, rowsOf } from './rows.ts';
import { safetyNoticesOf } from './safety-notices.ts';

const WORDS: Readonly<Record<RowState, string>> = {
  'to-fix': '✗ to fix',
  tip: '! tip',
  'worth-knowing': '! worth knowing',
  dismissed: '– dismissed',
  fine: '✓ fine',
  'not-looked-at': '? not looked at',
  'not-asked': '? not asked',
  'not-applicable': '– does not apply',
};

/** The report as a table for a terminal, without colours. Every line ends without blanks. */
export function toTable(report: Report, rubric: Rubric): string {
  const { title, sentence } = headlineOf(report, rubric);
  const rows = rowsOf(report, rubric);
  const width = Math.max(...Object.values(WORDS).map((word) => word.length));
  const lines = [
    `${report.subject} · ${rubric.title}`,
    `${title}. ${sentence}`,
    ...safetyLines(report),
    '',
    ...rows.flatMap((row) => rowLines(row, width)),
    ...imageLines(report),
    ...report.notices.map((notice) => `Note: ${notice}`),
    ...notReadLines(report),
    '',
    footOf(report, rows.length),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** What looks like a live token, and where; on the reader's own terminal only. */
const safetyLines = (report: Report): readonly string[] =>
  safetyNoticesOf(report).flatMap(({ summary, remedy, page, places }) => [
    '',
    `${summary}${page === null ? '' : ` ${page}`}`,
    ...places.map((place) => `  ${evidenceWords(place)}`),
    `  ${remedy}`,
  ]);

function rowLines(row: ReportRow, width: number): readonly string[] {
  const indent = ' '.repeat(width + 2);
  const details = withoutRepeats(row.findings).flatMap((finding) => findingLines(finding));
  return [`${WORDS[row.state].padEnd(width)}  ${row.statement}`, ...details.map((line) => indent + line)];
}

/** Several checks of one row may find that the same thing is not there. */
const withoutRepeats = (findings: readonly ReportFinding[]): readonly ReportFinding[] =>
  findings.filter((one, index) => findings.findIndex(({ summary }) => summary === one.summary) === index);

function findingLines({ summary, evidence, notes, fix }: ReportFinding): readonly string[] {
  return [
    summary,
    ...evidence.slice(0, 3).map((item) => `  ${evidenceLine(item)}`),
    ...notes.map((note) => `Note: ${note}`),
    ...(fix?.ways ?? []).flatMap(({ when, say, paste }) => [
      `${when === null ? 'Fix' : when}: ${say}`,
      ...(paste?.split('\n').map((line) => `  ${line}`) ?? []),
    ]),
  ];
}

function evidenceLine(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'line':
      return `${evidence.path}:${evidence.line}  ${evidence.quote.trim()}`;
    case 'tree':
      return `looked for ${evidence.lookedFor} among ${evidence.entries} entries`;
    case 'registry':
      return `${evidence.reference}, ${evidence.request}: ${evidence.status} ${evidence.code ?? ''} ${evidence.quote}`;
    case 'config':
      return `${evidence.digest} ${evidence.field}: ${evidence.quote}`;
    case 'history':
      return `${evidence.digest} history ${evidence.entry}: ${evidence.quote}`;
    case 'layer':
      return `${evidence.digest} ${evidence.path}: ${evidence.quote}`;
  }
}

function imageLines({ image }: Report): readonly string[] {
  if (image === null) return [];
  return [
    '',
    ...image.candidates.map(({ reference, foundIn, answer }) => {
      const mark = reference === image.chosen ? 'Image' : 'also';
      return `${mark}: ${reference} (${foundIn})${answer === null ? '' : `, answered ${answer.status} ${answer.code ?? ''}`}`;
    }),
  ];
}

const notReadLines = ({ notRead }: Report): readonly string[] =>
  notRead.length === 0
    ? []
    : ['', 'Not looked at:', ...notRead.slice(0, 12).map(({ what, why }) => `  ${what}: ${unreadSentence(why)}`)];

function footOf({ commit, readAt, tool }: Report, rows: number): string {
  const where = commit === null ? '' : ` at ${commit.slice(0, 7)}`;
  return `Read ${readAt}${where} by ${tool.name} ${tool.version}, which looks at ${rows} ${rows === 1 ? 'thing' : 'things'} for this rubric.`;
}
