import { z } from 'zod';
import {
  type IppPrinter,
  type OsPrinter,
  type PrinterSettings,
  printerSettings,
  type VirtualPrinter,
} from '../../../shared/contract/printer.ts';
import { json } from '../database/json-column.ts';
import type { Database } from '../database/open-database.ts';

/** The printer that staff chose. */
export interface ChosenPrinter {
  /** The built-in one as long as nobody chose another. */
  now(): PrinterSettings;
  /** Null: back to the built-in printer. */
  choose(printer: IppPrinter | null): void;
}

const chosenRow = z.object({ settings: json(printerSettings) });

/** The choice kept in the vault's file. `builtIn`: as the kiosk was started. */
export function createChosenPrinter(database: Database, builtIn: VirtualPrinter | OsPrinter): ChosenPrinter {
  return {
    now() {
      const row = database.prepare('SELECT settings FROM printer').get();
      return row === undefined ? builtIn : chosenRow.parse(row).settings;
    },
    choose(printer) {
      database.prepare('DELETE FROM printer').run();
      if (printer === null) return;
      database.prepare('INSERT INTO printer (only_one, settings) VALUES (1, ?)').run(JSON.stringify(printer));
    },
  };
}
