import { expect, it } from 'vitest';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { fail } from '../../../shared/doctor/finding.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter, create } from '../start/scripted-core.test-support.ts';
import { scriptedDoctor } from './doctor.test-support.ts';

const HALF_A_MINUTE = 30_000;
const report = examinedWith({ clock: fail('It is 1970.', 'Set the clock.') }, 'evaluation');

/** A kiosk whose rounds are made by the test. */
async function kiosk() {
  const rounds: { next: () => unknown } = { next: () => undefined };
  const { keeper, core } = await counter({
    runDoctor: scriptedDoctor({ kind: 'ran', report }),
    later(milliseconds, run) {
      if (milliseconds === HALF_A_MINUTE) rounds.next = run;
    },
  });
  const computer = async () => {
    const status = await core.call('getStatus', {});
    return status.ok ? status.value.computer : status.error.kind;
  };
  return { keeper, core, computer, round: () => void rounds.next() };
}

it('a kiosk that nobody uses looks at its computer by itself, and each session is told of the worst verdict alone', async () => {
  const { core, computer, round } = await kiosk();
  expect(await computer()).toBeNull();
  round();
  await until(async () => expect(await computer()).toBe('fail'));
  expect(JSON.stringify(core.events)).not.toContain('It is 1970.');
});

it('it does not while somebody is served', async () => {
  const { keeper, core, computer, round } = await kiosk();
  await create(core);
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
