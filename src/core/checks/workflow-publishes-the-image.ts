import { lineEvidence } from '../model/finding.ts';
import { imageDeeds, loginsOf, pushedBy, type Workflow, type WorkflowJob } from '../parse/workflow.ts';
import type { StepImage, WorkflowLine } from '../parse/workflow-deed.ts';
import { defineCheck, fail, notApplicable, pass, unknownBecause, type Verdict, withFix, withNotes } from './check.ts';
import { tagWords } from './image-has-the-tag-people-pull.ts';

export default defineCheck({
  id: 'workflow-publishes-the-image',
  statement: 'The workflow that builds the image can push it.',
  failure: 'the workflow that builds the image cannot push it',
  why: 'A workflow that may not push builds an image that nobody ever gets.',
  fix: 'Give the job `packages: write`, log in to ghcr.io, and push.',
  reads: ['workflows'],
  decidedBy: 'any-example',
  examples: {
    pass: 'permissions: packages: write, docker/login-action and docker/build-push-action with `push: true`',
    fail: 'the same with `permissions: contents: read` alone',
  },

  judge({ workflows: { byPath, nested } }) {
    const verdicts = [...byPath].flatMap(([path, workflow]) => verdictsOf(path, workflow));
    const notes = nested.map((path) => `GitHub does not run ${path}: it is not in the root’s \`.github/workflows/\`.`);
    const best = ORDER.flatMap((outcome) => verdicts.filter((verdict) => verdict.outcome === outcome))[0];
    return withNotes(best ?? notApplicable('No workflow that GitHub runs is seen to build and push an image.'), notes);
  },
});

const ORDER = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
const GHCR = 'ghcr.io';

function verdictsOf(path: string, { jobs, triggers }: Workflow): readonly Verdict[] {
  const notes = triggers.onlyByHand ? [`${path} runs only when somebody starts it.`] : [];
  return jobs.flatMap((job) => {
    const [push] = imageDeeds(job, 'push');
    const [build] = imageDeeds(job, 'build');
    if (push !== undefined) return [withNotes(pushVerdict({ path, job, push }), notes)];
    return build === undefined ? [] : [buildVerdict(path, job, build)];
  });
}

/** A build without a push tests the Dockerfile, unless the job has logged in for more. */
function buildVerdict(path: string, job: WorkflowJob, build: WorkflowLine): Verdict {
  const [login] = loginsOf(job);
  const at = lineEvidence(path, build.line, build.quote);
  const isSeen = job.deeds.every(({ does }) => does !== 'unseen');
  if (!isSeen) return notApplicable(`${path} builds the image; whether it also pushes it is not seen.`, at);
  if (login === undefined || login.registry !== GHCR)
    return notApplicable(`${path} builds the image and does not push it, as a test does.`, at);
  const verdict = fail(`${path} logs in to ${GHCR} and builds the image, but never pushes it.`, at);
  return withFix(verdict, 'Push what was built.', 'push: true');
}

interface Push {
  readonly path: string;
  readonly job: WorkflowJob;
  readonly push: WorkflowLine & { readonly lacksTag?: true };
}

function pushVerdict({ path, job, push }: Push): Verdict {
  const at = lineEvidence(path, push.line, push.quote);
  if (push.lacksTag === true)
    return withFix(
      fail(`${path} pushes without a name: \`tags\` is missing.`, at),
      'Name the image.',
      'tags: ghcr.io/owner/name:latest',
    );
  const images = pushedBy(job);
  const own = images.filter(({ name }) => registryOf(name) === GHCR);
  const capital = own.find(({ name, isMade }) => !isMade && name !== name.toLowerCase());
  if (capital !== undefined) return withCapitals(path, capital);
  const logins = loginsOf(job);
  const isPossible = (registry: string) => registry === GHCR || (own.length > 0 && registry.startsWith('<'));
  const toOwn = logins.find(({ registry }) => isPossible(registry));
  if (own.length === 0 && (images.length > 0 || toOwn === undefined))
    return elsewhere(path, images[0] === undefined ? onlyOf(logins) : registryOf(images[0].name), at);
  const verdict = ownVerdict(path, job, toOwn, at);
  if (verdict.outcome !== 'pass') return verdict;
  const names = [...new Set(own.map(({ name }) => name.toLowerCase()))];
  const tagsOf = (name: string) => own.flatMap((image) => (image.name.toLowerCase() === name ? image.tags : []));
  return withNotes(
    verdict,
    names.map((name) => `It makes ${tagWords([...new Set(tagsOf(name))])} of ${name}.`),
  );
}

const registryOf = (name: string): string =>
  /^[^/]+\.[^/]+\//.test(name) ? name.slice(0, name.indexOf('/')) : 'docker.io';

/** On ghcr.io the run's own token counts, or one that is kept as a secret. */
function ownVerdict(
  path: string,
  { mayPush, permissions, deeds }: WorkflowJob,
  login: ReturnType<typeof loginsOf>[number] | undefined,
  at: ReturnType<typeof lineEvidence>,
): Verdict {
  const granted = permissions === null ? [] : [lineEvidence(path, permissions.line, permissions.quote)];
  if (login === undefined && deeds.every(({ does }) => does !== 'unseen'))
    return withFix(fail(`${path} pushes to ${GHCR} without logging in.`, at), 'Log in before the push.', LOGIN);
  if (login !== undefined && !login.isOwnToken)
    return withNotes(pass(`${path} pushes to ${GHCR}.`, at, lineEvidence(path, login.line, login.quote)), [
      'It logs in with a secret of the repository; whether that may push is not seen.',
    ]);
  if (mayPush === true) return pass(`${path} pushes to ${GHCR} and may.`, at, ...granted);
  if (mayPush === null || login === undefined) {
    const open = mayPush === null ? 'its token may is a setting that' : 'it logs in';
    return unknownBecause({ kind: 'not-asked', detail: `${path} pushes to ${GHCR}; whether ${open} is not seen.` }, at);
  }
  const verdict = fail(`${path} cannot push to ${GHCR}: \`packages: write\` is missing.`, ...granted, at);
  return withFix(
    verdict,
    'Add it to the `permissions` of the job.',
    'permissions:\n  contents: read\n  packages: write',
  );
}

const LOGIN =
  '- uses: docker/login-action@v3\n  with:\n    registry: ghcr.io\n    username: ${{ github.actor }}\n    password: ${{ secrets.GITHUB_TOKEN }}';

const withCapitals = (path: string, { name, line, quote }: StepImage): Verdict =>
  withFix(
    fail(`${path} cannot push ${name}: a name with capitals is refused.`, lineEvidence(path, line, quote)),
    'Write the name in lower case, or let docker/metadata-action make it.',
    name.toLowerCase(),
  );

/** Where a name that only a run tells is pushed to. */
const onlyOf = (logins: ReturnType<typeof loginsOf>): string | null =>
  logins.length === 1 ? (logins[0]?.registry ?? null) : null;

const elsewhere = (path: string, registry: string | null, at: ReturnType<typeof lineEvidence>): Verdict =>
  withNotes(pass(`${path} pushes an image to ${registry ?? 'a registry'}.`, at), [
    registry === null ? 'Which registry that is, the file does not tell.' : `It is not pushed to ${GHCR}.`,
  ]);
