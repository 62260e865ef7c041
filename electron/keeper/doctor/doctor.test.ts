import { expect, it } from 'vitest';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { fail } from '../../../shared/doctor/finding.ts';
import { createDoctor } from './doctor.ts';
import type { DoctorRun } from './run-doctor.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const GREEN: DoctorRun = { kind: 'ran', report: examinedWith() };
const RED: DoctorRun = { kind: 'ran', report: examinedWith({ clock: fail('It is 1970.', 'Set it.') }) };

/** A doctor whose process ends when the test says so. */
function stage() {
  const running: ((run: DoctorRun) => void)[] = [];
  const said: string[] = [];
  let told = 0;
  const doctor = createDoctor({
    run: () => new Promise<DoctorRun>((resolve) => void running.push(resolve)),
    clock: { now: () => NOON },
    screens: { refresh: () => void told++ },
    say: (line) => void said.push(line),
  });
  const end = (run: DoctorRun): void => running.shift()?.(run);
  return { doctor, running, said, told: () => told, end };
}

it('keeps what was found last, and tells the screens', async () => {
  const { doctor, told, end } = stage();
  expect(doctor.last()).toBeNull();
  const first = doctor.examine();
  end(RED);
  expect(await first).toEqual(RED);
  expect([doctor.last(), told()]).toEqual([RED, 1]);
  const second = doctor.examine();
  end(GREEN);
  await second;
  expect([doctor.last(), told()]).toEqual([GREEN, 2]);
});

it('runs one process, whoever asks meanwhile', async () => {
  const { doctor, running, end } = stage();
  const both = [doctor.examine(), doctor.examine()];
  expect(running).toHaveLength(1);
  end(GREEN);
  expect(await Promise.all(both)).toEqual([GREEN, GREEN]);
});

it('looks once more for whoever must know what is so now: what was begun before counts for nothing', async () => {
  const { doctor, running, end } = stage();
  const before = doctor.examine();
  const anew = doctor.examineAnew();
  expect(running).toHaveLength(1);
  end(GREEN);
  await before;
  await expect.poll(() => running.length).toBe(1);
  end(RED);
  expect(await anew).toEqual(RED);
});

it('knows nothing where the process gave no report, and says why in the log', async () => {
  const { doctor, said, end } = stage();
  const looked = doctor.examine();
  end({ kind: 'did-not-run', why: 'too-long' });
  expect(await looked).toEqual({ kind: 'did-not-run', utc: '2026-11-24T12:00:00.000Z' });
  expect(doctor.last()).toEqual({ kind: 'did-not-run', utc: '2026-11-24T12:00:00.000Z' });
  expect(said).toEqual([
    'Nobody knows whether this computer is in order: the doctor took too long, and was ended.',
  ]);
});

it('says nothing of a computer whose kiosk closes meanwhile', async () => {
  const { doctor, said, told, end } = stage();
  const looked = doctor.examine();
  end({ kind: 'did-not-run', why: 'stopped' });
  expect((await looked).kind).toBe('did-not-run');
  expect([doctor.last(), told(), said]).toEqual([null, 0, []]);
});
