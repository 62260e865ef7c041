import { describe, expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { keepOld, type OldPolicy, policyOfOldRules } from '../policy/old-rules.test-support.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { counter, create, nextCore } from '../start/scripted-core.test-support.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const HOUR = 3_600_000;

/** A kiosk with an application of today's policy (48 hours), and one that began under this policy of an earlier release. */
async function kioskWith(old: OldPolicy, keep = keepOld) {
  const clock = testClock({ now: NINE });
  const policyPath = policyFile({ retention: { hours: 48, endOfDay: false } });
  const { keeper, core } = await counter({ clock, policyPath });
  const of = await create(core);
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  const other = await create(next);
  await next.call('putAside', { fingerprints: null });
  const { vault } = keeper.services;
  keep(vault.database, old);
  vault.database.prepare('UPDATE application SET policy = ? WHERE id = ?').run(old.hash, of.application);
  const last = await nextCore(keeper, next);
  const openIds = () => vault.openIds();
  return { clock, keeper, core: last, old: of, other, openIds };
}

describe('an application of a policy that this release does not take', () => {
  it('is on the list in words, is not opened, and keeps nobody from working', async () => {
    const { core, old, other } = await kioskWith(policyOfOldRules());
    expect(await core.call('getStatus', {})).toMatchObject({
      ok: true,
      value: {
        inProgress: [
          { ticket: old.ticket, rulesUnknown: true },
          { ticket: other.ticket, rulesUnknown: false },
        ],
      },
    });
    expect(await core.call('open', { by: 'ticket', ticket: old.ticket })).toEqual({
      ok: false,
      error: { kind: 'rules-unknown' },
    });
    expect(await core.call('open', { by: 'ticket', ticket: other.ticket })).toMatchObject({ ok: true });
  });

  it.each([
    ['by its own retention', 2, policyOfOldRules({ retention: { hours: 2, endOfDay: false } })],
    [
      'by that of the policy in force, where its own is not understood',
      48,
      policyOfOldRules({ retention: { minutes: 5 } }),
    ],
    [
      'by that of the policy in force, where nothing is',
      48,
      { ...policyOfOldRules(), bytes: Buffer.from('{') },
    ],
  ] as const)('expires %s, and the others by theirs', async (_, hours, old) => {
    const { clock, keeper, old: gone, other, openIds } = await kioskWith(old);
    clock.advance(hours * HOUR - 2 * 60_000);
    keeper.services.expiry.check();
    expect(openIds()).toContain(gone.application);
    clock.advance(3 * 60_000);
    keeper.services.expiry.check();
    await until(() => expect(openIds()).not.toContain(gone.application));
    clock.advance((49 - hours) * HOUR);
    keeper.services.expiry.check();
    await until(() => expect(openIds()).not.toContain(other.application));
    await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
    expect(keeper.services.custody.has(gone.application)).toBe(false);
  });

  it('expires also where the vault has lost its policy', async () => {
    const { clock, keeper, openIds } = await kioskWith(policyOfOldRules(), () => undefined);
    clock.advance(49 * HOUR);
    keeper.services.expiry.check();
    await until(() => expect([...openIds()]).toEqual([]));
  });
});
