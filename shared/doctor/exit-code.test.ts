import { describe, expect, it } from 'vitest';
import { exitCodeOf, exitCodeOfProcess, processCode } from './exit-code.ts';
import type { Verdict } from './finding.ts';

describe('the exit code', () => {
  const answers = (verdicts: readonly Verdict[], stopsGoLive = false) =>
    verdicts.map((verdict) => ({ verdict, stopsGoLive }));

  it.each<readonly [readonly Verdict[], number]>([
    [[], 0],
    [['pass', 'pass'], 0],
    [['pass', 'not-run'], 0],
    [['not-run', 'warn'], 1],
    [['warn', 'fail', 'pass'], 2],
    [['fail'], 2],
  ])('of %j is %i', (verdicts, code) => {
    expect(exitCodeOf(answers(verdicts))).toBe(code);
  });

  it('is another one where what stops go-live is not known, unless something fails besides', () => {
    const unknown = answers(['not-run'], true);
    expect(exitCodeOf([...answers(['pass']), ...unknown])).toBe(4);
    expect(exitCodeOf([...answers(['warn']), ...unknown])).toBe(4);
    expect(exitCodeOf([...answers(['fail'], true), ...unknown])).toBe(2);
  });

  it('is told from one process to the launcher, and what is none is no answer', () => {
    for (const code of [0, 1, 2, 4]) expect(exitCodeOfProcess(processCode(code))).toBe(code);
    for (const status of [0, 1, 2, 4, 59, 63, 65, 137, null]) expect(exitCodeOfProcess(status)).toBe(3);
  });
});
