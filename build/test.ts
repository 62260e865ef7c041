import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sabotage as CrashSabotage } from '../tests/crash/order.ts';
import { type CrashResult, runCrash } from '../tests/crash/run.ts';
import { isManagerRefused, runClipboardManager } from '../tests/remanence/clipboard-manager.ts';
import { type DiskSpoolResult, isRefused, runDiskSpool } from '../tests/remanence/disk-spool.ts';
import { type RemanenceOptions, type RemanenceResult, runRemanence } from '../tests/remanence/run.ts';
import { repositoryFolder } from './kiosk/launch-keeper.ts';
import { makeReady, type ReadyKiosk } from './kiosk/make-ready.ts';
import { reachAdministratorPrograms } from './machine/command.ts';

/**
 * `npm test`: unit tests, real printing, the real Electron, the search for what stayed behind, and crashes. `--all` runs the
 * long versions: 40 people at the desk instead of 4, 20 searched enrollments instead of 2, every crash point
 * (a quarter of an hour) instead of a sample.
 */
const all = process.argv.includes('--all');
const results = join(repositoryFolder, 'out', 'test');
/** Points for each custody; those around hand-over and wipe are always among them. */
const CRASH_SAMPLE = 16;

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
  return vitest('unit', 'unit', []);
}

/** `npm run test:print` alone: real printers and a real CUPS on loopback. About three minutes. */
function printing(): Tally {
  return vitest('print (real CUPS and ippeveprinter)', 'print', ['--config', 'tests/print/vitest.config.ts']);
}

function vitest(suite: string, report: string, words: readonly string[]): Tally {
  const file = join(results, `${report}.json`);
  const status = run(
    'vitest',
    ['run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {
      COUNTERFOIL_ALL: all ? '1' : '',
    },
  );
  const { numPassedTests, numFailedTests } = vitestReport.parse(readReport(`${report}.json`));
  return tally(suite, numPassedTests, numFailedTests, status);
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

/**
 * Searches that must find nothing, with the built-in printer and with a queue of a real cupsd; sabotaged ones that
 * must find something; and a queue that must be refused. About 15 s a person.
 */
async function remanence(ready: ReadyKiosk): Promise<Tally> {
  let passed = 0;
  let failed = 0;
  let note = '';
  const judge = (what: string, holds: boolean, where: readonly string[] = []): void => {
    process.stdout.write(`${holds ? 'ok    ' : 'FAILED'} remanence: ${what}\n`);
    if (!holds) for (const place of where) process.stdout.write(`       found ${place}\n`);
    if (holds) passed += 1;
    else failed += 1;
  };
  const attempt = async <Figures>(search: () => Promise<Figures>): Promise<Figures | null> => {
    try {
      return await search();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return null;
    }
  };
  const enroll = (options: RemanenceOptions): Promise<RemanenceResult | null> =>
    attempt(() => runRemanence(ready, options));
  const saySkipped = (figures: { readonly skipped?: string } | null | undefined): void => {
    if (figures?.skipped !== undefined)
      process.stdout.write(`SKIPPED remanence: raw blocks, because ${figures.skipped}\n`);
  };

  const clean = await enroll({ enrollments: all ? 20 : 2, sabotage: null, printer: 'virtual' });
  judge(
    'nothing of the applicants is found after hand-over',
    clean !== null && clean.control > 0 && clean.selections.control > 0 && clean.hits === 0,
    clean?.where,
  );
  if (clean !== null) {
    note = `${clean.enrollments} enrollments, ${clean.control} control hits, ${clean.processes} processes, ${clean.bytes} bytes searched, ${clean.hits} hits`;
  }
  for (const sabotage of ['skip-wipe', 'skip-turnover', 'keep-selections'] as const) {
    const found = await enroll({ enrollments: 1, sabotage, printer: 'virtual' });
    judge(`a kiosk with the fault ${sabotage} is found out`, found !== null && found.hits > 0);
  }
  const manager = await attempt(() => runClipboardManager(ready));
  judge(
    'beside a clipboard manager a kiosk neither goes live nor takes anybody in',
    manager !== null && isManagerRefused(manager),
  );
  const queue = await enroll({ enrollments: all ? 20 : 1, sabotage: null, printer: 'cups' });
  judge(
    'nothing of the applicants is found at a queue after hand-over',
    queue?.spool !== undefined && queue.control > 0 && queue.spool.control > 0 && queue.hits === 0,
    queue?.where,
  );
  saySkipped(queue?.spool);
  const disk: DiskSpoolResult | null = await attempt(() => runDiskSpool(ready));
  judge('a queue with its spool on a disk is refused', disk !== null && isRefused(disk), disk?.where);
  saySkipped(disk);
  return { suite: 'remanence', passed, failed, note };
}

/** A sample of the points costs about half a minute on two idle cores, each sabotage ten seconds. */
async function crash(): Promise<Tally> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  let passed = 0;
  let failed = 0;
  const judge = (what: string, holds: boolean): void => {
    say(`${holds ? 'ok    ' : 'FAILED'} crash: ${what}`);
    if (holds) passed += 1;
    else failed += 1;
  };
  const attempt = async (
    sample: number | null,
    sabotage: CrashSabotage | null,
  ): Promise<CrashResult | null> => {
    try {
      return await runCrash({ sample, sabotage, say });
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return null;
    }
  };
  const clean = await attempt(all ? null : CRASH_SAMPLE, null);
  const found = (result: CrashResult): number => result.lost + result.remnants + result.decryptable;
  judge(
    'at every point tried an application is whole before hand-over and gone after it',
    clean !== null &&
      clean.void === 0 &&
      clean.points.memory > 0 &&
      clean.points.sealed > 0 &&
      found(clean) === 0,
  );
  for (const sabotage of ['keep-key', 'rename-slot'] as const) {
    const result = await attempt(2, sabotage);
    // What a rename leaves shows only on a disk of its own, which not every machine may mount.
    const tellable = result?.skipped === undefined || sabotage === 'keep-key';
    if (!tellable) say(`SKIPPED crash: ${sabotage}, because ${result?.skipped}`);
    else judge(`a kiosk with the fault ${sabotage} is found out`, result !== null && found(result) > 0);
  }
  const note =
    clean === null
      ? ''
      : `${clean.points.memory} + ${clean.points.sealed} points, ${clean.powerCuts.memory} + ${clean.powerCuts.sealed} power cuts, ${clean.forgottenByDesign} forgotten by design`;
  return { suite: 'crash', passed, failed, note };
}

mkdirSync(results, { recursive: true });
reachAdministratorPrograms();
const ready = await makeReady(['gui', 'display', 'keyboard', 'selections', 'crash', 'print'], {
  ownDisplay: true,
});
const tallies: readonly Tally[] = [unit(), printing(), endToEnd(), await remanence(ready), await crash()];
await ready.display.stop();
process.stdout.write('\n');
for (const { suite, passed, failed, note } of tallies) {
  process.stdout.write(`${suite}: ${passed} passed, ${failed} failed${note === '' ? '' : ` (${note})`}\n`);
}
const sum = (pick: (each: Tally) => number): number => tallies.reduce((total, each) => total + pick(each), 0);
process.stdout.write(`${sum((each) => each.passed)} passed, ${sum((each) => each.failed)} failed\n`);
process.exitCode = sum((each) => each.failed) === 0 ? 0 : 1;
