import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { commandOf, livingProcessesOf } from './processes.ts';
import { readRecordedSessions } from './recorded-sessions.ts';
import type { Session } from './session.ts';
import type { SessionPool } from './session-pool.ts';
import { fakeLaunch, isAlive, openGate, shownOf, stagePool, until } from './sessions.test-support.ts';

/** Waits for a spare (another than `not`) behind the session on the screen, and hands back its process id. */
async function spareOf(recordPath: string, not?: number): Promise<number> {
  let spare = 0;
  await until(() => {
    const waiting = readRecordedSessions(recordPath)?.sessions.filter(({ shown }) => !shown) ?? [];
    expect(waiting).toHaveLength(1);
    spare = waiting[0]?.pid ?? 0;
    expect(spare).not.toBe(not);
  });
  return spare;
}

/** Ends a session as the keeper does once it is done with it. */
async function endNow(pool: SessionPool, session: Session): Promise<void> {
  expect((await pool.end(session)).ok).toBe(true);
  expect(session.removeFolder().ok).toBe(true);
  pool.ended(session);
}

describe('the session pool', () => {
  it('shows one session and keeps a painted spare behind it', async () => {
    const { pool, recordPath } = stagePool(fakeLaunch());
    await pool.start();
    const shown = shownOf(pool);
    const spare = await spareOf(recordPath);
    expect(spare).not.toBe(shown.pid);
    expect(pool.withToken(shown.token)).toBe(shown);
    expect(pool.withToken('0'.repeat(64))).toBeNull();
    expect(existsSync(shown.folder.path)).toBe(true);
  });

  it('turns over to the spare, leaves the old one to its owner, and then makes another spare', async () => {
    const { pool, recordPath, deaths } = stagePool(fakeLaunch());
    await pool.start();
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
    await pool.start();
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
    await pool.start();
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

describe('the watchdog', () => {
  it('puts the spare in the place of a session that dies on the screen, after telling who died', async () => {
    const { pool, recordPath, deaths } = stagePool(fakeLaunch({ FAKE_CHILDREN: '1' }));
    await pool.start();
    const dead = shownOf(pool);
    await until(() => expect(livingProcessesOf(dead.pid).length).toBeGreaterThanOrEqual(4));
    const spare = await spareOf(recordPath);
    process.kill(dead.pid, 'SIGKILL');
    await until(() => expect(pool.shown()?.pid).toBe(spare));
    expect(deaths).toEqual([{ session: dead, wasShown: true }]);
    expect(livingProcessesOf(dead.pid)).toEqual([]);
    expect(existsSync(dead.folder.path)).toBe(false);
    expect(await spareOf(recordPath)).not.toBe(spare);
  });

  it('replaces a spare that dies, and says so', async () => {
    const { pool, recordPath, deaths } = stagePool(fakeLaunch());
    await pool.start();
    const shown = shownOf(pool);
    const dead = await spareOf(recordPath);
    process.kill(dead, 'SIGKILL');
    await until(() =>
      expect(deaths.map(({ session, wasShown }) => [session.pid, wasShown])).toEqual([[dead, false]]),
    );
    expect(await spareOf(recordPath)).not.toBe(dead);
    expect(shownOf(pool)).toBe(shown);
  });

  it('tells of a session that dies out of sight, between its replacement and its end', async () => {
    const { pool, deaths } = stagePool(fakeLaunch());
    await pool.start();
    const old = shownOf(pool);
    await pool.replaceSession(old);
    const fresh = shownOf(pool);
    process.kill(old.pid, 'SIGKILL');
    await until(() => expect(deaths).toEqual([{ session: old, wasShown: false }]));
    expect(shownOf(pool)).toBe(fresh);
  });

  it('counts all processes that a session had, whoever ended them', async () => {
    const { pool, deaths } = stagePool(fakeLaunch({ FAKE_CHILDREN: '1' }));
    await pool.start();
    const dead = shownOf(pool);
    await until(() => expect(livingProcessesOf(dead.pid).length).toBeGreaterThanOrEqual(4));
    const had = livingProcessesOf(dead.pid).length;
    process.kill(dead.pid, 'SIGKILL');
    await until(() => expect(deaths).toHaveLength(1));
    // The leader was gone before; what was left of it was ended by the watchdog.
    expect(await dead.end()).toMatchObject({ ok: true, value: { processes: had - 1 } });
  });
});

describe('those that must answer', () => {
  it('are the session on the screen and a painted spare, and each does', async () => {
    const { pool, recordPath } = stagePool(fakeLaunch());
    await pool.start();
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

describe('a machine on which no window comes up', () => {
  it('is given up where the runtime cannot be started at all', async () => {
    const { pool, noSessionStarts } = stagePool({ ...fakeLaunch(), executable: '/nowhere/electron' });
    await expect(pool.start()).rejects.toThrow();
    expect(noSessionStarts.now).toBe(true);
  });

  it.each(['FAKE_UNPAINTED', 'FAKE_UNSHOWN'])(
    'is not waited for: a session that hangs (%s) is ended like a dead one',
    async (wrong) => {
      const launch = fakeLaunch({ [wrong]: '1' });
      // Long enough for the sound ones on a machine that is busy.
      const { pool, recordPath } = stagePool(launch, { painted: 2_000, paintedAtMost: 60_000, shown: 2_000 });
      const started = pool.start();
      await until(() => expect(readRecordedSessions(recordPath)?.sessions).toHaveLength(1));
      const first = readRecordedSessions(recordPath)?.sessions[0]?.pid ?? 0;
      Object.assign(launch.environment, { [wrong]: undefined });
      await started;
      await until(() => expect(pool.shown()?.pid).not.toBe(first));
      await until(() => expect(isAlive(shownOf(pool))).toBe(true));
      expect(livingProcessesOf(first)).toEqual([]);
    },
  );

  it('is given more time where it is only slow', async () => {
    const launch = fakeLaunch({ FAKE_SLOW_MILLISECONDS: '500' });
    const { pool, deaths } = stagePool(launch, { painted: 400, paintedAtMost: 60_000, shown: 10_000 });
    await pool.start();
    // One that came up late may end yet, and the next one takes its place.
    await until(() => expect(isAlive(shownOf(pool))).toBe(true));
    expect(deaths.length).toBeGreaterThan(0);
  });
});

describe('a display that goes', () => {
  /** A pool on a display of which the test says whether it is there. */
  async function onADisplay() {
    const asked = { times: 0 };
    const display = { comesBack: (_back: boolean) => {}, isThere: true };
    const back = new Promise<boolean>((resolve) => {
      display.comesBack = resolve;
    });
    const stage = stagePool({
      ...fakeLaunch(),
      async display() {
        asked.times += 1;
        return display.isThere || back;
      },
    });
    await stage.pool.start();
    const spare = await spareOf(stage.recordPath);
    const shown = shownOf(stage.pool);
    // An X server takes every window with it.
    display.isThere = false;
    asked.times = 0;
    for (const pid of [shown.pid, spare]) process.kill(pid, 'SIGKILL');
    await until(() => expect(stage.deaths).toHaveLength(2));
    await until(() => expect(asked.times).toBe(2));
    return { ...stage, display };
  }

  it('is waited for: nothing is started in vain, and the kiosk is back once it is', async () => {
    const { pool, recordPath, noSessionStarts, display } = await onADisplay();
    expect(pool.shown()).toBeNull();
    expect(readRecordedSessions(recordPath)?.sessions).toEqual([]);
    display.isThere = true;
    display.comesBack(true);
    await until(() => expect(isAlive(shownOf(pool))).toBe(true));
    await spareOf(recordPath);
    expect(noSessionStarts.now).toBe(false);
  });

  it('for good leaves nothing to try', async () => {
    const { pool, noSessionStarts, display } = await onADisplay();
    display.comesBack(false);
    await until(() => expect(noSessionStarts.now).toBe(true));
    expect(pool.shown()).toBeNull();
  });
});

describe('the end of the pool', () => {
  it('ends every session, its folder and the record', async () => {
    const { pool, recordPath, deaths } = stagePool(fakeLaunch());
    await pool.start();
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
