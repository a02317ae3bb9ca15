// `npm test`: sets itself up, runs every step and always ends with `N passed, N failed`. `--only NAME` runs one step.
// A step counts as one test; a step of vitest counts as its tests.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies, ensurePrograms, programPath, root } from './set-up.mjs';

/** @typedef {{passed: number, failed: number, output: string}} Outcome */
/** @typedef {{name: string, run: () => Promise<Outcome>}} Step */

// Holds whatever the steps leave behind, and goes at the end.
const scratch = mkdtempSync(join(tmpdir(), 'reprise-test-'));
const tally = { passed: 0, failed: 0 };

/** @param {string} name */
const bin = (name) => join(root, 'node_modules/.bin', name);

/** @param {boolean} isGood @param {string} output @returns {Outcome} */
const oneTest = (isGood, output) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, output });

/** Runs one command to its end, at most four minutes. @param {string[]} words @returns {Promise<{isGood: boolean, output: string}>} */
function execute([command = '', ...words]) {
  return new Promise((resolve) => {
    const env = { ...process.env, TMPDIR: scratch };
    const child = spawn(command, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    const tooLong = setTimeout(() => {
      output += '\nstopped after four minutes';
      child.kill();
    }, 240_000);
    const end = (/** @type {boolean} */ isGood) => {
      clearTimeout(tooLong);
      resolve({ isGood, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** A step that is good when every command is. @param {string} name @param {string[][]} commands @returns {Step} */
const commands = (name, ...commands) => ({
  name,
  run: async () => {
    let output = '';
    for (const words of commands) {
      const ended = await execute(words);
      output += ended.output;
      if (!ended.isGood) return oneTest(false, output);
    }
    return oneTest(true, output);
  },
});

/** One project of vitest; a run that fails without a failed test (a file that cannot be loaded) counts as one. @param {string} name @param {() => void} [prepare] @returns {Step} */
const vitest = (name, prepare = () => {}) => ({
  name,
  run: async () => {
    prepare();
    const report = join(scratch, `${name}.json`);
    const { isGood, output } = await execute([
      bin('vitest'),
      'run',
      `--project=${name}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    if (!existsSync(report)) return oneTest(false, output);
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: isGood ? 0 : Math.max(1, numFailedTests), output };
  },
});

/** Mozilla's own check of the Firefox build: no error, no warning, no notice. @type {Step} */
const addonsLinter = {
  name: 'addons-linter',
  run: async () => {
    const { output } = await execute([bin('addons-linter'), 'dist/firefox', '--output', 'json']);
    return oneTest(/"summary":\{"errors":0,"notices":0,"warnings":0\}/.test(output), output);
  },
};

/** The built extension in one browser. @param {string} name @param {import('./set-up.mjs').Program} program @param {string} variable where the tests look for its path */
const inBrowser = (name, program, variable) =>
  vitest(name, () => {
    ensurePrograms([program, 'openssl', 'git']);
    process.env[variable] = programPath(program);
  });

/** Steps in their order; those of an inner list go at once. @type {(Step | Step[])[]} */
const steps = [
  commands('types', ...['.', 'src/core', 'scripts'].map((project) => [bin('tsc'), '--noEmit', '-p', project])),
  commands('biome', [bin('biome'), 'check', '--error-on-warnings', '.']),
  commands('knip', [bin('knip')]),
  vitest('unit', () => ensurePrograms(['openssl', 'git'])),
  commands('build', [process.execPath, 'scripts/build.mjs', '--twice']),
  vitest('built'),
  addonsLinter,
  // Both at once: most of the time each waits for its browser.
  [inBrowser('chromium', 'chrome', 'CHROMIUM'), inBrowser('firefox', 'firefox', 'FIREFOX')],
];

/** @param {Step} step */
async function take(step) {
  const start = Date.now();
  const failed = (/** @type {unknown} */ error) =>
    oneTest(false, error instanceof Error ? error.message : String(error));
  const outcome = await step.run().catch(failed);
  tally.passed += outcome.passed;
  tally.failed += outcome.failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const sign = outcome.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${sign} ${step.name.padEnd(14)} ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`);
  if (outcome.failed > 0) console.log(outcome.output.trimEnd());
}

function end() {
  rmSync(scratch, { recursive: true, force: true });
  const isGood = tally.failed === 0 && tally.passed > 0;
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exit(isGood ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    console.log(`stopped by ${signal}`);
    tally.failed += 1;
    end();
  });
}

try {
  const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
  const isWanted = (/** @type {Step} */ step) => only === undefined || step.name === only;
  const wanted = steps.map((group) => [group].flat().filter(isWanted)).filter((group) => group.length > 0);
  const names = steps.flat().map((step) => step.name);
  if (wanted.length === 0) throw new Error(`There is no step ${only}: ${names.join(', ')}.`);
  ensureDependencies();
  for (const group of wanted) await Promise.all(group.map(take));
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  tally.failed += 1;
}
end();
