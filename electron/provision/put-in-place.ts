import { join } from 'node:path';
import { z } from 'zod';
import { jsonInBytes } from '../../shared/json-bytes.ts';
import { CONFIGURED_FILES, type ConfiguredFile } from '../../shared/provisioning/provisioning-files.ts';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { RECORD_FILE } from '../lib/provisioning/look-at-provisioning.ts';
import type { Disk, Owner } from './disk.ts';
import { type Places, staffIn } from './places.ts';

/** All that is to be written, checked whole before. */
export interface NextFiles {
  readonly configured: Readonly<Record<ConfiguredFile, Uint8Array>>;
  readonly record: Uint8Array;
  /** Null: it brings none. */
  readonly staff: NextStaff | null;
}

/** First staff for a kiosk's data folder. */
export interface NextStaff {
  readonly bytes: Uint8Array;
  /** The kiosk's own account. */
  readonly owner: Owner;
  /** The folder as the settings name it, and a path by which it is reached now. */
  readonly dataFolder: string;
  readonly reached: string;
  /** Whether nobody has set the kiosk up, or has begun to: asked once more when they lie there. */
  isAwaited(): boolean;
}

/** A path by which the data folder of this name is reached now, or why it isn't. */
export type ReachDataFolder = (dataFolder: string) => Result<string, ProvisioningRefusal>;

/** What became of what an earlier run left. */
export type Settled = 'nothing' | 'finished' | 'removed';

/** `dataFolder`: where first staff are put; null: there are none. */
const plan = z.strictObject({ format: z.literal(1), dataFolder: z.string().nullable() });
type Plan = z.infer<typeof plan>;

const IN_PLACE = [...CONFIGURED_FILES, RECORD_FILE] as const;

/**
 * Writes the next files beside those in force, then marks them ready, then puts each in its place. A power cut before the mark
 * leaves what was; one after it is finished by the next run, and until then no kiosk starts. What was left is settled first.
 * `not-awaited`: somebody set the kiosk up meanwhile; all is as it was.
 * @throws what the disk says.
 */
export function applyFiles(disk: Disk, places: Places, files: NextFiles): 'applied' | 'not-awaited' {
  const { next, settingsFolder } = places;
  const { staff } = files;
  disk.makeFolder(next);
  disk.create(places.plan, textOf({ format: 1, dataFolder: staff?.dataFolder ?? null }), 0o644, null);
  // The plan before the staff that it tells of: nobody would look for them elsewhere.
  disk.syncFolder(next);
  disk.syncFolder(settingsFolder);
  for (const name of CONFIGURED_FILES) disk.create(join(next, name), files.configured[name], 0o644, null);
  disk.create(join(next, RECORD_FILE), files.record, 0o644, null);
  disk.syncFolder(next);
  // Once all is marked, a folder in the place of a file would stop this run and each one after it.
  for (const name of IN_PLACE) disk.moveAside(join(settingsFolder, name));
  if (staff !== null && !layDown(disk, staff)) {
    discard(disk, places, staff.reached);
    return 'not-awaited';
  }
  disk.create(places.ready, new Uint8Array(), 0o644, null);
  disk.syncFolder(next);
  putInPlace(disk, places, staff?.reached ?? null);
  return 'applied';
}

/** Puts first staff beside where they will wait. Whether they are still awaited is known only once they lie there. */
function layDown(disk: Disk, { bytes, owner, reached, isAwaited }: NextStaff): boolean {
  const { next, waiting } = staffIn(reached);
  // The kiosk's account may have put anything there.
  disk.moveAside(waiting);
  disk.erase(next);
  disk.create(next, bytes, 0o600, owner);
  disk.syncFolder(reached);
  return isAwaited();
}

/**
 * Settles what a run left that was cut off: what was ready is put in place, and all else is removed. Nothing is changed where the data
 * folder that it planned with can't be reached: first staff lie there in clear, and nobody else would look for them.
 * @throws what the disk says.
 */
export function settle(
  disk: Disk,
  places: Places,
  reach: ReachDataFolder,
): Result<Settled, ProvisioningRefusal> {
  if (!disk.isThere(places.next)) return ok('nothing');
  const isReady = disk.isThere(places.ready);
  const planned = readPlan(disk, places);
  // The plan was on the disk before the mark was, so no power cut has damaged it.
  if (isReady && planned === null) return err({ kind: 'disk', path: places.plan, code: 'EBADMSG' });
  const dataFolder = planned?.dataFolder ?? null;
  const reached = dataFolder === null ? ok(null) : reach(dataFolder);
  if (!reached.ok) return reached;
  if (isReady) putInPlace(disk, places, reached.value);
  else discard(disk, places, reached.value);
  return ok(isReady ? 'finished' : 'removed');
}

/** Each step may have been done before. `dataFolder`: null: no first staff lie there. */
function putInPlace(disk: Disk, places: Places, dataFolder: string | null): void {
  const { next, settingsFolder } = places;
  for (const name of IN_PLACE) {
    const from = join(next, name);
    if (disk.isThere(from)) disk.rename(from, join(settingsFolder, name));
  }
  if (dataFolder !== null) {
    const staff = staffIn(dataFolder);
    if (disk.isThere(staff.next)) {
      // The ones before were taken by nobody, and their passphrases are good for nothing any more.
      disk.erase(staff.waiting);
      disk.rename(staff.next, staff.waiting);
    }
    disk.syncFolder(dataFolder);
  }
  disk.syncFolder(next);
  disk.syncFolder(settingsFolder);
  // Only now: without the mark nobody would go on with what is not in its place.
  disk.erase(places.ready);
  disk.syncFolder(next);
  disk.removeFolder(next);
  disk.syncFolder(settingsFolder);
}

/** Removes what was written and never marked. The plan goes last: it says where first staff lie. */
function discard(disk: Disk, places: Places, dataFolder: string | null): void {
  if (dataFolder !== null) {
    disk.erase(staffIn(dataFolder).next);
    disk.syncFolder(dataFolder);
  }
  disk.removeFolder(places.next);
  disk.syncFolder(places.settingsFolder);
}

/** Where first staff may have been put; null: no plan is on the disk. */
function readPlan(disk: Disk, places: Places): Plan | null {
  const bytes = disk.read(places.plan);
  if (bytes === null) return null;
  // A file that a power cut left may hold anything.
  const read = plan.safeParse(jsonInBytes(bytes), { jitless: true });
  return read.success ? read.data : null;
}

function textOf(value: Plan): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
