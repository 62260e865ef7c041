import { sameBytes } from '../../../shared/ledger/bytes.ts';
import type { KeyOfLedger } from '../ledger/key-in-force.ts';
import type { ClearKey } from './clear-key.ts';
import type { KeyName } from './key-slot.ts';
import { KEY_SLOTS, type KeySlotNumber, type KeySlots } from './key-slots.ts';
import { spkiOfRaw } from './signing-key.ts';

/**
 * What the slots are to the ledger.
 *
 * - `none`: the ledger was never opened, and there is no key.
 * - `slot`: the key that signs lies there, and nowhere else.
 * - `clear`: it lies in the vault in clear.
 * - `misfit`: it is nowhere. Nothing was changed: another file may be the right one.
 * - `unwritable`: what has to be overwritten first was not.
 */
export type SettledSlots =
  | { readonly kind: 'none' | 'clear' | 'misfit' | 'unwritable' }
  | { readonly kind: 'slot'; readonly slot: KeySlotNumber };

/** What is asked, and what may be overwritten. */
export interface SettlePort {
  readonly slots: KeySlots;
  readonly ledger: { key(): KeyOfLedger | undefined };
  readonly clear: ClearKey;
  /** The ledger comes after one whose keys were lost: what lies in the slots is of that one. */
  beginsAnew(): boolean;
}

/**
 * Ends a roll that a power cut has stopped anywhere: the ledger decides. A key that it does not name is overwritten; once it names
 * the next one, the one before is, in its slot or in the vault. Only then is anything signed.
 */
export function settleSlots({ slots, ledger, clear, beginsAnew }: SettlePort): SettledSlots {
  const inForce = ledger.key();
  const kept = KEY_SLOTS.find((slot) => isOf(slots.nameIn(slot), inForce)) ?? null;
  if (inForce === undefined) {
    // No ledger names any of them: one of a later epoch is of another ledger than this one.
    if (!beginsAnew() && KEY_SLOTS.some((slot) => (slots.nameIn(slot)?.epoch ?? 0) > 0))
      return { kind: 'misfit' };
  } else if (kept === null && !isClearKey(clear, inForce)) return { kind: 'misfit' };
  // Also one that looks free: after a write that failed, the cache shows random bytes where the disk still has the key.
  for (const slot of KEY_SLOTS) {
    if (slot !== kept && !slots.erase(slot).ok) return { kind: 'unwritable' };
  }
  if (kept === null && inForce !== undefined) return { kind: 'clear' };
  if (clear.isThere() && !clear.destroy()) return { kind: 'unwritable' };
  return kept === null ? { kind: 'none' } : { kind: 'slot', slot: kept };
}

/** Whether a slot has the key that the ledger names; of a ledger that was never opened, the key that will open it. */
function isOf(name: KeyName | null, inForce: KeyOfLedger | undefined): boolean {
  if (name === null) return false;
  if (inForce === undefined) return name.epoch === 0;
  return name.epoch === inForce.epoch && sameBytes(spkiOfRaw(name.raw), inForce.publicKey);
}

function isClearKey(clear: ClearKey, { epoch, publicKey }: KeyOfLedger): boolean {
  const key = clear.load();
  if (key === null) return false;
  key.destroy();
  return epoch === 0 && sameBytes(key.publicKey, publicKey);
}
