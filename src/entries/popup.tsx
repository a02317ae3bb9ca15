import { render } from 'preact';
import { createAssessContext } from '../app/assess-context.ts';
import { assessSubject } from '../app/assess-subject.ts';
import { neededHosts } from '../app/needed-hosts.ts';
import { PopupPage } from '../pages/popup-page.tsx';
import { createPopupState } from '../pages/popup-state.ts';
import { assessPlatform } from '../platform/assess-platform.ts';
import { copyText } from '../platform/clipboard.ts';
import { sendOwnMessage } from '../platform/messages.ts';
import { isInTab, openOptions, openOwnPage, ownVersion } from '../platform/own-pages.ts';
import { missingHosts, requestHosts } from '../platform/permissions.ts';
import { readSettings, rememberRubric } from '../platform/settings.ts';
import { subjectOfActiveTab } from '../platform/tabs.ts';

void isInTab().then((inTab) => document.documentElement.classList.toggle('in-tab', inTab));

const platform = assessPlatform();
const state = createPopupState({
  openedWith: new URLSearchParams(location.search).get('subject'),
  subjectOfActiveTab,
  readSettings,
  rememberRubric,
  assess: async (request, onProgress) => assessSubject(request, await createAssessContext(platform, onProgress)),
  missingHosts: () => missingHosts(neededHosts),
  requestHosts: () => requestHosts(neededHosts),
  refreshBadges: () => sendOwnMessage({ type: 'badges/refresh' }),
});
const actions = {
  openOptions,
  openWelcome: () => openOwnPage('welcome'),
  copy: copyText,
  version: ownVersion(),
};

render(<PopupPage state={state} actions={actions} />, document.body);
void state.start();
