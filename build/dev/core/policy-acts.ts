import type { Handlers } from '../../../shared/contract/declare.ts';
import { policyHash } from '../../../shared/contract/ids.ts';
import type { PolicyInForce } from '../../../shared/contract/policy-acts.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { err, ok } from '../../../shared/result.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type PolicyActs = Pick<
  Handlers<typeof screenCalls>,
  'policyInForce' | 'checkPolicyOnStick' | 'installPolicy' | 'installOlderPolicy'
>;

/** Calls about the policy: the drive has what the fixture says. */
export function policyActs({ policy, stick }: FixtureKiosk): PolicyActs {
  let inForce: PolicyInForce = {
    ...{ id: policy.id, version: policy.version, name: policy.name.en ?? policy.id },
    ...{ adopted: policy.adopted ?? null, hash: policyHash.parse('ba'.repeat(32)), source: 'file' },
    key: stick === null ? null : 'de'.repeat(32),
  };
  const install = () => {
    if (stick?.kind !== 'ready') return err({ kind: 'policy-changed' } as const);
    inForce = { ...inForce, ...stick.policy, source: 'usb-drive' };
    return ok({});
  };
  return {
    policyInForce: () => ok(inForce),
    checkPolicyOnStick: () => (stick === null ? err({ kind: 'no-program-key' }) : ok(stick)),
    installPolicy: install,
    installOlderPolicy: install,
  };
}
