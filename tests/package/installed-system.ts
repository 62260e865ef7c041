import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeCameraFile } from '../../build/kiosk/camera-file.ts';
import { type System, unpackSystem } from './container.ts';
import { DISPLAY, KIOSK, SLUG } from './counter.ts';
import { freshDebian } from './debian-system.ts';
import { CARDS, type HandedOut, HOST, SETTINGS } from './office.ts';
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
  const put = (path: string, text: string): void => putIn(system, path, text);
  put('etc/hostname', `${HOST}\n`);
  put('etc/counterfoil/settings.toml', SETTINGS);
  drawInMemory(system);
  put('etc/counterfoil/program-key.pem', readFileSync(key, 'utf8'));
  // Whatever the umask is.
  chmodSync(join(system.root, 'etc/counterfoil'), 0o755);
  cpSync(folder, join(system.root, FOLDER_ON_MACHINE), { recursive: true });
  cpSync(packages.first, join(system.root, 'root/first.deb'));
  const installed = await system.inChroot('dpkg', '--install', '/root/first.deb');
  if (!installed.ok) throw new Error(`the package can’t be installed: ${installed.error.output}`);
  // The account is there now.
  const made = await system.inChroot('install', '--directory', '--mode=0700', '--owner=counterfoil', CARDS);
  if (!made.ok) throw new Error(`there is no place for cards: ${made.error.output}`);
  return system;
}

/** Has the display of the package be in memory. */
export function drawInMemory(system: System): void {
  putIn(system, `etc/systemd/system/${DISPLAY}.d/display-in-memory.conf`, DISPLAY_IN_MEMORY);
}

/** As IT puts it there, whatever the umask is. */
export function putIn({ root }: Pick<System, 'root'>, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  chmodSync(join(root, path), 0o644);
}

/** No container has a camera: an evaluation package takes a film, by a drop-in of an administrator's. */
export function connectCamera(system: System): void {
  const film = '/srv/camera.mjpeg';
  writeCameraFile(join(system.root, film), 1);
  chmodSync(join(system.root, film), 0o644);
  putIn(
    system,
    `etc/systemd/system/${KIOSK}.d/camera.conf`,
    `[Service]\nEnvironment=COUNTERFOIL_CAMERA_FILE=${film}\n`,
  );
}

/** IT copies the versions after it onto the machine. */
export function bringLaterVersions({ root }: System, { second, broken }: Packages): void {
  cpSync(second, join(root, ON_MACHINE.second));
  cpSync(broken, join(root, ON_MACHINE.broken));
}
