import type { JSX } from 'preact';
import type { RowState } from '../../core/report/rows.ts';

/** What a row, a headline or a chip says: told apart at 12 px without colour. */
export type GlyphKind = RowState | 'looking';

const stroke = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.5', 'stroke-linecap': 'round' } as const;

const DRAWINGS: Readonly<Record<GlyphKind, JSX.Element>> = {
  'to-fix': (
    <path
      fill="currentColor"
      d="M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Zm2.97 4.53a.75.75 0 0 0-1.06 0L8 6.94 6.09 5.03a.75.75 0 0 0-1.06 1.06L6.94 8 5.03 9.91a.75.75 0 1 0 1.06 1.06L8 9.06l1.91 1.91a.75.75 0 1 0 1.06-1.06L9.06 8l1.91-1.91a.75.75 0 0 0 0-1.06Z"
    />
  ),
  tip: <path {...stroke} stroke-linejoin="round" d="M8 1.75 14.75 14H1.25L8 1.75Zm0 4.75v3.25m0 2.05v.1" />,
  'worth-knowing': <path {...stroke} d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 6.25v4M8 4.6v.1" />,
  dismissed: <path {...stroke} d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM5 8h6" />,
  fine: <path {...stroke} stroke-linejoin="round" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM5 8.3l2.1 2.1L11.1 6" />,
  'not-looked-at': (
    <>
      <circle {...stroke} cx="8" cy="8" r="7" stroke-dasharray="2.4 2.49" stroke-linecap="butt" />
      <path {...stroke} d="M6.2 6.3A1.85 1.85 0 1 1 8.8 8c-.5.3-.8.6-.8 1.2m0 2.2v.1" />
    </>
  ),
  'not-asked': <circle {...stroke} cx="8" cy="8" r="7" stroke-dasharray="2.4 2.49" stroke-linecap="butt" />,
  'not-applicable': <path {...stroke} d="M4 8h8" />,
  looking: <circle {...stroke} cx="8" cy="8" r="7" />,
};

/** A glyph beside words that say the same; it is hidden from assistive technology. */
export function Glyph({ kind }: { readonly kind: GlyphKind }) {
  return (
    <svg class={`glyph is-${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      {DRAWINGS[kind]}
    </svg>
  );
}
