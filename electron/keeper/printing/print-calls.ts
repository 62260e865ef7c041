import { queueCard } from '../../../shared/application/queue-card.ts';
import type { ApplicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type Occupant, openIn } from '../applications/occupants.ts';
import { applicationIn, recordOf } from '../applications/open-record.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { CardQueue } from './card-queue.ts';
import type { PrintJobs } from './print-jobs.ts';

type PrintCalls = Pick<Handlers<typeof keeperCalls>, 'print' | 'stopPrint'>;

const notNow = { kind: 'not-now' } as const;

/** What printing a card needs of the kiosk. */
export interface PrintPort {
  readonly vault: ApplicationReader;
  /** See there: of the kiosk's printer and build. */
  printerToIssueOn(): Result<PrinterSettings, Refusal>;
  readonly time: { doubt(): unknown };
  readonly jobs: PrintJobs;
  readonly cardQueue: CardQueue;
  /** A refusal that stands: a card ends it. */
  readonly denials: { changed(occupant: Occupant): void };
  readonly snapshots: { of(application: ApplicationId): ApplicationSnapshot };
  readonly screens: { refresh(): void };
}

/** Prints the card of the application that this session has open, and stops it. */
export function printCalls(port: PrintPort, occupant: Occupant): PrintCalls {
  const { vault, jobs, cardQueue, snapshots, screens } = port;
  return {
    async print({ occasion, full, lastFour, ...sealed }) {
      const application = applicationIn(occupant);
      const printer = port.printerToIssueOn();
      if (!printer.ok) return printer;
      if (port.time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
      if (!queueCard(recordOf(vault, application).state, occasion).ok) return err(notNow);
      // The worker of the card before has told its last, and may still let the printer forget its job: cut off
      // there, nobody has heard of that job's end, and the clerk is asked about it anew.
      await jobs.letClearUp(application);
      if (!(await jobs.endWorker(application)).ok) return err(notNow);
      // Meanwhile a legal hold may have frozen it, or somebody set it aside: this session touches it no more.
      if (openIn(occupant) === null) return err(notNow);
      const { row, state } = recordOf(vault, application);
      if (row.photo === null) return err({ kind: 'photo-missing' });
      const next = queueCard(state, occasion);
      if (!next.ok) return err(notNow);
      const order = cardQueue.add({
        ...{ application, state: next.value, printer: printer.value, photo: row.photo, sealed },
        hashes: { full, lastFour },
      });
      port.denials.changed(occupant);
      try {
        // Before the screens hear of it: a status for each session takes as long as half a drawing.
        jobs.start(order);
      } finally {
        // The card is queued, also where no worker can be started.
        screens.refresh();
      }
      return ok(snapshots.of(application));
    },
    stopPrint() {
      const application = applicationIn(occupant);
      return jobs.stop(application) ? ok(snapshots.of(application)) : err(notNow);
    },
  };
}
