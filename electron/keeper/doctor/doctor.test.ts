import { expect, it } from 'vitest';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { fail } from '../../../shared/doctor/finding.ts';
import { createDoctor } from './doctor.ts';
import type { DoctorRun } from './examine-by-process.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const GREEN: DoctorRun = { kind: 'ran', report: examinedWith() };
const RED: DoctorRun = { kind: 'ran', report: examinedWith({ clock: fail('It is 1970.', 'Set it.') }) };

const STOPPED: DoctorRun = { kind: 'did-not-run', why: 'stopped' };

/** A doctor whose process ends when the test says so, or when the keeper ends it. */
function stage() {
  const running: { readonly inBackground: boolean; readonly end: (run: DoctorRun) => void }[] = [];
  const said: string[] = [];
  let told = 0;
  const doctor = createDoctor({
    run: ({ stopped, inBackground }) =>
      new Promise<DoctorRun>((resolve) => {
        const one = { inBackground, end: resolve };
        running.push(one);
        stopped.addEventListener('abort', () => {
          running.splice(running.indexOf(one), 1);
          resolve(STOPPED);
        });
      }),
    clock: { now: () => NOON },
    screens: { refresh: () => void told++ },
    say: (line) => void said.push(line),
  });
  const end = (run: DoctorRun): void => running.shift()?.end(run);
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

it('ends the look under way for whoever must know what is so now, and who waited for it gets what the new one finds', async () => {
  const { doctor, running, said, told, end } = stage();
  const before = doctor.examine();
  const [old] = running;
  const anew = doctor.examineAnew();
  expect(running).toHaveLength(1);
  expect(running).not.toContain(old);
  // Whoever asks now gets the new one as well.
  const after = doctor.examine();
  expect(running).toHaveLength(1);
  end(RED);
  expect(await Promise.all([before, anew, after])).toEqual([RED, RED, RED]);
  expect([doctor.last(), told(), said]).toEqual([RED, 1, []]);
  // The next one is a look of its own.
  void doctor.examine();
  expect(running).toHaveLength(1);
});

it('begins anew each time that it is asked for what is so now, also where one such look is under way', async () => {
  const { doctor, running, end } = stage();
  const both = [doctor.examineAnew(), doctor.examineAnew()];
  expect(running).toHaveLength(1);
  end(GREEN);
  expect(await Promise.all(both)).toEqual([GREEN, GREEN]);
});

it('goes behind everything else only where nobody waits', () => {
  const { doctor, running } = stage();
  void doctor.examineInBackground();
  expect(running.map(({ inBackground }) => inBackground)).toEqual([true]);
  void doctor.examineAnew();
  expect(running.map(({ inBackground }) => inBackground)).toEqual([false]);
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
  end(STOPPED);
  expect((await looked).kind).toBe('did-not-run');
  expect([doctor.last(), told(), said]).toEqual([null, 0, []]);
});
