import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endGroup } from '../../electron/keeper/sessions/end-group.ts';
import { openXKeyboard } from './keyboard/x-keyboard.ts';
import { until } from './kiosk/session-processes.ts';
import type { KioskMachine } from './kiosk/test-kiosk.ts';

const APP = fileURLToPath(new URL('typing-window/', import.meta.url));

/** The input method modules of GTK that a process has loaded. */
export function inputMethodsOf(pid: number): readonly string[] {
  return [...new Set(readFileSync(`/proc/${pid}/maps`, 'utf8').match(/\/immodules\/\S+/g))];
}

/** Which input methods a window of this runtime has loaded by the time that a key has arrived in it. */
export async function inputMethodsOfWindow(
  { runtime, environment: display }: KioskMachine,
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-typing-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(runtime.executable, [APP, ...asRoot, '--disable-gpu'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', ...display, ...environment, HOME: folder },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the window to type in could not be started');
  const told: unknown[] = [];
  child.on('message', (message) => told.push(message));
  try {
    await until('the window', () => (told.includes('shown') ? true : null));
    const keys = openXKeyboard(display);
    await until('the key', () => {
      if (told.some((message) => typeof message === 'string' && message.startsWith('7'))) return true;
      void keys.type('7');
      return null;
    });
    return inputMethodsOf(pid);
  } finally {
    await endGroup(pid);
    rmSync(folder, { recursive: true, force: true });
  }
}
