import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { lastLines, runCommand } from '../machine/command.ts';
import { withDisplay } from '../machine/display.ts';

/** The first start of a runtime reads all of it from the disk. */
const withinMilliseconds = 60_000;
const probe = path.join(import.meta.dirname, 'probe.cjs');

/**
 * Starts a tiny app with this Electron and waits for its first painted screen; the value is how many
 * milliseconds that took. A binary that is there can still show nothing (missing library, no sandbox).
 */
export async function showFirstScreen(executable: string): Promise<Result<number, string>> {
  if (process.platform !== 'linux') return start(executable, {});
  const shown = await withDisplay((display) => start(executable, display.environment));
  return shown.ok ? shown.value : shown;
}

async function start(
  executable: string,
  display: Readonly<Record<string, string>>,
): Promise<Result<number, string>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'counterfoil-probe-'));
  await chmod(folder, 0o700);
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const begun = performance.now();
  try {
    // Its own home: Electron leaves a profile wherever HOME points, and caches beside it.
    const ended = await runCommand(executable, [...switches, `--user-data-dir=${folder}`, probe], {
      environment: { ...display, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, ELECTRON_RUN_AS_NODE: '' },
      timeoutMilliseconds: withinMilliseconds,
    });
    if (ended.ok && ended.value.includes('first screen')) return ok(performance.now() - begun);
    if (ended.ok) return err('it ended without a first screen');
    if (ended.error.reason === 'timeout') return err(`no first screen in ${withinMilliseconds / 1000} s`);
    return err(`no first screen: ${tellingLine(ended.error.output)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The line that names the cause: what Chromium calls fatal, else the last one. */
function tellingLine(output: string): string {
  return output.split('\n').find((line) => line.includes('FATAL')) ?? lastLines(output, 1);
}
