import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { WriteRetries } from '../disk/write-retries.ts';
import type { DailyLook } from '../doctor/daily-look.ts';
import { type EndUnfinishedPort, endUnfinished } from '../endings/end-unfinished.ts';
import { expirable } from '../endings/expire.ts';
import { createExpiry, type Expiry } from '../expiry/check-expiry.ts';
import type { ConfiguredPrinter } from '../printing/configured-printer.ts';
import { reconcilePrinting } from '../printing/print-events.ts';
import type { SuspensionWork } from '../suspension/suspension-work.ts';
import type { WipeFailure } from '../wipe/wipe-parts.ts';
import type { PrintingServices, SessionServices, StorageServices } from './services.ts';

/** What the round looks after. */
type RoundServices = StorageServices &
  SessionServices &
  PrintingServices &
  EndUnfinishedPort & {
    readonly disk: WriteRetries;
    readonly wipes: { failure(): WipeFailure | null };
    readonly packing: { goOn(): void };
    readonly suspensionWork: SuspensionWork;
    readonly configuredPrinter: ConfiguredPrinter;
    readonly dailyLook: DailyLook;
    isIdle(): boolean;
  };

/** The round that the keeper makes each half minute: what is pending, what expires or is suspended, how much room there is. */
export function buildExpiry(services: RoundServices): Expiry {
  const { clock, time, unwritten, diskLog, space, outbox, disk, wipes, screens, jobs } = services;

  function failed(where: string, error: unknown): void {
    unwritten.note('expiry', true);
    diskLog.failed(where, error);
  }

  function check(): void {
    disk.writeAgain();
    unwritten.note('expiry', false);
    if (services.filesFit.isClosed()) return;
    try {
      reconcilePrinting(services, jobs);
      services.purgeOrphanJobs();
      services.packing.goOn();
    } catch (error) {
      failed('print jobs', error);
    }
    services.suspensionWork.check();
    goOnWithoutApplicants(services);
  }

  let isTimeWritten = false;
  /** Last of a round: what is written after it has the moment again. */
  function setFileTimes(): void {
    if (!services.filesFit.isClosed()) services.traces.setFileTimes(isTimeWritten ? 'all' : 'written');
    isTimeWritten = false;
  }

  return createExpiry({
    clock,
    time: {
      ...time,
      tick() {
        if (time.tick(isTimed(services))) isTimeWritten = true;
        // A jump of the clock is pending by now. Left so, everybody would read for half a minute that the disk fails.
        outbox.flush();
      },
    },
    expirable: () => expirable(services),
    expire: (application: ApplicationId) => endUnfinished(services, application, 'policy-expired'),
    failed: (error) => failed('expiry', error),
    later(milliseconds, run) {
      diskLog.space(space.shortage());
      services.later(milliseconds, () => {
        check();
        run();
        setFileTimes();
        if (!disk.fails() && wipes.failure() === null) diskLog.recovered();
        screens.refresh();
      });
    },
  });
}

/** Whether anything goes by kiosk time now. */
function isTimed({ vault, suspensionRows, staff }: RoundServices): boolean {
  return vault.openIds().length > 0 || suspensionRows.all().length > 0 || staff.isAnyoneWaiting();
}

/** What nobody who is served waits for: a defect in it says nothing of the disk, and keeps nobody from being served. */
function goOnWithoutApplicants(services: RoundServices): void {
  const { dailyLook, configuredPrinter, onBug } = services;
  function attempt(what: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      onBug(what, error);
    }
  }
  attempt('the spare session', () => restWhenLeftAlone(services));
  attempt('the look at this computer', () => dailyLook.round());
  configuredPrinter.round().catch((error: unknown) => onBug('the card printer of the settings', error));
}

/** A spare is for whoever comes next: where nobody is around it only takes up memory. The next touch has another begun. */
function restWhenLeftAlone({ presence, pool, isIdle }: RoundServices): void {
  if (presence.isLeftAlone() && isIdle()) pool.keepSpare(false);
}
