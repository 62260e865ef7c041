import { randomBytes } from 'node:crypto';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { mayStand, whatStands } from '../../../shared/ledger/what-stands.ts';
import type { Database } from '../database/open-database.ts';
import type { CollectedEntries } from '../ledger/collect-entries.ts';
import type { KeyOfLedger } from '../ledger/key-in-force.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import { pendingIn } from '../outbox/pending-entries.ts';
import { isSignedBy } from '../outbox/signed-acts.ts';

/** The key that signs, where two people with recovery codes make another device key. */
export interface KeyAtRecovery {
  /** Before anything is written: a key that lies in clear is loaded, so that what two people did is signed from its transaction on. */
  begin(): void;
  /**
   * Inside the transaction that writes the new staff. Where the key is neither in memory nor in clear nobody can open it any more: it is
   * lost, and the kiosk begins anew, with a ledger that names the end of the one before. Else it is noted that it does unless the key rolls.
   */
  end(): void;
  /** After it: the next key takes over under the new device key, so that no power cut loses it. Where it can't yet, it is tried again. */
  lend(deviceKey: Buffer): void;
  /** At a start, before anybody signs in: where the power went before the key had rolled, it is lost. */
  resume(): void;
}

/** What that needs of the kiosk. */
export interface KeyAtRecoveryPort {
  readonly kioskKey: {
    takeInHand(): void;
    isAtHand(): boolean;
    rollUnder(deviceKey: Buffer): boolean;
    demandRoll(): void;
  };
  readonly kiosk: {
    beginAnew(identifier: string, former: LedgerPosition): void;
    rollOwed(): number | null;
    noteRollOwed(epoch: number | null): void;
  };
  readonly vault: { readonly database: Database };
  /** Whether there is an application, a key of one, or a legal hold. */
  isAnythingKept(): boolean;
  readonly filesFit: { isClosed(): boolean };
  readonly ledger: {
    head(): LedgerPosition | undefined;
    key(): KeyOfLedger | undefined;
    collect(isWanted: (kind: EntryKindName) => boolean): CollectedEntries;
  };
  readonly outbox: {
    flush(): void;
    countAnew(standing: readonly LedgerEntry[]): void;
    leaveRoomForRoll(): boolean;
  };
  /** Ends this keeper in order, so that the next one puts the ledger aside. */
  startAgain(): void;
}

/** That of one kiosk. */
export function createKeyAtRecovery(port: KeyAtRecoveryPort): KeyAtRecovery {
  const { kioskKey, kiosk, vault, filesFit, ledger, outbox, startAgain } = port;
  let isLost = false;

  /** Whatever was decided in this ledger and still stands is in the next one as well: else that would forget what the kiosk is. */
  function beginAnew(former: LedgerPosition): void {
    const written = ledger.collect(mayStand);
    if (!written.ok) throw new Error('no ledger comes after a broken one');
    const pending = pendingIn(vault.database)
      .filter(({ sequence }) => sequence === null || sequence > former.sequence)
      .map(({ entry }) => entry);
    const standing = whatStands([...written.value, ...pending]);
    kiosk.beginAnew(randomBytes(16).toString('hex'), former);
    // Before what waits, which came after it.
    outbox.countAnew(standing.filter((entry) => !pending.includes(entry)));
  }

  /**
   * Whether the key in force has signed that codes were used: what a row says of it anybody could have written. After the roll, which
   * comes at once, another one is in force. Right behind the opening of a ledger that came after another one they were used under that one.
   */
  function isOwedBySignature({ publicKey }: KeyOfLedger, { sequence: head }: LedgerPosition): boolean {
    const used = 'recovery-codes-used';
    const written = ledger.collect(
      (kind) => kind === used || kind === 'key-rolled' || kind === 'opened-after',
    );
    if (!written.ok) return false;
    const [before, last] = [written.value.at(-2)?.kind, written.value.at(-1)?.kind];
    const waits = pendingIn(vault.database).some(
      (each) =>
        each.entry.kind === used &&
        (each.sequence === null || each.sequence > head) &&
        isSignedBy([publicKey], each),
    );
    return waits || (last === used && before !== 'opened-after');
  }

  return {
    begin: kioskKey.takeInHand,
    end() {
      const [former, key] = [ledger.head(), ledger.key()];
      isLost = former !== undefined && !kioskKey.isAtHand();
      if (isLost && former !== undefined) beginAnew(former);
      else kiosk.noteRollOwed(key?.epoch ?? null);
    },
    lend(deviceKey) {
      if (isLost) {
        startAgain();
        return;
      }
      outbox.flush();
      // What the ledger did not take would else be taken for written: the roll would have its sequence.
      if (outbox.leaveRoomForRoll()) kioskKey.rollUnder(deviceKey);
      else kioskKey.demandRoll();
    },
    resume() {
      const [owed, former, key] = [kiosk.rollOwed(), ledger.head(), ledger.key()];
      if (owed === null || former === undefined || key === undefined || filesFit.isClosed()) return;
      if (key.epoch > owed) {
        kiosk.noteRollOwed(null);
        return;
      }
      // In clear it is not lost: whoever signs in next opens it.
      if (key.epoch < owed || kioskKey.isAtHand()) return;
      // Codes are not heard while there is anything: whatever came since, the files are not those that were there, or are to be kept.
      if (port.isAnythingKept()) return;
      if (!isOwedBySignature(key, former)) return;
      vault.database.transaction(() => beginAnew(former))();
      startAgain();
    },
  };
}
