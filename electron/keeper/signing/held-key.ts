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
  settled: SettledSlots;
  /** Null until somebody has signed in. */
  current: GuardedKey | null;
  state: SigningState;
  /** Another key is to take over as soon as nothing is pending. */
  isDue: boolean;
  /** The day on which it took over, or was loaded. */
  since: string;
}

/** The key of a kiosk that starts: what a power cut left of a roll is ended at once, whoever has signed in. */
export function holdKey(port: KioskKeyPort): HeldKey {
  const settled = port.maySign() ? settleSlots(port) : unsettled(port);
  const state = settled.kind === 'misfit' ? 'misfit' : 'locked';
  return { settled, current: null, state, isDue: false, since: '' };
}

/** As after a write that failed: it is settled before anything is signed. */
function unsettled(port: KioskKeyPort): SettledSlots {
  const found = whereKeyIs(port);
  return found.kind === 'misfit' ? found : { kind: 'unwritable' };
}

/** Overwrites what is left to be overwritten before anything is signed. False: it is not, and `state` says why. */
export function settleHeld(port: KioskKeyPort, held: HeldKey): boolean {
  if (held.settled.kind === 'unwritable') held.settled = settleSlots(port);
  if (held.settled.kind === 'misfit') held.state = 'misfit';
  if (held.settled.kind === 'unwritable') held.state = 'failed';
  return held.settled.kind !== 'misfit' && held.settled.kind !== 'unwritable';
}

/** Loads the key for the first time since the start. False: `state` says why not. */
export function loadHeld(port: KioskKeyPort, held: HeldKey, deviceKey: Buffer): boolean {
  const isOpened = port.ledger.key() !== undefined;
  held.current = load(port, held, deviceKey);
  // One that was just made has signed nothing.
  held.isDue = isOpened;
  held.since = dayText(port.clock.today());
  return held.current !== null;
}

function load(port: KioskKeyPort, held: HeldKey, deviceKey: Buffer): GuardedKey | null {
  const { settled } = held;
  if (settled.kind === 'clear') return port.clear.load();
  if (settled.kind !== 'slot') return create(port, held, deviceKey);
  const opened = port.slots.open(settled.slot, deviceKey);
  // No ledger names it yet, so nothing is lost with it: it was sealed under a device key that nobody has any more.
  if (opened === null && port.ledger.key() === undefined) return create(port, held, deviceKey);
  if (opened === null) held.state = 'misfit';
  return opened;
}

/** The first key of a ledger that was never opened. */
function create({ slots, onBug }: KioskKeyPort, held: HeldKey, deviceKey: Buffer): GuardedKey | null {
  const key = randomGuardedKey();
  const written = slots.put(0, 0, key, deviceKey);
  held.settled = written.ok ? { kind: 'slot', slot: 0 } : { kind: 'unwritable' };
  if (written.ok) return key;
  key.destroy();
  held.state = 'failed';
  onBug('the key that signs', new Error(`not written: ${written.error.code}`));
  return null;
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
  held.since = dayText(clock.today());
  old.destroy();
  held.settled = settleSlots(port);
  settleHeldState(held);
}

/** After a roll nothing is signed either before the key of before is overwritten. */
function settleHeldState(held: HeldKey): void {
  if (held.settled.kind !== 'slot') held.state = held.settled.kind === 'misfit' ? 'misfit' : 'failed';
}
