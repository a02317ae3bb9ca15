import { type InstallCall, installCalls } from './install-calls.ts';
import type { ParserCase } from './parser-case.ts';
import { shellWords } from './shell-words.ts';

const callsOf = (text: string) => installCalls(shellWords(text).commands).filter((call) => call !== null);

/** `verb: name constraint, …`, and what else the call says. */
const shown = (call: InstallCall): string =>
  [
    `${call.manager} ${call.verb ?? `?${call.insteadOfVerb ?? ''}`}`,
    ...call.packages.map(({ kind, name, constraint, channel }) =>
      [kind === 'package' ? '' : `${kind} `, channel === null ? '' : `${channel}::`, name, constraint].join(''),
    ),
    ...call.files.map(({ use, path }) => `${use} ${path}`),
    ...call.channels.map((channel) => `from ${channel}`),
    ...(call.target === null ? [] : [`into ${call.target.kind} ${call.target.value}`.trim()]),
    ...(call.isSudo ? ['sudo'] : []),
    ...(call.saysYes ? ['yes'] : []),
    ...(call.isWhole ? [] : ['and more']),
  ].join(' | ');

const row = (name: string, text: string, ...expected: readonly string[]): ParserCase => ({
  name,
  parse: () => callsOf(text).map(shown),
  expected,
});

const answers = (name: string, texts: readonly string[], expected: boolean): ParserCase => ({
  name,
  parse: () => texts.filter((text) => callsOf(text).some(({ saysYes }) => saysYes) !== expected),
  expected: [],
});

export const cases: readonly ParserCase[] = [
  row(
    'apt, options before and behind the verb',
    'apt-get -qq -o Dpkg::Use-Pty=0 install --no-install-recommends -t bookworm-backports nmap aria2',
    'apt install | nmap | aria2 | from bookworm-backports | yes',
  ),
  row(
    'apt’s forms of a package',
    "apt install -y 'nmap=7.9*' git:amd64 curl/jammy ./a.deb g++ bar- $MORE",
    'apt install | nmap=7.9* | git | curl/jammy | path ./a.deb | g++ | variable $more | yes | and more',
  ),
  row('no verb', 'apt-get aria2', 'apt ?aria2'),
  row('neither verb nor word', 'apt-get --version; conda', 'apt ?', 'conda ?'),
  row(
    'what other programs are named',
    'apt-mark hold x && command -v conda && echo apt-get install x && ./apt.sh install y && pipx install z',
  ),
  row(
    'what only hands on',
    'DEBIAN_FRONTEND=noninteractive sudo -E -u root env A=b nice -n 10 timeout 300 /usr/bin/apt-get install -y nmap',
    'apt install | nmap | sudo | yes',
  ),
  row(
    'words of the shell',
    'if ! conda install -y a; then pip install b; fi',
    'conda install | a | yes',
    'pip install | b',
  ),
  row('more words come from elsewhere', 'cat apt.txt | xargs -r apt-get install -y', 'apt install | yes | and more'),
  row(
    'the same, put in',
    'apt-get install -y $(cat apt.txt)',
    'apt install | variable $(cat apt.txt) | yes | and more',
  ),
  row('dpkg', 'dpkg -i a.deb && dpkg --configure -a', 'dpkg -i | path a.deb', 'dpkg --configure'),
  row(
    'apk and dnf',
    'apk add --no-cache -t .deps gcc nmap=7.93-r0; dnf -y install nmap',
    'apk add | gcc | nmap=7.93-r0',
    'dnf install | nmap | yes',
  ),
  row(
    'pip, values of options are no packages',
    'pip install --no-cache-dir -f https://a.example/x.html --extra-index-url https://b.example torch==2.1 Scikit_Learn[a,b]~=1.2',
    'pip install | torch==2.1 | scikit-learn~=1.2 | from https://a.example/x.html | from https://b.example',
  ),
  row(
    'pip’s files and folders',
    'python3.9 -m pip install -rrequirements.txt --constraint=c.txt -e . ./lib -e git+https://a.example/b.git#egg=b c.whl',
    'pip install | path ./lib | path c.whl | project . | address b | packages requirements.txt | constraints c.txt',
  ),
  row('a folder with extras', 'pip install -e "lab/[fast]" sub/lab', 'pip install | path sub/lab | path lab/[fast]'),
  row(
    'pip reads quotes as the shell leaves them',
    "pip install \"aif360['all']\" aif360['all'] 'numpy>=1,<2'",
    "pip install | aif360['all'] | aif360 | numpy>=1,<2",
  ),
  row('what pip refuses', 'pip install numpy=1.2 babypandas=0.1.5', 'pip install | numpy=1.2 | babypandas=0.1.5'),
  row('an address with a name', "pip install 'b @ git+https://a.example/b@v1'", 'pip install | address b'),
  row(
    'where pip puts it',
    'pip install --user a; pip3 install -t lib b; conda run -n lab pip install c; /opt/conda/envs/lab/bin/pip install d',
    'pip install | a | into user',
    'pip install | b | into folder lib',
    'pip install | c | into name lab',
    'pip install | d | into name lab',
  ),
  row(
    'conda',
    'conda install --quiet --yes -n lab -c conda-forge geopandas conda-forge::nmap=7.9 "python>=3.9,<3.11" babypandas==0.1.5',
    'conda install | geopandas | conda-forge::nmap=7.9 | python>=3.9,<3.11 | babypandas==0.1.5 | from conda-forge | into name lab | yes',
  ),
  row('behind `--` all are packages', 'conda install -- yes', 'conda install | yes'),
  row(
    'conda’s files',
    'conda env create; mamba env update -n base --file=env/lab.yml; micromamba create -y -p /opt/lab -f env.yaml; conda create -n a --file list.txt',
    'conda env create | environment environment.yml',
    'conda env update | environment env/lab.yml | into name base',
    'conda create | environment env.yaml | into prefix /opt/lab | yes',
    'conda create | packages list.txt | into name a',
  ),
  row('conda’s `-f` is a flag by itself', 'conda install -f -y a', 'conda install | a | yes'),
  row('conda without a verb', 'conda geopandas; conda instal a', 'conda ?geopandas', 'conda ?instal'),
  row(
    'uv',
    'uv pip install --system -r a.txt b==1; uv sync --frozen; uv add c',
    'uv pip install | b==1 | packages a.txt',
    'uv sync',
    'uv add | c',
  ),
  row('npm and its like', 'npm ci; yarn; pnpm add @a/b@1.2.3', 'npm ci', 'npm install', 'npm add | @a/b@1.2.3'),
  row(
    'poetry and pipenv',
    'poetry install --no-root; pipenv install --system --deploy',
    'poetry install',
    'pipenv install',
  ),
  row(
    'other verbs',
    'apt-get purge -y a; conda clean -afy; pip uninstall b; conda update -n base conda',
    'apt purge | a | yes',
    'conda clean | yes',
    'pip uninstall | b',
    'conda update | conda | into name base',
  ),
  answers(
    'says yes',
    [
      'apt-get -y install a',
      'apt-get install a -y',
      'apt install --assume-yes a',
      'apt-get -qq install a',
      'apt-get -q -q install a',
      'apt-get -q=2 install a',
      'apt-get -qy install a',
      'apt-get -o APT::Get::Assume-Yes=true install a',
      'yes | apt-get install a',
      'echo y | conda install a',
      "printf 'y\\n' | apt install a",
      'conda install -qy a',
      'mamba install --yes a',
    ],
    true,
  ),
  answers(
    'does not say yes',
    [
      'apt-get install a',
      'apt-get -q install a',
      'apt-get install --no-install-recommends a',
      'DEBIAN_FRONTEND=noninteractive apt-get install a',
      'yes; apt-get install a',
      'conda install -- yes',
      'conda install -c y a',
      'ls | apt install a',
    ],
    false,
  ),
];
