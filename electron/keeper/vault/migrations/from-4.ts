import type { Row, Tables } from '../../database/database-schema.ts';
import { withTables } from './rows-of.ts';

const PARTS = ['answers', 'photo', 'card', 'tray'] as const;

/** The sealed parts of an application get rows of their own. */
export function rowsOfVersion5(tables: Tables): Tables {
  const before = tables.get('application') ?? [];
  const parts = before.flatMap(({ id = null, ...row }) =>
    PARTS.flatMap((part): Row[] => {
      const sealed = row[part] ?? null;
      return sealed === null ? [] : [{ application: id, part, sealed }];
    }),
  );
  const application = before.map(({ answers: _a, photo: _p, card: _c, tray: _t, ...row }) => row);
  return withTables(tables, { application, sealed_part: parts });
}
