import type { Rubric } from '../model/rubric.ts';

/** For any repository, without the words of one course. */
export const general: Rubric = {
  schema: 1,
  id: 'general',
  title: 'General',
  description: 'What another person needs to run this work again.',
  rows: [
    { id: 'readme', statement: 'Has a README', checks: [{ check: 'readme-exists', level: 'required' }] },
    {
      id: 'environment-installs',
      statement: 'Environment file can be read',
      checks: [{ check: 'environment-yml-is-valid', level: 'required' }],
    },
    {
      id: 'image-can-be-pulled',
      statement: 'Image can be pulled',
      checks: [{ check: 'image-exists-and-is-public', level: 'recommended' }],
    },
  ],
  parameters: { platform: null, command: null, workspace: null, notAccepted: [] },
};
