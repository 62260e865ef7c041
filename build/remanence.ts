import { parseArgs } from 'node:util';
import { VoidRun } from '../tests/remanence/enrollment.ts';
import { runRemanence, type Sabotage } from '../tests/remanence/run.ts';
import { makeReady } from './kiosk/make-ready.ts';

/** `npm run remanence -- --enrollments 20 [--sabotage skip-wipe|skip-turnover]`. The last line is JSON. */
const { values } = parseArgs({
  options: { enrollments: { type: 'string', default: '3' }, sabotage: { type: 'string' } },
});

function sabotageOf(word: string | undefined): Sabotage | null {
  if (word === undefined || word === 'skip-wipe' || word === 'skip-turnover') return word ?? null;
  throw new Error(`no such sabotage: ${word}`);
}

const options = { enrollments: Number(values.enrollments), sabotage: sabotageOf(values.sabotage) };
if (!Number.isInteger(options.enrollments) || options.enrollments < 1)
  throw new Error('--enrollments is a number from 1');
const ready = await makeReady(['gui', 'display', 'keyboard'], { ownDisplay: true });
try {
  const { where, ...figures } = await runRemanence(ready, options);
  for (const place of where) process.stdout.write(`FOUND ${place}\n`);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exitCode = figures.hits === 0 && figures.control > 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof VoidRun)) throw error;
  process.stdout.write(`VOID ${error.message}\n`);
  process.exitCode = 2;
} finally {
  await ready.display.stop();
}
