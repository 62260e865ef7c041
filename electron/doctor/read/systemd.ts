import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  inReadingOrder,
  isNo,
  type SettingsFolder,
  settingIn,
} from '../../../shared/doctor/parse/systemd-settings.ts';
import { valueIn } from '../../../shared/doctor/reading.ts';
import { lstatAt, namesIn, orNull, readText } from './files.ts';

/** Where systemd looks, in the order of precedence (systemd.syntax(7)). */
const FOLDERS = ['/etc/systemd', '/run/systemd', '/usr/local/lib/systemd', '/usr/lib/systemd'];

/** The texts of settings such as `journald.conf` and its drop-ins, in the order that systemd reads them. */
export function systemdSettings(name: string): readonly string[] {
  const main = FOLDERS.map((folder) => readText(join(folder, name))).find(({ kind }) => kind === 'read');
  return inReadingOrder(
    main?.kind === 'read' ? main.text : null,
    FOLDERS.map((folder) => dropIns(join(folder, `${name}.d`))),
  );
}

function dropIns(folder: string): SettingsFolder {
  const names = (namesIn(folder) ?? []).filter((name) => name.endsWith('.conf'));
  return { files: names.map((name) => ({ name, text: valueIn(readText(join(folder, name))) ?? '' })) };
}

/** Whether systemd runs this machine (sd_booted(3)). */
export function hasSystemd(): boolean {
  return lstatAt('/run/systemd/system')?.isDirectory() === true;
}

/** Whether all these targets are masked: a link to nothing stands in their place. */
export function areMasked(targets: readonly string[]): boolean {
  return targets.every((target) =>
    ['/etc/systemd/system', '/run/systemd/system'].some(
      (folder) => orNull(() => readlinkSync(join(folder, target))) === '/dev/null',
    ),
  );
}

/** Whether sleep.conf says no to this kind of sleep. */
export function isSleepForbidden(key: 'AllowSuspend' | 'AllowHibernation'): boolean {
  return isNo(settingIn(systemdSettings('sleep.conf'), 'Sleep', key));
}
