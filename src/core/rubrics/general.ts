import type { Rubric } from '../model/rubric.ts';
import { environmentDeclared, howToRecreate, howToRun, installsOnLinux } from './repository-rows.ts';

/** For any repository, without the words of one course. */
export const general: Rubric = {
  schema: 1,
  id: 'general',
  title: 'General',
  description: 'What another person needs to repeat this work.',
  rows: [
    howToRun,
    howToRecreate,
    environmentDeclared,
    installsOnLinux,
    {
      id: 'versions-are-pinned',
      statement: 'Versions are pinned',
      checks: [
        { check: 'dependencies-are-pinned', level: 'recommended' },
        { check: 'environment-yml-pins-python', level: 'recommended' },
      ],
    },
    {
      id: 'dockerfile-should-build',
      statement: 'Dockerfile should build',
      checks: [
        { check: 'dockerfile-is-valid', level: 'required' },
        { check: 'dockerfile-resolves-its-base-image', level: 'required' },
        { check: 'dockerfile-is-named-dockerfile', level: 'recommended' },
        { check: 'dockerfile-pins-base-image', level: 'recommended' },
      ],
      aside: { when: 'readme-leads-elsewhere', statement: 'Also here: a Dockerfile that nobody is told to use' },
    },
    {
      id: 'image-can-be-pulled',
      statement: 'Image can be pulled',
      checks: [
        { check: 'image-is-built-for-required-platform', level: 'required' },
        { check: 'image-exists-and-is-public', level: 'recommended' },
        { check: 'image-has-the-tag-people-pull', level: 'recommended' },
        { check: 'image-path-is-well-formed', level: 'information' },
      ],
      aside: { when: 'readme-leads-elsewhere', statement: 'Also here: an image that nobody is told to use' },
    },
  ],
  parameters: { platform: null, command: null, workspace: null, notAccepted: [], packages: [] },
};
