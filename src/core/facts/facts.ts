import type { Fact } from '../model/facts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type BaseImages, baseImagesFact } from './base-images.ts';
import { type BuildContext, buildContextFact } from './build-context.ts';
import { type Citation, citationFact } from './citation.ts';
import { type Code, codeFact } from './code.ts';
import { type CommittedFolders, committedFoldersFact } from './committed-folders.ts';
import { type CondaEnvironment, condaEnvironmentFact } from './conda-environment.ts';
import { type DataSource, dataSourceFact } from './data-source.ts';
import { type DeclaredPackages, declaredPackagesFact } from './declared-packages.ts';
import { type DockerBuild, dockerBuildFact } from './docker-build.ts';
import { type DockerInstalls, dockerInstallsFact } from './docker-installs.ts';
import { type DockerRoute, dockerRouteFact } from './docker-route.ts';
import { dockerfileFact, type JudgedDockerfile, type NamedDockerfile, namedDockerfileFact } from './dockerfile.ts';
import { type EnvironmentDraft, environmentDraftFact } from './environment-draft.ts';
import { type EnvironmentSpecs, environmentSpecsFact } from './environment-specs.ts';
import { imageFact, type ProjectImage } from './image.ts';
import { type ImagePath, imagePathFact } from './image-path.ts';
import { type JudgedSpec, judgedSpecFact } from './judged-spec.ts';
import { type Languages, languagesFact } from './languages.ts';
import { type NamedImage, namedImageFact } from './named-image.ts';
import { type OtherLanguages, otherLanguagesFact } from './other-languages.ts';
import { type ReadTexts, readTextsFact } from './read-texts.ts';
import { type Readme, readmeFact } from './readme.ts';
import { type ReadmeEnvironments, readmeEnvironmentsFact } from './readme-environments.ts';
import { type ReadmeFiles, readmeFilesFact } from './readme-files.ts';
import { readmeLinesFact, type WrittenLine } from './readme-lines.ts';
import { type ReadmeOrFiles, readmeOrFilesFact } from './readme-or-files.ts';
import { type ReadmeSteps, readmeStepsFact } from './readme-steps.ts';
import { type RequirementsFiles, requirementsFilesFact } from './requirements-files.ts';
import { type RootSpecs, rootSpecsFact } from './root-specs.ts';
import { type Workflows, workflowsFact } from './workflows.ts';

/** Every fact a check may ask for, by name. */
export interface FactValues {
  readonly readme: Readme;
  readonly readmeOrFiles: ReadmeOrFiles;
  readonly readmeSteps: ReadmeSteps;
  readonly readmeFiles: ReadmeFiles;
  readonly readmeLines: readonly WrittenLine[];
  readonly readmeEnvironments: ReadmeEnvironments;
  readonly dataSource: DataSource;
  readonly namedImage: NamedImage;
  readonly condaEnvironment: CondaEnvironment;
  readonly environmentSpecs: EnvironmentSpecs;
  readonly judgedSpec: JudgedSpec;
  readonly requirementsFiles: RequirementsFiles;
  readonly rootSpecs: RootSpecs;
  readonly environmentDraft: EnvironmentDraft;
  readonly committedFolders: CommittedFolders;
  readonly languages: Languages;
  readonly otherLanguages: OtherLanguages;
  readonly dockerRoute: DockerRoute;
  readonly namedDockerfile: NamedDockerfile;
  readonly dockerfile: JudgedDockerfile;
  readonly dockerBuild: DockerBuild;
  readonly buildContext: BuildContext;
  readonly dockerInstalls: DockerInstalls;
  readonly code: Code;
  readonly declaredPackages: DeclaredPackages;
  readonly image: ProjectImage;
  readonly imagePath: ImagePath;
  readonly baseImages: BaseImages;
  readonly workflows: Workflows;
  readonly readTexts: ReadTexts;
  readonly citation: Citation;
}

export type FactName = keyof FactValues;
export type Facts = { readonly [Name in FactName]: () => Fact<FactValues[Name]> };

/** The facts of a snapshot; each is made when it is first asked for. */
export const factsOf = (snapshot: Snapshot): Facts => ({
  readme: () => readmeFact(snapshot),
  readmeOrFiles: () => readmeOrFilesFact(snapshot),
  readmeSteps: () => readmeStepsFact(snapshot),
  readmeFiles: () => readmeFilesFact(snapshot),
  readmeLines: () => readmeLinesFact(snapshot),
  readmeEnvironments: () => readmeEnvironmentsFact(snapshot),
  dataSource: () => dataSourceFact(snapshot),
  namedImage: () => namedImageFact(snapshot),
  condaEnvironment: () => condaEnvironmentFact(snapshot),
  environmentSpecs: () => environmentSpecsFact(snapshot),
  judgedSpec: () => judgedSpecFact(snapshot),
  requirementsFiles: () => requirementsFilesFact(snapshot),
  rootSpecs: () => rootSpecsFact(snapshot),
  environmentDraft: () => environmentDraftFact(snapshot),
  committedFolders: () => committedFoldersFact(snapshot),
  languages: () => languagesFact(snapshot),
  otherLanguages: () => otherLanguagesFact(snapshot),
  dockerRoute: () => dockerRouteFact(snapshot),
  namedDockerfile: () => namedDockerfileFact(snapshot),
  dockerfile: () => dockerfileFact(snapshot),
  dockerBuild: () => dockerBuildFact(snapshot),
  buildContext: () => buildContextFact(snapshot),
  dockerInstalls: () => dockerInstallsFact(snapshot),
  code: () => codeFact(snapshot),
  declaredPackages: () => declaredPackagesFact(snapshot),
  image: () => imageFact(snapshot),
  imagePath: () => imagePathFact(snapshot),
  baseImages: () => baseImagesFact(snapshot),
  workflows: () => workflowsFact(snapshot),
  readTexts: () => readTextsFact(snapshot),
  citation: () => citationFact(snapshot),
});
