import { readFileSync } from 'node:fs';
import { APPARMOR_RESTRICTS, makesUserNamespace } from '../lib/sandbox/user-namespaces.ts';

/**
 * What Chromium's sandbox is made of on this machine: user namespaces; or nobody can tell but the session's own program; or
 * nothing, because the kernel refuses them, or because root runs the kiosk (an evaluation's alone). There is no other kind: the
 * helper that would be root's own is not shipped, and the unit gives no program more rights. `system`: not on Linux.
 */
export type Sandbox = 'user-namespaces' | 'unknown' | 'refused' | 'root' | 'system';

/** One line for the log. */
export const SANDBOX_LINES: Readonly<Record<Sandbox, string>> = {
  'user-namespaces': 'counterfoil: Chromium’s sandbox is made of user namespaces',
  unknown: 'counterfoil: whether Chromium’s sandbox gets user namespaces is seen when its page comes up',
  refused: 'counterfoil: Chromium’s sandbox is refused user namespaces, and there is no other',
  root: 'counterfoil: started by root, so Chromium has no sandbox',
  system: 'counterfoil: Chromium’s sandbox is this system’s own',
};

/** Looks anew at each start: an image may have been made on another machine, and kernel settings change. */
export async function lookForSandbox(root: boolean, restriction = APPARMOR_RESTRICTS): Promise<Sandbox> {
  if (root) return 'root';
  if (process.platform !== 'linux') return 'system';
  switch (await makesUserNamespace()) {
    case 'made':
      return 'user-namespaces';
    case 'not-tried':
      return 'unknown';
    case 'refused':
      return isRestricted(restriction) ? 'unknown' : 'refused';
  }
}

function isRestricted(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').trim() === '1';
  } catch {
    // A kernel that does not know of it restricts nothing by it.
    return false;
  }
}
