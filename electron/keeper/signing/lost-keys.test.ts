import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whatStands } from '../../../shared/ledger/what-stands.ts';
import { long, sample } from '../../../tests/support/sample.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf, fullLedger } from '../ledger/entries.test-support.ts';
import { type Ledger, type LedgerView, openLedgerToRead } from '../ledger/ledger.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { CLERK, signInOnce, startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  type ScriptedCore,
} from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { drawCodes, NEWCOMERS, recover, withCodes } from './codes.test-support.ts';

const isWritten = (ledger: LedgerView): ledger is Ledger => 'roll' in ledger;

/** The ledger as the key writes to it. */
function writtenOf({ services: { ledger } }: RunningKeeper): Ledger {
  if (!isWritten(ledger)) throw new Error('nobody writes to this ledger');
  return ledger;
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

  it('are entered, although the ledger took nothing just then: the key that gives way has a place of its own', async () => {
    const dataFolder = workingFolder();
    const { keeper, core, one, other } = await withCodes(dataFolder, [
      'defect in pending ledger entries: Error: disk full',
    ]);
    const epoch = keeper.services.ledger.key()?.epoch ?? 0;
    const disk = fullLedger(keeper.services);
    expect(await recover(core, one, other)).toMatchObject({ ok: true });
    // The control: the roll is written, and what was entered before it is not.
    expect(keeper.services.ledger.key()?.epoch).toBe(epoch + 1);
    expect(keeper.services.outbox.waiting()).toBe(1);
    disk.hasRoom = true;
    keeper.services.outbox.flush();
    expect(entriesOf(keeper).filter(({ kind }) => kind === 'recovery-codes-used')).toHaveLength(1);
    await keeper.stop();
    const after = await startKeeper({ scripted: true, dataFolder });
    expect([after.services.filesFit.isClosed(), entriesOf(after).at(-1)?.kind]).toEqual([
      false,
      'recovery-codes-used',
    ]);
  });

  it('begin anew where nobody had signed in: another kiosk, whose ledger names the end of the one before', async () => {
    const dataFolder = workingFolder();
    const { keeper: first, one, other } = await withCodes(dataFolder);
    const identifier = kioskOf(first);
    await first.stop();
    const keeper = await startKeeper({ scripted: true, dataFolder });
    const former = keeper.services.ledger.head();
    const decided = whatStands(keeper.services.ledger.since(0));
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
    expect([...after.services.ledger.since(0)]).toMatchObject([
      { kind: 'opened-after', kiosk: kioskOf(after), entries: former?.sequence, head: former?.hash },
      // What was decided before stands in it, as it was entered then, and before what came since.
      ...decided,
      { kind: 'recovery-codes-used' },
    ]);
    expect(decided.map(({ kind }) => kind)).toEqual(['policy-in-force', 'evaluation-began']);
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

describe('a power cut while two people with recovery codes begin', () => {
  it('leaves a key that signs, or a kiosk that begins anew, and no third', { timeout: 200_000 }, async () => {
    const dataFolder = workingFolder();
    const { keeper, core, one, other } = await withCodes(dataFolder);
    const identifier = kioskOf(keeper);
    const cuts = new Map<string, string>();
    const cut = (where: string): void => {
      const copy = join(workingFolder(), 'data');
      cpSync(dataFolder, copy, { recursive: true });
      cuts.set(where, copy);
    };
    const { outbox, kioskKey } = keeper.services;
    const ledger = writtenOf(keeper);
    const { flush } = outbox;
    const { rollUnder } = kioskKey;
    const { roll } = ledger;
    let isUnderWay = false;
    outbox.flush = () => {
      if (!isUnderWay) cut('the staff is new');
      isUnderWay = true;
      flush();
    };
    kioskKey.rollUnder = (deviceKey) => {
      cut('the entry is written');
      return rollUnder(deviceKey);
    };
    ledger.roll = (next, about) => {
      cut('the next key is sealed');
      roll(next, about);
      cut('it has taken over');
    };
    expect(await recover(core, one, other)).toMatchObject({ ok: true });
    cut('all is done');
    await keeper.stop();
    expect([...cuts.keys()]).toHaveLength(5);
    // Cuts at every write, and slots of both keys: opening-cuts.test.ts and settle-slots.test.ts.
    for (const [where, folder] of sample([...cuts], 1)) {
      const isKept = where === 'it has taken over' || where === 'all is done';
      const first = await startKeeper({ scripted: true, dataFolder: folder });
      await first.stop();
      const after = await startKeeper({ scripted: true, dataFolder: folder });
      const next = await connectCore(after);
      expect([where, await next.call('signIn', NEWCOMERS.first)]).toMatchObject([where, { ok: true }]);
      expect([where, after.services.kioskKey.state(), kioskOf(after) === identifier]).toEqual([
        ...[where, 'ready', isKept],
      ]);
      expect([where, after.services.ledger.verify()]).toMatchObject([where, { ok: true }]);
      expect([where, after.services.kiosk.rollOwed()]).toEqual([where, null]);
      // Both people stand in the ledger, whichever it is.
      expect([where, after.services.outbox.has('recovery-codes-used', () => true)]).toEqual([where, true]);
      await after.stop();
      const later = await startKeeper({ scripted: true, dataFolder: folder });
      expect([where, later.services.filesFit.now()]).toEqual([where, null]);
      await later.stop();
    }
  });
});

// By the key alone: kiosk-key.test.ts.
long('where the next key can’t be sealed then, it is said, and the next sign-in seals it', async () => {
  const dataFolder = workingFolder();
  const log = ['defect in the roll of the key that signs: Error: disk full'];
  const { keeper, core, one, other } = await withCodes(dataFolder, log);
  const { kioskKey, disk } = keeper.services;
  const ledger = writtenOf(keeper);
  const { roll } = ledger;
  ledger.roll = () => {
    throw new Error('disk full');
  };
  expect(await recover(core, one, other)).toMatchObject({ ok: true });
  expect([kioskKey.state(), kioskKey.hasRollFailed(), disk.fails()]).toEqual(['ready', true, true]);
  ledger.roll = roll;
  const epoch = ledger.key()?.epoch ?? 0;
  expect(await core.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
  expect([ledger.key()?.epoch, disk.fails()]).toEqual([epoch + 1, false]);
  await keeper.stop();
  const after = await startKeeper({ scripted: true, dataFolder });
  const next = await connectCore(after);
  expect(await next.call('signIn', NEWCOMERS.second)).toMatchObject({ ok: true });
  expect(after.services.kioskKey.state()).toBe('ready');
});

describe('where the next key can’t be sealed, and the power goes before another one is', () => {
  const CLERK_SINCE = { name: 'Clementine Harrow', passphrase: 'pepper canoe lattice summit' };

  /** The two have used their codes, and one of them is signed in. */
  async function withRollOwed(dataFolder: string): Promise<ScriptedCore & { stop(): Promise<unknown> }> {
    const log = ['defect in the roll of the key that signs: Error: disk full'];
    const { keeper, core, one, other } = await withCodes(dataFolder, log);
    writtenOf(keeper).roll = () => {
      throw new Error('disk full');
    };
    expect(await recover(core, one, other)).toMatchObject({ ok: true });
    expect(await core.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
    return { ...core, stop: keeper.stop };
  }

  it('the staff whom the two have made since come along', async () => {
    const dataFolder = workingFolder();
    const core = await withRollOwed(dataFolder);
    expect(await core.call('addMember', { ...CLERK_SINCE, role: 'clerk' })).toMatchObject({ ok: true });
    await core.stop();
    const lost = await startKeeper({ scripted: true, dataFolder });
    await lost.wantsToStartAgain;
    await lost.stop();
    const after = await startKeeper({ scripted: true, dataFolder });
    expect(existsSync(join(dataFolder, 'former-ledger.db'))).toBe(true);
    const next = await connectCore(after);
    expect(await next.call('signIn', NEWCOMERS.second)).toMatchObject({ ok: true });
    await after.stop();
    const later = await startKeeper({ scripted: true, dataFolder });
    expect([later.services.filesFit.now(), later.services.filesFit.isClosed()]).toEqual([null, false]);
    const last = await connectCore(later);
    expect(await last.call('signIn', CLERK_SINCE)).toMatchObject({ ok: true });
  });

  it('a legal hold that was set since keeps the kiosk as it is', async () => {
    const dataFolder = workingFolder();
    const core = await withRollOwed(dataFolder);
    expect(await core.call('setHold', { reason: 'subpoena', tickets: null })).toMatchObject({ ok: true });
    await core.stop();
    const after = await startKeeper({ scripted: true, dataFolder });
    expect([after.services.kiosk.formerLedger(), after.services.holds.all().length]).toEqual([null, 1]);
    expect(existsSync(join(dataFolder, 'ledger.db'))).toBe(true);
  });
});

it('a legal hold that is set before a kiosk that begins anew has started again comes along, and nothing else is heard', async () => {
  const dataFolder = workingFolder();
  const { keeper: first, one, other } = await withCodes(dataFolder);
  await first.stop();
  const keeper = await startKeeper({ scripted: true, dataFolder });
  const core = await connectCore(keeper);
  expect(await recover(core, one, other)).toMatchObject({ ok: true });
  expect(await core.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
  expect(await core.call('setHold', { reason: 'subpoena', tickets: null })).toMatchObject({ ok: true });
  const newcomer = { name: 'Clementine Harrow', passphrase: 'pepper canoe lattice summit' };
  expect(await core.call('addMember', { ...newcomer, role: 'clerk' })).toEqual({
    ...{ ok: false, error: { kind: 'not-now' } },
  });
  await keeper.stop();
  const after = await startKeeper({ scripted: true, dataFolder });
  const [hold] = after.services.holds.all();
  const next = await connectCore(after);
  expect(await next.call('signIn', NEWCOMERS.second)).toMatchObject({ ok: true });
  expect([after.services.kioskKey.state(), after.services.ledger.ofKind('hold-set')]).toMatchObject([
    ...['ready', [{ hold: hold?.identifier }]],
  ]);
  await after.stop();
  const later = await startKeeper({ scripted: true, dataFolder });
  expect([later.services.filesFit.now(), later.services.holds.all().length]).toEqual([null, 1]);
});

it('where its next ledger can’t be opened yet, nothing is heard that the next start could not believe; the kiosk starts again', async () => {
  const dataFolder = workingFolder();
  const served = await counter({ dataFolder });
  await create(served.core);
  expect(await served.core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
  await served.core.call('erased', { search: CLEAN });
  await nextCore(served.keeper, served.core);
  await until(() => expect(served.keeper.services.vault.wipes.all()).toEqual([]));
  await served.keeper.stop();
  const { keeper: first, one, other } = await withCodes(dataFolder);
  await first.stop();
  const lost = await startKeeper({ scripted: true, dataFolder });
  expect(await recover(await connectCore(lost), one, other)).toMatchObject({ ok: true });
  await lost.stop();

  const log = ['defect in pending ledger entries: Error: disk full'];
  const keeper = await startKeeper({ scripted: true, dataFolder, log });
  const disk = fullLedger(keeper.services);
  const core = await connectCore(keeper);
  expect(await core.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
  const newcomer = { name: 'Clementine Harrow', passphrase: 'pepper canoe lattice summit' };
  const add = () => core.call('addMember', { ...newcomer, role: 'clerk' });
  expect([await add(), keeper.services.ledger.head()]).toEqual([
    ...[{ ok: false, error: { kind: 'not-now' } }, undefined],
  ]);
  await keeper.stop();
  const again = await startKeeper({ scripted: true, dataFolder });
  expect([again.services.ledger.head(), again.services.filesFit.now()]).toEqual([undefined, null]);
  const next = await connectCore(again);
  expect(await next.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
  // The control: with its ledger open all is heard.
  expect(await next.call('addMember', { ...newcomer, role: 'clerk' })).toMatchObject({ ok: true });
  expect([again.services.ledger.verify(), disk.hasRoom]).toMatchObject([{ ok: true }, false]);
});

it('keys that are lost a second time leave two ledgers, each whole', { timeout: 200_000 }, async () => {
  const dataFolder = workingFolder();
  const { keeper: first, one, other } = await withCodes(dataFolder);
  await first.stop();
  const lose = async (codes: readonly [string, string]): Promise<void> => {
    const keeper = await startKeeper({ scripted: true, dataFolder });
    const core = await connectCore(keeper);
    expect(await recover(core, ...codes)).toMatchObject({ ok: true });
    await keeper.wantsToStartAgain;
    await keeper.stop();
  };
  await lose([one, other]);
  const again = await startKeeper({ scripted: true, dataFolder });
  const codes = await drawCodes(await connectCore(again), NEWCOMERS.first, NEWCOMERS.second);
  await again.stop();
  await lose(codes);
  const after = await startKeeper({ scripted: true, dataFolder });
  const next = await connectCore(after);
  expect(await next.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
  expect(after.services.kioskKey.state()).toBe('ready');
  const ends = ['former-ledger.db', 'former-ledger-2.db'].map((name) => {
    const kept = openLedgerToRead(join(dataFolder, name));
    if (!kept.ok) throw new Error(name);
    expect(kept.value.verify()).toMatchObject({ ok: true });
    const head = kept.value.head();
    kept.value.close();
    return head;
  });
  expect(after.services.kiosk.formerLedger()).toEqual(ends[1]);
});

// The hold above goes the same way: nothing is heard in between, and the next start fits.
long('a kiosk that begins anew is signed in at by nobody before it has started again', async () => {
  const dataFolder = workingFolder();
  const { keeper: first, one, other } = await withCodes(dataFolder);
  await first.stop();
  const keeper = await startKeeper({ scripted: true, dataFolder });
  const head = keeper.services.ledger.head();
  const core = await connectCore(keeper);
  expect(await recover(core, one, other)).toMatchObject({ ok: true });
  // Nothing of it goes into the ledger that was lost, and nobody is told that files do not fit.
  expect(await core.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
  expect([keeper.services.ledger.head(), keeper.services.kioskKey.prepare()]).toEqual([head, false]);
  await keeper.stop();
  const after = await startKeeper({ scripted: true, dataFolder });
  expect([after.services.ledger.head(), after.services.filesFit.now()]).toEqual([undefined, null]);
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
