import type { Architecture } from '../architecture.ts';
import { DEBIAN_ARCHITECTURES } from '../architecture.ts';
import { otherPackages, type PackageName } from '../package-name.ts';

/** What must be on the machine. The alternatives are names before and after 2024. */
const DEPENDS = [
  // What the session's executable is linked with; proven in a minimal chroot.
  'libgtk-3-0t64 | libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2t64 | libasound2',
  'libcups2t64 | libcups2',
  // The units, the account, and the word to the watchdog.
  'systemd',
  'udev',
  // Without it systemd starts login prompts on five more terminals.
  'dbus',
  // The display.
  'xserver-xorg-core',
  'xserver-xorg-input-libinput',
  'xauth',
  // A purge takes the account along (userdel). Debian's smallest systems lack it.
  'passwd',
  // Every letter of the kiosk's own screens is in a font that it brings. Chromium does not start where the system has none.
  'fonts-noto-core | fonts-dejavu-core',
];

const RECOMMENDS = [
  // For a printer that needs a driver, and for one on a USB cable that needs none. A printer at an address needs neither.
  'cups',
  'ipp-usb',
  // A graphics card without a driver of its own still has the picture of the firmware.
  'xserver-xorg-video-fbdev',
];

/** Where the application lies once it is installed. */
export function installedFolder(name: PackageName): string {
  return `/opt/${name.slug}`;
}

/** What the entry in the system's list says of one package. */
export interface ControlFacts {
  readonly name: PackageName;
  readonly version: string;
  readonly architecture: Architecture;
  readonly kibibytes: number;
}

/** The package's entry in the system's list (deb-control(5)). */
export function controlFile({ name, version, architecture, kibibytes }: ControlFacts): string {
  return `Package: ${name.slug}
Version: ${version}
Architecture: ${DEBIAN_ARCHITECTURES[architecture]}
Maintainer: The Counterfoil maintainers <counterfoil@localhost>
Installed-Size: ${kibibytes}
Depends: ${DEPENDS.join(', ')}
Recommends: ${RECOMMENDS.join(', ')}
Conflicts: ${otherPackages(name).join(', ')}
Section: misc
Priority: optional
Description: offline kiosk that issues municipal ID cards and forgets the person
 Captures an application at a clerk's counter, prints the card, and wipes what it knew.
 .
 Starts with the machine, on a display of its own, under an account of its own and without a network.
`;
}

/** For a machine with a desktop. A release has none: it is started by its unit alone, under its own account. */
export function desktopEntry(name: PackageName): string {
  return `[Desktop Entry]
Type=Application
Name=${name.product}
Comment=Issue a municipal ID card
Exec=${installedFolder(name)}/counterfoil
Icon=${name.slug}
Terminal=false
Categories=Office;
`;
}
