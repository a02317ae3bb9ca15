/** Variables by name, as far as a file tells them. */
export type Variables = ReadonlyMap<string, string>;

const ASSIGNED =
  /(?:^|[;&\n])[ \t]{0,80}(?:export[ \t]{1,9})?([A-Za-z_]\w{0,100})=(?:"([^"$`\\]{0,2000})"|'([^']{0,2000})'|([\w./:@+,-]{1,200}))(?=\s{0,80}(?:[;&\n]|$))/g;

/** Variables that the script gives itself: `deps="a b" && …`. */
export const assigned = (text: string): readonly (readonly [string, string])[] =>
  text.includes('=')
    ? [...text.matchAll(ASSIGNED)].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? ''])
    : [];

/** Values that mean nothing else to a shell. */
const HARMLESS = /^[\w\s./:@=+,~^%-]{0,2000}$/;
const VARIABLE = /(?<!\\)\$(?:\{([A-Za-z_]\w{0,200})(?::?-([\w./:@=+,-]{0,200}))?\}|([A-Za-z_]\w{0,200}))/g;

/** A text with the variables put in that are known and mean nothing else to a shell; the others stay as written. */
export const filledIn = (text: string, variables: Variables): string =>
  text.includes('$')
    ? text.replace(VARIABLE, (all: string, braced?: string, other?: string, bare?: string) => {
        const value = variables.get(braced ?? bare ?? '') ?? other;
        return value !== undefined && HARMLESS.test(value) ? value.replace(/\s{1,200}/g, ' ') : all;
      })
    : text;
