import { z } from 'zod';
import {
  type IppPrinter,
  type OrdinaryPrinter,
  type OsPrinter,
  ordinaryPrinter,
  type PrinterSettings,
  printerSettings,
  type VirtualPrinter,
} from '../../../shared/contract/printing/printer.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { json } from '../database/json-column.ts';
import type { Database } from '../database/open-database.ts';
import { mayIssueOn } from './may-issue.ts';

/** The printers that staff chose. */
export interface ChosenPrinter {
  /** The card printer: the built-in one as long as nobody chose another. */
  now(): PrinterSettings;
  /** Null: back to the built-in printer. Whatever was confirmed of the one before says nothing of this one. */
  choose(printer: IppPrinter | null): void;
  /** Whether the built-in printer may be chosen again: a release has none, and would be left without a printer. */
  mayGoBack(): boolean;
  /** A queue whose test card nobody has confirmed since it was chosen. */
  awaitsTestCard(): boolean;
  testCardConfirmed(): void;
  /** The ordinary printer, or null: nobody chose one. */
  ordinary(): OrdinaryPrinter | null;
  chooseOrdinary(printer: OrdinaryPrinter | null): void;
}

const cardRow = z.object({ settings: json(printerSettings) });
/** Kept with the settings; of a printer that was chosen before this was asked nobody has confirmed anything. */
const confirmation = z.object({
  settings: json(z.object({ testCardConfirmed: z.boolean().default(false) })),
});
const ordinaryRow = z.object({ settings: json(ordinaryPrinter) });

const addressRow = z.object({
  role: z.enum(['card', 'ordinary']),
  settings: json(z.object({ address: z.string() })),
});

/** The addresses of the printers that staff chose, as a vault has them; null: none. */
export function printersIn(database: Database): {
  readonly card: string | null;
  readonly ordinary: string | null;
} {
  const rows = z.array(addressRow).parse(database.prepare('SELECT role, settings FROM printer').all());
  const of = (role: 'card' | 'ordinary') => rows.find((row) => row.role === role)?.settings.address ?? null;
  return { card: of('card'), ordinary: of('ordinary') };
}

/** Leaves no printer of this role chosen. Inside the caller's transaction. */
export function forgetPrinter(database: Database, role: 'card' | 'ordinary'): void {
  database.prepare('DELETE FROM printer WHERE role = ?').run(role);
}

/** The choice kept in the vault's file. `builtIn`: as the kiosk was started, which not every build has. */
export function createChosenPrinter(
  database: Database,
  builtIn: VirtualPrinter | OsPrinter,
  build: KioskStatus['build'],
): ChosenPrinter {
  const rowOf = (role: 'card' | 'ordinary'): unknown =>
    database.prepare('SELECT settings FROM printer WHERE role = ?').get(role);

  function keep(role: 'card' | 'ordinary', printer: IppPrinter | OrdinaryPrinter | null): void {
    database.prepare('DELETE FROM printer WHERE role = ?').run(role);
    if (printer === null) return;
    database.prepare('INSERT INTO printer (role, settings) VALUES (?, ?)').run(role, JSON.stringify(printer));
  }

  function now(): PrinterSettings {
    const row = rowOf('card');
    return row === undefined ? builtIn : cardRow.parse(row).settings;
  }

  return {
    now,
    choose: (printer) => keep('card', printer),
    mayGoBack: () => mayIssueOn(build, builtIn.driver),
    awaitsTestCard() {
      const printer = now();
      if (printer.driver !== 'ipp' || !printer.isQueue) return false;
      return !confirmation.parse(rowOf('card')).settings.testCardConfirmed;
    },
    testCardConfirmed() {
      const settings = JSON.stringify({ ...now(), testCardConfirmed: true });
      database.prepare("UPDATE printer SET settings = ? WHERE role = 'card'").run(settings);
    },
    ordinary() {
      const row = rowOf('ordinary');
      return row === undefined ? null : ordinaryRow.parse(row).settings;
    },
    chooseOrdinary: (printer) => keep('ordinary', printer),
  };
}
