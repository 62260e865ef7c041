import type { Row, Tables } from '../../database/database-schema.ts';
import { withTables } from './rows-of.ts';

/** The key that signed so far stays until the first roll, which it signs: it is the one that the ledger was opened with. */
export function rowsOfVersion14(tables: Tables): Tables {
  const kiosk = (tables.get('kiosk') ?? []).map(
    ({ signing_key: clear = null, ...row }): Row => ({ ...row, clear_key: clear }),
  );
  return withTables(tables, { kiosk });
}
