import { formatImageReference } from '../model/image-reference.ts';
import { findComposeImages } from './compose.ts';
import type { ParserCase } from './parser-case.ts';

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () =>
    findComposeImages(text, 'Noise').map(({ reference, line }) => `${line} ${formatImageReference(reference)}`),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('an image of the owner', 'services:\n  lab:\n    image: noise/sleep:1 # ours\n', '3 docker.io/noise/sleep:1'),
  row(
    'an image that is built here',
    'services:\n  lab:\n    build: .\n    image: "ghcr.io/team/sleep"\n',
    '4 ghcr.io/team/sleep',
  ),
  row('tools and databases', 'services:\n  db:\n    image: postgres:16\n  check:\n    image: tools/links\n'),
  row('a variable', 'services:\n  lab:\n    build: .\n    image: ${IMAGE}\n'),
  row('no image', 'services:\n  lab:\n    build: .\n'),
  row('no YAML', ': :\n\t-'),
];
