import type { FolderRefusal } from '../../../shared/provisioning/refusal.ts';
import { faultsOfRoster, parseRoster, type Roster } from '../../../shared/provisioning/roster.ts';
import { err, type Result } from '../../../shared/result.ts';
import { readDocument } from '../policy-file/read-document.ts';
import { mistakeOf } from './mistake-of.ts';

/** Reads first staff, and judges them by the rules for whoever is added at a kiosk. */
export async function readRoster(bytes: Uint8Array, kiosk: string): Promise<Result<Roster, FolderRefusal>> {
  const roster = readDocument(bytes, parseRoster);
  if (!roster.ok) {
    const { where, allowed } = mistakeOf(roster.error);
    return err({ kind: 'wrong-roster', where, allowed });
  }
  const faults = await faultsOfRoster(roster.value, kiosk);
  return faults.length === 0 ? roster : err({ kind: 'unfit-roster', faults });
}
