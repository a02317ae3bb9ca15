import type { RubricRow } from '../model/rubric.ts';

/** Rows that every rubric for repositories has in common; what a course words or weighs in its own way stands in its rubric. */

export const howToRun: RubricRow = {
  id: 'how-to-run',
  statement: 'Says how to run it',
  checks: [
    { check: 'readme-exists', level: 'required' },
    { check: 'readme-says-how-to-run', level: 'required' },
  ],
};

export const howToRecreate: RubricRow = {
  id: 'how-to-recreate-the-environment',
  statement: 'Says how to recreate the environment',
  checks: [
    { check: 'readme-says-how-to-recreate-the-environment', level: 'required' },
    { check: 'readme-names-the-image', level: 'information' },
  ],
};

export const environmentDeclared: RubricRow = {
  id: 'environment-is-declared',
  statement: 'Declares its environment',
  checks: [
    { check: 'environment-is-declared', level: 'required' },
    { check: 'environment-yml-is-named-environment-yml', level: 'recommended' },
  ],
};

export const installsOnLinux: RubricRow = {
  id: 'environment-installs-on-linux',
  statement: 'Environment can be installed on Linux',
  checks: [
    { check: 'environment-yml-is-valid', level: 'required' },
    { check: 'environment-is-portable', level: 'required' },
    { check: 'requirements-are-well-formed', level: 'required' },
  ],
};
