import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { testClock } from '../clock.test-support.ts';
import { createHolds } from '../holds/holds.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_SUPERVISOR, ANOTHER, staffStage } from '../staff/actor.test-support.ts';
import type { Approval } from '../staff/approvals.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { keepPolicies } from './policies.ts';
import { policyWith } from './policy.test-support.ts';
import { type PolicyPort, policyCalls } from './policy-calls.ts';
import { newProgramme, replaceSigned, stickWith } from './signed-policy.test-support.ts';

const programme = newProgramme();
const PINNED = createPublicKey(programme.privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });

/** A supervisor's calls under signed version 2, with another version on the stick, on a real vault and a real ledger. */
function stage(onStick: Partial<CompletePolicy> = { version: 3 }, inForce: Partial<CompletePolicy> = {}) {
  const vault = newVault();
  vault.kiosk.pinProgrammeKey(PINNED);
  vault.kiosk.noteNewestPolicy(2);
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const written = outboxOn(vault, testClock({ now: Date.UTC(2026, 10, 24, 12) }));
  const policies = keepPolicies(vault, policyWith({ version: 2, ...inForce }));
  const holds = createHolds(vault, () => policies.inForce.rules.hold);
  const exportFolder = stickWith(programme, onStick);
  const told: (KeeperEvent | 'refresh')[] = [];
  const port: PolicyPort = {
    ...{ policies, holds, exportFolder, outbox: written.outbox, kiosk: vault.kiosk, staff: people.staff },
    screens: { tellAll: (event) => told.push(event), refresh: () => told.push('refresh') },
  };
  const calls = policyCalls(port);
  const asItIs = () => ({
    inForce: policies.inForce.hash,
    installed: policies.isInstalled(),
    newest: vault.kiosk.newestPolicy(),
    entries: written.entries(),
    told: [...told],
  });
  return {
    ...{ vault, policies, holds, told, port, calls, asItIs, ...written },
    replace: (change: Partial<CompletePolicy>) =>
      replaceSigned(join(exportFolder, 'policy.json'), programme, change),
    /** The policy on the stick, as the page has it after a look. */
    seen() {
      const answer = calls.checkPolicyOnStick({});
      if (!('ok' in answer) || !answer.ok || answer.value.kind !== 'ready')
        throw new Error(JSON.stringify(answer));
      return answer.value;
    },
  };
}

const approved = (policy: ReturnType<ReturnType<typeof stage>['seen']>['policy']): Approval => ({
  ...{ ...ANOTHER, act: 'installOlderPolicy', policy: policy.hash },
});

describe('a policy on a stick', () => {
  it('is read without a change, and installed by the supervisor alone: kept, signed, in the ledger, told', () => {
    const on = stage({ version: 3, feeCents: 1234 });
    const before = on.asItIs();
    const { policy, isOlder, changes } = on.seen();
    expect([policy.version, isOlder, changes[0]]).toEqual([3, false, 'Version: 3 (was 2).']);
    expect(on.asItIs()).toEqual(before);
    expect(on.calls.installPolicy({ policy: policy.hash })).toEqual(done);
    expect(on.asItIs()).toMatchObject({ inForce: policy.hash, installed: true, newest: 3 });
    expect(on.vault.kiosk.toldPolicy()).toBe(policy.hash);
    expect(on.entries()).toMatchObject([
      {
        ...{ kind: 'policy-installed', by: A_SUPERVISOR.member, second: '0'.repeat(32) },
        policy: policy.hash,
      },
      { kind: 'policy-in-force', policy: policy.hash },
    ]);
    expect(on.told).toMatchObject([{ kind: 'policy', policy: { version: 3, feeCents: 1234 } }, 'refresh']);
    expect(on.calls.policyInForce({})).toMatchObject({
      value: { version: 3, hash: policy.hash, source: 'usb-drive', key: expect.any(String) },
    });
  });

  it('is not looked for without a pinned key, or without a stick', () => {
    const on = stage();
    const { hash: policy } = on.seen().policy;
    const both = (change: Partial<PolicyPort>) => {
      const calls = policyCalls({ ...on.port, ...change });
      const [look, act] = [calls.checkPolicyOnStick({}), calls.installPolicy({ policy })];
      expect(act).toEqual(look);
      return look;
    };
    const kiosk = { ...on.vault.kiosk, programmeKey: () => null };
    expect(both({ kiosk })).toEqual(refused('no-program-key'));
    for (const exportFolder of [null, '/media'])
      expect(both({ exportFolder })).toEqual(refused('no-export-folder'));
    expect(on.asItIs()).toMatchObject({ installed: false, newest: 2, entries: [], told: [] });
  });

  it('that is not the one that was read is not installed', () => {
    const on = stage();
    const { hash: policy } = on.seen().policy;
    const before = on.asItIs();
    on.replace({ version: 4 });
    expect(on.calls.installPolicy({ policy })).toEqual(refused('policy-changed'));
    expect(on.asItIs()).toEqual(before);
  });

  it('is not installed by half: where the vault does not take its entries, the one before is in force', () => {
    const on = stage();
    const { hash: policy } = on.seen().policy;
    const before = on.asItIs();
    on.vault.database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON owed BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(() => on.calls.installPolicy({ policy })).toThrow('disk full');
    expect(on.asItIs()).toEqual(before);
    on.vault.database.exec('DROP TRIGGER full');
    expect(on.calls.installPolicy({ policy })).toEqual(done);
  });
});

it('an older policy takes two: the second one has approved exactly this one, and is in the ledger', () => {
  const on = stage({ version: 1 });
  const { policy, isOlder } = on.seen();
  expect(isOlder).toBe(true);
  const before = on.asItIs();
  const input = { policy: policy.hash };
  expect(on.calls.installPolicy(input)).toEqual(refused('not-allowed'));
  expect(on.calls.installOlderPolicy(input, null)).toEqual(refused('not-allowed'));
  const another = approved({ ...policy, hash: on.policies.inForce.hash });
  expect(on.calls.installOlderPolicy(input, another)).toEqual(refused('not-allowed'));
  expect(on.asItIs()).toEqual(before);
  expect(on.calls.installOlderPolicy(input, approved(policy))).toEqual(done);
  expect(on.entries()[0]).toMatchObject({ by: A_SUPERVISOR.member, second: ANOTHER.member });
  expect(on.policies.inForce.rules.version).toBe(1);
  // The highest version that was in force stays known.
  expect(on.vault.kiosk.newestPolicy()).toBe(2);
});

describe('under a legal hold on everything', () => {
  const STOPS = { hold: { wipeBegun: 'stop' } } as const;
  const hold = { reason: 'subpoena', since: 1, by: 'Marisol Tidewater', applications: [] } as const;

  it('no policy is installed that lets a wipe go on, by one person or by two', () => {
    const on = stage({ version: 3, hold: { wipeBegun: 'complete' } }, STOPS);
    on.holds.set({ ...hold, scope: 'all' });
    const { policy } = on.seen();
    const before = on.asItIs();
    expect(on.calls.installPolicy({ policy: policy.hash })).toEqual(refused('policy-loosens-hold'));
    expect(on.calls.installOlderPolicy({ policy: policy.hash }, approved(policy))).toEqual(
      refused('policy-loosens-hold'),
    );
    expect(on.asItIs()).toEqual(before);
  });

  it.each([
    ['one that stops it as well', { version: 3, ...STOPS }, true],
    ['any, without a hold', { version: 3, hold: { wipeBegun: 'complete' } }, false],
  ] as const)('is installed: %s', (_, onStick, isHeld) => {
    const on = stage(onStick, STOPS);
    if (isHeld) on.holds.set({ ...hold, scope: 'all' });
    expect(on.calls.installPolicy({ policy: on.seen().policy.hash })).toEqual(done);
  });
});
