import type { Rubric } from '../model/rubric.ts';
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

/** For any repository, without the words of one course. */
export const general: Rubric = {
  schema: 1,
  id: 'general',
  title: 'General',
  description: 'What another person needs to repeat this work.',
  rows: [
    howToRun,
    howToRecreate,
    commandsFindTheirFiles,
    {
      id: 'environment-is-declared',
      statement: 'Declares its environment',
      checks: [
        ...required('environment-is-declared'),
        ...information('environment-yml-is-named-environment-yml', 'mixed-project-has-container'),
      ],
    },
    installsOnLinux,
    {
      id: 'versions-are-pinned',
      statement: 'Versions are pinned',
      checks: [
        ...recommended('dependencies-are-pinned', 'environment-yml-pins-python'),
        ...information('environments-agree'),
      ],
    },
    fitsAnotherComputer('recommended'),
    {
      id: 'dockerfile-should-build',
      statement: 'Dockerfile should build',
      checks: [
        ...dockerfileBuilds,
        ...recommended(
          'dockerfile-is-named-dockerfile',
          'dockerfile-pins-base-image',
          'dockerfile-installs-are-pinned',
          'base-image-exists',
        ),
      ],
      aside: dockerfileAside,
    },
    {
      id: 'image-can-be-pulled',
      statement: 'Image can be pulled',
      checks: [
        ...required('image-is-built-for-required-platform'),
        ...recommended('image-exists-and-is-public', 'image-has-the-tag-people-pull'),
        ...information('image-path-is-well-formed', 'image-is-built-on-the-declared-base'),
      ],
      aside: imageAside,
    },
    worthKnowing,
  ],
  parameters: { platform: null, command: null, workspace: null, notAccepted: [], packages: [] },
};
