import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import type { Database } from '../database/open-database.ts';

/** Sealed: what was made of the applicants in a vault, by the numbers of their applications' rows. */
export interface MadeRows {
  add(application: number, sealed: Uint8Array): void;
  of(application: number): readonly Uint8Array[];
  removeAll(application: number): void;
}

const made = z.array(z.object({ sealed: bytes }));

export function createMadeRows(database: Database): MadeRows {
  return {
    add(application, sealed) {
      database
        .prepare('INSERT INTO made_of_applicant (application, sealed) VALUES (?, ?)')
        .run(application, sealed);
    },
    of(application) {
      const rows = database.prepare('SELECT sealed FROM made_of_applicant WHERE application = ?');
      return made.parse(rows.all(application)).map(({ sealed }) => sealed);
    },
    removeAll(application) {
      database.prepare('DELETE FROM made_of_applicant WHERE application = ?').run(application);
    },
  };
}
