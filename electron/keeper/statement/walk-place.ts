import { type BigIntStats, lstatSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { ofOtherNames } from '../../../shared/statement/limits.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import type { Owner, SearchedPlace } from './places-to-search.ts';

/** Something below a place that is no folder. */
export interface PlacedFile {
  /** As the system's own bytes: a name that is no valid UTF-8 can be opened by these only. */
  readonly path: Buffer;
  /** Its last name, for telling what it is. */
  readonly name: string;
  readonly stats: BigIntStats;
  readonly owner: Exclude<Owner, 'elsewhere'>;
}

/** What a walk met besides the files that it yields. */
export interface WalkTally {
  /** Of other accounts. */
  passedOver: number;
  /** Of this account, with names that say nothing, beyond `MOST_OF_OTHER_NAMES`. */
  notOpened: number;
  unreadable: number;
}

/** So many files and folders with names that say nothing are looked into in each place: there may be any number. */
const { entries: MOST_OF_OTHER_NAMES } = ofOtherNames;

/** Places that are for others as well: there only what this account owns can be a kiosk's. */
const SHARED: readonly SearchedPlace['place'][] = [
  'shared-memory',
  'temporary',
  'exports',
  'exports-without-drive',
  'card-files',
];
const SEPARATOR = Buffer.from('/');

/** Whether a folder can be looked into, and why not. */
export async function lookInto(path: string): Promise<'open' | 'not-there' | 'not-allowed'> {
  try {
    await readdir(path);
    return 'open';
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'not-there' : 'not-allowed';
  }
}

/** Everything below a place that is the kiosk's or may be a copy of something of it. Links are not followed; what vanishes meanwhile is none. */
export function walkPlace(
  { place, ownerOf }: SearchedPlace,
  root: string,
  tally: WalkTally,
): AsyncGenerator<PlacedFile> {
  const self = process.getuid?.();
  // Its own disk at once: the folder has just answered, and a turn for each look took longer than all of them. A drive may
  // hang or be pulled out: see `openOnStick`.
  const look = place === 'exports' ? lstat : lstatSync;
  let otherNames = 0;

  async function* walk(folder: Buffer, below: string): AsyncGenerator<PlacedFile> {
    for (const bytes of await attempt(() => readdir(folder, { encoding: 'buffer' }), [], tally)) {
      const name = bytes.toString();
      const path = Buffer.concat([folder, SEPARATOR, bytes]);
      const stats = await attempt(() => look(path, { bigint: true }), null, tally);
      if (stats === null) continue;
      const isOthers = SHARED.includes(place) && self !== undefined && stats.uid !== BigInt(self);
      if (isOthers) {
        tally.passedOver += 1;
        continue;
      }
      const owner = ownerOf(`${below}${name}`);
      if (owner === 'elsewhere') continue;
      if (owner === 'other-name') {
        if (otherNames === MOST_OF_OTHER_NAMES) {
          tally.notOpened += 1;
          continue;
        }
        otherNames += 1;
      }
      if (stats.isDirectory()) yield* walk(path, `${below}${name}/`);
      else yield { path, name, stats, owner };
    }
  }

  return walk(Buffer.from(root), '');
}

async function attempt<Value, None>(
  read: () => Promise<Value> | Value,
  none: None,
  tally: WalkTally,
): Promise<Value | None> {
  try {
    return await read();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    if (!isVanished(error.code)) tally.unreadable += 1;
    return none;
  }
}

/** It was there a moment ago, and is not any more, or is something else now. */
export function isVanished(code: string): boolean {
  return ['ENOENT', 'ESTALE', 'ENOTDIR', 'ELOOP'].includes(code);
}
