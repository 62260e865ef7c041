import { randomBytes } from 'node:crypto';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { SigningState } from './held-key.ts';

/** The key that signs, where two people with recovery codes make another device key. */
export interface KeyAtRecovery {
  /**
   * Inside the transaction that writes the new staff. Where nobody has signed in since the start, nobody can open the key any more:
   * it is lost, and the kiosk begins anew, with a ledger that names the end of the one before.
   */
  end(): void;
  /** After it: where the key is in memory, the next one takes over under the new device key, so that no power cut loses it. */
  lend(deviceKey: Buffer): void;
}

/** What that needs of the kiosk. */
export interface KeyAtRecoveryPort {
  readonly kioskKey: { state(): SigningState; rollUnder(deviceKey: Buffer): void };
  readonly kiosk: { beginAnew(identifier: string, former: LedgerPosition): void };
  readonly ledger: { head(): LedgerPosition | undefined };
  readonly outbox: { flush(): void; countAnew(): void };
  /** Ends this keeper in order, so that the next one puts the ledger aside. */
  startAgain(): void;
}

/** That of one kiosk. */
export function createKeyAtRecovery({
  kioskKey,
  kiosk,
  ledger,
  outbox,
  startAgain,
}: KeyAtRecoveryPort): KeyAtRecovery {
  let isLost = false;
  return {
    end() {
      const former = ledger.head();
      const state = kioskKey.state();
      isLost = former !== undefined && (state === 'locked' || state === 'misfit');
      if (!isLost || former === undefined) return;
      kiosk.beginAnew(randomBytes(16).toString('hex'), former);
      outbox.countAnew();
    },
    lend(deviceKey) {
      if (isLost) {
        startAgain();
        return;
      }
      outbox.flush();
      kioskKey.rollUnder(deviceKey);
    },
  };
}
