import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { sameBytes } from '../../../shared/ledger/bytes.ts';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { LedgerFacts } from '../../../shared/ledger/fold.ts';
import type { Misfit } from '../../../shared/misfit/misfit.ts';
import type { VaultMark } from '../ledger/vault-mark/vault-mark.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { SettledSlots } from '../signing/settle-slots.ts';
import { compareWithLedger } from './compare-with-ledger.ts';
import type { VaultFacts } from './vault-facts.ts';

/** As much of a ledger as is compared besides what its entries come to. */
export interface ComparedLedger {
  head(): LedgerPosition | undefined;
  /** The hash of an entry; null: it has no such one. */
  hashAt(sequence: number): string | null;
  entryAt(sequence: number): LedgerEntry | null;
  vaultMark(): VaultMark;
}

/** What waits in a vault for its ledger, apart by whether a start believes it. */
export interface JudgedPending {
  readonly believed: readonly LedgerEntry[];
  /** The numbers of those that count only under the kiosk's signature, and don't have it. */
  readonly unsigned: readonly number[];
}

/** All that a start finds on its disk before anything of it is opened or overwritten. */
export interface FoundFiles {
  readonly vault: VaultFacts;
  readonly ledger: ComparedLedger;
  readonly facts: LedgerFacts;
  readonly unsigned: JudgedPending['unsigned'];
  /** Whose keys lie in the slots. */
  readonly slots: readonly ApplicationId[];
  /** Where the key that signs lies. */
  readonly key: SettledSlots['kind'];
}

/** Whether no program of this version has written to the ledger yet: nothing in it says what the vault should be. */
export function saysNothingYet({ ledger, key }: Pick<FoundFiles, 'ledger' | 'key'>): boolean {
  return ledger.vaultMark().kind === 'none' && (ledger.head() === undefined || key === 'clear');
}

/**
 * What does not fit between vault, ledger and slots. Only reads. Nothing, for a ledger that no program of this version has written to yet;
 * but an empty one beside keys in slots is none that was never written to.
 */
export function compareFiles(found: FoundFiles): readonly Misfit[] {
  const { vault, ledger, facts, slots, key, unsigned } = found;
  const mark = ledger.vaultMark();
  if (saysNothingYet(found))
    return ledger.head() === undefined && slots.length > 0 ? [{ kind: 'ledger-altered' }] : [];
  const surplus = surplusSlots(found).length;
  const missing = missingSlots(vault, slots).length;
  return [
    ...(key === 'misfit' ? [{ kind: 'signing-key' } as const] : []),
    ...(mark.kind === 'signed' ? [] : [{ kind: 'ledger-altered' } as const]),
    ...(unsigned.length > 0 ? [{ kind: 'unsigned-entries', entries: unsigned.length } as const] : []),
    ...(isLedgerOlder(vault, ledger) ? [{ kind: 'ledger-older' } as const] : []),
    ...(isVaultOlder(vault, ledger, mark)
      ? [{ kind: 'vault-older', applications: vault.applications.length } as const]
      : []),
    ...(missing > 0 ? [{ kind: 'keys-missing', applications: missing } as const] : []),
    ...(surplus > 0 ? [{ kind: 'keys-surplus', keys: surplus } as const] : []),
    ...compareWithLedger(vault, facts, mark),
  ];
}

/** The vault knows an entry that this ledger does not have, or has another one in its place. */
function isLedgerOlder({ knownHead }: VaultFacts, ledger: ComparedLedger): boolean {
  return knownHead !== null && ledger.hashAt(knownHead.sequence) !== knownHead.hash;
}

/**
 * The ledger knows of more than the vault: of endings, by its mark; of entries that the vault neither has noted nor still waits to see
 * there; of no application that is in it.
 */
function isVaultOlder(vault: VaultFacts, ledger: ComparedLedger, mark: VaultMark): boolean {
  if (mark.kind === 'signed') {
    if (vault.generation < mark.generation) return true;
    if (vault.applications.some((each) => !mark.vouchesFor(each))) return true;
  }
  return hasUnknownEntry(vault, ledger);
}

/** Entries get into the ledger through the vault alone, but for the opening and the rolls of the key. */
function hasUnknownEntry({ knownHead, pending }: VaultFacts, ledger: ComparedLedger): boolean {
  const last = ledger.head()?.sequence ?? 0;
  for (let sequence = (knownHead?.sequence ?? 0) + 1; sequence <= last; sequence += 1) {
    const entry = ledger.entryAt(sequence);
    if (entry === null) return true;
    if (entry.kind === 'key-rolled' || entry.kind === 'opened' || entry.kind === 'opened-after') continue;
    const written = pending.find((each) => each.sequence === sequence);
    if (written === undefined || !sameBytes(encodeEntry(written.entry), encodeEntry(entry))) return true;
  }
  return false;
}

/** Open applications with something in them whose key should lie in a slot, and lies in none. */
export function missingSlots(
  { sealed }: VaultFacts,
  slots: readonly ApplicationId[],
): readonly ApplicationId[] {
  return sealed.filter((each) => !slots.includes(each));
}

/**
 * Slots of applications that the vault does not have. An erasure whose slot could not be overwritten, and whose rows are gone, has left
 * one: it is told from others by its number alone.
 */
export function surplusSlots({
  vault: { applications, wipes },
  slots,
}: Pick<FoundFiles, 'vault' | 'slots'>): readonly ApplicationId[] {
  const nobodys = slots.filter((each) => !applications.includes(each));
  const left = wipes.filter(({ done }) => done.includes('rows-deleted') && !done.includes('key-destroyed'));
  return nobodys.length > left.length ? nobodys : [];
}
