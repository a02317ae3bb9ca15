import type { Evidence } from '../../core/model/finding.ts';
import { evidenceLink } from '../../core/report/evidence-link.ts';
import { CodeBox } from '../parts/code-box.tsx';
import { OutLink } from '../parts/out-link.tsx';
import type { Judged } from './screen.ts';

/** What a verdict stands on, in the form the reader knows from GitHub; a registry's own words only for those who want them. */
export function EvidenceBox(props: {
  readonly evidence: Evidence;
  readonly judged: Judged;
  readonly tone: 'found' | 'noted' | 'plain';
}) {
  const { evidence, judged, tone } = props;
  const { commit } = judged.report;
  const link = evidenceLink(evidence, judged.repository, commit);
  const place = commit === null ? undefined : <span class="muted">at {commit.slice(0, 7)}</span>;
  if (evidence.kind === 'tree')
    return (
      <p class="muted">
        Looked for <OutLink href={link}>{evidence.lookedFor}</OutLink> among{' '}
        {evidence.entries === 1 ? 'the only entry' : `the ${evidence.entries.toLocaleString('en')} entries`} of the
        repository.
      </p>
    );
  if (evidence.kind === 'registry') {
    const answered = registryWords(evidence);
    if (evidence.quote === '') return <p class="muted">{answered}.</p>;
    return (
      <details class="answer">
        <summary>{answered}</summary>
        <CodeBox tone="plain" head={null} text={evidence.quote} />
      </details>
    );
  }
  const head = <OutLink href={link}>{whereWords(evidence)}</OutLink>;
  if (evidence.kind === 'line')
    return (
      <CodeBox tone={tone} head={head} {...(place && { aside: place })} text={evidence.quote} line={evidence.line} />
    );
  return <CodeBox tone={tone} head={head} text={evidence.quote === '' ? null : evidence.quote} />;
}

function whereWords(evidence: Exclude<Evidence, { kind: 'tree' | 'registry' }>): string {
  if (evidence.kind === 'line') return `${evidence.path} line ${evidence.line}`;
  const digest = shortDigest(evidence.digest);
  if (evidence.kind === 'config') return `${evidence.field} in the image’s configuration ${digest}`;
  if (evidence.kind === 'history') return `step ${evidence.entry} of the image’s history ${digest}`;
  return `${evidence.path} in layer ${digest}`;
}

const registryWords = ({ reference, request, status, code }: Extract<Evidence, { kind: 'registry' }>): string =>
  `${reference.split('/')[0]} answered ${status}${code === null ? '' : ` ${code}`} when asked for the ${request}`;

const shortDigest = (digest: string): string => digest.replace(/^(sha256:[0-9a-f]{6})[0-9a-f]+$/, '$1…');
