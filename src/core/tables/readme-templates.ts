/**
 * Sentences that templates put into a new README. A README that holds nothing else was never written.
 * Sources: cookiecutter-data-science's README; GitLab's README of a new project; the placeholder of cookiecutter-pypackage;
 * common "to do" words. Read 2026-11-24.
 */
export const readmeTemplateSentences: ReadonlySet<string> = new Set([
  'a short description of the project',
  'project based on the cookiecutter data science project template cookiecutterdatascience',
  'to make it easy for you to get started with gitlab here s a list of recommended next steps',
  'python boilerplate contains all the boilerplate you need to create a python package',
  'add your description here',
  'add a description here',
  'description of the project',
  'write a description here',
  'project description goes here',
  'one paragraph of project description goes here',
  'to do',
  'todo',
  'work in progress',
  'coming soon',
  'under construction',
]);
