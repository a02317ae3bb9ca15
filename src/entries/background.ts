import { answerBadge } from '../app/answer-badge.ts';
import { createAssessContext } from '../app/assess-context.ts';
import { assessSubject } from '../app/assess-subject.ts';
import { neededHosts } from '../app/needed-hosts.ts';
import { countingChecks } from '../core/checks/counting-checks.ts';
import { rubricById, rubrics } from '../core/rubrics/index.ts';
import { assessPlatform } from '../platform/assess-platform.ts';
import { answerContextMenu, keepContextMenu } from '../platform/context-menu.ts';
import { limitMemory } from '../platform/limit-memory.ts';
import { answerMessages } from '../platform/messages.ts';
import { openChecklist } from '../platform/opening.ts';
import { onFirstInstallation, openOwnPage } from '../platform/own-pages.ts';
import { missingHosts } from '../platform/permissions.ts';
import { readerOf } from '../platform/reader-id.ts';
import { readSettings } from '../platform/settings.ts';
import { refreshBadges } from '../platform/tabs.ts';
import { readToken } from '../platform/token.ts';

// The background may end between any two lines: it holds nothing, and every answer begins from what is stored.
answerMessages({
  badge: (question) =>
    answerBadge(question, {
      situation: async () => {
        const token = await readToken();
        return {
          settings: await readSettings(),
          hasToken: token !== null,
          isPermitted: (await missingHosts(neededHosts)).length === 0,
          limit: await limitMemory.read({ reader: await readerOf(token), resource: 'core' }),
          now: Date.now(),
        };
      },
      assess: async ({ repository, rubric, depth }) => {
        const context = await createAssessContext({ ...assessPlatform(), checks: countingChecks });
        const subject = { repository, image: null };
        const assessment = await assessSubject({ subject, rubric: rubricById(rubric) ?? rubrics[0], depth }, context);
        return assessment?.report ?? null;
      },
      deadline: () => new Promise((resolve) => setTimeout(resolve, 25_000)),
    }),
  openChecklist: ({ url }) => openChecklist(url),
  refreshBadges,
});

answerContextMenu();
keepContextMenu('Check this image');

onFirstInstallation(() => void openOwnPage('welcome'));
