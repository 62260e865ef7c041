import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import { sameBytes } from '../../../shared/ledger/bytes.ts';
import type { KeyRoll } from '../ledger/append-entries.ts';
import { type SettledSlots, type SettlePort, settleSlots } from './settle-slots.ts';
import { type GuardedKey, randomGuardedKey, type SigningKey } from './signing-key.ts';

/**
 * Whether this kiosk signs.
 *
 * - `locked`: nobody has signed in since the start. A normal state: what is to be entered waits.
 * - `ready`: it does.
 * - `failed`: its disk does not take what must be written first; tried again.
 * - `misfit`: the key that the ledger names is nowhere, or does not open.
 */
export type SigningState = 'locked' | 'ready' | 'failed' | 'misfit';

/** The key of one kiosk, sealed on its disk, and another one after every roll. */
export interface KioskKey {
  state(): SigningState;
  /** The key that signs now, after everything that has to be done first. @throws where it does not sign. */
  now(): SigningKey;
  /** Makes it ready, as far as somebody has signed in. True: it signs. Never throws. */
  prepare(): boolean;
  /** Something was entered after which no earlier key may sign. */
  demandRoll(): void;
  /**
   * Rolls where that is due: at the first sign-in after a start, on another day, or demanded. To be called while nothing is
   * pending. What fails is tried again; never throws.
   */
  rollIfDue(): void;
  /** Whether a copy of a key of before may be left on this disk, so that who takes it and a passphrase could sign as of then. */
  mayBeLeft(): boolean;
  /** Runs each time when it has become ready. */
  onReady(listener: () => void): void;
  /** Zeroes it. */
  close(): void;
}

/** What the key needs of the kiosk. */
export interface KioskKeyPort extends SettlePort {
  readonly ledger: SettlePort['ledger'] & { roll(next: GuardedKey, roll: KeyRoll): void };
  readonly clock: { now(): number; today(): CalendarDate };
  /** Null while nobody has signed in since the start. */
  deviceKey(): Buffer | null;
  /** Nobody has set the kiosk up: there is no ledger to be opened. */
  isSetUp(): boolean;
  onBug(where: string, error: unknown): void;
}

/** The key of one kiosk. What a power cut left of a roll is ended at once, whoever has signed in. */
export function createKioskKey(port: KioskKeyPort): KioskKey {
  const { slots, ledger, clock, onBug } = port;
  const listeners: (() => void)[] = [];
  let settled: SettledSlots = settleSlots(port);
  let current: GuardedKey | null = null;
  let state: SigningState = settled.kind === 'misfit' ? 'misfit' : 'locked';
  let isDue = false;
  let rolledOn = '';

  const today = (): string => dayText(clock.today());
  const keptSlot = () => (settled.kind === 'slot' ? settled.slot : null);

  /** The key as it is loaded for the first time; null: `state` says why not. */
  function load(deviceKey: Buffer): GuardedKey | null {
    switch (settled.kind) {
      case 'slot': {
        const opened = slots.open(settled.slot, deviceKey);
        // No ledger names it yet, so nothing is lost with it: it was sealed under a device key that nobody has any more.
        if (opened === null && ledger.key() === undefined) return create(deviceKey);
        if (opened === null) state = 'misfit';
        return opened;
      }
      case 'clear':
        return port.clear.load();
      case 'none':
        return create(deviceKey);
      case 'misfit':
      case 'unwritable':
        return null;
    }
  }

  /** The first key of a ledger that was never opened. */
  function create(deviceKey: Buffer): GuardedKey | null {
    const key = randomGuardedKey();
    const written = slots.put(0, 0, key, deviceKey);
    if (written.ok) {
      settled = { kind: 'slot', slot: 0 };
      return key;
    }
    key.destroy();
    state = 'failed';
    settled = { kind: 'unwritable' };
    onBug('the key that signs', new Error(`not written: ${written.error.code}`));
    return null;
  }

  function prepare(): boolean {
    if (state === 'misfit' || !port.isSetUp()) return false;
    const deviceKey = port.deviceKey();
    if (current === null && deviceKey === null) return false;
    // What was to be overwritten is, before anything is signed.
    if (settled.kind === 'unwritable') settled = settleSlots(port);
    if (settled.kind === 'misfit' || settled.kind === 'unwritable') {
      state = settled.kind === 'misfit' ? 'misfit' : 'failed';
      return false;
    }
    if (current === null) {
      if (deviceKey === null) return false;
      const isOpened = ledger.key() !== undefined;
      current = load(deviceKey);
      if (current === null) return false;
      // One that was just made has signed nothing.
      isDue = isOpened;
      rolledOn = today();
    }
    if (state !== 'ready') {
      state = 'ready';
      for (const listener of listeners) listener();
    }
    return true;
  }

  /** Seals the next key, lets the ledger name it, and destroys the one before. */
  function roll(old: GuardedKey, deviceKey: Buffer): void {
    const epoch = (ledger.key()?.epoch ?? -1) + 1;
    const free = keptSlot() === 0 ? 1 : 0;
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
    current = next;
    old.destroy();
    isDue = false;
    rolledOn = today();
    settled = settleSlots(port);
    if (settled.kind !== 'slot') state = settled.kind === 'misfit' ? 'misfit' : 'failed';
  }

  return {
    state: () => state,
    now() {
      if (!prepare() || current === null) throw new Error('nobody has signed in, and nothing is signed');
      return current;
    },
    prepare,
    demandRoll() {
      isDue = true;
    },
    rollIfDue() {
      const deviceKey = port.deviceKey();
      // Under the new device key, once there is one.
      if (!prepare() || current === null || deviceKey === null || ledger.key() === undefined) return;
      if (!isDue && rolledOn === today()) return;
      try {
        roll(current, deviceKey);
      } catch (error) {
        // What is entered meanwhile is signed by the key of before, which is still there.
        isDue = true;
        onBug('the roll of the key that signs', error);
      }
    },
    mayBeLeft: () => slots.refusal() !== null,
    onReady: (listener) => void listeners.push(listener),
    close() {
      current?.destroy();
      current = null;
      slots.close();
    },
  };
}
