interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string;
  };
}

/** Scripts of the package's own folder; addresses come from `?worker&url` imports and from nowhere else. */
const BUNDLED = /^\/assets\/[\w.-]+\.js$/;

function bundledOnly(address: string): string {
  const { protocol, host, pathname } = new URL(address, location.href);
  const isOwn = protocol === location.protocol && host === location.host;
  if (!isOwn || !BUNDLED.test(pathname)) throw new TypeError(`no worker of Reprise: ${pathname}`);
  return address;
}

// Firefox below 148 knows no trusted types; the rule is the same there.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('reprise-worker', { createScriptURL: bundledOnly }) ?? {
  createScriptURL: bundledOnly,
};

/** Starts a worker of the package; the only place that starts any. */
export const startWorker = (address: string): Worker => new Worker(policy.createScriptURL(address), { type: 'module' });
