import { render } from 'preact';
import { createAssessContext } from '../app/assess-context.ts';
import { type AssessContext, assessSubject } from '../app/assess-subject.ts';
import { lookIntoCode } from '../app/look-into-code.ts';
import { silentImages } from '../app/silent-sources.ts';
import { noCache } from '../app/snapshot-cache.ts';
import { checks } from '../core/checks/index.ts';
import type { Dismissals } from '../core/model/dismissals.ts';
import type { GivenFolder } from '../core/model/given-folder.ts';
import type { Look } from '../core/model/look.ts';
import { folderOwner, head } from '../core/model/repository-ref.ts';
import type { RepositorySource } from '../core/model/sources.ts';
import { FolderPage } from '../pages/folder-page.tsx';
import { createFolderState } from '../pages/folder-state.ts';
import { createPopupState } from '../pages/popup-state.ts';
import { assessPlatform } from '../platform/assess-platform.ts';
import { copyText } from '../platform/clipboard.ts';
import { withCodeReader } from '../platform/code-reader.ts';
import { takeChosenFolder, takeDropped, takeFile } from '../platform/handed-over.ts';
import { openOptions, openOwnPage, ownVersion } from '../platform/own-pages.ts';
import { readSettings } from '../platform/settings.ts';
import { startWorker } from '../platform/start-worker.ts';
import { givenSource } from '../services/given-files/given-source.ts';
import { openZip } from '../services/given-files/zip-folder.ts';
import codeWorker from './workers/read-code.ts?worker&url';

document.documentElement.classList.add('in-tab');

/** Everything that reads the folder, and nothing that asks anybody. */
async function contextWith(repositories: RepositorySource): Promise<AssessContext> {
  const context = await createAssessContext({ ...assessPlatform(), checks });
  const readAt = () => new Date(context.now()).toISOString();
  return {
    ...context,
    repositories,
    images: silentImages('not-asked', readAt),
    snapshots: noCache,
  };
}

function checklistOf(folder: GivenFolder) {
  // What is set aside or was seen before is known as long as the page stands.
  const dismissals = new Map<string, string>();
  let look: Look | null = null;
  const repositories = givenSource(folder);
  const checklist = createPopupState({
    openedWith: null,
    subjectOfActiveTab: async () => ({
      repository: { owner: folderOwner, name: folder.name, at: head },
      image: null,
    }),
    readSettings,
    changeSettings: async () => true,
    rememberRubric: async () => true,
    assess: async (request) => assessSubject(request, await contextWith(repositories)),
    lookIntoCode: (assessment, how) =>
      withCodeReader(
        () => startWorker(codeWorker),
        async (read) => lookIntoCode(assessment, { ...how, read }, await contextWith(repositories)),
      ),
    missingHosts: async () => [],
    requestHosts: async () => true,
    refreshBadges: async () => {},
    hasToken: async () => false,
    readDismissals: async (): Promise<Dismissals> => Object.fromEntries(dismissals),
    keepDismissal: async (_subject, check, reason) => {
      if (reason === null) dismissals.delete(check);
      else dismissals.set(check, reason);
      return true;
    },
    rememberLook: async (_key, next) => {
      look = next(look);
      return look;
    },
  });
  return { ...checklist, paste: (text: string) => openOwnPage('popup', { subject: text }) };
}

render(
  <FolderPage
    state={createFolderState({ openZip: (file) => openZip(file, file.name), checklistOf })}
    handing={{ takeDropped, takeChosenFolder, takeFile }}
    actions={{ openOptions, openWelcome: () => openOwnPage('welcome'), copy: copyText, version: ownVersion() }}
  />,
  document.body,
);
