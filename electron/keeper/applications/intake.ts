import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Refusal, Shortage } from '../../../shared/contract/refusals.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SealFailure } from '../custody/custody.ts';
import type { Database } from '../database/open-database.ts';
import type { IntakeVerdict } from '../holds/verdict.ts';
import { makeRoomForApplication } from '../vault/zeroed-free-pages.ts';
import type { WipeFailure } from '../wipe/wipe-parts.ts';
import type { SelectionsState } from '../x-display/selections.ts';

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
  readonly wipes: { failure(): WipeFailure | null };
  readonly kiosk: { read(): { readonly custody: CustodyKind | null } | null };
  readonly holds: { intake(): IntakeVerdict };
  readonly packing: { isOn(): boolean };
  readonly suspensions: { stopsIntake(): boolean };
  readonly newestOrder: { missing(): number | null };
  readonly time: { doubt(): unknown };
  readonly trayChecks: { pending(): TrayCheck | null };
  readonly space: { shortage(): Shortage | null };
  readonly disk: { writeAgain(): void; fails(): boolean };
  readonly selections: { examine(): Promise<SelectionsState> };
}

/** The intake of one kiosk. `place`: where a new record and its key would lie. */
export function createIntake(
  { wipes, kiosk, holds, packing, suspensions, newestOrder, time, ...port }: IntakePort,
  place: { readonly database: Database; readonly custody: { sealable(): { readonly ok: boolean } } },
): Intake {
  const { trayChecks, space, disk, selections } = port;
  return {
    unsafe: () => clipboardRefusal(selections),
    admit() {
      const failure = wipes.failure();
      if (failure !== null) return err({ kind: 'intake-locked', step: failure.step });
      const custody = kiosk.read()?.custody ?? null;
      if (custody === null) return err({ kind: 'custody-undecided' });
      const { isStopped, keepsNewOnes } = holds.intake();
      if (isStopped) return err({ kind: 'intake-held' });
      if (packing.isOn()) return err({ kind: 'packed-up' });
      const missing = newestOrder.missing();
      if (missing !== null) return err({ kind: 'order-missing', serial: missing });
      // Beside a hold, and neither lifts the other.
      if (suspensions.stopsIntake()) return err({ kind: 'intake-suspended' });
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
      return ok(keepsNewOnes && place.custody.sealable().ok ? 'sealed' : custody);
    },
  };
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
