import { describe, expect, it } from 'vitest';
import { declareCheck } from './check.ts';
import { fail, notRun, pass, type Verdict, warn } from './finding.ts';
import { answerOf, doctorReport, exitCodeOf, reportOf } from './report.ts';
import { reportTable } from './table.ts';

const advice = declareCheck({
  id: 'advice-alone',
  title: 'Advice',
  why: 'It matters a little.',
  goLive: { kind: 'advice' },
  remedies: {},
});
const stopping = { ...advice, id: 'stopping', goLive: { kind: 'stops' } } as const;
const breaking = { ...advice, id: 'breaking', goLive: { kind: 'breaks', invariants: [2, 5] } } as const;

describe('the exit code', () => {
  it.each<readonly [readonly Verdict[], number]>([
    [[], 0],
    [['pass', 'pass'], 0],
    [['pass', 'not-run'], 0],
    [['not-run', 'warn'], 1],
    [['warn', 'fail', 'pass'], 2],
    [['fail'], 2],
  ])('of %j is %i', (verdicts, code) => {
    expect(exitCodeOf(verdicts.map((verdict) => ({ verdict })))).toBe(code);
  });
});

describe('an answer', () => {
  it('stops go-live where it fails, and is overridden where no invariant breaks', () => {
    expect(answerOf(stopping, fail('Bad.', 'mend it'))).toMatchObject({
      ...{ verdict: 'fail', stopsGoLive: true, isOverridable: true, invariants: [], remedies: ['mend it'] },
    });
    expect(answerOf(breaking, fail('Bad.', 'mend it'))).toMatchObject({
      ...{ verdict: 'fail', stopsGoLive: true, isOverridable: false, invariants: [2, 5] },
    });
  });

  it.each([pass('Good.'), notRun('Unknown.'), warn('So-so.', 'mend it')])(
    'stops nothing with %j',
    (finding) => {
      expect(answerOf(breaking, finding)).toMatchObject({
        ...{ stopsGoLive: false, isOverridable: false, invariants: [] },
      });
    },
  );

  it('can’t fail where its check declares itself to be advice', () => {
    expect(() => answerOf(advice, fail('Bad.', 'mend it'))).toThrow('advice-alone');
  });

  it('shows what would move the cursor or forge a line', () => {
    const answer = answerOf(stopping, warn('On /a\u001b[2J\nb.', 'rm /a\u202e'));
    expect(answer.found).toBe('On /a\\u{1b}[2J\\u{a}b.');
    expect(answer.remedies).toEqual(['rm /a\\u{202e}']);
  });
});

describe('the report', () => {
  const report = reportOf({ utc: '2026-11-30T08:00:00.000Z', program: '0.1.0', use: 'residents' }, [
    answerOf(advice, warn('So-so.', 'do this')),
    answerOf(stopping, pass('Good.')),
    answerOf(breaking, fail('Bad.', 'do that')),
    answerOf({ ...stopping, id: 'third' }, notRun('Unknown.')),
  ]);

  it('is read back as it was written', () => {
    expect(doctorReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report).toMatchObject({ schema: 1, exitCode: 2 });
  });

  it('is a table: a line for each check, then what to do, the worst first, then a count', () => {
    expect(reportTable(report)).toBe(`Counterfoil 0.1.0, for residents

WARN     advice-alone  So-so.
pass     stopping      Good.
FAIL     breaking      Bad.
not run  third         Unknown.

FAIL breaking: Advice
  It matters a little.
  - do that
  Put it right before go-live, whoever decides: it would break invariants 2 and 5.

WARN advice-alone: Advice
  It matters a little.
  - do this

1 pass, 1 not run, 1 warn, 1 fail.
`);
  });
});
