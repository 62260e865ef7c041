import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';

export const usbDrives = declareCheck({
  id: 'usb-drives',
  title: 'USB drives that are mounted',
  why: 'A drive that stays in the kiosk can be carried away with what was written to it, and nobody misses it.',
  goLive: { kind: 'advice' },
  remedies: { unmount: 'Run `umount {path}` as root, and take the drive out.' },
});

export interface UsbDriveFacts {
  /** Where drives are mounted; null: the table of mounts can’t be read. */
  readonly points: readonly string[] | null;
  /** The place that the settings name for exports, or null. */
  readonly exportFolder: string | null;
}

export function judgeUsbDrives({ points, exportFolder }: UsbDriveFacts): Finding {
  if (points === null) return notRun('The table of mounts can’t be read.');
  const others = points.filter((point) => !isExportPlace(point));
  const [first, ...more] = others;
  if (first === undefined)
    return pass(points.length === 0 ? 'No USB drive is mounted.' : 'Only the drive for exports is mounted.');
  const which = more.length === 0 ? first : `${first} and ${more.length} more places`;
  return warn(`A USB drive is mounted at ${which}.`, remedy(usbDrives.remedies.unmount, { path: first }));

  function isExportPlace(point: string): boolean {
    return exportFolder !== null && (exportFolder === point || exportFolder.startsWith(`${point}/`));
  }
}
