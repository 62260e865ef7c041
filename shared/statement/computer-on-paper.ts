import type { Verdict } from '../doctor/finding.ts';
import { unreachable } from '../result.ts';
import { momentInWords, row, type StatementSection } from './figures.ts';
import type { Statement } from './statement.ts';
import type { ReadStatement } from './statement-file.ts';

/** What the doctor found of this computer; none in formats that didn't tell it. */
export function computerSections(statement: ReadStatement): readonly StatementSection[] {
  if (!('doctor' in statement)) return [];
  return [{ label: 'This computer', rows: rowsOf(statement), lines: linesOf(statement.doctor) }];
}

/** What is in order is counted: what is not stands by its own name. */
const WORDS: Readonly<Record<Exclude<Verdict, 'pass'>, string>> = {
  fail: 'failed',
  warn: 'passed with a warning',
  'not-run': 'not known',
};

function rowsOf({
  doctor,
  settings: { timeZone },
}: Pick<Statement, 'doctor' | 'settings'>): StatementSection['rows'] {
  switch (doctor.kind) {
    case 'ran':
      return [
        row('This computer was looked at', momentInWords(doctor.utc, timeZone)),
        row('Checks passed', String(doctor.checks.filter(({ verdict }) => verdict === 'pass').length)),
        ...doctor.checks.flatMap(({ check, verdict }) =>
          verdict === 'pass' ? [] : [row(`Check ${check}`, WORDS[verdict])],
        ),
      ];
    case 'not-run':
      return [row('This computer was looked at', 'not since the program started')];
    case 'could-not':
      return [
        row('This computer was looked at', `tried ${momentInWords(doctor.utc, timeZone)}, without a result`),
      ];
    default:
      return unreachable(doctor);
  }
}

function linesOf({ kind }: Statement['doctor']): StatementSection['lines'] {
  return kind === 'ran'
    ? [
        'Checks of memory, disk, printing, screen, computer, and program, by the names that IT staff know. What was found isn’t on this paper: it may name a path or an account.',
        'The moment is by the clock of this computer. Whether something was changed since then isn’t known.',
      ]
    : ['Whether this computer swaps memory to its disk or writes memory dumps isn’t known.'];
}
