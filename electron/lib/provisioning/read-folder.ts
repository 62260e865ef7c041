import { closeSync, constants, fstatSync, lstatSync, opendirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import {
  LISTED_FILES,
  type ListedFile,
  MANIFEST_FILE,
  MANIFEST_SIGNATURE_FILE,
} from '../../../shared/provisioning/provisioning-files.ts';
import type { FolderRefusal } from '../../../shared/provisioning/refusal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { MOST_SETTINGS_BYTES } from '../../../shared/settings/read-settings.ts';
import { isFileSystemError } from '../file-systems/file-system-error.ts';
import { readOpenFile } from '../file-systems/small-file.ts';
import { MOST_SIGNATURE_FILE_BYTES } from '../policy-file/detached-signature.ts';
import { MOST_POLICY_BYTES } from '../policy-file/policy-file.ts';
import { MOST_KEY_FILE_BYTES } from '../policy-file/programme-key.ts';

type FolderFile = ListedFile | typeof MANIFEST_FILE | typeof MANIFEST_SIGNATURE_FILE;

/** The bytes of a provisioning folder by the names of its files. Nobody has looked at a signature yet. */
export type FolderBytes = ReadonlyMap<FolderFile, Uint8Array>;

/** Thousands of people, or notes of a policy's length, are none of these. */
const MOST_BYTES: Readonly<Record<FolderFile, number>> = {
  'provisioning.json': 16 * 1024,
  'provisioning.json.sig': MOST_SIGNATURE_FILE_BYTES,
  'settings.toml': MOST_SETTINGS_BYTES,
  'policy.json': MOST_POLICY_BYTES,
  'policy.json.sig': MOST_SIGNATURE_FILE_BYTES,
  'program-key.pem': MOST_KEY_FILE_BYTES,
  'staff.json': 64 * 1024,
};

const KNOWN: readonly FolderFile[] = [MANIFEST_FILE, MANIFEST_SIGNATURE_FILE, ...LISTED_FILES];

/**
 * Reads a provisioning folder whole: what is checked from here on is what was read, whatever becomes of the drive. A drive may
 * hold anything, and root reads it: no link is followed, nothing but plain files of known names and sizes is opened.
 */
export function readProvisioningFolder(path: string): Result<FolderBytes, FolderRefusal> {
  try {
    if (!lstatSync(path).isDirectory()) return err({ kind: 'no-folder', path, reason: 'ENOTDIR' });
    const names = namesIn(path);
    if (!names.ok) return names;
    const found = new Map<FolderFile, Uint8Array>();
    for (const name of KNOWN.filter((known) => names.value.includes(known))) {
      const bytes = readPlainFile(path, name);
      if (!bytes.ok) return bytes;
      found.set(name, bytes.value);
    }
    return ok(found);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err({ kind: 'no-folder', path, reason: error.code });
  }
}

/** The names in a folder, if all are known. A drive may hold a folder without an end, so nothing behind a surplus name is read. */
function namesIn(path: string): Result<readonly string[], FolderRefusal> {
  const names: string[] = [];
  const folder = opendirSync(path);
  try {
    for (;;) {
      const entry = folder.readSync();
      if (entry === null) return ok(names);
      const { name } = entry;
      // A damaged folder has a name twice.
      if (!KNOWN.some((known) => known === name) || names.includes(name))
        return err({ kind: 'unknown-file', name });
      names.push(name);
    }
  } finally {
    folder.closeSync();
  }
}

function readPlainFile(folder: string, name: FolderFile): Result<Uint8Array, FolderRefusal> {
  const unreadable = { kind: 'unreadable-file', name } as const;
  try {
    const file = openSync(
      join(folder, name),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    try {
      const found = fstatSync(file);
      if (!found.isFile()) return err({ ...unreadable, why: 'no-file', reason: 'EISDIR' });
      const read = readOpenFile(file, found.size, MOST_BYTES[name]);
      return read.ok ? read : err({ ...unreadable, why: 'too-large', reason: `${read.error.bytes} bytes` });
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    // A link, a socket, a device without a driver.
    const isNone = ['ELOOP', 'ENXIO', 'ENODEV'].includes(error.code);
    return err({ ...unreadable, why: isNone ? 'no-file' : 'not-read', reason: error.code });
  }
}
