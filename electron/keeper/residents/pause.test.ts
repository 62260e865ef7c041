import { expect, it } from 'vitest';
import { policyFile } from '../policy/policy.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { create } from '../start/scripted-core.test-support.ts';
import {
  clerkSignsIn,
  done,
  idleFor,
  type ResidentStage,
  selfService,
  statusOf,
} from './residents.test-support.ts';

const sealed = new Uint8Array(9);
const HOUR = 3_600;

/** Staff take a self-service screen from somebody who answers, and lock it. */
async function paused(stage: ResidentStage): Promise<void> {
  const { core } = stage;
  await create(core);
  await core.call('chooseLanguage', { language: 'ar', sealed });
  idleFor(stage, 125);
  expect((await statusOf(core)).residents.idle).not.toBeNull();
  expect(await core.call('signIn', SUPERVISOR)).toEqual(done);
  expect(await core.call('lock', {})).toEqual(done);
}

it('a pause called by staff keeps an applicant’s application as long as the policy does, and brings its applicant back', async () => {
  const stage = await selfService();
  const { core, keeper } = stage;
  await core.call('reportActivity', {});
  const { visitor } = (await statusOf(core)).residents;
  await paused(stage);
  idleFor(stage, HOUR);
  expect(await statusOf(core)).toMatchObject({
    screenLocked: true,
    residents: { atScreen: false, handedBack: null, idle: null },
  });
  expect(keeper.services.vault.open()).toHaveLength(1);
  // Whoever comes first ends it, and the applicant has the whole idle time anew.
  await clerkSignsIn(core);
  expect(await core.call('giveToResident', { language: 'ar' })).toEqual(done);
  idleFor(stage, 119);
  expect((await statusOf(core)).residents).toMatchObject({ atScreen: true, idle: null, visitor });
  expect(await core.call('keepAnswers', { sealed })).toMatchObject({ ok: true });
});

it('a pause puts off no end by the policy', async () => {
  const stage = await selfService({ policyPath: policyFile({ retention: { hours: 1, endOfDay: false } }) });
  await paused(stage);
  idleFor(stage, HOUR);
  stage.keeper.services.expiry.check();
  expect(stage.keeper.services.vault.open()).toEqual([]);
});
