import { describe, expect, test } from 'vitest';
import { checks } from '../../src/core/checks/index.ts';
import { ghcrImage } from '../../src/core/model/image-reference.ts';
import type { Rubric } from '../../src/core/model/rubric.ts';
import { configOf, imageOf, snapshotOf } from '../../src/core/model/snapshot.test-support.ts';
import type { Snapshot } from '../../src/core/model/snapshot.ts';
import { read } from '../../src/core/model/unread.ts';
import { judge } from '../../src/core/report/judge.ts';
import { dsc180Capstone } from '../../src/core/rubrics/dsc180-capstone.ts';
import { general } from '../../src/core/rubrics/general.ts';
import { methodologyAssignment6 } from '../../src/core/rubrics/methodology-assignment-6.ts';

/** What the lesson itself shows or asks for must never be something to fix: such a finding would be our taste alone. */

const README = `# Sleep and noise

Measures how street noise changes sleep.

\`\`\`
docker build -t sleep-and-noise .
docker run --rm -it sleep-and-noise
\`\`\`

Then run \`python run.py\` inside it.
`;

const BASIC = `FROM ghcr.io/ucsd-ets/datascience-notebook:2023.4-notebook7

USER root

RUN conda install --quiet --yes geopandas
`;

const COURSE = `ARG BASE_CONTAINER=ghcr.io/ucsd-ets/datascience-notebook:2023.4-stable
FROM $BASE_CONTAINER

USER root

RUN pip install coverage==5.5 && \\
  pip install 'pandas>=0.24, <= 1.5.3' babypandas==0.1.9 pandas-tutor==2.0.3 && \\
  pip install otter-grader==3.3.0 && \\
  pip install wordcloud==1.8.1

USER $NB_UID
`;

const JAVA = `FROM ghcr.io/ucsd-ets/datascience-notebook

USER root

RUN apt-get update && \\
    apt-get upgrade -y && \\
    apt-get install -y default-jre && \\
    apt-get install -y default-jdk

ENV APK_SCRIPT https://raw.githubusercontent.com/iBotPeaches/Apktool/master/scripts/linux/apktool
ENV APK_JAR https://bitbucket.org/iBotPeaches/apktool/downloads/apktool_2.4.1.jar

RUN mkdir -p /usr/local/bin

RUN P=/tmp/$(basename $APK_SCRIPT) && \\
    wget -q -O $P $APK_SCRIPT && \\
    chmod +x $P && \\
    mv $P /usr/local/bin

RUN P=/tmp/$(basename $APK_JAR) && \\
    wget -q -O $P $APK_JAR && \\
    chmod +x $P && \\
    mv $P /usr/local/bin/apktool.jar
`;

const TEMPLATE = `# 1) choose base container
ARG BASE_CONTAINER=ghcr.io/ucsd-ets/datascience-notebook:stable

FROM $BASE_CONTAINER

LABEL maintainer="UC San Diego ITS/ETS <ets-consult@ucsd.edu>"

# 2) change to root to install packages
USER root

RUN apt-get -y install htop

# 3) install packages using notebook user
USER jovyan

# RUN conda install -y scikit-learn

RUN pip install --no-cache-dir networkx scipy

# Override command to disable running jupyter notebook at launch
# CMD ["/bin/bash"]
`;

const ASSIGNMENT = TEMPLATE.replace(
  'RUN apt-get -y install htop',
  'RUN apt update\nRUN apt-get -y install aria2 nmap traceroute',
)
  .replace('networkx scipy', 'geopandas babypandas==0.1.5')
  .replace('# CMD', 'CMD');

const required = (snapshot: Snapshot, rubric: Rubric) =>
  judge(snapshot, rubric, { rubricHash: '0'.repeat(64), version: '0.0.0', checks })
    .findings.filter(({ outcome, level }) => outcome === 'fail' && level === 'required')
    .map(({ check, summary }) => `${check}: ${summary}`);

describe.each([general, dsc180Capstone])('$id', (rubric) => {
  test.each([
    ['the lesson’s first Dockerfile', BASIC],
    ['the lesson’s course image', COURSE],
    ['the lesson’s untagged base with Java', JAVA],
    ['the course’s template', TEMPLATE],
    ['the assignment done as it is told', ASSIGNMENT],
  ])('%s has nothing to fix', (_name, dockerfile) => {
    const snapshot = snapshotOf({ 'README.md': README, Dockerfile: dockerfile, 'run.py': 'print(1)\n' });
    expect(required(snapshot, rubric)).toEqual([]);
  });

  test('a Python project with an environment file and two commands has nothing to fix', () => {
    const snapshot = snapshotOf({
      'README.md':
        '# Sleep\n\nMeasures sleep.\n\n```\nconda env create -f environment.yml\nconda activate sleep\npython run.py\n```\n',
      'environment.yml': 'name: sleep\nchannels:\n  - defaults\ndependencies:\n  - python=3.11\n  - pandas=2.2.3\n',
      'run.py': 'import pandas\n',
    });
    expect(required(snapshot, rubric)).toEqual([]);
  });
});

describe('methodology-assignment-6', () => {
  test('the image of the assignment done as it is told has nothing to fix', () => {
    const reference = ghcrImage('someone/dsc-example-docker-image');
    const handedIn: Snapshot = {
      ...snapshotOf({}),
      subject: { repository: null, image: reference },
      repository: null,
      images: [
        imageOf('someone/dsc-example-docker-image', { kind: 'public' }, { reference, config: read(configOf()) }),
      ],
    };
    expect(required(handedIn, methodologyAssignment6)).toEqual([]);
  });
});
