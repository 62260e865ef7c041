import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOT_BYTES } from '../../electron/keeper/custody/slot.ts';
import { FORMER_LEDGERS } from '../../electron/keeper/data-folder/kiosk-files.ts';
import { openLedger, openLedgerToRead } from '../../electron/keeper/ledger/ledger.ts';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { recover } from '../../electron/keeper/signing/codes.test-support.ts';
import { layUsedKeySlot } from '../../electron/keeper/signing/key-slot.ts';
import { type GuardedKey, randomGuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import {
  CLERK,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import { problemAtStart } from '../../electron/keeper/start/refused-start.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import {
  connectCore,
  counter,
  type ScriptedCore,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { applicationId } from '../../shared/contract/ids.ts';
import {
  copyOf,
  damageSigningKeys,
  edit,
  letGoOn,
  livesOfFile,
  makeCodes,
  misfitsOf,
  putBack,
  read,
  startOn,
} from './lived-kiosk.test-support.ts';

// A slot says of itself whose key it has, and a ledger says who signed it. Whoever has the disk writes both without any passphrase.

const { lived } = livesOfFile();

const slotsIn = (folder: string): Buffer => readFileSync(join(folder, 'signing.slots'));

/** The entries of a ledger once more, in one of the forger's, which vouches for what the vault has. */
function signAnew(folder: string, key: GuardedKey): void {
  const path = join(folder, 'ledger.db');
  const before = openLedgerToRead(path);
  if (!before.ok) throw new Error(before.error.kind);
  const entries = [...before.value.since(0)].filter(({ kind }) => kind !== 'key-rolled');
  before.value.close();
  for (const file of [path, `${path}-journal`]) rmSync(file, { force: true });
  const ids = String(read(folder, 'vault', 'SELECT group_concat(id) FROM application')).split(',');
  const generation = Number(read(folder, 'vault', 'SELECT generation FROM kiosk'));
  const applications = ids.map((id) => applicationId.parse(id));
  const forged = openLedger(
    path,
    () => key,
    () => ({ generation, applications, held: [] }),
  );
  if (!forged.ok) throw new Error(forged.error.kind);
  const name = createHash('sha256').update(key.publicKey).digest('hex');
  forged.value.appendAll(entries.map((each) => (each.kind === 'opened' ? { ...each, key: name } : each)));
  const head = forged.value.head();
  forged.value.close();
  edit(
    folder,
    'vault',
    `UPDATE kiosk SET ledger_entries = ${head?.sequence}, ledger_head = '${head?.hash}'`,
    'DELETE FROM owed',
  );
}

/** Says in one of the two slots that the forger's key lies there, sealed under a device key that they do not have. */
function nameIn(folder: string, key: GuardedKey): void {
  const page = Buffer.alloc(SLOT_BYTES);
  layUsedKeySlot(page, { slot: 0, epoch: 0 }, key, Buffer.alloc(32, 1));
  const file = slotsIn(folder);
  page.copy(file, 0);
  // The key of now stays in the other one where it was; else there is none.
  if (file[SLOT_BYTES + 5] === 1) file.writeBigUInt64BE(1n, SLOT_BYTES + 8);
  writeFileSync(join(folder, 'signing.slots'), file);
}

async function signInOn(keeper: RunningKeeper): Promise<ScriptedCore> {
  const core = await connectCore(keeper);
  expect(await core.call('signIn', CLERK)).toMatchObject({ ok: true });
  return core;
}

/** Somebody signs in where the key does not open: nothing of an application does, and at the next start the kiosk is closed. */
async function expectCloses(folder: string): Promise<RunningKeeper> {
  const slots = slotsIn(folder);
  const keeper = await startKeeper({ scripted: true, dataFolder: folder });
  const open = keeper.services.vault.openIds();
  expect(open).not.toEqual([]);
  let isEnding = false;
  void keeper.wantsToStartAgain.then(() => {
    isEnding = true;
  });
  const core = await signInOn(keeper);
  await until(() => expect(isEnding).toBe(true));
  for (const { ticket } of keeper.services.vault.open())
    expect(await core.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: false });
  for (const id of open) expect(keeper.services.custody.open(id).ok).toBe(false);
  expect(slotsIn(folder).equals(slots)).toBe(true);
  await keeper.stop();
  const next = await startKeeper({ scripted: true, dataFolder: folder });
  expect(misfitsOf(next)).toEqual(['signing-key']);
  return next;
}

describe('a sign-in opens no application', () => {
  it('where a ledger of the forger’s vouches for it, and a slot says that it has the forger’s key: none is overwritten either', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    putBack(folder, before, ['vault', 'keys']);
    const key = randomGuardedKey();
    signAnew(folder, key);
    nameIn(folder, key);
    const closed = await expectCloses(folder);
    const core = await signInOn(closed);
    expect(closed.services.filesFit.now()?.wayOn).toBe('other-files');
    expect(await letGoOn(core, ['signing-key'])).toEqual({
      ...{ ok: false, error: { kind: 'misfit-stays', why: 'other-files' } },
    });
  });

  it('where the vault says that this ledger was to be put aside, and no name is left for it: it does not start', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    putBack(folder, before, ['vault', 'keys']);
    const key = randomGuardedKey();
    signAnew(folder, key);
    nameIn(folder, key);
    edit(folder, 'vault', 'UPDATE kiosk SET former_entries = ledger_entries, former_head = ledger_head');
    for (const name of FORMER_LEDGERS) writeFileSync(join(folder, name), '', { mode: 0o600 });
    const [slots, keys] = [slotsIn(folder), readFileSync(join(folder, 'keys.slots'))];
    expect(await problemAtStart({ dataFolder: folder, policyPath: policyFile() })).toEqual({
      ...{ kind: 'other-kiosk', path: folder },
    });
    expect([slotsIn(folder).equals(slots), readFileSync(join(folder, 'keys.slots')).equals(keys)]).toEqual([
      true,
      true,
    ]);
  });

  it('where the page of its key is damaged; with the right file two supervisors let it go on', async () => {
    const folder = copyOf((await lived()).after);
    const right = damageSigningKeys(folder);
    const closed = await expectCloses(folder);
    expect(await letGoOn(await signInOn(closed), ['signing-key'])).toMatchObject({ ok: false });
    await closed.stop();
    writeFileSync(join(folder, 'signing.slots'), right);
    const next = await startKeeper({ scripted: true, dataFolder: folder });
    expect(await letGoOn(await signInOn(next), ['signing-key'])).toEqual({ ok: true, value: {} });
    await next.stop();
    // The control: then it opens.
    const last = await startKeeper({ scripted: true, dataFolder: folder });
    const core = await signInOn(last);
    const opened = last.services.vault.open();
    expect(opened).toHaveLength(1);
    for (const { ticket } of opened)
      expect(await core.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
  });
});

it('a legal hold stands as long as nothing can be signed: nobody lifts it, and no recovery codes end what it keeps', async () => {
  const { before, after } = await lived();
  const folder = copyOf(after);
  const [one, other] = await makeCodes(folder);
  const held = await counter({ dataFolder: folder, custody: 'sealed' });
  await held.core.call('signIn', SUPERVISOR);
  expect(await held.core.call('setHold', { reason: 'subpoena', tickets: null })).toMatchObject({ ok: true });
  const [hold] = held.keeper.services.holds.all();
  if (hold === undefined) throw new Error('no hold stands');
  await held.keeper.stop();
  putBack(folder, before, ['signing']);

  const keeper = await startKeeper({ scripted: true, dataFolder: folder });
  const { holds, vault } = keeper.services;
  expect([misfitsOf(keeper), keeper.services.filesFit.now()?.wayOn]).toEqual([
    ...[['signing-key'], 'other-files'],
  ]);
  const core = await connectCore(keeper);
  const lift = { hold: hold.identifier };
  await core.call('signIn', SUPERVISOR);
  expect(await core.call('approve', { act: 'liftHold', ...lift, ...SECOND_SUPERVISOR })).toMatchObject({
    ok: true,
  });
  expect(await core.call('liftHold', lift)).toEqual({
    ok: false,
    error: { kind: 'misfit-stays', why: 'other-files' },
  });
  await core.call('signOut', {});
  const underHold = { ok: false, error: { kind: 'recovery-under-hold' } };
  expect(await recover(core, one, other)).toEqual(underHold);
  // The ledger has it, whatever the vault says by now.
  holds.lift(hold.identifier);
  expect([holds.all(), await recover(core, one, other)]).toEqual([[], underHold]);
  expect(vault.openIds()).toHaveLength(1);
  await keeper.stop();
  const next = await startOn(folder);
  expect(misfitsOf(next)).toContain('signing-key');
  expect([next.services.holds.all(), next.services.vault.openIds().length]).toMatchObject([
    ...[[{ identifier: hold.identifier }], 1],
  ]);
});
