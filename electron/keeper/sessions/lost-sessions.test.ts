import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstOf } from '../../../tests/support/sample.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { livingProcessesOf } from './processes.ts';
import { readRecordedSessions } from './recorded-sessions.ts';
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

describe('the watchdog', () => {
  it('puts the spare in the place of a session that dies on the screen, after telling who died', async () => {
    const { pool, recordPath, deaths } = stagePool(fakeLaunch({ FAKE_CHILDREN: '1' }));
    await startWithSpare(pool);
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
    await startWithSpare(pool);
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

describe('a machine on which no window comes up', () => {
  it('is given up where the runtime cannot be started at all', async () => {
    const { pool, noSessionStarts } = stagePool({ ...fakeLaunch(), executable: '/nowhere/electron' });
    await expect(pool.start()).rejects.toThrow();
    expect(noSessionStarts.now).toBe(true);
  });

  it('is given up after five sessions, and each is told by its exit code, or by the signal that ended it', async () => {
    const failing = stagePool(fakeLaunch({ FAKE_FAILS_AT_START: '1' }));
    await expect(failing.pool.start()).rejects.toThrow();
    expect(failing.noSessionStarts.now).toBe(true);
    expect(failing.unpainted).toEqual([9, 9, 9, 9, 9]);
    const killed = stagePool(fakeLaunch({ FAKE_UNPAINTED: '1' }));
    const starting = killed.pool.start();
    await until(() => expect(readRecordedSessions(killed.recordPath)?.sessions).toHaveLength(1));
    process.kill(readRecordedSessions(killed.recordPath)?.sessions[0]?.pid ?? 0, 'SIGKILL');
    await until(() => expect(killed.unpainted).toEqual(['SIGKILL']));
    await killed.pool.endAll();
    await expect(starting).rejects.toThrow();
  });

  it.each(firstOf(['FAKE_UNPAINTED', 'FAKE_UNSHOWN'], 1))(
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
    // The first waits for it until it is ended, however busy the machine is; those behind it are slow and no more.
    const gate = join(workingFolder(), 'gate');
    const launch = fakeLaunch({ FAKE_GATE: gate, FAKE_SLOW_MILLISECONDS: '2500' });
    const { pool, deaths } = stagePool(launch, { painted: 2_000, paintedAtMost: 60_000, shown: 60_000 });
    const started = pool.start();
    await until(() => expect(deaths.length).toBeGreaterThan(0));
    openGate(gate);
    await started;
    // One that came up late may end yet, and the next one takes its place.
    await until(() => expect(isAlive(shownOf(pool))).toBe(true));
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
    await startWithSpare(stage.pool);
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
