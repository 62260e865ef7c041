import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFiles } from '../../electron/lib/package-files/hash-files.ts';
import {
  MANIFEST_PATH,
  makeManifest,
  type PackageManifest,
} from '../../shared/doctor/program/package-manifest.ts';

/**
 * Writes down beside the programs of a finished package what each of its files is, for `counterfoil doctor`. It comes last:
 * whatever is changed after it counts as changed.
 */
export async function writeManifest(
  folder: string,
  facts: Pick<PackageManifest, 'version' | 'kind' | 'electron' | 'node'>,
): Promise<void> {
  const files = Object.fromEntries([...(await hashFiles(folder))].filter(([path]) => path !== MANIFEST_PATH));
  const path = join(folder, MANIFEST_PATH);
  await writeFile(path, `${JSON.stringify(makeManifest({ ...facts, files }), null, 1)}\n`);
  // Whatever the umask of whoever packages: the kiosk's account reads it.
  await chmod(path, 0o644);
}
