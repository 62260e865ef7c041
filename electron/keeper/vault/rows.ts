import { z } from 'zod';
import { APPLICATION_STATE_TEXTS, outcomes } from '../../../shared/application/lifecycle.ts';
import { wipeStep } from '../../../shared/contract/application/wipe-steps.ts';
import { bytes } from '../../../shared/contract/bytes.ts';
import { custodyKind } from '../../../shared/contract/custody.ts';
import { endingCount } from '../../../shared/contract/ending-count.ts';
import {
  type ApplicationId,
  applicationId,
  jobId,
  policyHash,
  ticket,
  wipeId,
} from '../../../shared/contract/ids.ts';
import { printEnding, printerDriver, printStage } from '../../../shared/contract/printing/printer.ts';
import { searchSummary, spoolOutcome } from '../../../shared/contract/receipt.ts';
import { json } from '../database/json-column.ts';
import type { SealedPartsOf } from './sealed-parts.ts';

// What SQLite hands back is a boundary like any other: a row is parsed, never believed.

export const storedApplication = z.object({
  id: applicationId,
  ticket,
  day: z.string(),
  began: z.number().int(),
  began_elapsed: z.number().int(),
  state: z.enum(APPLICATION_STATE_TEXTS),
  policy: policyHash,
  look_up: bytes.nullable(),
  job: jobId.nullable(),
  attempts: z.number().int().min(0),
  stage: printStage.nullable(),
  ending: json(printEnding).nullable(),
  wipe: wipeId.nullable(),
});
export type StoredApplication = z.infer<typeof storedApplication>;
/** An application with its sealed parts. */
export type ApplicationRow = StoredApplication & SealedPartsOf;

export const openApplicationRow = storedApplication.pick({
  id: true,
  ticket: true,
  began: true,
  day: true,
  began_elapsed: true,
  state: true,
  policy: true,
  job: true,
  stage: true,
});
export type OpenApplicationRow = z.infer<typeof openApplicationRow>;

/** A wipe under way, as it is stored: its own random id names it, and nothing in it names the application. */
export const storedWipe = z.object({
  id: wipeId,
  /** As long as the record is there, which names its wipe. */
  application: applicationId.nullable(),
  outcome: z.enum(outcomes),
  /** Where its key was. */
  custody: custodyKind,
  driver: printerDriver,
  counted: json(endingCount.nullable()),
  day: z.string(),
  done: json(z.array(wipeStep)),
  search: json(searchSummary.nullable()),
  spool: json(spoolOutcome.nullable()),
  /** How the display's selections were found when its session had ended; null: nobody has looked. */
  selections: json(z.enum(['empty', 'kept', 'cannot-tell']).nullable()),
});
/** A wipe under way. It goes with the transaction that has its ledger entries, so that a crash continues it. */
export type WipeRow = z.infer<typeof storedWipe> & {
  /** What this keeper calls the application; see `WipeRows`. */
  readonly application: ApplicationId;
};
