import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, test } from 'vitest';
import { reportSchema } from '../../src/core/model/report.schema.ts';
import { rubricSchema } from '../../src/core/model/rubric.schema.ts';

/** The published schemas are made from the model: `npx vitest run --project unit test/rules/schemas.test.ts -u` writes them. */
test.each([
  ['report', 'A report of Reprise', reportSchema],
  ['rubric', 'A rubric of Reprise', rubricSchema],
])('schemas/%s.json is current', async (name, title, schema) => {
  const { $schema, ...form } = toJsonSchema(schema, { target: 'draft-2020-12' });
  await expect(`${JSON.stringify({ $schema, title, ...form }, null, 2)}\n`).toMatchFileSnapshot(
    `../../schemas/${name}.json`,
  );
});
