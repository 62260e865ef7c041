import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pendingIn } from '../../electron/keeper/outbox/pending-entries.ts';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import {
  SECOND_SUPERVISOR,
  SUPERVISOR,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { CLEAN } from '../../electron/keeper/wipe/wipe-procedure.test-support.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../shared/contract/printer.test-support.ts';
import type { Misfit } from '../../shared/misfit/misfit.ts';
import { firstOf } from '../support/sample.ts';
import {
  copyOf,
  edit,
  forgeSupervisor,
  letGoOn,
  livesOfFile,
  misfitsOf,
  putBack,
  startOn,
  startTampered,
} from './lived-kiosk.test-support.ts';

// Whoever has the disk while the kiosk is off, and what two people may do about it.

const { lived } = livesOfFile();

describe('a vault of before, when all that is open now was open already', () => {
  it('is told by how many began and ended since', async () => {
    const { after } = await lived();
    const folder = copyOf(after);
    const { keeper, core } = await counter({ dataFolder: folder, custody: 'sealed' });
    await create(core);
    expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
    await core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
    await keeper.stop();
    // The control.
    const fits = await startOn(copyOf(folder));
    expect(misfitsOf(fits)).toEqual([]);
    await fits.stop();
    // Its last ending rests in the vault: the ledger has no entry of it, and whoever is open it vouches for.
    putBack(folder, after, ['vault']);
    expect(misfitsOf((await startTampered(folder)).keeper)).toEqual(['vault-older']);
  });

  it('is told by an entry that it does not know', async () => {
    const { after } = await lived();
    const folder = copyOf(after);
    const { keeper, core } = await counter({ dataFolder: folder, custody: 'sealed' });
    expect(await core.call('fitRibbon', {})).toMatchObject({ ok: true });
    await keeper.stop();
    const fits = await startOn(copyOf(folder));
    expect(misfitsOf(fits)).toEqual([]);
    await fits.stop();
    putBack(folder, after, ['vault']);
    expect(misfitsOf((await startTampered(folder)).keeper)).toEqual(['ribbons', 'vault-older']);
  });
});

/** A printer of somebody else, under the same salt. */
const redirected = (role: 'card' | 'ordinary'): string =>
  `UPDATE printer SET settings = json_set(settings, '$.address', 'ipp://192.0.2.9/ipp/print') WHERE role = '${role}'`;

/** Somebody fits a ribbon and chooses both printers. */
async function chooseDevices(folder: string): Promise<void> {
  const { keeper, core } = await counter({ dataFolder: folder, custody: 'sealed' });
  expect(await core.call('fitRibbon', {})).toMatchObject({ ok: true });
  const { outbox, printer, staff } = keeper.services;
  const by = staff.signedIn()?.member ?? '';
  // As the calls do, which would ask a real printer first.
  outbox.record(({ utc }) => {
    printer.choose(CARD_PRINTER);
    return { kind: 'printer-chosen', utc, by, driver: 'ipp', printer: printer.hashInLedger('card') };
  });
  outbox.record(({ utc }) => {
    printer.chooseOrdinary(ORDINARY_PRINTER);
    return { kind: 'ordinary-printer-chosen', utc, by, printer: printer.hashInLedger('ordinary') };
  });
  outbox.flush();
  await keeper.stop();
}

describe('devices that the ledger has', () => {
  // Cards go to another printer; a ribbon that shows faces is destroyed by nobody.
  const DEVICES: readonly (readonly [what: string, kind: Misfit['kind'], statement: string])[] = [
    ['another card printer', 'card-printer', redirected('card')],
    ['another ordinary printer', 'paper-printer', redirected('ordinary')],
    ['no ribbon', 'ribbons', 'DELETE FROM ribbon'],
    ['no card printer', 'card-printer', "DELETE FROM printer WHERE role = 'card'"],
    ['a ribbon taken out by nobody', 'ribbons', 'UPDATE ribbon SET removed = fitted'],
  ];
  it.each(firstOf(DEVICES, 3))('%s: it is told', async (_what, kind, statement) => {
    const folder = copyOf((await lived()).after);
    await chooseDevices(folder);
    // The control: as it was decided it fits.
    const fits = await startOn(copyOf(folder));
    expect(misfitsOf(fits)).toEqual([]);
    await fits.stop();
    edit(folder, 'vault', statement);
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toEqual([kind]);
    expect(keeper.services.intakeState.now()).toMatchObject({ error: { kind: 'misfit' } });
  });
});

describe('two supervisors', () => {
  const KINDS: readonly Misfit['kind'][] = ['vault-older', 'keys-missing', 'keys-surplus'];

  it('let it go on in spite of what they read on the screen, and of nothing else', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    putBack(folder, before, ['vault']);
    const { core } = await startTampered(folder);
    const notNow = { ok: false, error: { kind: 'not-now' } };
    expect(await letGoOn(core, KINDS.slice(1))).toEqual(notNow);
    expect(await letGoOn(core, [...KINDS, 'holds'])).toEqual(notNow);
    expect(await letGoOn(core, [...KINDS.slice(1), 'holds'])).toEqual(notNow);
    // The control.
    expect(await letGoOn(core, KINDS)).toEqual({ ok: true, value: {} });
  });

  it('do not take it upon themselves where the key that signs is another one: only the right file helps', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    putBack(folder, before, ['signing']);
    const { keeper, core } = await startTampered(folder);
    expect(misfitsOf(keeper)).toEqual(['signing-key']);
    expect(await letGoOn(core, ['signing-key'])).toEqual({
      ok: false,
      error: { kind: 'misfit-stays', why: 'other-files' },
    });
    expect(keeper.services.filesFit.now()).toMatchObject({ wayOn: 'other-files' });
    await keeper.stop();
    // The control: it fits again, so that two may say so.
    putBack(folder, after, ['signing']);
    const right = await startKeeper({ scripted: true, dataFolder: folder });
    expect(await letGoOn(await connectCore(right), misfitsOf(right))).toEqual({ ok: true, value: {} });
    expect(right.services.vault.openIds()).toHaveLength(1);
  });

  it('lift a hold meanwhile only if both are there by the ledger', async () => {
    const folder = copyOf((await lived()).after);
    const held = await counter({ dataFolder: folder, custody: 'sealed' });
    await held.core.call('signIn', SUPERVISOR);
    await held.core.call('setHold', { reason: 'subpoena', tickets: null });
    const [hold] = held.keeper.services.holds.all();
    if (hold === undefined) throw new Error('no hold stands');
    await held.keeper.stop();
    const stranger = { name: 'Mallory Undertow', passphrase: 'gravel parsnip lighthouse sonnet' };
    await forgeSupervisor(folder, stranger);
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toEqual(['staff']);
    const core = await connectCore(keeper);
    const lift = { hold: hold.identifier };
    for (const [first, second, kind] of [
      [SUPERVISOR, stranger, 'not-a-second-person'],
      [stranger, SUPERVISOR, 'not-by-ledger'],
    ] as const) {
      expect(await core.call('signIn', first)).toMatchObject({ ok: true });
      expect(await core.call('approve', { act: 'liftHold', ...lift, ...second })).toMatchObject({ ok: true });
      expect(await core.call('liftHold', lift)).toEqual({ ok: false, error: { kind } });
      expect(keeper.services.holds.all()).toHaveLength(1);
    }
    // The control: two who are there by the ledger as well.
    await core.call('signIn', SUPERVISOR);
    await core.call('approve', { act: 'liftHold', ...lift, ...SECOND_SUPERVISOR });
    expect(await core.call('liftHold', lift)).toMatchObject({ ok: true });
    expect(keeper.services.holds.all()).toEqual([]);
  });
});

describe('while files do not fit', () => {
  /** A kiosk with an erasure that has come so far; then a misfit that ends nothing. */
  async function erasing(stopped: Parameters<typeof counter>[0]): Promise<string> {
    const folder = copyOf((await lived()).after);
    const { keeper, core } = await counter({ dataFolder: folder, custody: 'sealed', ...stopped });
    await create(core);
    expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
    void core.call('erased', { search: CLEAN });
    await nextCore(keeper, core);
    expect(keeper.services.vault.wipes.all()).toHaveLength(1);
    await keeper.stop();
    edit(folder, 'vault', 'UPDATE kiosk SET practice = 1');
    return folder;
  }

  it('an erasure goes on whose key is destroyed already, and its receipt waits', async () => {
    const folder = await erasing({ adjustActs: (acts) => ({ ...acts, purgePrintSide: async () => null }) });
    const keeper = await startOn(folder);
    expect(misfitsOf(keeper)).toEqual(['practice']);
    await until(() => expect(keeper.services.wipes.printSideOpen()).toBe(0));
    // Nothing is signed before two people have let the kiosk go on.
    expect(keeper.services.vault.wipes.all()).toMatchObject([
      { done: expect.arrayContaining(['key-destroyed', 'rows-deleted', 'print-side-purged']) },
    ]);
    expect(await letGoOn(await connectCore(keeper), ['practice'])).toEqual({ ok: true, value: {} });
    await keeper.stop();
    const fits = await startOn(folder);
    expect(misfitsOf(fits)).toEqual([]);
    await until(() => expect(fits.services.vault.wipes.all()).toEqual([]));
  });

  it.each([
    ['stop', ['hold-set', 'wipe-stopped', 'hold-lifted', 'wipe-continued'], 2],
    ['complete', ['hold-set', 'hold-lifted'], 1],
  ] as const)(
    'what a hold stops is entered by the policy, "%s", and not by what stands still',
    async (wipeBegun, kinds, kept) => {
      const folder = copyOf((await lived()).after);
      const first = await counter({ dataFolder: folder, custody: 'sealed' });
      const { application } = await create(first.core);
      await first.core.call('putAside', { fingerprints: null });
      await nextCore(first.keeper, first.core);
      first.keeper.services.beginWipe(application, reached({ kind: 'withdrawn' }));
      await first.keeper.stop();
      edit(folder, 'vault', "UPDATE kiosk SET custody = 'memory'");
      const policyPath = policyFile({ hold: { wipeBegun } });
      const keeper = await startKeeper({ scripted: true, dataFolder: folder, policyPath });
      expect(misfitsOf(keeper)).toEqual(['custody']);
      const core = await connectCore(keeper);
      await core.call('signIn', SUPERVISOR);
      expect(await core.call('setHold', { reason: 'subpoena', tickets: null })).toMatchObject({ ok: true });
      const [hold] = keeper.services.holds.all();
      if (hold === undefined) throw new Error('no hold stands');
      const lift = { hold: hold.identifier };
      await core.call('approve', { act: 'liftHold', ...lift, ...SECOND_SUPERVISOR });
      expect(await core.call('liftHold', lift)).toMatchObject({ ok: true, value: { applications: 0 } });
      const entered = pendingIn(keeper.services.vault.database).map(({ entry }) => entry);
      expect(entered.map(({ kind }) => kind)).toEqual(kinds);
      expect(entered[0]).toMatchObject({ applications: kept });
      // It stands still all the same.
      expect(keeper.services.vault.wipes.all()).toHaveLength(1);
    },
  );

  it('one stands still whose key is there: the right files may say that a hold keeps it', async () => {
    const folder = await erasing({ adjustActs: (acts) => ({ ...acts, destroyKey: () => false }) });
    const slots = readFileSync(join(folder, 'keys.slots'), 'base64');
    const keeper = await startOn(folder);
    expect(misfitsOf(keeper)).toEqual(['practice']);
    expect(keeper.services.vault.wipes.all()).toMatchObject([
      { done: expect.not.arrayContaining(['key-destroyed']) },
    ]);
    await keeper.stop();
    expect(readFileSync(join(folder, 'keys.slots'), 'base64')).toBe(slots);
    // The control: where they fit it goes on.
    edit(folder, 'vault', 'UPDATE kiosk SET practice = 0', 'DELETE FROM misfit');
    const fits = await startOn(folder);
    await until(() => expect(fits.services.vault.wipes.all()).toEqual([]));
    expect(readFileSync(join(folder, 'keys.slots'), 'base64')).not.toBe(slots);
  });
});

describe('slots of two epochs that no roll leaves side by side', () => {
  const SLOT = 4_096;
  const slotsOf = (folder: string) => readFileSync(join(folder, 'signing.slots'));
  const isUsed = (file: Buffer, slot: number): boolean => file[slot * SLOT + 5] === 1;

  /** The one used slot of another moment is laid beside the one that signs. */
  function laySlot(from: string, folder: string): void {
    const [theirs, ours] = [slotsOf(from), slotsOf(folder)];
    const [used, free] = [
      [0, 1].filter((slot) => isUsed(theirs, slot)),
      [0, 1].filter((slot) => !isUsed(ours, slot)),
    ];
    const [source = 0, target = 0] = [...used, ...free];
    expect([used.length, free.length]).toEqual([1, 1]);
    theirs.copy(ours, target * SLOT, source * SLOT, (source + 1) * SLOT);
    writeFileSync(join(folder, 'signing.slots'), ours);
  }

  // The other one is held by the slots alone (settle-slots.test.ts).
  it.each(firstOf(['a later one', 'an earlier one'], 1))(
    '%s is told, and neither is overwritten',
    async (which) => {
      const { after } = await lived();
      const later = copyOf(after);
      for (const _day of [1, 2, 3]) await (await startOn(later)).stop();
      const folder = which === 'a later one' ? copyOf(after) : copyOf(later);
      // The control.
      const fits = await startOn(copyOf(folder));
      expect(misfitsOf(fits)).toEqual([]);
      await fits.stop();
      laySlot(which === 'a later one' ? later : after, folder);
      const slots = slotsOf(folder);
      const { keeper } = await startTampered(folder);
      expect(misfitsOf(keeper)).toEqual(['signing-key']);
      await keeper.stop();
      expect(slotsOf(folder).equals(slots)).toBe(true);
    },
  );
});
