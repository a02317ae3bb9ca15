import type { Browser, ConsoleMessage, Target } from 'puppeteer-core';

/** Listens to every page and worker of the browser from now on; the list grows by the errors that name the origin. */
export const listenForComplaints = (browser: Browser, origin: string): string[] => {
  const complaints: string[] = [];
  const note = (text: string, place: string) => {
    if (`${place} ${text}`.includes(origin)) complaints.push(text);
  };
  const onMessage = (at: string) => (message: ConsoleMessage) => {
    if (message.type() === 'error') note(message.text(), `${at} ${message.location().url}`);
  };
  const listen = async (target: Target) => {
    // What was said before is told again when puppeteer begins to listen.
    const page = target.type() === 'page' ? await target.page() : null;
    page?.on('console', (message) => onMessage(page.url())(message));
    page?.on('pageerror', (error) => note(String(error), error instanceof Error ? String(error.stack) : ''));
    const worker = target.type() === 'service_worker' ? await target.worker() : null;
    worker?.on('console', onMessage(worker.url()));
    worker?.on('error', (error) => note(String(error), String(error.stack)));
  };
  // A target may be gone before it is listened to.
  const begin = (target: Target) => void listen(target).catch(() => undefined);
  browser.on('targetcreated', begin);
  browser.targets().forEach(begin);
  return complaints;
};
