const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;
const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `101 MB`, `1.7 GB`: decimal units, one digit below ten. */
export function bytesWords(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1_000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}

/** Small whole numbers as words, larger ones as digits. */
export const numberWord = (count: number): string => NUMBERS[count] ?? String(count);
