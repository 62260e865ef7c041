import type { Recipient } from '../../../shared/contract/command/production.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { ProductionManifest, UnsignedManifest } from '../../../shared/production/manifest.ts';
import { PROGRAM_VERSION } from '../../../shared/program-version.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { ActTime, EntryRecorder } from '../outbox/outbox.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { Held } from './held-record.ts';
import { makeManifest } from './make-manifest.ts';
import { tellUnfinished, type UnfinishedProductions } from './unfinished-productions.ts';

/** One production, as two people agreed on it. */
export interface AgreedProduction {
  readonly by: MemberId;
  readonly second: MemberId;
  readonly recipient: Recipient;
  /** One for the ledger, the manifest and the screen, of the key that it is sealed to. */
  readonly recipientHash: string;
  readonly kiosk: KioskIdentity;
  /** Epoch milliseconds. */
  readonly utc: number;
}

/** What entering productions in the ledger needs of the kiosk. */
export interface ProductionEntriesPort {
  readonly outbox: EntryRecorder & { now(): ActTime; waiting(): number };
  readonly unfinishedProductions: UnfinishedProductions;
  readonly ledger: { head(): LedgerPosition | undefined };
  readonly facts: { readonly build: ProductionManifest['build'] };
  signingKey(): SigningKey;
}

/** The ledger's entries of productions, and what is noted of one until its files are whole. */
export interface ProductionEntries {
  /** Epoch milliseconds of one that begins now; null: the ledger does not take entries now, and nobody may leave. */
  begin(): number | null;
  /** Tells the ledger, and answers the manifest, which has the place of that entry; null: the ledger does not take it now. */
  enter(held: Held, agreed: AgreedProduction, contents: UnsignedManifest['package']): string | null;
  /** The file of this hash is whole, and its manifest as well. */
  finish(hash: string): void;
  /** Tells the ledger of each that has failed. */
  tellUnfinished(): void;
}

/** Those in the ledger of one kiosk. */
export function createProductionEntries(port: ProductionEntriesPort): ProductionEntries {
  const { outbox, unfinishedProductions, ledger, facts } = port;
  return {
    begin: () => (outbox.waiting() > 0 ? null : outbox.now().utc),
    enter({ row, hold }, { by, second, recipient, recipientHash: whose, kiosk, utc: began }, contents) {
      outbox.record(({ utc }) => {
        // Should the kiosk stop from here on, the next start finds it.
        unfinishedProductions.begin({ package: contents.sha256, file: contents.file, utc });
        return {
          kind: 'record-produced',
          ...{ utc, by, second, recipient: whose, package: contents.sha256 },
        };
      });
      if (outbox.waiting() > 0) return null;
      const head = ledger.head();
      if (head === undefined) throw new Error('a ledger without entries in a kiosk that holds somebody');
      return makeManifest(port.signingKey(), {
        format: 'counterfoil production 1',
        ...{ kiosk: kiosk.identifier, kioskName: kiosk.name, build: facts.build, program: PROGRAM_VERSION },
        ...{ produced: new Date(began).toISOString(), by, second, hold },
        ...{ ticket: row.ticket, day: row.day, recipient, recipientHash: whose },
        package: contents,
        ledger: { sequence: head.sequence, hash: head.hash },
      });
    },
    finish: (hash) => unfinishedProductions.remove(hash),
    tellUnfinished: () => tellUnfinished({ unfinishedProductions, outbox }),
  };
}
