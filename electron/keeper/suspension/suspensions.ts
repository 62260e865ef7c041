import type { Moment } from '../../../shared/application/retention.ts';
import { isInForce } from '../../../shared/contract/suspension/suspension-status.ts';
import { type Suspension, type SuspensionSource, suspensionNow } from './suspension.ts';
import type { SuspensionRows } from './suspension-rows.ts';

/** Whether intake is suspended, by whom, and what becomes of applications that are open. */
export interface Suspensions {
  /** As they are at this moment, whatever the last round has written: the programme's order first. */
  all(): readonly Suspension[];
  of(source: SuspensionSource): Suspension | null;
  /** Whether nobody new is served. Whoever practices serves nobody: in practice it stops nothing. */
  stopsIntake(): boolean;
  /** Whether applications that are open are ended and erased now. None of those of practice. */
  endsOpen(): boolean;
  /** Writes down what has begun or ended by now: from then on no clock that is set back undoes it. */
  settle(): void;
}

/** What suspensions need of the kiosk. */
export interface SuspensionsPort {
  readonly suspensionRows: SuspensionRows;
  readonly time: { now(): Moment };
  readonly kiosk: { isPracticing(): boolean };
}

/** The suspensions of one kiosk. */
export function createSuspensions({ suspensionRows, time, kiosk }: SuspensionsPort): Suspensions {
  function all(): readonly Suspension[] {
    const now = time.now();
    return suspensionRows
      .all()
      .map((suspension) => suspensionNow(suspension, now))
      .filter((suspension) => suspension !== null);
  }

  const effective = (): readonly Suspension[] => (kiosk.isPracticing() ? [] : all().filter(isInForce));

  return {
    all,
    of: (source) => all().find((suspension) => suspension.source === source) ?? null,
    stopsIntake: () => effective().length > 0,
    // Of one that was replaced while it was in force, or that only one clock says has begun, not yet.
    endsOpen: () => effective().some(({ open, begins }) => open === 'wipe' && begins === null),
    settle() {
      const now = time.now();
      for (const before of suspensionRows.all()) {
        const after = suspensionNow(before, now);
        if (after === null) suspensionRows.remove(before.source);
        else if (after !== before) suspensionRows.put(after);
      }
    },
  };
}
