/** Time, passed in. `now` is milliseconds since 1970; `sleep` really takes its time and ends early when the signal is aborted. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}
