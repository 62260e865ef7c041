import { dayText } from '../../../shared/calendar.ts';
import { holdKey, type KioskKeyPort, loadHeld, rollHeld, type SigningState, settleHeld } from './held-key.ts';
import { NothingSigned, type SigningKey } from './signing-key.ts';

/** The key of one kiosk, sealed on its disk, and another one after every roll. */
export interface KioskKey {
  state(): SigningState;
  /** The key that signs now, after everything that has to be done first. @throws `NothingSigned`. */
  now(): SigningKey;
  /** Makes it ready, as far as somebody has signed in. True: it signs. Never throws. */
  prepare(): boolean;
  /** Whether it rolls next time. */
  isDue(): boolean;
  /** Something was entered after which no earlier key may sign. */
  demandRoll(): void;
  /**
   * Rolls where that is due: at the first sign-in after a start, on another day, or demanded. To be called while nothing is
   * pending. What fails is tried again; never throws.
   */
  rollIfDue(): void;
  /** The same under a device key that is lent, whatever is due: what is sealed under the one of before nobody can open any more. */
  rollUnder(deviceKey: Buffer): void;
  /** Whether a copy of a key of before may be left on this disk, so that who takes it and a passphrase could sign as of then. */
  mayBeLeft(): boolean;
  /** Runs each time when it has become ready. */
  onReady(listener: () => void): void;
  /** Zeroes it. */
  close(): void;
}

/** The key of one kiosk. What a power cut left of a roll is ended at once, whoever has signed in. */
export function createKioskKey(port: KioskKeyPort): KioskKey {
  const { slots, ledger, clock, onBug } = port;
  const listeners: (() => void)[] = [];
  const held = holdKey(port);

  function prepare(): boolean {
    if (held.state === 'misfit' || !port.maySign()) return false;
    const deviceKey = port.deviceKey();
    if (held.current === null && deviceKey === null) return false;
    if (!settleHeld(port, held)) return false;
    if (held.current === null && (deviceKey === null || !loadHeld(port, held, deviceKey))) return false;
    if (held.state === 'ready') return true;
    held.state = 'ready';
    for (const listener of listeners) listener();
    return true;
  }

  function isDue(): boolean {
    return held.current !== null && (held.isDue || held.since !== dayText(clock.today()));
  }

  function roll(deviceKey: Buffer): void {
    if (!prepare() || held.current === null || ledger.key() === undefined) return;
    try {
      rollHeld(port, held, held.current, deviceKey);
    } catch (error) {
      // What is entered meanwhile is signed by the key of before, which is still there.
      held.isDue = true;
      onBug('the roll of the key that signs', error);
    }
  }

  return {
    state: () => held.state,
    now() {
      if (!prepare() || held.current === null) throw new NothingSigned();
      return held.current;
    },
    prepare,
    isDue,
    demandRoll() {
      held.isDue = true;
    },
    rollIfDue() {
      // The device key of now: that of before may be none any more.
      const deviceKey = port.deviceKey();
      if (deviceKey === null || !prepare()) return;
      if (isDue()) roll(deviceKey);
    },
    rollUnder: roll,
    mayBeLeft: () => slots.refusal() !== null,
    onReady: (listener) => void listeners.push(listener),
    close() {
      held.current?.destroy();
      held.current = null;
      slots.close();
    },
  };
}
