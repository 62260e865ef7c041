import { realpathSync } from 'node:fs';
import { valueIn } from '../../../shared/doctor/reading.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import { namesIn, readText } from './files.ts';
import { mounts } from './mounts.ts';

const DEVICES = '/sys/bus/usb/devices';

/** The class of printers (usb.org, Defined Class Codes), as sysfs writes it. */
const PRINTER = '07';

/** Where file systems of USB devices are mounted; null: the table of mounts can't be read. */
export function usbMountPoints(): readonly string[] | null {
  const table = mounts();
  if (table === null) return null;
  return table
    .filter(({ device }) => {
      const folder = orNull(() => realpathSync(`/sys/dev/block/${device}`));
      return folder !== null && /\/usb\d+\//.test(folder);
    })
    .map(({ point }) => point);
}

/** How many USB devices have an interface of a printer; null: this computer doesn't tell. */
export function usbPrinters(): number | null {
  const names = namesIn(DEVICES);
  if (names === null) return null;
  const printers = names.filter(
    (name) => valueIn(readText(`${DEVICES}/${name}/bInterfaceClass`)) === PRINTER,
  );
  // "1-2:1.0": the device stands before the colon, and may have several interfaces.
  return new Set(printers.map((name) => name.split(':')[0])).size;
}
