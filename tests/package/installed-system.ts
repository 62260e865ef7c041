import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type System, unpackSystem } from './container.ts';
import { DISPLAY, SLUG } from './counter.ts';
import { freshDebian } from './debian-system.ts';
import { type HandedOut, HOST, SETTINGS } from './office.ts';
import type { EvaluationPackage, Packages } from './packages.ts';

/**
 * What the suites themselves use on the machine: a display without a graphics card, its keys, looks at it (x11-utils, x11-apps),
 * and other programs at it, that leave texts there (xclip) and have them dragged away (tkdnd).
 */
const FOR_TESTS = ['xvfb', 'xdotool', 'x11-utils', 'x11-apps', 'xclip', 'tk', 'tkdnd'];

/**
 * A container has no terminal and no graphics card: another server draws into memory, in the same unit, behind the same lines.
 * Its socket and its cookie are where Xorg has them.
 */
const DISPLAY_IN_MEMORY = `[Service]
StandardInput=null
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
ExecStart=
ExecStart=/usr/bin/Xvfb :0 -screen 0 1280x800x24 -nolisten tcp -nolisten local -noreset \\
  -auth /run/${SLUG}-display/xauthority
`;

/** Where IT has put the packages on the machine. */
export const ON_MACHINE = { second: '/root/second.deb', broken: '/root/broken.deb' } as const;
/** Where the provisioning folder lies on the machine. */
export const FOLDER_ON_MACHINE = '/root/provisioning';

/** A fresh Debian in which the package was installed as whoever makes an image does, before the first boot. */
export async function installedSystem(
  parent: string,
  packages: EvaluationPackage,
  { folder, key }: HandedOut,
): Promise<System> {
  const system = await unpackSystem(await freshDebian([...packages.needs, ...FOR_TESTS]), parent);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(system.root, path)), { recursive: true });
    writeFileSync(join(system.root, path), text);
    chmodSync(join(system.root, path), 0o644);
  };
  put('etc/hostname', `${HOST}\n`);
  put('etc/counterfoil/settings.toml', SETTINGS);
  put(`etc/systemd/system/${DISPLAY}.d/display-in-memory.conf`, DISPLAY_IN_MEMORY);
  put('etc/counterfoil/program-key.pem', readFileSync(key, 'utf8'));
  // Whatever the umask is.
  chmodSync(join(system.root, 'etc/counterfoil'), 0o755);
  cpSync(folder, join(system.root, FOLDER_ON_MACHINE), { recursive: true });
  cpSync(packages.first, join(system.root, 'root/first.deb'));
  const installed = await system.inChroot('dpkg', '--install', '/root/first.deb');
  if (!installed.ok) throw new Error(`the package can’t be installed: ${installed.error.output}`);
  return system;
}

/** IT copies the versions after it onto the machine. */
export function bringLaterVersions({ root }: System, { second, broken }: Packages): void {
  cpSync(second, join(root, ON_MACHINE.second));
  cpSync(broken, join(root, ON_MACHINE.broken));
}
