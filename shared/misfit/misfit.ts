import { z } from 'zod';
import { unreachable } from '../result.ts';

const howMany = z.int().min(1);

/**
 * What does not fit between the files of a kiosk: a closed list. Each says what a start found, and nothing of how it came about.
 *
 * - `vault-older`: the ledger knows of more than the vault does. None of its applications opens again.
 * - `ledger-older`: the vault knows of more than the ledger does.
 * - `ledger-altered`: the ledger does not say, under the key that signs now, which applications there are.
 * - `unsigned-entries`: entries that wait for the ledger, end a hold or say who works here, and are not signed. They count for nothing.
 * - `signing-key`: the slots do not have the key that the ledger names. Nothing can be signed.
 * - `keys-missing`: applications whose key lay in a slot, and lies in none.
 * - `keys-surplus`: slots with keys of applications that the vault does not have.
 * - `holds`: legal holds that the vault lacks, or has in part. Each counts as one on everything. None: all were lifted since.
 * - `staff`: members whom only one of the two knows, or in another role, or whom nobody has confirmed.
 * - `lock-outs`: members who are locked out by the ledger and not by the vault.
 * - the others: what the ledger decided last is not what the vault has.
 */
export const misfit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vault-older'), applications: z.int().min(0) }),
  z.object({ kind: z.literal('ledger-older') }),
  z.object({ kind: z.literal('ledger-altered') }),
  z.object({ kind: z.literal('unsigned-entries'), entries: howMany }),
  z.object({ kind: z.literal('signing-key') }),
  z.object({ kind: z.literal('keys-missing'), applications: howMany }),
  z.object({ kind: z.literal('keys-surplus'), keys: howMany }),
  z.object({ kind: z.literal('holds'), holds: z.int().min(0) }),
  z.object({ kind: z.literal('staff'), members: howMany }),
  z.object({ kind: z.literal('lock-outs'), members: howMany }),
  z.object({ kind: z.literal('custody') }),
  z.object({ kind: z.literal('card-printer') }),
  z.object({ kind: z.literal('paper-printer') }),
  z.object({ kind: z.literal('ribbons') }),
  z.object({ kind: z.literal('policy') }),
  z.object({ kind: z.literal('practice') }),
]);
export type Misfit = z.infer<typeof misfit>;

/**
 * How a kiosk goes on whose files do not fit.
 *
 * - `two-supervisors`: two take it upon themselves, with a reason.
 * - `hold-first`: the same, once the legal holds that stand are lifted: what would be ended may be what they keep.
 * - `other-files`: only with the files that belong there: the kiosk can sign nothing.
 */
export const wayOn = z.enum(['two-supervisors', 'hold-first', 'other-files']);
export type WayOn = z.infer<typeof wayOn>;

/** That the files of a kiosk do not fit together, as every session is told. */
export const filesMisfit = z.object({
  /** When a start noticed the first of them: epoch milliseconds. */
  since: z.int(),
  misfits: z.array(misfit).min(1),
  /** The right files were put back since: this start found nothing of it any more. */
  fitsNow: z.boolean(),
  wayOn,
  /** Applications that end when two supervisors let the kiosk go on. */
  ends: z.int().min(0),
});
export type FilesMisfit = z.infer<typeof filesMisfit>;

/** Whether going on ends what is kept in the vault, or destroys keys. */
export function endsSomething({ kind }: Misfit): boolean {
  switch (kind) {
    case 'vault-older':
    case 'ledger-altered':
    case 'keys-missing':
    case 'keys-surplus':
      return true;
    case 'ledger-older':
    case 'unsigned-entries':
    case 'signing-key':
    case 'holds':
    case 'staff':
    case 'lock-outs':
    case 'custody':
    case 'card-printer':
    case 'paper-printer':
    case 'ribbons':
    case 'policy':
    case 'practice':
      return false;
    default:
      return unreachable(kind);
  }
}

/** Whether none of the vault's applications is to be opened again: by what the ledger knows they may have ended. */
export function endsAll({ kind }: Misfit): boolean {
  return kind === 'vault-older' || kind === 'ledger-altered';
}
