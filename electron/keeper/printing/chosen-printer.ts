import { createHash, randomBytes } from 'node:crypto';
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
import { saltedText } from '../../../shared/ledger/salted-text.ts';
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
  /** What the ledger has of the one that is chosen: a hash of its address with a salt, which stands here alone. */
  hashInLedger(role: PrinterRole): string;
}

type PrinterRole = 'card' | 'ordinary';

const cardRow = z.object({ settings: json(printerSettings) });
/** Kept with the settings; of a printer that was chosen before this was asked nobody has confirmed anything. */
const confirmation = z.object({
  settings: json(z.object({ testCardConfirmed: z.boolean().default(false) })),
});
const ordinaryRow = z.object({ settings: json(ordinaryPrinter) });
/** Kept with the settings; one that was chosen by a program without salts stands in the ledger without one. */
const saltedRow = z.object({
  settings: json(z.object({ address: z.string(), salt: z.string().default('') })),
});

/** What the ledger has of the printer that a vault's file has: a hash of its address; of nothing where none is chosen. */
export function printerHashIn(database: Database, role: PrinterRole): string {
  const row = printerRow(database, role);
  const kept = row === undefined ? null : saltedRow.parse(row).settings;
  const text =
    kept === null ? '' : kept.salt === '' ? kept.address : saltedText('printer', kept.salt, kept.address);
  return createHash('sha256').update(text).digest('hex');
}

function printerRow(database: Database, role: PrinterRole): unknown {
  return database.prepare('SELECT settings FROM printer WHERE role = ?').get(role);
}

/** Leaves no printer of this role chosen. Inside the caller's transaction. */
export function forgetPrinter(database: Database, role: PrinterRole): void {
  database.prepare('DELETE FROM printer WHERE role = ?').run(role);
}

/** The choice kept in the vault's file. `builtIn`: as the kiosk was started, which not every build has. */
export function createChosenPrinter(
  database: Database,
  builtIn: VirtualPrinter | OsPrinter,
  build: KioskStatus['build'],
): ChosenPrinter {
  const rowOf = (role: PrinterRole): unknown => printerRow(database, role);

  function keep(role: PrinterRole, printer: IppPrinter | OrdinaryPrinter | null): void {
    database.prepare('DELETE FROM printer WHERE role = ?').run(role);
    if (printer === null) return;
    const settings = { ...printer, salt: randomBytes(16).toString('hex') };
    database
      .prepare('INSERT INTO printer (role, settings) VALUES (?, ?)')
      .run(role, JSON.stringify(settings));
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
      const { salt } = saltedRow.parse(rowOf('card')).settings;
      const settings = JSON.stringify({ ...now(), salt, testCardConfirmed: true });
      database.prepare("UPDATE printer SET settings = ? WHERE role = 'card'").run(settings);
    },
    ordinary() {
      const row = rowOf('ordinary');
      return row === undefined ? null : ordinaryRow.parse(row).settings;
    },
    chooseOrdinary: (printer) => keep('ordinary', printer),
    hashInLedger: (role) => printerHashIn(database, role),
  };
}
