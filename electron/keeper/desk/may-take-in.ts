import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SealFailure } from '../custody/custody.ts';
import { makeRoomForApplication } from '../vault/room.ts';
import type { Desk } from './desk.ts';
import { eraseAgain } from './erase-traces.ts';
import { settleOwed } from './record-act.ts';

/** Whether a new application may begin, and where its key goes; or why not. */
export function mayTakeIn(desk: Desk): Result<CustodyKind, Refusal> {
  const failure = desk.wipes.failure();
  if (failure !== null) return err({ kind: 'intake-locked', step: failure.step });
  const custody = desk.kiosk()?.custody ?? null;
  if (custody === null) return err({ kind: 'custody-undecided' });
  if (desk.holds.stopsIntake()) return err({ kind: 'intake-held' });
  if (desk.time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
  if (desk.trayChecks.pending() !== null) return err({ kind: 'tray-unchecked' });
  // Before what follows from it: that something is not written says less than why.
  const shortage = desk.space.shortage();
  if (shortage !== null) return err({ kind: 'disk-nearly-full', ...shortage });
  // What a disk did not take: nothing new before it is written.
  writeAgain(desk);
  if (diskFails(desk)) return err({ kind: 'not-written' });
  makeRoomForApplication(desk.vault.database);
  return ok(keptByHold(desk) ? 'sealed' : custody);
}

/**
 * Why nobody's words may be typed here: a program keeps what comes by it. Takes a moment, so it is asked before
 * what must still hold when the application begins.
 */
export async function clipboardRefusal(desk: Desk): Promise<Refusal | null> {
  const { kind } = await desk.selections.examine();
  return kind === 'kept' ? { kind: 'clipboard-kept' } : null;
}

/** Writes what a disk did not take before, if it takes it now. */
export function writeAgain(desk: Desk): void {
  settleOwed(desk);
  eraseAgain(desk);
  if (desk.unwritten.sessions) desk.pool.record();
  if (desk.unwritten.workers) desk.workers.record();
}

/** Something that had to be written was not: an entry, an expiry, the record of living sessions, zeros over an old page. */
export function diskFails(desk: Desk): boolean {
  const { expiry, sessions, workers, journal, freePages } = desk.unwritten;
  const traces = journal || freePages;
  return desk.owed.count() > 0 || expiry || sessions || workers || traces || !desk.filesInPlace();
}

/** A hold keeps what begins now: where sealing is possible, a power cut must not destroy it either. */
function keptByHold(desk: Desk): boolean {
  return desk.holds.keepingNewOnes() !== null && desk.custody.sealable().ok;
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
