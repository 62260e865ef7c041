import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Refusal, Shortage } from '../../../shared/contract/refusals.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SealFailure } from '../custody/custody.ts';
import type { Database } from '../database/open-database.ts';
import { makeRoomForApplication } from '../vault/zeroed-free-pages.ts';
import type { SelectionsState } from '../x-display/selections.ts';
import type { ClosedIntake, IntakeState } from './intake-state.ts';

/** Whether anybody new is served. */
export interface Intake {
  /**
   * Why nobody's words may be typed here: a program keeps what comes by it. Takes a moment, so it is asked before
   * what must still hold when the application begins.
   */
  unsafe(): Promise<Refusal | null>;
  /** Whether a new application may begin, and where its key goes; or why not. */
  admit(): Result<CustodyKind, Refusal>;
}

/** What somebody new could find in the way. */
export interface IntakePort {
  readonly intakeState: IntakeState;
  readonly holds: { intake(): { readonly keepsNewOnes: boolean } };
  readonly time: { doubt(): unknown };
  readonly trayChecks: { pending(): TrayCheck | null };
  readonly space: { shortage(): Shortage | null };
  readonly disk: { writeAgain(): void; fails(): boolean };
  readonly selections: { examine(): Promise<SelectionsState> };
}

/** The intake of one kiosk. `place`: where a new record and its key would lie. */
export function createIntake(
  { intakeState, holds, time, trayChecks, space, disk, selections }: IntakePort,
  place: { readonly database: Database; readonly custody: { sealable(): { readonly ok: boolean } } },
): Intake {
  return {
    unsafe: () => clipboardRefusal(selections),
    admit() {
      const open = intakeState.now();
      if (!open.ok) return err(closedAsRefusal(open.error));
      if (time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
      if (trayChecks.pending() !== null) return err({ kind: 'tray-unchecked' });
      // Before what follows from it: that something is not written says less than why.
      const shortage = space.shortage();
      if (shortage !== null) return err({ kind: 'disk-nearly-full', ...shortage });
      // What a disk did not take: nothing new before it is written.
      disk.writeAgain();
      if (disk.fails()) return err({ kind: 'not-written' });
      makeRoomForApplication(place.database);
      // A hold keeps what begins now: where sealing is possible, a power cut must not destroy it either.
      const { keepsNewOnes } = holds.intake();
      return ok(keepsNewOnes && place.custody.sealable().ok ? 'sealed' : open.value);
    },
  };
}

function closedAsRefusal(closed: ClosedIntake): Refusal {
  switch (closed.kind) {
    case 'locked':
      return { kind: 'intake-locked', step: closed.step };
    case 'undecided':
      return { kind: 'custody-undecided' };
    case 'held':
      return { kind: 'intake-held' };
    case 'packed-up':
      return { kind: 'packed-up' };
    case 'order-missing':
      return { kind: 'order-missing', serial: closed.serial };
    case 'misfit':
      return { kind: 'files-misfit' };
    case 'suspended':
      return { kind: 'intake-suspended' };
  }
}

/** The refusal where a program at this display keeps what is copied. */
export async function clipboardRefusal(selections: {
  examine(): Promise<SelectionsState>;
}): Promise<Refusal | null> {
  const { kind } = await selections.examine();
  return kind === 'kept' ? { kind: 'clipboard-kept' } : null;
}

/** Why a key could not be sealed, as the screen is told. */
export function sealFailureAsRefusal(failure: SealFailure): Refusal {
  switch (failure.kind) {
    case 'refused':
      return { kind: 'cannot-seal', reason: failure.reason };
    case 'locked':
      return { kind: 'custody-locked' };
    case 'unwritable':
      return { kind: 'not-written' };
  }
}
