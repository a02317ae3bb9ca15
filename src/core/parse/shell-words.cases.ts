import type { ParserCase } from './parser-case.ts';
import { shellWords } from './shell-words.ts';

const row = (text: string, ...expected: readonly (readonly string[])[]): ParserCase => ({
  name: text,
  parse: () => shellWords(text).commands.map(({ words }) => words),
  expected,
});

export const cases: readonly ParserCase[] = [
  row('pip install -r requirements.txt', ['pip', 'install', '-r', 'requirements.txt']),
  row('cd a && make; ls | wc -l &', ['cd', 'a'], ['make'], ['ls'], ['wc', '-l']),
  row('a || b\nc', ['a'], ['b'], ['c']),
  row(`pip install "numpy>=1.2" 'a b' c\\ d e"f"g`, ['pip', 'install', 'numpy>=1.2', 'a b', 'c d', 'efg']),
  row('echo "say \\"hi\\" for \\$5" \'\\n\' ""', ['echo', 'say "hi" for $5', '\\n', '']),
  row('apt-get install -y \\\n  aria2 \\\r\n  nmap', ['apt-get', 'install', '-y', 'aria2', 'nmap']),
  row('make all # builds; everything\nls', ['make', 'all'], ['ls']),
  row('a#b #', ['a#b']),
  row('docker run -v $(pwd | tr a b):/x "$(id -u)" `date +%F`', [
    'docker',
    'run',
    '-v',
    '$(pwd | tr a b):/x',
    '$(id -u)',
    '`date +%F`',
  ]),
  row('python a.py > out.txt 2>&1 < in.txt', ['python', 'a.py']),
  row('docker pull ghcr.io/<your name>/<image>:1', ['docker', 'pull', 'ghcr.io/<your name>/<image>:1']),
  row('(cd src; make)', ['cd', 'src'], ['make']),
  row('source("a b.R"); f(g(1), 2) x', ['source("a b.R")'], ['f(g(1), 2)', 'x']),
  row(`echo "open`, ['echo', 'open']),
  row('${A:-b}/c $D', ['${A:-b}/c', '$D']),
  row(''),
  row('&& ;;'),
  {
    name: 'what is redirected, and where commands begin',
    parse: () => {
      const { redirects, commands, isWhole } = shellWords("pip install numpy>=1.2 && ls &> 'a b'");
      return { redirects, at: commands.map(({ at, operator }) => `${at}${operator}`), isWhole };
    },
    expected: { redirects: ['=1.2', 'a b'], at: ['0', '26&&'], isWhole: true },
  },
  {
    name: 'an open quote or bracket is told',
    parse: () => ['a "b', "a 'b", 'a $(b', 'a "b"'].map((text) => shellWords(text).isWhole),
    expected: [false, false, false, true],
  },
];
