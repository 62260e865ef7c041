import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { CRASH_HANDLERS } from '../../shared/doctor/program/crash-handler.ts';

/** What comes with a runtime and lies nowhere else. The fuse would load neither of the first two. */
const PATHS: ReadonlyMap<string, string> = new Map([
  // Electron's own default app, and in the evaluation runtime our launcher.
  ['resources/app', 'starts whatever folder it is given'],
  ['resources/default_app.asar', 'starts whatever folder it is given'],
  ['version', 'only tells a runtime from another'],
]);

/** Programs that have no business in a package, wherever they lie in it. */
const PROGRAMS: ReadonlyMap<string, string> = new Map([
  ...CRASH_HANDLERS.map((name) => [name, 'copies the memory of a process that crashes'] as const),
  // Where it is root's and SUID, Chromium runs it as root. Its sandbox is made of user namespaces, or there is no kiosk.
  ['chrome-sandbox', 'would be a SUID helper'],
]);

const SET_ID = 0o6000;

/** Takes all of that away. */
export async function removeNotShipped(unpacked: string): Promise<void> {
  for (const path of [...PATHS.keys(), ...PROGRAMS.keys()])
    await rm(join(unpacked, path), { recursive: true, force: true });
}

/** What is in a package that must not be, as "file: why": by its place, its name or its rights. */
export async function notShippableIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const why = PATHS.get(relative(folder, path)) ?? PROGRAMS.get(entry.name);
    if (why !== undefined) found.push(`${relative(folder, path)}: ${why}`);
    else if (entry.isFile() && ((await stat(path)).mode & SET_ID) !== 0)
      found.push(`${relative(folder, path)}: runs with its owner’s rights`);
  }
  return found;
}
