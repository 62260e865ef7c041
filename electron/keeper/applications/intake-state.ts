import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Intake } from '../../../shared/contract/status.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { IntakeVerdict } from '../holds/verdict.ts';
import type { WipeFailure } from '../wipe/wipe-parts.ts';

/** Why nobody new is served, as every session is told. */
export type ClosedIntake = Exclude<Intake, { readonly kind: 'open' }>;

/** Whether intake is open at all, whoever comes. What is in the way of whoever comes next, intake itself asks besides. */
export interface IntakeState {
  /** Where the kiosk keeps the key of a new application; or the one reason, the gravest first, why none may begin. */
  now(): Result<CustodyKind, ClosedIntake>;
}

/** What may keep intake closed. `clock`: epoch milliseconds. */
export interface IntakeStatePort {
  readonly filesFit: { isClosed(): boolean };
  readonly wipes: { failure(): WipeFailure | null };
  readonly kiosk: { read(): { readonly custody: CustodyKind | null } | null };
  readonly holds: { intake(): IntakeVerdict };
  readonly packing: { isOn(): boolean };
  readonly suspensions: { stopsIntake(): boolean };
  readonly newestOrder: { missing(): number | null };
  readonly clock: { now(): number };
}

/** That of one kiosk. */
export function createIntakeState({
  filesFit,
  wipes,
  kiosk,
  holds,
  packing,
  suspensions,
  newestOrder,
  clock,
}: IntakeStatePort): IntakeState {
  return {
    now() {
      // Before all others: what they say is read from files that may be others.
      if (filesFit.isClosed()) return err({ kind: 'misfit' });
      const failure = wipes.failure();
      if (failure !== null) return err(lockedBy(failure, clock.now()));
      const custody = kiosk.read()?.custody ?? null;
      if (custody === null) return err({ kind: 'undecided' });
      if (holds.intake().isStopped) return err({ kind: 'held' });
      if (packing.isOn()) return err({ kind: 'packed-up' });
      const missing = newestOrder.missing();
      if (missing !== null) return err({ kind: 'order-missing', serial: missing });
      // Beside a hold, and neither lifts the other.
      return suspensions.stopsIntake() ? err({ kind: 'suspended' }) : ok(custody);
    },
  };
}

function lockedBy({ retryAt, ...failure }: WipeFailure, now: number): ClosedIntake {
  const wait = retryAt === null ? null : Math.max(0, Math.ceil((retryAt - now) / 1000));
  return { kind: 'locked', ...failure, retrySeconds: wait };
}

/** What every session is told of it. */
export function intakeStatus(intakeState: IntakeState): Intake {
  const now = intakeState.now();
  return now.ok ? { kind: 'open' } : now.error;
}
