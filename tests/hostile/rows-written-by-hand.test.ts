import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { NEWCOMERS, recover } from '../../electron/keeper/signing/codes.test-support.ts';
import {
  SECOND_SUPERVISOR,
  SUPERVISOR,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import { problemAtStart } from '../../electron/keeper/start/refused-start.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  photograph,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { CLEAN } from '../../electron/keeper/wipe/wipe-procedure.test-support.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import { encodeEntry } from '../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import type { Misfit } from '../../shared/misfit/misfit.ts';
import { firstOf, long } from '../support/sample.ts';
import {
  copyOf,
  edit,
  forgeSupervisor,
  letGoOn,
  livesOfFile,
  makeCodes,
  misfitsOf,
  putBack,
  read,
  startOn,
} from './lived-kiosk.test-support.ts';

const { lived, keep } = livesOfFile();

/** SQL by which an entry waits for the ledger as if the keeper had written it down. `place`: how far behind the ledger's end. */
function waiting(folder: string, entry: LedgerEntry, place = 1): string {
  const head = Number(read(folder, 'ledger', 'SELECT max(sequence) FROM entries'));
  const bytes = Buffer.from(encodeEntry(entry)).toString('hex');
  return `INSERT INTO owed (entry, ledger_from) VALUES (x'${bytes}', ${head + place})`;
}

function memberCalled(folder: string, name: string): string {
  return String(read(folder, 'vault', `SELECT identifier FROM staff WHERE name = '${name}'`));
}

/** A kiosk with a legal hold, stopped. */
async function held(tickets: 'all' | 'first'): Promise<{ readonly folder: string; readonly hold: string }> {
  const folder = copyOf((await lived()).after);
  const { keeper, core } = await counter({ dataFolder: folder, custody: 'sealed' });
  // Another one that no hold names.
  await photograph(core, await create(core));
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  await next.call('signIn', SUPERVISOR);
  const [first] = keeper.services.vault.open();
  if (first === undefined) throw new Error('nothing is open');
  const named = tickets === 'all' ? null : [first.ticket];
  expect(await next.call('setHold', { reason: 'subpoena', tickets: named })).toMatchObject({ ok: true });
  const [hold] = keeper.services.holds.all();
  await keeper.stop();
  if (hold === undefined) throw new Error('no hold stands');
  return { folder, hold: hold.identifier };
}

async function accept(keeper: RunningKeeper): Promise<unknown> {
  const core = await connectCore(keeper);
  await core.call('signIn', SUPERVISOR);
  const accepting = { misfits: [...misfitsOf(keeper)], reason: 'not-explained' as const };
  await core.call('approve', { act: 'acceptMisfit', ...accepting, ...SECOND_SUPERVISOR });
  return core.call('acceptMisfit', accepting);
}

describe('an entry that somebody wrote among those that wait for the ledger', () => {
  it('ends no legal hold: it is not signed, the hold stands, and nobody enters it', async () => {
    const { folder, hold } = await held('all');
    const [by, second] = [SUPERVISOR, SECOND_SUPERVISOR].map(({ name }) => memberCalled(folder, name));
    if (by === undefined || second === undefined) throw new Error('two work here');
    const lifted: LedgerEntry = { kind: 'hold-lifted', utc: Date.now(), hold, by, second };
    edit(folder, 'vault', 'PRAGMA foreign_keys = ON', 'DELETE FROM hold', waiting(folder, lifted));
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toEqual(['holds', 'unsigned-entries']);
    expect(keeper.services.holds.all()).toMatchObject([{ identifier: hold, scope: 'all' }]);
    expect(await accept(keeper)).toEqual({ ok: true, value: {} });
    await keeper.stop();
    const next = await startOn(folder);
    expect([misfitsOf(next), next.services.holds.all()]).toMatchObject([[], [{ identifier: hold }]]);
    for (const id of next.services.vault.openIds())
      expect(next.services.holds.verdict(id, null).kind).toBe('frozen');
    expect(next.services.ledger.ofKind('hold-lifted')).toEqual([]);
    expect(next.services.ledger.verify()).toMatchObject({ ok: true });
  });

  interface LettingGo {
    readonly what: string;
    /** What is written beside the entry, so that the vault says the same. */
    readonly row: string;
    readonly entry: (hold: string, by: string) => LedgerEntry;
    readonly misfits: readonly Misfit['kind'][];
  }

  const LETTING_GO: readonly LettingGo[] = [
    {
      what: 'resumes no intake under it',
      row: "UPDATE hold SET reference = 'Docket 1'",
      entry: (hold, by) => ({ kind: 'intake-resumed', utc: 2, hold, by, reference: 'ab'.repeat(32) }),
      misfits: ['holds', 'unsigned-entries'],
    },
    {
      what: 'narrows none that is set once more',
      row: "UPDATE hold SET scope = 'tickets'",
      entry: (hold, by) => ({
        ...{ kind: 'hold-set', utc: 2, by, hold, scope: 'tickets', reason: 'subpoena' },
        ...{ applications: 0, sealed: 0, unsealed: 0 },
      }),
      misfits: ['holds'],
    },
    {
      what: 'begins no practice under it',
      row: 'UPDATE kiosk SET practice = 1',
      entry: (_hold, by) => ({ kind: 'practice-began', utc: 2, by }),
      misfits: ['practice', 'unsigned-entries'],
    },
  ];
  // The others are rows of the same table, and entries that wait: of those, ribbons and staff below.
  it.each(firstOf(LETTING_GO, 1))(
    'lets go of no legal hold, with the row that fits it: $what',
    async ({ row, entry, misfits }) => {
      const { folder, hold } = await held('all');
      edit(folder, 'vault', row, waiting(folder, entry(hold, memberCalled(folder, SUPERVISOR.name))));
      const slots = readFileSync(join(folder, 'keys.slots'), 'base64');
      const keeper = await startKeeper({ scripted: true, dataFolder: folder });
      expect(misfitsOf(keeper)).toEqual(misfits);
      expect(readFileSync(join(folder, 'keys.slots'), 'base64')).toBe(slots);
      expect(await accept(keeper)).toEqual({ ok: true, value: {} });
      await keeper.stop();
      const next = await startOn(folder);
      const { holds, vault, kiosk } = next.services;
      expect([misfitsOf(next), kiosk.isPracticing()]).toEqual([[], false]);
      expect(holds.all()).toMatchObject([{ identifier: hold, scope: 'all', reference: null }]);
      expect(vault.openIds()).toHaveLength(2);
      for (const id of vault.openIds()) expect(holds.verdict(id, null).kind).toBe('frozen');
      expect(next.services.ledger.verify()).toMatchObject({ ok: true });
    },
  );

  // An entry without a signature, as that of a supervisor below.
  long('destroys no used ribbon in the name of two people', async () => {
    const folder = copyOf((await lived()).after);
    const { keeper, core } = await counter({ dataFolder: folder, custody: 'sealed' });
    await core.call('signIn', SUPERVISOR);
    for (const act of ['fitRibbon', 'removeRibbon'] as const)
      expect(await core.call(act, {})).toEqual({ ok: true, value: {} });
    const [ribbon] = keeper.services.ribbons.held().held.map((used) => used.ribbon);
    if (ribbon === undefined) throw new Error('no ribbon is kept');
    await keeper.stop();
    const [by, second] = [SUPERVISOR, SECOND_SUPERVISOR].map(({ name }) => memberCalled(folder, name));
    if (by === undefined || second === undefined) throw new Error('two work here');
    const destroyed: LedgerEntry = { kind: 'ribbon-destroyed', utc: 2, by, second, ribbon };
    edit(folder, 'vault', 'DELETE FROM ribbon', waiting(folder, destroyed));
    const tampered = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(tampered)).toEqual(['ribbons', 'unsigned-entries']);
    expect(await accept(tampered)).toEqual({ ok: true, value: {} });
    await tampered.stop();
    const next = await startOn(folder);
    expect([misfitsOf(next), next.services.ribbons.held().held]).toMatchObject([[], [{ ribbon }]]);
    expect(next.services.ledger.ofKind('ribbon-destroyed')).toEqual([]);
  });

  it('is in no ledger either that two people with recovery codes begin anew', async () => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    const [one, other] = await makeCodes(folder);
    const [by, second] = [SUPERVISOR, SECOND_SUPERVISOR].map(({ name }) => memberCalled(folder, name));
    if (by === undefined || second === undefined) throw new Error('two work here');
    const ribbon = 'ab'.repeat(16);
    edit(folder, 'vault', waiting(folder, { kind: 'ribbon-destroyed', utc: 2, by, second, ribbon }));
    putBack(folder, before, ['signing']);
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toEqual(['signing-key', 'unsigned-entries']);
    expect(await recover(await connectCore(keeper), one, other)).toEqual({ ok: true, value: {} });
    await keeper.stop();
    const anew = await startKeeper({ scripted: true, dataFolder: folder });
    const core = await connectCore(anew);
    expect(await letGoOn(core, misfitsOf(anew), NEWCOMERS)).toEqual({ ok: true, value: {} });
    await anew.stop();
    const next = await startKeeper({ scripted: true, dataFolder: folder });
    const { ledger } = next.services;
    expect([ledger.ofKind('opened-after').length, ledger.ofKind('ribbon-destroyed')]).toEqual([1, []]);
    expect(ledger.ofKind('recovery-codes-used')).toHaveLength(1);
    expect(ledger.verify()).toMatchObject({ ok: true });
  });

  it('makes no supervisor count', async () => {
    const folder = copyOf((await lived()).after);
    const stranger = { name: 'Mallory Undertow', passphrase: 'gravel parsnip lighthouse sonnet' };
    const member = await forgeSupervisor(folder, stranger);
    const by = memberCalled(folder, SUPERVISOR.name);
    const utc = Date.now();
    edit(
      folder,
      'vault',
      waiting(folder, { kind: 'staff-changed', utc, by, member, act: 'added', role: 'supervisor' }),
      waiting(folder, { kind: 'supervisor-confirmed', utc, by, member }, 2),
    );
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toEqual(['staff', 'unsigned-entries']);
    expect(keeper.services.filesFit.isOfTwo(member)).toBe(false);
    expect(await accept(keeper)).toEqual({ ok: true, value: {} });
    await keeper.stop();
    const next = await startOn(folder);
    expect(misfitsOf(next)).toEqual([]);
    expect(
      next.services.ledger.ofKind('staff-changed').some((each) => 'member' in each && each.member === member),
    ).toBe(false);
  });

  it('of the kiosk’s own is signed, and a start believes it also where the ledger was not reached', async () => {
    const folder = copyOf((await lived()).after);
    const { keeper, core } = await counter({
      ...{ dataFolder: folder, custody: 'sealed' },
      log: ['defect in pending ledger entries: Error: disk full'],
    });
    await core.call('signIn', SUPERVISOR);
    const { ledger, outbox } = keeper.services;
    const before = ledger.head();
    // The ledger’s disk takes nothing from here on: what is done waits.
    Object.assign(ledger, {
      appendAll() {
        throw new Error('disk full');
      },
    });
    const newcomer = { name: 'Clementine Harrow', passphrase: 'pepper canoe lattice summit' };
    await core.call('addMember', { ...newcomer, role: 'clerk' });
    expect([outbox.waiting() > 0, ledger.head()?.sequence]).toEqual([true, before?.sequence]);
    const copy = copyOf(folder);
    await keeper.stop();
    const next = await startKeeper({ scripted: true, dataFolder: copy });
    expect(misfitsOf(next)).toEqual([]);
    await next.stop();
    // The control: without the signature the same rows are nobody’s.
    const stripped = copyOf(copy);
    edit(stripped, 'vault', 'UPDATE owed SET signature = NULL');
    const doubted = await startKeeper({ scripted: true, dataFolder: stripped });
    expect(misfitsOf(doubted)).toEqual(['staff', 'unsigned-entries']);
  });
});

// What a hold froze is also taken away from it in files-that-do-not-fit.test.ts.
long(
  'a legal hold on named tickets lets go of none of them, whatever name is written in its place',
  async () => {
    const { folder, hold } = await held('first');
    // The control.
    const fits = await startKeeper({ scripted: true, dataFolder: copyOf(folder) });
    const [first, other] = fits.services.vault.openIds();
    expect(misfitsOf(fits)).toEqual([]);
    await fits.stop();
    edit(folder, 'vault', `UPDATE held SET application = '${other}' WHERE application = '${first}'`);
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toEqual(['holds']);
    expect(await accept(keeper)).toEqual({ ok: true, value: {} });
    await keeper.stop();
    const next = await startOn(folder);
    expect(next.services.holds.all()).toMatchObject([{ identifier: hold, scope: 'all' }]);
    for (const id of next.services.vault.openIds())
      expect(next.services.holds.verdict(id, null).kind).toBe('frozen');
  },
);

it('a legal hold keeps what somebody has made an erasure that is nearly done', async () => {
  const { folder, hold } = await held('first');
  // By the vault's own hand, but for the hold: no program lets it begin.
  const { keeper } = await counter({ dataFolder: folder, custody: 'sealed' });
  const { vault } = keeper.services;
  const [frozen] = vault.open();
  if (frozen === undefined) throw new Error('nothing is open');
  keeper.services.beginWipe(frozen.id, reached({ kind: 'withdrawn' }));
  vault.wipes.update({ ...vault.wipes.of(frozen.id), done: ['key-destroyed'] });
  await keeper.stop();
  const slots = readFileSync(join(folder, 'keys.slots'), 'base64');
  const next = await startOn(folder);
  expect(misfitsOf(next)).toEqual(['holds']);
  expect(next.services.holds.all()).toMatchObject([{ identifier: hold, scope: 'all' }]);
  // Its row says that the key is gone, and it is not: nothing of it goes.
  expect([next.services.vault.allIds().includes(frozen.id), next.services.vault.wipes.all().length]).toEqual([
    ...[true, 1],
  ]);
  expect(readFileSync(join(folder, 'keys.slots'), 'base64')).toBe(slots);
  // Two people have read it, and it is told once.
  expect(await accept(next)).toEqual({ ok: true, value: {} });
  await next.stop();
  const last = await startOn(folder);
  expect([misfitsOf(last), last.services.holds.all().length]).toEqual([[], 1]);
});

describe('a kiosk that is told by its rows to begin anew', () => {
  const anew = `UPDATE kiosk SET former_entries = 9, former_head = '${'ab'.repeat(32)}'`;
  const moved: LedgerEntry = { kind: 'clock-moved', utc: 2, direction: 'back', minutes: 5 };

  it.each([
    ['as it is', []],
    ['that knows no head', ['UPDATE kiosk SET ledger_entries = 0, ledger_head = NULL']],
  ])('does not, %s: without its ledger it does not start, and no key is overwritten', async (_what, also) => {
    const { before, after } = await lived();
    const folder = copyOf(after);
    putBack(folder, before, ['vault', 'keys']);
    edit(folder, 'vault', anew, ...also, waiting(folder, moved));
    const slots = copyOf(folder);
    for (const name of ['ledger.db', 'ledger.db-journal']) rmSync(join(folder, name), { force: true });
    expect(await problemAtStart({ dataFolder: folder, policyPath: policyFile() })).toMatchObject({
      kind: 'missing',
    });
    putBack(folder, slots, ['ledger']);
    // The control: nothing was overwritten meanwhile; with the ledger back it is an older vault.
    const keeper = await startKeeper({ scripted: true, dataFolder: folder });
    expect(misfitsOf(keeper)).toContain('vault-older');
  });
});

it('a mark of the vault is believed with the end of the ledger that it was signed with, and with no later one', async () => {
  const folder = copyOf((await lived()).after);
  const { keeper, core } = await counter({ dataFolder: folder, custody: 'sealed' });
  await photograph(core, await create(core));
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  // A snapshot of the disk while the kiosk runs: under one key, the one of today.
  const snapshot = join(mkdtempSync(join(tmpdir(), 'counterfoil-snapshot-')), 'data');
  keep({ before: snapshot, after: snapshot });
  cpSync(folder, snapshot, { recursive: true });
  const [, second] = keeper.services.vault.open();
  if (second === undefined) throw new Error('two are open');
  await next.call('open', { by: 'ticket', ticket: second.ticket });
  await next.call('finish', { outcome: 'withdrawn' });
  await next.call('erased', { search: CLEAN });
  await nextCore(keeper, next);
  await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
  keeper.services.outbox.endDay();
  await keeper.stop();

  const mark = ['generation', 'salt', 'members', 'signature'].map((column) => {
    const value = read(
      snapshot,
      'ledger',
      `SELECT ${column === 'generation' ? column : `hex(${column})`} FROM vault_mark`,
    );
    return column === 'generation' ? `${column} = ${String(value)}` : `${column} = x'${String(value)}'`;
  });
  const [entries, head] = ['max(sequence)', 'hex(hash)'].map((what) =>
    String(read(folder, 'ledger', `SELECT ${what} FROM entries ORDER BY sequence DESC LIMIT 1`)),
  );
  putBack(folder, snapshot, ['vault', 'keys']);
  edit(folder, 'ledger', `UPDATE vault_mark SET ${mark.join(', ')}`);
  edit(
    folder,
    'vault',
    `UPDATE kiosk SET ledger_entries = ${entries}, ledger_head = '${head?.toLowerCase()}'`,
  );
  const again = await startKeeper({ scripted: true, dataFolder: folder });
  expect(misfitsOf(again)).toEqual(['ledger-altered']);
});

describe('the right files put back', () => {
  const PUT_BACK = ['ledger', 'vault', 'keys', 'signing'] as const;
  it.each(firstOf(PUT_BACK, 2))(
    'after another %s end nothing: two supervisors confirm them, and what is open opens',
    async (which) => {
      const { before, after } = await lived();
      const folder = copyOf(after);
      putBack(folder, before, [which]);
      const wrong = await startKeeper({ scripted: true, dataFolder: folder });
      expect(wrong.services.filesFit.now()).toMatchObject({ fitsNow: false });
      await wrong.stop();
      putBack(folder, after, [which]);
      const keeper = await startKeeper({ scripted: true, dataFolder: folder });
      // A vault that was put back has no note of it either.
      if (which === 'vault') {
        expect(keeper.services.filesFit.now()).toBeNull();
        return;
      }
      expect(keeper.services.filesFit.now()).toMatchObject({
        fitsNow: true,
        ends: 0,
        wayOn: 'two-supervisors',
      });
      const open = keeper.services.vault.openIds();
      expect(open).toHaveLength(1);
      expect(await accept(keeper)).toEqual({ ok: true, value: {} });
      await keeper.stop();
      const { keeper: next, core } = await counter({ dataFolder: folder, custody: 'sealed' });
      expect([misfitsOf(next), next.services.vault.openIds()]).toEqual([[], open]);
      const [ticket] = next.services.vault.open().map((each) => each.ticket);
      if (ticket === undefined) throw new Error('nothing is open');
      expect(await core.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
    },
  );
});
