import { formatImageReference } from '../model/image-reference.ts';
import { findImageMentions } from './image-mentions.ts';
import type { ParserCase } from './parser-case.ts';

const row = (text: string, ...expected: readonly string[]): ParserCase => ({
  name: text,
  parse: () => findImageMentions(text).map(({ reference, line }) => `${line} ${formatImageReference(reference)}`),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('docker pull ghcr.io/lab/sleep:1.0', '1 ghcr.io/lab/sleep:1.0'),
  row('text\nsee https://ghcr.io/Lab/Sleep.', '2 ghcr.io/lab/sleep'),
  row('[image](https://github.com/lab/sleep/pkgs/container/sleep-image)', '1 ghcr.io/lab/sleep-image'),
  row('https://hub.docker.com/r/lab/sleep', '1 docker.io/lab/sleep'),
  row('https://hub.docker.com/repository/docker/lab/sleep/general', '1 docker.io/lab/sleep'),
  row('launch.sh -i ghcr.io/lab/sleep -W X', '1 ghcr.io/lab/sleep'),
  row('launch-scipy-ml.sh -c 4 -i lab/sleep:final', '1 docker.io/lab/sleep:final'),
  row('docker pull lab/sleep', '1 docker.io/lab/sleep'),
  row('docker run -it lab/sleep:latest', '1 docker.io/lab/sleep:latest'),
  row('`docker run --rm -v /here:/there --gpus=all -p 8888:8888 lab/sleep make all`', '1 docker.io/lab/sleep'),
  row('docker run --rm -it sleep-image /bin/bash'),
  row('docker run -v data/files:/data python:3.12 src/run.py'),
  row('docker pull ghcr.io/lab/my-image', '1 ghcr.io/lab/my-image'),
  row('launch.sh \\\n  -m 8 \\ # memory\n  -i lab/sleep:1 \\\n  -g 1', '3 docker.io/lab/sleep:1'),
  row('docker run --rm \\\n  ghcr.io/lab/sleep', '2 ghcr.io/lab/sleep'),
  row('docker push ghcr.io/owner/image'),
  row('docker push ghcr.io/<user>/<image>'),
  row('docker push ghcr.io/your-username/image'),
  row('ghcr.io/${{ github.repository }}'),
  row('an e-mail to a@ghcr.io or a page of ghcr.io/'),
  row('ghcr.io/lab'),
  row('docker pull quay.io/lab/sleep', '1 quay.io/lab/sleep'),
  row('docker run --rm public.ecr.aws/lab/sleep:2 make', '1 public.ecr.aws/lab/sleep:2'),
  row('docker push "registry.local:5000/lab/sub/sleep:1".', '1 registry.local:5000/lab/sub/sleep:1'),
  row('docker pull --platform linux/amd64 lab/sleep', '1 docker.io/lab/sleep'),
  row('<code>docker pull lab/sleep</code>', '1 docker.io/lab/sleep'),
  row('singularity pull docker://lab/sleep:1', '1 docker.io/lab/sleep:1'),
  row('apptainer run docker://ghcr.io/lab/sleep', '1 ghcr.io/lab/sleep'),
  row('docker pull registry.example.com/lab/sleep'),
  row('docker pull quay.io/<user>/sleep'),
  row('docker pull ghcr.io/lab/sleep@sha256:abc'),
  row('docker pull lab/sleep@sha256:abc'),
  row('docker pull ghcr.io/lab/sleep:\u202elatest'),
  row('docker pull ghcr.io/lab/sleep:1/extra'),
  row('docker pull lab/sleep:1/extra'),
  row('ghcr.io/lab/sleep: our image, and ghcr.io/lab/sleep/.', '1 ghcr.io/lab/sleep', '1 ghcr.io/lab/sleep'),
];
