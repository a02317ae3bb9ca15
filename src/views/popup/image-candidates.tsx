import type { Evidence } from '../../core/model/finding.ts';
import { registryTitle } from '../../core/model/image-reference.ts';
import { evidenceLink } from '../../core/report/evidence-link.ts';
import { CodeBox } from '../parts/code-box.tsx';
import { OutLink } from '../parts/out-link.tsx';
import { accessWord } from './access-words.ts';
import type { CandidateFacts, ImageFacts } from './image-facts.ts';
import type { Judged } from './screen.ts';

interface Props {
  readonly candidate: CandidateFacts;
  readonly judged: Judged;
}

/** The line that names it, at the judged commit. */
export function CandidatePlace({ candidate: { place, origin }, judged }: Props) {
  if (place !== null) return <LineLink place={place} judged={judged} />;
  return <>{origin === 'given' ? 'given by the reader' : 'by its name; no file names it'}</>;
}

export function LineLink({ place, judged }: { readonly place: Evidence; readonly judged: Judged }) {
  const { repository, report } = judged;
  const words = place.kind === 'line' ? `${place.path} line ${place.line}` : '';
  return <OutLink href={evidenceLink(place, repository, report.commit)}>{words}</OutLink>;
}

/** Whether its registry may be asked. */
export const isAsked = ({ access }: CandidateFacts): boolean => access !== 'not-asked';

const unaskedWords = (registry: string): string =>
  registry === 'docker.io'
    ? 'Docker Hub was not asked: Reprise may not ask it yet.'
    : `${registry} was not asked: Reprise asks ghcr.io and Docker Hub only.`;

/** The registry's own words, folded; or that it was not asked. */
export function CandidateAnswer({ candidate }: Pick<Props, 'candidate'>) {
  const { answers, registry } = candidate;
  if (!isAsked(candidate)) return <>{unaskedWords(registry)}</>;
  return (
    <>
      {answers.map((answer, index) => (
        <Answer key={index} answer={answer} />
      ))}
    </>
  );
}

/** Which registry it was says the image's own name. */
function Answer({ answer }: { readonly answer: Evidence }) {
  if (answer.kind !== 'registry') return null;
  const { status, code, request, quote } = answer;
  const words = `${status}${code === null ? '' : ` ${code}`}, asked for the ${request}`;
  if (quote === '') return <>{words}</>;
  return (
    <details class="answer">
      <summary>{words}</summary>
      <CodeBox tone="plain" head={null} text={quote} />
    </details>
  );
}

/** Every other image that is named; those on registries that were not asked take one line. */
export function OtherCandidates({ image, judged }: { readonly image: ImageFacts; readonly judged: Judged }) {
  const others = image.candidates.filter(({ reference }) => reference !== image.reference);
  const asked = others.filter(isAsked);
  const elsewhere = others.filter((candidate) => !isAsked(candidate));
  const registries = [...new Set(elsewhere.map(({ registry }) => registryTitle(registry)))].join(' and ');
  return (
    <>
      {asked.length > 0 && (
        <div class="others">
          <h3>Also named</h3>
          <ul>
            {asked.map((candidate) => (
              <Other key={candidate.reference} candidate={candidate} judged={judged} />
            ))}
          </ul>
        </div>
      )}
      {elsewhere.length > 0 && (
        <details class="answer others">
          <summary>
            {elsewhere.length} more on {registries}, not asked
          </summary>
          <ul>
            {elsewhere.map((candidate) => (
              <Other key={candidate.reference} candidate={candidate} judged={judged} />
            ))}
          </ul>
          <p class="muted">Nothing is said about what a registry holds that was not asked.</p>
        </details>
      )}
    </>
  );
}

function Other({ candidate, judged }: Props) {
  return (
    <li>
      <code>{candidate.reference}</code>
      <p class="muted">
        {isAsked(candidate) && `${accessWord(candidate.access)} · `}
        {candidate.origin === 'named' && 'named in '}
        <CandidatePlace candidate={candidate} judged={judged} />
      </p>
      {isAsked(candidate) && <CandidateAnswer candidate={candidate} />}
    </li>
  );
}
