import type { Misfit } from '../../../shared/misfit/misfit.ts';

/** What somebody's passphrase opens. */
export interface KeysAtSignIn {
  /**
   * Opens the key that signs, and the keys of applications only with it: what a slot says of itself, and what a ledger says that it was
   * signed with, whoever has the disk can write. Where it does not open, the kiosk starts again, closed.
   * @throws SQLite's error where that can't be noted, and the file system's where the page can't be read; then nothing was opened, and
   * nothing is said of the key.
   */
  unlock(deviceKey: Uint8Array): void;
}

/** What that needs of the kiosk. */
export interface KeysAtSignInPort {
  readonly kioskKey: { openUnder(deviceKey: Buffer): boolean };
  readonly custody: { unlock(deviceKey: Uint8Array): unknown };
  readonly filesFit: { isClosed(): boolean };
  readonly misfitRows: { note(found: readonly Misfit[], now: number): void };
  readonly clock: { now(): number };
  /** The ledger is that of lost keys: nobody has the one that signed it. */
  isToBePutAside(): boolean;
  /** Ends this keeper in order: the next one finds what was noted. */
  startAgain(): void;
}

/** Those of one keeper. */
export function createKeysAtSignIn(port: KeysAtSignInPort): KeysAtSignIn {
  const { kioskKey, custody, filesFit, misfitRows, clock, isToBePutAside, startAgain } = port;
  return {
    unlock(deviceKey) {
      const { buffer, byteOffset, byteLength } = deviceKey;
      if (isToBePutAside() || kioskKey.openUnder(Buffer.from(buffer, byteOffset, byteLength))) {
        // A slot that does not open stays as it is: its application is refused by name and expires like any other.
        custody.unlock(deviceKey);
        return;
      }
      misfitRows.note([{ kind: 'signing-key' }], clock.now());
      // A closed kiosk opens no key of an application. Two who sign in read there what does not fit.
      if (filesFit.isClosed()) custody.unlock(deviceKey);
      else startAgain();
    },
  };
}
