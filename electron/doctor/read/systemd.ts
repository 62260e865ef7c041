import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  dropInFolders,
  inReadingOrder,
  type SettingsFile,
} from '../../../shared/doctor/parse/systemd-settings.ts';
import type { Reading } from '../../../shared/doctor/reading.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import { lstatAt, namesIfAny, readText } from './files.ts';

/** Where systemd looks, in the order of precedence (systemd.syntax(7)). */
const FOLDERS = ['/etc/systemd', '/run/systemd', '/usr/local/lib/systemd', '/usr/lib/systemd'];

/** The same for units (systemd.unit(5)): `systemctl set-property` and `edit`, generators and packages each write to their own. */
const UNIT_FOLDERS = [
  ...['/etc/systemd/system.control', '/run/systemd/system.control', '/run/systemd/transient'],
  ...['/run/systemd/generator.early', '/etc/systemd/system', '/etc/systemd/system.attached'],
  ...['/run/systemd/system', '/run/systemd/system.attached', '/run/systemd/generator'],
  ...['/usr/local/lib/systemd/system', '/usr/lib/systemd/system', '/run/systemd/generator.late'],
];

/** Settings or a unit as systemd reads them: the first main file that it finds (null: none), and drop-ins in reading order. */
export interface SystemdFiles {
  readonly main: SettingsFile | null;
  readonly dropIns: readonly SettingsFile[];
}

/**
 * The texts of settings such as `journald.conf` and its drop-ins, in the order that systemd reads them. Null: one of them can't
 * be read, and may say anything.
 */
export function systemdSettings(name: string): readonly string[] | null {
  const files = filesOf(name, FOLDERS, [`${name}.d`]);
  return files === null ? null : textsOf(files);
}

/** The same of a unit; empty: there is no such unit. */
export function unitSettings(unit: string): readonly string[] | null {
  const files = unitFiles(unit);
  if (files === null) return null;
  return files.main === null ? [] : textsOf(files);
}

/** The files of a unit. Null: one of them can't be read. */
export function unitFiles(unit: string): SystemdFiles | null {
  return filesOf(unit, UNIT_FOLDERS, dropInFolders(unit));
}

function filesOf(
  name: string,
  folders: readonly string[],
  dropInNames: readonly string[],
): SystemdFiles | null {
  const main = folders
    .map((folder) => join(folder, name))
    .map((path) => ({ path, reading: readText(path) }))
    .find(({ reading }) => reading.kind !== 'missing');
  const dropIns = dropInNames.flatMap((each) => folders.map((folder) => dropInsOf(join(folder, each))));
  if (main?.reading.kind === 'unreadable' || dropIns.includes(null)) return null;
  return {
    main: main === undefined ? null : { name, path: main.path, text: textOf(main.reading) },
    dropIns: inReadingOrder(dropIns.filter((each) => each !== null)),
  };
}

function textsOf({ main, dropIns }: SystemdFiles): readonly string[] {
  return [...(main === null ? [] : [main]), ...dropIns].map(({ text }) => text);
}

/** Null: the folder, or a file in it, can't be read. */
function dropInsOf(folder: string): readonly SettingsFile[] | null {
  const names = namesIfAny(folder)?.filter((name) => name.endsWith('.conf'));
  if (names === undefined) return null;
  const files = names.map((name) => {
    const path = join(folder, name);
    return { name, path, reading: readText(path) };
  });
  if (files.some(({ reading }) => reading.kind === 'unreadable')) return null;
  return files.map(({ name, path, reading }) => ({ name, path, text: textOf(reading) }));
}

/** A link to nothing is how a drop-in of the package is taken back: it says nothing. */
function textOf(reading: Reading): string {
  return reading.kind === 'read' ? reading.text : '';
}

/** Whether systemd runs this machine (sd_booted(3)). */
export function hasSystemd(): boolean {
  return lstatAt('/run/systemd/system')?.isDirectory() === true;
}

/** Whether all these units are masked: a link to nothing stands in their place. */
export function areMasked(units: readonly string[]): boolean {
  return units.every((unit) =>
    ['/etc/systemd/system', '/run/systemd/system'].some(
      (folder) => orNull(() => readlinkSync(join(folder, unit))) === '/dev/null',
    ),
  );
}

/** Whether a unit is enabled: this target wants it. */
export function isEnabled(unit: string, target = 'multi-user.target'): boolean {
  return lstatAt(join('/etc/systemd/system', `${target}.wants`, unit)) !== null;
}

/** Units of an administrator's own, and those that systemd's generators have made at this start. */
const SWAP_UNIT_FOLDERS = [
  '/etc/systemd/system',
  '/run/systemd/generator.early',
  '/run/systemd/generator',
  '/run/systemd/generator.late',
];

/** The swap units that systemd knows of and that are not masked; null: a folder of them can't be listed. */
export function swapUnits(): readonly string[] | null {
  const found = SWAP_UNIT_FOLDERS.map(namesIfAny);
  if (found.includes(null)) return null;
  const names = found.flatMap((each) => each ?? []).filter((name) => name.endsWith('.swap'));
  return [...new Set(names)].filter((name) => !areMasked([name]));
}
