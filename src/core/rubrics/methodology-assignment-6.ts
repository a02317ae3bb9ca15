import type { Rubric, RubricPackage, RubricRow } from '../model/rubric.ts';
import { courseBases } from './course-bases.ts';
import { dockerfileBuilds, information, recommended, required, worthKnowing } from './repository-rows.ts';

const packages: readonly RubricPackage[] = [
  { name: 'aria2', channel: 'apt', version: null },
  { name: 'nmap', channel: 'apt', version: null },
  { name: 'traceroute', channel: 'apt', version: null },
  { name: 'geopandas', channel: 'python', version: null },
  { name: 'babypandas', channel: 'python', version: '0.1.5' },
];

const hasPackage = ({ name, version }: RubricPackage): RubricRow => {
  const asked = version === null ? name : `${name} ${version}`;
  return {
    id: `has-${name}`,
    statement: `Has ${asked}`,
    checks: required(`dockerfile-installs-package:${name}`),
    aside: { when: 'image-was-judged', statement: `Has ${asked}, as the Dockerfile says` },
  };
};

/** The lesson's assignment: an image on ghcr.io, with or without a repository. */
export const methodologyAssignment6: Rubric = {
  schema: 1,
  id: 'methodology-assignment-6',
  title: 'Assignment 6',
  description: 'What Methodology Assignment 6 asks of the image that is handed in.',
  rows: [
    { id: 'image-is-public', statement: 'Image is public', checks: required('image-exists-and-is-public') },
    {
      id: 'image-has-its-tag',
      statement: 'Has the tag that is pulled',
      checks: required('image-has-the-tag-people-pull'),
    },
    { id: 'image-fits-amd64', statement: 'Fits amd64', checks: required('image-is-built-for-required-platform') },
    {
      id: 'image-adds-layers',
      statement: 'Has layers of its own',
      checks: [
        ...required('image-is-not-the-base-itself'),
        ...recommended('image-is-built-on-the-declared-base'),
        ...information('image-size-is-within-limit'),
      ],
    },
    ...packages.map(hasPackage),
    {
      id: 'image-sets-the-command',
      statement: 'Starts /bin/bash',
      checks: required('image-sets-the-required-command', 'dockerfile-sets-the-required-command'),
      aside: { when: 'image-was-judged', statement: 'Starts /bin/bash' },
    },
    { id: 'image-path', statement: 'Path as asked', checks: required('image-path-is-well-formed') },
    {
      id: 'dockerfile-should-build',
      statement: 'Dockerfile should build',
      checks: [
        ...dockerfileBuilds,
        ...recommended('dockerfile-is-named-dockerfile', 'dockerfile-installs-for-every-user'),
        ...information('dockerfile-pins-base-image', 'base-image-is-allowed', 'base-image-exists'),
      ],
      aside: { when: 'image-was-judged', statement: 'Dockerfile: an image was built all the same' },
    },
    worthKnowing,
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
    packages,
  },
};
