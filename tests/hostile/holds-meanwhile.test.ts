import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../electron/keeper/ledger/entries.test-support.ts';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import {
  SECOND_SUPERVISOR,
  SUPERVISOR,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import { problemAtStart } from '../../electron/keeper/start/refused-start.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import { connectCore, type ScriptedCore } from '../../electron/keeper/start/scripted-core.test-support.ts';
import type { HoldId } from '../../shared/contract/ids.ts';
import { sample } from '../support/sample.ts';
import {
  copyOf,
  damageSigningKeys,
  edit,
  letGoOn,
  livesOfFile,
  misfitsOf,
  putBack,
  read,
  startOn,
} from './lived-kiosk.test-support.ts';

const { lived } = livesOfFile();

const done = { ok: true, value: {} };
const bySupervisor = { reason: 'subpoena', ...SUPERVISOR } as const;

const pathIn = (folder: string): string => join(folder, 'holds.json');

/** How a hold is set while files do not fit. Nobody has signed in yet. */
const WAYS: readonly (readonly [
  how: string,
  set: (keeper: RunningKeeper, core: ScriptedCore) => Promise<unknown>,
])[] = [
  [
    'on everything, by a supervisor who is signed in',
    async (_keeper, core) => {
      await core.call('signIn', SUPERVISOR);
      return core.call('setHold', { reason: 'subpoena', tickets: null });
    },
  ],
  [
    'on one ticket, by a supervisor who is signed in',
    async (keeper, core) => {
      await core.call('signIn', SUPERVISOR);
      const tickets = keeper.services.vault.open().map(({ ticket }) => ticket);
      expect(tickets).toHaveLength(1);
      return core.call('setHold', { reason: 'subpoena', tickets });
    },
  ],
  ['on everything, by passphrase', (_keeper, core) => core.call('setHoldByPassphrase', bySupervisor)],
];
const [ON_EVERYTHING] = WAYS;

/** A kiosk on the vault of another moment, with a hold that was set there. */
async function setMeanwhile(way = ON_EVERYTHING) {
  if (way === undefined) throw new Error('no way');
  const { before, after } = await lived();
  const folder = copyOf(after);
  putBack(folder, before, ['vault']);
  const keeper = await startKeeper({ scripted: true, dataFolder: folder });
  expect(misfitsOf(keeper)).toContain('vault-older');
  const core = await connectCore(keeper);
  expect(await way[1](keeper, core)).toEqual(done);
  const [hold, ...others] = keeper.services.holds.all();
  if (hold === undefined || others.length > 0) throw new Error('not one hold stands');
  return { folder, keeper, core, hold: hold.identifier };
}

/** Two supervisors lift it. */
async function lift(core: ScriptedCore, hold: HoldId): Promise<unknown> {
  await core.call('signIn', SUPERVISOR);
  await core.call('approve', { act: 'liftHold', hold, ...SECOND_SUPERVISOR });
  return core.call('liftHold', { hold });
}

/** Of which holds the ledger has that they were set. */
const entered = (keeper: RunningKeeper): readonly unknown[] =>
  entriesOf(keeper).flatMap((entry) => (entry.kind === 'hold-set' ? [entry.hold] : []));

describe('a legal hold that was set while files did not fit, once the right vault is back', () => {
  it.each(sample(WAYS, 0))('%s: stands on everything, and the ledger gets it', async (...way) => {
    const { folder, keeper, hold } = await setMeanwhile(way);
    await keeper.stop();
    // Nobody is named in it, and nobody else may read it.
    const text = readFileSync(pathIn(folder), 'utf8');
    for (const { name } of [SUPERVISOR, SECOND_SUPERVISOR]) expect(text).not.toContain(name);
    expect(statSync(pathIn(folder)).mode & 0o777).toBe(0o600);
    putBack(folder, (await lived()).after, ['vault']);

    const right = await startKeeper({ scripted: true, dataFolder: folder });
    const { services } = right;
    expect([misfitsOf(right), services.filesFit.isClosed()]).toEqual([[], false]);
    expect(services.holds.all()).toMatchObject([
      { identifier: hold, scope: 'all', reason: 'subpoena', set_by: SUPERVISOR.name, frozen: 1 },
    ]);
    // It waits for a key, which comes with a sign-in.
    expect([entered(right), services.outbox.waiting()]).toEqual([[], 1]);
    const core = await connectCore(right);
    expect(await core.call('signIn', SUPERVISOR)).toEqual(done);
    expect([entered(right), services.outbox.waiting()]).toEqual([[hold], 0]);
    const [open] = services.vault.open();
    if (open === undefined) throw new Error('nothing is open');
    expect(services.holds.verdict(open.id, null)).toMatchObject({ kind: 'frozen' });
    expect(await core.call('open', { by: 'ticket', ticket: open.ticket })).toMatchObject({ ok: false });
    await right.stop();

    for (const _start of [1, 2]) {
      const next = await startOn(folder);
      expect([misfitsOf(next), existsSync(pathIn(folder))]).toEqual([[], false]);
      expect([entered(next), next.services.holds.all().length]).toEqual([[hold], 1]);
      expect(next.services.ledger.verify()).toMatchObject({ ok: true });
      await next.stop();
    }
  });

  it('waits on through starts at which nobody signs in', async () => {
    const { folder, keeper, hold } = await setMeanwhile();
    await keeper.stop();
    putBack(folder, (await lived()).after, ['vault']);
    for (const _start of [1, 2]) {
      const right = await startKeeper({ scripted: true, dataFolder: folder });
      expect([misfitsOf(right), right.services.outbox.waiting()]).toEqual([[], 1]);
      expect(right.services.holds.all()).toMatchObject([{ identifier: hold }]);
      await right.stop();
    }
  });

  it.each([
    'was never written down: it was set before this version',
    'was written down, and its entry does not wait: the power was cut',
  ])('%s', async (what) => {
    const { folder, keeper, hold } = await setMeanwhile();
    await keeper.stop();
    const { after } = await lived();
    if (what.includes('never')) {
      rmSync(pathIn(folder));
      const again = await startKeeper({ scripted: true, dataFolder: folder });
      expect(existsSync(pathIn(folder))).toBe(true);
      await again.stop();
      putBack(folder, after, ['vault']);
    } else {
      const copy = readFileSync(pathIn(folder));
      putBack(folder, after, ['vault']);
      await (await startKeeper({ scripted: true, dataFolder: folder })).stop();
      edit(folder, 'vault', 'DELETE FROM owed');
      writeFileSync(pathIn(folder), copy);
    }
    const right = await startOn(folder);
    expect([misfitsOf(right), entered(right)]).toEqual([[], [hold]]);
    expect(right.services.holds.all()).toMatchObject([{ identifier: hold, scope: 'all' }]);
    await right.stop();
    expect(misfitsOf(await startOn(folder))).toEqual([]);
  });

  it('does not come back where two had lifted it meanwhile', async () => {
    const { folder, keeper, core, hold } = await setMeanwhile();
    expect(existsSync(pathIn(folder))).toBe(true);
    expect(await lift(core, hold)).toMatchObject({ ok: true });
    expect(existsSync(pathIn(folder))).toBe(false);
    await keeper.stop();
    putBack(folder, (await lived()).after, ['vault']);
    const right = await startOn(folder);
    expect([right.services.holds.all(), entered(right)]).toEqual([[], []]);
  });

  it('can be lifted there, and does not come back', async () => {
    const { folder, keeper, hold } = await setMeanwhile();
    await keeper.stop();
    putBack(folder, (await lived()).after, ['vault']);
    const right = await startKeeper({ scripted: true, dataFolder: folder });
    expect(await lift(await connectCore(right), hold)).toMatchObject({ ok: true });
    expect(existsSync(pathIn(folder))).toBe(false);
    await right.stop();
    const next = await startOn(folder);
    expect([misfitsOf(next), next.services.holds.all(), entered(next)]).toEqual([[], [], [hold]]);
  });

  it('of another kiosk does nothing, and is kept', async () => {
    const { folder, keeper } = await setMeanwhile();
    await keeper.stop();
    putBack(folder, (await lived()).after, ['vault']);
    const own = String(read(folder, 'vault', 'SELECT identifier FROM kiosk'));
    const others = readFileSync(pathIn(folder), 'utf8').replaceAll(own, '7'.repeat(own.length));
    expect(others).toContain('777');
    writeFileSync(pathIn(folder), others);
    const right = await startOn(folder);
    expect([misfitsOf(right), right.services.holds.all(), entered(right)]).toEqual([[], [], []]);
    expect(readFileSync(pathIn(folder), 'utf8')).toBe(others);
  });
});

it('a hold that was set beside an older ledger gets into the right one', async () => {
  const { before, after } = await lived();
  const folder = copyOf(after);
  putBack(folder, before, ['ledger']);
  const keeper = await startKeeper({ scripted: true, dataFolder: folder });
  expect(misfitsOf(keeper)).toContain('ledger-older');
  expect(await (await connectCore(keeper)).call('setHoldByPassphrase', bySupervisor)).toEqual(done);
  const [hold] = keeper.services.holds.all();
  await keeper.stop();
  putBack(folder, after, ['ledger']);
  const right = await startKeeper({ scripted: true, dataFolder: folder });
  expect(right.services.filesFit.now()).toMatchObject({ fitsNow: true, wayOn: 'two-supervisors' });
  expect(await letGoOn(await connectCore(right), misfitsOf(right))).toEqual(done);
  await right.stop();
  const next = await startOn(folder);
  expect([misfitsOf(next), existsSync(pathIn(folder))]).toEqual([[], false]);
  expect(next.services.holds.all()).toMatchObject([{ identifier: hold?.identifier, scope: 'all' }]);
  expect(entered(next)).toEqual([hold?.identifier]);
});

it('a hold that is set by whoever finds that the key of the kiosk does not open is written down as well', async () => {
  const folder = copyOf((await lived()).after);
  damageSigningKeys(folder);
  const keeper = await startKeeper({ scripted: true, dataFolder: folder });
  // Nobody knows it yet.
  expect(misfitsOf(keeper)).toEqual([]);
  expect(await (await connectCore(keeper)).call('setHoldByPassphrase', bySupervisor)).toEqual(done);
  expect(existsSync(pathIn(folder))).toBe(true);
});

it('two who go on with the files that are there enter a hold once', async () => {
  const folder = copyOf((await lived()).after);
  // A misfit that ends nothing: under a hold nothing ends.
  edit(folder, 'vault', 'UPDATE kiosk SET practice = 1');
  const keeper = await startKeeper({ scripted: true, dataFolder: folder });
  expect(misfitsOf(keeper)).toEqual(['practice']);
  const core = await connectCore(keeper);
  expect(await core.call('setHoldByPassphrase', bySupervisor)).toEqual(done);
  const hold = keeper.services.holds.all()[0]?.identifier;
  expect(await letGoOn(core, ['practice'])).toEqual(done);
  expect([entered(keeper), existsSync(pathIn(folder))]).toEqual([[hold], true]);
  await keeper.stop();
  for (const _start of [1, 2]) {
    const next = await startOn(folder);
    expect([misfitsOf(next), entered(next), existsSync(pathIn(folder))]).toEqual([[], [hold], false]);
    expect(next.services.holds.all()).toMatchObject([{ identifier: hold }]);
    await next.stop();
  }
});

it.each([
  ['empty', ''],
  ['cut off', '{"holds":[{"kiosk":"'],
  ['of something else', '{"boot":"","sessions":[]}'],
  ['of an entry that nobody can read', '{"holds":[{"kiosk":"0","entry":"00ff"}]}'],
])('a record of holds that is %s is never taken for none: the start is refused', async (_what, text) => {
  const folder = copyOf((await lived()).after);
  writeFileSync(pathIn(folder), text, { mode: 0o600 });
  expect(await problemAtStart({ dataFolder: folder, policyPath: policyFile() })).toEqual({
    ...{ kind: 'damaged', file: 'holds', path: pathIn(folder), reason: 'malformed' },
  });
  expect(readFileSync(pathIn(folder), 'utf8')).toBe(text);
});
