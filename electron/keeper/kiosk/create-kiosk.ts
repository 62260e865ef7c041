import { randomBytes } from 'node:crypto';
import { dayText } from '../../../shared/calendar.ts';
import type { Shortage } from '../../../shared/contract/refusals.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { ProgrammeKey } from '../../lib/policy-file/programme-key.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/open-database.ts';
import { asDiskRefusal } from '../database/open-failure.ts';
import type { Policies } from '../policy/policies.ts';
import { policyEntries } from '../policy/policy-entries.ts';
import type { KioskCreation } from '../staff/set-up-calls.ts';
import { makeRoomForApplication } from '../vault/zeroed-free-pages.ts';
import type { KioskRow } from './kiosk-row.ts';

/** What creating a kiosk needs. */
export interface KioskCreationPort {
  readonly kiosk: KioskRow;
  readonly policies: Policies;
  readonly programmeKey: ProgrammeKey | null;
  readonly clock: Clock;
  readonly outbox: { enqueue(entries: readonly LedgerEntry[]): void };
  readonly space: { shortage(): Shortage | null };
  readonly database: Database;
  onBug(where: string, error: unknown): void;
}

/** Creates the kiosk's rows at its set-up. */
export function createKioskCreation(port: KioskCreationPort): KioskCreation {
  const { kiosk, clock, outbox, space, database, onBug } = port;
  return {
    insertKiosk(name) {
      const identifier = randomBytes(16).toString('hex');
      kiosk.insert({ identifier, name, day: dayText(clock.today()) });
      outbox.enqueue(policyEntries(port));
    },
    makeRoomAhead() {
      if (space.shortage() !== null) return;
      try {
        makeRoomForApplication(database);
      } catch (error) {
        if (asDiskRefusal(error) === null) throw error;
        onBug('room for the first application', error);
      }
    },
  };
}
