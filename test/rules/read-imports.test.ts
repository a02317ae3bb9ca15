import { expect, test } from 'vitest';
import { importsIn } from './read-imports.ts';

test.each([
  [`import { a } from './a.ts';`, 'src/app/a.ts', false],
  [`import type { A } from '../core/a.ts';`, 'src/core/a.ts', true],
  [`import { type A, type B } from './a.ts';`, 'src/app/a.ts', true],
  [`import { type A, b } from './a.ts';`, 'src/app/a.ts', false],
  [`import {\n  type A,\n  type B,\n} from './a.ts';`, 'src/app/a.ts', true],
  [`import a, { type B } from './a.ts';`, 'src/app/a.ts', false],
  [`import * as v from 'valibot';`, 'valibot', false],
  [`import './side-effect.ts';`, 'src/app/side-effect.ts', false],
  [`const a = await import('./late.ts');`, 'src/app/late.ts', false],
  [`import address from './read.ts?worker&url';`, 'src/app/read.ts', false],
  [`export { a } from './a.ts';`, 'src/app/a.ts', false],
  [`export * from './a.ts';`, 'src/app/a.ts', false],
])('%s', (text, target, isTypeOnly) => {
  expect(importsIn('src/app/x.ts', text)).toMatchObject([
    { target, isTypeOnly, isReExport: text.startsWith('export') },
  ]);
});

test('two imports on neighbouring lines are two', () => {
  const text = `import { a } from './a.ts';\nimport type { B } from './b.ts';\nexport const c = 1;\n`;
  expect(importsIn('src/x.ts', text).map(({ target }) => target)).toEqual(['src/a.ts', 'src/b.ts']);
});
