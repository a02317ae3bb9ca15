import { findDockerfileUses } from './dockerfile-uses.ts';
import type { ParserCase } from './parser-case.ts';

const row = (text: string, ...expected: readonly string[]): ParserCase => ({
  name: text,
  parse: () =>
    findDockerfileUses(text).map(
      ({ path, isFolder, context, line }) =>
        `${line} ${path}${isFolder ? '/' : context === null ? '' : ` in ${context}/`}`,
    ),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('docker build -t sleep .', '1 /'),
  row('Then `docker build -t sleep work/Docker` it.', '1 work/Docker/'),
  row('docker build -f docker/Dockerfile -t sleep .', '1 docker/Dockerfile in /'),
  row('docker build -t sleep --file=./Dockerfile-GPU .', '1 Dockerfile-GPU in /'),
  row('x\ndocker buildx build \\\n  --platform linux/amd64 \\\n  -f "a b.Dockerfile" .', '2 a b.Dockerfile in /'),
  row('docker build -t sleep - < lab.Dockerfile', '1 lab.Dockerfile'),
  row('podman build --build-arg A=b env', '1 env/'),
  row('with:\n  context: ./env\n  file: ./env/Dockerfile.dev # why', '2 env/', '3 env/Dockerfile.dev in env/'),
  row('    build: docker', '1 docker/'),
  row('{ "build": { "dockerfile": "../Dockerfile" } }', '1 ../Dockerfile'),
  row('  "dockerFile": "Dockerfile.dev",', '1 Dockerfile.dev'),
  row('{ "build": { "dockerfile": "Dockerfile", "context": ".." } }', '1 Dockerfile in ../'),
  row('a:\n  build:\n    dockerfile: d/Dockerfile\n    context: ..\n', '3 d/Dockerfile in ../', '4 ../'),
  row('a:\n  build:\n    dockerfile: d/Dockerfile\nb:\n  build:\n    context: x', '3 d/Dockerfile', '6 x/'),
  row('run: docker build -f a/Dockerfile -t ${{ secrets.NAME }}/b:1 .', '1 a/Dockerfile in /'),
  row('  file: ${{ matrix.file }}'),
  row('Docker builds on layers; the profile: x is another matter.'),
];
