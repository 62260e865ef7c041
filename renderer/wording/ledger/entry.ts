import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { closeReasonInWords } from '../close-reason.ts';
import { custodyInWords } from '../custody.ts';
import { stepInWords } from '../wipe-step.ts';
import { applicantEntryInWords } from './applicant-entry.ts';
import { holdEntryInWords } from './hold-entry.ts';
import type { NameOf } from './name-of.ts';
import { printerEntryInWords } from './printer-entry.ts';
import { programEntryInWords } from './program-entry.ts';
import { staffEntryInWords } from './staff-entry.ts';

type ClockMove = Extract<LedgerEntry, { readonly kind: 'clock-moved' }>;

function clockMoveInWords({ direction, minutes }: ClockMove): string {
  return direction === 'forward'
    ? t({
        message: `The computer’s clock was moved forward, by about ${minutes} minutes.`,
        comment: 'Ledger entry. {minutes} is a rounded number.',
      })
    : t({
        message: `The computer’s clock was moved back, by about ${minutes} minutes.`,
        comment: 'Ledger entry. {minutes} is a rounded number.',
      });
}

/** What an entry of the ledger says, in plain sentences: nobody has to know its fields to read it. */
export function entryInWords(entry: LedgerEntry, nameOf: NameOf): readonly string[] {
  if ('day' in entry) return applicantEntryInWords(entry);
  switch (entry.kind) {
    case 'hold-set':
    case 'hold-lifted':
    case 'intake-resumed':
    case 'finish-refused':
    case 'wipe-stopped':
    case 'wipe-continued':
      return holdEntryInWords(entry, nameOf);
    case 'printer-chosen':
    case 'test-card-confirmed':
    case 'ordinary-printer-chosen':
    case 'ribbon-fitted':
    case 'ribbon-removed':
    case 'ribbon-destroyed':
      return [printerEntryInWords(entry, nameOf)];
    case 'staff-changed':
    case 'locked-out':
    case 'recovery-decided':
    case 'recovery-codes-used':
      return staffEntryInWords(entry, nameOf);
    case 'opened':
      return [t`This ledger was opened when the kiosk was set up.`];
    case 'wipe-closed': {
      const name = nameOf(entry.by);
      const reason = closeReasonInWords(entry.reason);
      const step = stepInWords(entry.step);
      return [
        t({
          message: `${name} closed an erasure that couldn’t be proven. Reason: ${reason}.`,
          comment: 'Ledger entry. {name} is a supervisor, {reason} a sentence without its period.',
        }),
        step,
      ];
    }
    case 'custody-decided':
    case 'rehearsal-began': {
      const name = nameOf(entry.by);
      const custody = custodyInWords(entry.custody);
      return [
        entry.kind === 'custody-decided'
          ? t({
              message: `${name} let the kiosk go live. Decided: ${custody}.`,
              comment:
                'Ledger entry. {name} is a supervisor, {custody} is “Keys kept in memory” or “Keys kept on disk”.',
            })
          : t({
              message: `${name} started a rehearsal. Decided: ${custody}.`,
              comment:
                'Ledger entry: practice with invented people. {name} is a supervisor, {custody} is “Keys kept in memory” or “Keys kept on disk”.',
            }),
      ];
    }
    case 'policy-in-force':
    case 'programme-key-pinned':
    case 'policy-installed':
    case 'practice-began':
    case 'practice-ended':
      return [programEntryInWords(entry, nameOf)];
    case 'clock-moved':
      return [clockMoveInWords(entry)];
    case 'checkpoint-taken': {
      const name = nameOf(entry.by);
      return [
        entry.way === 'day-sheet'
          ? t({
              message: `${name} took a signed checkpoint for a day sheet.`,
              comment:
                'Ledger entry. {name} is a member of staff. The day sheet is the page with the day’s counts.',
            })
          : t({
              message: `${name} took a signed checkpoint for a USB drive.`,
              comment:
                'Ledger entry. {name} is a member of staff. A checkpoint is the signed state of the ledger at one moment.',
            }),
      ];
    }
    case 'date-confirmed': {
      const name = nameOf(entry.by);
      return [
        t({
          message: `${name} confirmed the date on the computer’s clock.`,
          comment: 'Ledger entry. {name} is a supervisor.',
        }),
      ];
    }
    default:
      return unreachable(entry);
  }
}
