import { chmod, copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { exampleSettings } from '../../shared/settings/example-settings.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import { repository } from '../vite/repository.ts';
import { copyLicences, packageFolder } from './licences.ts';
import { copyNativePackages } from './native-packages.ts';
import { removeNotShipped } from './not-shipped.ts';
import { openToReaders } from './open-to-readers.ts';
import type { PackageKind } from './package-name.ts';
import type { PlatformPackages } from './platform-packages.ts';
import { addonSboms } from './third-parties/addon-sboms.ts';
import { copyrightFile } from './third-parties/copyright.ts';
import { installedPackages } from './third-parties/installed-packages.ts';
import { shippedParties } from './third-parties/shipped-parties.ts';
import type { ThirdParty } from './third-parties/third-party.ts';

/** Everybody's licence, in the package's folder. */
export const COPYRIGHT = 'resources/licences/copyright';

/** What a package is completed from. */
export interface PackagePieces {
  /** What electron-builder has made. */
  readonly unpacked: string;
  /** The folder of the bundles. */
  readonly bundled: string;
  readonly kind: PackageKind;
  readonly electronVersion: string;
  /** What is for one processor alone: Node, and addons. */
  readonly platform: PlatformPackages;
}

/** Every key with what it does: what a .deb installs as the settings of the machine. */
export const EXAMPLE_SETTINGS = 'settings.toml';

/** The version of the Node that is shipped. */
export async function shippedNodeVersion({ nodePackage }: PlatformPackages): Promise<string> {
  const text = await readFile(join(nodePackage, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/**
 * Adds to what electron-builder has made everything that plain Node runs or reads, and takes away what came
 * with the runtime and does not belong there. Answers whose work is in it.
 */
export async function completePackage(pieces: PackagePieces): Promise<readonly ThirdParty[]> {
  const { unpacked, bundled, kind, electronVersion, platform } = pieces;
  const resources = join(unpacked, 'resources');
  const programs = join(resources, 'programs');
  await removeNotShipped(unpacked);

  await copyFile(join(platform.nodePackage, 'bin', 'node'), join(resources, 'node'));
  await cp(join(bundled, 'node'), programs, {
    recursive: true,
    filter: (path) => !path.endsWith('licences.json'),
  });
  // A release has none: a city brings its own.
  if (kind !== 'release') await copyFile(shippedPolicy, join(resources, 'policy.json'));
  await writeFile(join(resources, EXAMPLE_SETTINGS), exampleSettings());
  await cp(join(bundled, 'fonts'), join(resources, 'fonts'), { recursive: true });
  await copyNativePackages(join(programs, 'node_modules'), platform);
  await copyLicences(platform.nodePackage, join(resources, 'licences'));
  const addons = await addonSboms(join(programs, 'node_modules'));
  const parties = await shippedParties({
    ...{ unpacked, bundled, electronVersion, packageFolder, addons },
    nodePackage: platform.nodePackage,
    installed: await installedPackages(fileURLToPath(repository)),
  });
  await writeFile(join(unpacked, COPYRIGHT), copyrightFile(parties, addons));
  const launcher = join(unpacked, 'counterfoil');
  await copyFile(join(import.meta.dirname, 'counterfoil.sh'), launcher);
  await chmod(launcher, 0o755);
  await openToReaders(unpacked);
  return parties;
}
