import type { Browser, Page } from 'puppeteer-core';

/** A value as WebDriver BiDi writes it; only the parts read here. */
interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

export interface RemoteNode extends RemoteValue {
  readonly value?: { readonly shadowRoot?: RemoteNode | null };
}

interface Connection {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

/** BiDi's raw messages, for what puppeteer has no words for: chrome windows, closed shadow roots, extension pages. */
export interface FirefoxProtocol {
  readonly send: (method: string, parameters: object) => Promise<unknown>;
  readonly contextOf: (page: Page) => string;
  /** Calls a function, given as text, in a page or window; arguments and answer are BiDi values. */
  readonly call: (
    context: string,
    functionText: string,
    args: readonly object[],
    extra?: object,
  ) => Promise<RemoteValue>;
  /** Calls a function, given as text, with strings, in the browser's own window. */
  readonly callInChrome: (functionText: string, ...args: readonly string[]) => Promise<unknown>;
}

export const firefoxProtocol = async (browser: Browser): Promise<FirefoxProtocol> => {
  const { connection } = browser as unknown as { readonly connection: Connection };
  const send: FirefoxProtocol['send'] = async (method, parameters) =>
    (await connection.send(method, parameters)).result;

  const call: FirefoxProtocol['call'] = async (context, functionText, args, extra = {}) => {
    const answer = (await send('script.callFunction', {
      functionDeclaration: functionText,
      awaitPromise: true,
      target: { context },
      arguments: args,
      ...extra,
    })) as { type: string; result: RemoteValue; exceptionDetails?: { text: string } };
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer.result;
  };

  const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: { context: string }[];
  };
  const chrome = tree.contexts[0]?.context ?? '';
  return {
    send,
    contextOf: (page) => (page.mainFrame() as unknown as { readonly _id: string })._id,
    call,
    callInChrome: async (functionText, ...args) => {
      const strings = args.map((value) => ({ type: 'string', value }));
      return (await call(chrome, functionText, strings)).value;
    },
  };
};
