import { z } from 'zod';
import type { Row, Tables } from '../../database/database-schema.ts';

/** The rows of a table, read as the version before has them. @throws on rows that are none of it. */
export function rowsOf<Schema extends z.ZodType>(
  tables: Tables,
  name: string,
  row: Schema,
): z.output<Schema>[] {
  return z.array(row).parse(tables.get(name) ?? []);
}

/** The tables with some in another form, and `null` for those that are no more. */
export function withTables(tables: Tables, changed: Readonly<Record<string, readonly Row[] | null>>): Tables {
  const next = new Map(tables);
  for (const [name, rows] of Object.entries(changed)) {
    if (rows === null) next.delete(name);
    else next.set(name, rows);
  }
  return next;
}
