import type { Change } from '../../core/model/look.ts';

/** `Since your last look: 2 fixed, 1 new.`, or nothing. */
export function changeWords({ fixed, appeared }: Change): string {
  const parts = [
    ...(fixed.length === 0 ? [] : [`${fixed.length} fixed`]),
    ...(appeared.length === 0 ? [] : [`${appeared.length} new`]),
  ];
  return parts.length === 0 ? '' : `Since your last look: ${parts.join(', ')}.`;
}
