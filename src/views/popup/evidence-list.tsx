import { useSignal } from '@preact/signals';
import type { Evidence } from '../../core/model/finding.ts';
import { evidenceLink } from '../../core/report/evidence-link.ts';
import { CodeBox } from '../parts/code-box.tsx';
import { OutLink } from '../parts/out-link.tsx';
import { EvidenceBox } from './evidence-box.tsx';
import type { Judged } from './screen.ts';

type Line = Extract<Evidence, { kind: 'line' }>;
type Tone = 'found' | 'noted' | 'plain';

const MOST_BOXES = 3;
const MOST_LINES = 5;

/** Everything a verdict stands on: the lines of one file in one box, and the first boxes only. */
export function EvidenceList(props: {
  readonly evidence: readonly Evidence[];
  readonly judged: Judged;
  readonly tone: Tone;
}) {
  const isWhole = useSignal(false);
  const boxes = boxesOf(props.evidence);
  const shown = isWhole.value ? boxes : boxes.slice(0, MOST_BOXES);
  const left = boxes.length - shown.length;
  return (
    <>
      {shown.map((box, index) =>
        box.length > 1 ? (
          <LinesBox key={index} {...props} lines={box as readonly Line[]} />
        ) : (
          box.map((evidence) => <EvidenceBox key={index} {...props} evidence={evidence} />)
        ),
      )}
      {left > 0 && (
        <p>
          <button
            type="button"
            class="link-button"
            onClick={() => {
              isWhole.value = true;
            }}
          >
            {left} more {left === 1 ? 'place' : 'places'}
          </button>
        </p>
      )}
    </>
  );
}

/** Lines of one file stand together, in the file's order, where the first of them stood. */
function boxesOf(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const boxes = new Map<string, Evidence[]>();
  evidence.forEach((item, index) => {
    const key = item.kind === 'line' ? `line ${item.path}` : `${index}`;
    boxes.set(key, [...(boxes.get(key) ?? []), item]);
  });
  return [...boxes.values()].map((box) => box.toSorted((one, other) => lineOf(one) - lineOf(other)));
}

const lineOf = (item: Evidence): number => (item.kind === 'line' ? item.line : 0);

function LinesBox(props: { readonly lines: readonly Line[]; readonly judged: Judged; readonly tone: Tone }) {
  const { lines, judged, tone } = props;
  const isWhole = useSignal(false);
  const { commit } = judged.report;
  const hrefOf = (line: Line) => evidenceLink(line, judged.repository, commit);
  const [first] = lines;
  if (first === undefined) return null;
  const shown = isWhole.value ? lines : lines.slice(0, MOST_LINES);
  const left = lines.length - shown.length;
  return (
    <CodeBox
      tone={tone}
      head={
        <>
          <OutLink href={hrefOf(first)}>{first.path}</OutLink> <span class="muted">{lines.length} lines</span>
        </>
      }
      {...(commit !== null && { aside: <span class="muted">at {commit.slice(0, 7)}</span> })}
      text={null}
      lines={shown.map((line) => ({ number: line.line, text: line.quote, href: hrefOf(line) }))}
      foot={
        left > 0 && (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              isWhole.value = true;
            }}
          >
            {left} more {left === 1 ? 'line' : 'lines'}
          </button>
        )
      }
    />
  );
}
