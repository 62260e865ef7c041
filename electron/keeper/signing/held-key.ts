import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import { sameBytes } from '../../../shared/ledger/bytes.ts';
import type { KeyRoll } from '../ledger/append-entries.ts';
import { type SettledSlots, type SettlePort, settleSlots, whereKeyIs } from './settle-slots.ts';
import { type GuardedKey, randomGuardedKey } from './signing-key.ts';

/**
 * Whether this kiosk signs.
 *
 * - `locked`: nobody has signed in since the start. A normal state: what is to be entered waits.
 * - `ready`: it does.
 * - `failed`: its disk does not take what must be written first; tried again.
 * - `misfit`: the key that the ledger names is nowhere, or does not open.
 */
export type SigningState = 'locked' | 'ready' | 'failed' | 'misfit';

/** What the key needs of the kiosk. */
export interface KioskKeyPort extends SettlePort {
  readonly ledger: SettlePort['ledger'] & { roll(next: GuardedKey, roll: KeyRoll): void };
  readonly clock: { now(): number; today(): CalendarDate };
  /** Null while nobody has signed in since the start. */
  deviceKey(): Buffer | null;
  /** False: nobody has set the kiosk up, or its files do not fit together. Nothing is overwritten then, and nothing signed. */
  maySign(): boolean;
  onBug(where: string, error: unknown): void;
}

/** The key of one kiosk as it stands in memory and on its disk. */
export interface HeldKey {
  /** Where it lies. Believed only once it was opened. */
  settled: SettledSlots;
  /** Null until somebody has signed in. */
  current: GuardedKey | null;
  state: SigningState;
  /** What the ledger does not name is overwritten. Else that comes before anything is signed. */
  isSettled: boolean;
  /** Another key is to take over as soon as nothing is pending. */
  isDue: boolean;
  /** The last time it was to, it did not. */
  hasRollFailed: boolean;
  /** The day on which it took over, or was loaded. */
  since: string;
}

/** The key of a kiosk that starts. Nothing is overwritten: what a power cut left of a roll is ended once its key was opened. */
export function holdKey(port: KioskKeyPort): HeldKey {
  const settled = whereKeyIs(port);
  const state = settled.kind === 'misfit' ? 'misfit' : 'locked';
  return {
    ...{ settled, current: null, state, isSettled: false },
    ...{ isDue: false, hasRollFailed: false, since: '' },
  };
}

/** Overwrites what is left to be overwritten before anything is signed. False: it is not, and `state` says why. */
export function settleHeld(port: KioskKeyPort, held: HeldKey): boolean {
  if (held.isSettled) return true;
  const settled = settleSlots(port);
  if (settled.kind === 'misfit' || settled.kind === 'unwritable') {
    held.state = settled.kind === 'misfit' ? 'misfit' : 'failed';
    return false;
  }
  held.settled = settled;
  held.isSettled = true;
  return true;
}

/**
 * Opens the key for the first time since the start, and changes nothing on the disk. What lies in clear needs no device key. False: `state`
 * says why not. @throws the file system's error where the disk does not give its page back.
 */
export function openHeld(port: KioskKeyPort, held: HeldKey, deviceKey: Buffer | null): boolean {
  const { settled } = held;
  if (settled.kind === 'slot' && deviceKey !== null) held.current = port.slots.open(settled.slot, deviceKey);
  if (settled.kind === 'clear') held.current = port.clear.load();
  if (held.current === null) {
    held.state = 'misfit';
    return false;
  }
  held.isDue = true;
  held.since = dayText(port.clock.today());
  return true;
}

/**
 * Makes the first key of a ledger that was never opened. Never one that lies there already: nobody knows whether the disk took it, or
 * only the cache. False: `state` says why not.
 */
export function makeHeld(port: KioskKeyPort, held: HeldKey, deviceKey: Buffer): boolean {
  if (!settleHeld(port, held)) return false;
  const key = randomGuardedKey();
  const written = port.slots.put(0, 0, key, deviceKey);
  if (!written.ok) {
    key.destroy();
    held.isSettled = false;
    held.state = 'failed';
    port.onBug('the key that signs', new Error(`not written: ${written.error.code}`));
    return false;
  }
  held.settled = { kind: 'slot', slot: 0 };
  held.current = key;
  // It has signed nothing.
  held.isDue = false;
  held.since = dayText(port.clock.today());
  return true;
}

/** Seals the next key, lets the ledger name it, and destroys the one before. @throws where it does not come to that. */
export function rollHeld(port: KioskKeyPort, held: HeldKey, old: GuardedKey, deviceKey: Buffer): void {
  const { slots, ledger, clock } = port;
  const epoch = (ledger.key()?.epoch ?? -1) + 1;
  const free = held.settled.kind === 'slot' && held.settled.slot === 0 ? 1 : 0;
  const next = randomGuardedKey();
  const sealed = slots.put(free, epoch, next, deviceKey);
  if (!sealed.ok) {
    next.destroy();
    slots.erase(free);
    throw new Error(`the next key was not written: ${sealed.error.code}`);
  }
  try {
    ledger.roll(next, { epoch, utc: clock.now() });
  } catch (error) {
    // Whether it was written says the ledger alone.
    if (!sameBytes(ledger.key()?.publicKey ?? new Uint8Array(), next.publicKey)) {
      next.destroy();
      slots.erase(free);
      throw error;
    }
  }
  held.current = next;
  held.isDue = false;
  held.hasRollFailed = false;
  held.since = dayText(clock.today());
  old.destroy();
  // After a roll nothing is signed either before the key of before is overwritten.
  held.isSettled = false;
  settleHeld(port, held);
}
