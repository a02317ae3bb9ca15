import type { JSX } from 'preact';

export type IconKind = 'mark' | 'search' | 'chevron' | 'external' | 'refresh' | 'terminal';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.5',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

const DRAWINGS: Readonly<Record<IconKind, JSX.Element>> = {
  // The same drawing as the toolbar's icon.
  mark: (
    <>
      <path fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" d="M13 5A6 6 0 1 0 13.9 9.4" />
      <path fill="currentColor" d="M14.8 1v5.6H9.2z" />
    </>
  ),
  search: <path {...line} d="M7 2.25a4.75 4.75 0 1 1 0 9.5 4.75 4.75 0 0 1 0-9.5Zm3.5 8.25 3.25 3.25" />,
  chevron: <path {...line} d="m6 4 4 4-4 4" />,
  external: <path {...line} d="M6.5 3.25H3.25v9.5h9.5V9.5M9.5 2.75h3.75V6.5m0-3.75L7.5 8.5" />,
  terminal: <path {...line} d="m2.75 4.5 3.5 3.5-3.5 3.5M8.25 11.75h5" />,
  refresh: <path {...line} d="M13.25 8A5.25 5.25 0 1 1 11.6 4.2l1.65 1.55m0-3.25v3.25H10" />,
};

/** A drawing that says nothing a word beside it does not say. */
export function Icon({ kind }: { readonly kind: IconKind }) {
  return (
    <svg class={`icon icon-${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      {DRAWINGS[kind]}
    </svg>
  );
}
