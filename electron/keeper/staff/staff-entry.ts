import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { unreachable } from '../../../shared/result.ts';
import type { StaffEvent } from './staff-event.ts';

/** The ledger's entry for what happened to somebody who works here. `utc`: epoch milliseconds. */
export function staffEntry(event: StaffEvent, utc: number): LedgerEntry {
  switch (event.kind) {
    case 'staff-changed':
    case 'supervisor-confirmed':
    case 'recovery-codes-used':
      return { ...event, utc };
    case 'locked-out':
      // Names that nobody here has are counted together, and so are recovery codes.
      return { kind: 'locked-out', utc, member: event.member ?? NOBODY, role: event.role };
    default:
      return unreachable(event);
  }
}
