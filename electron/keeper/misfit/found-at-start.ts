import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { foldEntries, type HoldFact, isFolded, type LedgerFacts } from '../../../shared/ledger/fold.ts';
import type { Misfit } from '../../../shared/misfit/misfit.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { BrokenLedger, LedgerView } from '../ledger/ledger.ts';
import type { Pending } from '../outbox/pending-entries.ts';
import { isSignedAct, isSignedBy, signersOf } from '../outbox/signed-acts.ts';
import type { ClearKey } from '../signing/clear-key.ts';
import type { KeySlots } from '../signing/key-slots.ts';
import { whereKeyIs } from '../signing/settle-slots.ts';
import type { Vault } from '../vault/vault.ts';
import {
  compareFiles,
  type FoundFiles,
  type JudgedPending,
  missingSlots,
  saysNothingYet,
  surplusSlots,
} from './compare-files.ts';
import { lackingHolds } from './compare-with-ledger.ts';
import { misfitRowsOf } from './misfit-rows.ts';
import { type VaultFacts, vaultFactsOf } from './vault-facts.ts';

/** What a start found of its files, before anything of them was opened, overwritten, expired or forgotten. */
export interface FoundAtStart {
  readonly misfits: readonly Misfit[];
  /** They do not fit, or did not at an earlier start and nobody has let the kiosk go on. */
  readonly isClosed: boolean;
  /** No program of this version has written to the ledger: what the vault is from now on, nobody has told it. */
  readonly isUnmarked: boolean;
  readonly vault: VaultFacts;
  readonly ledger: LedgerFacts;
  readonly lackingHolds: readonly HoldFact[];
  /** Entries that wait, and count for nothing. */
  readonly unsigned: JudgedPending['unsigned'];
  /** Open applications that lost their slot, and slots that no application has. */
  readonly missing: readonly ApplicationId[];
  readonly surplus: readonly ApplicationId[];
}

/** Everything that is compared. */
export interface OpenedFiles {
  readonly vault: Vault;
  readonly ledger: LedgerView;
  readonly slots: readonly ApplicationId[];
  readonly keySlots: KeySlots;
  readonly clear: ClearKey;
}

/** Which entries are read. That the key rolled is known by the first roll: there are more of them than of all others that are folded. */
function foldedOnly(): (kind: EntryKindName) => boolean {
  let hasRolled = false;
  return (kind) => {
    if (kind !== 'key-rolled') return isFolded(kind);
    const isFirst = !hasRolled;
    hasRolled = true;
    return isFirst;
  };
}

/** How the kiosk stands by its ledger, which is followed from its beginning, and by what waits for it. Blocks for 1 µs an entry. */
export function foldLedger(
  ledger: { collect: LedgerView['collect'] },
  waiting: readonly LedgerEntry[],
): Result<LedgerFacts, BrokenLedger> {
  const collected = ledger.collect(foldedOnly());
  return collected.ok ? ok(foldEntries([...collected.value, ...waiting])) : collected;
}

/**
 * What waits was done, and only not written yet: so a start believes it as if it were in the ledger, but for what gives somebody a
 * power. Up to the first entry by this version nothing of it is signed.
 */
function judgePending({ pending }: VaultFacts, ledger: LedgerView, key: FoundFiles['key']): JudgedPending {
  const head = ledger.head()?.sequence ?? 0;
  const waiting = pending.filter(({ sequence }) => sequence === null || sequence > head);
  if (saysNothingYet({ ledger, key })) return { believed: waiting.map(({ entry }) => entry), unsigned: [] };
  const signers = signersOf(ledger.keys(), head);
  const isBelieved = (each: Pending): boolean => !isSignedAct(each.entry) || isSignedBy(signers, each);
  return {
    believed: waiting.filter(isBelieved).map(({ entry }) => entry),
    unsigned: waiting.filter((each) => !isBelieved(each)).map(({ number }) => number),
  };
}

/** Follows the ledger from its beginning, folds it, and compares vault and slots with what it comes to. Only reads. */
export function findMisfits({
  vault,
  ledger,
  slots,
  keySlots,
  clear,
}: OpenedFiles): Result<FoundAtStart, BrokenLedger> {
  const inVault = vaultFactsOf(vault);
  const beginsAnew = () => vault.kiosk.formerLedger() !== null;
  const key = whereKeyIs({ slots: keySlots, ledger, clear, beginsAnew }).kind;
  const { believed, unsigned } = judgePending(inVault, ledger, key);
  const facts = foldLedger(ledger, believed);
  if (!facts.ok) return facts;
  const found: FoundFiles = { vault: inVault, ledger, facts: facts.value, unsigned, slots, key };
  const misfits = vault.kiosk.read() === null ? [] : compareFiles(found);
  return ok({
    misfits,
    isClosed: misfits.length > 0 || misfitRowsOf(vault.database).all().length > 0,
    isUnmarked: ledger.vaultMark().kind === 'none',
    ...{ vault: inVault, ledger: facts.value },
    lackingHolds: lackingHolds(inVault, facts.value, ledger.vaultMark()),
    unsigned,
    missing: missingSlots(inVault, slots),
    surplus: surplusSlots(found),
  });
}
