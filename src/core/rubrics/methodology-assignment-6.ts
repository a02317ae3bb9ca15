import type { Rubric } from '../model/rubric.ts';

/** The lesson's assignment: an image on ghcr.io, with or without a repository. */
export const methodologyAssignment6: Rubric = {
  schema: 1,
  id: 'methodology-assignment-6',
  title: 'Assignment 6',
  description: 'What Methodology Assignment 6 asks of the image that is handed in.',
  rows: [
    {
      id: 'image-is-public',
      statement: 'Image is public',
      checks: [{ check: 'image-exists-and-is-public', level: 'required' }],
    },
  ],
  parameters: {
    platform: 'linux/amd64',
    command: ['/bin/bash'],
    workspace: 'DSC180A_FA23_A00',
    notAccepted: [],
    packages: [
      { name: 'aria2', channel: 'apt', version: null },
      { name: 'nmap', channel: 'apt', version: null },
      { name: 'traceroute', channel: 'apt', version: null },
      { name: 'geopandas', channel: 'python', version: null },
      { name: 'babypandas', channel: 'python', version: '0.1.5' },
    ],
  },
};
