import type { Tables } from '../../database/database-schema.ts';
import { withTables } from './rows-of.ts';

/**
 * Policies are kept: empty hashes say that nobody has told yet which one it was. The next start gives open applications
 * the one in force, and tells the ledger.
 */
export function rowsOfVersion7(tables: Tables): Tables {
  const withoutPolicy = (name: string) => (tables.get(name) ?? []).map((row) => ({ ...row, policy: '' }));
  return withTables(tables, { kiosk: withoutPolicy('kiosk'), application: withoutPolicy('application') });
}
