import { expect, it } from 'vitest';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { fail } from '../../../shared/doctor/finding.ts';
import { testClock } from '../clock.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter, create } from '../start/scripted-core.test-support.ts';
import { scriptedDoctor } from './doctor.test-support.ts';
import type { DoctorRun } from './examine-by-process.ts';

const HALF_A_MINUTE = 30_000;
const TEN_MINUTES = 10 * 60_000;
const report = examinedWith({ clock: fail('It is 1970.', 'Set the clock.') }, 'evaluation');

/** A kiosk whose rounds are made by the test. */
async function kiosk(examineByProcess = scriptedDoctor({ kind: 'ran', report })) {
  const rounds: { next: () => unknown } = { next: () => undefined };
  const clock = testClock({ now: Date.now() });
  const { keeper, core } = await counter({
    clock,
    examineByProcess,
    later(milliseconds, run) {
      if (milliseconds === HALF_A_MINUTE) rounds.next = run;
    },
  });
  const computer = async () => {
    const status = await core.call('getStatus', {});
    return status.ok ? status.value.computer : status.error.kind;
  };
  return { keeper, clock, core, computer, round: () => void rounds.next() };
}

it('a kiosk that nobody uses looks at its computer by itself, and each session is told of the worst verdict alone', async () => {
  const { clock, core, computer, round } = await kiosk();
  round();
  expect(await computer()).toBeNull();
  // Since somebody signed in: the screen has locked behind them.
  clock.advance(TEN_MINUTES);
  round();
  await until(async () => expect(await computer()).toBe('fail'));
  expect(JSON.stringify(core.events)).not.toContain('It is 1970.');
});

it('it does not while somebody is served', async () => {
  const { keeper, clock, core, computer, round } = await kiosk();
  await create(core);
  clock.advance(TEN_MINUTES);
  round();
  expect(await computer()).toBeNull();
  expect(keeper.services.doctor.last()).toBeNull();
});

it('a supervisor has it look, and reads what was found; a clerk does not', async () => {
  const { core } = await kiosk();
  for (const call of ['runDoctor', 'lastExamination'] as const)
    expect(await core.call(call, {})).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
  await core.call('signIn', SUPERVISOR);
  expect(await core.call('lastExamination', {})).toEqual({ ok: true, value: { examination: null } });
  const examination = { kind: 'ran', report };
  expect(await core.call('runDoctor', {})).toEqual({ ok: true, value: examination });
  expect(await core.call('lastExamination', {})).toEqual({ ok: true, value: { examination } });
});

it('who signs out while the computer is looked at has asked all the same: it is told of by its worst verdict alone', async () => {
  let end: (run: DoctorRun) => void = () => undefined;
  const { core, computer } = await kiosk(
    () =>
      new Promise((resolve) => {
        end = resolve;
      }),
  );
  await core.call('signIn', SUPERVISOR);
  const asked = core.call('runDoctor', {});
  await core.call('signOut', {});
  end({ kind: 'ran', report });
  expect(await asked).toMatchObject({ ok: true, value: { kind: 'ran' } });
  expect(await computer()).toBe('fail');
  expect(JSON.stringify(core.events)).not.toContain('It is 1970.');
  expect(await core.call('lastExamination', {})).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
});
