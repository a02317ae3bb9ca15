/** One scripted answer. `pieces` come one by one, `breaks` ends the body with an error, `hangs` never begins. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | object;
  readonly pieces?: readonly Uint8Array[];
  readonly beforePiece?: () => Promise<void>;
  readonly breaks?: boolean;
  readonly hangs?: boolean;
  readonly fails?: Error;
  /** The address after redirects. */
  readonly url?: string;
}

export interface SentRequest {
  readonly url: string;
  readonly headers: Headers;
  readonly init: RequestInit;
}

type Script = ScriptedAnswer | readonly ScriptedAnswer[] | ((request: SentRequest) => ScriptedAnswer);

export interface ScriptedFetch {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: readonly SentRequest[];
  readonly urls: () => readonly string[];
}

/** A `fetch` that answers from a table of addresses; of a list the last answer is repeated. An unknown address is refused. */
export function scriptedFetch(table: Readonly<Record<string, Script>>): ScriptedFetch {
  const requests: SentRequest[] = [];
  const asked = new Map<string, number>();

  function answerTo(request: SentRequest): ScriptedAnswer {
    const script = table[request.url];
    if (script === undefined) return { fails: new TypeError('Failed to fetch') };
    if (typeof script === 'function') return script(request);
    const before = asked.get(request.url) ?? 0;
    asked.set(request.url, before + 1);
    const list = 'length' in script ? script : [script];
    return list[Math.min(before, list.length - 1)] ?? {};
  }

  // Browsers throw when `fetch` is called as a method of another object, so this one does too.
  async function fetch(this: unknown, input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    if (this !== undefined && this !== globalThis) throw new Error('Illegal invocation');
    const request = { url: String(input), headers: new Headers(init.headers), init };
    requests.push(request);
    const answer = answerTo(request);
    if (answer.hangs === true) await new Promise(() => undefined);
    if (answer.fails !== undefined) throw answer.fails;
    return responseOf(answer, request.url);
  }

  return { fetch, requests, urls: () => requests.map((request) => request.url) };
}

function responseOf(answer: ScriptedAnswer, asked: string): Response {
  const { status = 200 } = answer;
  // The standard gives "not modified" no body.
  const response = new Response(status === 304 ? null : streamOf(answer), { status, headers: { ...answer.headers } });
  Object.defineProperty(response, 'url', { value: answer.url ?? asked });
  return response;
}

function streamOf(answer: ScriptedAnswer): ReadableStream<Uint8Array> {
  const pieces = [...(answer.pieces ?? [bytesOf(answer.body ?? '')])];
  return new ReadableStream({
    async pull(controller) {
      await answer.beforePiece?.();
      const piece = pieces.shift();
      if (piece !== undefined) controller.enqueue(piece);
      else if (answer.breaks === true) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
}

function bytesOf(body: string | Uint8Array | object): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}
