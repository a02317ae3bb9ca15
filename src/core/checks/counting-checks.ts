import baseImageExists from './base-image-exists.ts';
import baseImageIsAllowed from './base-image-is-allowed.ts';
import type { CheckList } from './check-list.ts';
import codeHasNoMachinePaths from './code-has-no-machine-paths.ts';
import dependenciesArePinned from './dependencies-are-pinned.ts';
import dockerfileAnswersPrompts from './dockerfile-answers-prompts.ts';
import dockerfileBaseHasTheInstaller from './dockerfile-base-has-the-installer.ts';
import dockerfileCopiesExistingFiles from './dockerfile-copies-existing-files.ts';
import dockerfileInstallCommandsHaveAVerb from './dockerfile-install-commands-have-a-verb.ts';
import dockerfileInstallsArePinned from './dockerfile-installs-are-pinned.ts';
import dockerfileInstallsAsRoot from './dockerfile-installs-as-root.ts';
import dockerfileInstallsForEveryUser from './dockerfile-installs-for-every-user.ts';
import dockerfileInstallsPackage from './dockerfile-installs-package.ts';
import dockerfileIsNamedDockerfile from './dockerfile-is-named-dockerfile.ts';
import dockerfileIsValid from './dockerfile-is-valid.ts';
import dockerfilePinsBaseImage from './dockerfile-pins-base-image.ts';
import dockerfileResolvesItsBaseImage from './dockerfile-resolves-its-base-image.ts';
import dockerfileSetsTheRequiredCommand from './dockerfile-sets-the-required-command.ts';
import dockerfileUpdatesAptBeforeInstall from './dockerfile-updates-apt-before-install.ts';
import environmentFolderIsNotCommitted from './environment-folder-is-not-committed.ts';
import environmentIsDeclared from './environment-is-declared.ts';
import environmentIsPortable from './environment-is-portable.ts';
import environmentYmlIsNamedEnvironmentYml from './environment-yml-is-named-environment-yml.ts';
import environmentYmlIsValid from './environment-yml-is-valid.ts';
import environmentYmlPinsPython from './environment-yml-pins-python.ts';
import environmentsAgree from './environments-agree.ts';
import imageExistsAndIsPublic from './image-exists-and-is-public.ts';
import imageHasTheTagPeoplePull from './image-has-the-tag-people-pull.ts';
import imageIsBuiltForRequiredPlatform from './image-is-built-for-required-platform.ts';
import imageIsBuiltOnTheDeclaredBase from './image-is-built-on-the-declared-base.ts';
import imageIsNotTheBaseItself from './image-is-not-the-base-itself.ts';
import imagePathIsWellFormed from './image-path-is-well-formed.ts';
import imageSetsTheRequiredCommand from './image-sets-the-required-command.ts';
import importsAreDeclared from './imports-are-declared.ts';
import mixedProjectHasContainer from './mixed-project-has-container.ts';
import pythonProjectHasEnvironmentYml from './python-project-has-environment-yml.ts';
import readmeActivatesTheEnvironmentItCreates from './readme-activates-the-environment-it-creates.ts';
import readmeCommandsAreWellFormed from './readme-commands-are-well-formed.ts';
import readmeCommandsNameExistingFiles from './readme-commands-name-existing-files.ts';
import readmeExists from './readme-exists.ts';
import readmeSaysHowToRecreateTheEnvironment from './readme-says-how-to-recreate-the-environment.ts';
import readmeSaysHowToRun from './readme-says-how-to-run.ts';
import readmeSaysWhereTheDataComesFrom from './readme-says-where-the-data-comes-from.ts';
import requirementsAreWellFormed from './requirements-are-well-formed.ts';

/**
 * The checks that some rubric counts as something to fix or as a tip, in the order of the documentation. The badge judges these
 * alone, so that the background need not carry the others. A new check is one file and one line, here or in `index.ts`.
 */
export const countingChecks: CheckList = [
  readmeExists,
  readmeSaysHowToRun,
  readmeSaysHowToRecreateTheEnvironment,
  readmeCommandsNameExistingFiles,
  readmeCommandsAreWellFormed,
  readmeActivatesTheEnvironmentItCreates,
  readmeSaysWhereTheDataComesFrom,
  environmentIsDeclared,
  pythonProjectHasEnvironmentYml,
  mixedProjectHasContainer,
  environmentYmlIsNamedEnvironmentYml,
  environmentYmlIsValid,
  environmentYmlPinsPython,
  environmentIsPortable,
  dependenciesArePinned,
  requirementsAreWellFormed,
  importsAreDeclared,
  environmentsAgree,
  environmentFolderIsNotCommitted,
  codeHasNoMachinePaths,
  dockerfileIsNamedDockerfile,
  dockerfileIsValid,
  dockerfileResolvesItsBaseImage,
  dockerfilePinsBaseImage,
  dockerfileUpdatesAptBeforeInstall,
  dockerfileAnswersPrompts,
  dockerfileInstallCommandsHaveAVerb,
  dockerfileInstallsAsRoot,
  dockerfileBaseHasTheInstaller,
  baseImageExists,
  baseImageIsAllowed,
  dockerfileCopiesExistingFiles,
  dockerfileInstallsArePinned,
  dockerfileInstallsForEveryUser,
  dockerfileInstallsPackage,
  dockerfileSetsTheRequiredCommand,
  imagePathIsWellFormed,
  imageExistsAndIsPublic,
  imageHasTheTagPeoplePull,
  imageIsBuiltForRequiredPlatform,
  imageIsBuiltOnTheDeclaredBase,
  imageSetsTheRequiredCommand,
  imageIsNotTheBaseItself,
] as unknown as CheckList;
