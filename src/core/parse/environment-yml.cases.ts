import { parseEnvironmentYml } from './environment-yml.ts';
import type { ParserCase } from './parser-case.ts';

const row = (name: string, text: string, expected: unknown): ParserCase => ({
  name,
  parse: () => {
    const { problems, notes, condaDependencies, pipDependencies, name: own } = parseEnvironmentYml(text);
    return {
      name: own,
      conda: condaDependencies.map((entry) => entry.text),
      pip: pipDependencies.map((entry) => entry.text),
      problems: problems.map(({ kind, line, message }) => `${kind} ${line}: ${message}`),
      notes,
    };
  },
  expected,
});

const empty = { name: null, conda: [], pip: [], problems: [], notes: [] };

export const cases: readonly ParserCase[] = [
  row(
    'reads a whole file',
    'name: sleep\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.11\n  - pip\n  - pip:\n      - babypandas==0.1.5\n',
    { ...empty, name: 'sleep', conda: ['python=3.11', 'pip'], pip: ['babypandas==0.1.5'] },
  ),
  row('names an unsettled merge', 'dependencies:\n<<<<<<< HEAD\n  - a=1\n=======\n  - a=2\n>>>>>>> main\n', {
    ...empty,
    problems: ['refused 2: A merge conflict was left in it.'],
  }),
  row('names what a second pip list loses', 'dependencies:\n  - pip\n  - pip:\n    - numpy\n  - pip:\n    - pandas\n', {
    ...empty,
    conda: ['pip'],
    pip: ['pandas'],
    problems: [
      'dropped-pip-list 3: There is another `pip:` list on line 5; conda keeps only the last, so this one is lost: numpy.',
    ],
  }),
  row('names a repeated key', 'name: a\nname: b\ndependencies: [python]\n', {
    ...empty,
    name: 'b',
    conda: ['python'],
    problems: ['dropped-key 1: The key `name:` stands again on line 2; one of them is lost.'],
  }),
  row('notes unknown keys and a missing pip', 'foo: 1\ndependencies:\n  - python\n  - pip: [numpy]\n', {
    ...empty,
    conda: ['python'],
    pip: ['numpy'],
    notes: [
      'conda ignores what it does not know: `foo:`.',
      'It has a `pip:` list but not `pip` itself; conda adds it and warns.',
    ],
  }),
  row('takes `pip=23.1` as pip', 'dependencies:\n  - pip=23.1\n  - pip: [numpy]\n', {
    ...empty,
    conda: ['pip=23.1'],
    pip: ['numpy'],
  }),
  row('refuses a mapping among the dependencies', 'dependencies:\n  - numpy: 1.2\n', {
    ...empty,
    problems: ['refused 2: `numpy:` is no entry that conda knows; write `numpy=VERSION`.'],
  }),
  row('refuses dependencies that are no list', 'dependencies: numpy\n', {
    ...empty,
    problems: ['refused 1: `dependencies:` is not a list: each entry begins with “- ”.'],
  }),
  row('refuses an empty entry', 'dependencies:\n  - python\n  -\n', {
    ...empty,
    conda: ['python'],
    problems: ['refused 3: An entry is empty.'],
  }),
  row('takes `~` as no dependencies', 'name: a\ndependencies: ~\n', { ...empty, name: 'a' }),
  row('refuses a list at the top', '- python\n', {
    ...empty,
    problems: ['refused 1: It is no YAML mapping with `name:`, `channels:` and `dependencies:`.'],
  }),
  row('refuses an empty file', '', {
    ...empty,
    problems: ['refused 1: It is no YAML mapping with `name:`, `channels:` and `dependencies:`.'],
  }),
  row('refuses a merge conflict', 'name: a\n<<<<<<< HEAD\ndependencies: []\n=======\n', {
    ...empty,
    problems: [
      'refused 3: It is not valid YAML: can not read a block mapping entry; a multiline key may not be an implicit key.',
    ],
  }),
];
