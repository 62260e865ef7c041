import type { KioskFile } from '../../../shared/start/start-problem.ts';

/** What the kiosk's files are called in its data folder. */
export const KIOSK_FILES = {
  vault: 'vault.db',
  ledger: 'ledger.db',
  keys: 'keys.slots',
} as const satisfies Record<KioskFile, string>;
