import { z } from 'zod';
import type { Row, Tables } from '../../database/database-schema.ts';
import { rowsOf, withTables } from './rows-of.ts';

const named = z.looseObject({ id: z.string() });
const part = z.looseObject({ application: z.string() });

/** What belongs to an application refers to it by a number, so that its id stands in few rows. */
export function rowsOfVersion6(tables: Tables): Tables {
  const numbers = new Map(rowsOf(tables, 'application', named).map(({ id }, index) => [id, index + 1]));
  const numberOf = (id: string): number => {
    const number = numbers.get(id);
    // SQLite let no part stay without its application.
    if (number === undefined) throw new z.ZodError([]);
    return number;
  };
  const byNumber = (name: string): readonly Row[] => {
    const owners = rowsOf(tables, name, part);
    return (tables.get(name) ?? []).map((row, index) => ({
      ...row,
      application: numberOf(owners[index]?.application ?? ''),
    }));
  };
  return withTables(tables, {
    application: (tables.get('application') ?? []).map((row, index) => ({ number: index + 1, ...row })),
    sealed_part: byNumber('sealed_part'),
    made_of_applicant: byNumber('made_of_applicant'),
  });
}
