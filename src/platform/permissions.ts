import browser from 'webextension-polyfill';

/** Which of the hosts the reader has taken away, or Firefox never gave. A host is a match pattern: `https://ghcr.io/*`. */
export async function missingHosts(patterns: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(patterns.map((pattern) => hasHost(pattern)));
  return patterns.filter((_, index) => granted[index] !== true);
}

async function hasHost(pattern: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [pattern] });
  } catch {
    return false;
  }
}

/** Asks the reader. Must be called straight from a click, before anything is awaited. */
export async function requestHosts(patterns: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...patterns] });
  } catch {
    return false;
  }
}
