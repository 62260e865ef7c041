import { z } from 'zod';

/** A JSON text column, parsed by the schema of what it holds. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}
