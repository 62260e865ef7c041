import { z } from 'zod';
import { breakReasons } from '../ledger/reasons.ts';
import { holdActs } from './command/hold-acts.ts';
import { productionActs } from './command/production.ts';
import { recordSearchActs } from './command/record-search.ts';
import { statementActs } from './command/statement-acts.ts';
import { dayActs, daySheet } from './counter-day/day-acts.ts';
import { custodyKind } from './custody.ts';
import { call } from './declare.ts';
import { doctorActs } from './doctor/doctor-acts.ts';
import { inSpiteOf } from './doctor/in-spite-of.ts';
import { readLedger } from './ledger-pages.ts';
import { misfitActs } from './misfit/misfit-acts.ts';
import { policyActs } from './policy-acts.ts';
import { printerActs } from './printing/printer-acts.ts';
import { residentActs } from './residents/resident-acts.ts';
import { recoveryActs } from './staff/recovery-acts.ts';
import { staffActs } from './staff/staff-acts.ts';
import { closingWipe, confirmingDate, exportingLedger, takingCheckpoint } from './staff/supervised-inputs.ts';
import { statisticsActs } from './statistics/statistics-acts.ts';
import { suspensionActs } from './suspension/suspension-acts.ts';

// Acts of staff that need no application. The core only passes them on, so they are declared once for both
// ways: from the screen to the core and from the core to the keeper.

const nothing = z.object({});

/** Longer than the code of a day sheet with its groups. */
export const LONGEST_CHECKPOINT = 400;

/** Why what was typed or scanned is no checkpoint of this kiosk. `key-fingerprint`: the row below, which looks alike, was typed. */
export const noCheckpointReasons = [
  'no-code',
  'mistyped',
  'key-fingerprint',
  'bad-signature',
  'other-kiosk',
] as const;

/**
 * How the ledger stands. `broken` names the first entry that does not hold. `checkpoint`: the entry of the one that was typed,
 * which this ledger still has; null: none was. `no-checkpoint`: what was typed is none, and nothing was looked at.
 */
export const ledgerVerdict = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('valid'),
    entries: z.number().int().min(0),
    head: z.string(),
    checkpoint: z.number().int().min(1).nullable(),
  }),
  z.object({ kind: z.literal('no-checkpoint'), why: z.enum(noCheckpointReasons) }),
  z.object({ kind: z.literal('broken'), sequence: z.number().int().min(1), reason: z.enum(breakReasons) }),
]);
export type LedgerVerdict = z.infer<typeof ledgerVerdict>;

/** Calls about custody, wipes and the ledger. */
const kioskActs = {
  /**
   * With it a kiosk goes live. One for residents looks at its computer first, which takes three minutes at most. `inSpiteOf`:
   * another supervisor has approved exactly these.
   */
  decideCustody: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ custody: custodyKind, inSpiteOf }),
    output: nothing,
  }),
  /** The date that the machine shows is right, although the kiosk doubted it. `shown`: the one that was read. */
  confirmDate: call({
    role: 'supervisor',
    moment: 'always',
    input: confirmingDate,
    output: nothing,
  }),
  /** Somebody looked into the printer's tray for cards of applications that are gone. */
  confirmTray: call({ role: 'clerk-or-supervisor', moment: 'always', input: nothing, output: nothing }),
  /** Tries the open steps of wipes again. */
  retryWipe: call({ role: 'staff', moment: 'always', input: nothing, output: nothing }),
  /** Closes a wipe that cannot be proven, with a reason: the ledger has it instead of a receipt. */
  closeWipe: call({
    role: 'supervisor',
    moment: 'always',
    input: closingWipe,
    output: nothing,
  }),
  /** From now on everybody who is served is invented, until a supervisor ends it: nothing of them is counted. */
  beginPractice: call({ role: 'supervisor', moment: 'no-application', input: nothing, output: nothing }),
  endPractice: call({ role: 'supervisor', moment: 'no-application', input: nothing, output: nothing }),
  /** `checkpoint`: as it was typed or scanned from a day sheet; null: the ledger is verified against itself. */
  verifyLedger: call({
    role: 'supervisor-or-it',
    moment: 'always',
    input: z.object({ checkpoint: z.string().max(LONGEST_CHECKPOINT).nullable() }),
    output: ledgerVerdict,
  }),
  readLedger,
  /** Writes the whole ledger to the folder for exports (a stick). Answers the file's name. */
  exportLedger: call({
    role: 'supervisor-or-it',
    moment: 'always',
    input: exportingLedger,
    output: z.object({ file: z.string() }),
  }),
  /** The signed head leaves the kiosk: to be printed as a day sheet, or written to the folder for exports. */
  takeCheckpoint: call({
    role: 'supervisor-or-it',
    moment: 'always',
    input: takingCheckpoint,
    /** A sheet or a file, as was asked. */
    output: z.object({ sheet: daySheet.nullable(), file: z.string().nullable() }),
  }),
} as const;

export const supervisionCalls = {
  ...staffActs,
  ...recoveryActs,
  ...kioskActs,
  ...misfitActs,
  ...doctorActs,
  ...holdActs,
  ...statisticsActs,
  ...dayActs,
  ...policyActs,
  ...suspensionActs,
  ...recordSearchActs,
  ...productionActs,
  ...printerActs,
  ...statementActs,
  ...residentActs,
} as const;
