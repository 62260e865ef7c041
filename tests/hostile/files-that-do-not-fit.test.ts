import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testClock } from '../../electron/keeper/clock.test-support.ts';
import { RECORDS } from '../../electron/keeper/data-folder/kiosk-files.ts';
import { entriesOf } from '../../electron/keeper/ledger/entries.test-support.ts';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import { recover } from '../../electron/keeper/signing/codes.test-support.ts';
import { LOCK_OUT_AFTER } from '../../electron/keeper/staff/wait-after-wrong-passphrase.ts';
import {
  SECOND_SUPERVISOR,
  SUPERVISOR,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import { problemAtStart } from '../../electron/keeper/start/refused-start.test-support.ts';
import { connectCore, counter } from '../../electron/keeper/start/scripted-core.test-support.ts';
import type { Misfit } from '../../shared/misfit/misfit.ts';
import { firstOf, long, sample } from '../support/sample.ts';
import {
  copyOf,
  edit,
  expectNewcomersGoOn,
  type FileName,
  forgeSupervisor,
  letGoOn,
  livesOfFile,
  liveThrough,
  makeCodes,
  misfitsOf,
  putBack,
  read,
  startOn,
  startTampered,
} from './lived-kiosk.test-support.ts';

const { lived, keep } = livesOfFile();

it('the control: the same files untouched fit, and what is in them opens', async () => {
  const { before, after } = await lived();
  for (const folder of [copyOf(before), copyOf(after)]) {
    const { keeper, core } = await counter({ dataFolder: folder, custody: 'sealed' });
    expect(misfitsOf(keeper)).toEqual([]);
    const [open] = keeper.services.vault.open();
    if (open === undefined) throw new Error('nothing is open');
    expect(await core.call('open', { by: 'ticket', ticket: open.ticket })).toMatchObject({ ok: true });
    await keeper.stop();
  }
});

describe('files put back to an earlier copy', () => {
  const PUT_BACK: readonly (readonly [readonly FileName[], Misfit['kind']])[] = [
    [['vault'], 'vault-older'],
    [['keys'], 'keys-missing'],
    [['ledger'], 'ledger-older'],
    [['signing'], 'signing-key'],
    [['vault', 'keys'], 'vault-older'],
    [['vault', 'ledger', 'signing'], 'keys-missing'],
    [['vault', 'ledger'], 'signing-key'],
    [['ledger', 'keys'], 'ledger-older'],
    [['ledger', 'signing'], 'ledger-older'],
    [['vault', 'signing'], 'vault-older'],
    [['vault', 'keys', 'signing'], 'vault-older'],
    [['vault', 'keys', 'ledger'], 'signing-key'],
    [['keys', 'signing'], 'signing-key'],
    [['ledger', 'keys', 'signing'], 'ledger-older'],
  ];

  // Each file by itself, an application with its key, and all but the keys; the others differ in what else is old.
  it.each(firstOf(PUT_BACK, 6))('%j: %s is told, and nothing opens', async (which, kind) => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    putBack(folder, before, which);
    const { keeper } = await startTampered(folder);
    expect(misfitsOf(keeper)).toContain(kind);
    await keeper.stop();
    // It does not go away by itself.
    const again = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(again)).toContain(kind);
  });

  it('an erased application comes back by no edited row: what has ended the ledger vouches for no more', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    const [entries, head, generation] = ['ledger_entries', 'ledger_head', 'generation'].map((column) =>
      String(read(folder, 'vault', `SELECT ${column} FROM kiosk`)),
    );
    putBack(folder, before, ['vault', 'keys']);
    edit(
      folder,
      'vault',
      `UPDATE kiosk SET generation = ${generation} + 9, ledger_entries = ${entries}, ledger_head = '${head}'`,
    );
    expect(misfitsOf((await startTampered(folder)).keeper)).toEqual(['vault-older']);
  });

  it('all of them together fit: only a checkpoint that left tells', async () => {
    const { before, after } = await lived();
    const later = await startOn(copyOf(after));
    const kept = later.services.ledger.checkpoint();
    expect(later.services.ledger.verify({ checkpoint: kept })).toMatchObject({ ok: true });
    await later.stop();
    const keeper = await startOn(copyOf(before));
    expect(misfitsOf(keeper)).toEqual([]);
    expect(keeper.services.ledger.verify({ checkpoint: kept })).toMatchObject({ ok: false });
  });
});

describe('a ledger whose mark of the vault was edited', () => {
  it.each([
    ['taken away', 'DELETE FROM vault_mark'],
    ['signed by nobody', 'UPDATE vault_mark SET generation = 0'],
    [
      'with another application',
      "UPDATE vault_mark SET members = CAST(members || x'00112233445566778899aabbccddeeff' AS BLOB)",
    ],
  ])('%s is told, and nothing opens', async (_what, statement) => {
    const folder = copyOf((await lived()).after);
    edit(folder, 'ledger', statement);
    expect(misfitsOf((await startTampered(folder)).keeper)).toEqual(['ledger-altered']);
  });
});

describe('rows of a vault edited by hand', () => {
  const staffRow = (role: string, name: string): string =>
    `INSERT INTO staff SELECT '${'9'.repeat(32)}', '${name}', '${role}', salt, sealed_device_key, 0, NULL FROM staff LIMIT 1`;

  it.each<readonly [what: string, kind: Misfit['kind'], statement: string]>([
    ['staff added', 'staff', staffRow('supervisor', 'Mallory Undertow')],
    ['a role raised', 'staff', "UPDATE staff SET role = 'supervisor' WHERE role = 'clerk'"],
    ['staff deleted', 'staff', "DELETE FROM staff WHERE name = 'Octavia Farthing'"],
    ['other custody', 'custody', "UPDATE kiosk SET custody = 'memory'"],
    ['practice', 'practice', 'UPDATE kiosk SET practice = 1'],
    ['another policy', 'policy', `UPDATE kiosk SET policy = '${'0'.repeat(64)}'`],
    ['applications deleted', 'keys-surplus', 'DELETE FROM application'],
  ])('%s: it is told', async (_what, kind, statement) => {
    const folder = copyOf((await lived()).after);
    edit(folder, 'vault', statement);
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toContain(kind);
    expect(keeper.services.intakeState.now()).toMatchObject({ error: { kind: 'misfit' } });
  });

  const EDITED = [
    ['without what it froze', 'DELETE FROM held'],
    ['deleted', 'DELETE FROM hold'],
    ['shortened', "UPDATE hold SET scope = 'tickets'"],
    ['with intake resumed', "UPDATE hold SET reference = 'Docket 1'"],
  ] as const;
  // One that was deleted is also held end to end (tests/e2e/files-misfit.e2e.ts), other columns by rows-written-by-hand.test.ts.
  it.each(firstOf(EDITED, 1))(
    'a legal hold that was %s counts as one on everything',
    async (_what, statement) => {
      const folder = copyOf((await lived()).after);
      const held = await counter({ dataFolder: folder, custody: 'sealed' });
      await held.core.call('signIn', SUPERVISOR);
      expect(await held.core.call('setHold', { reason: 'subpoena', tickets: null })).toMatchObject({
        ok: true,
      });
      const before = held.keeper.services.holds.all();
      await held.keeper.stop();
      // The control: as it is, it fits.
      const fits = await startOn(folder);
      expect(misfitsOf(fits)).toEqual([]);
      await fits.stop();

      edit(folder, 'vault', 'PRAGMA foreign_keys = ON', statement);
      const keeper = await startKeeper({ scripted: true, dataFolder: folder });
      expect(misfitsOf(keeper)).toEqual(['holds']);
      const [first] = before;
      expect(keeper.services.holds.all()).toMatchObject([
        { identifier: first?.identifier, scope: 'all', reason: 'subpoena', reference: null, frozen: 1 },
      ]);
      await keeper.stop();
      // Also where the row stands again: nobody has let the kiosk go on.
      const again = await startKeeper({ scripted: true, dataFolder: folder });
      expect(misfitsOf(again)).toEqual(['holds']);
      expect(await letGoOn(await connectCore(again), ['holds'])).toEqual({ ok: true, value: {} });
      await again.stop();
      // Nothing is amiss any more: what is open is frozen by that hold alone.
      const fitting = await startKeeper({ scripted: true, dataFolder: folder });
      expect(misfitsOf(fitting)).toEqual([]);
      const [open, ...others] = fitting.services.vault.openIds();
      if (open === undefined || others.length > 0) throw new Error('not one is open');
      expect(fitting.services.holds.verdict(open, null)).toMatchObject({
        ...{ kind: 'frozen', hold: { identifier: first?.identifier } },
      });
    },
  );
});

it('a lock-out goes on whose wait was zeroed, shortened to nothing or deleted', async () => {
  const clock = testClock({ now: Date.now() });
  const folder = copyOf((await lived()).after);
  const guessed = await counter({ dataFolder: folder, custody: 'sealed', clock });
  await guessed.core.call('signOut', {});
  const guess = { ...SUPERVISOR, passphrase: 'lantern gravel parsnip sonnet' };
  for (let tries = 0; tries < LOCK_OUT_AFTER; tries += 1) {
    expect(await guessed.core.call('signIn', guess)).toMatchObject({ ok: false });
    clock.advance(5 * 60_000);
  }
  const lockedOut = { ok: false, error: { kind: 'locked-out' } };
  expect(await guessed.core.call('signIn', SUPERVISOR)).toMatchObject(lockedOut);
  await guessed.keeper.stop();

  // The control: as it is, it fits.
  const untouched = await startKeeper({ scripted: true, dataFolder: copyOf(folder), clock });
  expect(misfitsOf(untouched)).toEqual([]);
  await untouched.stop();
  for (const statement of [
    'UPDATE wrong_passphrases SET wait_until = 0',
    'UPDATE wrong_passphrases SET in_a_row = 1',
    'DELETE FROM wrong_passphrases',
  ]) {
    const edited = copyOf(folder);
    edit(edited, 'vault', statement);
    const keeper = await startKeeper({ scripted: true, dataFolder: edited, clock });
    expect([statement, misfitsOf(keeper)]).toEqual([statement, ['lock-outs']]);
    const core = await connectCore(keeper);
    expect(await core.call('signIn', SUPERVISOR)).toMatchObject(lockedOut);
    await keeper.stop();
  }
});

describe('two supervisors', () => {
  const kinds: readonly Misfit['kind'][] = ['vault-older', 'keys-missing', 'keys-surplus'];
  const older = () => ({ misfits: [...kinds], reason: 'copy-restored' as const });

  // Also held end to end (tests/e2e/files-misfit.e2e.ts).
  long('let a kiosk go on: what the older vault brought ends, and the ledger says so', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    putBack(folder, before, ['vault']);
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(new Set(misfitsOf(keeper))).toEqual(new Set(kinds));
    const core = await connectCore(keeper);
    let isEnding = false;
    void keeper.wantsToStartAgain.then(() => {
      isEnding = true;
    });
    await core.call('signIn', SUPERVISOR);
    const accept = () => core.call('acceptMisfit', older());
    // One alone does not, nor with an approval of something else.
    expect(await accept()).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    const other = { ...older(), misfits: kinds.slice(1) };
    await core.call('approve', { act: 'acceptMisfit', ...other, ...SECOND_SUPERVISOR });
    expect(await accept()).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    expect(
      await core.call('approve', { act: 'acceptMisfit', ...older(), ...SECOND_SUPERVISOR }),
    ).toMatchObject({ ok: true });
    expect(await accept()).toEqual({ ok: true, value: {} });
    expect(isEnding).toBe(true);
    expect(keeper.services.vault.openIds()).toEqual([]);
    const accepted = entriesOf(keeper).filter(({ kind }) => kind === 'misfit-accepted');
    expect(accepted).toHaveLength(kinds.length);
    expect(accepted).toContainEqual(
      expect.objectContaining({ misfit: 'vault-older', reason: 'copy-restored', applications: 1 }),
    );
    await keeper.stop();

    for (const _start of [1, 2]) {
      const { keeper: next, core: at } = await counter({ dataFolder: folder, custody: 'sealed' });
      expect(misfitsOf(next)).toEqual([]);
      expect([next.services.vault.openIds(), next.services.custody.applications()]).toEqual([[], []]);
      expect(next.services.ledger.verify()).toMatchObject({ ok: true });
      if (next.services.trayChecks.pending() !== null) await at.call('confirmTray', {});
      await next.stop();
    }
  });

  it('are two by the ledger: a clerk who has the disk makes a supervisor whose passphrase is right, and who counts for nobody', async () => {
    const folder = copyOf((await lived()).after);
    const stranger = { name: 'Mallory Undertow', passphrase: 'gravel parsnip lighthouse sonnet' };
    const identifier = await forgeSupervisor(folder, stranger);
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toEqual(['staff']);
    const core = await connectCore(keeper);
    const staff = { misfits: ['staff' as const], reason: 'not-explained' as const };
    // As the one who approves, and as the one who is signed in.
    for (const [first, second, kind] of [
      [SUPERVISOR, stranger, 'not-a-second-person'],
      [stranger, SUPERVISOR, 'not-by-ledger'],
    ] as const) {
      expect(await core.call('signIn', first)).toMatchObject({ ok: true });
      const approval = { act: 'acceptMisfit', ...staff, ...second } as const;
      expect(await core.call('approve', approval)).toMatchObject({ ok: true });
      expect(await core.call('acceptMisfit', staff)).toEqual({
        ok: false,
        error: { kind },
      });
    }
    // The control: two who are there by the ledger as well. Then the one who is not is gone.
    await core.call('signIn', SUPERVISOR);
    await core.call('approve', { act: 'acceptMisfit', ...staff, ...SECOND_SUPERVISOR });
    expect(await core.call('acceptMisfit', staff)).toEqual({ ok: true, value: {} });
    await keeper.stop();
    expect(read(folder, 'vault', `SELECT count(*) FROM staff WHERE identifier = '${identifier}'`)).toBe(0);
    const next = await startOn(folder);
    expect([misfitsOf(next), next.services.vault.openIds()]).toMatchObject([[], [expect.any(String)]]);
  });

  it('end nothing while a legal hold stands', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    const held = await counter({ dataFolder: folder, custody: 'sealed' });
    await held.core.call('signIn', SUPERVISOR);
    await held.core.call('setHold', { reason: 'subpoena', tickets: null });
    await held.keeper.stop();
    putBack(folder, before, ['vault']);
    const { keeper, core } = await startTampered(folder);
    const misfits = [...misfitsOf(keeper)];
    expect(misfits).toContain('holds');
    await core.call('signIn', SUPERVISOR);
    const asked = { misfits, reason: 'copy-restored' as const };
    await core.call('approve', { act: 'acceptMisfit', ...asked, ...SECOND_SUPERVISOR });
    expect(await core.call('acceptMisfit', asked)).toEqual({
      ok: false,
      error: { kind: 'misfit-stays', why: 'hold-first' },
    });
    expect(keeper.services.vault.openIds()).toHaveLength(1);
  });
});

describe('files that are none', () => {
  it.each(sample([...Object.values(RECORDS), 'vault.db-journal', 'ledger.db-journal', 'health.json'], 0, 3))(
    'a pipe or a link in the place of %s keeps nobody waiting: the start is refused',
    async (name) => {
      const [{ after }, policyPath] = [await lived(), policyFile()];
      const refused = (folder: string) => ({ kind: 'not-a-plain-file', path: join(folder, name) });
      // The link first: without what refuses both, a pipe would keep this test waiting, too.
      const linked = copyOf(after);
      const elsewhere = join(linked, 'elsewhere');
      writeFileSync(elsewhere, 'not ours');
      rmSync(join(linked, name), { force: true });
      symlinkSync(elsewhere, join(linked, name));
      expect(await problemAtStart({ dataFolder: linked, policyPath })).toEqual(refused(linked));
      expect(readFileSync(elsewhere, 'utf8')).toBe('not ours');
      const piped = copyOf(after);
      rmSync(join(piped, name), { force: true });
      execFileSync('mkfifo', [join(piped, name)]);
      expect(await problemAtStart({ dataFolder: piped, policyPath })).toEqual(refused(piped));
    },
  );

  it.each(sample(['vault.db', 'ledger.db', 'keys.slots', 'signing.slots'], 0))(
    'nor in that of %s',
    async (name) => {
      const [folder, policyPath] = [copyOf((await lived()).after), policyFile()];
      renameSync(join(folder, name), join(folder, `${name}.elsewhere`));
      symlinkSync(join(folder, `${name}.elsewhere`), join(folder, name));
      expect(await problemAtStart({ dataFolder: folder, policyPath })).toMatchObject({
        ...{ kind: 'foreign-file', path: join(folder, name) },
        reason: 'not-a-file',
      });
      rmSync(join(folder, name));
      execFileSync('mkfifo', [join(folder, name)]);
      // A pipe has no bytes: of a database it is told as a file that is missing.
      const { kind } = await problemAtStart({ dataFolder: folder, policyPath });
      expect(['foreign-file', 'missing']).toContain(kind);
    },
  );

  it('a data folder, or a file in it, that others may write is refused', async () => {
    const [folder, policyPath] = [copyOf((await lived()).after), policyFile()];
    const records = Object.values<string>(RECORDS);
    const files = ['vault.db', 'ledger.db', 'keys.slots', 'signing.slots', ...records];
    for (const name of ['', ...files]) {
      const at = join(folder, name);
      // A kiosk that ended in order leaves no record: a forged one would say which processes the next one ends.
      if (name !== '') writeFileSync(at, '', { flag: 'a', mode: 0o600 });
      const own = name === '' ? 0o700 : 0o600;
      for (const others of [0o020, 0o002]) {
        chmodSync(at, own | others);
        expect(await problemAtStart({ dataFolder: folder, policyPath })).toEqual({
          ...{ kind: 'open-to-others', path: name === '' ? folder : at },
        });
      }
      chmodSync(at, own);
      // An empty one says nothing of a legal hold, and would be refused for that.
      if (records.includes(name)) rmSync(at);
    }
    // The control.
    expect(misfitsOf(await startOn(folder))).toEqual([]);
  });
});

it('files of another kiosk, of the same name, are none of this one’s', async () => {
  const { after } = await lived();
  const other = keep(await liveThrough());
  const policyPath = policyFile();
  // Of vault and ledger one alone, with or without the keys that belong to it.
  for (const [at, one] of (['vault', 'ledger'] as const).entries()) {
    for (const more of sample([[], ['keys'], ['signing'], ['keys', 'signing']] as const, at)) {
      const folder = copyOf(after);
      putBack(folder, other.after, [one, ...more]);
      expect(await problemAtStart({ dataFolder: folder, policyPath })).toEqual({
        kind: 'other-kiosk',
        path: folder,
      });
    }
  }
  const otherKeys: readonly Misfit['kind'][] = ['keys-missing', 'keys-surplus'];
  const swaps = [
    [['keys'], otherKeys],
    [
      ['keys', 'signing'],
      ['signing-key', ...otherKeys],
    ],
    [
      ['vault', 'ledger'],
      ['signing-key', ...otherKeys],
    ],
    [['vault', 'ledger', 'keys'], ['signing-key']],
    [['vault', 'ledger', 'signing'], otherKeys],
  ] as const;
  for (const [which, kinds] of sample(swaps, 0, 3)) {
    const swapped = copyOf(after);
    putBack(swapped, other.after, which);
    const { keeper } = await startTampered(swapped);
    expect([which, new Set(misfitsOf(keeper))]).toEqual([which, new Set(kinds)]);
    await keeper.stop();
  }
  const signing = copyOf(after);
  putBack(signing, other.after, ['signing']);
  const slots = readFileSync(join(signing, 'signing.slots'), 'base64');
  const { keeper } = await startTampered(signing);
  expect([misfitsOf(keeper), keeper.services.filesFit.now()?.wayOn]).toEqual([
    ['signing-key'],
    'other-files',
  ]);
  expect(readFileSync(join(signing, 'signing.slots'), 'base64')).toBe(slots);
});

describe('recovery codes', () => {
  it('are no way around two supervisors by the ledger: an older vault has older codes, which somebody kept', async () => {
    const folder = copyOf((await lived()).after);
    const codes = await makeCodes(folder);
    const stranger = { name: 'Mallory Undertow', passphrase: 'gravel parsnip lighthouse sonnet' };
    await forgeSupervisor(folder, stranger);
    const keeper = await startOn(folder);
    expect(misfitsOf(keeper)).toEqual(['staff']);
    expect(await recover(await connectCore(keeper), ...codes)).toEqual({
      ok: false,
      error: { kind: 'recovery-with-misfit' },
    });
  });

  // Also gone by where somebody wrote an entry besides (rows-written-by-hand.test.ts).
  long(
    'are the way on where the key that signs is gone: all that is there ends, and the two let the kiosk go on',
    async () => {
      const { before, after } = await lived();
      const folder = copyOf(after);
      const codes = await makeCodes(folder);
      putBack(folder, before, ['signing']);
      const keeper = await startOn(folder);
      expect(misfitsOf(keeper)).toEqual(['signing-key']);
      const { vault, custody } = keeper.services;
      expect([vault.openIds().length, custody.applications().length]).toEqual([1, 1]);
      expect(await recover(await connectCore(keeper), ...codes)).toEqual({ ok: true, value: {} });
      expect([vault.openIds(), custody.applications()]).toEqual([[], []]);
      await keeper.stop();
      await expectNewcomersGoOn(folder);
    },
  );
});
