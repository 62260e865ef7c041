import { z } from 'zod';
import { type TrayCheck, trayCheck } from '../../../shared/contract/status.ts';
import type { Database } from '../database/open-database.ts';

/** Cards that may lie in the tray although their application is gone: asked for until somebody has looked. */
export interface TrayChecks {
  pending(): TrayCheck | null;
  /** Adds to what is pending. `applications` of them are gone, `cards` of these had a card under way. */
  add(check: TrayCheck): void;
  confirm(): void;
}

const checkRow = trayCheck.extend({ only_one: z.literal(1) });

/** The tray checks kept in the vault's file. */
export function createTrayChecks(database: Database): TrayChecks {
  return {
    pending() {
      const row = database.prepare('SELECT * FROM tray_check').get();
      if (row === undefined) return null;
      const { cause, applications, cards } = checkRow.parse(row);
      return { cause, applications, cards };
    },
    add({ cause, applications, cards }) {
      // A late card hides no other cause: of those applications somebody has to be told more.
      database
        .prepare(
          `INSERT INTO tray_check (only_one, cause, applications, cards) VALUES (1, ?, ?, ?)
           ON CONFLICT (only_one) DO UPDATE SET
             cause = CASE WHEN excluded.cause = 'late-card' THEN cause ELSE excluded.cause END,
             applications = applications + excluded.applications,
             cards = cards + excluded.cards`,
        )
        .run(cause, applications, cards);
    },
    confirm() {
      database.prepare('DELETE FROM tray_check').run();
    },
  };
}
