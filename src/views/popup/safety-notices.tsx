import { evidenceLink } from '../../core/report/evidence-link.ts';
import { evidenceWords } from '../../core/report/evidence-words.ts';
import { type SafetyNotice, safetyNoticesOf } from '../../core/report/safety-notices.ts';
import { OutLink } from '../parts/out-link.tsx';
import type { Judged } from './screen.ts';

const MOST_PLACES = 5;

/** What looks like a live credential: above everything else, outside of every score, and never with its value. */
export function SafetyNotices({ judged }: { readonly judged: Judged }) {
  const notices = safetyNoticesOf(judged.report);
  return (
    <>
      {notices.map((notice) => (
        <section key={notice.summary} class="safety" role="alert">
          <p>
            <b>{notice.summary}</b>
          </p>
          <p>{notice.remedy}</p>
          <Places places={notice.places} judged={judged} />
          {notice.page !== null && (
            <p class="buttons">
              <OutLink href={notice.page} look="button is-primary">
                Revoke it
              </OutLink>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function Places({ places, judged }: { readonly places: SafetyNotice['places']; readonly judged: Judged }) {
  const rest = places.length - MOST_PLACES;
  return (
    <ul>
      {places.slice(0, MOST_PLACES).map((place, index) => (
        <li key={index}>
          <OutLink href={evidenceLink(place, judged.repository, judged.report.commit)}>{evidenceWords(place)}</OutLink>
        </li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  );
}
