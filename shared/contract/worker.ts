import { z } from 'zod';
import { printerTrouble } from '../printing/trouble.ts';
import { cardSection } from '../programme/card-section.ts';
import { bytes } from './bytes.ts';
import { sealedName } from './command/record-search.ts';
import { printServer } from './configuration.ts';
import { applicationId, jobId } from './ids.ts';
import { paper, recordSearchPaper } from './paper.ts';
import {
  anyIppPrinter,
  certificatePin,
  inspection,
  ippPrinter,
  localQueue,
  ordinaryPrinter,
  printDoubt,
  printerRefusal,
  printerRole,
  printerSettings,
  virtualPrinter,
} from './printing/printer.ts';
import { printerCondition } from './printing/printer-status.ts';

/** What the keeper tells its print workers of the machine, in their environment: nothing of any applicant. */
export const workerEnvironment = z.object({
  /** The folder of the fonts that cards are drawn with. */
  COUNTERFOIL_FONTS: z.string(),
  COUNTERFOIL_MACHINE: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(
      z.object({
        printServer,
        /** How an Electron process is started: only one of those reaches the queues of Windows and macOS. */
        electron: z.object({ executable: z.string(), arguments: z.array(z.string()) }),
      }),
    ),
});
export type Machine = z.infer<typeof workerEnvironment>['COUNTERFOIL_MACHINE'];

/** The environment of a print worker, as text. */
export function environmentOf(fontFolder: string, machine: Machine): Readonly<Record<string, string>> {
  return { COUNTERFOIL_FONTS: fontFolder, COUNTERFOIL_MACHINE: JSON.stringify(machine) };
}

/** A job as it is known at the printer: by our random name, and by its own number once that came back. */
export const printerJob = z.object({ name: jobId, number: z.number().int().min(1).nullable() });
export type PrinterJob = z.infer<typeof printerJob>;

/** A job before this one, and the printer that has it: staff may have chosen another one since. */
export const earlierJob = printerJob.extend({ printer: printerSettings });
export type EarlierJob = z.infer<typeof earlierJob>;

/** One card of one applicant: a key and ciphertext. */
export const printOrder = z.object({
  kind: z.literal('print'),
  job: jobId,
  application: applicationId,
  printer: printerSettings,
  /** Attempts before this one whose end the printer has not been heard of: settled first, or nothing is sent. */
  earlier: z.array(earlierJob),
  key: bytes,
  card: bytes,
  photo: bytes,
  /** The keeper's word: the card is an invented person's, and is void on both sides whatever the sealed part says. */
  practice: z.boolean(),
});
export type PrintOrder = z.infer<typeof printOrder>;

/** The one order a print worker gets, through its inherited pipe. */
export const workerOrder = z.discriminatedUnion('kind', [
  printOrder,
  /** A card of an invented person. */
  z.object({ kind: z.literal('test-card'), job: jobId, printer: printerSettings, programme: cardSection }),
  /** A paper without a name on it: a receipt, a slip or a day sheet. */
  z.object({ kind: z.literal('paper'), job: jobId, printer: ordinaryPrinter, paper }),
  /** The answer of a record search, and the sealed name that goes on it. */
  z.object({
    kind: z.literal('record-search-paper'),
    job: jobId,
    printer: ordinaryPrinter,
    paper: recordSearchPaper,
    name: sealedName,
  }),
  z.object({
    kind: z.literal('inspect'),
    address: z.string(),
    role: printerRole,
    /** The certificate that was confirmed, or null: then the one found there is only shown. */
    pin: certificatePin.nullable(),
  }),
  z.object({ kind: z.literal('list-queues') }),
  /** Looks at the printer until it is ended, and tells every change. */
  z.object({ kind: z.literal('watch'), printer: ippPrinter }),
  /** Ends and purges jobs, and proves it. */
  z.object({ kind: z.literal('purge'), printer: anyIppPrinter, jobs: z.array(printerJob).min(1) }),
  /** Makes the printer show itself: a light, a sound. */
  z.object({ kind: z.literal('identify'), printer: ippPrinter }),
]);
export type WorkerOrder = z.infer<typeof workerOrder>;

/**
 * What a worker may be told before its order: that the order will be a card on this printer, so that it is drawn without
 * delay. Nothing of any applicant. The queues of other systems have a process of their own that cannot be made ready.
 */
export const workerPreparation = z.object({
  kind: z.literal('prepare'),
  printer: z.discriminatedUnion('driver', [virtualPrinter, ippPrinter]),
  programme: cardSection,
});
export type WorkerPreparation = z.infer<typeof workerPreparation>;

/** What a worker without an order takes. */
export const workerBeginning = z.discriminatedUnion('kind', [workerPreparation, workerOrder]);

/** What a worker may be told after its order. */
export const workerCommand = z.discriminatedUnion('kind', [z.object({ kind: z.literal('stop') })]);
export type WorkerCommand = z.infer<typeof workerCommand>;

/** What became of jobs on the printer's side. `not-proven`: ended, but the printer may go on remembering them. */
export const purgeOutcome = z.enum(['purged', 'not-proven']);
export type PurgeOutcome = z.infer<typeof purgeOutcome>;

/** What the worker tells the keeper. Sealed parts are under the application's key. */
export const workerReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fingerprints'), sealed: bytes }),
  /** The printer has a job of ours, still without any document. */
  z.object({ kind: z.literal('job'), name: jobId, number: z.number().int().min(1) }),
  z.object({ kind: z.literal('stage'), stage: z.enum(['sent', 'front', 'back']) }),
  /** What keeps the printer from going on; empty: it goes on. */
  z.object({ kind: z.literal('troubles'), troubles: z.array(printerTrouble) }),
  /** `tray`: the finished card as the built-in printer shows it. */
  z.object({ kind: z.literal('in-tray'), tray: bytes.nullable() }),
  z.object({ kind: z.literal('doubt'), doubt: printDoubt }),
  /** No card was made and none can come. */
  z.object({ kind: z.literal('no-card'), why: printerRefusal }),
  /** One job that was ordered to be purged, or that this worker itself had sent. Null: it is not proven. */
  z.object({ kind: z.literal('purged'), name: jobId, outcome: purgeOutcome.nullable() }),
  /** A job before this one, at a printer that does not answer: from now on a person has been asked about it. */
  z.object({ kind: z.literal('left-behind'), name: jobId }),
  z.object({ kind: z.literal('inspected'), inspection }),
  z.object({ kind: z.literal('queues'), queues: z.array(localQueue) }),
  z.object({ kind: z.literal('condition'), condition: printerCondition }),
  z.object({ kind: z.literal('identified') }),
  /** What was asked for (not a card) cannot be had. */
  z.object({ kind: z.literal('refused'), why: printerRefusal }),
]);
export type WorkerReport = z.infer<typeof workerReport>;
