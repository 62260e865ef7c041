import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { Ribbons } from '../../../shared/contract/status.ts';
import { HEALTH_SCHEMA, type HealthRecord } from '../../../shared/health/health-record.ts';
import type { Checkpoint } from '../../../shared/ledger/checkpoint.ts';
import { PROGRAM_VERSION } from '../../../shared/program-version.ts';
import { unreachable } from '../../../shared/result.ts';
import type { DayOnSheet } from '../../../shared/slips/day-sheet.ts';
import type { Policy } from '../../lib/policy-file/policy-file.ts';
import { keyOfBytes } from '../../lib/policy-file/programme-key.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';

/** What a health record is told from. */
export interface HealthPort {
  readonly kiosk: { read(): KioskIdentity | null; programmeKey(): Uint8Array | null };
  readonly use: KioskUse;
  readonly policies: { readonly inForce: Policy };
  readonly doctor: { last(): Examination | null };
  readonly ribbons: { held(): Ribbons };
  readonly ledger: { checkpoint(): Checkpoint | undefined };
  readonly clock: { now(): number; dateAt(moment: number): CalendarDate };
}

/**
 * How this counter is at the moment of a day sheet. What was found of the computer is what was found last: nobody waits for
 * another look. `day`: what the sheet tells of. @throws before set-up, and on an unopened ledger.
 */
export function healthRecordOf(port: HealthPort, day: DayOnSheet): HealthRecord {
  const { kiosk, use, policies, doctor, ribbons, ledger, clock } = port;
  const [identity, head] = [kiosk.read(), ledger.checkpoint()];
  if (identity === null || head === undefined) throw new Error('a day sheet of no kiosk');
  const { hash, rules } = policies.inForce;
  const pinned = kiosk.programmeKey();
  const { fitted, held } = ribbons.held();
  const dayAt = (moment: number): string => dayText(clock.dateAt(moment));
  return {
    schema: HEALTH_SCHEMA,
    utc: new Date(clock.now()).toISOString(),
    kiosk: { identifier: identity.identifier, name: identity.name },
    program: pinned === null ? null : keyOfBytes(pinned).hash,
    use,
    version: PROGRAM_VERSION,
    policy: { id: rules.id, version: rules.version, hash },
    doctor: doctorIn(doctor.last()),
    blanks: blanksIn(day),
    ribbon: { fittedSince: fitted === null ? null : dayAt(fitted.since), held: held.length },
    head,
  };
}

function doctorIn(examination: Examination | null): HealthRecord['doctor'] {
  if (examination === null) return { kind: 'not-run' };
  if (examination.kind === 'did-not-run') return { kind: 'could-not', utc: examination.utc };
  const { utc, exitCode, checks } = examination.report;
  return { kind: 'ran', utc, exitCode, checks: checks.map(({ id, verdict }) => [id, verdict]) };
}

function blanksOf({ counterDay, blanks }: DayFigures) {
  return { day: dayText(counterDay), ...blanks, expected: Math.max(0, blanks.expected) };
}

function blanksIn(day: DayOnSheet): HealthRecord['blanks'] {
  switch (day.kind) {
    case 'not-counted':
      return null;
    case 'open':
      return { ...blanksOf(day.figures), closed: null };
    case 'closed': {
      const { blanks: counted, blanksDifference: difference } = day.closing;
      return {
        ...blanksOf(day.figures),
        closed: { counted, difference },
      };
    }
    default:
      return unreachable(day);
  }
}
