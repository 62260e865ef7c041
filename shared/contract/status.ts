import { z } from 'zod';
import { applicationStateKinds } from '../application/lifecycle.ts';
import { verdicts } from '../doctor/finding.ts';
import { dateDoubts, holdReasons } from '../ledger/reasons.ts';
import { filesMisfit } from '../misfit/misfit.ts';
import { preset } from '../settings/preset.ts';
import { wipeStep } from './application/wipe-steps.ts';
import { unfinishedProduction } from './command/production.ts';
import { recordSearchStatus } from './command/record-search.ts';
import { custodyKind, sealRefusal } from './custody.ts';
import { holdId, ribbonId, ticket } from './ids.ts';
import { ordinaryPrinterStatus, printerStatus } from './printing/printer-status.ts';
import { shortage } from './refusals.ts';
import { lastEnding } from './residents/last-ending.ts';
import { residentStatus } from './residents/resident-acts.ts';
import { suspension } from './suspension/suspension-status.ts';
import { textSize } from './text-size.ts';

export const calendarDate = z.object({
  year: z.number().int(),
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
});

export const staffRoles = ['clerk', 'supervisor', 'it'] as const;
export const staffRole = z.enum(staffRoles);

/** The states of an application, without details: as much as a list or a screen needs to know. */
export const stateKind = z.enum(applicationStateKinds);

/** What the list of open applications shows: a ticket, a state, an age; never a name. */
export const inProgress = z.object({
  ticket,
  /** The day that gave it its ticket, ISO 8601: tickets begin anew each day. */
  day: z.string(),
  state: stateKind,
  /** Its print ended, or was given up, without a card that is known of: whoever opens it is told or asked. */
  printStopped: z.boolean(),
  minutes: z.number().int().min(0),
  /** Until it expires by policy; null while a legal hold keeps it. */
  minutesLeft: z.number().int().min(0).nullable(),
  /**
   * What legal holds say of it. `kept`: it began under one on everything, and may be filled in and printed, and neither
   * finished nor erased. `frozen`: besides, nobody opens it.
   */
  hold: z.enum(['free', 'kept', 'frozen']),
  /** It began under a policy that this release does not take, or has lost: nobody opens it, and it ends when it expires. */
  rulesUnknown: z.boolean(),
  /** An applicant answered alone and waits with its ticket: a clerk is to take it up. Forgotten when the kiosk restarts. */
  waitsForClerk: z.boolean(),
});

/** Whether new applications may begin. A wipe that cannot be proven locks intake. */
export const intake = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  /** Nobody has decided yet where keys are kept: the kiosk is not live. */
  z.object({ kind: z.literal('undecided') }),
  /** A legal hold stops intake. */
  z.object({ kind: z.literal('held') }),
  /** The kiosk is packed up, or on the way there. */
  z.object({ kind: z.literal('packed-up') }),
  /** The ledger has an order that the vault, an older copy, does not have: it is to be carried out again. */
  z.object({ kind: z.literal('order-missing'), serial: z.number().int() }),
  /** A suspension has taken effect. */
  z.object({ kind: z.literal('suspended') }),
  /** The files of the kiosk do not fit together: `misfit` of the status says what. */
  z.object({ kind: z.literal('misfit') }),
  z.object({
    kind: z.literal('locked'),
    step: wipeStep,
    /** The search found some of the applicant's details; false also where it could not be finished, or did not fail. */
    foundDetails: z.boolean(),
    attempts: z.number().int().min(1),
    /** Seconds until the next attempt by itself, or null: only a person can go on. */
    retrySeconds: z.number().int().min(0).nullable(),
    /** The key is destroyed: what may be left is ciphertext that nobody can read, and the wipe may be closed. */
    keyDestroyed: z.boolean(),
  }),
]);

/** The date is asked of a person: until then nothing new begins, and no card is made. */
export const dateQuestion = z.object({
  doubt: z.enum(dateDoubts),
  /** The day by the machine's clock. */
  shown: calendarDate,
});
export type DateQuestion = z.infer<typeof dateQuestion>;

/** Cards of applications that are gone may lie in the tray. Intake waits until somebody has looked. */
export const trayCheck = z.object({
  /**
   * `late-card`: the clerk ended it while a printer that could not be reached may still have had its card, or reported a
   * printed card missing.
   */
  cause: z.enum(['keeper-ended', 'power-lost', 'expired', 'called-off', 'late-card']),
  /** Applications that were forgotten, expired or ended. */
  applications: z.number().int().min(1),
  /** How many of them had a card under way or in the tray. */
  cards: z.number().int().min(0),
});
export type TrayCheck = z.infer<typeof trayCheck>;

/** A legal hold in force. */
export const legalHold = z.object({
  hold: holdId,
  scope: z.enum(['all', 'tickets']),
  reason: z.enum(holdReasons),
  /** Epoch milliseconds: an act of staff, so exact. */
  since: z.number().int(),
  by: z.string(),
  /** Applications it froze that are still open, and how many of them have their key in memory only. */
  frozen: z.number().int().min(0),
  unsealed: z.number().int().min(0),
  /** Open applications that began under it, which it keeps too, and how many of them have their key in memory only. */
  later: z.number().int().min(0),
  laterInMemory: z.number().int().min(0),
  /** Open applications that no other hold keeps: what lifting this one lets go. */
  alone: z.number().int().min(0),
  /** Of `alone`, those whose time is over by the policy: they end as soon as it is lifted. */
  overdue: z.number().int().min(0),
  /** Erasures that it stopped: with their key in memory only, and stopped by no other hold. */
  stopped: z.object({
    all: z.number().int().min(0),
    inMemory: z.number().int().min(0),
    alone: z.number().int().min(0),
  }),
  /** Counsel's reference for new applications under this hold; null: intake is stopped. */
  resumedBy: z.string().nullable(),
  /** It was set while files did not fit, and stands again by its note beside the vault: until a start whose ledger has it. */
  cameBack: z.boolean(),
});
export type LegalHold = z.infer<typeof legalHold>;

/**
 * Ribbons of a dye printer. A used one shows every face and name that was printed with it, until it is
 * destroyed: so it is held like anything else that this kiosk holds.
 */
export const ribbons = z.object({
  /** Epoch milliseconds: acts of staff, so exact. Null: none is noted. */
  fitted: z.object({ ribbon: ribbonId, since: z.number().int() }).nullable(),
  /** Taken out, not destroyed yet. */
  held: z.array(z.object({ ribbon: ribbonId, removed: z.number().int() })),
});
export type Ribbons = z.infer<typeof ribbons>;

/** What every session is told of the counter's day. */
export const counterDayStatus = z.object({
  /** The day that is open; null: none is. */
  open: calendarDate.nullable(),
  /** This city counts its days: it opened one before. */
  isCounted: z.boolean(),
  /** Packed up, or on the way there: nobody new is served until somebody opens the day. */
  packUp: z
    .object({
      isDone: z.boolean(),
      /** Applications that it ended. */
      ended: z.number().int().min(0),
      /** Open applications that no legal hold keeps and that could not be ended yet: they are tried again, also once it is done. */
      open: z.number().int().min(0),
      /** Erasures that are neither proven, nor stopped, nor waiting for their printer only, whatever ended those applications. */
      erasing: z.number().int().min(0),
      /** Open applications whose card is being made: they end when the printer is done. */
      printing: z.number().int().min(0),
      /** Erasures that a legal hold stopped. */
      stopped: z.number().int().min(0),
      held: z.number().int().min(0),
      /** Cards and papers that a printer may still have, of applications that are gone or of none. */
      printJobs: z.number().int().min(0),
    })
    .nullable(),
});
export type CounterDayStatus = z.infer<typeof counterDayStatus>;

/** What was decided about recovery codes, and when (epoch milliseconds: an act of staff). `used`: so there are none now. */
export const recoveryDecision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('undecided') }),
  z.object({ kind: z.enum(['codes', 'none', 'used']), since: z.number().int() }),
]);
export type RecoveryDecision = z.infer<typeof recoveryDecision>;

/** The worst that the last look at this computer came to; `did-not-run`: nobody could look. */
export const computerStatus = z.enum([...verdicts, 'did-not-run']);
export type ComputerStatus = z.infer<typeof computerStatus>;

/** What the keeper tells every session, whenever it changes. Holds no person. */
export const kioskStatus = z.object({
  kioskName: z.string().nullable(),
  setUp: z.boolean(),
  staff: z
    .object({
      name: z.string(),
      role: staffRole,
      /** Somebody else chose their passphrase: they choose one themselves before anything else. */
      mustChange: z.boolean(),
    })
    .nullable(),
  /** Nobody touched the kiosk for a while: a passphrase opens it again, the application is kept. */
  screenLocked: z.boolean(),
  /** The one act that a supervisor has approved on this screen, and who. */
  approval: z.object({ act: z.string(), by: z.string() }).nullable(),
  /** Where keys of new applications are kept; null until somebody decides it at go-live. */
  custody: custodyKind.nullable(),
  preset,
  /** Why sealed custody is not possible here, or null. */
  cannotSeal: sealRefusal.nullable(),
  staffNames: z.array(z.string()),
  /** Supervisors who could approve an act of whoever is signed in: not themselves, and with a passphrase of their own. */
  approverNames: z.array(z.string()),
  /** The supervisor signed in has still to be confirmed by another one. */
  unconfirmed: z.boolean(),
  recovery: recoveryDecision,
  /** Of whoever is at the kiosk now: it outlives their sessions, and ends when they sign out. */
  textSize,
  /** By the kiosk's own reckoning while the date is in doubt. */
  today: calendarDate,
  /** Where the kiosk stands: the one by which moments are shown and typed, whatever policy an application has. */
  timeZone: z.string(),
  /** Null: the machine's date is believed. */
  dateQuestion: dateQuestion.nullable(),
  /** Everybody who is served now is invented, and counted nowhere. */
  practice: z.boolean(),
  counts: z.object({
    issued: z.number().int().min(0),
    spoiled: z.number().int().min(0),
    wiped: z.number().int().min(0),
  }),
  counterDay: counterDayStatus,
  inProgress: z.array(inProgress),
  intake,
  /** Null: vault, ledger and slots fit together. */
  misfit: filesMisfit.nullable(),
  trayCheck: trayCheck.nullable(),
  holds: z.array(legalHold),
  /** Those in force first, and of two of a kind the programme's order. */
  suspensions: z.array(suspension),
  residents: residentStatus,
  /** The oldest first; each until a supervisor has acknowledged it. */
  unfinishedProductions: z.array(unfinishedProduction),
  /** Applications are kept whatever happens to them: what the resident reads must say so. */
  newOnesAreHeld: z.boolean(),
  printer: printerStatus,
  /** Null: none is chosen, and papers are on the screen only. */
  ordinaryPrinter: ordinaryPrinterStatus.nullable(),
  ribbons,
  /** How far the search for a custody statement is; null: none is under way. */
  statementSearch: z.object({ files: z.number().int().min(0), bytes: z.number().int().min(0) }).nullable(),
  /** Wipes that wait for their printer only: the records are gone. */
  printSideOpen: z.number().int().min(0),
  /** Ledger entries that wait because nobody has signed in since the start, and nothing is signed before. */
  unsigned: z.number().int().min(0),
  /** The kiosk's disk does not take writes: nobody new is served, and what must be written is tried again. */
  diskFails: z.boolean(),
  /** Null: there is room for one more application. */
  shortage: shortage.nullable(),
  /** Null: nobody has looked since the kiosk started. */
  computer: computerStatus.nullable(),
  lastEnding,
  /** The application this fresh session should open by itself: the clerk chose it in the one before. */
  openNext: ticket.nullable(),
  /** A search for a person in this session, which serves nobody then; null: none. */
  recordSearch: recordSearchStatus.nullable(),
  /** `true` once this session is the one on the screen. */
  shown: z.boolean(),
  runtime: z.enum(['evaluation', 'production']),
  build: z.enum(['evaluation', 'release']),
});
export type KioskStatus = z.infer<typeof kioskStatus>;
export type Intake = z.infer<typeof intake>;
export type StaffRole = z.infer<typeof staffRole>;
