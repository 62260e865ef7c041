import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, together, warn } from '../finding.ts';

export const temporaryFolders = declareCheck({
  id: 'temporary-folders',
  title: 'Temporary folders',
  why: 'Printer drivers and system programs leave files there, and on a disk those survive the restart.',
  goLive: { kind: 'advice' },
  remedies: {
    mount: "Run `echo 'tmpfs /tmp tmpfs nosuid,nodev,mode=1777 0 0' >> /etc/fstab` as root, and restart.",
    look: 'Run `find {folder} -maxdepth 1 -user {account} -ls` as root, and remove what it names.',
  },
});

/**
 * A folder as it was found. `isUnitsOwn`: it is the kiosk’s unit’s, in the place of the computer’s; null: nobody can tell. `ownFiles`: how
 * many things in it belong to this account; null: it can’t be listed.
 */
export interface TemporaryFolder {
  readonly path: string;
  readonly isInMemory: boolean;
  readonly isUnitsOwn: boolean | null;
  readonly ownFiles: number | null;
}

/** `account`: the kiosk's, as a command names it. */
export function judgeTemporaryFolders(
  tmp: TemporaryFolder,
  persistent: TemporaryFolder,
  account: string,
): Finding {
  const place = tmp.isInMemory
    ? pass(`${tmp.path} is in memory.`)
    : warn(`${tmp.path} is on a disk.`, temporaryFolders.remedies.mount);
  return together(place, leftIn(persistent, account));
}

/** /var/tmp is on a disk by its purpose; nothing of the kiosk belongs there. */
function leftIn({ path, ownFiles, isUnitsOwn, isInMemory }: TemporaryFolder, account: string): Finding {
  if (isUnitsOwn !== false)
    return notRun(
      isUnitsOwn === null
        ? `Whose ${path} this is can’t be told.`
        : `The kiosk’s unit has a ${path} of its own: what this account left in the computer’s isn’t seen from there.`,
    );
  if (isInMemory) return pass(`${path} is in memory as well.`);
  if (ownFiles === null) return notRun(`${path} can’t be listed.`);
  if (ownFiles === 0) return pass(`Nothing of this account is in ${path}.`);
  return warn(
    `${ownFiles} files or folders of this account are in ${path}.`,
    remedy(temporaryFolders.remedies.look, { folder: path, account }),
  );
}
