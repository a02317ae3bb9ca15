import type { Rubric } from '../model/rubric.ts';
import { courseBases } from './course-bases.ts';
import { environmentDeclared, howToRecreate, howToRun, installsOnLinux } from './repository-rows.ts';

/** UCSD’s data-science capstone: a README and an environment for every project, Docker where it is used. */
export const dsc180Capstone: Rubric = {
  schema: 1,
  id: 'dsc180-capstone',
  title: 'DSC 180 capstone',
  description: 'What UCSD’s data-science capstone asks of a project’s repository.',
  rows: [
    howToRun,
    howToRecreate,
    { ...environmentDeclared, statement: 'Environment file as the course asks' },
    installsOnLinux,
    {
      id: 'python-is-pinned',
      statement: 'Python’s version is pinned',
      checks: [{ check: 'environment-yml-pins-python', level: 'recommended' }],
    },
    {
      id: 'versions-are-pinned',
      statement: 'Versions are pinned',
      checks: [{ check: 'dependencies-are-pinned', level: 'recommended' }],
    },
    {
      id: 'dockerfile-should-build',
      statement: 'Dockerfile should build',
      checks: [
        { check: 'dockerfile-is-valid', level: 'required' },
        { check: 'dockerfile-resolves-its-base-image', level: 'required' },
        { check: 'dockerfile-is-named-dockerfile', level: 'required' },
        { check: 'dockerfile-pins-base-image', level: 'recommended' },
      ],
      aside: { when: 'readme-leads-elsewhere', statement: 'Also here: a Dockerfile that nobody is told to use' },
    },
    {
      id: 'image-can-be-pulled',
      statement: 'Image can be pulled and fits amd64',
      checks: [
        { check: 'image-is-built-for-required-platform', level: 'required' },
        { check: 'image-exists-and-is-public', level: 'recommended' },
        { check: 'image-has-the-tag-people-pull', level: 'recommended' },
        { check: 'image-is-not-the-base-itself', level: 'recommended' },
        { check: 'image-path-is-well-formed', level: 'recommended' },
      ],
      aside: { when: 'readme-leads-elsewhere', statement: 'Also here: an image that nobody is told to use' },
    },
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
