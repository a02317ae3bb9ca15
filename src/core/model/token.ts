/** The id of a reader without a token; a reader with one goes by an id made from it. */
export const anonymousReader = 'anonymous';

/** What a page may show of the reader's GitHub token: never the token itself. */
export interface DescribedToken {
  readonly kind: 'fine-grained' | 'classic' | 'other';
  readonly lastFour: string;
  /** Whether it outlives the browser's closing. */
  readonly remembered: boolean;
}
