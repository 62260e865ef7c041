import { t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { StaffRole } from '../../shared/contract/status.ts';
import { unreachable } from '../../shared/result.ts';
import { applicationRefusalInWords } from './application/application-refusal.ts';
import { commandRefusalInWords } from './command/command-refusal.ts';
import { custodyRefusalInWords } from './custody-refusal.ts';
import { holdRefusalInWords } from './holds/hold-refusal.ts';
import { machineRefusalInWords } from './machine-refusal.ts';
import { misfitRefusalInWords } from './misfit/misfit-refusal.ts';
import { printingRefusalInWords } from './printing/printing-refusal.ts';
import { recoveryRefusalInWords } from './recovery/recovery-refusal.ts';
import { staffRefusalInWords } from './staff-refusal.ts';
import { missingOrderInWords } from './suspension/missing-order.ts';
import { wipeRefusalInWords } from './wipe-refusal.ts';

/** Who reads why an act was refused. */
interface RefusalReader {
  /** Nobody is told to call themselves. Undefined: a clerk, or nobody is signed in. */
  readonly role?: StaffRole | undefined;
  /** They typed something, which the refusal has not taken from the screen. */
  readonly hasTyped?: boolean;
}

/** Whom to call when trying again doesn't help. */
function callInWords(role: StaffRole | undefined): string {
  return role === 'supervisor'
    ? t({
        message: 'If it fails again, call your IT staff.',
        comment: 'Follows an error and “Try again.” “It” is whatever the reader tried.',
      })
    : t({
        message: 'If it fails again, call your supervisor.',
        comment: 'Follows an error and “Try again.” “It” is whatever the reader tried.',
      });
}

/** What any act may be refused for. */
function plainRefusalInWords(
  kind: 'malformed' | 'not-allowed' | 'not-now' | 'broken',
  { role, hasTyped = false }: RefusalReader,
): string {
  switch (kind) {
    case 'malformed':
      return hasTyped
        ? t`This can’t be saved as it is. Check what you typed.`
        : `${t`The kiosk can’t do this as it is. Try again.`} ${callInWords(role)}`;
    case 'not-allowed':
      return t`Your sign-in doesn’t allow this. Someone who is allowed to do it must sign in.`;
    case 'not-now':
      return `${t`This isn’t possible right now. Wait a moment, then try again.`} ${callInWords(role)}`;
    case 'broken':
      return `${
        hasTyped
          ? t`Something in the kiosk failed. What you typed is still here. Try again.`
          : t`Something in the kiosk failed. Try again.`
      } ${callInWords(role)}`;
    default:
      return unreachable(kind);
  }
}

type WorkRefusal =
  | Parameters<typeof applicationRefusalInWords>[0]
  | Parameters<typeof printingRefusalInWords>[0]
  | Parameters<typeof commandRefusalInWords>[0];

/** Why an application, a print or a supervisor's command does not go on. */
function workRefusalInWords(refusal: WorkRefusal): string {
  switch (refusal.kind) {
    case 'answers-incomplete':
    case 'past-applicants-part':
    case 'documents-incomplete':
    case 'fee-open':
    case 'photo-missing':
    case 'not-a-photo':
    case 'card-not-drawable':
    case 'read-back-too-short':
    case 'no-such-card':
    case 'no-such-ticket':
    case 'rules-unknown':
    case 'notice-unconfirmed':
      return applicationRefusalInWords(refusal);
    case 'tray-unchecked':
    case 'no-printer':
    case 'battery-low':
    case 'no-ordinary-printer':
    case 'printer-refused':
    case 'printer-in-use':
    case 'no-such-ribbon':
      return printingRefusalInWords(refusal);
    case 'intake-suspended':
    case 'not-suspended':
    case 'suspension-changed':
    case 'moment-over':
    case 'notice-incomplete':
    case 'no-orders-key':
    case 'order-changed':
    case 'day-refused':
    case 'packed-up':
    case 'no-statement':
    case 'no-asked-name':
    case 'not-held':
    case 'recipient-refused':
    case 'record-unreadable':
    case 'record-not-sealed':
    case 'drive-refused':
    case 'practice-refused':
    case 'in-practice':
    case 'no-program-key':
    case 'policy-changed':
    case 'policy-loosens-hold':
      return commandRefusalInWords(refusal);
    default:
      return unreachable(refusal);
  }
}

/** Why the core said no, and what to do about it. What a refusal is about decides which file says it. */
export function refusalInWords(refusal: Refusal, reader: RefusalReader = {}): string {
  switch (refusal.kind) {
    case 'malformed':
    case 'not-allowed':
    case 'not-now':
    case 'broken':
      return plainRefusalInWords(refusal.kind, reader);
    case 'wrong-passphrase':
    case 'too-many-attempts':
    case 'locked-out':
    case 'weak-passphrase':
    case 'unusable-name':
    case 'name-taken':
    case 'not-a-second-person':
    case 'not-confirmed':
    case 'last-supervisor':
    case 'last-two-supervisors':
    case 'not-theirs-to-confirm':
    case 'passphrase-not-chosen':
    case 'no-such-member':
      return staffRefusalInWords(refusal);
    case 'not-the-code':
    case 'wrong-recovery-codes':
    case 'too-many-recovery-codes':
    case 'applications-open':
    case 'recovery-under-hold':
    case 'recovery-with-misfit':
      return recoveryRefusalInWords(refusal);
    case 'custody-undecided':
    case 'cannot-seal':
    case 'custody-locked':
    case 'key-damaged':
      return custodyRefusalInWords(refusal);
    case 'held':
    case 'intake-held':
    case 'no-such-hold':
    case 'hold-not-entered':
      return holdRefusalInWords(refusal);
    case 'key-not-destroyed':
    case 'session-not-ended':
    case 'no-failed-wipe':
    case 'intake-locked':
      return wipeRefusalInWords(refusal);
    case 'clipboard-kept':
    case 'doctor-stops':
    case 'no-export-folder':
    case 'file-not-saved':
    case 'checkpoint-not-saved':
    case 'not-written':
    case 'not-read':
    case 'disk-nearly-full':
    case 'date-unconfirmed':
      return machineRefusalInWords(refusal);
    case 'files-misfit':
    case 'misfit-stays':
    case 'not-by-ledger':
      return misfitRefusalInWords(refusal);
    case 'order-missing':
      return missingOrderInWords(refusal.serial, reader.role);
    default:
      return workRefusalInWords(refusal);
  }
}
