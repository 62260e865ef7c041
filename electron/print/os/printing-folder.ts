import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'counterfoil-print-';

/** Windows does not remove a file that a process is only just letting go of. */
const PATIENTLY = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

/** Makes the home of one Electron process that prints. Its name says which worker made it. */
export function makePrintingFolder(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** What cannot be removed now is removed by the next worker: it must not cost the card its ending. */
export function removePrintingFolder(path: string): void {
  try {
    rmSync(path, PATIENTLY);
  } catch {
    // Looked for again by `removeLeftFolders`.
  }
}

/** Removes what killed workers left. Those of other applicants may be printing now, and theirs stay. */
export function removeLeftFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, worker] = /^counterfoil-print-(\d+)-\w+$/.exec(name) ?? [];
    const path = join(tmpdir(), name);
    if (worker !== undefined && !isRunning(Number(worker)) && isOurFolder(path)) removePrintingFolder(path);
  }
}

/** Whether a process of ours has this id. One that may not be asked is somebody else’s, who got the id later. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A folder of this user and no link to one: anybody may leave something of that name in a folder for all. */
function isOurFolder(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return false;
  // Windows has no such number, and a temporary folder for each user.
  return process.getuid === undefined || found.uid === process.getuid();
}
