/** A `fetch` for Node that leads the world's names to its TLS port and refuses all others. `certificate` is PEM. */
export function worldFetch(port: number, certificate: string, options?: { readonly keepAlive?: boolean }): typeof fetch;
