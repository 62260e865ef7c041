import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { applicationId, policyHash } from '../../../shared/contract/ids.ts';
import type { Policy } from '../../lib/policy-file/policy-file.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { keepPolicies } from './policies.ts';
import { policyWith } from './policy.test-support.ts';

const versions = (): readonly [Policy, Policy] => [policyWith({ version: 1 }), policyWith({ version: 2 })];

function kept(vault: ReturnType<typeof newVault>): readonly unknown[] {
  return vault.database.prepare('SELECT hash FROM policy ORDER BY hash').pluck().all();
}

function begin(vault: ReturnType<typeof newVault>, policy: string) {
  const id = applicationId.parse(randomBytes(16).toString('hex'));
  return vault.create({
    id,
    day: '2026-11-24',
    now: 0,
    elapsed: 0,
    policy: policyHash.parse(policy),
    isKeySealed: false,
  });
}

it('a policy stays as long as an application began under it, and no longer', () => {
  const [first, second] = versions();
  const vault = newVault();
  keepPolicies(vault, first);
  const { id } = begin(vault, first.hash);
  const policies = keepPolicies(vault, second);
  expect(policies.inForce.rules.version).toBe(2);
  expect(policies.of(first.hash).rules.version).toBe(1);
  expect(kept(vault)).toEqual([first.hash, second.hash].sort());
  vault.remove(id);
  keepPolicies(vault, second);
  expect(kept(vault)).toEqual([second.hash]);
});

it('its words stand nowhere in the vault: a resident may have one of them for an answer', () => {
  const [first] = versions();
  const vault = newVault();
  keepPolicies(vault, first);
  const pages = vault.database.serialize();
  expect(Buffer.from(first.bytes).includes('Baptismal')).toBe(true);
  for (const form of ['Baptismal', Buffer.from('Baptismal').toString('hex')])
    expect(pages.includes(form)).toBe(false);
});

it('a file that is not the policy of its hash is damage', () => {
  const [first, second] = versions();
  const vault = newVault();
  keepPolicies(vault, first);
  begin(vault, first.hash);
  vault.database.prepare('UPDATE policy SET file = ?').run(deflateRawSync(second.bytes));
  expect(() => keepPolicies(vault, second).of(first.hash)).toThrow('not one that this release takes');
});
