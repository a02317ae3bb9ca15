import { formatImageReference } from '../model/image-reference.ts';
import type { ParserCase } from './parser-case.ts';
import { findMalformedImages, findSubmittedImages } from './submission-json.ts';

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () => findSubmittedImages(text).map(({ reference, line }) => `${line} ${formatImageReference(reference)}`),
  expected,
});

const malformed = (text: string, ...expected: readonly string[]): ParserCase => ({
  name: `malformed: ${text}`,
  parse: () => findMalformedImages(text).map(({ line, written }) => `${line} ${written}`),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('an id of Docker Hub', '{\n "dockerhub-id": "noise/sleep:latest",\n}', '2 docker.io/noise/sleep:latest'),
  row(
    'a page of Docker Hub',
    '{"DockerHub Repository": "https://hub.docker.com/repository/docker/noise/sleep/general"}',
    '1 docker.io/noise/sleep',
  ),
  row('an image on ghcr.io', '{"image": "ghcr.io/noise/sleep"}', '1 ghcr.io/noise/sleep'),
  row('a command and a repository', '{"build-script": "python run.py test", "GitHub Repository": "noise/sleep"}'),
  row('a name without an owner', '{"docker": "sleep"}'),
  row('a placeholder', '{"docker": "<user>/<image>"}'),
  malformed('{\n "dockerhub-id": "noisesleep:latest"}', '2 noisesleep:latest'),
  malformed('{"image": "https://ghcr.io/noisesleep"}', '1 https://ghcr.io/noisesleep'),
  malformed('{"image": "ghcr.io/<owner>"}'),
  malformed('{"docker": "noise/sleep:latest", "image-size": "800:600", "container": "none"}'),
];
