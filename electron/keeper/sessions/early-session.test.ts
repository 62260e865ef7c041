import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { configurationOf } from '../start/keeper.test-support.ts';
import { readMachine } from '../start/keeper-machine.ts';
import { productParts } from '../start/keeper-parts.ts';
import { runKeeper } from '../start/run-keeper.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';
import { type EarlySession, startEarlySession } from './early-session.ts';
import { livingProcessesOf } from './processes.ts';
import { readRecordedSessions } from './recorded-sessions.ts';
import { isAlive, shownOf, volatileFolder } from './sessions.test-support.ts';

let displays = 4_300;

/** The name of a display that takes connections, and shows nothing. */
async function display(): Promise<string> {
  displays += 1;
  const number = process.pid * 10_000 + displays;
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(`\0/tmp/.X11-unix/X${number}`, resolve));
  onTestFinished(() => void server.close());
  return `:${number}`;
}

const machineAt = (name: string | undefined) => ({ ...readMachine(process.env), DISPLAY: name });

function partsAt(name: string) {
  const machine = machineAt(name);
  return { ...productParts(machine), openSelections: () => scriptedSelections() };
}

async function earlyOf(
  configuration: ReturnType<typeof configurationOf>,
  name: string,
): Promise<EarlySession> {
  const early = await startEarlySession(configuration, machineAt(name));
  if (early === null) throw new Error('it was not started');
  return early;
}

/** What is left of an early session: its processes, and its keeper's folder. */
const left = ({ session, keeperFolder }: EarlySession) => ({
  processes: livingProcessesOf(session.pid).length,
  folder: existsSync(keeperFolder),
});
const NOTHING = { processes: 0, folder: false };

describe('a session that is started before its keeper is ready', () => {
  it('is the first on the screen, and no other is started for it', async () => {
    const name = await display();
    const configuration = configurationOf({ scripted: true });
    const early = await earlyOf(configuration, name);
    const keeper = await runKeeper(configuration, partsAt(name), undefined, early);
    if (!keeper.ok) throw new Error('refused');
    const { pool } = keeper.value.services;
    expect(shownOf(pool)).toBe(early.session);
    expect(pool.withToken(early.session.token)).toBe(early.session);
    const record = readRecordedSessions(join(configuration.dataFolder, 'sessions.json'));
    expect(record?.keeperFolder).toBe(early.keeperFolder);
    expect(record?.sessions.find(({ shown }) => shown)?.pid).toBe(early.session.pid);
    // Its spare lies beside it: there is one folder for both.
    expect(readdirSync(early.keeperFolder)).toContain('keeper.sock');
    await keeper.value.stop();
    expect(left(early)).toEqual(NOTHING);
  });

  it('is replaced where it died before the keeper was there', async () => {
    const name = await display();
    const configuration = configurationOf({ scripted: true });
    const early = await earlyOf(configuration, name);
    process.kill(early.session.pid, 'SIGKILL');
    await early.session.died;
    const keeper = await runKeeper(configuration, partsAt(name), undefined, early);
    if (!keeper.ok) throw new Error('refused');
    const shown = shownOf(keeper.value.services.pool);
    expect(shown.pid).not.toBe(early.session.pid);
    expect(isAlive(shown)).toBe(true);
    expect(existsSync(early.session.folder.path)).toBe(false);
    await keeper.value.stop();
    expect(left(early)).toEqual(NOTHING);
  });

  it.each([
    ['on a vault that is none', '.', 'vault'],
    ['in a folder in the place of which lies a file', 'vault.db', 'folder'],
  ])('leaves nothing where the kiosk does not start, %s', async (_what, folder, file) => {
    const name = await display();
    const configuration = configurationOf({ scripted: true });
    writeFileSync(join(configuration.dataFolder, 'vault.db'), 'no vault'.repeat(1_000));
    const dataFolder = join(configuration.dataFolder, folder);
    const early = await earlyOf(configuration, name);
    // The control.
    expect(left(early)).toEqual({ processes: 1, folder: true });
    const keeper = await runKeeper({ ...configuration, dataFolder }, partsAt(name), undefined, early);
    expect(keeper).toMatchObject({ ok: false, error: { file } });
    expect(left(early)).toEqual(NOTHING);
  });

  it.each([
    ['no display is named', async () => undefined, {}],
    ['none answers by that name', async () => ':4299', {}],
    ['the runtime is not there', display, { executable: '/nowhere/electron' }],
  ])('is not started where %s', async (_where, nameOf, electron) => {
    const configuration = configurationOf({ scripted: true });
    const memory = volatileFolder();
    const machine = { ...machineAt(await nameOf()), XDG_RUNTIME_DIR: memory, WAYLAND_DISPLAY: undefined };
    const early = await startEarlySession(
      { ...configuration, electron: { ...configuration.electron, ...electron } },
      machine,
    );
    expect(early).toBeNull();
    expect(readdirSync(memory)).toEqual([]);
  });

  it('is no cover for a bug: what is wrong with the words it is started with is thrown, and leaves no folder', async () => {
    const configuration = configurationOf({ scripted: true });
    const memory = volatileFolder();
    const machine = { ...machineAt(await display()), XDG_RUNTIME_DIR: memory, WAYLAND_DISPLAY: undefined };
    const electron = { ...configuration.electron, arguments: ['no \0 is in any word'] };
    await expect(startEarlySession({ ...configuration, electron }, machine)).rejects.toThrow('null bytes');
    expect(readdirSync(memory)).toEqual([]);
  });
});
