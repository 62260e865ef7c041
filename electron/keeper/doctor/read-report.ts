import { type ExaminedReport, examinedReport } from '../../../shared/contract/doctor/doctor-acts.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import { CHECK_GROUPS } from '../../../shared/doctor/catalogue.ts';
import type { AtGoLive } from '../../../shared/doctor/check.ts';
import { exitCodeOf } from '../../../shared/doctor/exit-code.ts';
import { atGoLive } from '../../../shared/doctor/report.ts';
import { PROGRAM_VERSION } from '../../../shared/program-version.ts';

const DECLARED: ReadonlyMap<string, AtGoLive> = new Map(
  CHECK_GROUPS.flatMap(({ checks }) => checks.map(({ id, goLive }) => [id, goLive] as const)),
);

/**
 * What a doctor's process has said, if it is a whole report of this very program, for a kiosk of this use; else null. What each
 * answer does to a go-live is not the process's to say: it follows from the verdict, by the declaration that this program has.
 */
export function readReport(text: string, use: KioskUse): ExaminedReport | null {
  const report = parse(text);
  if (report === null || report.program !== PROGRAM_VERSION || report.use !== use) return null;
  const checks = report.checks.flatMap((check) => {
    const goLive = DECLARED.get(check.id);
    return goLive === undefined ? [] : [{ ...check, ...atGoLive(goLive, check.verdict, use) }];
  });
  return isOfEachOnce(report) && exitCodeOf(checks) === report.exitCode ? { ...report, checks } : null;
}

/** A check that was left out would pass for one that is in order. */
function isOfEachOnce({ checks }: ExaminedReport): boolean {
  const ids = new Set<string>(checks.map(({ id }) => id));
  return checks.length === DECLARED.size && [...DECLARED.keys()].every((id) => ids.has(id));
}

function parse(text: string): ExaminedReport | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const report = examinedReport.safeParse(found);
  return report.success ? report.data : null;
}
