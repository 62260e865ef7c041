import { describe, expect, it } from 'vitest';
import { declareCheck } from './check.ts';
import { fail, notRun, pass, warn } from './finding.ts';
import { answerOf, doctorReport, notRunDocument, reportOf } from './report.ts';
import { reportTable } from './table.ts';

const advice = declareCheck({
  id: 'advice-alone',
  title: 'Advice',
  why: 'It matters a little.',
  goLive: { kind: 'advice' },
  remedies: {},
});
const stopping = { ...advice, id: 'stopping', goLive: { kind: 'stops', whenUnknown: 'stops' } } as const;
const breaking = {
  ...{ ...advice, id: 'breaking' },
  goLive: { kind: 'breaks', invariants: [2, 5], whenUnknown: 'stops' },
} as const;
const tolerant = {
  ...stopping,
  id: 'tolerant',
  goLive: { kind: 'stops', whenUnknown: 'tolerated' },
} as const;

describe('an answer', () => {
  it('stops go-live where it fails, and is overridden where no invariant breaks', () => {
    expect(answerOf(stopping, fail('Bad.', 'mend it'), 'residents')).toMatchObject({
      ...{ verdict: 'fail', stopsGoLive: true, isOverridable: true, invariants: [], remedies: ['mend it'] },
    });
    expect(answerOf(breaking, fail('Bad.', 'mend it'), 'residents')).toMatchObject({
      ...{ verdict: 'fail', stopsGoLive: true, isOverridable: false, invariants: [2, 5] },
    });
  });

  it.each([pass('Good.'), warn('So-so.', 'mend it')])('stops nothing with %j', (finding) => {
    expect(answerOf(breaking, finding, 'residents')).toMatchObject({
      ...{ stopsGoLive: false, isOverridable: false, invariants: [] },
    });
  });

  it('that nobody knows stops a kiosk for residents where a promise hangs on it', () => {
    const unknown = notRun('Unknown.');
    expect(answerOf(breaking, unknown, 'residents')).toMatchObject({
      ...{ verdict: 'not-run', stopsGoLive: true, isOverridable: false, invariants: [2, 5], remedies: [] },
    });
    expect(answerOf(stopping, unknown, 'residents')).toMatchObject({
      ...{ stopsGoLive: true, isOverridable: true, invariants: [] },
    });
    for (const declaration of [tolerant, advice])
      expect(answerOf(declaration, unknown, 'residents').stopsGoLive).toBe(false);
    // Neither of the others ever goes live.
    for (const use of ['rehearsal', 'evaluation'] as const)
      expect(answerOf(breaking, unknown, use).stopsGoLive).toBe(false);
  });

  it('can’t fail where its check declares itself to be advice', () => {
    expect(() => answerOf(advice, fail('Bad.', 'mend it'), 'residents')).toThrow('advice-alone');
  });

  it('shows what would move the cursor or forge a line', () => {
    const answer = answerOf(stopping, warn('On /a\u001b[2J\nb.', 'rm /a\u202e'), 'residents');
    expect(answer.found).toBe('On /a\\u{1b}[2J\\u{a}b.');
    expect(answer.remedies).toEqual(['rm /a\\u{202e}']);
  });
});

describe('the report', () => {
  const facts = { utc: '2026-11-30T08:00:00.000Z', program: '0.1.0' } as const;
  const report = reportOf({ ...facts, use: 'residents', seenFrom: 'shell' }, [
    answerOf(advice, warn('So-so.', 'do this'), 'residents'),
    answerOf(stopping, pass('Good.'), 'residents'),
    answerOf(breaking, fail('Bad.', 'do that'), 'residents'),
    answerOf({ ...stopping, id: 'third' }, notRun('Unknown.'), 'residents'),
    answerOf(tolerant, notRun('Unknown too.'), 'residents'),
  ]);

  it('is read back as it was written', () => {
    expect(doctorReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report).toMatchObject({ schema: 1, exitCode: 2, seenFrom: 'shell' });
  });

  it('is a table: a line for each check, then what to do, the worst first, then a count', () => {
    expect(reportTable(report)).toBe(`Counterfoil 0.1.0, for residents, seen from a shell

WARN     advice-alone  So-so.
pass     stopping      Good.
FAIL     breaking      Bad.
not run  third         Unknown.
not run  tolerant      Unknown too.

FAIL breaking: Advice
  It matters a little.
  - do that
  Put it right before go-live, whoever decides: it would break invariants 2 and 5.

WARN advice-alone: Advice
  It matters a little.
  - do this

not run third: Advice
  It matters a little.
  Find it out before go-live, unless two supervisors take it upon themselves.

1 pass, 2 not run, 1 warn, 1 fail.
`);
  });

  it('says of what breaks an invariant that nobody decides otherwise, also while it is not known', () => {
    const unknown = answerOf(breaking, notRun('Unknown.'), 'residents');
    expect(reportTable(reportOf({ ...facts, use: 'residents', seenFrom: 'kiosk-unit' }, [unknown]))).toBe(
      `Counterfoil 0.1.0, for residents, seen from the kiosk’s unit

not run  breaking  Unknown.

not run breaking: Advice
  It matters a little.
  Find it out before go-live, whoever decides: it may break invariants 2 and 5.

0 pass, 1 not run, 0 warn, 0 fail.
`,
    );
  });

  it('that was not made is a document with the reason', () => {
    expect(notRunDocument('There are no settings.')).toEqual({
      ...{ schema: 1, exitCode: 3, problem: 'There are no settings.' },
    });
  });
});
