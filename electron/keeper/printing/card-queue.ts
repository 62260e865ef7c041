import { randomBytes } from 'node:crypto';
import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId, JobId } from '../../../shared/contract/ids.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { PrintOrder } from '../../../shared/contract/worker.ts';
import type { CardHashes } from '../../lib/look-up/card-hashes.ts';
import type { KeyReader } from '../custody/custody.ts';
import type { JobRow } from './job-rows.ts';
import { earlierJobs } from './print-side.ts';

/** A card as the core made it, and where it is to be printed. */
export interface NewCard {
  readonly application: ApplicationId;
  /** The application's, with this card in the queue. */
  readonly state: ReachedState;
  readonly printer: PrinterSettings;
  readonly photo: Uint8Array;
  /** What was sealed for it: the card, the fingerprints of fields that it was made of if there are new ones, its look-up. */
  readonly sealed: {
    readonly card: Uint8Array;
    readonly fingerprints: Uint8Array | null;
    readonly lookUp: Uint8Array;
  };
  readonly hashes: CardHashes;
}

/** Cards that wait for a print worker. */
export interface CardQueue {
  /**
   * Puts one in; answers the order for its worker. With the key itself: see `KeyReader.open`. All or nothing.
   * @throws SQLite's error when the disk does not take it.
   */
  add(card: NewCard): Omit<PrintOrder, 'kind'>;
}

/** What the queue is kept in, and what a worker is told besides. */
export interface CardQueuePort {
  readonly vault: {
    together(bytes: number, writes: () => void): void;
    setState(application: ApplicationId, state: ReachedState): void;
    setLookUp(application: ApplicationId, sealed: Uint8Array): void;
    store(application: ApplicationId, column: 'card', sealed: Uint8Array): void;
    addMade(application: ApplicationId, sealed: Uint8Array): void;
    beginJob(application: ApplicationId, job: JobId): void;
  };
  readonly jobRows: {
    begin(job: {
      readonly name: JobId;
      readonly application: ApplicationId;
      readonly printer: PrinterSettings;
    }): void;
    of(owner: ApplicationId): readonly JobRow[];
  };
  readonly custody: KeyReader;
  readonly cardLookUp: { remember(application: ApplicationId, hashes: CardHashes): void };
  readonly kiosk: { isPracticing(): boolean };
}

/** The queue of one kiosk. */
export function createCardQueue(port: CardQueuePort): CardQueue {
  const { vault, jobRows, custody, cardLookUp, kiosk } = port;
  return {
    add({ application, state, printer, photo, sealed: { card, fingerprints, lookUp }, hashes }) {
      const key = custody.open(application);
      if (!key.ok) throw new Error('an open application has no key');
      const job = jobId.parse(randomBytes(16).toString('hex'));
      // All or nothing: a disk that is full in between must not leave a card queued that nobody prints.
      vault.together(card.byteLength + (fingerprints?.byteLength ?? 0) + lookUp.byteLength, () => {
        vault.setState(application, state);
        vault.store(application, 'card', card);
        if (fingerprints !== null) vault.addMade(application, fingerprints);
        vault.setLookUp(application, lookUp);
        vault.beginJob(application, job);
        // The built-in printer keeps nothing once its worker is gone: there is nothing to purge.
        if (printer.driver !== 'virtual') jobRows.begin({ name: job, application, printer });
      });
      cardLookUp.remember(application, hashes);
      const earlier = earlierJobs(jobRows, application, job);
      const practice = kiosk.isPracticing();
      return { ...{ job, application, printer, earlier, card }, key: key.value, photo, practice };
    },
  };
}
