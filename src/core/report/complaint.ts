import { checkById } from '../checks/index.ts';
import { projectRepository } from '../model/project.ts';
import { redact } from '../model/redaction.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import type { RepositoryRef } from '../model/repository-ref.ts';
import { evidenceLink } from './evidence-link.ts';
import { evidenceWords } from './evidence-words.ts';
import { markdownLink, markdownText } from './markdown-text.ts';
import { isSafety } from './safety-notices.ts';

/** A public issue about a wrong verdict, before its reader has edited it. */
export interface Complaint {
  readonly title: string;
  readonly body: string;
}

export interface ComplaintParts {
  readonly finding: ReportFinding;
  readonly report: Report;
  readonly repository: Pick<RepositoryRef, 'owner' | 'name'> | null;
  /** What was read may be private: then nothing of it is named. */
  readonly isPrivate: boolean;
}

/** Stands where the reader's own words belong. */
export const toWrite = '(write here)';

// GitHub answers longer addresses with an error.
const LONGEST_ADDRESS = 7_000;
const MOST_EVIDENCE = 5;

/** Only what the reader sees: the check, its words, links to its evidence, and the versions that judged. No quote of a file. */
export function complaintAbout(parts: ComplaintParts): Complaint {
  const { finding, report, isPrivate } = parts;
  const statement = checkById(finding.check.split(':')[0] ?? '')?.statement ?? '';
  // Where a live token stands is told to nobody else.
  const said =
    isPrivate || isSafety(finding)
      ? []
      : ['What it said:', `> ${markdownText(finding.summary)}`, '', ...evidenceLines(parts)];
  const body = [
    'What is wrong with this verdict, and what would be right:',
    '',
    toWrite,
    '',
    ...said,
    `Check: \`${finding.check}\`${statement === '' ? '' : ` (${markdownText(statement)})`}`,
    `Verdict: ${finding.outcome}, ${finding.level}`,
    `Rubric: ${markdownText(report.rubric.id)} ${report.rubric.hash.slice(0, 12)}`,
    `Version: Reprise ${markdownText(report.tool.version)}`,
    ...(isPrivate ? ['', 'The names are left out, as the repository or image may be private.'] : []),
  ];
  return { title: `Wrong verdict: ${finding.check}`, body: redact(body.join('\n')) };
}

/** Opens the form for a new issue, filled in; nothing is sent before it is submitted there. */
export function issueAddress({ title, body }: Complaint): string {
  const start = `https://github.com/${projectRepository}/issues/new?title=${encode(title.slice(0, 200))}&body=`;
  const characters = [...body];
  let length = start.length;
  const fitting = characters.findIndex((character) => {
    length += encode(character).length;
    return length > LONGEST_ADDRESS;
  });
  return start + encode(fitting === -1 ? body : characters.slice(0, fitting).join(''));
}

// Half a character, as it is left by cutting in the middle of one, cannot be encoded.
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));

function evidenceLines({ finding, report, repository }: ComplaintParts): readonly string[] {
  const lines = finding.evidence.slice(0, MOST_EVIDENCE).map((evidence) => {
    const link = evidenceLink(evidence, repository, report.commit);
    const words = markdownText(evidenceWords(evidence));
    return `- ${link === null ? words : markdownLink(words, link)}`;
  });
  return lines.length === 0 ? [] : ['Where:', ...lines, ''];
}
