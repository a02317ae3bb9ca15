import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askBackground, type Runtime } from './ask-background.ts';

const runtimeWith = (sendMessage: Runtime['sendMessage'], id: string | undefined = 'reprise') => ({
  id: id as string | undefined,
  sendMessage: vi.fn(sendMessage),
  onMessage: { addListener: () => {} },
});

const open = { type: 'checklist/open' } as const;
const killed = new Error('A listener indicated an asynchronous response, but the message channel closed');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function answerOf(runtime: Runtime) {
  const answer = askBackground(runtime, open);
  await vi.runAllTimersAsync();
  return answer;
}

describe('asking the background', () => {
  test('gives its answer', async () => {
    const runtime = runtimeWith(async () => ({ opened: false }));
    expect(await answerOf(runtime)).toEqual({ opened: false });
    expect(runtime.sendMessage).toHaveBeenCalledExactlyOnceWith(open);
  });

  test.each([
    ['killed in the middle', () => Promise.reject(killed)],
    ['not there', () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'))],
    ['silent', () => Promise.resolve(undefined)],
    [
      'out of reach at once',
      () => {
        throw new Error('Extension context invalidated.');
      },
    ],
  ])('%s: asks three times more, then gives up', async (_, send) => {
    const runtime = runtimeWith(send);
    expect(await answerOf(runtime)).toBeUndefined();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(4);
  });

  test('back after having been killed, it answers', async () => {
    const runtime = runtimeWith(async () => ({ kind: 'private' }));
    runtime.sendMessage.mockRejectedValueOnce(killed).mockRejectedValueOnce(killed);
    expect(await answerOf(runtime)).toEqual({ kind: 'private' });
  });

  test('is not asked once the extension is gone', async () => {
    const runtime = runtimeWith(async () => {
      runtime.id = undefined;
      throw killed;
    });
    expect(await answerOf(runtime)).toBeUndefined();
    expect(runtime.sendMessage).toHaveBeenCalledOnce();
  });
});
