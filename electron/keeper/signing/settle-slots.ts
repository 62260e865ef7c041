import { sameBytes } from '../../../shared/ledger/bytes.ts';
import type { KeyOfLedger } from '../ledger/key-in-force.ts';
import type { ClearKey } from './clear-key.ts';
import type { KeyName } from './key-slot.ts';
import { KEY_SLOTS, type KeySlotNumber, type KeySlots } from './key-slots.ts';
import { spkiOfRaw } from './signing-key.ts';

/**
 * What the slots are to the ledger.
 *
 * - `none`: the ledger was never opened, and names no key.
 * - `slot`: by what that slot says of itself the key that signs lies there.
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

/** Which slot has the key that signs, by the ledger; what a power cut left of a roll is no misfit. Changes nothing. */
export function whereKeyIs({ slots, ledger, clear, beginsAnew }: SettlePort): SettledSlots {
  const inForce = ledger.key();
  const names = KEY_SLOTS.map((slot) => slots.nameIn(slot));
  // No ledger names any of them: one of a later epoch is of another ledger than this one.
  if (inForce === undefined) {
    const isOfAnother = !beginsAnew() && names.some((name) => (name?.epoch ?? 0) > 0);
    return { kind: isOfAnother ? 'misfit' : 'none' };
  }
  // Beside it lies the next one or the one before, and no other: that one would be of another ledger, and may be the right one.
  const isNear = (name: KeyName | null): boolean =>
    name === null || Math.abs(name.epoch - inForce.epoch) <= 1;
  if (!names.every(isNear)) return { kind: 'misfit' };
  const kept = KEY_SLOTS.find((slot) => isOf(slots.nameIn(slot), inForce));
  if (kept !== undefined) return { kind: 'slot', slot: kept };
  return { kind: isClearKey(clear, inForce) ? 'clear' : 'misfit' };
}

/**
 * Ends a roll that a power cut has stopped anywhere: the ledger decides. A key that it does not name is overwritten; once it names
 * the next one, the one before is, in its slot or in the vault. Only then is anything signed. Never before the key that the ledger names was opened:
 * whoever has the disk can write any name into a slot, and into a ledger of their own.
 */
export function settleSlots(port: SettlePort): SettledSlots {
  const { slots, clear } = port;
  const found = whereKeyIs(port);
  if (found.kind === 'misfit') return found;
  const kept = found.kind === 'slot' ? found.slot : null;
  // Also one that looks free: after a write that failed, the cache shows random bytes where the disk still has the key.
  for (const slot of KEY_SLOTS) {
    if (slot !== kept && !slots.erase(slot).ok) return { kind: 'unwritable' };
  }
  if (found.kind === 'clear') return found;
  if (clear.isThere() && !clear.destroy()) return { kind: 'unwritable' };
  return found;
}

/** Whether a slot says that it has the key that the ledger names. */
function isOf(name: KeyName | null, inForce: KeyOfLedger): boolean {
  return name !== null && name.epoch === inForce.epoch && sameBytes(spkiOfRaw(name.raw), inForce.publicKey);
}

function isClearKey(clear: ClearKey, { epoch, publicKey }: KeyOfLedger): boolean {
  const key = clear.load();
  if (key === null) return false;
  key.destroy();
  return epoch === 0 && sameBytes(key.publicKey, publicKey);
}
