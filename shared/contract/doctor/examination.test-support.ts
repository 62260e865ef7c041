import { CHECK_GROUPS } from '../../doctor/catalogue.ts';
import type { CheckId } from '../../doctor/check-id.ts';
import { type Finding, pass } from '../../doctor/finding.ts';
import { answerOf, reportOf } from '../../doctor/report.ts';
import { PROGRAM_VERSION } from '../../program-version.ts';
import type { KioskUse } from '../kiosk-use.ts';
import { type ExaminedReport, examinedReport } from './doctor-acts.ts';

/** A report of every check: in order, but for what is given. */
export function examinedWith(
  found: Readonly<Partial<Record<CheckId, Finding>>> = {},
  use: KioskUse = 'residents',
): ExaminedReport {
  const byId: Readonly<Partial<Record<string, Finding>>> = found;
  const answers = CHECK_GROUPS.flatMap(({ checks }) =>
    checks.map((check) => answerOf(check, byId[check.id] ?? pass('It is in order.'), use)),
  );
  return examinedReport.parse(
    reportOf(
      { utc: '2026-11-24T13:00:00.000Z', program: PROGRAM_VERSION, use, seenFrom: 'kiosk-unit' },
      answers,
    ),
  );
}
