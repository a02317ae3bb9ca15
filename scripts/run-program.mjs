// Runs a program of the command line, built when it is missing or older than its sources. Prints nothing of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './set-up.mjs';

/** @param {string} path @returns {number} */
const changedAt = (path) => statSync(join(root, path)).mtimeMs;

/** @param {string} program */
function isCurrent(program) {
  if (!existsSync(program)) return false;
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((path) => join('src', String(path)));
  return [...sources, 'vite.config.ts', 'manifest.ts', 'package-lock.json'].every(
    (path) => changedAt(path) <= statSync(program).mtimeMs,
  );
}

/** @param {'cli' | 'evaluate'} name of the program in dist/cli */
export async function runProgram(name) {
  const program = join(root, `dist/cli/${name}.js`);
  try {
    ensureDependencies();
    if (!isCurrent(program)) await (await import('./build.mjs')).build('cli');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
  // A path is meant from where the command was given; npm moves to the project and keeps the place in INIT_CWD.
  const cwd = process.cwd() === root ? (process.env['INIT_CWD'] ?? root) : process.cwd();
  process.exitCode =
    spawnSync(process.execPath, [program, ...process.argv.slice(2)], { cwd, stdio: 'inherit' }).status ?? 2;
}
