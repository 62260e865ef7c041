import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { roleOf } from '../../../shared/contract/printing/printer.ts';
import type { PracticeObstacle } from '../../../shared/contract/refusals.ts';
import type { OrphanRow } from '../printing/job-rows.ts';

/** Why the kiosk cannot be switched to practice, or back, now; null: it can. */
export interface PracticeObstacles {
  toBeginning(): PracticeObstacle | null;
  toEnding(): PracticeObstacle | null;
}

/** What may stand in the way of that. */
export interface PracticeObstaclesPort {
  readonly kiosk: { read(): { readonly custody: CustodyKind | null } | null };
  readonly vault: { open(): readonly unknown[]; readonly wipes: { all(): readonly unknown[] } };
  readonly wipes: { busy(): boolean };
  readonly holds: { all(): readonly unknown[] };
  readonly packing: { isOn(): boolean };
  readonly trayChecks: { pending(): unknown };
  readonly jobRows: { orphans(): readonly OrphanRow[] };
  readonly outbox: { flush(): void; waiting(): number };
}

/** The obstacles of one kiosk. */
export function createPracticeObstacles(port: PracticeObstaclesPort): PracticeObstacles {
  return {
    toBeginning: () => obstacleToBeginning(port) ?? obstacleToSwitching(port),
    toEnding: () => obstacleToSwitching(port),
  };
}

/** A slip is no card, and names nobody. */
function isCard({ printer }: OrphanRow): boolean {
  return !('sides' in printer) || roleOf(printer) === 'card';
}

function obstacleToBeginning({
  kiosk,
  holds,
  packing,
  jobRows,
}: PracticeObstaclesPort): PracticeObstacle | null {
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
function obstacleToSwitching({
  vault,
  wipes,
  trayChecks,
  outbox,
}: PracticeObstaclesPort): PracticeObstacle | null {
  if (vault.open().length > 0) return 'applications-open';
  // Also one that waits for its printer only: its entries come with its end.
  if (vault.wipes.all().length > 0 || wipes.busy()) return 'erasing';
  if (trayChecks.pending() !== null) return 'tray-unchecked';
  outbox.flush();
  return outbox.waiting() > 0 ? 'not-written' : null;
}
