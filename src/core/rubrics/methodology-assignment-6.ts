import type { Rubric } from '../model/rubric.ts';
import { courseBases } from './course-bases.ts';

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
    {
      id: 'image-has-its-tag',
      statement: 'Has the tag that is pulled',
      checks: [{ check: 'image-has-the-tag-people-pull', level: 'required' }],
    },
    {
      id: 'image-fits-amd64',
      statement: 'Fits amd64',
      checks: [{ check: 'image-is-built-for-required-platform', level: 'required' }],
    },
    {
      id: 'image-adds-layers',
      statement: 'Has layers of its own',
      checks: [{ check: 'image-is-not-the-base-itself', level: 'required' }],
    },
    {
      id: 'image-sets-the-command',
      statement: 'Starts /bin/bash',
      checks: [{ check: 'image-sets-the-required-command', level: 'required' }],
    },
    {
      id: 'image-path',
      statement: 'Path as asked',
      checks: [{ check: 'image-path-is-well-formed', level: 'required' }],
    },
    {
      id: 'dockerfile-should-build',
      statement: 'Dockerfile should build',
      checks: [
        { check: 'dockerfile-is-valid', level: 'required' },
        { check: 'dockerfile-resolves-its-base-image', level: 'required' },
        { check: 'dockerfile-is-named-dockerfile', level: 'recommended' },
        { check: 'dockerfile-pins-base-image', level: 'information' },
      ],
      aside: { when: 'image-was-judged', statement: 'Dockerfile: an image was built all the same' },
    },
  ],
  quotesLesson: true,
  parameters: {
    platform: 'linux/amd64',
    command: ['/bin/bash'],
    workspace: 'DSC180A_FA23_A00',
    notAccepted: [
      'ghcr.io/surajrampure/dsc-example-docker-image',
      'ghcr.io/ucsd-ets/datascience-notebook',
      'ghcr.io/ucsd-ets/scipy-ml-notebook',
      'ghcr.io/ucsd-ets/rstudio-notebook',
      'docker.io/ucsdets/datascience-notebook',
      'docker.io/ucsdets/scipy-ml-notebook',
      'docker.io/ucsdets/datahub-base-notebook',
    ],
    allowedBases: courseBases,
    imageBytes: 15_000_000_000,
    packages: [
      { name: 'aria2', channel: 'apt', version: null },
      { name: 'nmap', channel: 'apt', version: null },
      { name: 'traceroute', channel: 'apt', version: null },
      { name: 'geopandas', channel: 'python', version: null },
      { name: 'babypandas', channel: 'python', version: '0.1.5' },
    ],
  },
};
