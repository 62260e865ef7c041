import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { ProgrammeKey } from '../../lib/policy-file/programme-key.ts';
import type { KioskRow } from '../kiosk/kiosk-row.ts';
import type { Policies } from './policies.ts';

/** What telling the ledger of a policy needs of the kiosk. */
export interface PolicyEntryPort {
  readonly kiosk: KioskRow;
  readonly policies: Policies;
  /** Of the policy in force; null: nobody has signed it. */
  readonly programmeKey: ProgrammeKey | null;
  readonly clock: { now(): number };
}

/**
 * Pins the programme's key where none is pinned yet, and notes the policy in force where the ledger was last told of
 * another one. Answers the entries about it: none where nothing is new. Within the transaction that makes them pending,
 * after the kiosk's own row is there.
 */
export function policyEntries(port: PolicyEntryPort): readonly LedgerEntry[] {
  if (port.kiosk.read() === null) return [];
  return [...pinKey(port), ...notePolicyInForce(port)];
}

function pinKey({ kiosk, programmeKey, clock }: PolicyEntryPort): readonly LedgerEntry[] {
  if (programmeKey === null || kiosk.programmeKey() !== null) return [];
  kiosk.pinProgrammeKey(programmeKey.raw);
  return [{ kind: 'programme-key-pinned', utc: clock.now(), key: programmeKey.hash }];
}

function notePolicyInForce({ kiosk, policies, clock }: PolicyEntryPort): readonly LedgerEntry[] {
  const { hash, rules } = policies.inForce;
  if (kiosk.programmeKey() !== null) kiosk.noteNewestPolicy(rules.version);
  if (kiosk.toldPolicy() === hash) return [];
  kiosk.setToldPolicy(hash);
  return [{ kind: 'policy-in-force', utc: clock.now(), policy: hash }];
}
