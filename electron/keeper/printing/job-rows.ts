import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  type ApplicationId,
  type JobId,
  type JobOwner,
  jobId,
  jobOwner,
  type WipeId,
} from '../../../shared/contract/ids.ts';
import {
  type OrdinaryPrinter,
  ordinaryPrinter,
  type PrinterSettings,
  printerSettings,
} from '../../../shared/contract/printing/printer.ts';
import { type PurgeOutcome, purgeOutcome } from '../../../shared/contract/worker.ts';
import { json } from '../database/json-column.ts';
import type { Database } from '../database/open-database.ts';
import { rewriteRows } from '../vault/rewrite-rows.ts';

/**
 * A job that was given to a real printer. It outlives its application's record, because what the printer's side
 * keeps does too: it goes when the wipe is concluded. Names nobody: random ids and the printer.
 */
const jobRow = z.object({
  name: jobId,
  owner: jobOwner,
  printer: json(printerSettings),
  number: z.number().int().min(1).nullable(),
  purged: purgeOutcome.nullable(),
  left_behind: z.union([z.literal(0), z.literal(1)]),
});
export type JobRow = z.infer<typeof jobRow>;

/** One that neither a record nor a wipe looks after: a forgotten application's, or a slip's, which never had one. */
const orphanRow = jobRow.extend({ printer: json(z.union([printerSettings, ordinaryPrinter])) });
export type OrphanRow = z.infer<typeof orphanRow>;

/** The application, as long as it is open; its wipe, while that is open; a random id, for a forgotten one. */
type Owner = ApplicationId | WipeId | JobOwner;

/** The jobs on the printers' side, as far as this kiosk has sent them. */
export interface JobRows {
  /** Before anything is sent: after a crash the printer can be asked for the name. */
  begin(job: {
    readonly name: JobId;
    readonly application: ApplicationId;
    readonly printer: PrinterSettings;
  }): void;
  /** The same for a slip. Nothing of its row leads to the application that it tells of. */
  beginSlip(job: { readonly name: JobId; readonly printer: OrdinaryPrinter }): void;
  setNumber(name: JobId, number: number): void;
  setPurged(name: JobId, outcome: PurgeOutcome): void;
  /** Its printer did not answer when another was to print: the clerk is asked to look into it, once. */
  leaveBehind(name: JobId): void;
  of(owner: Owner): readonly JobRow[];
  /** The application is being wiped: from here on nothing of its jobs names it. */
  passOn(application: ApplicationId, wipe: WipeId): void;
  /** The application was forgotten: its jobs are told apart from others', and name nobody. */
  disown(application: ApplicationId): void;
  /** Every job that is known of. */
  all(): readonly OrphanRow[];
  /** Jobs whose owner is neither a record nor a wipe (it was forgotten, or it is a slip), still to be purged. */
  orphans(): readonly OrphanRow[];
  remove(owner: Owner): void;
}

/** The owner of what nobody owns: it leads to nothing. */
function randomName(): string {
  return randomBytes(16).toString('hex');
}

/** The jobs kept in the vault's file. */
export function createJobRows(database: Database): JobRows {
  const rows = z.array(jobRow);
  const insert = (name: JobId, owner: string, printer: PrinterSettings | OrdinaryPrinter): void => {
    database
      .prepare('INSERT INTO print_job (name, owner, printer) VALUES (?, ?, ?)')
      .run(name, owner, JSON.stringify(printer));
  };
  const give = (from: ApplicationId, to: string): void => {
    database.prepare('UPDATE print_job SET owner = ? WHERE owner = ?').run(to, from);
  };
  return {
    passOn: give,
    disown: (application) => give(application, randomName()),
    begin: ({ name, application, printer }) => insert(name, application, printer),
    beginSlip: ({ name, printer }) => insert(name, randomName(), printer),
    setNumber(name, number) {
      database.prepare('UPDATE print_job SET number = ? WHERE name = ?').run(number, name);
    },
    setPurged(name, outcome) {
      database.prepare('UPDATE print_job SET purged = ? WHERE name = ?').run(outcome, name);
    },
    leaveBehind(name) {
      database.prepare('UPDATE print_job SET left_behind = 1 WHERE name = ?').run(name);
    },
    of: (owner) =>
      rows.parse(database.prepare('SELECT * FROM print_job WHERE owner = ? ORDER BY rowid').all(owner)),
    all: () => z.array(orphanRow).parse(database.prepare('SELECT * FROM print_job ORDER BY rowid').all()),
    orphans: () =>
      z.array(orphanRow).parse(
        database
          .prepare(
            `SELECT * FROM print_job
             WHERE owner NOT IN (SELECT id FROM application UNION SELECT id FROM wipe)
             ORDER BY rowid`,
          )
          .all(),
      ),
    remove: database.transaction((owner: Owner) => {
      const { changes } = database.prepare('DELETE FROM print_job WHERE owner = ?').run(owner);
      if (changes > 0) rewriteRows(database, ['print_job']);
    }),
  };
}
