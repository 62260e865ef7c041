import { type Verdict, verdicts } from './finding.ts';
import type { CheckAnswer, DoctorReport } from './report.ts';

const WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'pass',
  'not-run': 'not run',
  warn: 'WARN',
  fail: 'FAIL',
};

const SEEN_FROM: Readonly<Record<DoctorReport['seenFrom'], string>> = {
  'kiosk-unit': 'the kiosk’s unit',
  shell: 'a shell',
};

/** The report for people: a line for each check, then what to do about each that is not in order. */
export function reportTable({ checks, use, program, seenFrom }: DoctorReport): string {
  const width = Math.max(...checks.map(({ id }) => id.length));
  const verdictWidth = Math.max(...Object.values(WORDS).map((word) => word.length));
  const rows = checks.map(
    ({ verdict, id, found }) => `${WORDS[verdict].padEnd(verdictWidth)}  ${id.padEnd(width)}  ${found}`,
  );
  const wrong = checks.filter(({ remedies, stopsGoLive }) => remedies.length > 0 || stopsGoLive);
  return [
    `Counterfoil ${program}, for ${use}, seen from ${SEEN_FROM[seenFrom]}`,
    '',
    ...rows,
    ...wrong.toSorted((a, b) => weight(b) - weight(a)).flatMap(whatToDo),
    '',
    summary(checks),
    '',
  ].join('\n');
}

function weight({ verdict }: CheckAnswer): number {
  return verdicts.indexOf(verdict);
}

function whatToDo(answer: CheckAnswer): readonly string[] {
  return [
    '',
    `${WORDS[answer.verdict]} ${answer.id}: ${answer.title}`,
    `  ${answer.why}`,
    ...answer.remedies.map((text) => `  - ${text}`),
    ...(answer.stopsGoLive ? [`  ${atGoLive(answer)}`] : []),
  ];
}

function atGoLive({ verdict, isOverridable, invariants }: CheckAnswer): string {
  const todo = verdict === 'not-run' ? 'Find it out' : 'Put it right';
  if (isOverridable) return `${todo} before go-live, unless two supervisors take it upon themselves.`;
  const which = invariants.length === 1 ? 'invariant' : 'invariants';
  const would = verdict === 'not-run' ? 'it may break' : 'it would break';
  return `${todo} before go-live, whoever decides: ${would} ${which} ${invariants.join(' and ')}.`;
}

function summary(checks: readonly CheckAnswer[]): string {
  const count = (verdict: Verdict): string =>
    `${checks.filter((answer) => answer.verdict === verdict).length} ${WORDS[verdict].toLowerCase()}`;
  return `${verdicts.map(count).join(', ')}.`;
}
