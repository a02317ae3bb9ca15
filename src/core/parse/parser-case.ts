/**
 * One row of a parser's table. Tables stand apart from their tests because they also run inside the built extension in
 * both browsers, and in Node without `Buffer` and `process`.
 */
export interface ParserCase {
  readonly name: string;
  readonly parse: () => unknown;
  readonly expected: unknown;
}
