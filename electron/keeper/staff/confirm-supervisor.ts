import type { MemberId } from '../../../shared/contract/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Database } from '../database/open-database.ts';
import type { MemberRows } from './member-rows.ts';
import { countsAsPerson, isConfirmed } from './second-person.ts';
import type { RecordStaffEvent } from './staff-event.ts';

export interface CannotConfirm {
  readonly kind: 'no-such-member' | 'not-now' | 'passphrase-not-chosen' | 'not-theirs-to-confirm';
}

/** What confirming is done with. */
interface ConfirmingParts {
  readonly database: Database;
  readonly rows: MemberRows;
  readonly record: RecordStaffEvent;
}

/** One supervisor confirms another: in the vault and in the ledger, or not at all. `by`: whose passphrase was typed for it. */
export function confirmSupervisor(
  { database, rows, record }: ConfirmingParts,
  by: MemberId,
  member: MemberId,
): Result<null, CannotConfirm> {
  const [confirming, row] = [rows.byIdentifier(by), rows.byIdentifier(member)];
  if (row === null) return err({ kind: 'no-such-member' });
  if (row.role !== 'supervisor' || isConfirmed(row)) return err({ kind: 'not-now' });
  // Before that, whoever gave it could still come in with it, and be confirmed as another person.
  if (row.must_change === 1) return err({ kind: 'passphrase-not-chosen' });
  const isTheirs = by !== member && by !== row.given_by;
  if (!isTheirs || confirming === null || !countsAsPerson(confirming))
    return err({ kind: 'not-theirs-to-confirm' });
  database.transaction(() => {
    rows.confirm(member);
    record({ kind: 'supervisor-confirmed', by, member });
  })();
  return ok(null);
}
