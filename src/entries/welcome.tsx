import { render } from 'preact';
import { createWelcomeState, WelcomePage } from '../pages/welcome-page.tsx';
import { sendOwnMessage } from '../platform/messages.ts';
import { changeSettings, readSettings } from '../platform/settings.ts';
import { hosts } from '../services/transport/hosts.ts';

const state = createWelcomeState({
  readSettings,
  changeSettings,
  refreshBadges: () => sendOwnMessage({ type: 'badges/refresh' }),
});

render(<WelcomePage state={state} hosts={hosts} />, document.body);
void state.start();
