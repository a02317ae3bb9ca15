import { parseDockerfile } from './dockerfile.ts';
import { declaredStep, historyStep, isMadeOf } from './image-history.ts';
import type { ParserCase } from './parser-case.ts';

/** Whether a step of a history can be made of an instruction. */
const row = (instruction: string, createdBy: string, expected: boolean): ParserCase => ({
  name: `${instruction} ⇐ ${createdBy}`,
  parse: () => {
    const [, own] = parseDockerfile(`FROM a\n${instruction}\n`).instructions;
    return own !== undefined && isMadeOf(declaredStep(own), historyStep(createdBy));
  },
  expected,
});

export const cases: readonly ParserCase[] = [
  row('RUN make  all', 'RUN /bin/sh -c make all # buildkit', true),
  row('RUN make', '/bin/sh -c make', true),
  row('RUN make', 'RUN |1 NB_UID=1000 /bin/sh -c make # buildkit', true),
  row('RUN make', '|2 A=b c C=d /bin/sh -c make', true),
  row('RUN make', 'RUN /bin/bash -o pipefail -c make # buildkit', true),
  row('RUN ["make", "all"]', 'RUN make all # buildkit', true),
  row('RUN --mount=type=cache,target=/x make', 'RUN /bin/sh -c make # buildkit', true),
  row('RUN make \\\n  && make install', 'RUN /bin/sh -c make   && make install # buildkit', true),
  row('RUN <<EOF\nmake\nEOF', 'RUN /bin/sh -c make\n # buildkit', true),
  row('RUN make', 'RUN /bin/sh -c make install # buildkit', false),
  row('RUN make', 'COPY a b # buildkit', false),
  row('COPY --chown=1000 a /b/', 'COPY --chown=1000 a /b/ # buildkit', true),
  row('COPY a b', 'COPY c b # buildkit', false),
  row('COPY ["a", "/b"]', 'COPY a /b # buildkit', true),
  row('COPY $A /b', 'COPY x /b # buildkit', true),
  row('COPY a /b', '/bin/sh -c #(nop) COPY file:0123456789abcdef in /b ', true),
  row('COPY a /b', '/bin/sh -c #(nop) COPY dir:0123456789abcdef in /c ', false),
  row('CMD ["/bin/bash"]', 'CMD ["/bin/bash"]', true),
  row('CMD ["a", "b c"]', 'CMD ["a" "b c"]', true),
  row('CMD python run.py', 'CMD ["/bin/sh" "-c" "python run.py"]', true),
  row('CMD ["/bin/bash"]', '/bin/sh -c #(nop)  CMD ["/bin/bash"]', true),
  row('CMD ["/bin/bash"]', 'CMD ["/bin/sh"]', false),
  row('ENV A="b c"', 'ENV A=b c', true),
  row('ENV A b', 'ENV A=b', true),
  row('ENV A b', 'ENV B=b', false),
  row('USER root', 'USER root', true),
  row('USER $NB_UID', 'USER 1000', true),
  row('USER root', '/bin/sh -c #(nop)  USER jovyan', false),
  row('WORKDIR app', 'WORKDIR /home/app', true),
  row('WORKDIR /app/', 'WORKDIR /app', true),
  row('EXPOSE 8888', 'EXPOSE map[8888/tcp:{}]', true),
];
