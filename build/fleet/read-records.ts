import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HEALTH_FILE } from '../../electron/keeper/data-folder/kiosk-files.ts';
import { kindOfExport } from '../../electron/keeper/disk/export-names.ts';
import { isCheckpointValid } from '../../electron/keeper/ledger/signatures.ts';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { readSmallFile } from '../../electron/lib/file-systems/small-file.ts';
import { HEALTH_SCHEMA, type HealthRecord, healthRecord } from '../../shared/health/health-record.ts';
import { jsonInBytes } from '../../shared/json-bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** A record, and where it lies below the folder that is read. */
export interface FoundRecord {
  readonly path: string;
  readonly record: HealthRecord;
}

/** What was found in a folder: records, and files that are called like one and are none that can be used. */
export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  readonly unusable: readonly { readonly path: string; readonly why: string }[];
}

/** A record has some four thousand characters. */
const MOST_BYTES = 64 * 1024;
/** Below a folder for each counter, as configuration management fetches files with their whole path. */
const DEEPEST = 8;

/** Reads every record below a folder. Links are not followed. The error: a sentence. */
export function readRecords(folder: string): Result<FoundRecords, string> {
  let paths: readonly string[];
  try {
    paths = recordsBelow(folder, '', DEEPEST);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(`${folder} can’t be read (${error.code}).`);
  }
  const records: FoundRecord[] = [];
  const unusable: { readonly path: string; readonly why: string }[] = [];
  for (const path of paths) {
    const read = readRecord(join(folder, path));
    if (read.ok) records.push({ path, record: read.value });
    else unusable.push({ path, why: read.error });
  }
  return ok({ records, unusable });
}

/** By their names: as they leave a kiosk on a drive, and as it keeps the newest. A link is neither a file nor a folder here. */
function recordsBelow(folder: string, below: string, depth: number): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return depth > 0 ? recordsBelow(folder, path, depth - 1) : [];
      return entry.isFile() && isRecordName(entry.name) ? [path] : [];
    });
}

function isRecordName(name: string): boolean {
  return name === HEALTH_FILE || kindOfExport(name) === 'health-record';
}

function readRecord(path: string): Result<HealthRecord, string> {
  const read = readSmallFile(path, MOST_BYTES);
  if (!read.ok) return err(read.error.kind === 'too-large' ? 'it is too large' : 'it can’t be read');
  const found = jsonInBytes(read.value);
  if (schemaOf(found) > HEALTH_SCHEMA)
    return err('a newer release wrote it: take that release’s npm run fleet');
  const parsed = healthRecord.safeParse(found);
  if (!parsed.success) return err('it is damaged');
  const { head, kiosk } = parsed.data;
  return head.kiosk === kiosk.identifier && isCheckpointValid(head)
    ? ok(parsed.data)
    : err('its head isn’t signed by this kiosk: it was changed');
}

/** 0: it says none. */
function schemaOf(found: unknown): number {
  const isNumbered = typeof found === 'object' && found !== null && 'schema' in found;
  return isNumbered && typeof found.schema === 'number' ? found.schema : 0;
}
