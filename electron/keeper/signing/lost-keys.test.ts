import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { openLedgerToRead } from '../ledger/ledger.ts';
import {
  CLERK,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  signInOnce,
  startKeeper,
} from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore, counter, type ScriptedCore } from '../start/scripted-core.test-support.ts';

const NEWCOMERS = {
  first: { name: 'Octavia Farthing', passphrase: 'walnut harpoon tundra fiddle' },
  second: { name: 'Leopold Sandgrove', passphrase: 'quarry bonnet saffron lemur' },
};

/** A kiosk that is set up, and its two recovery codes. */
async function withCodes(dataFolder: string) {
  const { keeper, core } = await counter({ dataFolder });
  await core.call('signIn', SUPERVISOR);
  const codes: string[] = [];
  for (const place of [1, 2] as const) {
    if (place === 2) {
      const approval = { act: 'drawSecondRecoveryCode', ...SECOND_SUPERVISOR } as const;
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
  return { keeper, core, one, other };
}

function recover(core: ScriptedCore, one: string, other: string) {
  return core.call('recoverStaff', {
    first: { ...NEWCOMERS.first, code: one },
    second: { ...NEWCOMERS.second, code: other },
  });
}

const kioskOf = ({ services }: RunningKeeper) => services.kiosk.read()?.identifier;

describe('two people with recovery codes', () => {
  it('keep the key that is in memory: it gives way to one under their device key, before anybody signs in', async () => {
    const dataFolder = workingFolder();
    const { keeper, core, one, other } = await withCodes(dataFolder);
    const [identifier, epoch] = [kioskOf(keeper), keeper.services.ledger.key()?.epoch ?? 0];
    expect(await recover(core, one, other)).toMatchObject({ ok: true });
    expect(keeper.services.ledger.key()?.epoch).toBeGreaterThan(epoch);
    expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'recovery-codes-used' });
    await keeper.stop();
    const after = await startKeeper({ scripted: true, dataFolder });
    const next = await connectCore(after);
    expect(await next.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
    expect([after.services.kioskKey.state(), kioskOf(after)]).toEqual(['ready', identifier]);
    expect(after.services.ledger.verify()).toMatchObject({ ok: true });
  });

  it('begin anew where nobody had signed in: another kiosk, whose ledger names the end of the one before', async () => {
    const dataFolder = workingFolder();
    const { keeper: first, one, other } = await withCodes(dataFolder);
    const identifier = kioskOf(first);
    await first.stop();
    const keeper = await startKeeper({ scripted: true, dataFolder });
    const former = keeper.services.ledger.head();
    let again = false;
    void keeper.wantsToStartAgain.then(() => {
      again = true;
    });
    const core = await connectCore(keeper);
    expect(await recover(core, one, other)).toMatchObject({ ok: true });
    expect(kioskOf(keeper)).not.toBe(identifier);
    expect([again, existsSync(join(dataFolder, 'former-ledger.db'))]).toEqual([true, false]);
    await keeper.stop();

    const after = await startKeeper({ scripted: true, dataFolder });
    expect([after.services.kioskKey.state(), after.services.ledger.head()]).toEqual(['locked', undefined]);
    const next = await connectCore(after);
    expect(await next.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
    expect(after.services.kioskKey.state()).toBe('ready');
    expect(entriesOf(after)).toMatchObject([
      { kind: 'opened-after', kiosk: kioskOf(after), entries: former?.sequence, head: former?.hash },
      { kind: 'recovery-codes-used' },
    ]);
    expect(after.services.ledger.verify()).toMatchObject({ ok: true });
    expect(after.services.ledger.checkpoint()).toMatchObject({ kiosk: kioskOf(after) });
    await after.stop();
    // The one before is whole, as it was.
    const kept = openLedgerToRead(join(dataFolder, 'former-ledger.db'));
    if (!kept.ok) throw new Error(JSON.stringify(kept.error));
    expect(kept.value.verify()).toMatchObject({ ok: true, value: { head: former } });
    kept.value.close();
    // And it goes on as any other.
    const later = await startKeeper({ scripted: true, dataFolder });
    const last = await connectCore(later);
    expect(await last.call('signIn', NEWCOMERS.second)).toMatchObject({ ok: true });
    expect([later.services.kioskKey.state(), later.services.ledger.key()?.epoch]).toEqual(['ready', 1]);
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('former-ledger.db'))).not.toEqual([]);
  });
});

it('a kiosk whose key file is gone starts, says so, and signs nothing', async () => {
  const dataFolder = workingFolder();
  const { keeper } = await counter({ dataFolder });
  await keeper.stop();
  const first = await startKeeper({ scripted: true, dataFolder });
  await signInOnce(first);
  expect(first.services.kioskKey.state()).toBe('ready');
  await first.stop();
  const { rmSync } = await import('node:fs');
  rmSync(join(dataFolder, 'signing.slots'));
  const after = await startKeeper({ scripted: true, dataFolder });
  expect([after.services.kioskKey.state(), after.services.disk.fails()]).toEqual(['misfit', true]);
  const core = await connectCore(after);
  expect(await core.call('signIn', CLERK)).toMatchObject({ ok: true });
  expect(await core.call('create', {})).toMatchObject({ ok: false });
});
