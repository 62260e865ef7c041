import { z } from 'zod';
import { checkId } from '../doctor/check-id.ts';
import { wayOn } from '../misfit/misfit.ts';
import { driveFaults, recipientFaults } from '../production/faults.ts';
import { askedNameChecks } from '../record-search/terms.ts';
import { wipeStep } from './application/wipe-steps.ts';
import { sealRefusal } from './custody.ts';
import { printerRefusal } from './printing/printer.ts';

/** Too little room somewhere for one more application and its wipe. */
export const shortage = z.object({
  /** `disk`: where vault and ledger lie. `memory`: the tmpfs that sessions live in. */
  place: z.enum(['disk', 'memory']),
  freeMegabytes: z.number().int().min(0),
  neededMegabytes: z.number().int().min(1),
});
export type Shortage = z.infer<typeof shortage>;

/** What keeps a kiosk from switching between applicants and practice. */
export const practiceObstacles = [
  'not-live',
  'legal-hold',
  'packed-up',
  'applications-open',
  'erasing',
  'tray-unchecked',
  'job-at-printer',
  'not-written',
] as const;
export type PracticeObstacle = (typeof practiceObstacles)[number];

/** What keeps a day from being opened or closed, and a kiosk from being packed up. */
export const dayObstacles = [
  'not-live',
  'in-practice',
  'already-open',
  'not-open',
  'already-packed-up',
  'card-printing',
  'erasing',
  /** The kiosk is being packed up, and an open application has not ended yet. */
  'still-open',
  'not-written',
  /** What was on the screen when it was answered is not so any more. */
  'figures-changed',
  /** A difference without a reason, or a reason without a difference. */
  'reason-missing',
] as const;
export type DayObstacle = (typeof dayObstacles)[number];

/**
 * Why no custody statement was made. `in-practice`: it would count invented people. `ended-meanwhile`: an application ended
 * while the kiosk searched. `stopped`: the kiosk is closing.
 */
export const statementObstacles = [
  'in-practice',
  'under-way',
  'erasing',
  'ended-meanwhile',
  'stopped',
] as const;
export type StatementObstacle = (typeof statementObstacles)[number];

/** Why a drive that is there did not take a file. `failed`: also where it was pulled out meanwhile. */
export const saveFaults = ['full', 'read-only', 'failed'] as const;
export type SaveFault = (typeof saveFaults)[number];

/**
 * Every expected "no" that a call may answer. Closed, so that no error text can carry a person: the only
 * free values are figures, a field's name and one character.
 */
export const refusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('malformed') }),
  z.object({ kind: z.literal('not-allowed') }),
  z.object({ kind: z.literal('not-now') }),
  z.object({ kind: z.literal('broken') }),
  z.object({ kind: z.literal('wrong-passphrase'), waitSeconds: z.number().int().min(0) }),
  z.object({ kind: z.literal('too-many-attempts'), waitSeconds: z.number().int().min(1) }),
  /** So many wrong passphrases that nobody listens for a while, unless a supervisor ends it. */
  z.object({ kind: z.literal('locked-out'), waitMinutes: z.number().int().min(1) }),
  z.object({ kind: z.literal('weak-passphrase') }),
  /** A name with characters that are no name's, or one that somebody here has already. */
  z.object({ kind: z.literal('unusable-name') }),
  z.object({ kind: z.literal('name-taken') }),
  /** A second person is needed, and this is the first one again; or it is no supervisor. */
  z.object({ kind: z.literal('not-a-second-person') }),
  /** A supervisor whom nobody has confirmed yet: no second person, nor the first of two, and they choose no supervisors. */
  z.object({ kind: z.literal('not-confirmed') }),
  /** The supervisor signed in is none by the ledger, or nobody has confirmed them by it: files do not fit. */
  z.object({ kind: z.literal('not-by-ledger') }),
  z.object({ kind: z.literal('last-supervisor') }),
  /** Two have to stay who count as two people: nobody could confirm others. */
  z.object({ kind: z.literal('last-two-supervisors') }),
  /** Whoever confirms a supervisor counts as a second person themselves, and neither added them nor gave them their passphrase. */
  z.object({ kind: z.literal('not-theirs-to-confirm') }),
  /** They have not chosen a passphrase of their own, which nobody else knows. */
  z.object({ kind: z.literal('passphrase-not-chosen') }),
  z.object({ kind: z.literal('no-such-member') }),
  /** What was typed back is not the code that was shown. */
  z.object({ kind: z.literal('not-the-code') }),
  /** At least one of the two recovery codes is wrong, or both are the same; nobody is told which. */
  z.object({ kind: z.literal('wrong-recovery-codes'), waitSeconds: z.number().int().min(0) }),
  /** So many wrong recovery codes that none are heard for a while. Nobody can end that. */
  z.object({ kind: z.literal('too-many-recovery-codes'), waitSeconds: z.number().int().min(1) }),
  /** Recovery codes open no application: there must be none, nor a key of one. */
  z.object({ kind: z.literal('applications-open') }),
  /** Recovery codes make nobody who could lift a legal hold. */
  z.object({ kind: z.literal('recovery-under-hold') }),
  /** Where files do not fit, two supervisors by the ledger go on: recovery codes make nobody who could. */
  z.object({ kind: z.literal('recovery-with-misfit') }),
  /** A program at this display keeps what others copy or select: a clipboard manager. */
  z.object({ kind: z.literal('clipboard-kept') }),
  /**
   * A kiosk for residents does not go live on this computer as it is. `ids`: the checks that failed; empty: nobody could look.
   * `overridable`: two supervisors may take them upon themselves.
   */
  z.object({ kind: z.literal('doctor-stops'), ids: z.array(checkId), overridable: z.boolean() }),
  z.object({ kind: z.literal('custody-undecided') }),
  /** Sealed custody is not possible where the kiosk's files lie. */
  z.object({ kind: z.literal('cannot-seal'), reason: sealRefusal }),
  /** The application's key is on this disk and waits for a passphrase typed after the restart. */
  z.object({ kind: z.literal('custody-locked') }),
  /** The application's key on this disk does not open: nobody can read it, and it is erased when it expires. */
  z.object({ kind: z.literal('key-damaged') }),
  /** The application began under a policy that this release does not take, or has lost: it is erased when it expires. */
  z.object({ kind: z.literal('rules-unknown') }),
  /** A legal hold covers this application: it is neither changed, finished nor erased. */
  z.object({ kind: z.literal('held') }),
  /** A legal hold stops intake until somebody resumes it. */
  z.object({ kind: z.literal('intake-held') }),
  /** A supervisor, or an order of the program, suspended intake. */
  z.object({ kind: z.literal('intake-suspended') }),
  /** The vault, an older copy, does not have the order of this number. */
  z.object({ kind: z.literal('order-missing'), serial: z.number().int() }),
  /** There is no suspension that a supervisor could end here; an order's is ended by the next order. */
  z.object({ kind: z.literal('not-suspended') }),
  /** Another one stands in the place of the suspension that was on the screen. */
  z.object({ kind: z.literal('suspension-changed') }),
  /** It would begin or end at a moment that is over. */
  z.object({ kind: z.literal('moment-over') }),
  /** The notice lacks a language of the policy. */
  z.object({ kind: z.literal('notice-incomplete') }),
  /** The policy names no office that gives orders. */
  z.object({ kind: z.literal('no-orders-key') }),
  /** The order that comes next on the stick is not the one that was checked. Nothing was changed. */
  z.object({ kind: z.literal('order-changed') }),
  /** Cards of applications that are gone may lie in the tray: somebody looks first. */
  z.object({ kind: z.literal('tray-unchecked') }),
  z.object({ kind: z.literal('no-such-hold') }),
  /** The hold stands; the disk took no entry of it. Setting it once more, exactly so, finishes it. */
  z.object({ kind: z.literal('hold-not-entered') }),
  /** What was typed is no name to search for. */
  z.object({ kind: z.literal('no-asked-name'), why: z.enum(askedNameChecks) }),
  /** No legal hold keeps this application as it is: it is not produced to anybody. */
  z.object({ kind: z.literal('not-held') }),
  /** What was given is not taken as the key of a recipient. */
  z.object({ kind: z.literal('recipient-refused'), why: z.enum(recipientFaults) }),
  /** A sealed part of the application does not open. Nothing was produced. */
  z.object({ kind: z.literal('record-unreadable') }),
  /** What opens and seals it gave no report: it failed, took too long, or the kiosk stops. Nothing was produced. */
  z.object({ kind: z.literal('record-not-sealed') }),
  /** The drive did not take a produced application. */
  z.object({ kind: z.literal('drive-refused'), why: z.enum(driveFaults) }),
  /** A wipe is closed only when its key is destroyed: until then there is something left to wipe. */
  z.object({ kind: z.literal('key-not-destroyed') }),
  /** A wipe is closed only when what knew the person has ended. */
  z.object({ kind: z.literal('session-not-ended') }),
  z.object({ kind: z.literal('no-failed-wipe') }),
  /** Nowhere is set for exports, or there is no such folder: no drive is plugged in. Nothing was written. */
  z.object({ kind: z.literal('no-export-folder') }),
  /** The drive did not take a file. Nothing of the kiosk was changed. */
  z.object({ kind: z.literal('file-not-saved'), why: z.enum(saveFaults) }),
  /** The same of a checkpoint, of which the ledger has its entry by now: that says that it left. */
  z.object({ kind: z.literal('checkpoint-not-saved'), why: z.enum(saveFaults) }),
  /** No key of the program is pinned here: nobody could tell whose policy it is. */
  z.object({ kind: z.literal('no-program-key') }),
  /** What is on the stick by now is not the policy that was checked, or does not pass any more. Nothing was changed. */
  z.object({ kind: z.literal('policy-changed') }),
  /** A legal hold on everything stands, and under this policy what it has stopped would be erased. Nothing was changed. */
  z.object({ kind: z.literal('policy-loosens-hold') }),
  /** The disk takes no writes. Nothing was changed. */
  z.object({ kind: z.literal('not-written') }),
  /** The disk does not give back what was written to it. Nothing was changed. */
  z.object({ kind: z.literal('not-read') }),
  /** Too little room for one more application and its wipe. What is open goes on. */
  z.object({ kind: z.literal('disk-nearly-full'), ...shortage.shape }),
  /** The machine's date is in doubt: nothing new begins and no card is made until a person has confirmed it. */
  z.object({ kind: z.literal('date-unconfirmed') }),
  /** The files of the kiosk do not fit together. */
  z.object({ kind: z.literal('files-misfit') }),
  /** Two supervisors cannot let it go on as it is: holds are lifted first, or nothing can be signed with these files. */
  z.object({ kind: z.literal('misfit-stays'), why: wayOn.exclude(['two-supervisors']) }),
  z.object({ kind: z.literal('intake-locked'), step: wipeStep }),
  /** Nobody has confirmed the legal notices in this language, and no supervisor has accepted them. */
  z.object({ kind: z.literal('notice-unconfirmed') }),
  /** A photo is taken: what is left to do is the clerk's, and the screen is given to no applicant. */
  z.object({ kind: z.literal('past-applicants-part') }),
  z.object({ kind: z.literal('answers-incomplete') }),
  z.object({ kind: z.literal('documents-incomplete') }),
  /** A fee is due, and nobody has said that it is paid or waived. */
  z.object({ kind: z.literal('fee-open') }),
  z.object({ kind: z.literal('photo-missing') }),
  z.object({ kind: z.literal('not-a-photo') }),
  z.object({ kind: z.literal('card-not-drawable') }),
  /** The card as it is now was on the screen for less time than anybody needs to read it. */
  z.object({ kind: z.literal('read-back-too-short') }),
  /** A release build without a real card printer. */
  z.object({ kind: z.literal('no-printer') }),
  /** The computer runs on a battery that has too little for a card: one that breaks off is spoiled. */
  z.object({ kind: z.literal('battery-low') }),
  /** Nobody has chosen a printer for receipts and day sheets: they are on the screen only. */
  z.object({ kind: z.literal('no-ordinary-printer') }),
  /** The printer, or what is at that address, is not used; and why. */
  z.object({ kind: z.literal('printer-refused'), why: printerRefusal }),
  /** A card, or a look at the printer, is under way there: one thing at a time. */
  z.object({ kind: z.literal('printer-in-use') }),
  /** No ribbon is noted as fitted (or one already is), or this one is not among the used ones. */
  z.object({ kind: z.literal('no-such-ribbon') }),
  /** Between two people only, and only with nothing left of the last one. */
  z.object({ kind: z.literal('practice-refused'), why: z.enum(practiceObstacles) }),
  /** The counter's day is not opened or closed, or the kiosk not packed up, now. */
  z.object({ kind: z.literal('day-refused'), why: z.enum(dayObstacles) }),
  /** The kiosk is packed up: nobody new is served until a supervisor opens the day. */
  z.object({ kind: z.literal('packed-up') }),
  /** It is for applicants, and the kiosk is used for practice now. */
  z.object({ kind: z.literal('in-practice') }),
  z.object({ kind: z.literal('no-statement'), why: z.enum(statementObstacles) }),
  z.object({ kind: z.literal('no-such-card') }),
  z.object({ kind: z.literal('no-such-ticket') }),
]);
export type Refusal = z.infer<typeof refusal>;
