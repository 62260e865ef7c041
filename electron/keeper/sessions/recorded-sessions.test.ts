import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { endGroup } from './end-group.ts';
import { livingProcessesOf, startTicksOf } from './processes.ts';
import { endLeftovers, readRecordedSessions, recordSessions } from './recorded-sessions.ts';
import { until, volatileFolder } from './sessions.test-support.ts';

/** Something that hung: a leader with a child, of which nobody takes care. */
async function leftover(): Promise<number> {
  const child = spawn('bash', ['-c', 'sleep 600 & wait'], { detached: true, stdio: 'ignore' });
  const { pid } = child;
  if (pid === undefined) throw new Error('not started');
  onTestFinished(async () => {
    await endGroup(pid);
  });
  await until(() => expect(livingProcessesOf(pid)).toHaveLength(2));
  return pid;
}

function record(pid: number, folder: string): string {
  const path = join(temporaryFolder(), 'sessions.json');
  recordSessions(path, folder, [{ pid, folder: { path: join(folder, 'session-1') } }], { pid });
  return path;
}

/** Changes what a record says, as time or another machine would. */
function alter(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('what a dead keeper left', () => {
  it('is ended and removed, and then forgotten', async () => {
    const folder = volatileFolder();
    const pid = await leftover();
    const path = record(pid, folder);
    expect(readRecordedSessions(path)).toMatchObject({ sessions: [{ pid, shown: true }] });
    expect(await endLeftovers(path)).toEqual({ processesEnded: 2, foldersRemoved: 1 });
    expect(livingProcessesOf(pid)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(path)).toBe(false);
    expect(await endLeftovers(path)).toEqual({ processesEnded: 0, foldersRemoved: 0 });
  });

  it('is ended also where the leader is dead and only its children live', async () => {
    const pid = await leftover();
    const path = record(pid, volatileFolder());
    process.kill(pid, 'SIGKILL');
    await until(() => expect(startTicksOf(pid)).toBeNull());
    expect(livingProcessesOf(pid)).toHaveLength(1);
    expect(await endLeftovers(path)).toMatchObject({ processesEnded: 1 });
    expect(livingProcessesOf(pid)).toEqual([]);
  });

  it('is not another process that got the number since', async () => {
    const pid = await leftover();
    const path = record(pid, volatileFolder());
    const ticks = startTicksOf(pid) ?? 0;
    alter(path, (text) => text.replace(/"startTicks":\d+/, `"startTicks":${(ticks + 1) % 4_096}`));
    expect(await endLeftovers(path)).toMatchObject({ processesEnded: 0 });
    expect(livingProcessesOf(pid)).toHaveLength(2);
  });

  it('is not a process whose number was recorded when nobody had it any more', async () => {
    const pid = await leftover();
    const path = record(pid, volatileFolder());
    alter(path, (text) => text.replace(/"startTicks":\d+/, '"startTicks":null'));
    expect(await endLeftovers(path)).toMatchObject({ processesEnded: 0 });
    expect(livingProcessesOf(pid)).toHaveLength(2);
  });

  it('is nothing after the machine has restarted: then the numbers are other people’s', async () => {
    const pid = await leftover();
    const path = record(pid, volatileFolder());
    process.kill(pid, 'SIGKILL');
    await until(() => expect(startTicksOf(pid)).toBeNull());
    // Daemons fork twice: their POSIX session has the number of a leader that is gone.
    alter(path, (text) => text.replace(/"boot":"[^"]+"/, '"boot":"of another day"'));
    expect(await endLeftovers(path)).toMatchObject({ processesEnded: 0 });
    expect(livingProcessesOf(pid)).toHaveLength(1);
    expect(existsSync(path)).toBe(false);
  });
});

it('a record says neither when a session began nor when it was written, and one of an earlier version is still believed', async () => {
  const pid = await leftover();
  const path = record(pid, volatileFolder());
  const ticks = startTicksOf(pid) ?? 0;
  // The machine has run for longer than the rest can say, or there is nothing to see here.
  if (ticks > 4_096) expect(readFileSync(path, 'utf8')).not.toContain(`${ticks}`);
  expect(readRecordedSessions(path)?.sessions[0]?.startTicks).toBeLessThan(4_096);
  expect(statSync(path).mtimeMs).toBe(0);
  alter(path, (text) => text.replace(/"startTicks":\d+/, `"startTicks":${ticks}`));
  expect(await endLeftovers(path)).toMatchObject({ processesEnded: 2 });
});

describe('a recorded folder', () => {
  it('is removed only if this program can have made it', async () => {
    const onDisk = mkdtempSync(join(tmpdir(), 'counterfoil-'));
    const foreign = mkdtempSync('/dev/shm/somebody-');
    onTestFinished(() => {
      rmSync(onDisk, { recursive: true });
      rmSync(foreign, { recursive: true });
    });
    for (const folder of [onDisk, foreign]) {
      const path = join(temporaryFolder(), 'sessions.json');
      recordSessions(path, folder, [], null);
      expect(await endLeftovers(path)).toEqual({ processesEnded: 0, foldersRemoved: 0 });
      expect(existsSync(folder)).toBe(true);
    }
  });
});

it.each(['', '{"keeperFolder":', '{"sessions":[]}', '[]'])(
  'a record that says %j is no record',
  async (text) => {
    const path = join(temporaryFolder(), 'sessions.json');
    writeFileSync(path, text);
    expect(readRecordedSessions(path)).toBeNull();
    expect(await endLeftovers(path)).toEqual({ processesEnded: 0, foldersRemoved: 0 });
    expect(existsSync(path)).toBe(false);
  },
);
