import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import type { KeeperOptions } from './keeper.test-support.ts';
import { counter, create } from './scripted-core.test-support.ts';
import { misansweringWorker } from './workers.test-support.ts';

const HALF_A_MINUTE = 30_000;
/** The key that signs rolls at midnight, and that is written. */
const NOON = Date.UTC(2026, 10, 24, 12);

/** A kiosk whose rounds are made by the test. */
async function kiosk(options: KeeperOptions) {
  const rounds: { next: () => unknown } = { next: () => undefined };
  const said: string[] = [];
  const clock = testClock({ now: NOON });
  const { keeper, core } = await counter({
    ...options,
    clock,
    onLog: (line) => void said.push(line),
    later(milliseconds, run) {
      if (milliseconds === HALF_A_MINUTE) rounds.next = run;
    },
  });
  return { keeper, core, clock, said, round: () => void rounds.next() };
}

it('a defect of a print worker that was asked about the printer of the settings is told as one, and keeps nobody from being served', async () => {
  const line = 'defect in the card printer of the settings: Error: a worker answered what it was not asked';
  const { keeper, core, said, round } = await kiosk({
    workerPath: misansweringWorker,
    preset: { cardPrinter: { address: 'ipp://127.0.0.1:9/ipp/print', pin: null } },
    log: [line],
  });
  round();
  await until(() => expect(said).toContain(line));
  expect(keeper.services.disk.fails()).toBe(false);
  expect(await core.call('getStatus', {})).toMatchObject({
    value: { diskFails: false, intake: { kind: 'open' } },
  });
  await create(core);
});

it('so is a defect of the look at the computer', async () => {
  const line = 'defect in the look at this computer: Error: no process';
  const { keeper, clock, said, round } = await kiosk({
    examineByProcess() {
      throw new Error('no process');
    },
    log: [line],
  });
  clock.advance(10 * 60_000);
  round();
  expect(said).toContain(line);
  expect(keeper.services.disk.fails()).toBe(false);
});

it('so is one of ending the spare session that nobody needs', async () => {
  const line = 'defect in the spare session: Error: no end';
  const { keeper, clock, said, round } = await kiosk({ log: [line] });
  Object.assign(keeper.services.pool, {
    keepSpare() {
      throw new Error('no end');
    },
  });
  clock.advance(10 * 60_000);
  round();
  expect(said).toContain(line);
  expect(keeper.services.disk.fails()).toBe(false);
  // The round went on: it also looked at the computer.
  await until(() => expect(keeper.services.doctor.last()).not.toBeNull());
});

it('rounds write nothing while nothing is open, and kiosk time each minute while an application is', async () => {
  const dataFolder = workingFolder();
  const { keeper, core, clock, round } = await kiosk({ dataFolder });
  const { database } = keeper.services.vault;
  // Neither rows nor the times of files: a time that is set is written as well.
  const changes = () => [
    database.prepare('SELECT total_changes()').pluck().get(),
    ...['.', 'vault.db', 'ledger.db'].map(
      (name) => lstatSync(join(dataFolder, name), { bigint: true }).ctimeNs,
    ),
  ];
  const aMinute = () => {
    for (const _ of [1, 2]) {
      clock.advance(HALF_A_MINUTE);
      round();
    }
  };
  aMinute();
  const before = changes();
  // Before the screen is locked.
  for (let minute = 0; minute < 3; minute += 1) aMinute();
  expect(changes()).toEqual(before);
  await create(core);
  // Rows alone: a kernel whose clock goes in steps of 4 ms gives two writes one time.
  const [opened] = changes();
  aMinute();
  expect(changes()[0]).not.toBe(opened);
});
