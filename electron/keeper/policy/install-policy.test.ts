import { describe, expect, it } from 'vitest';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import { policyOfTests } from './policy.test-support.ts';
import { checked, kindsOf, policyKiosk } from './policy-kiosk.test-support.ts';
import { newProgramme, stickWith } from './signed-policy.test-support.ts';

const programme = newProgramme();
const refused = (kind: string) => ({ ok: false, error: { kind } });
const done = { ok: true, value: {} };

describe('a signed policy on a stick', () => {
  it('is told in sentences, and in force for whoever comes next; what is open finishes under its own', async () => {
    const { options, keeper, core } = await policyKiosk(programme, {
      version: 3,
      feeCents: 1234,
      adopted: '2026-12-01',
    });
    const first = await create(core);
    await core.call('putAside', { fingerprints: null });
    const next = await nextCore(keeper, core);
    expect(await next.call('checkPolicyOnStick', {})).toMatchObject({
      value: {
        kind: 'ready',
        policy: { id: 'harbor-city', version: 3, adopted: '2026-12-01' },
        changes: expect.arrayContaining(['Version: 3 (was 2).', expect.stringContaining('12.34 USD (was ')]),
        isOlder: false,
      },
    });
    // Looking changes nothing.
    expect(await next.call('policyInForce', {})).toMatchObject({ value: { version: 2, source: 'file' } });
    const { policy } = await checked(next);
    expect(await next.call('installPolicy', { policy })).toEqual(done);
    expect(await next.call('policyInForce', {})).toMatchObject({
      value: { version: 3, hash: policy, source: 'usb-drive', key: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await next.call('policy', {})).toMatchObject({ value: { version: 3, feeCents: 1234 } });
    expect(next.events.filter(({ kind }) => kind === 'policy')).toMatchObject([{ policy: { version: 3 } }]);
    expect(entriesOf(keeper).slice(-2)).toMatchObject([
      { kind: 'policy-installed', second: '00'.repeat(16), policy },
      { kind: 'policy-in-force', policy },
    ]);
    const second = await create(next);
    expect([first.policy.version, second.policy.version]).toEqual([2, 3]);
    await next.call('putAside', { fingerprints: null });
    const third = await nextCore(keeper, next);
    const reopened = await third.call('open', { by: 'ticket', ticket: first.ticket });
    expect(reopened).toMatchObject({ value: { policy: { version: 2 } } });
    await keeper.stop();

    const log = [
      `A supervisor installed the policy in force (version 3); ${options.policyPath} is not used.`,
    ];
    const again = await counter({ ...options, log });
    expect(again.keeper.services.policies.inForce).toMatchObject({ hash: policy });
    // Nothing is new to the ledger.
    expect(kindsOf(again.keeper).filter((kind) => kind === 'policy-in-force')).toHaveLength(2);
    expect(kindsOf(again.keeper).filter((kind) => kind === 'programme-key-pinned')).toHaveLength(1);
  });

  it('is told with all that a document asks, however long its names in all languages are', async () => {
    const name = Object.fromEntries(
      ['es', 'fr', 'ht', 'vi', 'zh', 'ar', 'ru'].map((tag) => [tag, `${tag} ${'x'.repeat(70)}`]),
    );
    const documents = policyOfTests.documents.map((kind, index) =>
      index === 0
        ? {
            ...kind,
            name: { ...kind.name, ...name },
            proves: ['residency' as const],
            ages: { from: 14, to: 17 },
          }
        : kind,
    );
    const { core } = await policyKiosk(programme, { version: 3, documents });
    const answer = await core.call('checkPolicyOnStick', {});
    if (!answer.ok || answer.value.kind !== 'ready') throw new Error(JSON.stringify(answer));
    const [told = ''] = answer.value.changes.filter((line) => line.startsWith('Document changed: '));
    expect(told).toMatch(/proves where the applicant lives; ages 14 to 17.*Texts: es x+ \(es\)/);
    expect(told.length).toBeLessThan(1000);
  });

  it('is not even read where no key is pinned: nobody changes the rules with any stick', async () => {
    const { core } = await counter({ exportFolder: stickWith(programme, { version: 2 }) });
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('checkPolicyOnStick', {})).toEqual(refused('no-program-key'));
    const policy = await core.call('policyInForce', {});
    expect(policy).toMatchObject({ value: { key: null } });
    if (!policy.ok) throw new Error('no policy');
    expect(await core.call('installPolicy', { policy: policy.value.hash })).toEqual(
      refused('no-program-key'),
    );
  });
});
