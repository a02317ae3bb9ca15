import type { Shell } from './settings.ts';

// Words of these characters mean themselves in both. PowerShell reads `@`, `%` and `,` in its own way, so they are quoted.
const PLAIN = /^[A-Za-z0-9_.][A-Za-z0-9_./:-]*$/;
// Nobody should paste what cannot be seen.
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/gu;
// PowerShell takes the typographic ones for the plain one.
const POWERSHELL_QUOTES = /['‘’‚‛]/g;

/** A text as one word of a command, quoted where the shell would else read something into it. */
export function shellWord(text: string, shell: Shell): string {
  const seen = text.replace(UNSEEN, '');
  if (PLAIN.test(seen)) return seen;
  const inside =
    shell === 'bash'
      ? seen.replaceAll("'", String.raw`'\''`)
      : seen.replace(POWERSHELL_QUOTES, (quote) => quote + quote);
  return `'${inside}'`;
}
