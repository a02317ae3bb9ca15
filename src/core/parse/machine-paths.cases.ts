import { commentSignsOf, isInComment } from './code-comments.ts';
import { findCodeInstalls } from './code-installs.ts';
import { findMachinePaths } from './machine-paths.ts';
import { findOpenedFiles } from './opened-files.ts';
import type { ParserCase } from './parser-case.ts';

/** The paths found; harmless ones in brackets. */
const paths = (text: string, ...expected: readonly string[]): ParserCase => ({
  name: text,
  parse: () => findMachinePaths(text).map(({ value, isHarmless }) => (isHarmless ? `(${value})` : value)),
  expected,
});
const opened = (text: string, ...expected: readonly string[]): ParserCase => ({
  name: text,
  parse: () => findOpenedFiles(text).map(({ value }) => value),
  expected,
});
const installs = (text: string, ...expected: readonly string[]): ParserCase => ({
  name: text,
  parse: () => findCodeInstalls(text, true).map(({ value }) => value),
  expected,
});
const comment = (path: string, text: string, expected: boolean): ParserCase => ({
  name: `${path}: ${text}`,
  parse: () => isInComment(text, text.indexOf('HERE'), commentSignsOf(path)),
  expected,
});

export const cases: readonly ParserCase[] = [
  paths('open("/Users/ada/a.csv")', '/Users/ada/a.csv'),
  paths("chdir('/home/ada')", '/home/ada'),
  paths("'/home/{}/x'.format(me)", '/home/{}/x'),
  paths("f'/home/{me}/x'", '/home/{me}/x'),
  paths("'/mnt/c/Users/ada/x'", '/mnt/c/Users/ada/x'),
  paths("'file:///home/ada/x'", '/home/ada/x'),
  paths("'/content/drive/MyDrive/a.csv'", '/content/drive/MyDrive/a.csv'),
  paths("'/content/drive/My Drive/a.csv'", '/content/drive/My Drive/a.csv'),
  paths("drive.mount('/content/drive')"),
  paths(String.raw`'C:\\Users\\ada\\a.csv'`, String.raw`C:\\Users\\ada\\a.csv`),
  paths(String.raw`r'D:\temp\new'`, String.raw`D:\temp\new`),
  paths('"C:/data/a.csv"', 'C:/data/a.csv'),
  paths('setwd("E:/work")', 'E:/work'),
  paths(String.raw`"A:\nYes\nNo"`),
  paths('"s:/x/"'),
  paths('{a:/b/c}'),
  paths(String.raw`"C:\Program Files\x\y"`),
  paths('"https://example.org/home/ada/x"'),
  paths('"/home/"'),
  paths('"/homework/ada"'),
  paths('"~/home/ada/x"'),
  paths('"$ROOT/home/ada/x"'),
  paths('"/home/jovyan/x"', '(/home/jovyan/x)'),
  paths('see /home/vscode.', '(/home/vscode)'),
  paths('"/home/user/x"', '(/home/user/x)'),
  paths('"/Users/<name>/x"', '(/Users/<name>/x)'),
  paths('"C:/Users/username/x"', '(C:/Users/username/x)'),
  paths('cd /home/$USER/x', '(/home/$USER/x)'),
  paths('"/datasets/a/b"', '(/datasets/a/b)'),
  paths('docker run -v /home/ada/x:/home/lab/x i', '/home/ada/x', '(/home/lab/x)'),
  paths('rsync ada@example.org:/home/ada/x .', '(/home/ada/x)'),
  opened('pd.read_csv("data/a.csv")', 'data/a.csv'),
  opened("open('a.txt')", 'a.txt'),
  opened("open('a.txt', 'w')"),
  opened("open('a.txt', mode='ab')"),
  opened('open(f"{x}/a.csv")'),
  opened('x <- read.csv("a.csv", header = TRUE)', 'a.csv'),
  opened('readRDS("m.rds"); np.load(file="n.npy")', 'm.rds', 'n.npy'),
  opened('json.load(open("config/params.json"))'),
  opened('open("requirements.txt")'),
  installs('!pip install -q shap==0.41 "numba>0.5"', 'shap', 'numba'),
  installs('!pip install a \\\n  b', 'a', 'b'),
  installs('%conda install -y -c conda-forge GDAL', 'gdal'),
  installs('# !pip install a'),
  installs('os.system("pip install a_b")', 'a-b'),
  installs('check_call([sys.executable, "-m", "pip", "install", "a"])', 'a'),
  installs('# /// script\n# dependencies = [\n#   "a<2",\n#   "b",\n# ]\n# ///\n', 'a', 'b'),
  installs('pip freeze'),
  comment('a.R', 'x # HERE', true),
  comment('a.R', 'x <- "# HERE"', false),
  comment('a.m', 'x % HERE', true),
  comment('a.js', 'x // HERE', true),
  comment('a.js', '"https://HERE"', false),
  comment('a.c', '/* x\n HERE */', true),
  comment('a.c', '/* x */ HERE', false),
  comment('a.sql', '-- HERE', true),
  comment('a.sh', 'cd HERE', false),
];
