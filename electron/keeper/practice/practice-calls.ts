import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { roleOf } from '../../../shared/contract/printing/printer.ts';
import type { PracticeObstacle } from '../../../shared/contract/refusals.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { OrphanRow } from '../printing/job-rows.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';

type PracticeCalls = Pick<Handlers<typeof keeperCalls>, 'beginPractice' | 'endPractice'>;

const notNow = { kind: 'not-now' } as const;

/** What switching between applicants and practice needs of the kiosk. */
export interface PracticePort extends ActorsPort {
  readonly kiosk: {
    read(): { readonly custody: CustodyKind | null } | null;
    isPracticing(): boolean;
    setPracticing(on: boolean): void;
  };
  readonly vault: { open(): readonly unknown[]; readonly wipes: { all(): readonly unknown[] } };
  readonly wipes: { busy(): boolean };
  readonly holds: { all(): readonly unknown[] };
  readonly packing: { isOn(): boolean };
  readonly trayChecks: { pending(): unknown };
  readonly jobRows: { orphans(): readonly OrphanRow[] };
  readonly outbox: EntryRecorder & { flush(): void; waiting(): number };
  readonly screens: { refresh(): void };
}

/**
 * Switches the kiosk to practice and back (docs/decisions/0055), only while it holds nobody: so an application is of
 * practice, or is not, from its first moment to its last.
 */
export function practiceCalls(port: PracticePort): PracticeCalls {
  const { kiosk, outbox, screens } = port;

  function turn(on: boolean): void {
    const by = signedInActor(port).member;
    outbox.record(({ utc }) => {
      kiosk.setPracticing(on);
      return { kind: on ? 'practice-began' : 'practice-ended', utc, by };
    });
    screens.refresh();
  }

  return {
    beginPractice() {
      if (kiosk.isPracticing()) return err(notNow);
      const obstacle = obstacleToBeginning(port) ?? obstacleToSwitching(port);
      if (obstacle !== null) return err({ kind: 'practice-refused', why: obstacle });
      turn(true);
      return ok({});
    },
    endPractice() {
      if (!kiosk.isPracticing()) return err(notNow);
      const obstacle = obstacleToSwitching(port);
      if (obstacle !== null) return err({ kind: 'practice-refused', why: obstacle });
      turn(false);
      return ok({});
    },
  };
}

/** A slip is no card, and names nobody. */
function isCard({ printer }: OrphanRow): boolean {
  return !('sides' in printer) || roleOf(printer) === 'card';
}

function obstacleToBeginning({ kiosk, holds, packing, jobRows }: PracticePort): PracticeObstacle | null {
  if ((kiosk.read()?.custody ?? null) === null) return 'not-live';
  // What it keeps is real: nobody is to take that for practice.
  if (holds.all().length > 0) return 'legal-hold';
  // Only a day that is opened ends that, and in practice none is.
  if (packing.isOn()) return 'packed-up';
  // A card of somebody may still come out there, and would lie among those of practice. The other way nothing waits for
  // it: a card of practice is void, and a printer that is gone for good must not keep the kiosk from its applicants.
  return jobRows.orphans().some(isCard) ? 'job-at-printer' : null;
}

/** Either way: nothing of anybody is here, and nothing is still to be counted. */
function obstacleToSwitching({ vault, wipes, trayChecks, outbox }: PracticePort): PracticeObstacle | null {
  if (vault.open().length > 0) return 'applications-open';
  // Also one that waits for its printer only: its entries come with its end.
  if (vault.wipes.all().length > 0 || wipes.busy()) return 'erasing';
  if (trayChecks.pending() !== null) return 'tray-unchecked';
  outbox.flush();
  return outbox.waiting() > 0 ? 'not-written' : null;
}
