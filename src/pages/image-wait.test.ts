import { describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../core/model/settings.ts';
import type { ImageAccess } from '../core/model/snapshot.ts';
import { type Reading, read } from '../core/model/unread.ts';
import { fakeClock } from '../services/transport/fake-clock.test-support.ts';
import { assessmentOf, refusedImage } from './assessment.test-support.ts';
import { createShellChoice } from './image-shell.ts';
import { createImageWaiting, type WaitPlatform } from './image-wait.ts';
import { judgedOf } from './judged-of.ts';

const refused = read<ImageAccess>({ kind: 'refused', likely: 'private' });
const open = read<ImageAccess>({ kind: 'public' });

function waitingWith(answers: readonly Reading<ImageAccess>[], change: Partial<WaitPlatform> = {}) {
  const clock = fakeClock();
  const asked: string[] = [];
  let stop = () => {};
  const onPublic = vi.fn(async () => {});
  const waiting = createImageWaiting(
    {
      ask: async ({ path }) => answers[asked.push(path) - 1] ?? refused,
      clock,
      isInSight: () => true,
      whenInSight: async () => {},
      onEscape: (onEscape) => {
        stop = onEscape;
      },
      moveToTab: async () => false,
      ...change,
    },
    onPublic,
  );
  return { clock, asked, waiting, onPublic, pressEscape: () => stop() };
}

describe('waiting for an image', () => {
  test('once it is public it is judged anew', async () => {
    const { clock, asked, waiting, onPublic } = waitingWith([refused, open]);
    await clock.run(waiting.start('ghcr.io/someone/tools'));
    expect(asked).toEqual(['someone/tools', 'someone/tools']);
    expect(onPublic).toHaveBeenCalledOnce();
    expect(waiting.waiting.value).toEqual({
      reference: 'ghcr.io/someone/tools',
      wait: { kind: 'ended', end: 'public', why: null },
    });
  });

  test('Escape ends it, and nothing is judged', async () => {
    const { clock, waiting, onPublic, pressEscape } = waitingWith([]);
    const started = waiting.start('ghcr.io/someone/tools');
    await vi.waitFor(() => expect(waiting.waiting.value?.wait.kind).toBe('pausing'));
    pressEscape();
    await clock.run(started);
    expect(waiting.waiting.value?.wait).toEqual({ kind: 'ended', end: 'stopped', why: null });
    expect(onPublic).not.toHaveBeenCalled();
  });

  test('a second image ends the waiting for the first, silently', async () => {
    const { clock, asked, waiting, onPublic } = waitingWith([refused, open]);
    const first = waiting.start('ghcr.io/someone/one');
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await clock.run(Promise.all([first, waiting.start('ghcr.io/someone/two')]));
    expect(waiting.waiting.value?.reference).toBe('ghcr.io/someone/two');
    expect(onPublic).toHaveBeenCalledOnce();
  });

  test('where the page cannot stay open it goes on in a tab, and nothing is asked here', async () => {
    const { asked, waiting } = waitingWith([], { moveToTab: async () => true });
    await waiting.start('ghcr.io/someone/tools');
    expect(asked).toEqual([]);
    expect(waiting.waiting.value).toBeNull();
  });

  test('the tab goes on with the image that is refused, and with no other', async () => {
    const files = { 'README.md': 'docker pull ghcr.io/someone/tools\n' };
    const screenOf = (images: Parameters<typeof assessmentOf>[0]['images']) => ({
      kind: 'judged' as const,
      judged: judgedOf(assessmentOf({ files, images: images ?? [] })),
      isReading: false,
    });
    const { asked, waiting } = waitingWith([open]);
    waiting.goOn(screenOf([]));
    waiting.goOn({ kind: 'nothing-here' });
    waiting.goOn(screenOf([refusedImage('someone/tools', null)]));
    await vi.waitFor(() => expect(asked).toEqual(['someone/tools']));
  });
});

describe('the shell', () => {
  test('is the one that was remembered, and a choice is kept', async () => {
    const changeSettings = vi.fn(async () => true);
    const choice = createShellChoice({
      readSettings: async () => ({ ...defaultSettings, shell: 'powershell' }),
      changeSettings,
    });
    await vi.waitFor(() => expect(choice.shell.value).toBe('powershell'));
    choice.choose('bash');
    expect(choice.shell.value).toBe('bash');
    expect(changeSettings).toHaveBeenCalledWith({ shell: 'bash' });
  });
});
