import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { openOtherProgram } from '../../../electron/keeper/x-display/other-program.test-support.ts';

/** A real clipboard manager at the display, which keeps what others copy. */
export interface ClipboardManager {
  stop(): Promise<void>;
}

const PAUSE_MILLISECONDS = 20;

/** Starts xclipboard, and waits until it says at the display what it is. */
export async function startClipboardManager(
  environment: Readonly<Record<string, string>>,
): Promise<ClipboardManager> {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', ...environment };
  const child = spawn('xclipboard', ['-geometry', '160x40+1100+750'], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const witness = await openOtherProgram(environment);
  const isRunning = async (): Promise<boolean> => witness.isOwned(await witness.atom('CLIPBOARD_MANAGER'));
  while (child.exitCode === null && !(await isRunning())) await delay(PAUSE_MILLISECONDS);
  if (child.exitCode !== null) throw new Error(`xclipboard ended with ${child.exitCode}`);
  return {
    async stop() {
      child.kill();
      await ended;
      // The server takes what it owned from it a moment after its end.
      while (await isRunning()) await delay(PAUSE_MILLISECONDS);
      witness.close();
    },
  };
}
