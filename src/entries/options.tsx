import { render } from 'preact';
import { testToken } from '../app/test-token.ts';
import { OptionsPage } from '../pages/options-page.tsx';
import { createOptionsState } from '../pages/options-state.ts';
import { deleteEverything } from '../platform/everything.ts';
import { limitMemory } from '../platform/limit-memory.ts';
import { sendOwnMessage } from '../platform/messages.ts';
import { network } from '../platform/network.ts';
import { readerOf } from '../platform/reader-id.ts';
import { forgetLooks } from '../platform/reader-memory.ts';
import { changeSettings, onSettingsChange, readSettings } from '../platform/settings.ts';
import { createSnapshotStore } from '../platform/snapshot-store.ts';
import { describeSavedToken, readToken, saveToken, wipeToken } from '../platform/token.ts';
import { createTransport } from '../services/transport/transport.ts';

const transport = createTransport(network);
const snapshots = createSnapshotStore(network.clock.now);

/** The token first, then what was read with it: a reading that ends in between no longer keeps anything. */
async function forgetToken(): Promise<boolean> {
  const token = await readToken();
  const isWiped = await wipeToken();
  if (token === null) return isWiped;
  const reader = await readerOf(token);
  await snapshots.clearWhere(`${reader} `);
  await limitMemory.forget(reader);
  await forgetLooks(`${reader} `);
  return isWiped;
}

const state = createOptionsState({
  readSettings,
  changeSettings,
  onSettingsChange,
  refreshBadges: () => sendOwnMessage({ type: 'badges/refresh' }),
  describeSavedToken,
  testToken: (token) => testToken(token, { transport, limitMemory, readerOf }),
  saveToken: async (token, remember) => {
    await forgetToken();
    return saveToken(token, remember);
  },
  wipeToken: forgetToken,
  deleteEverything,
});

render(<OptionsPage state={state} />, document.body);
void state.start();
