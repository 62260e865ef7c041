import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import type { StaffEvent } from './staff-event.ts';

/** Names that nobody here has are counted together, and so are recovery codes; the entry's identifier is then all zeros. */
const NOBODY = '0'.repeat(32);

/** The ledger's entry for what happened to somebody who works here. `utc`: epoch milliseconds. */
export function staffEntry(event: StaffEvent, utc: number): LedgerEntry {
  switch (event.kind) {
    case 'staff-changed':
    case 'recovery-codes-used':
      return { ...event, utc };
    case 'locked-out':
      return { kind: 'locked-out', utc, member: event.member ?? NOBODY, role: event.role };
    default:
      return unreachable(event);
  }
}
