import { spawn } from 'node:child_process';

/** Whether this account is given a user namespace: `not-tried` where there is no program to try it with. */
export type UserNamespace = 'made' | 'refused' | 'not-tried';

/**
 * Since Ubuntu 23.10: 1 where only programs with a profile of AppArmor's make user namespaces. `unshare` has none, so a refusal
 * says nothing of Chromium there.
 */
export const APPARMOR_RESTRICTS = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/**
 * Asks for a user namespace as Chromium's sandbox does: with this account's rights, and with the filters of its unit. It ends with
 * the program that asked.
 */
export function makesUserNamespace(): Promise<UserNamespace> {
  return new Promise((resolve) => {
    const child = spawn('unshare', ['--user', '--map-root-user', 'true'], {
      // Why it is refused, for the log.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', () => resolve('not-tried'));
    child.once('close', (code) => resolve(code === 0 ? 'made' : 'refused'));
  });
}
