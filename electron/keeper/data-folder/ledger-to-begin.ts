import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { foldEntries, isFolded } from '../../../shared/ledger/fold.ts';
import { type LedgerRead, readLedgerAt } from '../ledger/end-of-ledger.ts';
import { staffMisfits } from '../misfit/compare-with-ledger.ts';
import { staffFactsOf } from '../misfit/vault-facts.ts';
import { type Pending, pendingCount, pendingIn } from '../outbox/pending-entries.ts';
import { isSignedAct, isSignedBy, signersOf } from '../outbox/signed-acts.ts';
import type { Vault } from '../vault/vault.ts';
import { formerLedgerIn } from './former-ledger.ts';

/**
 * Whether a vault has nothing that it can have only once its ledger is open: recovery, which makes a kiosk begin anew, ends every
 * application, and set-up comes before any. So nobody brings one back with rows that say so. A hold may have been set since: it keeps more.
 */
export function isUnused({ kiosk, allIds }: Vault): boolean {
  return kiosk.knownHead() === null && allIds().length === 0;
}

/**
 * Whether the ledger of this kiosk is still to be opened, after one whose keys were lost: what happened since then waits for it. Rows of the
 * vault alone never say so, because whoever has the disk can write them: the ledger of before is asked, in its place or put aside. Once
 * the next one is open the vault knows its head, and an empty file is one that was lost, whatever waits.
 */
export function isLedgerToBegin(dataFolder: string, vault: Vault): boolean {
  const former = vault.kiosk.formerLedger();
  if (former === null || pendingCount(vault.database) === 0 || !isUnused(vault)) return false;
  const path = formerLedgerIn(dataFolder, former);
  const ledger = path === null ? null : readLedgerAt(path, isFolded);
  return ledger !== null && isLetGoBy(ledger, vault);
}

/**
 * By that ledger, and by what waits, two people have used recovery codes, which nobody does under a legal hold, and the staff are those
 * two, with whom they have made staff since.
 */
function isLetGoBy(ledger: LedgerRead, { database }: Vault): boolean {
  const { written } = ledger;
  const believed = believedOf(pendingIn(database), ledger);
  if (!believed.some(({ kind }) => kind === 'recovery-codes-used')) return false;
  // One that was set since, and waits, comes with the kiosk.
  const { holds } = foldEntries([...written, ...believed.filter(({ kind }) => kind !== 'hold-set')]);
  // Supervisors have others confirmed since the first roll of a key.
  const rolls = written.filter(({ kind }) => kind === 'key-rolled');
  const staff = staffMisfits({ staff: staffFactsOf(database) }, foldEntries([...rolls, ...believed]));
  return holds.size === 0 && staff.length === 0;
}

/** What waits and was done: the key that would have signed that codes were used is lost; all else it signed, or wrote. */
function believedOf(
  pending: readonly Pending[],
  { written, keys, head }: LedgerRead,
): readonly LedgerEntry[] {
  const signers = signersOf(keys, head);
  const bytesOf = (entry: LedgerEntry): string => Buffer.from(encodeEntry(entry)).toString('hex');
  const known = new Set(written.filter(isSignedAct).map(bytesOf));
  const isBelieved = (each: Pending): boolean =>
    each.entry.kind === 'recovery-codes-used' ||
    !isSignedAct(each.entry) ||
    known.has(bytesOf(each.entry)) ||
    isSignedBy(signers, each);
  return pending.filter(isBelieved).map(({ entry }) => entry);
}
