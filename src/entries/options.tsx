import { render } from 'preact';
import { testToken } from '../app/test-token.ts';
import { OptionsPage } from '../pages/options-page.tsx';
import { createOptionsState } from '../pages/options-state.ts';
import { deleteEverything } from '../platform/everything.ts';
import { sendOwnMessage } from '../platform/messages.ts';
import { network } from '../platform/network.ts';
import { readerOf } from '../platform/reader-id.ts';
import { changeSettings, onSettingsChange, readSettings } from '../platform/settings.ts';
import { createSnapshotStore } from '../platform/snapshot-store.ts';
import { describeSavedToken, readToken, saveToken, wipeToken } from '../platform/token.ts';
import { createTransport } from '../services/transport/transport.ts';

const transport = createTransport(network);
const snapshots = createSnapshotStore(network.clock.now);

const state = createOptionsState({
  readSettings,
  changeSettings,
  onSettingsChange,
  refreshBadges: () => sendOwnMessage({ type: 'badges/refresh' }),
  describeSavedToken,
  testToken: (token) => testToken(token, transport),
  saveToken,
  wipeToken: async () => {
    const token = await readToken();
    if (token !== null) await snapshots.clearWhere(`${await readerOf(token)} `);
    return wipeToken();
  },
  deleteEverything,
});

render(<OptionsPage state={state} />, document.body);
void state.start();
