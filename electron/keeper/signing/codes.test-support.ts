import { expect } from 'vitest';
import { SECOND_SUPERVISOR, SUPERVISOR, startKeeper } from '../start/keeper.test-support.ts';
import { connectCore, counter, type ScriptedCore } from '../start/scripted-core.test-support.ts';

/** Who comes with recovery codes. */
export const NEWCOMERS = {
  first: { name: 'Octavia Farthing', passphrase: 'walnut harpoon tundra fiddle' },
  second: { name: 'Leopold Sandgrove', passphrase: 'quarry bonnet saffron lemur' },
};

/** A kiosk that is set up, and its two recovery codes. `log`: what it will say went wrong. */
export async function withCodes(dataFolder: string, log: readonly string[] = []) {
  const { keeper, core } = await counter({ dataFolder, log });
  const [one, other] = await drawCodes(core, SUPERVISOR, SECOND_SUPERVISOR);
  return { keeper, core, one, other };
}

type Person = typeof SUPERVISOR;

/** Two supervisors make recovery codes, and leave. */
export async function drawCodes(
  core: ScriptedCore,
  supervisor: Person,
  second: Person,
): Promise<readonly [string, string]> {
  await core.call('signIn', supervisor);
  const codes: string[] = [];
  for (const place of [1, 2] as const) {
    if (place === 2) {
      const approval = { act: 'drawSecondRecoveryCode', ...second } as const;
      expect(await core.call('approve', approval)).toMatchObject({ ok: true });
    }
    const drawn = await core.call(place === 1 ? 'drawFirstRecoveryCode' : 'drawSecondRecoveryCode', {});
    if (!drawn.ok) throw new Error(drawn.error.kind);
    codes.push(drawn.value.code);
    expect(await core.call('confirmRecoveryCode', { place, typed: drawn.value.code })).toMatchObject({
      ok: true,
    });
  }
  await core.call('signOut', {});
  const [one = '', other = ''] = codes;
  return [one, other];
}

/** A kiosk whose keys were lost, and which two people with codes have made begin anew: its next start opens another ledger. */
export async function loseKeys(dataFolder: string): Promise<void> {
  const { keeper, one, other } = await withCodes(dataFolder);
  await keeper.stop();
  const lost = await startKeeper({ scripted: true, dataFolder });
  expect(await recover(await connectCore(lost), one, other)).toMatchObject({ ok: true });
  await lost.wantsToStartAgain;
  await lost.stop();
}

/** Two people use both codes. */
export function recover(core: ScriptedCore, one: string, other: string) {
  return core.call('recoverStaff', {
    first: { ...NEWCOMERS.first, code: one },
    second: { ...NEWCOMERS.second, code: other },
  });
}
