import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type RibbonId, ribbonId } from '../../../shared/contract/ids.ts';
import type { Ribbons as RibbonsHeld } from '../../../shared/contract/status.ts';
import type { Database } from '../database/open-database.ts';

/**
 * The ribbons of a dye printer that this kiosk holds: a used one shows every card that was made with
 * it until it is destroyed. A destroyed ribbon has no row: the ledger has it. Times are epoch milliseconds.
 */
export interface Ribbons {
  /** The one in the printer, and the used ones in the order in which they were taken out. */
  held(): RibbonsHeld;
  /** A new ribbon, with a random identifier. @throws while another one is in the printer. */
  fit(since: number): RibbonId;
  /** Takes out the one in the printer. @throws when there is none. */
  remove(removed: number): RibbonId;
  /** Forgets a used ribbon. @throws when it is none. */
  destroy(ribbon: RibbonId): void;
}

const fittedRow = z.object({ ribbon: ribbonId, since: z.number().int() });
const removedRow = z.object({ ribbon: ribbonId, removed: z.number().int() });

const anyRow = z.object({ ribbon: ribbonId, fitted: z.number().int(), removed: z.number().int().nullable() });

/** A ribbon that is not destroyed. Moments in epoch milliseconds; `removed`: null while it is in the printer. */
export type KeptRibbon = z.infer<typeof anyRow>;

/** The ribbons of a vault, each with its moments. */
export function ribbonsIn(database: Database): readonly KeptRibbon[] {
  return z
    .array(anyRow)
    .parse(database.prepare('SELECT identifier AS ribbon, fitted, removed FROM ribbon ORDER BY rowid').all());
}

/** Puts these in the place of all that a vault has. Inside the caller's transaction. */
export function replaceRibbons(
  database: Database,
  ribbons: readonly { readonly ribbon: string; readonly fitted: number; readonly removed: number | null }[],
): void {
  database.prepare('DELETE FROM ribbon').run();
  const insert = database.prepare('INSERT INTO ribbon (identifier, fitted, removed) VALUES (?, ?, ?)');
  for (const { ribbon, fitted, removed } of ribbons) insert.run(ribbon, fitted, removed);
}

/** The ribbons kept in the vault's file. */
export function createRibbons(database: Database): Ribbons {
  return {
    held() {
      const fitted = database
        .prepare('SELECT identifier AS ribbon, fitted AS since FROM ribbon WHERE removed IS NULL')
        .get();
      // One is in at a time, so they came out in the order in which they went in: a moved clock does not matter.
      const removed = database
        .prepare('SELECT identifier AS ribbon, removed FROM ribbon WHERE removed IS NOT NULL ORDER BY rowid')
        .all();
      return {
        fitted: fitted === undefined ? null : fittedRow.parse(fitted),
        held: z.array(removedRow).parse(removed),
      };
    },
    fit(since) {
      const ribbon = ribbonId.parse(randomBytes(16).toString('hex'));
      database.prepare('INSERT INTO ribbon (identifier, fitted) VALUES (?, ?)').run(ribbon, since);
      return ribbon;
    },
    remove(removed) {
      const row = database
        .prepare('UPDATE ribbon SET removed = ? WHERE removed IS NULL RETURNING identifier AS ribbon')
        .get(removed);
      if (row === undefined) throw new Error('no ribbon is in the printer');
      return removedRow.pick({ ribbon: true }).parse(row).ribbon;
    },
    destroy(ribbon) {
      const { changes } = database
        .prepare('DELETE FROM ribbon WHERE identifier = ? AND removed IS NOT NULL')
        .run(ribbon);
      if (changes !== 1) throw new Error('this is no used ribbon');
    },
  };
}
