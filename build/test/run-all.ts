import { stripVTControlCharacters } from 'node:util';
import { passesAlone, type RunPlace, runSuite, type SuiteRun } from './run-suite.ts';
import type { FailedTest, Suite } from './suite.ts';

/** What is run: a suite, or plans one after the other, or side by side. */
export type Plan = Suite | { readonly inTurn: readonly Plan[] } | { readonly sideBySide: readonly Plan[] };

/** A machine on which everything fails is told soon: no more than these are run once more. */
const MOST_RUN_AGAIN = 12;

/** Of what a runner said of a failure: the sentence, the difference, and where; the rest is in its log. */
const LINES_OF_WHY = 12;

async function runPlan(plan: Plan, place: RunPlace): Promise<readonly SuiteRun[]> {
  if ('sideBySide' in plan)
    return (await Promise.all(plan.sideBySide.map((each) => runPlan(each, place)))).flat();
  if (!('inTurn' in plan)) return [await runSuite(plan, place)];
  const runs: SuiteRun[] = [];
  for (const each of plan.inTurn) runs.push(...(await runPlan(each, place)));
  return runs;
}

/** In the last lines, for a failure beside other work may never be seen again. */
function whyOf({ why }: FailedTest): readonly string[] {
  return stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_OF_WHY)
    .map((line) => `    ${line}`);
}

/** Runs each failed test once more, alone. What it says of each is for whoever has to find out why: it failed. */
async function runAgain(runs: readonly SuiteRun[], place: RunPlace): Promise<readonly string[]> {
  const failures = runs.flatMap(({ suite, failed }) =>
    failed.map((test): readonly [Suite, FailedTest] => [suite, test]),
  );
  const lines: string[] = [];
  for (const [suite, test] of failures.slice(0, MOST_RUN_AGAIN)) {
    // What no words run alone is the whole run, and that has been seen.
    const passed = test.alone.length > 0 && (await passesAlone(suite, test, place));
    lines.push(passed ? `failed, then passed alone: ${test.name}` : `failed: ${test.name}`, ...whyOf(test));
  }
  return [
    ...lines,
    ...failures.slice(MOST_RUN_AGAIN).map(([, { name }]) => `failed, not run again: ${name}`),
  ];
}

function lineOf({ suite, passed, failed, notTried, seconds, note }: SuiteRun): string {
  const figures = note === '' ? '' : `, ${note}`;
  const skipped = notTried.length === 0 ? '' : `, ${notTried.length} SKIPPED`;
  return `${suite.title}: ${passed} passed, ${failed.length} failed${skipped} (${seconds} s${figures})`;
}

/**
 * Runs all suites, then what failed once more and alone, and prints a line for each of those, a line for each suite, one
 * for whatever this machine could not try, and the sum. A test that passed alone has failed all the same. Answers the exit code.
 */
export async function runAll(plan: Plan, place: RunPlace): Promise<0 | 1> {
  const runs = await runPlan(plan, place);
  const again = await runAgain(runs, place);
  const passed = runs.reduce((sum, run) => sum + run.passed, 0);
  const failed = runs.reduce((sum, run) => sum + run.failed.length, 0);
  const notTried = runs.flatMap((run) => run.notTried.map((what) => `SKIPPED ${run.suite.title}: ${what}`));
  const skipped = notTried.length === 0 ? '' : `, ${notTried.length} SKIPPED for want of means`;
  const lines = [...again, ...runs.map(lineOf), ...notTried, `${passed} passed, ${failed} failed${skipped}`];
  place.say(`\n${lines.join('\n')}\n`);
  return failed === 0 ? 0 : 1;
}
