import { expect, it } from 'vitest';
import { screenStatusOf } from '../../../shared/contract/residents/screen-status.ts';
import { testClock } from '../clock.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { counter, create, nextCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { statementPort } from '../start/statement-port.ts';
import { checked, policyKiosk } from './policy-kiosk.test-support.ts';
import { newProgramme } from './signed-policy.test-support.ts';

const programme = newProgramme();
/** In Kiritimati, fourteen hours ahead of UTC, it is the next day already. */
const NOON = Date.UTC(2026, 10, 24, 12);

/** The zone by which each that tells moments does so, and the day that the kiosk calls today. */
async function zonesAt(keeper: RunningKeeper, core: ScriptedCore) {
  const answer = await core.call('getStatus', {});
  if (!answer.ok) throw new Error(answer.error.kind);
  const residents = { ...answer.value.residents, atScreen: true };
  const { made, settings } = statementPort(keeper.services).facts();
  return {
    staff: screenStatusOf(answer.value).timeZone,
    residents: screenStatusOf({ ...answer.value, residents }).timeZone,
    statement: settings.timeZone,
    calendar: keeper.services.clock.timeZone,
    today: answer.value.today.day,
    statedDay: made.day,
  };
}

const inUtc = { staff: 'UTC', residents: 'UTC', statement: 'UTC', calendar: 'UTC' };
const KIRITIMATI = 'Pacific/Kiritimati';
const inKiritimati = {
  ...{ staff: KIRITIMATI, residents: KIRITIMATI, statement: KIRITIMATI, calendar: KIRITIMATI },
};

it('the zone of an installed policy serves from the next start, for screens, papers and days alike', async () => {
  const clock = testClock({ now: NOON });
  const { options, keeper, core } = await policyKiosk(
    programme,
    { version: 3, timeZone: KIRITIMATI },
    { clock },
  );
  const { policy } = await checked(core);
  expect((await core.call('installPolicy', { policy })).ok).toBe(true);
  // The policy itself is in force at once.
  expect(keeper.services.policies.inForce.rules).toMatchObject({ version: 3, timeZone: KIRITIMATI });
  expect(await zonesAt(keeper, core)).toEqual({ ...inUtc, today: 24, statedDay: '2026-11-24' });
  await keeper.stop();

  const log = [`A supervisor installed the policy in force (version 3); ${options.policyPath} is not used.`];
  const again = await counter({ ...options, log });
  expect(await zonesAt(again.keeper, again.core)).toEqual({
    ...{ ...inKiritimati, today: 25, statedDay: '2026-11-25' },
  });
});

it('an application that began under another zone is shown in that of the kiosk', async () => {
  const { options, keeper, core } = await policyKiosk(
    programme,
    { version: 3, timeZone: KIRITIMATI },
    { custody: 'sealed' },
  );
  const { ticket } = await create(core);
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  const { policy } = await checked(next);
  expect((await next.call('installPolicy', { policy })).ok).toBe(true);
  await keeper.stop();

  const log = [`A supervisor installed the policy in force (version 3); ${options.policyPath} is not used.`];
  const again = await counter({ ...options, log });
  const opened = await again.core.call('open', { by: 'ticket', ticket });
  expect(opened).toMatchObject({ value: { policy: { version: 2, timeZone: 'UTC' } } });
  expect(await zonesAt(again.keeper, again.core)).toMatchObject(inKiritimati);
});
