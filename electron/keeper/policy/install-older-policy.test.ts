import { describe, expect, it } from 'vitest';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { SECOND_SUPERVISOR, SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter } from '../start/scripted-core.test-support.ts';
import { checked, kindsOf, policyKiosk } from './policy-kiosk.test-support.ts';
import { newProgramme, replaceSigned } from './signed-policy.test-support.ts';

const programme = newProgramme();
const refused = (kind: string) => ({ ok: false, error: { kind } });
const done = { ok: true, value: {} };

describe('going back to an older policy', () => {
  it('takes two supervisors, and is not gone forward from by itself', async () => {
    const { options, keeper, core } = await policyKiosk(programme, { version: 1 });
    const { policy, isOlder } = await checked(core);
    expect(isOlder).toBe(true);
    expect(await core.call('installPolicy', { policy })).toEqual(refused('not-allowed'));
    expect(await core.call('installOlderPolicy', { policy })).toEqual(refused('not-allowed'));
    const going = { act: 'installOlderPolicy', policy } as const;
    expect(await core.call('approve', { ...going, ...SUPERVISOR })).toEqual(refused('not-a-second-person'));
    expect(await core.call('approve', { act: 'exportLedger', format: 'csv', ...SECOND_SUPERVISOR })).toEqual(
      done,
    );
    expect(await core.call('installOlderPolicy', { policy })).toEqual(refused('not-allowed'));
    expect(await core.call('approve', { ...going, ...SECOND_SUPERVISOR })).toEqual(done);
    expect(await core.call('installOlderPolicy', { policy })).toEqual(done);
    const [installed] = entriesOf(keeper).slice(-2);
    expect(installed).toMatchObject({ kind: 'policy-installed', policy });
    expect(installed?.second).not.toBe('00'.repeat(16));
    expect(installed?.second).not.toBe(installed?.by);
    await keeper.stop();

    // The file still has version 2, from which they went back.
    const log = [
      `A supervisor installed the policy in force (version 1); ${options.policyPath} is not used.`,
    ];
    const again = await counter({ ...options, log });
    expect(again.keeper.services.policies.inForce.rules.version).toBe(1);
    await again.keeper.stop();
    replaceSigned(options.policyPath, programme, { version: 3 });
    const third = await counter(options);
    expect(third.keeper.services.policies.inForce.rules.version).toBe(3);
  });

  it('is approved for the policy that was read, and for no other, and for one time', async () => {
    const { keeper, core, stick } = await policyKiosk(programme, { version: 1 });
    const onStick = async (change: Partial<CompletePolicy>) => {
      replaceSigned(stick, programme, change);
      return (await checked(core)).policy;
    };
    const install = (policy: Awaited<ReturnType<typeof onStick>>) =>
      core.call('installOlderPolicy', { policy });
    const other = await onStick({ version: 1, feeCents: 7 });
    const read = await onStick({ version: 1 });
    const approval = { act: 'installOlderPolicy', policy: read, ...SECOND_SUPERVISOR } as const;
    expect(await core.call('approve', approval)).toEqual(done);
    await onStick({ version: 1, feeCents: 7 });
    expect(await install(other)).toEqual(refused('not-allowed'));
    // It was for one attempt, however that went.
    await onStick({ version: 1 });
    expect(await install(read)).toEqual(refused('not-allowed'));
    expect(keeper.services.policies.inForce.rules.version).toBe(2);
    expect(kindsOf(keeper)).not.toContain('policy-installed');

    expect(await core.call('approve', approval)).toEqual(done);
    expect(await Promise.all([install(read), install(read)])).toEqual([done, refused('not-allowed')]);
    expect(kindsOf(keeper).filter((kind) => kind === 'policy-installed')).toHaveLength(1);
    expect(keeper.services.staff.approvalFor(core.session.token)).toBeNull();
  });
});
