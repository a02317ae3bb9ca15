const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** `14:02` today, `3 Nov 2026, 14:02` on another day, in the reader's own time zone. */
export function timeWords(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time = clock.format(at);
  return at.toDateString() === now.toDateString() ? time : `${day.format(at)}, ${time}`;
}

/** `3 Nov 2026`; null for a date that means nothing, such as the year 1970 that some builders write. */
export function dateWords(iso: string): string | null {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 2000 ? null : day.format(at);
}

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat('en-GB');

/** `20 months ago`, `just now`; a time that is still to come counts as now. */
export function agoWords(iso: string, now: Date): string {
  const seconds = (now.getTime() - new Date(iso).getTime()) / 1_000;
  // Two of a unit at least: "1 year ago" says too little of 23 months.
  const [unit, length] = UNITS.find(([name, each]) => seconds >= (name === 'minute' ? each : 2 * each)) ?? [];
  return unit === undefined || length === undefined ? 'just now' : relative.format(-Math.floor(seconds / length), unit);
}
