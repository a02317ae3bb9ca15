import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(80));
const packageName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]*$/), v.maxLength(80));
const words = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

/** A rubric as a file gives it; published as `schemas/rubric.json`. */
export const rubricSchema = v.strictObject({
  schema: v.literal(1),
  id,
  title: words(60),
  description: words(300),
  rows: v.pipe(
    v.array(
      v.strictObject({
        id,
        statement: words(120),
        checks: v.pipe(
          v.array(
            v.strictObject({
              check: words(120),
              level: v.picklist(['required', 'recommended', 'information']),
            }),
          ),
          v.minLength(1),
          v.maxLength(100),
        ),
        aside: v.exactOptional(
          v.strictObject({ when: v.picklist(['readme-leads-elsewhere', 'image-was-judged']), statement: words(120) }),
        ),
      }),
    ),
    v.minLength(1),
    v.maxLength(100),
  ),
  quotesLesson: v.exactOptional(v.literal(true)),
  parameters: v.strictObject({
    command: v.nullable(v.array(v.string())),
    workspace: v.nullable(v.string()),
    notAccepted: v.array(v.string()),
    allowedBases: v.exactOptional(v.array(v.string())),
    imageBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    packages: v.exactOptional(
      v.array(
        v.strictObject({ name: packageName, channel: v.picklist(['apt', 'python']), version: v.nullable(words(60)) }),
      ),
    ),
    platform: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9]+\/[a-z0-9]+$/))),
  }),
});
