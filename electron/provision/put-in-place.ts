import { join } from 'node:path';
import { z } from 'zod';
import { CONFIGURED_FILES, type ConfiguredFile } from '../../shared/provisioning/provisioning-files.ts';
import type { Disk, Owner } from './disk.ts';
import { type Places, RECORD_FILE, staffIn } from './places.ts';

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
}

/** A path by which the data folder of this name is reached now. Null: it isn't there any more. */
export type ReachDataFolder = (dataFolder: string) => string | null;

/** `dataFolder`: where first staff are put; null: there are none. */
const plan = z.strictObject({ format: z.literal(1), dataFolder: z.string().nullable() });

const IN_PLACE = [...CONFIGURED_FILES, RECORD_FILE] as const;

/**
 * Writes the next files beside those in force, then marks them ready, then puts each in its place. A power cut before the mark
 * leaves what was; one after it is finished by the next run, and until then no kiosk starts. What was left is settled first.
 * @throws what the disk says.
 */
export function applyFiles(disk: Disk, places: Places, files: NextFiles): void {
  const { next } = places;
  const { staff } = files;
  disk.makeFolder(next);
  disk.create(places.plan, textOf({ format: 1, dataFolder: staff?.dataFolder ?? null }), 0o644, null);
  // The plan before the staff that it tells of: nobody would look for them elsewhere.
  disk.syncFolder(next);
  disk.syncFolder(places.settingsFolder);
  for (const name of CONFIGURED_FILES) disk.create(join(next, name), files.configured[name], 0o644, null);
  disk.create(join(next, RECORD_FILE), files.record, 0o644, null);
  disk.syncFolder(next);
  if (staff !== null) {
    disk.create(staffIn(staff.reached).next, staff.bytes, 0o600, staff.owner);
    disk.syncFolder(staff.reached);
  }
  disk.create(places.ready, new Uint8Array(), 0o644, null);
  disk.syncFolder(next);
  putInPlace(disk, places, staff?.reached ?? null);
}

/**
 * Settles what a run left that was cut off: what was ready is put in place, and all else is removed. Answers what it came to.
 * @throws what the disk says.
 */
export function settle(
  disk: Disk,
  places: Places,
  reach: ReachDataFolder,
): 'nothing' | 'finished' | 'removed' {
  if (!disk.isThere(places.next)) return 'nothing';
  const planned = plannedFolder(disk, places);
  const dataFolder = planned === null ? null : reach(planned);
  if (disk.isThere(places.ready)) {
    putInPlace(disk, places, dataFolder);
    return 'finished';
  }
  if (dataFolder !== null) {
    disk.erase(staffIn(dataFolder).next);
    disk.syncFolder(dataFolder);
  }
  disk.removeFolder(places.next);
  disk.syncFolder(places.settingsFolder);
  return 'removed';
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

/** The data folder in which first staff may have been put; null: in none, nor where no plan is on the disk. */
function plannedFolder(disk: Disk, places: Places): string | null {
  const bytes = disk.read(places.plan);
  if (bytes === null) return null;
  const read = plan.safeParse(jsonOf(bytes), { jitless: true });
  return read.success ? read.data.dataFolder : null;
}

function textOf(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** A file that a power cut left may hold anything. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
