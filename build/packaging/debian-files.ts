import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';
import { otherPackages, type PackageName } from './package-name.ts';

/** What must be on the machine; proven in a minimal chroot. The alternatives are names before and after 2024. */
const DEPENDS = [
  'libgtk-3-0t64 | libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2t64 | libasound2',
  'libcups2t64 | libcups2',
];

/** Where the application lies once it is installed. */
export function installedFolder(name: PackageName): string {
  return `/opt/${name.slug}`;
}

/** The package's entry in the system's list. */
export function controlFile(name: PackageName, version: string, kilobytes: number): string {
  return `Package: ${name.slug}
Version: ${version}
Architecture: amd64
Maintainer: The Counterfoil maintainers <counterfoil@localhost>
Installed-Size: ${kilobytes}
Depends: ${DEPENDS.join(', ')}
Conflicts: ${otherPackages(name).join(', ')}
Section: misc
Priority: optional
Description: offline kiosk that issues municipal ID cards and forgets the person
 Captures an application at a clerk's counter, prints the card, and wipes what it knew.
`;
}

/** Files that whoever runs the machine changes: an upgrade asks before it changes them, and a removal leaves them. */
export function configurationFiles(): string {
  return `${SETTINGS_FILE}\n`;
}

/** Starts from the menu; the session's own executable would refuse. */
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

/** Runs as root after the files are there. */
export function afterInstallation(name: PackageName): string {
  return `#!/bin/sh
set -e
# Where an ordinary user may not make namespaces, Chromium's sandbox needs its helper to be root's.
if ! runuser -u nobody -- unshare --user --map-root-user true 2>/dev/null; then
  chmod 4755 ${installedFolder(name)}/chrome-sandbox
fi
`;
}
