import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { writableLedger } from '../../electron/keeper/ledger/entries.test-support.ts';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import { drawCodes, loseKeys, NEWCOMERS, recover } from '../../electron/keeper/signing/codes.test-support.ts';
import {
  SECOND_SUPERVISOR,
  SUPERVISOR,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import { problemAtStart } from '../../electron/keeper/start/refused-start.test-support.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import { encodeEntry } from '../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import {
  copyOf,
  edit,
  expectNewcomersGoOn,
  letGoOn,
  livesOfFile,
  makeCodes,
  misfitsOf,
  putBack,
  read,
  startOn,
} from './lived-kiosk.test-support.ts';

// A kiosk whose keys were lost puts its ledger aside, and with it all that was decided. Whoever has the disk would have it do so.

const { lived } = livesOfFile();

/** A kiosk in which nothing is open, stopped; with a legal hold or without. */
async function idle(has: 'a hold' | 'no hold'): Promise<string> {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder, custody: 'sealed' });
  if (has === 'a hold') {
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('setHold', { reason: 'subpoena', tickets: null })).toMatchObject({ ok: true });
  }
  await keeper.stop();
  return dataFolder;
}

function memberCalled(folder: string, name: string): string {
  return String(read(folder, 'vault', `SELECT identifier FROM staff WHERE name = '${name}'`));
}

/** Edits the vault as recovery leaves it, and as if these entries waited. */
function tellToBegin(folder: string, ...waiting: readonly LedgerEntry[]): void {
  const [entries, head] = ['sequence', 'lower(hex(hash))'].map((column) =>
    String(read(folder, 'ledger', `SELECT ${column} FROM entries ORDER BY sequence DESC LIMIT 1`)),
  );
  edit(
    folder,
    'vault',
    'PRAGMA foreign_keys = ON',
    `UPDATE kiosk SET former_entries = ${entries}, former_head = '${head}', ledger_entries = 0, ledger_head = NULL`,
    'DELETE FROM hold',
    'DELETE FROM owed',
    ...waiting.map(
      (entry) => `INSERT INTO owed (entry) VALUES (x'${Buffer.from(encodeEntry(entry)).toString('hex')}')`,
    ),
  );
}

const moved: LedgerEntry = { kind: 'clock-moved', utc: 2, direction: 'back', minutes: 5 };

/** As if the two supervisors had used codes. */
function codesUsed(folder: string): LedgerEntry {
  const [by = '', second = ''] = [SUPERVISOR, SECOND_SUPERVISOR].map(({ name }) =>
    memberCalled(folder, name),
  );
  return { kind: 'recovery-codes-used', utc: 3, by, second };
}

const ONLY_TWO = "DELETE FROM staff WHERE role <> 'supervisor'";

async function expectRefused(folder: string): Promise<void> {
  expect(await problemAtStart({ dataFolder: folder, policyPath: policyFile() })).toMatchObject({
    kind: 'other-kiosk',
  });
  expect([existsSync(join(folder, 'ledger.db')), existsSync(join(folder, 'former-ledger.db'))]).toEqual([
    true,
    false,
  ]);
}

describe('a kiosk that its vault tells to put its ledger aside does not start, and nothing is renamed', () => {
  it('where a legal hold stands by that ledger', async () => {
    const folder = await idle('a hold');
    tellToBegin(folder, codesUsed(folder));
    edit(folder, 'vault', ONLY_TWO);
    await expectRefused(folder);
    // The control: but for the hold it would be one whose two supervisors used codes.
    const without = await idle('no hold');
    tellToBegin(without, codesUsed(without));
    edit(without, 'vault', ONLY_TWO);
    const begun = await startKeeper({ scripted: true, dataFolder: without });
    expect(begun.services.ledger.head()).toBeUndefined();
    expect(existsSync(join(without, 'former-ledger.db'))).toBe(true);
  });

  it('where an application is there', async () => {
    const folder = copyOf((await lived()).after);
    tellToBegin(folder, codesUsed(folder));
    edit(folder, 'vault', ONLY_TWO);
    await expectRefused(folder);
  });

  it('where nobody used codes, or the staff are not the two who did', async () => {
    const folder = await idle('no hold');
    const others = copyOf(folder);
    tellToBegin(folder, moved);
    await expectRefused(folder);
    tellToBegin(others, codesUsed(others));
    await expectRefused(others);
  });
});

it('a kiosk that its vault tells to begin anew does not start where the ledger of before is nowhere', async () => {
  const folder = await idle('no hold');
  tellToBegin(folder, codesUsed(folder));
  edit(folder, 'vault', ONLY_TWO);
  for (const name of ['ledger.db', 'ledger.db-journal']) rmSync(join(folder, name), { force: true });
  expect(await problemAtStart({ dataFolder: folder, policyPath: policyFile() })).toMatchObject({
    kind: 'missing',
  });
});

it('a kiosk that its vault tells to have lost its key goes on with it: nobody has used codes under that one', async () => {
  for (const epoch of ['the one in force', 'a later one']) {
    const folder = await idle('no hold');
    const first = await startOn(folder);
    const [identifier, inForce] = [
      first.services.kiosk.read()?.identifier,
      first.services.ledger.key()?.epoch,
    ];
    await first.stop();
    edit(folder, 'vault', `UPDATE kiosk SET roll_owed = ${epoch === 'a later one' ? 9_999 : inForce}`);
    const next = await startOn(folder);
    expect([misfitsOf(next), next.services.kiosk.read()?.identifier]).toEqual([[], identifier]);
    expect([next.services.kioskKey.state(), next.services.kiosk.formerLedger()]).toEqual(['ready', null]);
    await next.stop();
    expect(existsSync(join(folder, 'former-ledger.db'))).toBe(false);
  }
});

it('a kiosk that has begun anew does not once more because its vault tells it to: codes that its ledger has from the one before were used under no key of it', async () => {
  const dataFolder = workingFolder();
  await loseKeys(dataFolder);
  const log = ['defect in the roll of the key that signs: Error: disk full'];
  const begun = await startKeeper({ scripted: true, dataFolder, log });
  const core = await connectCore(begun);
  const codes = await drawCodes(core, NEWCOMERS.first, NEWCOMERS.second);
  const [identifier, key] = [begun.services.kiosk.read()?.identifier, begun.services.ledger.key()];
  expect(key?.epoch).toBe(0);
  const told = copyOf(dataFolder);
  edit(told, 'vault', 'UPDATE kiosk SET roll_owed = 0');
  const next = await startKeeper({ scripted: true, dataFolder: told });
  expect([misfitsOf(next), next.services.kiosk.read()?.identifier]).toEqual([[], identifier]);
  await next.stop();
  // The control: codes that are used under that key, and the power goes before another one is sealed.
  writableLedger(begun.services).roll = () => {
    throw new Error('disk full');
  };
  expect(await recover(core, ...codes)).toMatchObject({ ok: true });
  expect(begun.services.ledger.key()?.epoch).toBe(0);
  await begun.stop();
  const again = await startKeeper({ scripted: true, dataFolder });
  expect(again.services.kiosk.read()?.identifier).not.toBe(identifier);
});

describe('recovery codes', () => {
  it('where the key is gone end an erasure as well that stands still: nothing of it keeps the kiosk from beginning anew', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    const [one, other] = await makeCodes(folder);
    const { keeper: first, core: at } = await counter({ dataFolder: folder, custody: 'sealed' });
    const { application } = await create(at);
    await at.call('putAside', { fingerprints: null });
    await nextCore(first, at);
    // The power goes right behind that.
    first.services.beginWipe(application, reached({ kind: 'withdrawn' }));
    await first.stop();
    putBack(folder, before, ['signing']);

    const keeper = await startOn(folder);
    const { vault, custody } = keeper.services;
    expect([misfitsOf(keeper), vault.openIds().length, vault.allIds().length]).toEqual([
      ...[['signing-key'], 1, 2],
    ]);
    expect(new Set(custody.applications())).toEqual(new Set(vault.allIds()));
    expect(await recover(await connectCore(keeper), one, other)).toEqual({ ok: true, value: {} });
    expect([vault.allIds(), vault.wipes.all(), custody.applications()]).toEqual([[], [], []]);
    await keeper.stop();
    await expectNewcomersGoOn(folder);
  });

  it('of a vault that was put back are in force no more once two supervisors have let the kiosk go on', async () => {
    const folder = copyOf((await lived()).after);
    await makeCodes(folder);
    const older = copyOf(folder);
    const { keeper: later, core: at } = await counter({ dataFolder: folder, custody: 'sealed' });
    expect(await at.call('fitRibbon', {})).toMatchObject({ ok: true });
    await later.stop();
    putBack(folder, older, ['vault']);
    const keeper = await startOn(folder);
    expect(misfitsOf(keeper)).toContain('vault-older');
    // The control: they are there.
    expect(keeper.services.recovery.codes()).not.toBeNull();
    expect(await letGoOn(await connectCore(keeper), misfitsOf(keeper))).toEqual({ ok: true, value: {} });
    expect([keeper.services.recovery.codes(), keeper.services.recovery.decision()]).toEqual([
      null,
      { kind: 'undecided' },
    ]);
  });
});
