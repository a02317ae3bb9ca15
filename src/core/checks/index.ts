import type { AnyCheck, CheckList } from './check-list.ts';
import { countingChecks } from './counting-checks.ts';
import dockerfileDownloadsArePinned from './dockerfile-downloads-are-pinned.ts';
import imageHoldsNoSecrets from './image-holds-no-secrets.ts';
import imageIsBuiltFromThisDockerfile from './image-is-built-from-this-dockerfile.ts';
import imageSizeIsWithinLimit from './image-size-is-within-limit.ts';
import readmeNamesTheImage from './readme-names-the-image.ts';
import repositoryHoldsNoSecrets from './repository-holds-no-secrets.ts';
import repositoryIsCitable from './repository-is-citable.ts';
import workflowPublishesTheImage from './workflow-publishes-the-image.ts';

/** Checks that every rubric takes as information: nothing is asked of anybody. */
const informativeChecks = [
  readmeNamesTheImage,
  repositoryHoldsNoSecrets,
  dockerfileDownloadsArePinned,
  workflowPublishesTheImage,
  imageIsBuiltFromThisDockerfile,
  imageSizeIsWithinLimit,
  imageHoldsNoSecrets,
  repositoryIsCitable,
] as unknown as CheckList;

/** Every check there is, in the order of the documentation. */
export const checks: CheckList = [...countingChecks, ...informativeChecks];

/** The check of an id, with or without the package behind its colon. */
export const checkById = (id: string): AnyCheck | undefined => {
  const name = id.split(':')[0];
  return checks.find((check) => check.id === name);
};
