import { formatImageReference } from '../model/image-reference.ts';
import type { ParserCase } from './parser-case.ts';
import { findPublishedImages } from './workflow.ts';

const repository = { owner: 'Lab', name: 'Sleep-Study' };

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () =>
    findPublishedImages(text, repository).map(({ reference, line }) => `${line} ${formatImageReference(reference)}`),
  expected,
});

export const cases: readonly ParserCase[] = [
  row(
    'the repository’s own name, in lower case',
    'with:\n  images: ghcr.io/${{ github.repository }}\n',
    '2 ghcr.io/lab/sleep-study',
  ),
  row(
    'values of env, and a tag that is an expression',
    'env:\n  REGISTRY: ghcr.io\n  IMAGE_NAME: ${{ github.repository }}\njobs:\n  tags: ${{ env.REGISTRY }}/${{ env.IMAGE_NAME }}:${{ github.sha }}\n',
    '5 ghcr.io/lab/sleep-study',
  ),
  row(
    'a list of tags',
    'with:\n  tags: |\n    ghcr.io/lab/one:latest\n    ghcr.io/lab/two\n  push: true\n',
    '3 ghcr.io/lab/one:latest',
    '4 ghcr.io/lab/two',
  ),
  row('docker push', '- run: docker push ghcr.io/lab/sleep:latest\n', '1 ghcr.io/lab/sleep:latest'),
  row(
    'images that jobs and services only use',
    'jobs:\n  test:\n    container:\n      image: ghcr.io/lab/tools:1\n    services:\n      db:\n        image: ghcr.io/lab/db:3\n',
  ),
  row('an image that is only used', 'container: ghcr.io/lab/tools\n- uses: docker://ghcr.io/lab/other\n'),
];
