import { render } from 'preact';
import { createAssessContext } from '../app/assess-context.ts';
import { assessSubject } from '../app/assess-subject.ts';
import { lookIntoCode } from '../app/look-into-code.ts';
import { hostsNeededFor } from '../app/needed-hosts.ts';
import { askAccess } from '../app/wait-until-public.ts';
import { checks } from '../core/checks/index.ts';
import { askAgainInTime } from '../pages/ask-again.ts';
import { CodeActionsPage } from '../pages/code-actions-page.tsx';
import { ImageActionsPage } from '../pages/image-actions-page.tsx';
import { createShellChoice } from '../pages/image-shell.ts';
import { createImageWaiting } from '../pages/image-wait.ts';
import { PopupPage } from '../pages/popup-page.tsx';
import { createPopupState } from '../pages/popup-state.ts';
import { subjectText } from '../pages/subject-line.ts';
import { assessPlatform } from '../platform/assess-platform.ts';
import { copyText } from '../platform/clipboard.ts';
import { withCodeReader } from '../platform/code-reader.ts';
import { sendOwnMessage } from '../platform/messages.ts';
import { isInTab, openOptions, openOwnPage, ownVersion } from '../platform/own-pages.ts';
import * as pageSight from '../platform/page-sight.ts';
import { missingHosts, requestHosts } from '../platform/permissions.ts';
import { readerOf } from '../platform/reader-id.ts';
import { keepDismissal, readDismissals, rememberLook } from '../platform/reader-memory.ts';
import { changeSettings, readSettings, rememberRubric } from '../platform/settings.ts';
import { startWorker } from '../platform/start-worker.ts';
import { subjectOfActiveTab } from '../platform/tabs.ts';
import { readToken } from '../platform/token.ts';
import codeWorker from './workers/read-code.ts?worker&url';

void isInTab().then((inTab) => document.documentElement.classList.toggle('in-tab', inTab));

const platform = { ...assessPlatform(), checks };
const query = new URLSearchParams(location.search);
const state = createPopupState({
  openedWith: query.get('subject'),
  subjectOfActiveTab,
  readSettings,
  changeSettings,
  rememberRubric,
  assess: async (request, onProgress) => assessSubject(request, await createAssessContext(platform, onProgress)),
  lookIntoCode: (assessment, how) =>
    withCodeReader(
      () => startWorker(codeWorker),
      async (read) => lookIntoCode(assessment, { ...how, read }, await createAssessContext(platform)),
    ),
  missingHosts: (subject) => missingHosts(hostsNeededFor(subject)),
  requestHosts,
  refreshBadges: () => sendOwnMessage({ type: 'badges/refresh' }),
  hasToken: async () => (await readToken()) !== null,
  readDismissals,
  keepDismissal,
  // Wiping a token forgets what was looked at with it.
  rememberLook: async (key, next) => rememberLook(`${await readerOf(await readToken())} ${key}`, next),
});
const actions = {
  openOptions,
  openWelcome: () => openOwnPage('welcome'),
  openFolder: () => openOwnPage('folder'),
  copy: copyText,
  version: ownVersion(),
};

const waiting = createImageWaiting(
  {
    ...pageSight,
    ask: (image, signal) => askAccess(image, platform.network, signal),
    clock: platform.network.clock,
    moveToTab: async () => {
      const subject = state.subject.value;
      if (subject === null || (await isInTab())) return false;
      await openOwnPage('popup', { subject: subjectText(subject), wait: 'public' });
      // Firefox may leave the popup standing over the tab.
      window.close();
      return true;
    },
  },
  () => state.refresh(),
);

render(
  <ImageActionsPage waiting={waiting} shells={createShellChoice({ readSettings, changeSettings })}>
    <CodeActionsPage code={state.code}>
      <PopupPage state={state} actions={actions} />
    </CodeActionsPage>
  </ImageActionsPage>,
  document.body,
);
// What is dropped on a page that takes no files would be opened in its place.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  void actions.openFolder();
});
askAgainInTime({ screen: state.screen, refresh: state.refresh, now: platform.network.clock.now });
void state.start().then(() => {
  if (query.get('wait') !== null) waiting.goOn(state.screen.value);
});
