import { parseCondaEntry } from './conda-entry.ts';
import type { ParserCase } from './parser-case.ts';

/** `name constraint build held`, with `-` for what is not there. */
const row = (text: string, expected: string): ParserCase => ({
  name: text,
  parse: () => {
    const { name, constraint, build, isHeld, url } = parseCondaEntry(text);
    return `${url ?? name ?? '-'} ${constraint || '-'} ${build ?? '-'} ${isHeld ? 'held' : 'open'}`;
  },
  expected,
});

export const cases: readonly ParserCase[] = [
  row('numpy', 'numpy - - open'),
  row('numpy=1.26', 'numpy =1.26 - held'),
  row('numpy==1.26.4', 'numpy ==1.26.4 - held'),
  row('numpy=1.26.4=py311h1234567_0', 'numpy =1.26.4 py311h1234567_0 held'),
  row('pytorch 1.10', 'pytorch 1.10 - held'),
  row('python 3.9.18 h1_0', 'python 3.9.18 h1_0 held'),
  row('python >= 3.8', 'python >=3.8 - open'),
  row('python>=3.8,<3.9', 'python >=3.8,<3.9 - held'),
  row('numpy=1.26.*', 'numpy =1.26.* - held'),
  row('conda-forge::Numpy=1.26', 'numpy =1.26 - held'),
  row("numpy[version='>=1.2', build='py_0']", 'numpy >=1.2 py_0 open'),
  row('_libgcc_mutex=0.1=main', '_libgcc_mutex =0.1 main held'),
  row('numpy # why', 'numpy - - open'),
  row('https://example.org/win-64/a-1-0.conda', 'https://example.org/win-64/a-1-0.conda - - held'),
  row('{{ name }}', '- - - open'),
];
