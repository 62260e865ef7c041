import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';

/** Where cores find their keeper, in its folder. */
export const KEEPER_SOCKET = 'keeper.sock';

/** The keeper's own volatile folder, 0700. Holds its socket, the list of sessions, and their homes. */
export function createKeeperFolder(root: string): string {
  return mkdtempSync(join(root, 'counterfoil-'));
}

/** The folders of one session, all below one that is removed with it. */
export interface SessionFolder {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Makes the home of one session: everything that Chromium, GTK or a library might write lands in it. */
export function createSessionFolder(keeperFolder: string): SessionFolder {
  const path = join(keeperFolder, `session-${randomBytes(6).toString('hex')}`);
  const at = (name: string): string => {
    const folder = join(path, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  };
  // Electron is pointed at it (session/main.ts). It must be there before: Chromium writes the port that tests
  // attach to from another thread, and loses it when the folder comes later (seen in one start of four).
  at('chromium');
  return {
    path,
    environment: {
      HOME: at('home'),
      TMPDIR: at('tmp'),
      XDG_CONFIG_HOME: at('config'),
      XDG_CACHE_HOME: at('cache'),
      XDG_DATA_HOME: at('data'),
      XDG_STATE_HOME: at('state'),
      XDG_RUNTIME_DIR: at('run'),
    },
  };
}

/** Removes a session's folder and proves that it is gone. */
export function removeSessionFolder(path: string): Result<null, { readonly kind: 'still-there' }> {
  rmSync(path, { recursive: true, force: true });
  return existsSync(path) ? err({ kind: 'still-there' }) : ok(null);
}
