import { Glyph } from '../parts/glyph.tsx';
import type { Judged } from './screen.ts';

/** Docker Hub is asked only where the reader allows it: one line and one button for all that waits for that. */
export function HubOffer({ judged, onAllow }: { readonly judged: Judged; readonly onAllow: () => void }) {
  const { unaskedHub } = judged;
  if (unaskedHub.length === 0) return null;
  return (
    <section class="hub-offer">
      <h2 class="unseen">Docker Hub</h2>
      <Glyph kind="not-asked" />
      <p>
        Docker Hub was not asked for{' '}
        {unaskedHub.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <code>{name}</code>
          </span>
        ))}
        . <span class="muted">Asking tells it {unaskedHub.length === 1 ? 'that name' : 'these names'}.</span>
      </p>
      <button type="button" class="button is-small" onClick={onAllow}>
        Allow Docker Hub
      </button>
    </section>
  );
}
