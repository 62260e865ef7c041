import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { explainStartFailure } from '../../electron/keeper/start/explain-start-failure.ts';
import { configurationOf, signInOnce, startKeeper } from '../../electron/keeper/start/keeper.test-support.ts';
import { readMachine } from '../../electron/keeper/start/keeper-machine.ts';
import { productParts } from '../../electron/keeper/start/keeper-parts.ts';
import { type RunningKeeper, runKeeper } from '../../electron/keeper/start/run-keeper.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  type ScriptedCore,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import type { WipeActs } from '../../electron/keeper/wipe/wipe-parts.ts';
import { CLEAN } from '../../electron/keeper/wipe/wipe-procedure.test-support.ts';
import { scriptedSelections } from '../../electron/keeper/x-display/selections.test-support.ts';
import { open, seal } from '../../electron/lib/sealing/seal.ts';
import type { OpenedApplication } from '../../shared/contract/application/application-snapshot.ts';
import { firstOf, long } from '../support/sample.ts';
import { canMount, newDisk, type TestDisk } from './disk.test-support.ts';

const WORDS = 'Zephyrina Vandersloot';

const DISK_FULL = 'The disk does not take writes (ENOSPC, record of sessions). It is tried again by itself.';
const NO_ROOM = 'Too little room (disk: 0 MB free, 5 MB needed): no new application begins.';
/** The keeper's rounds tell of these where a test is slow enough for one. */
const AGAIN = ['The disk works again.', 'There is room again: new applications begin.'];
const READ_ONLY =
  'The disk does not take writes (SQLITE_IOERR_WRITE, wipe step rows-deleted). It is tried again by itself.';

/** Stores answers of some size; the words of the applicant stand in all of them. */
function storeAnswers(core: ScriptedCore, { key, application }: OpenedApplication, bytes = 200) {
  const plain = Buffer.from(WORDS.repeat(Math.ceil(bytes / WORDS.length)));
  return core.call('keepAnswers', { sealed: seal(key, application, 'answers', plain) });
}

function storedWords(keeper: RunningKeeper, { application }: OpenedApplication): string {
  const key = keeper.services.custody.open(application);
  const sealed = keeper.services.vault.find(application)?.answers;
  if (!key.ok || sealed === null || sealed === undefined) throw new Error('nothing is stored');
  const plain = open(key.value, application, 'answers', sealed);
  if (!plain.ok) throw new Error('what is stored does not open');
  return Buffer.from(plain.value).toString();
}

const countsOf = ({ services }: RunningKeeper) => services.countsSoFar.of(services.clock.today());

/**
 * Fills the disk once both sessions are awake: the next one is then recorded as soon as the shown one ends, and not
 * behind the wipe, which frees blocks that a late record would fit in.
 */
async function fillUnderBoth(keeper: RunningKeeper, disk: TestDisk): Promise<void> {
  await until(() => expect(keeper.services.pool.awake()).toHaveLength(2));
  disk.fill();
}

/** Why the next keeper does not start on a folder. */
async function refusalOn(dataFolder: string) {
  const started = await runKeeper(configurationOf({ scripted: true, dataFolder }), {
    ...productParts(readMachine(process.env)),
    openSelections: scriptedSelections,
  });
  if (!started.ok) return started.error;
  await started.value.stop();
  throw new Error('the keeper starts');
}

describe.skipIf(!canMount())('a disk of its own', () => {
  it('that is full loses no answer, begins nobody, and what is open is wiped all the same', async () => {
    const disk = newDisk();
    const lines: string[] = [];
    const { keeper, core } = await counter({
      sessions: 'processes',
      dataFolder: disk.dataFolder,
      custody: 'sealed',
      log: [DISK_FULL],
      mayLog: [NO_ROOM, ...AGAIN],
      onLog: (line) => lines.push(line),
    });
    const opened = await create(core);
    expect(await storeAnswers(core, opened)).toMatchObject({ ok: true });
    await fillUnderBoth(keeper, disk);
    expect(await core.call('getStatus', {})).toMatchObject({
      value: { shortage: { place: 'disk', freeMegabytes: 0 } },
    });
    // More than any application has: the room that the vault made is for one.
    expect(await storeAnswers(core, opened, 6_000_000)).toEqual({
      ok: false,
      error: { kind: 'not-written' },
    });
    expect(storedWords(keeper, opened)).toContain(WORDS);
    expect(storedWords(keeper, opened).length).toBeLessThan(400);
    expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
    await core.call('erased', { search: CLEAN });
    expect(keeper.services.vault.find(opened.application)).toBeNull();
    expect(keeper.services.custody.has(opened.application)).toBe(false);
    const next = await nextCore(keeper, core);
    expect(await next.call('create', {})).toMatchObject({
      error: { kind: 'disk-nearly-full', place: 'disk', freeMegabytes: 0 },
    });
    disk.makeRoom();
    await keeper.services.wipes.retry();
    expect(countsOf(keeper).wiped).toBe(1);
    // Nobody has to start the kiosk anew: whoever tries again is served.
    expect(await storeAnswers(next, await create(next), 400_000)).toMatchObject({ ok: true });
    // One line however often it was tried, and no stack: a full disk is no bug.
    expect(lines.filter((line) => ![NO_ROOM, ...AGAIN].includes(line))).toEqual([DISK_FULL]);
  });

  const SIZES = [
    ['as large as any is wiped on a full disk, in the room that the vault made for it', 1_000_000, true],
    // The control of the other one.
    ['of three times that is not before there is room: what this test can see', 3_000_000, false],
  ] as const;
  it.each(firstOf(SIZES, 1))('an application %s', async (_name, bytes, fits) => {
    const disk = newDisk();
    const { keeper, core } = await counter({
      sessions: 'processes',
      dataFolder: disk.dataFolder,
      custody: 'sealed',
      log: [DISK_FULL],
      mayLog: [NO_ROOM, ...AGAIN],
    });
    const opened = await create(core);
    expect(await storeAnswers(core, opened, bytes)).toMatchObject({ ok: true });
    await fillUnderBoth(keeper, disk);
    expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
    await core.call('erased', { search: CLEAN });
    await nextCore(keeper, core);
    // Its key is gone in either case: what stays is dead ciphertext.
    expect(keeper.services.custody.has(opened.application)).toBe(false);
    expect(keeper.services.vault.find(opened.application) === null).toBe(fits);
    disk.makeRoom();
    await keeper.services.wipes.retry();
    expect(keeper.services.vault.find(opened.application)).toBeNull();
    expect(countsOf(keeper).wiped).toBe(1);
  });

  it('that is full at the start of the keeper says so, and serves again when there is room', async () => {
    const disk = newDisk();
    const first = await counter({ sessions: 'processes', dataFolder: disk.dataFolder, custody: 'sealed' });
    await create(first.core);
    await first.keeper.stop();
    disk.fill();
    const lines: string[] = [];
    const { keeper, core } = await counter({
      sessions: 'processes',
      dataFolder: disk.dataFolder,
      log: [DISK_FULL, NO_ROOM],
      mayLog: AGAIN,
      onLog: (line) => lines.push(line),
    });
    expect(await core.call('getStatus', {})).toMatchObject({
      value: {
        inProgress: [{ ticket: 1 }],
        shortage: { place: 'disk', freeMegabytes: 0, neededMegabytes: 5 },
      },
    });
    expect(await core.call('create', {})).toMatchObject({ error: { kind: 'disk-nearly-full' } });
    keeper.services.expiry.check();
    keeper.services.expiry.check();
    expect(keeper.services.vault.open()).toHaveLength(1);
    disk.makeRoom();
    expect(await core.call('getStatus', {})).toMatchObject({ value: { shortage: null } });
    await create(core);
    // Once, however often it was looked at.
    expect(lines.filter((line) => !AGAIN.includes(line)).sort()).toEqual([DISK_FULL, NO_ROOM]);
  });

  it('that turns read-only in a wipe is said by the locked screen; the next keeper finishes', async () => {
    const disk = newDisk();
    const acts = (real: WipeActs): WipeActs => ({
      ...real,
      destroyKey(application) {
        disk.turnReadOnly();
        return real.destroyKey(application);
      },
    });
    const options = { dataFolder: disk.dataFolder, custody: 'sealed' } as const;
    const { keeper, core } = await counter({
      sessions: 'processes',
      ...options,
      adjustActs: acts,
      log: [READ_ONLY],
    });
    const opened = await create(core);
    await storeAnswers(core, opened);
    await core.call('finish', { outcome: 'withdrawn' });
    await core.call('erased', { search: CLEAN });
    const failure = keeper.services.wipes.failure();
    expect(failure).toMatchObject({ keyDestroyed: false });
    expect(keeper.services.endings.shown().kind).toBe('erasing');
    expect(keeper.services.custody.open(opened.application).ok).toBe(false);
    // The session that knows the person is ended all the same, and a fresh one says what is wrong.
    const next = await nextCore(keeper, core);
    expect(await next.call('getStatus', {})).toMatchObject({ value: { intake: { kind: 'locked' } } });
    expect(await next.call('create', {})).toMatchObject({ error: { kind: 'intake-locked' } });
    await keeper.stop();
    expect(
      explainStartFailure(await refusalOn(disk.dataFolder), {
        dataFolder: disk.dataFolder,
        policyPath: '/nowhere/policy.json',
      }),
    ).toMatchObject({
      kind: 'read-only-disk',
    });

    await disk.repair();
    const after = await startKeeper({ scripted: true, sessions: 'processes', dataFolder: disk.dataFolder });
    expect(after.services.wipes.failure()).toBeNull();
    expect(after.services.vault.find(opened.application)).toBeNull();
    expect(after.services.custody.applications()).toEqual([]);
    // All of it is proven; it is counted with the receipt, which somebody's sign-in signs.
    expect(countsOf(after).wiped).toBe(0);
    await signInOnce(after);
    expect(countsOf(after).wiped).toBe(1);
  });
});

describe('a file of the kiosk', () => {
  // That a missing file is refused, and none made: electron/keeper/start/bad-files.test.ts.
  long('that somebody deletes while the keeper runs is never replaced by an empty one', async () => {
    const dataFolder = temporaryFolder();
    const { keeper, core } = await counter({ sessions: 'processes', dataFolder });
    await create(core);
    rmSync(join(dataFolder, 'vault.db'));
    await keeper.stop();
    // Its journal is still there, and a journal without its file is no new kiosk; nor is a ledger alone.
    const missing = { file: 'vault', failure: { kind: 'missing' } };
    expect(await refusalOn(dataFolder)).toEqual(missing);
    rmSync(join(dataFolder, 'vault.db-journal'));
    expect(await refusalOn(dataFolder)).toEqual(missing);
  });

  const DAMAGED = [
    ['vault', 'vault.db'],
    ['ledger', 'ledger.db'],
  ] as const;
  it.each(firstOf(DAMAGED, 1))(
    'that is damaged in one page is refused by name and left alone: the %s',
    async (file, name) => {
      const dataFolder = temporaryFolder();
      const { keeper, core } = await counter({ sessions: 'processes', dataFolder });
      await create(core);
      await keeper.stop();
      const path = join(dataFolder, name);
      const content = readFileSync(path);
      randomBytes(4_096).copy(content, 4_096);
      writeFileSync(path, content);
      const refused = await refusalOn(dataFolder);
      expect(refused).toMatchObject({ file, failure: { kind: 'corrupt' } });
      expect(
        explainStartFailure(refused, { dataFolder: dataFolder, policyPath: '/nowhere/policy.json' }),
      ).toMatchObject({ kind: 'damaged', file, path });
      expect(readFileSync(path).equals(content)).toBe(true);
      expect(existsSync(join(dataFolder, `${name}-journal`))).toBe(true);
    },
  );
});

// Also held by the wipe itself (wipe-closing.test.ts) and by the day of a late printer (tests/hostile/late-printer.test.ts).
long(
  'a dead printer keeps neither the record alive nor intake closed, and is dealt with by a later keeper',
  async () => {
    const dataFolder = temporaryFolder();
    const dead = (real: WipeActs): WipeActs => ({ ...real, purgePrintSide: async () => null });
    const { keeper, core } = await counter({ sessions: 'processes', dataFolder, adjustActs: dead });
    const { application } = await create(core);
    await core.call('finish', { outcome: 'withdrawn' });
    await core.call('erased', { search: CLEAN });
    expect(keeper.services.vault.find(application)).toBeNull();
    expect(keeper.services.custody.has(application)).toBe(false);
    expect(keeper.services.wipes.printSideOpen()).toBe(1);
    expect(countsOf(keeper).wiped).toBe(0);
    const next = await nextCore(keeper, core);
    expect(await next.call('create', {})).toMatchObject({ ok: true });
    await next.call('finish', { outcome: 'withdrawn' });
    await until(() => expect(keeper.services.pool.shown()).not.toBe(next.session));
    await keeper.stop();

    const still = await startKeeper({ scripted: true, sessions: 'processes', dataFolder, adjustActs: dead });
    expect(still.services.wipes.printSideOpen()).toBe(2);
    await still.stop();
    const after = await startKeeper({ scripted: true, sessions: 'processes', dataFolder });
    await until(() => expect(after.services.wipes.printSideOpen()).toBe(0));
    await signInOnce(after);
    expect(countsOf(after).wiped).toBe(2);
    const clerk = await connectCore(after);
    expect(await clerk.call('getStatus', {})).toMatchObject({ value: { printSideOpen: 0 } });
  },
);
