import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KioskState } from '../../../shared/contract/launcher.ts';
import type { Hold } from '../holds/hold.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';

/** What the state of a kiosk is told from. */
export interface KioskStatePort {
  readonly pool: { shown(): unknown };
  readonly vault: {
    open(): readonly OpenApplicationRow[];
    readonly wipes: { all(): readonly WipeRow[] };
  };
  readonly custody: { kindOf(application: ApplicationId): CustodyKind | null };
  readonly holds: { all(): readonly Hold[] };
  readonly jobs: { isRunning(application: ApplicationId): boolean };
  readonly staff: { isWithResident(): boolean };
  readonly residentScreen: { isUntouched(): boolean };
  applicationShown(): ApplicationId | null;
}

/** How the kiosk is, read anew: from its files and its sessions, so that an answer says that both are there. */
export function kioskStateOf(port: KioskStatePort): KioskState {
  const open = port.vault.open();
  const wipes = port.vault.wipes.all();
  const isInMemory = (application: ApplicationId): boolean => port.custody.kindOf(application) === 'memory';
  return {
    screen: screenOf(port, open),
    open: open.length,
    // Of those that are being erased, only what a hold stopped still has a key.
    forgets: [...open.map(({ id }) => id), ...wipes.map(({ application }) => application)].filter(isInMemory)
      .length,
    endings: wipes.length,
    held: port.holds.all().length > 0,
  };
}

function screenOf(port: KioskStatePort, open: readonly OpenApplicationRow[]): KioskState['screen'] {
  // A card goes on while the screen is somebody else's.
  const isPrinting = open.some(({ id }) => port.jobs.isRunning(id));
  // Whoever reads the entrance of self-service has begun nothing yet.
  const isResidentThere = port.staff.isWithResident() && !port.residentScreen.isUntouched();
  if (port.applicationShown() !== null || isPrinting || isResidentThere) return 'serving';
  return port.pool.shown() === null ? 'no-screen' : 'start-screen';
}
