import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { GivenFolder } from '../core/model/given-folder.ts';
import type { HandedOver } from '../platform/handed-over.ts';
import { createFolderState } from './folder-state.ts';
import type { PopupState } from './popup-platform.ts';

const folder = (name: string): GivenFolder => ({ name, files: [], unreadFolders: [] });

function pageOf(openZip = async (file: File) => ({ ok: true as const, folder: folder(file.name) })) {
  const started: string[] = [];
  const state = createFolderState({
    openZip,
    checklistOf: ({ name }) =>
      ({ subject: signal(null), start: async () => void started.push(name) }) as unknown as PopupState,
  });
  return { state, started };
}

const handed = (name: string): Promise<HandedOver> => Promise.resolve({ kind: 'folder', folder: folder(name) });

describe('the page of a folder', () => {
  test('begins the checklist of what was given', async () => {
    const { state, started } = pageOf();
    await state.take(handed('sleep'));
    expect(state.given.value?.name).toBe('sleep');
    expect(started).toEqual(['sleep']);
    expect(state.isListing.value).toBe(false);
  });

  test('opens an archive', async () => {
    const { state, started } = pageOf();
    await state.take(Promise.resolve({ kind: 'zip', file: new File([], 'sleep.zip') }));
    expect(started).toEqual(['sleep.zip']);
  });

  test.each<[string, () => Promise<HandedOver>, string]>([
    ['what is neither', async () => ({ kind: 'problem', problem: 'Neither.' }), 'Neither.'],
    ['what the browser cannot list', () => Promise.reject(new Error('gone')), 'The files could not be listed.'],
  ])('says of %s what is wrong, and keeps what stands there', async (_name, handing, words) => {
    const { state, started } = pageOf();
    await state.take(handed('sleep'));
    await state.take(handing());
    expect(state.problem.value).toBe(words);
    expect(state.given.value?.name).toBe('sleep');
    await state.take(handed('noise'));
    expect(state.problem.value).toBeNull();
    expect(started).toEqual(['sleep', 'noise']);
  });

  test('shows the newest, whichever is listed first', async () => {
    const { state, started } = pageOf();
    let finish = (_handed: HandedOver): void => {};
    const slow = state.take(new Promise<HandedOver>((resolve) => (finish = resolve)));
    expect(state.isListing.value).toBe(true);
    await state.take(handed('second'));
    finish({ kind: 'folder', folder: folder('first') });
    await slow;
    expect(started).toEqual(['second']);
  });
});
