import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';
import type { KeptRuns } from './kept-runs.ts';
import { noiseIn } from './noise.ts';
import type { Command, FailedTest, Report, Suite } from './suite.ts';

/** Where suites leave their reports and outputs, and who hears of them. */
export interface RunPlace {
  readonly folder: string;
  say(text: string): void;
  readonly kept: KeptRuns;
}

/** How a suite went. */
export interface SuiteRun extends Report {
  readonly suite: Suite;
  readonly seconds: number;
}

/** Runs to the end; answers what was printed, both streams in their order. */
function run({ program, words, environment }: Command): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: repositoryFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Not what bundling has made of it: tests are run as `npx vitest` runs them.
      env: { ...process.env, NODE_ENV: undefined, ...environment },
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (status) =>
      resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString() }),
    );
  });
}

/** A runner that ended badly with no failed test (a crash, say) still counts as one failure. */
function readReport(suite: Suite, path: string, status: number): Report {
  const itself = { name: `${suite.name}: the runner itself, which ended with ${status}`, alone: [], why: '' };
  if (!existsSync(path))
    return { passed: 0, failed: [{ ...itself, name: `${suite.name}: no report` }], notTried: [], note: '' };
  const report = suite.read(readFileSync(path, 'utf8'));
  return status !== 0 && report.failed.length === 0 ? { ...report, failed: [itself] } : report;
}

/** Where everything passed, noise is a failure of its own: the next one would hide behind it. */
function judgeNoise(suite: Suite, report: Report, output: string): Report {
  if (report.failed.length > 0) return report;
  const noise = noiseIn(output);
  if (noise.length === 0) return report;
  const name = `${suite.name}: it passed, but its output (out/test/${suite.name}.log) is not quiet`;
  return { ...report, failed: [{ name, alone: [], why: noise.join('\n') }] };
}

/**
 * Runs a suite. Its output is kept in the folder and printed whole when it has ended, since others may run beside it.
 * One that has passed whole on the same sources, runtime and means is not run again where that is kept.
 */
export async function runSuite(suite: Suite, { folder, say, kept }: RunPlace): Promise<SuiteRun> {
  const before = kept.find(suite);
  if (before !== null) {
    say(`${suite.title} has passed on the same sources\n`);
    return { suite, failed: [], notTried: [], ...before };
  }
  const reportPath = join(folder, `${suite.name}.json`);
  rmSync(reportPath, { force: true });
  say(`${suite.title} begins\n`);
  const began = performance.now();
  const { status, output } = await run(suite.command(reportPath));
  const seconds = Math.round((performance.now() - began) / 1000);
  writeFileSync(join(folder, `${suite.name}.log`), output);
  say(`\n──── ${suite.title}, after ${seconds} s ────\n${output}`);
  const report = judgeNoise(suite, readReport(suite, reportPath, status), output);
  const isWhole = report.failed.length === 0 && report.notTried.length === 0;
  if (isWhole) kept.keep(suite, { seconds, ...report });
  return { suite, seconds, ...report };
}

/** Runs one failed test once more, with nothing else beside it. True: it passed, and really ran. */
export async function passesAlone(
  suite: Suite,
  test: FailedTest,
  { folder, say }: Pick<RunPlace, 'folder' | 'say'>,
): Promise<boolean> {
  const reportPath = join(folder, `${suite.name}-alone.json`);
  rmSync(reportPath, { force: true });
  const { program, words, ...rest } = suite.command(reportPath);
  const { status, output } = await run({ program, words: [...words, ...test.alone], ...rest });
  say(`\n──── once more, alone: ${test.name} ────\n${output}`);
  const report = readReport(suite, reportPath, status);
  return status === 0 && report.failed.length === 0 && report.passed > 0;
}
