import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(80));
const packageName = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]*$/), z.maxLength(80));
const words = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/** A rubric as a file gives it; published as `schemas/rubric.json`. */
export const rubricSchema = z.strictObject({
  schema: z.literal(1),
  id,
  title: words(60),
  description: words(300),
  rows: z
    .array(
      z.strictObject({
        id,
        statement: words(120),
        checks: z
          .array(
            z.strictObject({
              check: words(120),
              level: z.enum(['required', 'recommended', 'information']),
            }),
          )
          .check(z.minLength(1), z.maxLength(100)),
        aside: z.optional(
          z.strictObject({ when: z.enum(['readme-leads-elsewhere', 'image-was-judged']), statement: words(120) }),
        ),
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
  quotesLesson: z.optional(z.literal(true)),
  parameters: z.strictObject({
    command: z.nullable(z.array(z.string())),
    workspace: z.nullable(z.string()),
    notAccepted: z.array(z.string()),
    packages: z.optional(
      z.array(
        z.strictObject({ name: packageName, channel: z.enum(['apt', 'python']), version: z.nullable(words(60)) }),
      ),
    ),
    platform: z.union([z.string().check(z.regex(/^[a-z0-9]+\/[a-z0-9]+$/)), z.null()]),
  }),
});
