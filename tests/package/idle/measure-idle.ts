import { setTimeout as delay } from 'node:timers/promises';
import { findRuntime } from '../../../build/runtime/find-runtime.ts';
import { columnsOf } from '../../bench/table.ts';
import { type Counter, KIOSK } from '../counter.ts';
import { provisionedCounter } from '../provisioned-counter.ts';
import { bringEmptyApp, EMPTY_HEADING, EMPTY_WINDOW, lendRuntime, startEmptyWindow } from './empty-window.ts';
import { type IdleFigures, idleFigures } from './idle-figures.ts';
import { sampleOf, type UnitSample } from './sample.ts';

const MINUTE_MILLISECONDS = 60_000;

/**
 * Measures what the installed kiosk uses on its start screen while nobody touches it, and beside it an empty window of the same
 * runtime on the same display, one after the other. Answers a table. Nobody has touched that kiosk since its start: it has no
 * spare, as one that nobody has touched for ten minutes.
 */
export async function measureIdle(minutes: number, say: (line: string) => void): Promise<string> {
  const runtime = await findRuntime();
  say(runtime.say);
  const { counter, remove } = await provisionedCounter({
    binds: lendRuntime(runtime),
    prepare: bringEmptyApp,
  });
  try {
    // As on every day but the first: what judges the passphrases of first staff stays in the memory of the keeper that took them in.
    await counter.says('systemctl', 'restart', KIOSK);
    await counter.arriveAt('Sign in');
    const ours = await idleOf(counter, KIOSK, minutes);
    say('the kiosk is measured');
    await counter.says('systemctl', 'stop', KIOSK);
    await startEmptyWindow(counter, runtime);
    await counter.arriveAt(EMPTY_HEADING);
    const theirs = await idleOf(counter, EMPTY_WINDOW, minutes);
    return tableOf(ours, theirs);
  } finally {
    await remove();
  }
}

/** A minute goes by before: what a start goes on with behind the screen has ended by then. */
async function idleOf(counter: Counter, unit: string, minutes: number): Promise<IdleFigures> {
  const samples: UnitSample[] = [];
  for (let minute = 0; minute <= minutes; minute += 1) {
    await delay(MINUTE_MILLISECONDS);
    samples.push(await sampleOf(counter, unit));
  }
  return idleFigures(samples);
}

const ROWS: readonly (readonly [what: string, figure: keyof IdleFigures, goal: number | null])[] = [
  ['processes', 'processes', null],
  ['memory (PSS), MB', 'pssMegabytes', 2],
  ['CPU seconds a minute', 'cpuSecondsPerMinute', null],
  ['wake-ups a second', 'wakeUpsPerSecond', null],
  ['written to disks, kB a minute', 'writtenKilobytesPerMinute', 1],
];

function tableOf(ours: IdleFigures, theirs: IdleFigures): string {
  return columnsOf([
    ['idle', 'kiosk', 'empty window', 'goal', 'met'],
    ...ROWS.map(([what, figure, goal]) => [
      ...[what, told(ours[figure]), told(theirs[figure])],
      ...(goal === null ? ['–', '–'] : [`≤ ${goal} ×`, ours[figure] <= goal * theirs[figure] ? 'yes' : 'NO']),
    ]),
  ]);
}

function told(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 0);
}
