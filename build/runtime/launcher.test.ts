import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram, runCommand } from '../machine/command.ts';
import { withDisplay } from '../machine/display.ts';
import { currentOwner } from './cache-folder.ts';
import { cachedEvaluationRuntime } from './evaluation.ts';
import { showFirstScreen } from './first-screen.ts';
import { electron25, electron33 } from './pins.ts';

// The real runtimes, where a start or `node build/machine/main.ts` has brought them; nothing is fetched for a test.
const runtimes = await Promise.all(
  [electron33, electron25].map(async ({ electronVersion, ...pin }) => ({
    electronVersion,
    folder: await cachedEvaluationRuntime(currentOwner(), { electronVersion, ...pin }),
  })),
);
const hasDisplay = (await findProgram('Xvfb')) !== null;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'launcher-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function start(electron: string, words: readonly string[]) {
  const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${folder}/data`];
  const ended = await withDisplay(
    (display) =>
      runCommand(electron, [...switches, ...words], {
        environment: { ...display.environment, HOME: folder },
        timeoutMilliseconds: 60_000,
      }),
    { alwaysOwn: true },
  );
  if (!ended.ok) throw new Error(ended.error);
  return ended.value;
}

describe.each(runtimes)('Electron $electronVersion', ({ electronVersion, folder: runtime }) => {
  const electron = path.join(runtime ?? '', 'electron');
  describe.runIf(hasDisplay && runtime !== null)('for evaluation', () => {
    it('starts the folder named on the command line, and leaves the other words to the app', async () => {
      const app = path.join(folder, 'app');
      await mkdir(app);
      await writeFile(
        path.join(app, 'package.json'),
        '{"name":"trial","version":"1.2.3","main":"start.cjs"}',
      );
      await writeFile(
        path.join(app, 'start.cjs'),
        `const { app } = require('electron');
       console.log(JSON.stringify([app.getName(), app.getVersion(), app.getAppPath(), app.isPackaged,
         process.versions.electron, process.argv.slice(-4)]));
       app.exit();`,
      );
      const ended = await start(electron, [app, '--own=1', 'word', '-x']);
      expect(ended.ok ? JSON.parse(ended.value) : ended.error.output).toEqual([
        ...['trial', '1.2.3', app, false, electronVersion],
        [app, '--own=1', 'word', '-x'],
      ]);
    });

    it('says what it wants when no folder is named', async () => {
      const ended = await start(electron, []);
      expect(ended.ok ? '' : ended.error.output).toContain('Name the folder of the app');
    });

    it('shows a first screen here', async () => {
      expect(await showFirstScreen(electron)).toMatchObject({ ok: true });
    });
  });
});

describe('a program that is no Electron', () => {
  it.runIf(process.platform === 'linux' && hasDisplay)('shows no first screen', async () => {
    expect(await showFirstScreen('/bin/true')).toMatchObject({ ok: false });
  });
});
