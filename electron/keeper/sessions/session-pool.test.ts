import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { commandOf, livingProcessesOf } from './processes.ts';
import { readRecordedSessions } from './recorded-sessions.ts';
import type { Session } from './session.ts';
import type { SessionPool } from './session-pool.ts';
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

/** Ends a session as the keeper does once it is done with it. */
async function endNow(pool: SessionPool, session: Session): Promise<void> {
  expect((await pool.end(session)).ok).toBe(true);
  expect(session.removeFolder().ok).toBe(true);
  pool.ended(session);
}

describe('the session pool', () => {
  it('shows one session and keeps a painted spare behind it', async () => {
    const { pool, recordPath } = stagePool(fakeLaunch());
    await startWithSpare(pool);
    const shown = shownOf(pool);
    const spare = await spareOf(recordPath);
    expect(spare).not.toBe(shown.pid);
    expect(pool.withToken(shown.token)).toBe(shown);
    expect(pool.withToken('0'.repeat(64))).toBeNull();
    expect(existsSync(shown.folder.path)).toBe(true);
  });

  it('turns over to the spare, leaves the old one to its owner, and then makes another spare', async () => {
    const { pool, recordPath, deaths } = stagePool(fakeLaunch());
    await startWithSpare(pool);
    const old = shownOf(pool);
    const spare = await spareOf(recordPath);
    await pool.replaceSession(old);
    expect(shownOf(pool).pid).toBe(spare);
    expect(isAlive(old)).toBe(true);
    await endNow(pool, old);
    expect(isAlive(old)).toBe(false);
    expect(existsSync(old.folder.path)).toBe(false);
    expect(await spareOf(recordPath)).not.toBe(old.pid);
    expect(deaths).toEqual([]);
    expect(pool.withToken(old.token)).toBeNull();
  });

  it('calls no death what its owner has ended, also where the end is heard of after all else', async () => {
    const { pool, deaths } = stagePool(fakeLaunch());
    await pool.start();
    const old = shownOf(pool);
    await pool.replaceSession(old);
    // Without a pause, so that node hears of the end only when the owner is done with the session.
    const ended = pool.end(old);
    process.kill(old.pid, 'SIGKILL');
    while (isAlive(old));
    expect((await ended).ok).toBe(true);
    pool.ended(old);
    await old.died;
    await soon();
    expect(deaths).toEqual([]);
  });

  it('turns over once, however many ask for it at the same time, and tells each of them on the screen', async () => {
    const { pool, recordPath, changes } = stagePool(fakeLaunch());
    await startWithSpare(pool);
    const old = shownOf(pool);
    await spareOf(recordPath);
    await Promise.all([pool.replaceSession(old), pool.replaceSession(old), pool.replaceSession(old)]);
    const shown = shownOf(pool);
    const before = changes.times;
    await pool.replaceSession(old);
    expect(shownOf(pool)).toBe(shown);
    expect(changes.times).toBeGreaterThan(before);
    await endNow(pool, old);
    await spareOf(recordPath);
    expect(readRecordedSessions(recordPath)?.sessions).toHaveLength(2);
  });

  it('waits until the spare is painted: never a half-used session', async () => {
    const launch = fakeLaunch();
    const { pool, recordPath } = stagePool(launch);
    await startWithSpare(pool);
    const old = shownOf(pool);
    const dead = await spareOf(recordPath);
    process.kill(dead, 'SIGKILL');
    const gate = join(launch.keeperFolder, 'gate');
    Object.assign(launch.environment, { FAKE_GATE: gate });
    // The next spare waits at the gate; nothing of the old session may go before it is through.
    await spareOf(recordPath, dead);
    let turned = false;
    const replacing = pool.replaceSession(old).then(() => {
      turned = true;
    });
    await spareOf(recordPath);
    expect([turned, shownOf(pool) === old]).toEqual([false, true]);
    openGate(gate);
    await replacing;
    expect(shownOf(pool)).not.toBe(old);
  });
});

describe('a session whose core still searches', () => {
  /** A core, and a process that says it was started as one. */
  const CORE_AND_LIAR = `
    const { spawn } = require('node:child_process');
    setInterval(() => {}, 1000);
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', __filename], { stdio: 'ignore' });`;

  async function searching() {
    const launch = fakeLaunch({ FAKE_CHILDREN: '1' });
    const core = join(launch.keeperFolder, 'core.cjs');
    writeFileSync(core, CORE_AND_LIAR);
    Object.assign(launch.environment, { COUNTERFOIL_CORE: core });
    const stage = stagePool(launch);
    await stage.pool.start();
    const old = shownOf(stage.pool);
    const cores = (): number =>
      livingProcessesOf(old.pid).filter(({ pid }) => commandOf(pid).includes(core)).length;
    // The leader, the core, the liar, and those of a session.
    await until(() => expect(livingProcessesOf(old.pid).length).toBeGreaterThanOrEqual(6));
    await until(() => expect(cores()).toBe(2));
    return { ...stage, old, cores };
  }

  it('is left with the core alone, and only once another is on the screen', async () => {
    const { pool, old, cores, deaths } = await searching();
    const had = livingProcessesOf(old.pid).length;
    let replaced: () => void = () => undefined;
    const whenReplaced = new Promise<void>((resolve) => {
      replaced = resolve;
    });
    const left = pool.endAllButCore(old, whenReplaced);
    await pool.replaceSession(old);
    expect(livingProcessesOf(old.pid)).toHaveLength(had);
    replaced();
    await left;
    expect([cores(), livingProcessesOf(old.pid).length]).toEqual([2, 2]);
    // Whoever passed for a core has won nothing by it, and each is counted once.
    expect(await pool.end(old)).toMatchObject({ ok: true, value: { processes: had } });
    expect(livingProcessesOf(old.pid)).toEqual([]);
    expect(deaths).toEqual([]);
  });

  it('counts each process once, also where its end does not wait', async () => {
    const { pool, old } = await searching();
    const had = livingProcessesOf(old.pid).length;
    const [, ended] = await Promise.all([pool.endAllButCore(old, pool.replaceSession(old)), pool.end(old)]);
    expect(ended).toMatchObject({ ok: true, value: { processes: had } });
    expect(await pool.end(old)).toMatchObject({ ok: true, value: { processes: had } });
  });

  it('is no death when its main process ends by itself', async () => {
    const { pool, old, cores, deaths } = await searching();
    const never = new Promise<void>(() => undefined);
    void pool.endAllButCore(old, never);
    process.kill(old.pid, 'SIGKILL');
    await old.died;
    await pool.replaceSession(old);
    expect([cores(), deaths]).toEqual([2, []]);
  });
});

describe('those that must answer', () => {
  it('are the session on the screen and a painted spare, and each does', async () => {
    const { pool, recordPath } = stagePool(fakeLaunch());
    await startWithSpare(pool);
    const spare = await spareOf(recordPath);
    const shown = shownOf(pool);
    await until(() => expect(pool.awake().map(({ pid }) => pid)).toEqual([shown.pid, spare]));
    for (const session of pool.awake()) session.ask();
    await until(() => expect(pool.awake().map((session) => session.answers())).toEqual([1, 1]));
  });

  it('are none that is not painted yet, and none that its owner is done with', async () => {
    const launch = fakeLaunch();
    const { pool, recordPath } = stagePool(launch);
    Object.assign(launch.environment, { FAKE_GATE: join(launch.keeperFolder, 'gate') });
    const starting = pool.start();
    await until(() => expect(readRecordedSessions(recordPath)?.sessions).toHaveLength(1));
    expect(pool.awake()).toEqual([]);
    openGate(join(launch.keeperFolder, 'gate'));
    await starting;
    const old = shownOf(pool);
    expect(pool.awake()).toContain(old);
    const never = new Promise<void>(() => undefined);
    void pool.endAllButCore(old, never);
    expect(pool.awake()).not.toContain(old);
  });
});

describe('the end of the pool', () => {
  it('ends every session, its folder and the record', async () => {
    const { pool, recordPath, deaths } = stagePool(fakeLaunch());
    await startWithSpare(pool);
    const shown = shownOf(pool);
    const spare = await spareOf(recordPath);
    await pool.endAll();
    expect(isAlive(shown)).toBe(false);
    expect(livingProcessesOf(spare)).toEqual([]);
    expect(existsSync(shown.folder.path)).toBe(false);
    expect(existsSync(recordPath)).toBe(false);
    expect(deaths).toEqual([]);
    await expect(pool.replaceSession(shown)).rejects.toThrow();
    expect(existsSync(recordPath)).toBe(false);
  });
});
