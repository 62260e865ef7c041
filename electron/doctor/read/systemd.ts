import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inReadingOrder, type SettingsFolder } from '../../../shared/doctor/parse/systemd-settings.ts';
import type { Reading } from '../../../shared/doctor/reading.ts';
import { lstatAt, namesIfAny, orNull, readText } from './files.ts';

/** Where systemd looks, in the order of precedence (systemd.syntax(7)). */
const FOLDERS = ['/etc/systemd', '/run/systemd', '/usr/local/lib/systemd', '/usr/lib/systemd'];

/** The same for units (systemd.unit(5)). */
const UNIT_FOLDERS = FOLDERS.map((folder) => join(folder, 'system'));

/**
 * The texts of settings such as `journald.conf` and its drop-ins, in the order that systemd reads them. Null: one of them can't
 * be read, and may say anything.
 */
export function systemdSettings(name: string): readonly string[] | null {
  return textsOf(name, FOLDERS);
}

/** The same of a unit; empty: there is no such unit. */
export function unitSettings(unit: string): readonly string[] | null {
  const isThere = UNIT_FOLDERS.some((folder) => lstatAt(join(folder, unit)) !== null);
  return isThere ? textsOf(unit, UNIT_FOLDERS) : [];
}

function textsOf(name: string, folders: readonly string[]): readonly string[] | null {
  const main = folders.map((folder) => readText(join(folder, name))).find(({ kind }) => kind !== 'missing');
  const dropIns = folders.map((folder) => dropInsOf(join(folder, `${name}.d`)));
  if (main?.kind === 'unreadable' || dropIns.includes(null)) return null;
  return inReadingOrder(
    main?.kind === 'read' ? main.text : null,
    dropIns.filter((each) => each !== null),
  );
}

/** Null: the folder, or a file in it, can't be read. */
function dropInsOf(folder: string): SettingsFolder | null {
  const names = namesIfAny(folder)?.filter((name) => name.endsWith('.conf'));
  if (names === undefined) return null;
  const files = names.map((name) => ({ name, reading: readText(join(folder, name)) }));
  if (files.some(({ reading }) => reading.kind === 'unreadable')) return null;
  return { files: files.map(({ name, reading }) => ({ name, text: textOf(reading) })) };
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
