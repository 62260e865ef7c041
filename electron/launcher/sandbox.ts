import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

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

/** Since Ubuntu 23.10: only programs with a profile of AppArmor's make user namespaces, and `unshare` has none. */
const APPARMOR_RESTRICTS = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

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

/** As Chromium does it: with this account's rights, and with the filters of the unit. */
function makesUserNamespace(): Promise<'made' | 'refused' | 'not-tried'> {
  return new Promise((resolve) => {
    const child = spawn('unshare', ['--user', '--map-root-user', 'true'], {
      // Why it is refused, for the log.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', () => resolve('not-tried'));
    child.once('close', (code) => resolve(code === 0 ? 'made' : 'refused'));
  });
}

function isRestricted(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').trim() === '1';
  } catch {
    // A kernel that does not know of it restricts nothing by it.
    return false;
  }
}
