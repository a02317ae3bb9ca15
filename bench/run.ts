import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchBadge } from './badge.ts';
import { benchJudge } from './judge.ts';

const USE = `npm run bench -- badge [--browser firefox] [--write]
npm run bench -- judge [--repositories DIR] [--write]

--write keeps the tables in bench/results/, named by day.`;

/** The program behind `npm run bench`; gives its exit code. */
export async function run(given: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      browser: { type: 'string', default: 'chrome' },
      repositories: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  const browser = values.browser === 'firefox' ? 'firefox' : 'chrome';
  if (name !== 'badge' && name !== 'judge') {
    console.log(USE);
    return 2;
  }
  const tables = name === 'badge' ? await benchBadge(browser) : await benchJudge(values.repositories ?? null);
  const text = `${tables}\n\nNode ${process.version}, ${cpus().length} processors\n`;
  console.log(text);
  if (values.write) {
    mkdirSync('bench/results', { recursive: true });
    const what = name === 'badge' ? `badge-${browser}` : name;
    writeFileSync(`bench/results/${what}-${new Date().toISOString().slice(0, 10)}.txt`, text);
  }
  return 0;
}
