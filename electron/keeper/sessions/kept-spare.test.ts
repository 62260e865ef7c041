import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readRecordedSessions } from './recorded-sessions.ts';
import type { Session } from './session.ts';
import {
  fakeLaunch,
  isAlive,
  openGate,
  shownOf,
  spareOf,
  stagePool,
  startWithSpare,
  until,
} from './sessions.test-support.ts';

/** How many sessions live, by the record, once all is done that the pool puts off. */
async function livingIn(recordPath: string): Promise<number> {
  await soon();
  await soon();
  return readRecordedSessions(recordPath)?.sessions.length ?? 0;
}

/** A pool with a painted spare. Its next end of a session is held back, behind its last process, until the test lets it go on. */
async function stageSpare() {
  const held: { now: Promise<void> | null; release: () => void } = { now: null, release: () => undefined };
  const launch = fakeLaunch();
  const stage = stagePool({
    ...launch,
    async emptySelections() {
      const { now } = held;
      held.now = null;
      if (now !== null) await now;
      return { kind: 'empty' };
    },
  });
  await startWithSpare(stage.pool);
  const spare = await paintedSpare(stage);
  return {
    ...stage,
    spare,
    /** Ends the spare, and answers once none of its processes lives. The rest of its end waits for what this answers. */
    async endSpareSlowly(): Promise<() => void> {
      held.now = new Promise((resolve) => {
        held.release = resolve;
      });
      stage.pool.keepSpare(false);
      await until(() => expect([isAlive(spare), held.now]).toEqual([false, null]));
      return held.release;
    },
  };
}

/** The spare, another than `not`, once it is painted. */
async function paintedSpare({ pool }: ReturnType<typeof stagePool>, not?: Session): Promise<Session> {
  let spare: Session | undefined;
  await until(() => {
    [, spare] = pool.awake();
    expect(spare?.pid).toEqual(expect.any(Number));
    expect(spare).not.toBe(not);
  });
  if (spare === undefined) throw new Error('there is no spare');
  return spare;
}

describe('a spare', () => {
  it('is none behind the first session, nor behind those after it, until one is to be kept', async () => {
    const { pool, recordPath } = stagePool(fakeLaunch());
    await pool.start();
    expect(await livingIn(recordPath)).toBe(1);
    const old = shownOf(pool);
    await pool.replaceSession(old);
    expect(shownOf(pool)).not.toBe(old);
    await pool.end(old);
    pool.ended(old);
    expect(await livingIn(recordPath)).toBe(1);
    pool.keepSpare(true);
    expect(await livingIn(recordPath)).toBe(2);
    await spareOf(recordPath);
  });

  it('is begun once, and behind whatever follows from what asked for it', async () => {
    const { pool, recordPath } = stagePool(fakeLaunch());
    await pool.start();
    pool.keepSpare(true);
    pool.keepSpare(true);
    expect(readRecordedSessions(recordPath)?.sessions).toHaveLength(1);
    expect(await livingIn(recordPath)).toBe(2);
  });

  it('that is kept no more is ended and proven gone, is no death, and comes back', async () => {
    const stage = await stageSpare();
    const { pool, recordPath, spare, deaths, endedSpares, losses } = stage;
    const shown = shownOf(pool);
    pool.keepSpare(false);
    await until(() => expect(endedSpares).toEqual([spare]));
    expect(losses).toEqual([]);
    expect([isAlive(spare), existsSync(spare.folder.path), pool.withToken(spare.token)]).toEqual([
      false,
      false,
      null,
    ]);
    await spare.died;
    expect(await livingIn(recordPath)).toBe(1);
    expect([shownOf(pool), isAlive(shown), deaths]).toEqual([shown, true, []]);
    pool.keepSpare(true);
    expect((await paintedSpare(stage)).pid).not.toBe(spare.pid);
    expect([await livingIn(recordPath), deaths]).toEqual([2, []]);
  });

  it('stays where it is to be kept again before anything was done', async () => {
    const { pool, spare, endedSpares } = await stageSpare();
    pool.keepSpare(false);
    pool.keepSpare(true);
    await soon();
    expect([pool.awake()[1], endedSpares]).toEqual([spare, []]);
  });

  it('is not taken from a session’s end that waits for it, and is none behind that end', async () => {
    const launch = fakeLaunch();
    const { pool, recordPath, endedSpares } = stagePool(launch);
    await pool.start();
    const old = shownOf(pool);
    const gate = join(launch.keeperFolder, 'gate');
    Object.assign(launch.environment, { FAKE_GATE: gate });
    pool.keepSpare(true);
    const spare = await spareOf(recordPath);
    const replacing = pool.replaceSession(old);
    pool.keepSpare(false);
    expect(await livingIn(recordPath)).toBe(2);
    openGate(gate);
    await replacing;
    expect([shownOf(pool).pid, endedSpares]).toEqual([spare, []]);
    await pool.end(old);
    pool.ended(old);
    expect(await livingIn(recordPath)).toBe(1);
  });
});

describe('while a spare is being ended', () => {
  it('another is begun where one is to be kept again, and the ended one is forgotten', async () => {
    const stage = await stageSpare();
    const { pool, recordPath, spare, deaths, endedSpares } = stage;
    const release = await stage.endSpareSlowly();
    expect(pool.awake()).toEqual([shownOf(pool)]);
    pool.keepSpare(true);
    const next = await paintedSpare(stage, spare);
    expect(endedSpares).toEqual([]);
    release();
    await until(() => expect(endedSpares).toEqual([spare]));
    expect(await livingIn(recordPath)).toBe(2);
    expect([pool.awake(), deaths]).toEqual([[shownOf(pool), next], []]);
  });

  it('whoever leaves the screen waits for a fresh session, and not for that end', async () => {
    const { pool, recordPath, spare, endedSpares, endSpareSlowly } = await stageSpare();
    const release = await endSpareSlowly();
    const old = shownOf(pool);
    await pool.replaceSession(old);
    expect([old, spare]).not.toContain(shownOf(pool));
    expect([isAlive(shownOf(pool)), endedSpares]).toEqual([true, []]);
    release();
    await until(() => expect(endedSpares).toEqual([spare]));
    // The one that was left is its owner's to end.
    expect(await livingIn(recordPath)).toBe(2);
  });

  it('a session that dies on the screen is replaced by a fresh one', async () => {
    const { pool, recordPath, spare, deaths, endedSpares, endSpareSlowly } = await stageSpare();
    const release = await endSpareSlowly();
    const dead = shownOf(pool);
    process.kill(dead.pid, 'SIGKILL');
    await until(() => expect([null, dead]).not.toContain(pool.shown()));
    expect(isAlive(shownOf(pool))).toBe(true);
    release();
    await until(() => expect(endedSpares).toEqual([spare]));
    expect(deaths).toEqual([{ session: dead, wasShown: true }]);
    expect(await livingIn(recordPath)).toBe(1);
  });

  it('the end of the pool ends it too, and leaves no record', async () => {
    const { pool, recordPath, spare, endSpareSlowly } = await stageSpare();
    const release = await endSpareSlowly();
    await pool.endAll();
    expect([existsSync(spare.folder.path), existsSync(recordPath)]).toEqual([false, false]);
    release();
    await soon();
    await soon();
    expect(existsSync(recordPath)).toBe(false);
  });
});

it('with no spare kept, a session that dies on the screen is replaced, and none is begun behind it', async () => {
  const { pool, recordPath, deaths } = stagePool(fakeLaunch());
  await pool.start();
  const dead = shownOf(pool);
  process.kill(dead.pid, 'SIGKILL');
  await until(() => expect([null, dead]).not.toContain(pool.shown()));
  expect(deaths).toEqual([{ session: dead, wasShown: true }]);
  expect(await livingIn(recordPath)).toBe(1);
});

it('with no spare kept, whoever leaves the screen where no other session comes up is told so', async () => {
  const launch = fakeLaunch();
  const { pool, noSessionStarts } = stagePool(launch);
  await pool.start();
  const shown = shownOf(pool);
  Object.assign(launch, { executable: '/nowhere/electron' });
  await expect(pool.replaceSession(shown)).rejects.toThrow();
  expect([noSessionStarts.now, isAlive(shown)]).toEqual([true, true]);
});
