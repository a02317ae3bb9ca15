import type { Rubric } from '../model/rubric.ts';
import { courseBases } from './course-bases.ts';
import {
  commandsFindTheirFiles,
  dockerfileAside,
  dockerfileBuilds,
  fitsAnotherComputer,
  howToRecreate,
  howToRun,
  imageAside,
  information,
  installsOnLinux,
  recommended,
  required,
  worthKnowing,
} from './repository-rows.ts';

/** UCSD’s data-science capstone: a README and an environment for every project, Docker where it is used. */
export const dsc180Capstone: Rubric = {
  schema: 1,
  id: 'dsc180-capstone',
  title: 'DSC 180 capstone',
  description: 'What UCSD’s data-science capstone asks of a project’s repository.',
  rows: [
    howToRun,
    howToRecreate,
    commandsFindTheirFiles,
    {
      id: 'environment-is-declared',
      statement: 'Environment file as the course asks',
      checks: [
        ...required('environment-is-declared', 'python-project-has-environment-yml'),
        ...recommended('environment-yml-is-named-environment-yml', 'mixed-project-has-container'),
      ],
    },
    installsOnLinux,
    {
      id: 'python-is-pinned',
      statement: 'Python’s version is pinned',
      checks: recommended('environment-yml-pins-python'),
    },
    {
      id: 'versions-are-pinned',
      statement: 'Versions are pinned',
      checks: recommended('dependencies-are-pinned', 'environments-agree'),
    },
    fitsAnotherComputer('information'),
    {
      id: 'dockerfile-should-build',
      statement: 'Dockerfile should build',
      checks: [
        ...dockerfileBuilds,
        ...required('dockerfile-is-named-dockerfile'),
        ...recommended(
          'dockerfile-pins-base-image',
          'dockerfile-installs-are-pinned',
          'dockerfile-installs-for-every-user',
          'base-image-is-allowed',
          'base-image-exists',
        ),
      ],
      aside: dockerfileAside,
    },
    {
      id: 'image-can-be-pulled',
      statement: 'Image can be pulled and fits amd64',
      checks: [
        ...required('image-is-built-for-required-platform'),
        ...recommended(
          'image-exists-and-is-public',
          'image-has-the-tag-people-pull',
          'image-is-not-the-base-itself',
          'image-is-built-on-the-declared-base',
          'image-path-is-well-formed',
        ),
        ...information('image-size-is-within-limit'),
      ],
      aside: imageAside,
    },
    worthKnowing,
  ],
  quotesLesson: true,
  parameters: {
    platform: 'linux/amd64',
    command: null,
    workspace: 'DSC180A_FA23_A00',
    notAccepted: [],
    allowedBases: courseBases,
    imageBytes: 15_000_000_000,
    packages: [],
  },
};
