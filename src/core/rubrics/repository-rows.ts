import type { Level, RowAside, RubricCheck, RubricRow } from '../model/rubric.ts';

/** Rows that every rubric for repositories has in common; what a course words or weighs in its own way stands in its rubric. */

const at =
  (level: Level) =>
  (...ids: readonly string[]): readonly RubricCheck[] =>
    ids.map((check) => ({ check, level }));

export const required = at('required');
export const recommended = at('recommended');
export const information = at('information');

export const howToRun: RubricRow = {
  id: 'how-to-run',
  statement: 'Says how to run it',
  checks: required('readme-exists', 'readme-says-how-to-run'),
};

export const howToRecreate: RubricRow = {
  id: 'how-to-recreate-the-environment',
  statement: 'Says how to recreate the environment',
  checks: [
    ...required('readme-says-how-to-recreate-the-environment'),
    ...recommended('readme-activates-the-environment-it-creates'),
    ...information('readme-names-the-image'),
  ],
};

export const commandsFindTheirFiles: RubricRow = {
  id: 'commands-find-their-files',
  statement: 'Its commands find their files',
  checks: [...required('readme-commands-name-existing-files'), ...recommended('readme-commands-are-well-formed')],
};

export const installsOnLinux: RubricRow = {
  id: 'environment-installs-on-linux',
  statement: 'Environment can be installed on Linux',
  checks: required('environment-yml-is-valid', 'environment-is-portable', 'requirements-are-well-formed'),
};

/** The row on code and data; how much a README's silence on data weighs is the course's to say. */
export const fitsAnotherComputer = (dataLevel: Level): RubricRow => ({
  id: 'code-fits-another-computer',
  statement: 'Code and data fit another computer',
  checks: [
    ...recommended('imports-are-declared', 'code-has-no-machine-paths', 'environment-folder-is-not-committed'),
    ...at(dataLevel)('readme-says-where-the-data-comes-from'),
  ],
});

/** What `docker build` stops at. */
export const dockerfileBuilds: readonly RubricCheck[] = required(
  'dockerfile-is-valid',
  'dockerfile-resolves-its-base-image',
  'dockerfile-base-has-the-installer',
  'dockerfile-installs-as-root',
  'dockerfile-install-commands-have-a-verb',
  'dockerfile-updates-apt-before-install',
  'dockerfile-answers-prompts',
  'dockerfile-copies-existing-files',
);

export const dockerfileAside: RowAside = {
  when: 'readme-leads-elsewhere',
  statement: 'Also here: a Dockerfile that nobody is told to use',
};

export const imageAside: RowAside = {
  when: 'readme-leads-elsewhere',
  statement: 'Also here: an image that nobody is told to use',
};

/** What no rubric asks for. */
export const worthKnowing: RubricRow = {
  id: 'worth-knowing',
  statement: 'Worth knowing',
  checks: information(
    'repository-holds-no-secrets',
    'image-holds-no-secrets',
    'image-is-built-from-this-dockerfile',
    'workflow-publishes-the-image',
    'dockerfile-downloads-are-pinned',
    'repository-is-citable',
  ),
};
