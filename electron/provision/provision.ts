import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { AppliedProvisioning } from '../../shared/provisioning/applied.ts';
import type { Manifest } from '../../shared/provisioning/manifest.ts';
import { CONFIGURED_FILES, type ConfiguredFile } from '../../shared/provisioning/provisioning-files.ts';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SettingsPlatform } from '../../shared/settings/full-path.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { readProtectedFile, whyUnprotected } from '../lib/file-systems/protected-file.ts';
import type { ProgrammeKey } from '../lib/policy-file/programme-key.ts';
import { firstStaffFileOf } from '../lib/provisioning/first-staff-file.ts';
import { type ProvisioningContents, readContents } from '../lib/provisioning/read-contents.ts';
import { readProvisioningFolder } from '../lib/provisioning/read-folder.ts';
import { type VerifiedFolder, verifyFolder } from '../lib/provisioning/verify-folder.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { asDiskFailure, type Disk } from './disk.ts';
import { judgeDay, judgePolicy, judgeTurn } from './judge.ts';
import { kioskElsewhere, mayBeSetUp } from './kiosk-here.ts';
import { type Places, placesBeside } from './places.ts';
import { applyFiles, type NextFiles, type NextStaff, type Settled, settle } from './put-in-place.ts';
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
  /** Whose settings they are: those of an evaluation package may name any data folder. */
  readonly platform: SettingsPlatform;
  /** User ids to which a data folder may belong: the kiosk's account, and for an evaluation package whoever runs this. */
  readonly kioskAccounts: readonly number[];
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
  /** The same folder as before, and all that it put in place is as it was. */
  | { readonly kind: 'in-force'; readonly record: AppliedProvisioning }
  /** The same folder as before. `files`: what was altered or lost since, and is in place again. */
  | {
      readonly kind: 'repaired';
      readonly record: AppliedProvisioning;
      readonly files: readonly ConfiguredFile[];
    };

/** A folder that the program has signed, and where it is to go. */
interface Signed {
  readonly computer: Computer;
  readonly places: Places;
  readonly folder: VerifiedFolder;
  readonly key: ProgrammeKey;
}

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
  const signed = { computer, places, folder: folder.value, key: key.value };
  return before.value?.manifest === folder.value.hash
    ? keepInForce(signed, before.value)
    : putNext(signed, before.value);
}

/** Puts in place what the next folder brings. */
async function putNext(
  signed: Signed,
  before: AppliedProvisioning | null,
): Promise<Result<Provisioned, ProvisioningRefusal>> {
  const { computer, places, folder, key } = signed;
  const { manifest, configured, hash } = folder;
  const turn = judgeTurn(manifest, computer.host, before);
  if (turn !== null) return err(turn);
  const contents = await readContents(folder, key, places.policy, computer.platform);
  if (!contents.ok) return contents;
  const { policy, roster, settings } = contents.value;
  const today = judgeDay(manifest, policy, computer.now, before);
  if (!today.ok) return today;
  const dataFolder = judgeKiosk(signed, contents.value, before);
  if (!dataFolder.ok) return dataFolder;
  const staff = nextStaff(signed, settings['data-folder'], dataFolder.value);
  if (!staff.ok) return staff;
  const record = recordBytes({
    ...{ format: 1, kiosk: manifest.kiosk, number: manifest.number, manifest: hash, applied: today.value },
    policy: { id: policy.rules.id, version: policy.rules.version, hash: policy.hash },
    dataFolder: settings['data-folder'],
  });
  const refused = put(signed, { configured, record, staff: staff.value });
  return refused === null
    ? ok({ kind: 'applied', manifest, staff: roster?.staff.length ?? 0 })
    : err(refused);
}

/** Leaves alone what this very folder has put in place, and puts back what was altered or lost since; first staff never. */
async function keepInForce(
  signed: Signed,
  record: AppliedProvisioning,
): Promise<Result<Provisioned, ProvisioningRefusal>> {
  const { computer, places, folder, key } = signed;
  const { configured } = folder;
  const files = CONFIGURED_FILES.filter(
    (name) => !isAsPut(join(places.settingsFolder, name), configured[name], computer.owners),
  );
  if (files.length === 0) return ok({ kind: 'in-force', record });
  const contents = await readContents(folder, key, places.policy, computer.platform);
  if (!contents.ok) return contents;
  // Root may have put a newer policy there by hand, or have started another kiosk.
  const dataFolder = judgeKiosk(signed, contents.value, record);
  if (!dataFolder.ok) return dataFolder;
  const refused = put(signed, { configured, record: recordBytes(record), staff: null });
  return refused === null ? ok({ kind: 'repaired', record, files }) : err(refused);
}

/** Whether the kiosk on this computer can go on with this policy and with the data folder of these settings. Answers that folder. */
function judgeKiosk(
  { computer, places }: Signed,
  { policy, settings }: ProvisioningContents,
  before: AppliedProvisioning | null,
): Result<DataFolder, ProvisioningRefusal> {
  const outOfTurn = judgePolicy(policy, places.policy, before);
  if (outOfTurn !== null) return err(outOfTurn);
  const path = settings['data-folder'];
  const { settings: inPlace, owners, platform } = computer;
  const here = onDisk(places, () => kioskElsewhere(path, { path: inPlace, owners, platform }, before));
  if (!here.ok) return here;
  if (here.value !== null) return err({ kind: 'vault-elsewhere', path, here: here.value });
  return openDataFolder(path, ownersOf(computer));
}

/** First staff as they are put into the data folder; null: the folder brings none. */
function nextStaff(
  { folder, places }: Signed,
  dataFolder: string,
  { path: reached, owner }: DataFolder,
): Result<NextStaff | null, ProvisioningRefusal> {
  if (folder.staff === null) return ok(null);
  const isAwaited = (): boolean => !mayBeSetUp(reached);
  const awaited = onDisk(places, isAwaited);
  if (!awaited.ok) return awaited;
  if (!awaited.value) return err({ kind: 'staff-at-kiosk', path: dataFolder });
  return ok({ bytes: firstStaffFileOf(folder, folder.staff), owner, dataFolder, reached, isAwaited });
}

/** Null: they are in place. */
function put({ computer, places }: Signed, files: NextFiles): ProvisioningRefusal | null {
  const { disk } = computer;
  const done = onDisk(places, () => applyFiles(disk, places, files));
  if (done.ok)
    return done.value === 'applied'
      ? null
      : { kind: 'staff-at-kiosk', path: files.staff?.dataFolder ?? places.settingsFolder };
  // First passphrases are not left lying until somebody tries again. Where that fails too, the next run does it.
  const isReady = onDisk(places, () => disk.isThere(places.ready));
  if (isReady.ok && !isReady.value) settleComputer(computer);
  return done.error;
}

/** Whether this account may provision this computer, and there is something to provision. Null: it may. */
export function whyNotHere({ settings, owners, uid }: Computer): ProvisioningRefusal | null {
  if (uid === null || !owners.includes(uid)) return { kind: 'not-root' };
  const { settingsFolder } = placesBeside(settings);
  try {
    const found = lstatSync(settingsFolder);
    // Whoever starts an evaluation package may provision beside settings of their own. Beside root's there is no lock for them to take.
    if (uid !== 0 && uid !== found.uid) return { kind: 'not-root' };
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
export function settleComputer(computer: Computer): Result<Settled, ProvisioningRefusal> {
  const places = placesBeside(computer.settings);
  const settled = onDisk(places, () => settle(computer.disk, places, (path) => reach(computer, path)));
  return settled.ok ? settled.value : settled;
}

function reach(computer: Computer, path: string): Result<string, ProvisioningRefusal> {
  const folder = openDataFolder(path, ownersOf(computer));
  if (folder.ok) return ok(folder.value.path);
  const { error } = folder;
  return err(error.kind === 'bad-data-folder' ? { ...error, unfinished: true } : error);
}

function ownersOf({ kioskAccounts, owners }: Computer) {
  return { kiosk: kioskAccounts, above: owners };
}

function onDisk<Value>(places: Places, act: () => Value): Result<Value, ProvisioningRefusal> {
  try {
    return ok(act());
  } catch (error) {
    const failure = asDiskFailure(error, places.settingsFolder);
    if (failure === null) throw error;
    return err(failure);
  }
}

/** Whether a file is, in bytes, owner and mode, as it was put in place. */
function isAsPut(path: string, bytes: Uint8Array, owners: readonly number[]): boolean {
  const file = readProtectedFile(path, owners, bytes.byteLength);
  return file.ok && Buffer.from(file.value).equals(bytes) && isOpenToReaders(path);
}

/** The kiosk's account reads it as one of all others. */
function isOpenToReaders(path: string): boolean {
  try {
    return (lstatSync(path).mode & 0o004) !== 0;
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return false;
  }
}
