import { lineEvidence, treeEvidence } from '../model/finding.ts';
import { formatImageReference } from '../model/image-reference.ts';
import { defineCheck, fail, notApplicable, pass, withFix } from './check.ts';
import { withoutReadme } from './readme-says-how-to-run.ts';

export default defineCheck({
  id: 'readme-names-the-image',
  statement: 'The project’s image is named.',
  failure: 'the project’s image is not named',
  why: 'An image that was built and pushed helps only who knows its name, and the name cannot be told from the repository’s.',
  fix: 'Write the line that pulls the image into the README.',
  reads: ['namedImage'],
  decidedBy: 'any-example',
  examples: {
    pass: 'docker pull ghcr.io/lab/sleep:1.0',
    fail: 'The repository holds a Dockerfile; no file says where its image is.',
  },

  judge({ namedImage: { named, builtBy, steps, likelyName, entries } }) {
    const [first] = named;
    if (first?.foundIn != null) {
      const { path, line, quote } = first.foundIn;
      return pass(`${path} names ${formatImageReference(first.reference)}.`, lineEvidence(path, line, quote));
    }
    if (builtBy === null) return notApplicable('There is no Dockerfile, and no workflow that publishes an image.');
    if (steps === null || !steps.tells) return withoutReadme();
    const [build] = steps.builds;
    if (build !== undefined)
      return notApplicable(
        `${build.path} tells to build the image on one’s own machine.`,
        lineEvidence(build.path, build.line, build.quote),
      );
    return withFix(
      fail(
        `There is ${builtBy}, but nothing says where its image can be pulled or how to build it.`,
        treeEvidence(`an image named in ${steps.readme}, a workflow, a compose file or submission.json`, entries),
      ),
      'If the image is published, write the line that pulls it into the README; else the one that builds it.',
      `docker pull ${likelyName}`,
    );
  },
});
