import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram, runCommand } from '../machine/command.ts';
import { withDisplay } from '../machine/display.ts';
import { currentOwner } from './cache-folder.ts';
import { cachedEvaluationRuntime } from './evaluation.ts';
import { showFirstScreen } from './first-screen.ts';

// The real runtime, where a start or `node build/machine/main.ts` has brought it; nothing is fetched for a test.
const runtime = await cachedEvaluationRuntime(currentOwner());
const electron = path.join(runtime ?? '', 'electron');
const ready = runtime !== null && (await findProgram('Xvfb')) !== null;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'launcher-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function start(words: readonly string[]) {
  const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${folder}/data`];
  const ended = await withDisplay(
    (display) =>
      runCommand(electron, [...switches, ...words], {
        environment: { ...display.environment, HOME: folder },
        timeoutMilliseconds: 20_000,
      }),
    { alwaysOwn: true },
  );
  if (!ended.ok) throw new Error(ended.error);
  return ended.value;
}

describe.runIf(ready)('the evaluation runtime', () => {
  it('starts the folder named on the command line, and leaves the other words to the app', async () => {
    const app = path.join(folder, 'app');
    await mkdir(app);
    await writeFile(path.join(app, 'package.json'), '{"name":"trial","version":"1.2.3","main":"start.cjs"}');
    await writeFile(
      path.join(app, 'start.cjs'),
      `const { app } = require('electron');
       console.log(JSON.stringify([app.getName(), app.getVersion(), app.getAppPath(), app.isPackaged,
         process.versions.electron, process.argv.slice(-4)]));
       app.exit();`,
    );
    const ended = await start([app, '--own=1', 'word', '-x']);
    expect(ended.ok ? JSON.parse(ended.value) : ended.error.output).toEqual([
      ...['trial', '1.2.3', app, false, '25.1.1'],
      [app, '--own=1', 'word', '-x'],
    ]);
  });

  it('says what it wants when no folder is named', async () => {
    const ended = await start([]);
    expect(ended.ok ? '' : ended.error.output).toContain('Name the folder of the app');
  });

  it('shows a first screen here', { timeout: 30_000 }, async () => {
    expect(await showFirstScreen(electron)).toMatchObject({ ok: true });
  });
});

describe('a program that is no Electron', () => {
  it.runIf(process.platform === 'linux' && ready)('shows no first screen', async () => {
    expect(await showFirstScreen('/bin/true')).toMatchObject({ ok: false });
  });
});
