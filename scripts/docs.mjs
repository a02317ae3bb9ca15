// `npm run docs`: writes the documents that are made from the code (docs/checks.md). A test holds that they are current.
import { spawnSync } from 'node:child_process';
import { ensureDependencies, root } from './set-up.mjs';

ensureDependencies();
const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  'unit',
  'test/rules/documents.test.ts',
  '--update',
];
process.exitCode = spawnSync(process.execPath, vitest, { cwd: root, stdio: 'inherit' }).status ?? 2;
