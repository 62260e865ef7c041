import type { KioskFile } from '../../../shared/start/start-problem.ts';
import type { FileKind } from '../../../shared/statement/inventory.ts';
import {
  FIRST_STAFF_FILE,
  NEXT_FIRST_STAFF_FILE,
  NOT_SET_UP_FILE,
  TAKEN_FIRST_STAFF_FILE,
  VAULT_FILE,
} from '../../lib/provisioning/first-staff-file.ts';
import { PART } from '../disk/export-names.ts';

/** What the kiosk's files are called in its data folder. */
export const KIOSK_FILES = {
  vault: VAULT_FILE,
  ledger: 'ledger.db',
  keys: 'keys.slots',
  signing: 'signing.slots',
} as const satisfies Record<KioskFile, string>;

/** Ledgers of a kiosk whose keys were lost, and whose place this one took, in the order in which they were. Nothing writes to them. */
export const FORMER_LEDGERS = ['former-ledger.db', 'former-ledger-2.db', 'former-ledger-3.db'] as const;

/** Records that a keeper leaves for the next one, each written beside its place and put there at once. */
export const RECORDS = {
  sessions: 'sessions.json',
  workers: 'workers.json',
  searches: 'searches.json',
  productions: 'productions.json',
  holds: 'holds.json',
} as const;

/** The newest health record, for configuration management to fetch. Written beside its place and put there at once. */
export const HEALTH_FILE = 'health.json';

/** Every file that a kiosk makes in its data folder: what is not among them, somebody else has put there. */
export const DATA_FOLDER_FILES: readonly { readonly kind: FileKind; readonly names: readonly string[] }[] = [
  { kind: 'vault', names: [KIOSK_FILES.vault] },
  { kind: 'vault-journal', names: [`${KIOSK_FILES.vault}-journal`] },
  { kind: 'ledger', names: [KIOSK_FILES.ledger] },
  { kind: 'ledger-journal', names: [`${KIOSK_FILES.ledger}-journal`] },
  { kind: 'former-ledger', names: FORMER_LEDGERS.flatMap((name) => [name, `${name}-journal`]) },
  { kind: 'key-slots', names: [KIOSK_FILES.keys] },
  { kind: 'signing-slots', names: [KIOSK_FILES.signing] },
  { kind: 'session-record', names: [RECORDS.sessions, `${RECORDS.sessions}.next`] },
  { kind: 'worker-record', names: [RECORDS.workers, `${RECORDS.workers}.next`] },
  {
    kind: 'record-process-record',
    names: [RECORDS.searches, RECORDS.productions].flatMap((name) => [name, `${name}.next`]),
  },
  { kind: 'hold-record', names: [RECORDS.holds, `${RECORDS.holds}.next`] },
  {
    kind: 'first-staff',
    names: [FIRST_STAFF_FILE, NEXT_FIRST_STAFF_FILE, TAKEN_FIRST_STAFF_FILE],
  },
  { kind: 'not-set-up', names: [NOT_SET_UP_FILE] },
  { kind: 'health-record', names: [HEALTH_FILE, `${HEALTH_FILE}${PART}`] },
];
