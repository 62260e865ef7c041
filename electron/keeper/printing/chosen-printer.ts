import { z } from 'zod';
import {
  type IppPrinter,
  type OrdinaryPrinter,
  type OsPrinter,
  ordinaryPrinter,
  type PrinterSettings,
  printerSettings,
  type VirtualPrinter,
} from '../../../shared/contract/printer.ts';
import { json } from '../database/json-column.ts';
import type { Database } from '../database/open-database.ts';

/** The printers that staff chose. */
export interface ChosenPrinter {
  /** The card printer: the built-in one as long as nobody chose another. */
  now(): PrinterSettings;
  /** Null: back to the built-in printer. */
  choose(printer: IppPrinter | null): void;
  /** The ordinary printer, or null: nobody chose one. */
  ordinary(): OrdinaryPrinter | null;
  chooseOrdinary(printer: OrdinaryPrinter | null): void;
}

const cardRow = z.object({ settings: json(printerSettings) });
const ordinaryRow = z.object({ settings: json(ordinaryPrinter) });

/** The choice kept in the vault's file. `builtIn`: as the kiosk was started. */
export function createChosenPrinter(database: Database, builtIn: VirtualPrinter | OsPrinter): ChosenPrinter {
  const rowOf = (role: 'card' | 'ordinary'): unknown =>
    database.prepare('SELECT settings FROM printer WHERE role = ?').get(role);

  function keep(role: 'card' | 'ordinary', printer: IppPrinter | OrdinaryPrinter | null): void {
    database.prepare('DELETE FROM printer WHERE role = ?').run(role);
    if (printer === null) return;
    database.prepare('INSERT INTO printer (role, settings) VALUES (?, ?)').run(role, JSON.stringify(printer));
  }

  return {
    now() {
      const row = rowOf('card');
      return row === undefined ? builtIn : cardRow.parse(row).settings;
    },
    choose: (printer) => keep('card', printer),
    ordinary() {
      const row = rowOf('ordinary');
      return row === undefined ? null : ordinaryRow.parse(row).settings;
    },
    chooseOrdinary: (printer) => keep('ordinary', printer),
  };
}
