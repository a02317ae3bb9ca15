import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleTables } from './bundle-tables.ts';

test('every parser’s table runs in Node without Buffer and process', async () => {
  const place = mkdtempSync(join(tmpdir(), 'reprise-tables-'));
  const script = join(place, 'tables.cjs');
  const bare = `const print = console.log; delete globalThis.Buffer; delete globalThis.process;`;
  writeFileSync(
    script,
    `${bare}\n${await bundleTables()}\nprint(JSON.stringify([typeof Buffer, typeof process, globalThis.ran]));`,
  );
  try {
    const [buffer, process_, ran] = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }));
    expect([buffer, process_]).toEqual(['undefined', 'undefined']);
    expect(ran.wrong).toEqual([]);
    expect(ran.rows).toBeGreaterThan(50);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}, 30_000);
