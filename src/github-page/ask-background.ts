import type { PageMessage } from '../core/model/badge-state.ts';

/** Of the browser's runtime, what the page's side may use. `id` is gone once the extension was updated or removed. */
export interface Runtime {
  readonly id?: string | undefined;
  readonly sendMessage: (message: PageMessage) => Promise<unknown>;
  readonly onMessage: { readonly addListener: (listener: (message?: { readonly type?: unknown }) => void) => void };
}

// The browser may kill the background with an answer pending, and starts it again for the next message.
const WAITS = [150, 500, 1_500, 0];

/** The background's answer, or undefined when there is none after three more tries. Never rejects. */
export async function askBackground(runtime: Runtime, message: PageMessage): Promise<unknown> {
  for (const wait of WAITS) {
    // Without an id the extension is gone, and asking would only be an error in the page's console.
    try {
      const answer = runtime.id && (await runtime.sendMessage(message));
      if (answer) return answer;
    } catch {}
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return undefined;
}
