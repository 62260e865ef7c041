import { isNo, settingIn } from './systemd-settings.ts';

/** Whether sleep.conf and its drop-ins (sleep.conf.d(5)), in reading order, keep systemd from suspending to memory. */
export function forbidsSuspend(texts: readonly string[]): boolean {
  return isNo(settingIn(texts, 'Sleep', 'AllowSuspend'));
}

/** These write memory to a disk as well. Without a line of their own they are allowed only where hibernation is. */
const ALSO_HIBERNATING = ['AllowSuspendThenHibernate', 'AllowHybridSleep'];

/** The same of every sleep that writes memory to a disk. */
export function forbidsHibernation(texts: readonly string[]): boolean {
  const isForbidden = (key: string): boolean => isNo(settingIn(texts, 'Sleep', key));
  return (
    isForbidden('AllowHibernation') &&
    ALSO_HIBERNATING.every((key) => settingIn(texts, 'Sleep', key) === undefined || isForbidden(key))
  );
}
