import { formatImageReference } from '../model/image-reference.ts';
import type { ParserCase } from './parser-case.ts';
import { parseWorkflow, publishedImages } from './workflow.ts';

const context = { owner: 'Lab', name: 'Sleep-Study', branch: 'main' };

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () => {
    const workflow = parseWorkflow(text, context);
    return workflow === null
      ? ['none']
      : publishedImages(workflow).map(
          ({ reference, line, tags }) => `${line} ${formatImageReference(reference)} · ${tags.join(' ')}`,
        );
  },
  expected,
});

/** A workflow with one job; its steps begin on line 6, or as many lines further down as `head` has. */
const of = (on: string, steps: string, head = ''): string =>
  `on: ${on}\n${head}jobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const PUSH = (tags: string) =>
  `      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: ${tags}\n`;
const META = (inputs = '') =>
  `      - uses: docker/metadata-action@v5\n        id: meta\n        with:\n          images: ghcr.io/\${{ github.repository }}\n${inputs}`;
const MADE = PUSH('${{ steps.meta.outputs.tags }}');
const run = (...lines: readonly string[]) => `      - run: |\n${lines.map((line) => `          ${line}\n`).join('')}`;
const meta = (name: string, on: string, inputs: string, tags: string) =>
  row(name, of(on, META(inputs) + MADE), `9 ghcr.io/lab/sleep-study · ${tags}`);

export const cases: readonly ParserCase[] = [
  row(
    'the repository’s own name, in lower case',
    of('push', PUSH('ghcr.io/${{ github.repository }}:latest')),
    '9 ghcr.io/lab/sleep-study:latest · latest',
  ),
  row(
    'values of env, and a tag that only a run tells',
    of(
      'push',
      PUSH('${{ env.REGISTRY }}/${{ env.IMAGE_NAME }}:${{ github.sha }}'),
      'env:\n  REGISTRY: ghcr.io\n  IMAGE_NAME: ${{ github.repository }}\n',
    ),
    '12 ghcr.io/lab/sleep-study · <sha>',
  ),
  row(
    'a list of tags, with a comment',
    of('push', PUSH('|\n            # newest\n            ghcr.io/lab/one:latest\n            docker.io/lab/two:1')),
    '11 ghcr.io/lab/one:latest · latest',
    '12 docker.io/lab/two:1 · 1',
  ),
  row(
    'tags on one line',
    of('push', PUSH('lab/one:1,lab/one:2')),
    '9 docker.io/lab/one:1 · 1',
    '9 docker.io/lab/one:2 · 2',
  ),
  row(
    'docker push',
    of('push', '      - run: docker push ghcr.io/lab/sleep:latest\n'),
    '6 ghcr.io/lab/sleep:latest · latest',
  ),
  row(
    'a name that a script lowers',
    of(
      'push',
      run(
        'IMAGE_ID=ghcr.io/${{ github.repository_owner }}/$NAME',
        "IMAGE_ID=$(echo $IMAGE_ID | tr '[A-Z]' '[a-z]')",
        'docker push $IMAGE_ID:1.0',
      ),
      'env:\n  NAME: Sleep\n',
    ),
    '11 ghcr.io/lab/sleep:1.0 · 1.0',
  ),
  row(
    'a name that a step sets for later ones',
    of('push', run('echo "IMAGE=${GITHUB_REPOSITORY,,}" >> $GITHUB_ENV') + PUSH('ghcr.io/${{ env.IMAGE }}:v1')),
    '11 ghcr.io/lab/sleep-study:v1 · v1',
  ),
  row(
    'an output of a step',
    of(
      'push',
      `      - id: name\n        run: echo "image=ghcr.io/lab/sleep" >> "$GITHUB_OUTPUT"\n${PUSH('${{ steps.name.outputs.image }}:v1')}`,
    ),
    '11 ghcr.io/lab/sleep:v1 · v1',
  ),
  row(
    'buildx with --push, over several lines',
    of('push', run('docker buildx build \\', '  --push -t ghcr.io/lab/sleep:2 .')),
    '7 ghcr.io/lab/sleep:2 · 2',
  ),
  row(
    'a push that does not tell takes what is tagged beside it',
    of('push', run('docker build -t sleep .', 'docker tag sleep ghcr.io/lab/sleep:3', 'docker push $TARGET')),
    '8 ghcr.io/lab/sleep:3 · 3',
  ),
  row('an image that is built and not pushed', of('push', run('docker build -t ghcr.io/lab/sleep .'))),
  row('push: false', of('push', PUSH('ghcr.io/lab/sleep:1').replace('true', 'false'))),
  row(
    'a push on some events',
    of('push', PUSH('lab/a:1').replace('true', "${{ github.event_name != 'x' }}")),
    '9 docker.io/lab/a:1 · 1',
  ),
  row('an owner that only a secret tells', of('push', PUSH('${{ secrets.NAME }}/sleep:1'))),
  row('a step that never runs', of('push', '      - if: false\n        run: docker push lab/a:1\n')),
  row(
    'images that jobs and services only use',
    'on: push\njobs:\n  test:\n    container:\n      image: ghcr.io/lab/tools:1\n    services:\n      db:\n        image: ghcr.io/lab/db:3\n',
  ),
  row('no workflow', 'docker: [', 'none'),
  row('a workflow without images', of('push', '      - run: pytest\n'), 'none'),
  row('no jobs', 'on: push\ndocker: 1\n'),
  // docker/metadata-action
  meta('a branch', '{ push: { branches: [main] } }', '', 'main'),
  meta('every branch and tag', 'push', '', 'main <branch> <git tag> latest'),
  meta('a pattern of branches', '{ push: { branches: ["maint/*"] } }', '', '<branch>'),
  meta('a branch with a slash', '{ push: { branches: [a/b] } }', '', 'a-b'),
  meta('tags alone', '{ push: { tags: ["v*"] } }', '', '<git tag> latest'),
  meta('a release', '{ release: { types: [published] } }', '', '<git tag> latest'),
  meta('by hand', 'workflow_dispatch', '', 'main'),
  meta('by the clock', '{ schedule: [{ cron: "0 0 * * 0" }] }', '', 'nightly main'),
  meta('pull requests alone', 'pull_request', '', 'pr-<number>'),
  meta(
    'rules',
    '{ push: { branches: [main], tags: ["v*"] } }',
    '          tags: |\n            type=raw,value=stable,enable={{is_default_branch}}\n            type=sha\n            type=semver,pattern={{version}}\n            v1\n            type=raw,value=off,enable=false\n',
    'stable sha-<commit> <version> v1 latest',
  ),
  meta(
    'a flavour',
    '{ push: { branches: [main] } }',
    '          flavor: |\n            latest=true\n            suffix=-gpu\n',
    'main-gpu latest',
  ),
  meta(
    'the action’s own expressions',
    '{ push: { branches: [main] } }',
    "          tags: type=raw,value={{branch}}-{{sha}}-{{date 'YYYY'}}\n",
    'main-<commit>-<date>',
  ),
];
