import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type RemanenceResult, runRemanence, type Sabotage } from '../tests/remanence/run.ts';
import { repositoryFolder } from './kiosk/launch-keeper.ts';
import { makeReady, type ReadyKiosk } from './kiosk/make-ready.ts';

/**
 * `npm test`: unit tests, the real Electron, and the search for what stayed behind. `--all` runs the long
 * versions: 40 people at the desk instead of 4, 20 searched enrollments instead of 2.
 */
const all = process.argv.includes('--all');
const results = join(repositoryFolder, 'out', 'test');

interface Tally {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
  readonly note: string;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

function run(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): number {
  const { status } = spawnSync(program, words, {
    cwd: repositoryFolder,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status ?? 1;
}

function readReport(name: string): unknown {
  return JSON.parse(readFileSync(join(results, name), 'utf8'));
}

/** A runner that ended badly with no failed test (a crash, say) still counts as one failure. */
function tally(suite: string, passed: number, failed: number, status: number): Tally {
  return { suite, passed, failed: status === 0 ? failed : Math.max(1, failed), note: '' };
}

function unit(): Tally {
  const file = join(results, 'unit.json');
  const status = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const { numPassedTests, numFailedTests } = vitestReport.parse(readReport('unit.json'));
  return tally('unit', numPassedTests, numFailedTests, status);
}

function endToEnd(): Tally {
  const status = run('playwright', ['test', '--config', 'tests/e2e/playwright.config.ts'], {
    COUNTERFOIL_BUNDLED: '1',
    COUNTERFOIL_CLERK_PEOPLE: all ? '40' : '4',
  });
  const { stats } = playwrightReport.parse(readReport('e2e.json'));
  // A test that passed at the second try is a failure that hides: it counts as one.
  return tally('e2e (real Electron)', stats.expected, stats.unexpected + stats.flaky, status);
}

/** One search that must find nothing, and two sabotaged ones that must find something: about 15 s a person. */
async function remanence(ready: ReadyKiosk): Promise<Tally> {
  let passed = 0;
  let failed = 0;
  let note = '';
  const judge = (what: string, holds: boolean, result: RemanenceResult | null): void => {
    process.stdout.write(`${holds ? 'ok    ' : 'FAILED'} remanence: ${what}\n`);
    if (!holds) for (const place of result?.where ?? []) process.stdout.write(`       found ${place}\n`);
    if (holds) passed += 1;
    else failed += 1;
  };
  const attempt = async (enrollments: number, sabotage: Sabotage | null): Promise<RemanenceResult | null> => {
    try {
      return await runRemanence(ready, { enrollments, sabotage });
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return null;
    }
  };
  const clean = await attempt(all ? 20 : 2, null);
  judge(
    'nothing of the applicants is found after hand-over',
    clean !== null && clean.control > 0 && clean.hits === 0,
    clean,
  );
  if (clean !== null) {
    note = `${clean.enrollments} enrollments, ${clean.control} control hits, ${clean.processes} processes, ${clean.bytes} bytes searched, ${clean.hits} hits`;
  }
  for (const sabotage of ['skip-wipe', 'skip-turnover'] as const) {
    const found = await attempt(1, sabotage);
    judge(`a kiosk with the fault ${sabotage} is found out`, found !== null && found.hits > 0, null);
  }
  return { suite: 'remanence', passed, failed, note };
}

mkdirSync(results, { recursive: true });
const ready = await makeReady(['gui', 'display', 'keyboard'], { ownDisplay: true });
const tallies: readonly Tally[] = [unit(), endToEnd(), await remanence(ready)];
await ready.display.stop();
process.stdout.write('\n');
for (const { suite, passed, failed, note } of tallies) {
  process.stdout.write(`${suite}: ${passed} passed, ${failed} failed${note === '' ? '' : ` (${note})`}\n`);
}
const sum = (pick: (each: Tally) => number): number => tallies.reduce((total, each) => total + pick(each), 0);
process.stdout.write(`${sum((each) => each.passed)} passed, ${sum((each) => each.failed)} failed\n`);
process.exitCode = sum((each) => each.failed) === 0 ? 0 : 1;
