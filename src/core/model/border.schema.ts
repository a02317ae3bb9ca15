import * as v from 'valibot';

/** The value in the schema's form, or null when it is in another. The first fault ends the look, however long the value is. */
export function accepted<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success ? result.output : null;
}

/** JSON may write `1e999`, which is read as infinite. */
export const figure = v.pipe(v.number(), v.finite());

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with these keys and any others, which are passed over. To valibot's own object a list is an object too. */
export const fields = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.custom<v.InferInput<v.ObjectSchema<Entries, undefined>>>(isObject), v.object(entries));

/** An object whose keys are names. Valibot's own record takes a list too, and loses the key `constructor`, a valid login. */
export const recordOf = <Value>(
  value: v.GenericSchema<Value>,
  key: v.GenericSchema<string> = v.string(),
): v.GenericSchema<Readonly<Record<string, Value>>> =>
  v.custom(
    (given) => isObject(given) && Object.entries(given).every(([name, one]) => v.is(key, name) && v.is(value, one)),
  );
