import { z } from 'zod';
import {
  type SealedColumn,
  sealedColumn,
} from '../../../shared/contract/application/application-snapshot.ts';
import { bytes } from '../../../shared/contract/bytes.ts';
import type { Database } from '../database/open-database.ts';

/** Null: nothing is stored. */
export type SealedPartsOf = Readonly<Record<SealedColumn, Uint8Array | null>>;

/** The sealed parts of the applications in a vault, as ciphertext, by the numbers of their rows. */
export interface SealedParts {
  of(application: number): SealedPartsOf;
  store(application: number, part: SealedColumn, sealed: Uint8Array): void;
  remove(application: number, part: SealedColumn): void;
  removeAll(application: number): void;
}

const partRow = z.object({ part: sealedColumn, sealed: bytes });

export function createSealedParts(database: Database): SealedParts {
  return {
    of(application) {
      const rows = database.prepare('SELECT part, sealed FROM sealed_part WHERE application = ?');
      const parts: Record<SealedColumn, Uint8Array | null> = {
        answers: null,
        photo: null,
        card: null,
        tray: null,
      };
      for (const { part, sealed } of z.array(partRow).parse(rows.all(application))) parts[part] = sealed;
      return parts;
    },
    store(application, part, sealed) {
      database
        .prepare(
          'INSERT INTO sealed_part (application, part, sealed) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed',
        )
        .run(application, part, sealed);
    },
    remove(application, part) {
      database.prepare('DELETE FROM sealed_part WHERE application = ? AND part = ?').run(application, part);
    },
    removeAll(application) {
      database.prepare('DELETE FROM sealed_part WHERE application = ?').run(application);
    },
  };
}
