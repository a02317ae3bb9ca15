import type { Rubric } from '../model/rubric.ts';

/** UCSD's data-science capstone: a README and an environment for every project, Docker where it is used. */
export const dsc180Capstone: Rubric = {
  schema: 1,
  id: 'dsc180-capstone',
  title: 'DSC 180 capstone',
  description: 'What UCSD’s data-science capstone asks of a project’s repository.',
  rows: [
    { id: 'readme', statement: 'Has a README', checks: [{ check: 'readme-exists', level: 'required' }] },
    {
      id: 'environment-installs',
      statement: 'environment.yml can be read',
      checks: [{ check: 'environment-yml-is-valid', level: 'required' }],
    },
    {
      id: 'image-can-be-pulled',
      statement: 'Image can be pulled',
      checks: [{ check: 'image-exists-and-is-public', level: 'recommended' }],
    },
  ],
  parameters: { platform: 'linux/amd64', command: null, workspace: 'DSC180A_FA23_A00', notAccepted: [] },
};
