// What the commands need before they can run: the libraries of package-lock.json, two browsers, openssl and git.
// Everything here reports on standard error; a thing that cannot be had is thrown as one sentence (SetUpProblem).
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export class SetUpProblem extends Error {}

/** Runs `work` while no other process of this machine runs work under the same name. @param {string} name @param {() => void} work */
function alone(name, work) {
  const lock = join(tmpdir(), `reprise-${name}.lock`);
  const end = Date.now() + 15 * 60_000;
  while (!take(lock)) {
    if (Date.now() > end)
      throw new SetUpProblem(`Another run has been at it for 15 minutes: if there is none, delete ${lock}.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (holderIsGone(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function holderIsGone(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/** Standard output belongs to the command's own answer, so a child's goes to standard error. @param {string} command @param {string[]} words */
function run(command, words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, words, { cwd: root, env, stdio: ['ignore', 2, 2] }).status === 0;
}

/** @param {string} path @returns {Record<string, {version?: string, integrity?: string, optional?: boolean}>} */
const lockedPackages = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;

function dependenciesAreInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = lockedPackages('node_modules/.package-lock.json');
  return Object.entries(lockedPackages('package-lock.json')).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (optional && !installed[path]) ||
      (installed[path]?.version === version && installed[path]?.integrity === integrity),
  );
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  throw new SetUpProblem(`Reprise needs Node 20.19 or newer, or 22.12 or newer; this is ${process.versions.node}.`);
}

/** Installs exactly what package-lock.json names, unless it is there already. */
export function ensureDependencies() {
  checkNode();
  if (dependenciesAreInstalled()) return;
  alone(`dependencies-${Buffer.from(root).toString('hex').slice(-80)}`, () => {
    if (dependenciesAreInstalled()) return;
    console.error('Installing the libraries of package-lock.json …');
    if (!run('npm', ['ci', '--include=dev'])) {
      throw new SetUpProblem('The libraries could not be installed: `npm ci` failed, its reason stands above.');
    }
  });
}

/** @typedef {'chrome' | 'firefox' | 'openssl' | 'git'} Program */
/** @type {Record<Program, {title: string, variable: string, places: string[], debian: string[]}>} */
const programs = {
  chrome: {
    title: 'Chromium',
    variable: 'CHROMIUM',
    places: [
      ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    debian: ['chromium', 'fonts-liberation'],
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX',
    places: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: ['firefox-esr', 'fonts-liberation'],
  },
  openssl: { title: 'openssl', variable: 'OPENSSL', places: ['openssl'], debian: ['openssl'] },
  git: { title: 'git', variable: 'GIT', places: ['git'], debian: ['git', 'ca-certificates'] },
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the program lies, or undefined. @param {Program} program */
export function programPath(program) {
  const { variable, places } = programs[program];
  const named = process.env[variable];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = places.flatMap((place) =>
    place.startsWith('/') ? [place] : folders.map((folder) => join(folder, place)),
  );
  return [...(named ? [named] : []), ...paths].find(isExecutable);
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** Installs what is missing where root on Debian allows it. @param {Program[]} wanted */
export function ensurePrograms(wanted) {
  const missing = () => wanted.filter((program) => programPath(program) === undefined);
  if (missing().length > 0 && isRootOnDebian()) alone('programs', () => installOnDebian(missing()));
  const [first] = missing();
  if (!first) return;
  const { title, variable } = programs[first];
  throw new SetUpProblem(`${title} is missing: install it, or name it in the environment variable ${variable}.`);
}

/** @param {Program[]} missing */
function installOnDebian(missing) {
  if (missing.length === 0) return;
  const packages = [...new Set(missing.flatMap((program) => programs[program].debian))];
  const apt = ['-o', 'DPkg::Lock::Timeout=500'];
  console.error(`Installing ${packages.join(', ')} …`);
  run('apt-get', [...apt, 'update']);
  run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...packages]);
}
