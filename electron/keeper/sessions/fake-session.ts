import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Stands in for the Electron runtime in tests: speaks a session's channel (painted, show, shown) and ends
 * with it. What it shall do wrong stands in its environment; `FAKE_GATE` is a file that it waits for.
 */
const {
  FAKE_STILLBORN: stillborn,
  FAKE_UNPAINTED: unpainted,
  FAKE_UNSHOWN: unshown,
  FAKE_CHILDREN: children,
  FAKE_GATE: gate,
} = process.env;

const OTHER = 'setInterval(() => {}, 1000)';

/** Says something to the keeper, if it is still there. */
function say(kind: string): void {
  process.send?.({ kind });
}

/** Waits until the file is there. Watched before it is looked for, so that it is not missed. */
function opened(path: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(dirname(path), () => look());
    const look = (): void => {
      if (!existsSync(path)) return;
      watcher.close();
      resolve();
    };
    look();
  });
}

if (stillborn !== undefined) process.exit(9);
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  if (unshown === undefined) say('shown');
});
if (children !== undefined) {
  // One in the group of the session, and two that job control put into a group of their own.
  spawn(process.execPath, ['-e', OTHER], { stdio: 'ignore' });
  spawn('bash', ['-c', `set -m; sleep 600 & wait`], { stdio: 'ignore' });
}
if (gate !== undefined) await opened(gate);
say('nonsense');
if (unpainted === undefined) say('painted');
