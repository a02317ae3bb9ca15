import { type Popup, waitForText } from './driver.ts';
import type { FirefoxProtocol } from './firefox-protocol.ts';

// BiDi knows no context for a popup, so it is reached through the browser's own window. The functions below are texts that run there.
const popupElement = `[...document.querySelectorAll('browser.webextension-popup-browser')]
  .find((one) => one.currentURI?.spec.startsWith('moz-extension://') && one.closest('panel')?.state === 'open')`;

/** Evaluates an expression in the popup's page and hands the answer back by message. */
const evaluateInPopup = `(expression) => new Promise((resolve, reject) => {
  const popup = ${popupElement};
  if (!popup) return reject(new Error('no popup is open'));
  const name = 'reprise-test:' + Math.random();
  popup.messageManager.addMessageListener(name, function answer({ data }) {
    popup.messageManager.removeMessageListener(name, answer);
    'error' in data ? reject(new Error(data.error)) : resolve(data.json);
  });
  const script = '(async () => {' +
    'const say = (data) => sendAsyncMessage(' + JSON.stringify(name) + ', data);' +
    'try {' +
      'const page = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });' +
      'const value = await Cu.evalInSandbox(' + JSON.stringify('(' + expression + ')') + ', page);' +
      'say({ json: JSON.stringify(value === undefined ? null : value) });' +
    '} catch (error) { say({ error: String(error) }); }' +
  '})()';
  popup.messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
})`;

const drawPopup = `async () => {
  const popup = ${popupElement};
  const area = new DOMRect(0, 0, popup.clientWidth, popup.clientHeight);
  const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(area, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL().split(',')[1];
}`;

const hidePopup = `async () => {
  const panel = ${popupElement}?.closest('panel');
  if (!panel) return;
  const hidden = new Promise((done) => panel.addEventListener('popuphidden', done, { once: true }));
  panel.hidePopup();
  await hidden;
}`;

export const firefoxPopup = ({ callInChrome }: FirefoxProtocol): Popup => {
  const evaluate = async (expression: string): Promise<unknown> =>
    JSON.parse((await callInChrome(evaluateInPopup, expression)) as string);
  const text = async () => (await evaluate('document.body.innerText')) as string;
  return {
    text,
    waitFor: (wanted, ms) => waitForText(text, wanted, ms),
    click: async (selector) => {
      await evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
    },
    evaluate,
    screenshot: async () => Buffer.from((await callInChrome(drawPopup)) as string, 'base64'),
    close: async () => {
      await callInChrome(hidePopup);
    },
  };
};
