import { randomBytes } from 'node:crypto';
import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import { advance } from '../../../shared/application/lifecycle.ts';
import { queueCard } from '../../../shared/application/queue-card.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId, JobId } from '../../../shared/contract/ids.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import type { ApplicationSnapshot, keeperCalls } from '../../../shared/contract/keeper.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CardHashes } from '../../lib/look-up/card-hashes.ts';
import type { Occupant } from '../applications/occupants.ts';
import { applicationIn, recordOf } from '../applications/open-record.ts';
import type { KeyReader } from '../custody/custody.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { ChosenPrinter } from './chosen-printer.ts';
import type { JobRows } from './job-rows.ts';
import { mayIssueOn } from './may-issue.ts';
import type { PrintJobs } from './print-jobs.ts';
import { earlierJobs } from './print-side.ts';

type PrintCalls = Pick<Handlers<typeof keeperCalls>, 'print' | 'stopPrint' | 'spoil'>;

const notNow = { kind: 'not-now' } as const;

/** What printing a card needs of the kiosk. */
export interface PrintPort {
  readonly vault: ApplicationReader & {
    together(bytes: number, writes: () => void): void;
    setState(application: ApplicationId, state: ReachedState): void;
    setStage(application: ApplicationId, stage: null): void;
    setLookUp(application: ApplicationId, sealed: Uint8Array): void;
    store(application: ApplicationId, column: 'card' | 'tray', sealed: Uint8Array | null): void;
    addMade(application: ApplicationId, sealed: Uint8Array): void;
    beginJob(application: ApplicationId, job: JobId): void;
  };
  readonly printer: ChosenPrinter;
  readonly jobs: PrintJobs;
  readonly jobRows: JobRows;
  readonly time: { doubt(): unknown };
  readonly custody: KeyReader;
  readonly cardLookUp: { remember(application: ApplicationId, hashes: CardHashes): void };
  readonly snapshots: { of(application: ApplicationId): ApplicationSnapshot };
  readonly kiosk: { isPracticing(): boolean };
  /** A refusal that stands: a card ends it. */
  readonly denials: { changed(occupant: Occupant): void };
  readonly build: KioskStatus['build'];
}

/** Who hears of it. */
export interface PrintNews {
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
}

/** Prints the card of the application that this session has open, and counts a spoiled one. */
export function printCalls(port: PrintPort, news: PrintNews, occupant: Occupant): PrintCalls {
  const { vault, jobs, jobRows, snapshots, printer: chosen } = port;
  return {
    async print({ occasion, card, fingerprints, full, lastFour, lookUp }) {
      const application = applicationIn(occupant);
      const printer = chosen.now();
      if (!mayIssueOn(port.build, printer.driver)) return err({ kind: 'no-printer' });
      if (chosen.awaitsTestCard()) {
        return err({ kind: 'printer-refused', why: { kind: 'test-card-unconfirmed' } });
      }
      if (port.time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
      if (!queueCard(recordOf(vault, application).state, occasion).ok) return err(notNow);
      // The worker of the card before has told its last, and may still let the printer forget its job: cut off
      // there, nobody has heard of that job's end, and the clerk is asked about it anew.
      await jobs.letClearUp(application);
      if (!(await jobs.endWorker(application)).ok) return err(notNow);
      const { row, state } = recordOf(vault, application);
      if (row.photo === null) return err({ kind: 'photo-missing' });
      const next = queueCard(state, occasion);
      if (!next.ok) return err(notNow);
      const key = port.custody.open(application);
      if (!key.ok) throw new Error('an open application has no key');
      const job = jobId.parse(randomBytes(16).toString('hex'));
      // All or nothing: a disk that is full in between must not leave a card queued that nobody prints.
      vault.together(card.byteLength + (fingerprints?.byteLength ?? 0) + lookUp.byteLength, () => {
        vault.setState(application, next.value);
        vault.store(application, 'card', card);
        if (fingerprints !== null) vault.addMade(application, fingerprints);
        vault.setLookUp(application, lookUp);
        vault.beginJob(application, job);
        // The built-in printer keeps nothing once its worker is gone: there is nothing to purge.
        if (printer.driver !== 'virtual') jobRows.begin({ name: job, application, printer });
      });
      port.denials.changed(occupant);
      port.cardLookUp.remember(application, { full, lastFour });
      const earlier = earlierJobs(jobRows, application, job);
      try {
        // Before the screens hear of it: a status for each session takes as long as half a drawing.
        jobs.start({
          ...{ job, application, printer, earlier, card },
          key: key.value,
          photo: row.photo,
          practice: port.kiosk.isPracticing(),
        });
      } finally {
        // The card is queued, also where no worker can be started.
        news.screens.refresh();
      }
      return ok(snapshots.of(application));
    },
    stopPrint() {
      const application = applicationIn(occupant);
      return jobs.stop(application) ? ok(snapshots.of(application)) : err(notNow);
    },
    spoil({ reason }) {
      const application = applicationIn(occupant);
      const event = { kind: 'clerk-spoiled', reason } as const;
      const next = advance(recordOf(vault, application).state, event);
      if (!next.ok) return err(notNow);
      news.outbox.record(({ day }) => {
        vault.setState(application, next.value);
        vault.setStage(application, null);
        vault.store(application, 'tray', null);
        return { kind: 'spoiled', day, reason };
      });
      news.screens.refresh();
      return ok(snapshots.of(application));
    },
  };
}
