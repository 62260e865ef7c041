import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppliedProvisioning } from '../../shared/provisioning/applied.ts';
import type { Manifest } from '../../shared/provisioning/manifest.ts';
import { CONFIGURED_FILES } from '../../shared/provisioning/provisioning-files.ts';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { whyUnprotected } from '../lib/file-systems/protected-file.ts';
import { firstStaffFileOf, NOT_SET_UP_FILE, VAULT_FILE } from '../lib/provisioning/first-staff-file.ts';
import { type ProvisioningContents, readContents } from '../lib/provisioning/read-contents.ts';
import { readProvisioningFolder } from '../lib/provisioning/read-folder.ts';
import { type VerifiedFolder, verifyFolder } from '../lib/provisioning/verify-folder.ts';
import { openDataFolder } from './data-folder.ts';
import { asDiskFailure, type Disk } from './disk.ts';
import { judgeDay, judgePolicy, judgeTurn } from './judge.ts';
import { type Places, placesBeside } from './places.ts';
import { applyFiles, type NextStaff, settle } from './put-in-place.ts';
import { readRecord, recordBytes } from './record.ts';
import { trustedKey } from './trusted-key.ts';

/** The computer that is provisioned, and who does it. */
export interface Computer {
  /** Its settings file, there or not. */
  readonly settings: string;
  /** As it is called, in small letters. */
  readonly host: string;
  readonly now: number;
  /** Whoever runs this; null: the system has no user ids. */
  readonly uid: number | null;
  /** Whose settings count: root's, and for an evaluation package those of whoever runs it. */
  readonly owners: readonly number[];
  /** Of an evaluation package, which root may start. */
  readonly rootMayRun: boolean;
  readonly disk: Disk;
}

/** What was asked for. */
export interface Order {
  readonly folder: string;
  /** 32 hexadecimal digits that root typed; null: none. */
  readonly fingerprint: string | null;
}

/** What came of it. */
export type Provisioned =
  | { readonly kind: 'applied'; readonly manifest: Manifest; readonly staff: number }
  /** `changed`: files that are not as they were put in place. */
  | { readonly kind: 'in-force'; readonly record: AppliedProvisioning; readonly changed: readonly string[] };

/**
 * Makes a computer what a provisioning folder says, or leaves it as it is. Everything is read and checked before anything is
 * written; what an earlier run left that was cut off has to be settled before (`settleComputer`).
 */
export async function provision(
  computer: Computer,
  order: Order,
): Promise<Result<Provisioned, ProvisioningRefusal>> {
  const places = placesBeside(computer.settings);
  const { owners } = computer;
  const files = readProvisioningFolder(order.folder);
  if (!files.ok) return files;
  const key = trustedKey({
    ...{ path: places.programKey, owners, typed: order.fingerprint },
    offered: files.value.get('program-key.pem'),
  });
  if (!key.ok) return key;
  const folder = verifyFolder(files.value, key.value);
  if (!folder.ok) return folder;
  const before = readRecord(places.record, owners);
  if (!before.ok) return before;
  const { manifest, hash } = folder.value;
  if (before.value?.manifest === hash) return ok(inForce(before.value, folder.value, places));
  const turn = judgeTurn(manifest, computer.host, before.value);
  if (turn !== null) return err(turn);
  const contents = await readContents(folder.value, key.value, places.policy);
  if (!contents.ok) return contents;
  const { policy, roster } = contents.value;
  const today = judgeDay(manifest, policy, computer.now, before.value);
  if (!today.ok) return today;
  const outOfTurn = judgePolicy(policy, places.policy);
  if (outOfTurn !== null) return err(outOfTurn);
  const staff = nextStaff(folder.value, contents.value, computer);
  if (!staff.ok) return staff;
  const { kiosk, number } = manifest;
  const record = recordBytes({ format: 1, kiosk, number, manifest: hash, applied: today.value });
  const failure = onDisk(places, () =>
    applyFiles(computer.disk, places, { configured: folder.value.configured, record, staff: staff.value }),
  );
  if (failure === null) return ok({ kind: 'applied', manifest, staff: roster?.staff.length ?? 0 });
  // First passphrases are not left lying until somebody tries again. Where that fails too, the next run does it.
  if (!computer.disk.isThere(places.ready)) settleComputer(computer);
  return err(failure);
}

/** Whether this account may provision this computer, and there is something to provision. Null: it may. */
export function whyNotHere({ settings, owners, uid }: Computer): ProvisioningRefusal | null {
  if (uid === null || !owners.includes(uid)) return { kind: 'not-root' };
  const { settingsFolder } = placesBeside(settings);
  try {
    const found = lstatSync(settingsFolder);
    const unprotected = whyUnprotected(settingsFolder, found, owners);
    if (unprotected !== null) return { ...unprotected, kind: 'unprotected-place' };
    return found.isDirectory()
      ? null
      : { kind: 'no-settings-folder', path: settingsFolder, reason: 'ENOTDIR' };
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return { kind: 'no-settings-folder', path: settingsFolder, reason: error.code };
  }
}

/** Finishes or removes what an earlier run left that was cut off. */
export function settleComputer({
  settings,
  disk,
  rootMayRun,
}: Computer): Result<ReturnType<typeof settle>, ProvisioningRefusal> {
  const places = placesBeside(settings);
  let settled: ReturnType<typeof settle> = 'nothing';
  const failure = onDisk(places, () => {
    settled = settle(disk, places, (path) => {
      const folder = openDataFolder(path, rootMayRun);
      return folder.ok ? folder.value.path : null;
    });
  });
  return failure === null ? ok(settled) : err(failure);
}

function onDisk(places: Places, act: () => void): ProvisioningRefusal | null {
  try {
    act();
    return null;
  } catch (error) {
    const failure = asDiskFailure(error, places.settingsFolder);
    if (failure === null) throw error;
    return failure;
  }
}

function inForce(record: AppliedProvisioning, { configured }: VerifiedFolder, places: Places): Provisioned {
  const changed = CONFIGURED_FILES.filter((name) => {
    try {
      return !readFileSync(join(places.settingsFolder, name)).equals(configured[name]);
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
      return true;
    }
  });
  return { kind: 'in-force', record, changed };
}

/** First staff as they are put into the data folder; null: the folder brings none. */
function nextStaff(
  folder: VerifiedFolder,
  { settings }: ProvisioningContents,
  { disk, rootMayRun }: Computer,
): Result<NextStaff | null, ProvisioningRefusal> {
  if (folder.staff === null) return ok(null);
  const path = settings['data-folder'];
  const dataFolder = openDataFolder(path, rootMayRun);
  if (!dataFolder.ok) return dataFolder;
  const { path: reached, owner } = dataFolder.value;
  // Only the kiosk opens its vault. A vault of which it says nothing may be one of a kiosk that is set up.
  const vault = lstatSync(join(reached, VAULT_FILE), { throwIfNoEntry: false });
  if ((vault?.size ?? 0) > 0 && !disk.isThere(join(reached, NOT_SET_UP_FILE)))
    return err({ kind: 'staff-at-kiosk', path });
  return ok({ bytes: firstStaffFileOf(folder, folder.staff), owner, dataFolder: path, reached });
}
