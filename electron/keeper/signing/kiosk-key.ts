import { dayText } from '../../../shared/calendar.ts';
import {
  holdKey,
  type KioskKeyPort,
  makeHeld,
  openHeld,
  rollHeld,
  type SigningState,
  settleHeld,
} from './held-key.ts';
import { NothingSigned, type SigningKey } from './signing-key.ts';

/** The key of one kiosk, sealed on its disk, and another one after every roll. */
export interface KioskKey {
  state(): SigningState;
  /** The key that signs now, after everything that has to be done first. @throws `NothingSigned`. */
  now(): SigningKey;
  /** Signs where it is in memory; null: it is not. Makes nothing ready, and writes nothing: to be called inside a transaction. */
  sign(bytes: Uint8Array): Buffer | null;
  /** Makes it ready, as far as somebody has signed in. True: it signs. Never throws. */
  prepare(): boolean;
  /**
   * Opens it with this device key, if it is not open yet, and changes nothing on the disk. False: it does not open, so ledger and slots
   * are not to be believed. Where no ledger names a key there is nothing to open.
   * @throws the file system's error where the disk does not give its page back: that says nothing of the key.
   */
  openUnder(deviceKey: Buffer): boolean;
  /** Nobody has signed in since the start: that alone is why nothing is signed. */
  isLocked(): boolean;
  /** Whether it rolls next time. */
  isDue(): boolean;
  /** It was to roll and did not: the one of before signs on, and is tried to be replaced each time. */
  hasRollFailed(): boolean;
  /** Something was entered after which no earlier key may sign. */
  demandRoll(): void;
  /**
   * Rolls where that is due: at the first sign-in after a start, on another day, or demanded. To be called while nothing is
   * pending. What fails is tried again; never throws.
   */
  rollIfDue(): void;
  /** Whether it can sign and roll without the device key that it is sealed under: it is in memory, or lies in clear. */
  isAtHand(): boolean;
  /** Loads the key that lies in clear, so that it signs from now on although nobody has signed in. Changes nothing on the disk. */
  takeInHand(): void;
  /**
   * The same under a device key that is lent, whatever is due: what is sealed under the one of before nobody can open any more. False: it
   * did not roll.
   */
  rollUnder(deviceKey: Buffer): boolean;
  /** Whether a copy of a key of before may be left on this disk, so that who takes it and a passphrase could sign as of then. */
  mayBeLeft(): boolean;
  /** Runs each time when it has become ready. */
  onReady(listener: () => void): void;
  /** Zeroes it. */
  close(): void;
}

/** The key of one kiosk. What a power cut left of a roll is ended at the first sign-in. */
export function createKioskKey(port: KioskKeyPort): KioskKey {
  const { slots, ledger, clock, clear, onBug } = port;
  const listeners: (() => void)[] = [];
  const held = holdKey(port);

  function load(deviceKey: Buffer): boolean {
    const isNamed = ledger.key() !== undefined;
    return isNamed ? openHeld(port, held, deviceKey) : makeHeld(port, held, deviceKey);
  }

  /** @throws the ledger's or the vault's error where they can't be read. */
  function makeReady(deviceKey: Buffer | null): boolean {
    if (held.state === 'misfit' || !port.maySign()) return false;
    if (held.current === null && deviceKey === null) {
      held.state = 'locked';
      return false;
    }
    if (held.current === null && (deviceKey === null || !load(deviceKey))) return false;
    if (!settleHeld(port, held)) return false;
    if (held.state === 'ready') return true;
    held.state = 'ready';
    for (const listener of listeners) listener();
    return true;
  }

  function prepare(deviceKey = port.deviceKey()): boolean {
    try {
      return makeReady(deviceKey);
    } catch (error) {
      if (held.state !== 'misfit') held.state = 'failed';
      onBug('the key that signs', error);
      return false;
    }
  }

  function isDue(): boolean {
    return held.current !== null && (held.isDue || held.since !== dayText(clock.today()));
  }

  function roll(deviceKey: Buffer): boolean {
    if (!prepare(deviceKey) || held.current === null) return false;
    try {
      if (ledger.key() === undefined) return false;
      rollHeld(port, held, held.current, deviceKey);
      return true;
    } catch (error) {
      // What is entered meanwhile is signed by the key of before, which is still there.
      held.isDue = true;
      held.hasRollFailed = true;
      onBug('the roll of the key that signs', error);
      return false;
    }
  }

  function isAtHand(): boolean {
    if (held.state === 'misfit' || !port.maySign()) return false;
    return held.current !== null || held.settled.kind === 'clear';
  }

  return {
    state: () => held.state,
    now() {
      if (!prepare() || held.current === null) throw new NothingSigned();
      return held.current;
    },
    sign: (bytes) => held.current?.sign(bytes) ?? null,
    prepare: () => prepare(),
    openUnder(deviceKey) {
      if (held.current !== null || ledger.key() === undefined) return true;
      return held.state !== 'misfit' && openHeld(port, held, deviceKey);
    },
    isLocked: () => held.state === 'locked' && port.deviceKey() === null && port.maySign(),
    isDue,
    hasRollFailed: () => held.hasRollFailed,
    demandRoll() {
      held.isDue = true;
    },
    rollIfDue() {
      // The device key of now: that of before may be none any more.
      const deviceKey = port.deviceKey();
      if (deviceKey === null || !prepare()) return;
      if (isDue()) roll(deviceKey);
    },
    isAtHand,
    takeInHand() {
      if (held.current === null && isAtHand()) openHeld(port, held, null);
    },
    rollUnder: roll,
    mayBeLeft: () => slots.refusal() !== null || clear.isThere(),
    onReady: (listener) => void listeners.push(listener),
    close() {
      held.current?.destroy();
      held.current = null;
      slots.close();
    },
  };
}
