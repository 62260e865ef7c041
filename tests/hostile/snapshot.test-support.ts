import { createHash } from 'node:crypto';
import type { Services } from '../../electron/keeper/start/services.ts';

const TABLES = [
  'kiosk',
  'staff',
  'application',
  'sealed_part',
  'made_of_applicant',
  'wipe',
  'tray_check',
  'owed',
  'resting',
  'hold',
  'held',
  'ribbon',
  'suspension',
  'newest_order',
  'printer',
  'print_job',
];

function short(value: unknown): unknown {
  return value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex').slice(0, 12) : value;
}

/** Everything that a refused call must not have changed: rows, keys, who is there, how long the ledger is. */
export function snapshotOf(services: Services): readonly string[] {
  const rows = TABLES.flatMap((table) =>
    services.vault.database
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
      .all()
      .map((row) => [table, ...Object.values(row).map(short)]),
  );
  const keys = [...services.custody.applications()]
    .sort()
    .map((id) => ['key', id, services.custody.kindOf(id)]);
  const signInState = ['sign-in state', services.staff.signedIn(), services.staff.screenLocked()];
  return [...rows, ...keys, signInState, ['ledger', services.ledger.head()?.sequence]].map((line) =>
    JSON.stringify(line),
  );
}
