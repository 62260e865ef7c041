import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../build/machine/command.ts';

/** Debian 13, which packages are made for. */
const SUITE = 'trixie';
/** What a machine has that boots by systemd, before anything of ours is on it. */
const BOOTS = ['systemd-sysv', 'dbus', 'udev', 'libpam-systemd'] as const;
/** Made once for the same list of packages: it takes a minute and the network. */
const CACHE = '/var/cache/counterfoil/debian';
/** Where the packages lie in it that are not installed yet. */
export const ARCHIVE = '/srv/archive';

/**
 * The tar file of a fresh Debian with these packages and what they need, made by mmdebstrap unless it is there. Root's
 * matter. `archived`: packages that only lie there, with all that an `apt-get install` of them brings along.
 * @throws when it can't be made, with the last lines of what mmdebstrap said.
 */
export async function freshDebian(
  packages: readonly string[],
  archived: readonly string[] = [],
): Promise<string> {
  const wanted = [...BOOTS, ...packages].sort();
  const beside = archived.length === 0 ? [] : ['archive:', ...archived.toSorted()];
  const name = createHash('sha256')
    .update([SUITE, ...wanted, ...beside].join(' '))
    .digest('hex')
    .slice(0, 16);
  const tar = join(CACHE, `${SUITE}-${name}.tar`);
  if (existsSync(tar)) return tar;
  mkdirSync(CACHE, { recursive: true });
  // Under another name until it is whole: a run that was ended leaves half of one.
  const making = `${tar}.making-${process.pid}.tar`;
  const made = await runCommand('mmdebstrap', [
    '--variant=apt',
    `--include=${wanted.join(',')}`,
    ...(archived.length === 0 ? [] : [`--customize-hook=${archiving(archived)}`]),
    SUITE,
    making,
  ]);
  if (!made.ok)
    throw new Error(`no fresh Debian: ${made.error.output.trim().split('\n').slice(-8).join('\n')}`);
  renameSync(making, tar);
  return tar;
}

/** By sh, with the new root as its first word: what mmdebstrap has its hooks do with its own apt, from outside. */
function archiving(packages: readonly string[]): string {
  return `set -eu
export APT_CONFIG="$MMDEBSTRAP_APT_CONFIG"
apt-get clean
apt-get --yes --download-only --option APT::Install-Recommends=true install ${packages.join(' ')}
mkdir "$1${ARCHIVE}"
mv "$1"/var/cache/apt/archives/*.deb "$1${ARCHIVE}/"`;
}
