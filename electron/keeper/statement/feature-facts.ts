import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import type { OrdinaryPrinter, PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { Statement } from '../../../shared/statement/statement.ts';
import type { Hold } from '../holds/hold.ts';
import type { OrphanRow } from '../printing/job-rows.ts';

// How a statement tells what each feature keeps: the features answer their rows, and nothing is counted elsewhere.

type Settings = Statement['settings'];
type StatedPrinter = Statement['printers']['card'];

/** How the kiosk is set up, and whether anybody new is served. */
export function settingsOf({
  day,
  packUp,
  suspended,
  ...settings
}: Pick<Settings, 'custody' | 'practice' | 'timeZone' | 'residents' | 'newestOrder'> & {
  readonly suspended: readonly Settings['suspended'][number][];
  readonly day: { readonly day: CalendarDate } | null;
  readonly packUp: { readonly done: number } | null;
}): Settings {
  return {
    ...settings,
    suspended: suspended.map(({ source, since }) => ({ source, since })),
    counterDay: day === null ? null : dayText(day.day),
    packUp: packUp === null ? 'no' : packUp.done === 1 ? 'done' : 'under-way',
  };
}

/** A printer by what it is reached by, and nothing of how it prints. */
export function statedPrinter(printer: PrinterSettings | OrdinaryPrinter): StatedPrinter {
  switch (printer.driver) {
    case 'ipp':
      return { driver: 'ipp', address: printer.address };
    case 'os':
      return { driver: 'os', address: printer.name };
    case 'virtual':
      return { driver: 'virtual', address: '' };
  }
}

/** How many there are of each role; no names. */
export function staffByRole(
  members: readonly { readonly role: Statement['askedBy']['role'] }[],
): Statement['staff'] {
  const count = (role: Statement['askedBy']['role']): number =>
    members.filter((member) => member.role === role).length;
  return { clerk: count('clerk'), supervisor: count('supervisor'), it: count('it') };
}

/** For each printer how many jobs are known of, and how many of them are not proven gone there. */
export function jobsByPrinter(jobs: readonly Pick<OrphanRow, 'printer' | 'purged'>[]): Statement['jobs'] {
  const counts = new Map<string, Statement['jobs'][number]>();
  for (const { printer, purged } of jobs) {
    const stated = statedPrinter(printer);
    const name = JSON.stringify(stated);
    const before = counts.get(name) ?? { printer: stated, jobs: 0, open: 0 };
    const open = before.open + (purged === 'purged' ? 0 : 1);
    counts.set(name, { ...before, jobs: before.jobs + 1, open });
  }
  return [...counts.values()];
}

/** What was found of the computer last, without what it was that was found. */
export function statedDoctor(examination: Examination | null): Statement['doctor'] {
  if (examination === null) return { kind: 'not-run' };
  if (examination.kind === 'did-not-run') return { kind: 'could-not', utc: Date.parse(examination.utc) };
  const { utc, checks } = examination.report;
  return {
    kind: 'ran',
    utc: Date.parse(utc),
    checks: checks.map(({ id, verdict }) => ({ check: id, verdict })),
  };
}

/** A hold without who set it: its entry in the ledger has them. */
export function statedHold(hold: Hold): Omit<Statement['holds'][number], 'sequence' | 'stopped'> {
  const { identifier, scope, reason, since, frozen, unsealed, reference } = hold;
  return { hold: identifier, scope, reason, since, frozen, unsealed, intakeResumed: reference !== null };
}
