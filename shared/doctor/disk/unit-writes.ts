import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, warn } from '../finding.ts';
import { isNo, settingIn, wordsIn } from '../parse/systemd-settings.ts';

export const unitWrites = declareCheck({
  id: 'unit-writes',
  title: 'What the kiosk’s unit may write to',
  why: 'The unit lets the kiosk write to a few folders alone; with its data elsewhere there is no kiosk, or one that loses it.',
  // A kiosk that somebody starts by hand has no unit.
  goLive: { kind: 'stops', whenUnknown: 'tolerated' },
  remedies: {
    // The kiosk can't: it makes folders only where its unit may write. On a disk that comes later it would lie below the mount.
    make: 'First mount the disk of {folder}, if it has one, and make the folder: run `install -d -o counterfoil -g counterfoil -m 0700 {folder}` as root.',
    // Its disk is waited for, as long as a disk may take, and is not required: without it the kiosk shows a page. Nothing that the kiosk
    // writes is started.
    allow:
      "Then run `mkdir -p /etc/systemd/system/{unit}.d && printf '[Unit]\\nWantsMountsFor={folder}\\n[Service]\\nReadWritePaths=-{folder}\\nNoExecPaths=-{folder}\\n' > /etc/systemd/system/{unit}.d/90-counterfoil-local.conf && systemctl daemon-reload && systemctl restart {unit}` as root.",
    elsewhere:
      'Name `/var/lib/counterfoil`, or a folder in it, as `data-folder` in `/etc/counterfoil/settings.toml`.',
    mayBeMissing:
      'Write `ReadWritePaths=-{place}` in the place of `ReadWritePaths={place}`, in the file that `systemctl cat {unit}` names above it, and run `systemctl daemon-reload` as root.',
  },
});

export interface UnitWritesFacts {
  /** The data folder, through links. */
  readonly folder: string;
  /** `counterfoil.service`. */
  readonly unit: string;
  /** The unit's text and its drop-ins, in reading order; empty: there is no such unit. Null: one of them can't be read. */
  readonly settings: readonly string[] | null;
}

export function judgeUnitWrites({ folder, unit, settings }: UnitWritesFacts): Finding {
  if (settings === null) return notRun(`A file of ${unit} can’t be read.`);
  if (settings.length === 0) return notRun(`There is no ${unit} on this computer.`);
  const hidden = hiddenPlaces(settings).find((place) => isBelow(folder, place));
  if (hidden !== undefined) {
    return fail(
      `${unit} has a ${hidden} of its own, or none: data in ${folder} would not be there.`,
      unitWrites.remedies.elsewhere,
    );
  }
  // systemd.exec(5): without `strict` only the system's own folders are closed.
  const isStrict = settingIn(settings, 'Service', 'ProtectSystem')?.toLowerCase() === 'strict';
  if (isStrict && !writablePlaces(settings).some((place) => isBelow(folder, place))) {
    return fail(
      `${unit} may not write to ${folder}.`,
      remedy(unitWrites.remedies.make, { folder }),
      remedy(unitWrites.remedies.allow, { unit, folder }),
      unitWrites.remedies.elsewhere,
    );
  }
  const [needed] = neededPlaces(settings);
  if (needed !== undefined) {
    return warn(
      `Where ${needed} is missing at a start, ${unit} doesn’t start, and no page says why.`,
      remedy(unitWrites.remedies.mayBeMissing, { unit, place: needed }),
    );
  }
  return pass(
    isStrict ? `${unit} may write to ${folder}.` : `${unit} is not kept from writing to ${folder}.`,
  );
}

/** Places that are another folder in the unit than outside of it: what is written there goes with it, if it can be. */
function hiddenPlaces(settings: readonly string[]): readonly string[] {
  const isOn = (key: string): boolean => {
    const value = settingIn(settings, 'Service', key);
    return value !== undefined && !isNo(value);
  };
  return [
    ...(isOn('ProtectHome') ? ['/home', '/root', '/run/user'] : []),
    ...(isOn('PrivateTmp') ? ['/tmp', '/var/tmp'] : []),
    ...wordsIn(settings, 'Service', 'TemporaryFileSystem').map((word) => word.replace(/:.*$/, '')),
  ];
}

function writablePlaces(settings: readonly string[]): readonly string[] {
  return [
    ...wordsIn(settings, 'Service', 'StateDirectory').map((name) => `/var/lib/${name.replace(/:.*$/, '')}`),
    // A minus: it need not be there. A plus: below the unit's own root.
    ...wordsIn(settings, 'Service', 'ReadWritePaths').map((word) => word.replace(/^[-+]+/, '')),
  ];
}

/** Without a minus systemd gives up before any program of the unit runs, where such a place is missing: a disk that did not come. */
function neededPlaces(settings: readonly string[]): readonly string[] {
  return wordsIn(settings, 'Service', 'ReadWritePaths').filter((word) => /^[^-]/.test(word));
}

function isBelow(folder: string, place: string): boolean {
  const bare = place.replace(/\/+$/, '');
  return folder === bare || folder.startsWith(`${bare}/`);
}
