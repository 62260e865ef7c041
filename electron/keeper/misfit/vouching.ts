import { randomBytes } from 'node:crypto';
import { type ApplicationId, applicationId } from '../../../shared/contract/ids.ts';
import type { HeldApplication } from '../holds/holds.ts';
import type { VaultMark, VaultNow } from '../ledger/vault-mark/vault-mark.ts';

/** So many applications may begin before the ledger is written to: beginning one costs no write there. */
const DRAWN_AHEAD = 4;

/**
 * What the ledger is told of the applications in the vault. It vouches for those that there are, and for ids that were drawn ahead. One that
 * has ended it vouches for no more once it was written to, whatever file brings it back.
 */
export interface Vouching {
  /** What the vault has now: asked for by the ledger with each write. */
  vaultNow(): VaultNow;
  /** An id for an application that begins. @throws where the ledger's disk takes nothing, and while nothing is signed. */
  draw(): ApplicationId;
  /** Tells the ledger what has changed. Where its disk does not take it, it is behind, and told again. Never throws. */
  settle(): void;
  /** The last try to tell it has failed: nobody new is served before it is told. */
  isBehind(): boolean;
}

/** What that needs of the kiosk. */
export interface VouchingPort {
  readonly vault: {
    allIds(): readonly ApplicationId[];
    readonly database: { readonly inTransaction: boolean };
  };
  readonly kiosk: { generation(): number };
  readonly ledger: { vaultMark(): VaultMark; markVault(): void };
  /** What legal holds froze by name. */
  held(): readonly HeldApplication[];
  /** Whether the key that signs is ready. Never throws. */
  isOpen(): boolean;
  onBug(where: string, error: unknown): void;
}

/** That of one kiosk. */
export function createVouching({ vault, kiosk, ledger, isOpen, held, onBug }: VouchingPort): Vouching {
  const ahead: ApplicationId[] = [];
  let isBehind = false;

  function isVouchedFor(application: ApplicationId): boolean {
    const mark = ledger.vaultMark();
    return mark.kind === 'signed' && mark.vouchesFor(application);
  }

  function isNews(): boolean {
    const mark = ledger.vaultMark();
    return mark.kind !== 'none' && (mark.kind === 'altered' || mark.generation !== kiosk.generation());
  }

  return {
    vaultNow() {
      // What is rolled back would come again, and nobody would vouch for it.
      if (vault.database.inTransaction) throw new Error('a vault in the middle of a change is not told of');
      while (ahead.length < DRAWN_AHEAD) ahead.push(applicationId.parse(randomBytes(16).toString('hex')));
      return {
        generation: kiosk.generation(),
        applications: [...vault.allIds(), ...ahead],
        held: held(),
      };
    },
    draw() {
      const [next] = ahead;
      // Also after a write that failed: the ledger was not told of what was drawn for it.
      if (next === undefined || !isVouchedFor(next)) ledger.markVault();
      const drawn = ahead.shift();
      if (drawn === undefined) throw new Error('no id was drawn for the ledger');
      return drawn;
    },
    settle() {
      try {
        if (!isOpen()) return;
        if (isNews()) ledger.markVault();
        isBehind = false;
      } catch (error) {
        isBehind = true;
        onBug('the mark of the vault', error);
      }
    },
    isBehind: () => isBehind,
  };
}
